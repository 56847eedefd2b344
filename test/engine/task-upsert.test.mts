import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { runNode, type NodeRun, type NodeRunOptions } from '../support/engine.mts';
import { startFakeProject, type FakeProject } from '../support/fake-import.mts';
import { sendJson } from '../support/server.mts';

const apiToken = '0123456789abcdef0123456789abcdef01234567';
const projectId = { __rl: true, mode: 'id', value: '5' } as const;

describe('Task: Create or Update', () => {
	let fake: FakeProject;
	beforeEach(async () => {
		fake = await startFakeProject();
	});
	afterEach(async () => await fake.server.close());

	const run = async (items: INodeExecutionData[], parameters: INodeParameters = {}, more: Partial<NodeRunOptions> = {}): Promise<NodeRun> =>
		await runNode({ parameters: { resource: 'task', operation: 'upsert', project: projectId, matchField: 'sku', ...parameters }, credential: { baseUrl: fake.server.url, apiToken }, items, ...more });

	const written = () => fake.server.requests.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`);
	const row = (sku: unknown, text = 'x') => ({ json: { sku, text } }) as INodeExecutionData;

	it('writes only what is new or different', async () => {
		fake.store([{ data: { sku: 'A', text: 'x', more: { b: 1, a: 2 } } }, { data: { sku: 'B', text: 'old', keep: true } }]);
		const { items, error } = await run([{ json: { sku: 'A', more: { a: 2, b: 1 } } }, row('B', 'new'), row('C')]);
		expect(error).toBeUndefined();
		expect(items).toEqual([
			{ json: { id: 101, project: 5, status: 'unchanged' }, pairedItem: { item: 0 } },
			{ json: { id: 102, project: 5, status: 'updated' }, pairedItem: { item: 1 } },
			{ json: { id: 103, project: 5, status: 'created' }, pairedItem: { item: 2 } },
		]);
		expect(written()).toEqual(['PATCH /api/tasks/102/', 'POST /api/projects/5/import', 'POST /api/projects/5/import', 'DELETE /api/projects/5/file-uploads']);
		expect(fake.tasks[1]?.data).toEqual({ sku: 'B', text: 'new', keep: true });
	});

	it('writes nothing when nothing is different', async () => {
		fake.store([{ data: { sku: 'A', text: 'x' } }]);
		const { items } = await run([row('A')]);
		expect(items.map(({ json }) => json.status)).toEqual(['unchanged']);
		expect(written()).toEqual([]);
	});

	it('looks many values up in few requests, short enough for proxies', async () => {
		fake.store(Array.from({ length: 3000 }, (_, index) => ({ data: { sku: `other ${index}`, text: 'x' } })));
		fake.store([{ data: { sku: 'sku-0001', text: 'x' } }, { data: { sku: 7, text: 'x' } }]);
		const skus = [...Array.from({ length: 1000 }, (_, index) => `sku-${String(index).padStart(4, '0')}`), '7'];
		const { items, error } = await run(skus.map((sku) => row(sku)), { dryRun: true });
		expect(error).toBeUndefined();
		expect(items.filter(({ json }) => json.status === 'unchanged').map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }, { item: 1000 }]);
		const lookUps = fake.server.requests.filter(({ path }) => path === '/api/tasks/');
		expect(lookUps.length).toBeLessThan(8);
		for (const { query } of lookUps) {
			expect(query.toString().length).toBeLessThan(7500);
			expect(query.get('include')).toBe('id,data');
			expect(query.get('resolve_uri')).toBe('false');
		}
		// A number may have been stored as one.
		expect(JSON.parse(lookUps.at(-1)?.query.get('query') ?? '')).toMatchObject({ filters: { items: [{ filter: 'filter:tasks:data.sku', operator: 'in_list', value: expect.arrayContaining(['7', 7]) }] } });
	});

	it('tells a dry run apart, and writes nothing in it', async () => {
		fake.store([{ data: { sku: 'A', text: 'x' } }]);
		const { items } = await run([row('A', 'y'), row('B'), row('B', 'z')], { dryRun: true });
		expect(items.map(({ json }) => json)).toEqual([
			{ id: 101, project: 5, status: 'updated', dry_run: true },
			{ id: null, project: 5, status: 'skipped', reason: 'item 2 has the same value and counts instead', dry_run: true },
			{ id: null, project: 5, status: 'created', dry_run: true },
		]);
		expect(written()).toEqual([]);
	});

	describe('refuses before anything is sent', () => {
		it.each([
			['is missing', { json: { text: 'x' } }, 'Match Field: the data has no "sku" [item 1]'],
			['is null', row(null), 'Match Field: "sku" is empty [item 1]'],
			['is an empty text', row(''), 'Match Field: "sku" is empty [item 1]'],
			['is no text and no number', row({ a: 1 }), 'Match Field: "sku" must be a text or a number [item 1]'],
			['is right, but what the labeling config shows is missing', { json: { sku: 'B' } }, 'The data has no "text", which the labeling config of project 5 shows [item 1]'],
		])('an item whose match field %s', async (_what, item, message) => {
			const { error } = await run([row('A'), item as INodeExecutionData]);
			expect(error?.message).toBe(message);
			expect(written()).toEqual([]);
		});

		it('an item whose value several tasks have', async () => {
			fake.store([{ data: { sku: 'A', text: 'x' } }, { data: { sku: 'A', text: 'y' } }]);
			const { error } = await run([row('A')]);
			expect(error?.message).toBe('2 tasks have "sku" = "A": 101, 102 [item 0]');
			expect(error?.description).toContain('Delete the others, or match by another field');
			expect(written()).toEqual([]);
		});
	});

	it('maps the match field along', async () => {
		await run([{ json: { sku: 'A', text: 'x', other: 1 } }], { dataMode: 'mapped', columns: { mappingMode: 'autoMapInputData', value: null } as never });
		expect(fake.tasks[0]?.data).toEqual({ sku: 'A', text: 'x' });
	});

	it.each(['Community', 'Enterprise', undefined])('asks a server of edition %s for its quick way to change a task only where that is known', async (edition) => {
		fake.edition = edition;
		fake.store([{ data: { sku: 'A', text: 'old' } }]);
		const { items } = await run([row('A', 'new')]);
		expect(items.map(({ json }) => json.status)).toEqual(['updated']);
		const changes = fake.server.requests.filter(({ method }) => method === 'PATCH').map(({ query }) => query.toString());
		expect(changes).toEqual([edition === 'Community' ? 'review=true&project=5&include=id' : '']);
	});

	it('changes tasks where the server does not tell its version', async () => {
		fake.store([{ data: { sku: 'A', text: 'old' } }]);
		fake.instead((request, response) => request.path === '/api/version/' && (sendJson(response, { detail: 'Not here' }, 404), true));
		const { items } = await run([row('A', 'new')]);
		expect(items.map(({ json }) => json.status)).toEqual(['updated']);
		expect(fake.tasks[0]?.data).toEqual({ sku: 'A', text: 'new' });
	});

	it('reports an update that fails by its item, and stops there unless told to go on', async () => {
		fake.store(['A', 'B', 'C'].map((sku) => ({ data: { sku, text: 'old' } })));
		fake.instead((request, response) => request.method === 'PATCH' && request.path.endsWith('/102/') && (sendJson(response, { detail: 'Locked' }, 423), true));
		const items = ['A', 'B', 'C'].map((sku) => row(sku, 'new'));
		const stopped = await run(items);
		expect(stopped.error?.message).toContain('Locked');
		expect(stopped.error?.context?.itemIndex).toBe(1);
		expect(stopped.error?.description).toContain('Failed: items 1. Done: 1 of 3. Nothing was done about items 2.');
		expect(fake.tasks.map(({ data }) => data.text)).toEqual(['new', 'old', 'old']);
		const went = await run(items, {}, { onError: 'continueRegularOutput' });
		expect(went.items.map(({ json }) => json.status ?? json.error)).toEqual(['unchanged', expect.stringContaining('Locked'), 'updated']);
	});
});
