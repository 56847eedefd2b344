import type { ServerResponse } from 'node:http';
import { runNode, type NodeRun } from '../support/engine.mts';
import { sendJson, startServer, type Recorded, type TestServer } from '../support/server.mts';

const apiToken = '0123456789abcdef0123456789abcdef01234567';

/** A storage as Label Studio with background workers keeps it. */
class Storage {
	status = 'completed';
	attempts = 3;
	/** How often it is looked at before a sync ends. */
	rounds = 1;
	left = 0;
	outcome = 'completed';
	traceback: string | null = null;
	override: (request: Recorded, response: ServerResponse) => boolean | 'dropped' = () => false;

	private body(): object {
		const isRunning = this.status === 'queued' || this.status === 'in_progress';
		if (isRunning && this.left-- <= 0) this.status = this.outcome;
		else if (isRunning) this.status = 'in_progress';
		const count = this.status === 'completed' || this.status === 'completed_with_errors' ? 12 : null;
		return { id: 5, type: 's3', title: 'Photos', project: 3, status: this.status, last_sync: null, last_sync_count: count, traceback: this.traceback, meta: { attempts: this.attempts }, aws_secret_access_key: 'a-secret' };
	}

	/** One that is being synced already ignores the call (1.23.2 with PostgreSQL). */
	private sync(): void {
		if (this.status === 'queued' || this.status === 'in_progress') return;
		this.status = 'queued';
		this.attempts++;
		this.left = this.rounds;
	}

	answer(request: Recorded, response: ServerResponse): void {
		const overridden = this.override(request, response);
		if (overridden === true) return;
		if (request.method === 'POST') this.sync();
		if (overridden === 'dropped') response.destroy();
		else sendJson(response, this.body());
	}
}

describe.each([
	['importStorage', '/api/storages/s3/5'],
	['exportStorage', '/api/storages/export/s3/5'],
])('%s: Sync and Wait', (resource, path) => {
	let storage: Storage;
	let server: TestServer;
	beforeEach(async () => {
		storage = new Storage();
		server = await startServer((request, response) => storage.answer(request, response));
	});
	afterEach(async () => await server.close());

	const run = async (additionalFields: object = {}): Promise<NodeRun> =>
		await runNode({ parameters: { resource, operation: 'syncAndWait', provider: 's3', [resource]: { __rl: true, mode: 'id', value: '5' }, additionalFields } as never, credential: { baseUrl: server.url, apiToken } });
	const posts = () => server.requests.filter(({ method }) => method === 'POST').map((request) => request.path);
	const done = { id: 5, type: 's3', title: 'Photos', project: 3, status: 'completed', last_sync: null, last_sync_count: 12 };

	it('waits for the end, and tells how it went', async () => {
		storage.rounds = 3;
		const { items, error } = await run();
		expect(error).toBeUndefined();
		expect(items).toEqual([{ json: done, pairedItem: { item: 0 } }]);
		expect(posts()).toEqual([`${path}/sync`]);
		expect(server.requests.every((request) => request.path === path || request.path === `${path}/sync`)).toBe(true);
	});

	it('waits for a sync that is under way, and syncs again then', async () => {
		Object.assign(storage, { status: 'in_progress', left: 2 });
		const { items } = await run();
		expect(items[0]?.json).toEqual({ ...done, waited_for_other_sync: true });
		expect(posts()).toHaveLength(1);
		expect(storage.attempts).toBe(4);
	});

	it('shows the last line of a traceback when it failed', async () => {
		Object.assign(storage, { outcome: 'failed', traceback: 'Traceback (most recent call last):\n  File "/app/s3.py", line 3, in scan\nbotocore.exceptions.ClientError: Access Denied\n' });
		const { error } = await run();
		expect(error?.message).toBe('The storage could not be synced');
		expect(error?.description).toBe('Access Denied\nCheck the settings of the storage with Validate.');
	});

	it('tells what was left out of a sync with errors', async () => {
		Object.assign(storage, { outcome: 'completed_with_errors', traceback: 'a.json: no data\nb.json: no data' });
		expect((await run()).items[0]?.json).toEqual({ ...done, status: 'completed_with_errors', errors: ['a.json: no data', 'b.json: no data'] });
	});

	it('does not begin a second one when the answer was lost', async () => {
		storage.override = ({ method }) => (method === 'POST' ? 'dropped' : false);
		expect((await run()).items[0]?.json).toEqual(done);
		expect(posts()).toHaveLength(1);
	});

	it('begins it again when it never came to the server', async () => {
		let lost = 0;
		storage.override = ({ method }, response) => {
			if (method !== 'POST' || lost++ > 0) return false;
			response.destroy();
			return true;
		};
		expect((await run()).items[0]?.json).toEqual(done);
		expect(posts()).toHaveLength(2);
		expect(storage.attempts).toBe(4);
	});

	it('passes on that the server refused', async () => {
		storage.override = ({ method }, response) => {
			if (method !== 'POST') return false;
			sendJson(response, { message: 'Storage 5 is not synchronizable' }, 400);
			return true;
		};
		const { error } = await run();
		expect(error?.message).toContain('is not synchronizable');
		expect(posts()).toHaveLength(1);
	});

	it('stops waiting in time', async () => {
		storage.rounds = 1000;
		expect((await run({ waitMinutes: 0.01 })).error?.message).toBe('The sync did not end within 0.01 minutes');
		expect((await run({ waitMinutes: 0.01 })).error?.message).toBe('A sync that somebody else began did not end within 0.01 minutes');
		expect(posts()).toHaveLength(1);
		expect((await run({ waitMinutes: -1 })).error?.message).toBe('Wait at Most must be a number of minutes above 0 [item 0]');
	});
});
