import { randomBytes } from 'crypto';
import type { IDataObject } from 'n8n-workflow';
import type { LabelStudioAnswer, LabelStudioRequest } from '../http/client';
import { LabelStudioError, outcomeOf } from '../http/errors';
import type { CompositeRun } from './composite';
import { lastLine, poll } from './poll';

interface Conversion {
	export_type: string;
	status: 'created' | 'in_progress' | 'failed' | 'completed';
	traceback?: string | null;
}

interface SnapshotStatus {
	id: number;
	title: string;
	status: 'created' | 'in_progress' | 'failed' | 'completed';
	counters?: { task_number?: number } | null;
	converted_formats?: Conversion[];
}

/** How often something is asked for whose request came to nothing. */
const attempts = 3;
/** A request that reached the server is to be seen there within this time: a snapshot is listed before the work on it begins (1.23.2). */
const patienceMs = 5000;

/**
 * A snapshot of a project, from its creation to its removal. Its title is unlike any other, so that one whose creation got
 * no answer is found again.
 */
export class Snapshot {
	private readonly run: CompositeRun;
	private readonly path: string;
	private readonly until: number;
	private readonly minutes: number;
	readonly title: string;
	/** Whether a request to create it got no answer, so that there may be one more. */
	private isUncertain = false;
	id?: number;

	/** @param minutes how long all of it may take */
	constructor(run: CompositeRun, project: number, minutes: number) {
		this.run = run;
		this.path = `/api/projects/${project}/exports/`;
		this.minutes = minutes;
		this.until = Date.now() + minutes * 60_000;
		this.title = `n8n ${new Date().toISOString().slice(0, 19)} ${randomBytes(8).toString('hex')}`;
	}

	/**
	 * Creates it and waits until it is complete.
	 *
	 * @param options filters and the like
	 * @returns the number of tasks in it, as far as the server tells
	 * @throws LabelStudioError
	 */
	async create(options: IDataObject): Promise<number | undefined> {
		const { progress, signal } = this.run;
		this.id = await this.request({ title: this.title, ...options });
		progress(`snapshot ${this.id} is being made`);
		const ready = await poll(
			async () => {
				const snapshot = await this.status();
				if (snapshot.status !== 'failed') return snapshot.status === 'completed' ? snapshot : undefined;
				throw new LabelStudioError('Label Studio could not make the snapshot', { description: "It does not say why; the server's log does." });
			},
			this.until,
			signal,
		);
		if (!ready) throw this.late('was not ready');
		return ready.counters?.task_number;
	}

	/**
	 * Fetches the file, as a stream. The server may convert it at once, as Community does, or want to be asked first.
	 *
	 * @param withMedia whether files of the tasks go into it, which only a conversion of its own does
	 * @throws LabelStudioError
	 */
	async download(format: string, withMedia: boolean): Promise<LabelStudioAnswer> {
		if (withMedia) await this.convert(format, true);
		const file = await outcomeOf(this.file(format));
		if (!(file instanceof LabelStudioError)) return file;
		if (file.httpStatus !== 404 || format === 'JSON' || withMedia) throw file;
		await this.convert(format, false);
		return await this.file(format);
	}

	/** Deletes it, and whatever else bears its title because an answer was lost. Returns the ids of those that stay. */
	async remove(): Promise<number[]> {
		const listed = this.isUncertain ? await outcomeOf(this.listed()) : [];
		const ids = new Set(listed instanceof LabelStudioError ? [] : listed.map(({ id }) => id));
		if (this.id !== undefined) ids.add(this.id);
		const left: number[] = [];
		for (const id of ids) {
			const outcome = await outcomeOf(this.run.client.request({ method: 'DELETE', path: `${this.path}${id}` }));
			if (outcome instanceof LabelStudioError && outcome.httpStatus !== 404) left.push(id);
		}
		return left;
	}

