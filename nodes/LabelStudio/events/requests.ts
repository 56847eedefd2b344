import type { LabelStudioClient } from '../http/client';
import { LabelStudioError } from '../http/errors';
import { isLater, taskFilter } from '../http/task-query';
import { rowsPerRead, startAfter, type CursorState, type Item, type Row, type Source, type Version } from './cursor';
import type { IdSource } from './deletions';
import type { ChangeKind } from './kinds';
import { formatTime, parseTime } from './time';

/** Filters of the Data Manager and how they combine. */
export interface Filters {
	conjunction: string;
	items: unknown[];
}

/** Whose changes are looked for, and how much of each is read. */
export interface Watched {
	project: number;
	kind: ChangeKind;
	/** Only of tasks that match. */
	filters?: Filters;
	/** Only of tasks that match the filters of this tab of the Data Manager. */
	view?: number;
	/** Fields that tasks come with, all when absent; or everything, with annotations, predictions and drafts. */
	fields?: readonly string[] | 'everything';
	/** Whether addresses of files in cloud storage become links that open for a while. */
	resolveUris: boolean;
}

/** Fields that tasks come with, by the choice in a node. */
export const fieldChoices: Readonly<Record<string, Watched['fields']>> = { everything: 'everything', id: ['id'], idAndData: ['id', 'data'], task: undefined };

/** Seconds after which a change can be seen, unless a node says otherwise. */
export const overlapSeconds = 60;

/** A task, annotation or prediction as Label Studio gives it. */
export interface Json {
	id: number;
	[field: string]: unknown;
}

type Query = Array<readonly [name: string, value: string]>;

/** What the Data Manager takes as a query. */
interface TaskQuery {
	filters?: Filters;
	ordering: string[];
	selectedItems?: { all: false; included: number[] };
}

/** A page of `GET /api/tasks/`. Seen in Label Studio 1.23.2. */
interface TaskPage {
	tasks: Json[];
	/** How many the query leaves, on all pages. */
	total: number;
	/** The server's clock before it looked, in microseconds since 1970; undefined when it does not tell. */
	now?: number;
}

/** A scan asks for ids and times only, so that even many rows are little. */
const rowsPerScan = 1000;
/** Ids among which tasks that were committed late are looked for. */
const newestIds = 100;
/** Changed tasks among which a sample is looked for. */
const sampleRows = 20;
/**
 * Microseconds. The two times of a first version are some microseconds apart (1.23.2), so whoever makes a thing and
 * changes it faster than this has only made it.
 */
const firstVersion = 100_000;

const all = (...items: unknown[]): Filters => ({ conjunction: 'and', items });

const readTasks = async (client: LabelStudioClient, project: number, query: TaskQuery, size: number, fields: Query): Promise<TaskPage> => {
	const started = Date.now();
	const { headers, body } = await client.request({
		method: 'GET',
		path: '/api/tasks/',
		query: [['project', String(project)], ['page_size', String(size)], ...fields, ['query', JSON.stringify(query)]],
	});
	const { tasks, total } = (body ?? {}) as Partial<TaskPage>;
	if (!Array.isArray(tasks) || typeof total !== 'number') throw new LabelStudioError('Label Studio answered with something else than a list of tasks');
	const answered = Date.parse(String(headers.date));
	// The header is written at the end; what the answer took is a duration, for which n8n's clock is good enough.
	return { tasks, total, now: Number.isNaN(answered) ? undefined : (answered - (Date.now() - started)) * 1000 };
};

const timeOf = (row: Json, field: string): number => {
	const time = parseTime(row[field]);
	if (time === undefined) throw new LabelStudioError(`Label Studio gave no time as ${field} of ${row.id}, but ${JSON.stringify(row[field]) ?? 'nothing'}`);
	return time;
};

/** Changes of one project, asked for as the cursor needs them. */
export class ProjectChanges implements Source<Json> {
	private readonly client: LabelStudioClient;
	private readonly watched: Watched;
	private chosen?: Promise<Filters | undefined>;

