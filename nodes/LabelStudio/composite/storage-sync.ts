import type { IDataObject } from 'n8n-workflow';
import { InputError } from '../execution/input-error';
import { LabelStudioError, outcomeOf } from '../http/errors';
import type { Composite, CompositeRun } from './composite';
import { lastLine, poll } from './poll';

/** A storage and how its last sync went: io_storages/base_models.py of 1.23.2. */
interface StorageStatus {
	id: number;
	type?: string;
	title?: string | null;
	project?: number;
	status: 'initialized' | 'queued' | 'in_progress' | 'failed' | 'completed' | 'completed_with_errors';
	last_sync?: string | null;
	last_sync_count?: number | null;
	traceback?: string | null;
	/** `attempts` counts the syncs that were begun. */
	meta?: { attempts?: number } | null;
}

const attempts = 3;
/** A request that reached the server is to be seen there within this time: a sync is counted before it begins. */
const patienceMs = 5000;
const mostErrors = 20;

const isRunning = ({ status }: StorageStatus): boolean => status === 'queued' || status === 'in_progress';

/** The server's words on a failed sync, without the traceback that they may come in. */
const wordsOf = ({ traceback }: StorageStatus): string | undefined =>
	/Traceback \(most recent call last\)/.test(traceback ?? '') ? lastLine(traceback) : traceback?.trim().slice(0, 500) || undefined;

/** One sync of one storage. */
class Sync {
	private readonly run: CompositeRun;
	private readonly path: string;
	private readonly minutes: number;
	private readonly until: number;

	constructor(run: CompositeRun, path: string, minutes: number) {
		this.run = run;
		this.path = path;
		this.minutes = minutes;
		this.until = Date.now() + minutes * 60_000;
	}

	/** Syncs and waits. A sync that is under way already would make the server ignore ours, with a good answer. */
	async complete(): Promise<IDataObject> {
		const first = await this.status();
		const others = isRunning(first);
		if (others) this.run.progress(`storage ${first.id} is being synced already; waiting for that before it is synced again`);
		const before = others ? await this.end('A sync that somebody else began') : first;
		await this.begin(before);
		const after = await this.end('The sync');
		const { id, type, title, project, status, last_sync: time, last_sync_count: count, traceback } = after;
		if (status === 'failed') {
			throw new LabelStudioError('The storage could not be synced', { description: [wordsOf(after) ?? "Label Studio does not say why; the server's log does.", 'Check the settings of the storage with Validate.'].join('\n') });
		}
		return {
			...({ id, type, title, project, status, last_sync: time ?? null, last_sync_count: count ?? null } as IDataObject),
			...(others && { waited_for_other_sync: true }),
			...(status === 'completed_with_errors' && { errors: (traceback ?? '').split('\n').filter((line) => line.trim() !== '').slice(0, mostErrors) }),
		};
	}

	private async status(): Promise<StorageStatus> {
		return (await this.run.client.request({ method: 'GET', path: this.path, patient: true })).body as StorageStatus;
	}

	/** Has a sync begun that was not there before. */
	private async begin(before: StorageStatus): Promise<void> {
		const hasBegun = async (): Promise<true | undefined> => ((await this.status()).meta?.attempts ?? 0) > (before.meta?.attempts ?? 0) || undefined;
		for (let attempt = 1; ; attempt++) {
			const asked = await outcomeOf(this.run.client.request({ method: 'POST', path: `${this.path}/sync` }));
			if (!(asked instanceof LabelStudioError)) return;
			if (!asked.outcomeUnknown) throw asked;
			this.run.progress(`${asked.message}: looking whether the sync began`);
			if (await poll(hasBegun, asked.retry ? Math.min(this.until, Date.now() + patienceMs) : 0, this.run.signal)) return;
			if (!asked.retry || attempt === attempts) throw asked;
		}
	}

	private async end(what: string): Promise<StorageStatus> {
		let count: unknown;
		const ended = await poll(
			async () => {
				const now = await this.status();
				if (now.last_sync_count && now.last_sync_count !== count) this.run.progress(`storage ${now.id}: ${now.last_sync_count} synced, ${now.status}`);
				count = now.last_sync_count;
				return isRunning(now) ? undefined : now;
			},
			this.until,
			this.run.signal,
		);
		if (ended) return ended;
		throw new LabelStudioError(`${what} did not end within ${this.minutes} minutes`, {
			description: 'It goes on in Label Studio. Raise Wait at Most. If it never ends, the server may lack a worker for it, or was restarted in the middle.',
		});
	}
}

/** Syncs a storage and waits for the end. */
const storageSync = (base: string): Composite => ({
	each: async (run, _index, { provider, id, wait_minutes: minutes }) => {
		if (!((minutes as number | undefined ?? 1) > 0)) throw new InputError('Wait at Most must be a number of minutes above 0');
		return [{ json: await new Sync(run, `${base}/${String(provider)}/${String(id)}`, (minutes as number | undefined) ?? 60).complete() }];
	},
});

export const importStorageSync = storageSync('/api/storages');
export const exportStorageSync = storageSync('/api/storages/export');
