import { composites } from '../../nodes/LabelStudio/composite';
import { operations } from '../../nodes/LabelStudio/generated/operations.ts';
import { runNode } from '../support/engine.mts';
import { sendJson, startServer, type TestServer } from '../support/server.mts';

const apiToken = '0123456789abcdef0123456789abcdef01234567';

describe('composite operations', () => {
	let server: TestServer;
	beforeEach(async () => {
		server = await startServer((request, response) => {
			if (request.path.endsWith('/404/')) sendJson(response, { detail: 'No Project matches the given query.' }, 404);
			else if (request.method === 'GET') sendJson(response, { id: 3, title: 'Pattern', label_config: '<View/>', sampling: null, show_skip_button: false, task_number: 7 });
			else sendJson(response, { id: 9, ...(JSON.parse(request.body) as object), parsed_label_config: {} }, 201);
		});
	});
	afterEach(async () => await server.close());

	const duplicate = async (ids: unknown[], more: object = {}) =>
		await runNode({
			parameters: { resource: 'project', operation: 'duplicate', project: { __rl: true, mode: 'id', value: '={{ $json.id }}' }, title: 'Second round', simplify: true } as never,
			credential: { baseUrl: server.url, apiToken },
			items: ids.map((id) => ({ json: { id } as never })),
			...more,
		});

	it('of the table are those that there are', () => {
		const named = Object.values(operations).flatMap((resource) => Object.values(resource).map(({ composite }) => composite));
		expect([...new Set(named.filter((name) => name !== undefined))].sort()).toEqual(Object.keys(composites).sort());
	});

	it('put out paired items in input order, simplified', async () => {
		const { items, error } = await duplicate([3, 4]);
		expect(error).toBeUndefined();
		expect(items).toEqual([0, 1].map((item) => ({ json: { id: 9, title: 'Second round', label_config: '<View/>' }, pairedItem: { item } })));
		expect(server.requests.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /api/projects/3/', 'POST /api/projects/', 'GET /api/projects/4/', 'POST /api/projects/']);
		expect(JSON.parse(server.requests[1]?.body ?? '')).toEqual({ title: 'Second round', label_config: '<View/>', show_skip_button: false });
	});

	it('send nothing when a field of any item is wrong', async () => {
		const { error } = await duplicate([3, 'x']);
		expect(error?.message).toBe('Project must be a whole number, but is "x" [item 1]');
		expect(server.requests).toHaveLength(0);
	});

	it('stop at an item that fails', async () => {
		const { error, items } = await duplicate([404, 3]);
		expect(error?.message).toContain('Label Studio found no such object');
		expect(error?.context?.itemIndex).toBe(0);
		expect(items).toEqual([]);
		expect(server.requests).toHaveLength(1);
	});

	it('go on with the others when told to', async () => {
		const { items, error } = await duplicate(['x', 404, 3], { onError: 'continueRegularOutput' });
		expect(error).toBeUndefined();
		expect(items.map(({ json, pairedItem }) => [json.error ?? json.id, pairedItem])).toEqual([
			['Project must be a whole number, but is "x"', { item: 0 }],
			[expect.stringContaining('Label Studio found no such object'), { item: 1 }],
			[9, { item: 2 }],
		]);
	});
});
