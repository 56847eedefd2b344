import { runNode, type NodeRun } from '../support/engine.mts';
import { sendJson, startServer, type Handler, type TestServer } from '../support/server.mts';

const apiToken = '0123456789abcdef0123456789abcdef01234567';
const read = { resource: 'annotation', operation: 'get', annotationId: '7', simplify: false };
const write = { resource: 'annotation', operation: 'update', annotationId: '7', simplify: false, specifyBody: 'fields', updateFields: { groundTruth: true } };
const remove = { resource: 'annotation', operation: 'delete', annotationId: '7' };
const html = `<!doctype html><html><head><title>Oops</title></head><body>${'<p>page</p>'.repeat(2000)}</body></html>`;
const body = (status: number, detail: string, more: object = {}) => ({ id: 'f3a1-error-id', status_code: status, version: '1.23.2', detail, exc_info: null, ...more });

const everything = (run: NodeRun): string =>
	JSON.stringify({ ...run, error: { ...run.error, message: run.error?.message, description: run.error?.description } });

describe('what goes wrong on the way', () => {
	let server: TestServer;
	beforeEach(async () => {
		server = await startServer();
	});
	afterEach(async () => await server.close());

	const run = async (parameters: object, handler: Handler, options: object = { retries: 0 }) => {
		server.answer(handler);
		return await runNode({ parameters: { ...parameters, options } as never, credential: { baseUrl: server.url, apiToken } });
	};

	it('shows field errors as lines', async () => {
		const { error } = await run(write, (_request, response) =>
			sendJson(response, body(400, 'Validation error', { validation_errors: { title: ['Too short.'], settings: { color: ['Unknown.'] }, non_field_errors: ['Both are wrong.'] } }), 400),
		);
		expect(error?.message).toBe('Label Studio did not accept the values: title: Too short.');
		expect(error?.description).toContain('title: Too short.\nsettings.color: Unknown.\nBoth are wrong.');
		expect(error?.description).toContain('f3a1-error-id');
		expect(error?.httpCode).toBe('400');
		expect(error?.context?.itemIndex).toBe(0);
	});

	it.each<[string, Handler, string, string]>([
		['403', (_request, response) => sendJson(response, body(403, 'You do not have permission.'), 403), 'does not allow this: You do not have permission.', 'role or permission'],
		['404 with JSON', (_request, response) => sendJson(response, body(404, 'No Annotation matches the given query.'), 404), 'no such object: No Annotation matches', 'Check the IDs'],
		['404 with a page', (_request, response) => void response.writeHead(404, { 'content-type': 'text/html' }).end(html), 'found nothing there', '/api/annotations/7/'],
		['405 of an older release', (_request, response) => sendJson(response, body(405, 'Method "GET" not allowed.'), 405), 'This release of Label Studio does not have the operation', 'f3a1'],
		['405 of what is forbidden', (_request, response) => sendJson(response, body(405, 'User cannot soft delete self'), 405), 'Label Studio does not allow this: User cannot', 'f3a1'],
		['401 of a token in the body', (_request, response) => sendJson(response, body(401, 'Token is blacklisted'), 401), 'does not accept the token that was entered', 'revoked'],
		['413 of a proxy', (_request, response) => void response.writeHead(413).end(html), 'too large', 'fewer or smaller'],
		['500 with a detail', (_request, response) => sendJson(response, body(500, 'invalid literal for int()'), 500), 'failed while working on the request: invalid literal', 'check the parameters'],
		['502 with a page', (_request, response) => void response.writeHead(502, { 'content-type': 'text/html' }).end(html), 'could not be reached through its proxy (502)', 'try again'],
		['504 with a page', (_request, response) => void response.writeHead(504, { 'content-type': 'text/html' }).end(html), 'could not be reached through its proxy (504)', 'look before you send it again'],
		['a log-in page', (_request, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end(html), 'A web page came instead of data', 'Base URL'],
		['a redirect', (_request, response) => void response.writeHead(301, { location: 'https://label.example.com/api/annotations/7/' }).end(), 'another address', 'https://label.example.com'],
		['truncated JSON', (_request, response) => void response.writeHead(200, { 'content-type': 'application/json' }).end('{"id": 7, "res'), 'incomplete or no JSON', 'proxy'],
		['a reset connection', (_request, response) => void response.destroy(), 'connection to Label Studio was lost', 'Check network'],
		[
			'an answer that breaks off',
			(_request, response) => {
				response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
				response.write('{"id":', () => response.destroy());
			},
			'connection to Label Studio was lost',
			'Check network',
		],
	])('explains %s', async (_name, handler, message, advice) => {
		const result = await run(read, handler);
		expect(result.error?.message).toContain(message);
		expect(result.error?.description).toContain(advice);
		expect(everything(result)).not.toMatch(/<[a-z!]/i);
	});

	it.each([
		[{ resource: 'webhook', operation: 'create', url: 'http://10.0.0.7/hook', sendForAllActions: true }, 'SSRF_PROTECTION_ENABLED=false'],
		[{ resource: 'mlBackend', operation: 'create', url: 'http://10.0.0.7:9090', project: { __rl: true, mode: 'id', value: '3' } }, 'ML_BLOCK_LOCAL_IP=false'],
	])('says which setting allows a private address: %j', async (parameters, setting) => {
		const { error } = await run(parameters, (_request, response) => sendJson(response, body(403, 'URL resolves to a reserved network address (block: 10.0.0.0/8)'), 403));
		expect(error?.message).toBe('Label Studio refuses to call a private address: URL resolves to a reserved network address (block: 10.0.0.0/8)');
		expect(error?.description).toContain(setting);
	});

	it('shows neither a traceback nor the token', async () => {
		const trace = 'Traceback (most recent call last):\n  File "/label_studio/core/views.py", line 1, in get\nValueError: secret';
		const result = await run(read, (_request, response) => sendJson(response, { ...body(500, `It broke with ${apiToken}\n${trace}`), exc_info: trace }, 500));
		expect(result.error?.message).toContain('It broke with …');
		expect(everything(result)).not.toContain('Traceback');
		expect(everything(result)).not.toContain('views.py');
		expect(everything(result)).not.toContain(apiToken);
	});

	it('explains a timeout and says how long it waited', async () => {
		const { error } = await run(read, () => {}, { retries: 0, timeout: 0.3 });
		expect(error?.message).toBe('Label Studio did not answer within 0.3 seconds');
	});

	it('explains a server that is not there', async () => {
		await server.close();
		const { error } = await runNode({ parameters: { ...read, options: { retries: 0 } }, credential: { baseUrl: server.url, apiToken } });
		expect(error?.message).toBe('No server answers at the Base URL');
		server = await startServer();
	});

	it('says that an operation needs Enterprise', async () => {
		const { error } = await run({ resource: 'annotation', operation: 'deleteMany', ids: '1', project: '2', specifyBody: 'fields', confirm: true }, (_request, response) => void response.writeHead(404).end(html));
		expect(error?.message).toBe('This operation needs Label Studio Enterprise');
	});

	describe('retries', () => {
		const failing = (times: number, fail: Handler): Handler => {
			let left = times;
			return (request, response, incoming) => (left-- > 0 ? fail(request, response, incoming) : sendJson(response, { id: 7 }));
		};
		const busy: Handler = (_request, response) => void response.writeHead(503).end();
		const slowDown: Handler = (_request, response) => void response.writeHead(429, { 'retry-after': '0' }).end();
		const later: Handler = (_request, response) => void response.writeHead(503, { 'retry-after': '0' }).end();
		const reset: Handler = (_request, response) => void response.destroy();

		it.each([
			['a read', read, 'a lost connection', reset],
			['a read', read, '503', busy],
			['a read', read, '429', slowDown],
			['a write', write, '429', slowDown],
			['a write', write, '503 with Retry-After', later],
			['a delete', remove, 'a lost connection', reset],
		] as const)('sends %s again after %s%s', async (_what, parameters, _why, fail) => {
			const result = await run(parameters, failing(2, fail), { retries: 2 });
			expect(result.error).toBeUndefined();
			expect(server.requests).toHaveLength(3);
		});

		it.each([
			['a lost connection', reset],
			['503 without Retry-After', busy],
			['502', ((_request, response) => void response.writeHead(502).end()) as Handler],
			['truncated JSON', ((_request, response) => void response.writeHead(200).end('{"id"')) as Handler],
		])('never sends a write again after %s', async (_why, fail) => {
			const result = await run(write, failing(1, fail), { retries: 5 });
			expect(result.error).toBeDefined();
			expect(server.requests).toHaveLength(1);
		});

		it('gives up after as many as allowed', async () => {
			const result = await run(read, reset, { retries: 1 });
			expect(result.error).toBeDefined();
			expect(server.requests).toHaveLength(2);
		});

		it('waits as long as Retry-After says', async () => {
			const times: number[] = [];
			const result = await run(read, (_request, response) => {
				times.push(Date.now());
				return times.length === 1 ? void response.writeHead(429, { 'retry-after': '1' }).end() : sendJson(response, { id: 7 });
			}, {});
			expect(result.error).toBeUndefined();
			expect((times[1] as number) - (times[0] as number)).toBeGreaterThanOrEqual(1000);
		});

		it('takes a delete for done when only its answer was lost', async () => {
			let deleted = false;
			const result = await run(remove, (_request, response) => {
				if (deleted) return sendJson(response, body(404, 'No Annotation matches the given query.'), 404);
				deleted = true;
				response.destroy();
			}, {});
			expect(result.error).toBeUndefined();
			expect(result.items).toEqual([{ json: { deleted: true }, pairedItem: { item: 0 } }]);
		});

		it('stops when the execution is cancelled', async () => {
			let cancel = () => {};
			server.answer((_request, response) => {
				response.writeHead(429, { 'retry-after': '60' }).end();
				cancel();
			});
			await runNode({
				parameters: { ...read, options: { retries: 5 } },
				credential: { baseUrl: server.url, apiToken },
				onStart: (stop) => {
					cancel = stop;
				},
			});
			expect(server.requests).toHaveLength(1);
		});
	});
});
