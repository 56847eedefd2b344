import { runNode, type NodeRun } from '../support/engine.mts';
import { sendJson, startServer, type Handler, type TestServer } from '../support/server.mts';

const apiToken = '0123456789abcdef0123456789abcdef01234567';
const secret = 'sesame-"open"-0123456789';

/** All that the node says; n8n adds the node's own parameters. */
const everything = ({ items, error }: NodeRun): string => JSON.stringify([items, { ...error, node: undefined, message: error?.message, description: error?.description }]);

describe('secrets that are not the token', () => {
	let server: TestServer;
	beforeAll(async () => {
		server = await startServer();
	});
	afterAll(async () => await server.close());

	const run = async (parameters: object, handler: Handler) => {
		server.answer(handler);
		return await runNode({ parameters: { ...parameters, options: { retries: 0 } } as never, credential: { baseUrl: server.url, apiToken } });
	};
	const create = { resource: 'webhook', operation: 'create', url: 'https://host/hook', sendForAllActions: true };
	const connect = { resource: 'modelProvider', operation: 'create', provider: 'OpenAI' };

	it.each<[string, object]>([
		['an object', { ...create, additionalFields: { headers: JSON.stringify({ 'X-Secret': secret }) } }],
		['a JSON body', { ...create, specifyBody: 'json', jsonBody: JSON.stringify({ url: 'https://host/hook', headers: { 'X-Secret': secret } }) }],
		['a text', { ...connect, additionalFields: { apiKey: secret } }],
	])('of %s are sent, and taken out of an error that repeats them', async (_name, parameters) => {
		const result = await run(parameters, ({ body }, response) =>
			sendJson(response, { detail: 'Validation error', validation_errors: { headers: [`${JSON.stringify(JSON.parse(body))} and ${secret} are wrong`] } }, 400),
		);
		expect(JSON.stringify(JSON.parse(server.requests.at(-1)?.body ?? ''))).toContain('sesame');
		expect(result.error?.message).toContain('and … are wrong');
		expect(everything(result)).not.toContain('sesame');
	});

	it.each<[string, object, string]>([
		['broken JSON', { ...create, additionalFields: { headers: '{"X-Secret": sesame}' } }, 'Headers is no valid JSON [item 0]'],
		['a text where an object belongs', { ...create, additionalFields: { headers: '"sesame"' } }, 'Headers must be a JSON object in { } [item 0]'],
		['a broken JSON body', { ...create, specifyBody: 'json', jsonBody: '{"headers": sesame}' }, 'JSON Body is no valid JSON [item 0]'],
	])('are not shown by an error about %s', async (_name, parameters, message) => {
		server.requests.length = 0;
		const result = await run(parameters, (_request, response) => sendJson(response, {}));
		expect(result.error?.message).toBe(message);
		expect(everything(result)).not.toContain('sesame');
		expect(server.requests).toHaveLength(0);
	});

	const webhook = { id: 7, headers: { 'X-Secret': secret, 'X-Short': 'abcdef', 'X-Empty': '' } };
	const shown = { 'X-Secret': 'sesa…', 'X-Short': '…', 'X-Empty': '' };

	it.each<[string, object, unknown, unknown]>([
		['an object', { operation: 'get', webhook: '7' }, webhook, { id: 7, headers: shown }],
		['the rows of a list', { operation: 'getMany', limit: 5 }, [webhook], { id: 7, headers: shown }],
	])('of %s come out shortened, short ones not at all', async (_name, parameters, answer, expected) => {
		const { items } = await run({ resource: 'webhook', ...parameters }, (_request, response) => sendJson(response, answer));
		expect(items.map(({ json }) => json)).toEqual([expected]);
	});

	it('deep in an answer come out shortened', async () => {
		const { items } = await run({ resource: 'mlBackend', operation: 'test', mlBackend: '7' }, (_request, response) =>
			sendJson(response, { status: 200, request: { params: { login: 'anna', password: secret, context: null } } }),
		);
		expect(items[0]?.json).toEqual({ status: 200, request: { params: { login: 'anna', password: 'sesa…', context: null } } });
	});
});