	constructor(client: LabelStudioClient, watched: Watched) {
		this.client = client;
		this.watched = watched;
	}

	/** The state of a reader to whom everything is old that is there now. */
	async startNow(): Promise<CursorState> {
		const { of, column } = this.watched.kind;
		const byItem = column === 'predictions';
		const { tasks } = await this.ask({ ...(byItem && { filters: all(this.after(0)) }), ordering: [`-tasks:${column}`] }, 1, this.scanned());
		const [newest] = tasks;
		// An empty project, or one where nothing is completed.
		if (!newest || newest[column] === null) return startAfter(0, 0);
		const mark = byItem ? 0 : timeOf(newest, column);
		if (of === 'task') return startAfter(mark, mark);
		const items = await this.itemsOf([newest], undefined);
		if (byItem && items.length === 0) throw new LabelStudioError('The newest prediction was deleted while it was read', { description: 'Nothing is lost: try again.' });
		// What was imported together with its task is a little younger than the task.
		return startAfter(Math.max(mark, ...items.map((item) => item.mark ?? 0)), Math.max(mark, ...items.map(({ time }) => time)));
	}

	/**
	 * The state of a reader that starts at a time.
	 *
	 * @param time microseconds since 1970
	 * @param overlap microseconds
	 */
	startAt(time: number, overlap: number): CursorState {
		const rows = this.watched.kind.column === 'predictions' ? 0 : Math.max(0, time - 1 - overlap);
		return startAfter(rows, Math.max(0, time - 1));
	}

	async scan(since: number, after: number): Promise<{ rows: Row[]; more: boolean; now: number }> {
		const { column } = this.watched.kind;
		const filters = all(this.after(since), isLater(after));
		const { tasks, total, now } = await this.ask({ filters, ordering: ['tasks:id'] }, rowsPerScan, this.scanned());
		const rows = tasks.map((task): Row => (column === 'predictions' ? { id: task.id } : { id: task.id, mark: timeOf(task, column) }));
		return { rows, more: tasks.length < total, now: now ?? (await this.newestTime()) };
	}

	async read(rows: readonly Row[], isDone: (version: Version) => boolean): Promise<Array<Item<Json>>> {
		const { of } = this.watched.kind;
		const wanted = of === 'task' ? rows.filter(({ id, mark = 0 }) => !isDone({ id, time: mark })) : rows;
		return wanted.length > 0 ? await this.itemsOf(wanted, await this.filters()) : [];
	}

	/** A new one of what is waited for, to build a workflow with; undefined when there is none at all. */
	async sample(): Promise<Json | undefined> {
		const { of, column } = this.watched.kind;
		const filters = await this.filters();
		// The tasks that changed last may have no annotation or prediction; if any has one, that with the most has.
		const orders = of === 'task' ? [column] : ['updated_at', `total_${of}s`];
		for (const order of orders) {
			const { tasks } = await this.ask({ filters, ordering: [`-tasks:${order}`] }, of === 'task' ? 1 : sampleRows, this.fields());
			const [newest] = tasks.flatMap((task) => this.split(task)).sort((a, b) => b.time - a.time);
			if (newest) return newest.value;
		}
		return undefined;
	}

	/** Tasks that changed after a time, or that have a prediction with a greater id. */
	private after(mark: number): unknown {
		const { column } = this.watched.kind;
		return column === 'predictions' ? taskFilter(column, 'greater', mark, 'Number') : taskFilter(column, 'greater', formatTime(mark), 'Datetime');
	}

	/** A server that does not tell its clock shows by its newest row how late it is at least. */
	private async newestTime(): Promise<number> {
		const { tasks } = await this.ask({ ordering: ['-tasks:updated_at'] }, 1, [['include', 'id,updated_at']]);
		return tasks[0] ? timeOf(tasks[0], 'updated_at') : 0;
	}

