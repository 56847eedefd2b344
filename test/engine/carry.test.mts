import { runNode } from '../support/engine.mts';
import { sendJson, startServer, type TestServer } from '../support/server.mts';

const apiToken = '0123456789abcdef0123456789abcdef01234567';
const webhook = { id: 7, url: 'https://host/hook', is_active: true, send_for_all_actions: false, actions: ['TASKS_CREATED'] };

describe('a change of what Label Studio would lose', () => {
	let server: TestServer;
	beforeAll(async () => {
		server = await startServer();
	});
	afterAll(async () => await server.close());
	beforeEach(() => {
		server.requests.length = 0;
		server.answer((_request, response) => sendJson(response, webhook));
	});

	const update = async (parameters: object) =>
		await runNode({
			parameters: { resource: 'webhook', operation: 'update', webhook: { __rl: true, mode: 'id', value: '7' }, ...parameters } as never,
			credential: { baseUrl: server.url, apiToken },
		});
	const sent = () => server.requests.map(({ method, path, body }) => [method, path, ...(body ? [JSON.parse(body) as unknown] : [])]);

	it.each([
		['by fields', { updateFields: { isActive: false } }],
		['by JSON', { specifyBody: 'json', jsonBody: '{"is_active": false}' }],
	])('sends it along as it is, %s', async (_name, parameters) => {
		expect((await update(parameters)).error).toBeUndefined();
		expect(sent()).toEqual([
			['GET', '/api/webhooks/7/'],
			['PATCH', '/api/webhooks/7/', { is_active: false, actions: ['TASKS_CREATED'] }],
		]);
	});

	it.each([
		['to something else', ['TASKS_DELETED']],
		['to nothing', []],
	])('reads nothing first when it is changed itself, %s', async (_name, actions) => {
		expect((await update({ updateFields: { sendForAllActions: false, actions } })).error).toBeUndefined();
		expect(sent()).toEqual([['PATCH', '/api/webhooks/7/', { send_for_all_actions: false, actions }]]);
	});

	it('is not made when the object cannot be read', async () => {
		server.answer((_request, response) => sendJson(response, { detail: 'No Webhook matches the given query.' }, 404));
		expect((await update({ updateFields: { isActive: false } })).error?.message).toContain('No Webhook matches');
		expect(sent()).toEqual([['GET', '/api/webhooks/7/']]);
	});
});