	/** With a range the length comes along, without which a file that broke off looks whole (1.23.2). An empty file has no range. */
	private async file(format: string): Promise<LabelStudioAnswer> {
		const request: LabelStudioRequest = { method: 'GET', path: `${this.path}${this.id}/download`, query: format === 'JSON' ? [] : [['exportType', format]], file: true };
		const answer = await outcomeOf(this.run.client.request({ ...request, headers: { Range: 'bytes=0-' } }));
		if (!(answer instanceof LabelStudioError)) return answer;
		if (answer.httpStatus !== 416) throw answer;
		return await this.run.client.request(request);
	}

	/** Returns the id of a new snapshot, whether or not its answer arrived. */
	private async request(body: IDataObject): Promise<number> {
		const { client, progress, signal } = this.run;
		for (let attempt = 1; ; attempt++) {
			const made = await outcomeOf(client.request({ method: 'POST', path: this.path, body }));
			if (!(made instanceof LabelStudioError)) return (made.body as SnapshotStatus).id;
			if (!made.outcomeUnknown) throw made;
			this.isUncertain = true;
			progress(`${made.message}: looking for the snapshot "${this.title}"`);
			// A server that says itself that it failed has ended.
			const until = made.retry ? Math.min(this.until, Date.now() + patienceMs) : 0;
			const found = await poll(async () => (await this.listed())[0]?.id, until, signal);
			if (found !== undefined) return found;
			if (attempt === attempts || !made.retry) throw made;
		}
	}

	/** Those that bear the title, among the newest 100 that the server lists. */
	private async listed(): Promise<SnapshotStatus[]> {
		const { body } = await this.run.client.request({ method: 'GET', path: this.path, patient: true });
		return (body as SnapshotStatus[]).filter(({ title }) => title === this.title);
	}

	private async status(): Promise<SnapshotStatus> {
		return (await this.run.client.request({ method: 'GET', path: `${this.path}${this.id}`, patient: true })).body as SnapshotStatus;
	}

	/** The server converts a snapshot into each format once, so asking again does no harm. */
	private async convert(format: string, withMedia: boolean): Promise<void> {
		const { client, progress, signal } = this.run;
		progress(`snapshot ${this.id} is being converted to ${format}`);
		const find = async (): Promise<Conversion | undefined> => (await this.status()).converted_formats?.findLast(({ export_type: type }) => type === format);
		for (let attempt = 1; ; attempt++) {
			const body = { export_type: format, ...(withMedia && { download_resources: true }) };
			const asked = await outcomeOf(client.request({ method: 'POST', path: `${this.path}${this.id}/convert`, body }));
			if (!(asked instanceof LabelStudioError)) break;
			const until = asked.retry ? Math.min(this.until, Date.now() + patienceMs) : 0;
			const found = asked.outcomeUnknown || attempt > 1 ? await poll(find, until, signal) : undefined;
			if (found?.status === 'failed') break;
			// What the server itself says to have failed stays in progress for ever (1.23.2).
			if (found && (asked.retry !== undefined || found.status === 'completed')) break;
			if (!asked.outcomeUnknown || !asked.retry || attempt === attempts) throw asked;
		}
		const done = await poll(
			async () => {
				const conversion = await find();
				return conversion?.status === 'completed' || conversion?.status === 'failed' ? conversion : undefined;
			},
			this.until,
			signal,
		);
		if (!done) throw this.late(`was not converted to ${format}`);
		if (done.status === 'completed') return;
		throw new LabelStudioError(`Label Studio could not convert the snapshot to ${format}`, { description: lastLine(done.traceback) ?? "It does not say why; the server's log does." });
	}

	private late(what: string): LabelStudioError {
		return new LabelStudioError(`The snapshot ${what} within ${this.minutes} minutes`, {
			description: 'Raise Wait at Most. If a snapshot never gets ready, the server may lack a worker for it, or was restarted in the middle.',
		});
	}
}
