import type { LabelStudioClient } from '../http/client';
import { LabelStudioError, outcomeOf } from '../http/errors';
import { pause } from '../http/retry';
import { isLater, taskFilter, type TaskFilter } from '../http/task-query';
import { assign, canonical } from './canonical';
import { makeFence, removeUploads, type Fence } from './fence';
import { backgroundImport, type ImportAnswer } from './import-answer';
import { growingPause } from './poll';
import { ship, Uncertain, type Row, type Settled } from './sending';
import { highestTaskId, listTasks, type StoredTask } from './stored-tasks';

/** A task to create. */
export interface TaskRow extends Row {
	readonly task: { readonly data: Readonly<Record<string, unknown>> } & Readonly<Record<string, unknown>>;
}

/** Whom to tell what became of the tasks. */
export interface TaskReport<R extends TaskRow> {
	done(row: R, id: number): void;
	fail(row: R, error: Error): void;
	progress(text: string): void;
}

/** So many tasks take some seconds in Label Studio 1.23.2, where proxies wait a minute. */
const maxTasks = 10_000;

const isOurs = (fence: Fence): TaskFilter => taskFilter('file_upload', 'contains', fence.name);

/** How often it is tried to prove a fence. */
const maxProofs = 5;
/** How often something is asked whose answer decides about doubt. */
const maxLooks = 6;

/**
 * Creates tasks, each exactly once. What the server stores of a request it stores at once, but for imports in the
 * background, which it stores piece by piece (data_import/functions.py of 1.23.2).
 */
class TaskSender<R extends TaskRow> {
	private readonly client: LabelStudioClient;
	private readonly project: string;
	private readonly preannotated: readonly string[];
	private readonly report: TaskReport<R>;
	private readonly signal?: AbortSignal;
	private fence?: Fence;
	/** Whether the server was seen to store nothing that refers to a deleted fence. */
	private isFenceProved = false;
	/** Tasks that are accounted for: other rows of the same content are not these. */
	private readonly known = new Set<number>();
	/** The highest id when the last request was sent; what it makes gets higher ones. */
	private lastId = 0;

	constructor(client: LabelStudioClient, project: string, preannotated: readonly string[], report: TaskReport<R>, signal?: AbortSignal) {
		this.client = client;
		this.project = project;
		this.preannotated = preannotated;
		this.report = report;
		this.signal = signal;
	}

	async run(rows: readonly R[]): Promise<void> {
		const ready = await outcomeOf(Promise.all([this.newFence(), highestTaskId(this.client, this.project)]));
		if (ready instanceof LabelStudioError) {
			for (const row of rows) this.report.fail(row, ready);
			return;
		}
		[this.fence, this.lastId] = ready;
		try {
			await ship<R, number>(rows, {
				noun: 'tasks imported',
				maxRows: maxTasks,
				encode: ({ task }) => JSON.stringify(this.fence ? { ...task, file_upload_id: this.fence.id } : task),
				send: async (json, chunk) => await this.send(json, chunk),
				find: async (chunk) => await this.find(chunk),
				settle: async (chunk, patienceMs) => await this.settle(chunk, patienceMs),
				done: (row, id) => {
					this.known.add(id);
					this.lastId = Math.max(this.lastId, id);
					this.report.done(row, id);
				},
				fail: (row, error) => this.report.fail(row, error),
				progress: (text) => this.report.progress(text),
			});
		} finally {
			await this.unmark();
		}
	}

	/** The server makes predictions of fields by making the tasks anew, without their reference (1.23.2), so a fence is of no use there. */
	private async newFence(): Promise<Fence | undefined> {
		return this.preannotated.length > 0 ? undefined : await makeFence(this.client, this.project, this.signal);
	}

	/** Takes the mark off the tasks. They are imported, whether this works or not. */
	private async unmark(): Promise<void> {
		const { fence } = this;
		if (fence) await removeUploads(this.client, this.project, [fence.id]).catch(() => this.report.progress(`The uploaded file ${fence.name}.json could not be deleted`));
	}

	private async import(json: Buffer): Promise<number[]> {
		const { body } = await this.client.request({
			method: 'POST',
			path: `/api/projects/${this.project}/import`,
			query: [['return_task_ids', 'true'], ...this.preannotated.map((field) => ['preannotated_from_fields', field] as const)],
			json,
			patient: true,
		});
		return (await backgroundImport(this.client, this.project, body as ImportAnswer, this.signal)).task_ids ?? [];
	}

	private async send(json: Buffer, chunk: readonly R[]): Promise<number[]> {
		const told = await this.import(json);
		// An import in the background need not tell the ids.
		const ids = told.length === chunk.length ? told : await this.find(chunk);
		if (ids.every((id) => id !== undefined)) return ids;
		throw new LabelStudioError('Label Studio says that it imported the tasks, but does not have all of them', { outcomeUnknown: true });
	}

	/** Asks again where the server fails at it, as one may that has only just started or whose database is busy. */
	private async surely<T>(ask: () => Promise<T>): Promise<T> {
		for (let attempt = 1; ; attempt++) {
			const outcome = await outcomeOf(ask());
			if (!(outcome instanceof LabelStudioError)) return outcome;
			if (outcome.httpStatus !== 500 || attempt === maxLooks) throw outcome;
			await pause(growingPause(attempt), this.signal);
		}
	}

