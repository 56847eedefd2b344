import { runNode } from '../support/engine.mts';
import { sendJson, startServer, type TestServer } from '../support/server.mts';

const apiToken = '0123456789abcdef0123456789abcdef01234567';
const numbered = (count: number) => Array.from({ length: count }, (_, index) => ({ json: { id: index + 1 } }));
const get = { resource: 'annotation', operation: 'get', annotationId: '={{ $json.id }}', simplify: false };
const update = { resource: 'annotation', operation: 'update', annotationId: '={{ $json.id }}', simplify: false, specifyBody: 'fields', updateFields: { groundTruth: true } };

describe('items', () => {
	let server: TestServer;
	beforeEach(async () => {
		server = await startServer();
	});
	afterEach(async () => await server.close());

	const run = async (parameters: object, items = numbered(1), more: object = {}) =>
		await runNode({ parameters: parameters as never, credential: { baseUrl: server.url, apiToken }, items, ...more });

	/** Answers all requests that wait as soon as as many as `together` of them do, or no more can come. */
	const answerTogether = (together: number, all: number) => {
		let waiting: Array<() => void> = [];
		let answered = 0;
		server.answer((request, response) => {
			waiting.push(() => sendJson(response, { id: Number(request.path.split('/')[3]) }));
			if (waiting.length < together && answered + waiting.length < all) return;
			answered += waiting.length;
			// Backwards, so that the first to come is the last to be answered.
			for (const send of waiting.reverse()) send();
			waiting = [];
		});
	};

	it('keeps input order and pairs each item, whatever order the answers come in', async () => {
		answerTogether(8, 32);
		const result = await run(get, numbered(32));
		expect(result.items).toEqual(numbered(32).map(({ json }, item) => ({ json, pairedItem: { item } })));
	});

	it('has eight reads under way at once, and no more', async () => {
		answerTogether(8, 24);
		await run(get, numbered(24));
		expect(server.mostInFlight()).toBe(8);
	});

	it('writes one after the other, in item order', async () => {
		server.answer((_request, response) => sendJson(response, { id: 1 }));
		await run(update, numbered(10));
		expect(server.mostInFlight()).toBe(1);
		expect(server.requests.map((request) => request.path)).toEqual(numbered(10).map(({ json }) => `/api/annotations/${json.id}/`));
	});

	it.each([
		['reads', get, 3],
		['writes', update, 4],
	])('has as many %s under way as Concurrency says', async (_name, parameters, concurrency) => {
		answerTogether(concurrency, 12);
		await run({ ...parameters, options: { concurrency } }, numbered(12));
		expect(server.mostInFlight()).toBe(concurrency);
	});

	it('goes on past a failed item with Continue On Fail, and keeps the others paired', async () => {
		server.answer((request, response) => {
			const id = Number(request.path.split('/')[3]);
			return id === 2 ? sendJson(response, { id: 'e', detail: 'No Annotation matches the given query.' }, 404) : sendJson(response, { id });
		});
		const { items, error } = await run(get, numbered(3), { onError: 'continueRegularOutput' });
		expect(error).toBeUndefined();
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
		expect(items[0]?.json).toEqual({ id: 1 });
		expect(items[1]?.json).toEqual({
			error: 'Label Studio found no such object: No Annotation matches the given query.',
			details: expect.objectContaining({ statusCode: 404, errorId: 'e' }),
		});
		expect(items[2]?.json).toEqual({ id: 3 });
	});

	it('sends failed items to the error output with what came in', async () => {
		server.answer((request, response) => (request.path.includes('/2/') ? response.writeHead(403).end() : sendJson(response, { id: 1 })) as void);
		const { items, failed } = await run(get, numbered(3), { onError: 'continueErrorOutput' });
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 2 }]);
		expect(failed).toHaveLength(1);
		expect(failed[0]).toMatchObject({ json: { error: 'Label Studio does not allow this' }, pairedItem: { item: 1 } });
	});

	it('says of an error item that nothing was sent, when a value was wrong', async () => {
		const { failed } = await run(get, [{ json: { id: 'x' } }] as never, { onError: 'continueErrorOutput' });
		expect(failed[0]?.json).toMatchObject({ error: 'Annotation ID must be a whole number, but is "x"', details: { refused: true } });
		server.answer((_request, response) => void response.writeHead(403).end());
		expect((await run(get, numbered(1), { onError: 'continueErrorOutput' })).failed[0]?.json.details).not.toHaveProperty('refused');
	});

	it.each([
		['a list where an object is wanted', update, '[1]', 'JSON Body must be a JSON object in { }'],
		['an object where a list is wanted', { resource: 'label', operation: 'create' }, '{}', 'JSON Body must be a JSON list in [ ]'],
	])('refuses %s as JSON body', async (_name, parameters, jsonBody, message) => {
		const { error } = await run({ ...parameters, specifyBody: 'json', jsonBody });
		expect(error?.message).toBe(`${message} [item 0]`);
		expect(server.requests).toEqual([]);
	});

	it('fails every item when the credential is unusable and errors are to be items', async () => {
		const { items } = await runNode({
			parameters: get,
			credential: { baseUrl: '', apiToken },
			items: numbered(2),
			onError: 'continueRegularOutput',
		});
		expect(items.map(({ json }) => json.error)).toEqual(['Base URL is empty', 'Base URL is empty']);
	});

	it('stops after the first failure otherwise, and names the item', async () => {
		server.answer((request, response) => (request.path.includes('/2/') ? response.writeHead(403).end() : sendJson(response, { id: 1 })) as void);
		const { error } = await run({ ...update }, numbered(5));
		expect(error?.context?.itemIndex).toBe(1);
		expect(server.requests).toHaveLength(2);
	});

	it('reads every item before it sends anything', async () => {
		const { error } = await run(update, [{ json: { id: 1 } }, { json: { id: 'x' } }] as never);
		expect(error?.message).toBe('Annotation ID must be a whole number, but is "x" [item 1]');
		expect(server.requests).toHaveLength(0);
	});

	it('puts out {deleted: true} for a delete', async () => {
		server.answer((_request, response) => void response.writeHead(204).end());
		const { items } = await run({ resource: 'annotation', operation: 'delete', annotationId: '1' });
		expect(items).toEqual([{ json: { deleted: true }, pairedItem: { item: 0 } }]);
	});

	it('simplifies wide rows unless told otherwise', async () => {
		server.answer((_request, response) => sendJson(response, { id: 1, task: 2, result: [], import_id: null, state: 'x' }));
		expect((await run({ ...get, simplify: true })).items[0]?.json).toEqual({ id: 1, task: 2, result: [] });
		expect((await run(get)).items[0]?.json).toEqual({ id: 1, task: 2, result: [], import_id: null, state: 'x' });
	});

	it('gives status and headers, but no cookies, with Full Response', async () => {
		server.answer((_request, response) => sendJson(response, { id: 1, state: 'x' }, 200, { 'x-total': '5', 'set-cookie': 'sessionid=secret' }));
		const { items } = await run({ ...get, simplify: true, options: { fullResponse: true } });
		expect(items[0]?.json).toMatchObject({ statusCode: 200, headers: { 'x-total': '5' }, body: { id: 1, state: 'x' } });
		expect(JSON.stringify(items)).not.toContain('secret');
	});

	it('sends explicit falsy values and leaves out what is empty', async () => {
		server.answer((_request, response) => sendJson(response, { id: 1 }));
		const parameters = { ...update, updateFields: { groundTruth: false, leadTime: 0, result: '={{ null }}', wasCancelled: '={{ $json.nothing }}', task: { __rl: true, mode: 'id', value: '' } } };
		await run(parameters);
		expect(JSON.parse(server.requests[0]?.body ?? '')).toEqual({ ground_truth: false, lead_time: 0, result: null });
	});

	it('sends a body given as JSON instead of the fields', async () => {
		server.answer((_request, response) => sendJson(response, { id: 1 }));
		await run({ ...update, specifyBody: 'json', jsonBody: '={{ { lead_time: $json.id, something_new: [1] } }}' });
		expect(JSON.parse(server.requests[0]?.body ?? '')).toEqual({ lead_time: 1, something_new: [1] });
	});

	it.each([
		['as an item', {}],
		['with Full Response', { options: { fullResponse: true } }],
	])('shows only how a token begins, %s', async (_name, more) => {
		server.answer((_request, response) => sendJson(response, { token: apiToken }));
		const { items } = await run({ resource: 'currentUser', operation: 'getToken', ...more });
		expect(JSON.stringify(items)).toContain('"token":"0123…"');
	});

	it('keeps the sub-path of the Base URL and mends a pasted /api/', async () => {
		server.answer((_request, response) => sendJson(response, { id: 1 }));
		await runNode({ parameters: { ...get, annotationId: '5' }, credential: { baseUrl: ` ${server.url}/label-studio/api/ `, apiToken } });
		expect(server.requests[0]?.path).toBe('/label-studio/api/annotations/5/');
	});
});
