import { sendJson, startServer, type Handler, type TestServer } from './server.mts';

/** Something of a task as the server stores it; times are its texts. */
interface Stored {
	id: number;
	created_at: string;
	updated_at: string;
	[field: string]: unknown;
}

export interface StoredTask extends Stored {
	data: Record<string, unknown>;
	completed_at: string | null;
	annotations: Stored[];
	predictions: Stored[];
}

interface Filter {
	filter: string;
	operator: string;
	value: unknown;
}

interface Query {
	filters?: { conjunction: string; items: Filter[] };
	ordering?: string[];
	selectedItems?: { all: boolean; included: number[] };
}

interface Early {
	status: number;
	body: unknown;
}

/** A project of a Label Studio that knows nothing but tasks, as far as a poll asks for them. */
export interface TaskServer extends TestServer {
	/** The project's tasks; a test changes them as it likes. */
	tasks: StoredTask[];
	/** The server's clock as a text with microseconds, each one later than the one before. */
	tick(milliseconds?: number): string;
	/** How far the header of the answers is off that clock, in milliseconds; null leaves the header out. */
	dateOffset: number | null;
	/** Comes first: may answer a request itself, or hold it. */
	before?: (path: string, query: URLSearchParams) => Early | undefined | Promise<Early | undefined>;
	views: Record<number, { project: number; filters?: Query['filters'] }>;
	create(data?: Record<string, unknown>): StoredTask;
	annotate(task: StoredTask): Stored;
	/** As an import of predictions does it: the task itself does not change. */
	predict(task: StoredTask): Stored;
	touch(what: Stored): void;
	queries(): Query[];
}

/** Id of the only project. */
export const projectId = 3;

const notFound = (what: string) => ({ status: 404, body: { id: 'e', status_code: 404, version: '1.23.2', detail: `No ${what} matches the given query.`, exc_info: null } });

const matches = (task: StoredTask, { filter, operator, value }: Filter): boolean => {
	const column = filter.replace('filter:tasks:', '');
	if (column === 'predictions') return task.predictions.some(({ id }) => id > Number(value));
	const own = column.startsWith('data.') ? task.data[column.slice(5)] : task[column];
	if (own === null || own === undefined) return false;
	switch (operator) {
		case 'equal':
			return own === value;
		case 'greater':
			return own > (value as string);
		case 'greater_or_equal':
			return own >= (value as string);
		case 'less_or_equal':
			return own <= (value as string);
		default:
			throw new Error(`The test server does not know ${operator}`);
	}
};

const select = (tasks: StoredTask[], { filters, selectedItems }: Query): StoredTask[] =>
	tasks.filter((task) => {
		const items = filters?.items ?? [];
		const fits = items.length === 0 || (filters?.conjunction === 'or' ? items.some((one) => matches(task, one)) : items.every((one) => matches(task, one)));
		return fits && (!selectedItems || selectedItems.included.includes(task.id));
	});

const sort = (tasks: StoredTask[], [order = 'tasks:id']: string[] = []): StoredTask[] => {
	const column = order.replace(/^-?tasks:/, '');
	const value = (task: StoredTask): unknown => (column === 'predictions' ? Math.max(0, ...task.predictions.map(({ id }) => id)) : task[column]);
	const up = (a: StoredTask, b: StoredTask): number => (value(a) === value(b) ? 0 : value(a) === null ? 1 : value(b) === null ? -1 : (value(a) as number) < (value(b) as number) === !order.startsWith('-') ? -1 : 1);
	return [...tasks].sort(up);
};

const shown = (task: StoredTask, query: URLSearchParams): Record<string, unknown> => {
	if (query.get('fields') === 'all') return { ...task };
	const include = query.get('include')?.split(',');
	const { annotations: _a, predictions: _p, ...plain } = task;
	return include ? Object.fromEntries(Object.entries(plain).filter(([field]) => include.includes(field))) : plain;
};

/** Starts it. Its clock stands still unless it is ticked. */
export const startTaskServer = async (): Promise<TaskServer> => {
	let microseconds = Date.parse('2026-03-01T08:00:00Z') * 1000;
	let nextId = 100;
	const timeText = (): string => `${new Date(Math.floor(microseconds / 1000)).toISOString().slice(0, 19)}.${String(microseconds % 1_000_000).padStart(6, '0')}Z`;
	const made = (): Stored => ({ id: nextId++, created_at: self.tick(1), updated_at: timeText() });
	const handler: Handler = async ({ path, query }, response) => {
		response.sendDate = false;
		const headers: Record<string, string> = self.dateOffset === null ? {} : { date: new Date(microseconds / 1000 + self.dateOffset).toUTCString() };
		const early = await self.before?.(path, query);
		if (early) return sendJson(response, early.body, early.status, headers);
		const view = /^\/api\/dm\/views\/(\d+)\/$/.exec(path)?.[1];
		if (view) {
			const found = self.views[Number(view)];
			return found ? sendJson(response, { id: Number(view), project: found.project, data: { title: 'Tab', filters: found.filters } }, 200, headers) : sendJson(response, notFound('View').body, 404, headers);
		}
		if (path !== '/api/tasks/') return sendJson(response, {}, 200, headers);
		if (query.get('project') !== String(projectId)) return sendJson(response, notFound('Project').body, 404, headers);
		const asked = JSON.parse(query.get('query') ?? '{}') as Query;
		let found = sort(select(self.tasks, asked), asked.ordering);
		const byPrediction = asked.filters?.items.find((one) => one.filter === 'filter:tasks:predictions');
		// The server joins, so a task comes once for each of its predictions.
		if (byPrediction) found = found.flatMap((task) => task.predictions.filter(({ id }) => id > Number(byPrediction.value)).map(() => task));
		sendJson(response, { tasks: found.slice(0, Number(query.get('page_size'))).map((task) => shown(task, query)), total: found.length, total_annotations: 0, total_predictions: 0 }, 200, headers);
	};
	const server = await startServer(handler);
	const self: TaskServer = Object.assign(server, {
		tasks: [] as StoredTask[],
		dateOffset: 0 as number | null,
		views: {},
		tick: (milliseconds = 1) => {
			microseconds += milliseconds * 1000;
			return timeText();
		},
		create: (data: Record<string, unknown> = {}) => {
			const task: StoredTask = { ...made(), data, completed_at: null, annotations: [], predictions: [] };
			self.tasks.push(task);
			return task;
		},
		annotate: (task: StoredTask) => {
			const annotation = { ...made(), task: task.id, result: [] };
			task.annotations.push(annotation);
			task.updated_at = self.tick();
			task.completed_at = annotation.created_at;
			return annotation;
		},
		predict: (task: StoredTask) => {
			const prediction = { ...made(), task: task.id, result: [] };
			task.predictions.push(prediction);
			return prediction;
		},
		touch: (what: Stored) => {
			what.updated_at = self.tick(500);
		},
		queries: () => server.requests.filter(({ path }) => path === '/api/tasks/').map(({ query }) => JSON.parse(query.get('query') ?? '{}') as Query),
	});
	return self;
};