	private async list(filter: TaskFilter): Promise<StoredTask[]> {
		return await this.surely(async () => await listTasks(this.client, this.project, [filter]));
	}

	/** Ids of the rows that are there, by their data: among the tasks that bear our mark, or else among the new ones. */
	private async find(chunk: readonly R[]): Promise<Array<number | undefined>> {
		return this.among(chunk, await this.list(this.fence ? isOurs(this.fence) : isLater(this.lastId)));
	}

	private among(chunk: readonly R[], stored: readonly StoredTask[], others: ReadonlySet<number> = new Set()): Array<number | undefined> {
		return assign(
			chunk.map(({ task }) => canonical(task.data)),
			stored.filter(({ id }) => !this.known.has(id) && !others.has(id)).map(({ id, data }) => [canonical(data), id] as const),
		);
	}

	/** See {@link Shipment.settle}. A request may arrive or end long after its answer was lost, so a look alone proves nothing. */
	private async settle(chunk: readonly R[], patienceMs: number): Promise<Settled<number> | Uncertain<number>> {
		const arrived = await this.watch(chunk, patienceMs);
		if (arrived.every((id) => id !== undefined)) return arrived;
		if (!this.fence) return new Uncertain(arrived, 'The server takes no uploaded file now that would tell these tasks from others.');
		return await this.cutOff(chunk, this.fence);
	}

	/** Looks until all rows are there, or none has come for a while. */
	private async watch(chunk: readonly R[], patienceMs: number): Promise<Array<number | undefined>> {
		let until = Date.now() + patienceMs;
		let before = 0;
		for (let attempt = 1; ; attempt++) {
			const found = await this.find(chunk);
			const count = found.filter((id) => id !== undefined).length;
			if (count === chunk.length) return found;
			if (count > before) until = Date.now() + patienceMs;
			before = count;
			const left = until - Date.now();
			if (left <= 0) return found;
			await pause(Math.min(growingPause(attempt), left), this.signal);
		}
	}

	/** Deletes the fence, so that what is not there now never will be, and raises a new one. */
	private async cutOff(chunk: readonly R[], fence: Fence): Promise<Settled<number> | Uncertain<number>> {
		const marked = await this.list(isOurs(fence));
		// Ids of deleted tasks are given again with SQLite.
		const after = Math.min(this.lastId, await this.surely(async () => await highestTaskId(this.client, this.project)));
		const others = new Set((await this.list(isLater(after))).map(({ id }) => id));
		for (const { id } of marked) others.delete(id);
		await this.surely(async () => await removeUploads(this.client, this.project, [fence.id]));
		this.fence = undefined;
		// What came in meanwhile has lost its mark, and is known by being new.
		const fresh = await this.list(isLater(after));
		const seen = new Set(fresh.map(({ id }) => id));
		const found = this.among(chunk, [...marked.filter(({ id }) => !seen.has(id)), ...fresh], others);
		const doubt = found.includes(undefined) ? await this.prove(fence, chunk, found) : undefined;
		if (doubt !== undefined) return new Uncertain(found, doubt);
		this.fence = await this.newFence();
		return found;
	}

	/**
	 * Whether the server takes nothing that refers to the deleted fence: some missing rows are sent with it, one by one. A
	 * server that takes one, which is then there, would take late requests too.
	 *
	 * @returns why not, if not
	 */
	private async prove(fence: Fence, chunk: readonly R[], found: Array<number | undefined>): Promise<string | undefined> {
		if (this.isFenceProved) return undefined;
		const missing = chunk.flatMap((_row, index) => (found[index] === undefined ? [index] : []));
		const taken = 'The server takes tasks that refer to a file which is no longer there.';
		let doubt = '';
		for (let attempt = 1; attempt <= maxProofs && missing.length > 0; attempt++) {
			if (attempt > 1) await pause(growingPause(attempt - 1), this.signal);
			const index = missing.shift() as number;
			const outcome = await outcomeOf(this.import(Buffer.from(JSON.stringify([{ ...chunk[index]?.task, file_upload_id: fence.id }]))));
			if (!(outcome instanceof LabelStudioError)) {
				[found[index]] = outcome;
				return taken;
			}
			this.isFenceProved = /foreign key/i.test(`${outcome.message} ${outcome.description ?? ''}`);
			if (this.isFenceProved) return undefined;
			// A row that is refused for itself tells nothing, and a lost answer only if the row is there.
			if (outcome.outcomeUnknown) [found[index]] = await this.find([chunk[index] as R]);
			if (found[index] !== undefined) return taken;
			// A server that says that it failed has ended, so the row may be tried again.
			if (outcome.httpStatus === 500) missing.push(index);
			doubt = outcome.message;
		}
		return doubt;
	}
}

/**
 * Creates tasks in as few requests as their size allows, each exactly once, and says of each what became of it.
 *
 * @param preannotated fields of the data that the server makes predictions of; with them lost answers leave more in the dark
 */
export const sendTasks = async <R extends TaskRow>(
	client: LabelStudioClient,
	project: string,
	rows: readonly R[],
	report: TaskReport<R>,
	{ preannotated = [], signal }: { preannotated?: readonly string[]; signal?: AbortSignal } = {},
): Promise<void> => {
	if (rows.length > 0) await new TaskSender(client, project, preannotated, report, signal).run(rows);
};