	/** The items of tasks that match the filters, each task as it is by now. */
	private async itemsOf(rows: readonly Row[], filters: Filters | undefined): Promise<Array<Item<Json>>> {
		const { of, column } = this.watched.kind;
		const asked = new Set(rows.map(({ id }) => id));
		const items: Array<Item<Json>> = [];
		// An empty selection would be taken for all tasks.
		for (let left = [...asked]; left.length > 0; ) {
			// Only what is sorted by it comes with `completed_at`.
			const query: TaskQuery = { filters, selectedItems: { all: false, included: left }, ordering: [`tasks:${of === 'task' ? column : 'id'}`] };
			const { tasks, total } = await this.ask(query, rowsPerRead, this.fields());
			const read = new Set(tasks.map(({ id }) => id));
			for (const id of read) if (!asked.has(id)) throw new LabelStudioError('This release of Label Studio does not narrow a list to chosen tasks', { description: `It was asked for some tasks and gave task ${id} as well.` });
			for (const task of tasks) items.push(...this.split(task));
			if (tasks.length >= total || tasks.length === 0) break;
			left = left.filter((id) => !read.has(id));
		}
		return items;
	}

	/** The items of one task. */
	private split(task: Json): Array<Item<Json>> {
		const { of, time, column, changedOnly } = this.watched.kind;
		const values = of === 'task' ? [task] : ((task[`${of}s`] ?? []) as Json[]);
		return values
			// It is no longer complete.
			.filter((value) => value.completed_at !== null || time !== 'completed_at')
			.filter((value) => !changedOnly || timeOf(value, 'updated_at') - timeOf(value, 'created_at') >= firstVersion)
			.map((value) => ({ row: task.id, id: value.id, time: timeOf(value, time), ...(column === 'predictions' && { mark: value.id }), value }));
	}

	private async ask(query: TaskQuery, size: number, fields: Query): Promise<TaskPage> {
		return await readTasks(this.client, this.watched.project, query, size, fields);
	}

	private scanned(): Query {
		const { column } = this.watched.kind;
		return [['include', column === 'predictions' ? 'id' : `id,${column}`]];
	}

	private fields(): Query {
		const { kind, fields, resolveUris } = this.watched;
		const links: readonly [string, string] = ['resolve_uri', String(resolveUris)];
		if (kind.of !== 'task' || fields === 'everything') return [['fields', 'all'], links];
		const times = kind.changedOnly ? ['created_at', 'updated_at'] : [kind.time];
		return fields ? [['include', [...new Set(['id', ...fields, ...times])].join(',')], links] : [links];
	}

	/** Those of the view are read when they are first needed, as they are then. */
	private async filters(): Promise<Filters | undefined> {
		const { filters, view } = this.watched;
		if (view === undefined) return filters;
		this.chosen ??= this.viewFilters(view);
		return await this.chosen;
	}

	/** `GET /api/dm/views/{id}/` of Label Studio 1.23.2; a list that names a view ignores all other filters. */
	private async viewFilters(view: number): Promise<Filters | undefined> {
		const { body } = await this.client.request({ method: 'GET', path: `/api/dm/views/${view}/` });
		const { project, data } = body as { project?: number; data?: { filters?: Filters } };
		if (project === this.watched.project) return data?.filters;
		throw new LabelStudioError(`View ${view} does not belong to project ${this.watched.project}`, { description: 'Choose a view of the project that is watched.' });
	}
}

/** Ids of the tasks of a project. */
export const projectIds = (client: LabelStudioClient, project: number): IdSource => {
	const ask = async (filters: Filters | undefined, ordering: string, size: number): Promise<{ ids: number[]; total: number }> => {
		const { tasks, total } = await readTasks(client, project, { filters, ordering: [ordering] }, size, [['include', 'id']]);
		return { ids: tasks.map(({ id }) => id), total };
	};
	return {
		newest: async () => await ask(undefined, '-tasks:id', newestIds),
		between: async (from, to, size) => {
			const bounds = [taskFilter('id', 'greater_or_equal', from, 'Number'), ...(to === Infinity ? [] : [taskFilter('id', 'less_or_equal', to, 'Number')])];
			return await ask(all(...bounds), 'tasks:id', size);
		},
	};
};
