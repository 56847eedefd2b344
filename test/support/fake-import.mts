import { startServer, sendJson, type Handler, type Recorded, type TestServer } from './server.mts';

/** A task of the fake server. */
export interface FakeTask {
	id: number;
	data: Record<string, unknown>;
	file_upload_id?: number;
	[field: string]: unknown;
}

export interface FakeProject {
	server: TestServer;
	tasks: FakeTask[];
	/** Ids of uploaded files that are there. */
	files: Map<number, string>;
	/** The import requests of rows, as lists of tasks. */
	imports: () => Array<Array<Record<string, unknown>>>;
	/** What answers a request in place of the fake; may still call `store`. */
	instead: (answer: (request: Recorded, response: Parameters<Handler>[1]) => boolean) => void;
	/** Stores the tasks of an import as the server would: their ids, or undefined when they refer to a file that is not there. */
	store: (tasks: Array<Record<string, unknown>>) => number[] | undefined;
	/** Whether it keeps the file that tasks refer to; true as Label Studio does. */
	keepsReference: boolean;
	/** Whether it takes uploads. */
	takesFiles: boolean;
	/** What it says at `/api/version/`. */
	edition: string | undefined;
}

const isRows = (request: Recorded): boolean => request.method === 'POST' && request.path.endsWith('/import') && request.query.get('commit_to_project') !== 'false';

interface Query {
	filters?: { items: Array<{ filter: string; operator: string; value: unknown }> };
	ordering?: string[];
}

/**
 * As much of Label Studio 1.23.2 as an import meets: projects with a labeling config, tasks that refer to uploaded files
 * by a foreign key, lists that filter.
 */
export const startFakeProject = async (labelConfig = '<View><Text name="t" value="$text"/></View>'): Promise<FakeProject> => {
	const tasks: FakeTask[] = [];
	const files = new Map<number, string>();
	let nextTask = 101;
	let nextFile = 1;
	let instead: Parameters<FakeProject['instead']>[0] = () => false;
	const matches = (task: FakeTask, { filter, operator, value }: { filter: string; operator: string; value: unknown }): boolean => {
		const column = filter.replace('filter:tasks:', '');
		const actual = column === 'file_upload' ? files.get(task.file_upload_id ?? 0) : column.startsWith('data.') ? task.data[column.slice(5)] : task[column];
		switch (operator) {
			case 'greater':
				return Number(actual) > Number(value);
			case 'contains':
				return String(actual ?? '').includes(String(value));
			case 'in_list':
				return (value as unknown[]).includes(actual);
			default:
				throw new Error(`The fake does not know ${operator}`);
		}
	};
	const handler: Handler = (request, response) => {
		if (instead(request, response)) return;
		const { method, path, query } = request;
		if (method === 'GET' && /^\/api\/projects\/\d+\/$/.test(path)) return sendJson(response, { id: 5, label_config: labelConfig, task_number: tasks.length });
		if (method === 'POST' && path.endsWith('/import') && !isRows(request)) {
			if (!fake.takesFiles) return sendJson(response, { detail: 'No uploads' }, 403);
			files.set(nextFile, `0a1b2c3d-${/filename="([^"]*)"/.exec(request.body)?.[1]}`);
			return sendJson(response, { task_count: 1, file_upload_ids: [nextFile++] }, 201);
		}
		if (method === 'DELETE' && path.endsWith('/file-uploads')) {
			for (const id of (JSON.parse(request.body) as { file_upload_ids: number[] }).file_upload_ids) {
				files.delete(id);
				for (const task of tasks) if (task.file_upload_id === id) delete task.file_upload_id;
			}
			return sendJson(response, { deleted: 1 });
		}
		if (isRows(request)) {
			const ids = fake.store(JSON.parse(request.body) as Array<Record<string, unknown>>);
			if (ids) return sendJson(response, { task_count: ids.length, task_ids: ids }, 201);
			return sendJson(response, { status_code: 500, detail: 'FOREIGN KEY constraint failed' }, 500);
		}
		if (method === 'GET' && path === '/api/tasks/') {
			const { filters, ordering } = JSON.parse(query.get('query') ?? '{}') as Query;
			const found = tasks.filter((task) => (filters?.items ?? []).every((item) => matches(task, item)));
			found.sort((a, b) => (ordering?.[0] === '-tasks:id' ? b.id - a.id : a.id - b.id));
			const page = found.slice(0, Number(query.get('page_size') ?? 100));
			return sendJson(response, { total: found.length, tasks: page.map(({ id, data }) => ({ id, data })) });
		}
		if (method === 'GET' && path === '/api/version/') return sendJson(response, { edition: fake.edition });
		if (method === 'PATCH' && path.startsWith('/api/tasks/')) {
			const task = tasks.find(({ id }) => id === Number(path.split('/')[3]));
			if (!task) return sendJson(response, { detail: 'No Task matches the given query.' }, 404);
			Object.assign(task, JSON.parse(request.body));
			return sendJson(response, task);
		}
		sendJson(response, { detail: `The fake does not know ${method} ${path}` }, 404);
	};
	const server = await startServer(handler);
	const fake: FakeProject = {
		server,
		tasks,
		files,
		imports: () => server.requests.filter(isRows).map(({ body }) => JSON.parse(body) as Array<Record<string, unknown>>),
		instead: (answer) => {
			instead = answer;
		},
		store: (sent) => {
			if (fake.keepsReference && sent.some(({ file_upload_id: file }) => file !== undefined && !files.has(file as number))) return undefined;
			return sent.map((task) => {
				const { file_upload_id: file, ...others } = task;
				tasks.push({ ...(others as { data: Record<string, unknown> }), id: nextTask, ...(fake.keepsReference && file !== undefined && { file_upload_id: file as number }) });
				return nextTask++;
			});
		},
		keepsReference: true,
		takesFiles: true,
		edition: 'Community',
	};
	return fake;
};

/** Whether a request imports rows, rather than uploading a file. */
export const importsRows = isRows;
