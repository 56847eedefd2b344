import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { runNode, type NodeRun } from '../support/engine.mts';
import { projectId, startTaskServer, type TaskServer } from '../support/tasks.mts';

const apiToken = '0123456789abcdef0123456789abcdef01234567';
const locator = (value: unknown) => ({ __rl: true as const, mode: 'id', value: String(value) });

describe('Task: Get Changed', () => {
	let server: TaskServer;
	/** What n8n keeps of the workflow from one execution to the next. */
	let kept: IDataObject;
	beforeEach(async () => {
		server = await startTaskServer();
		kept = {};
	});
	afterEach(async () => await server.close());

	const run = async (parameters: object = {}, more: { items?: INodeExecutionData[]; onError?: 'continueRegularOutput' } = {}): Promise<NodeRun> => {
		const staticData = structuredClone(kept);
		const made = await runNode({
			parameters: { resource: 'task', operation: 'getChanged', project: locator(projectId), change: 'taskChanged', since: 'lastRun', firstRun: 'everything', fields: 'task', ...parameters } as never,
			credential: { baseUrl: server.url, apiToken },
			staticData,
			...more,
		});
		// n8n stores it at the end of an execution, a failed one too.
		kept = JSON.parse(JSON.stringify(staticData)) as IDataObject;
		return made;
	};
	const ids = ({ items, error }: NodeRun): unknown[] => {
		if (error) throw error;
		return items.map(({ json }) => json.id);
	};

	it('puts out everything first, then what changed since the last run, once', async () => {
		const tasks = Array.from({ length: 250 }, () => server.create());
		expect(ids(await run())).toEqual(tasks.map(({ id }) => id));
		expect(ids(await run())).toEqual([]);
		const made = server.create();
		server.touch(tasks[7] as (typeof tasks)[0]);
		expect(ids(await run())).toEqual([made.id, tasks[7]?.id]);
		expect(ids(await run())).toEqual([]);
	});

	it('puts out more than a poll would, all in one run', async () => {
		for (let count = 0; count < 12_000; count++) server.create();
		server.tick(100_000);
		const run1 = await run({ fields: 'id' });
		expect(new Set(ids(run1)).size).toBe(12_000);
		expect(run1.items).toHaveLength(12_000);
		expect(ids(await run({ fields: 'id' }))).toEqual([]);
		expect(JSON.stringify(kept).length).toBeLessThan(1000);
	}, 120_000);

	it('can begin with later changes only', async () => {
		server.create();
		expect(ids(await run({ firstRun: 'now' }))).toEqual([]);
		const task = server.create();
		expect(ids(await run({ firstRun: 'now' }))).toEqual([task.id]);
		expect(ids(await run({ firstRun: 'now' }))).toEqual([]);
	});

	it('puts out what changed since a time, as often as it is asked', async () => {
		const [old, young] = [server.create(), server.create()];
		old.updated_at = '2026-02-28T22:59:59.999999Z';
		for (let times = 0; times < 2; times++) expect(ids(await run({ since: 'time', start: '2026-03-01T00:00:00' }))).toEqual([young.id]);
		expect(JSON.stringify(kept)).not.toContain('rows');
	});

	it('stops at its limit and goes on there', async () => {
		const tasks = Array.from({ length: 5 }, () => server.create());
		const found = [];
		for (const expected of [2, 2, 1, 0]) {
			const some = ids(await run({ additionalFields: { most: 2 } }));
			expect(some).toHaveLength(expected);
			found.push(...some);
		}
		expect(found).toEqual(tasks.map(({ id }) => id));
	});

	it.each([['taskCreated', 1], ['taskUpdated', 0], ['taskCompleted', 0]])('keeps a place of its own for each kind of change: %s', async (change, count) => {
		server.create();
		expect(ids(await run())).toHaveLength(1);
		expect(ids(await run({ change }))).toHaveLength(count);
		expect(ids(await run())).toEqual([]);
	});

	it('narrows to tasks that match, and reads the fields that are asked for', async () => {
		const [en] = [server.create({ lang: 'en' }), server.create({ lang: 'de' })];
		const { items } = await run({ fields: 'idAndData', conditions: { condition: [{ column: 'data.lang', operator: 'equal', value: 'en' }] } });
		expect(items.map(({ json }) => json)).toEqual([{ id: en.id, data: { lang: 'en' }, updated_at: en.updated_at }]);
	});

	it('keeps its place when it fails', async () => {
		const task = server.create();
		let requests = 0;
		server.before = () => (++requests === 2 ? { status: 500, body: { detail: 'boom' } } : undefined);
		expect((await run()).error?.message).toContain('boom');
		expect(ids(await run())).toEqual([task.id]);
	});

	it('puts nothing out, and loses nothing, when one of several items fails', async () => {
		const task = server.create();
		const items = [projectId, 999].map((project) => ({ json: { project } }));
		const parameters = { project: { __rl: true, mode: 'id', value: '={{ $json.project }}' } };
		expect((await run(parameters, { items })).error?.message).toContain('No Project matches');
		const { items: made } = await run(parameters, { items, onError: 'continueRegularOutput' });
		expect(made.map(({ json, pairedItem }) => [json.id ?? json.error, pairedItem])).toEqual([[task.id, { item: 0 }], [expect.stringContaining('No Project matches'), { item: 1 }]]);
		expect(ids(await run())).toEqual([]);
	});

	it.each([
		[{ since: 'time', start: '={{ "" }}' }, 'Start Date is required, but empty'],
		[{ additionalFields: { overlap: 0 } }, 'Overlap must be a whole number, at least 1'],
		[{ additionalFields: { view: locator(7) }, conditions: { condition: [{ column: 'id', operator: 'equal', value: '1' }] } }, 'View and Conditions exclude each other'],
	])('refuses, before anything is sent, %j', async (parameters, message) => {
		expect((await run(parameters)).error?.message).toContain(message);
		expect(server.requests).toEqual([]);
	});
});
