import { runNode, type NodeRun } from '../support/engine.mts';
import { sendJson, startServer, type TestServer } from '../support/server.mts';
import { accessToken, isExchange, personalAccessToken } from '../support/tokens.mts';

const get = { resource: 'annotation', operation: 'get', annotationId: '={{ $json.id }}', simplify: false };
const items = (count: number) => Array.from({ length: count }, (_, index) => ({ json: { id: index + 1 } }));
const unauthorized = { id: 'e-1', status_code: 401, version: '1.23.2', detail: 'Authentication credentials were not provided.', exc_info: null };

const everything = (run: NodeRun): string => JSON.stringify({ ...run, error: { ...run.error, message: run.error?.message, stack: run.error?.stack } });

describe('tokens', () => {
	let server: TestServer;
	let personal: string;
	/** Access tokens that the server takes right now. */
	let valid: Set<string>;
	/** Seconds. */
	let lifetime: number;
	let clockSkew: number;

	beforeEach(async () => {
		personal = personalAccessToken();
		valid = new Set();
		lifetime = 300;
		clockSkew = 0;
		server = await startServer((request, response) => {
			if (isExchange(request)) {
				if ((JSON.parse(request.body) as { refresh: string }).refresh !== personal) return sendJson(response, { detail: 'Token is invalid', code: 'token_not_valid' }, 401);
				const access = accessToken(lifetime, Math.floor(Date.now() / 1000) + clockSkew);
				valid.add(access);
				return sendJson(response, { access });
			}
			const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
			return valid.has(bearer) ? sendJson(response, { id: 1 }) : sendJson(response, unauthorized, 401);
		});
	});
	afterEach(async () => await server.close());

	const exchanges = () => server.requests.filter(isExchange).length;

	it('exchanges a personal access token once for many concurrent requests', async () => {
		const run = await runNode({ parameters: get, credential: { baseUrl: server.url, apiToken: personal }, items: items(40) });
		expect(run.error).toBeUndefined();
		expect(run.items).toHaveLength(40);
		expect(exchanges()).toBe(1);
		expect(server.requests.find(isExchange)?.headers.authorization).toBeUndefined();
		expect(server.requests).toHaveLength(41);
	});

	it('renews a session that runs out half way, without a failed request', async () => {
		lifetime = 1;
		let served = 0;
		server.answer(async (request, response) => {
			if (isExchange(request)) {
				const access = accessToken(lifetime);
				valid = new Set([access]);
				return sendJson(response, { access });
			}
			const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
			if (!valid.has(bearer)) return sendJson(response, unauthorized, 401);
			served += 1;
			// Longer than the session is used, so that the next request finds it stale.
			await new Promise((resolve) => setTimeout(resolve, 600));
			return sendJson(response, { id: served });
		});
		const run = await runNode({ parameters: { ...get, options: { concurrency: 1 } }, credential: { baseUrl: server.url, apiToken: personal }, items: items(3) });
		expect(run.error).toBeUndefined();
		expect(run.items.map(({ json }) => json.id)).toEqual([1, 2, 3]);
		expect(exchanges()).toBe(3);
		expect(served).toBe(3);
	});

	it('gets a new session when the server forgets the old one', async () => {
		let served = 0;
		server.answer((request, response) => {
			if (isExchange(request)) {
				const access = accessToken();
				valid.add(access);
				return sendJson(response, { access });
			}
			const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
			if (!valid.has(bearer)) return sendJson(response, unauthorized, 401);
			// As a server does that was set up anew.
			if (++served === 1) valid.clear();
			return sendJson(response, { id: served });
		});
		const run = await runNode({ parameters: { ...get, options: { concurrency: 1 } }, credential: { baseUrl: server.url, apiToken: personal }, items: items(2) });
		expect(run.error).toBeUndefined();
		expect(run.items.map(({ json }) => json.id)).toEqual([1, 2]);
		expect(exchanges()).toBe(2);
	});

	it.each([
		['ahead', 86_400],
		['behind', -86_400],
	])('does not mind a server clock that is a day %s', async (_name, skew) => {
		clockSkew = skew;
		const run = await runNode({ parameters: get, credential: { baseUrl: server.url, apiToken: personal }, items: items(5) });
		expect(run.error).toBeUndefined();
		expect(exchanges()).toBe(1);
	});

	it('does not use a session of another token', async () => {
		const first = await runNode({ parameters: get, credential: { baseUrl: server.url, apiToken: personal } , items: items(1)});
		expect(first.error).toBeUndefined();
		const session = JSON.stringify({ owner: 'another', access: [...valid][0], renewAt: Date.now() + 100_000 });
		const run = await runNode({ parameters: get, credential: { baseUrl: server.url, apiToken: personal, sessionToken: session }, items: items(1) });
		expect(run.error).toBeUndefined();
		expect(exchanges()).toBe(2);
	});

	it('says that a personal access token is refused, and shows none of it', async () => {
		const wrong = personalAccessToken();
		const run = await runNode({ parameters: get, credential: { baseUrl: server.url, apiToken: wrong }, items: items(1) });
		expect(run.error?.message).toBe('Label Studio does not accept the personal access token');
		expect(run.error?.description).toContain('Create a new one');
		expect(everything(run)).not.toContain(wrong);
		expect(exchanges()).toBe(1);
	});

	it('tells a revoked session from a wrong token', async () => {
		server.answer((request, response) => (isExchange(request) ? sendJson(response, { access: accessToken() }) : sendJson(response, unauthorized, 401)));
		const run = await runNode({ parameters: get, credential: { baseUrl: server.url, apiToken: personal }, items: items(1) });
		expect(run.error?.message).toBe('Label Studio does not accept the API token');
		expect(run.error?.description).toContain('revoked');
		expect(run.error?.httpCode).toBe('401');
	});

	it.each([
		['a wrong legacy token', 'Invalid token.', 'does not accept the API token', 'Copy the token again'],
		['a legacy token where legacy is switched off', 'Authentication token no longer valid: legacy token authentication has been disabled for this organization', 'Legacy tokens are switched off', 'personal access token'],
	])('explains %s', async (_name, detail, message, advice) => {
		const apiToken = 'feedfacefeedfacefeedfacefeedfacefeedface';
		server.answer((_request, response) => sendJson(response, { ...unauthorized, detail: `${detail} ${apiToken}` }, 401));
		const run = await runNode({ parameters: get, credential: { baseUrl: server.url, apiToken }, items: items(1) });
		expect(run.error?.message).toContain(message);
		expect(run.error?.description).toContain(advice);
		expect(everything(run)).not.toContain(apiToken);
		expect(server.requests.every((request) => request.headers.authorization === `Token ${apiToken}`)).toBe(true);
	});

	it('tries the exchange again while the server restarts', async () => {
		let refusals = 2;
		const access = accessToken();
		server.answer((request, response) => {
			if (!isExchange(request)) return sendJson(response, { id: 1 });
			return refusals-- > 0 ? void response.writeHead(503).end('<html>busy</html>') : sendJson(response, { access });
		});
		const run = await runNode({ parameters: get, credential: { baseUrl: server.url, apiToken: personal }, items: items(1) });
		expect(run.error).toBeUndefined();
		expect(exchanges()).toBe(3);
	});
});
