import { runNode, type NodeRun } from '../support/engine.mts';
import { liveServer } from '../support/live.mts';
import { accessToken, personalAccessToken } from '../support/tokens.mts';

const whoami = { resource: 'currentUser', operation: 'get', simplify: false };

describe('tokens on a real Label Studio', () => {
	const { url, apiToken, legacyToken } = liveServer();
	const run = async (token: string, baseUrl = url): Promise<NodeRun> => await runNode({ parameters: whoami, credential: { baseUrl, apiToken: token } });

	it('of either kind are accepted', async () => {
		for (const token of [apiToken, legacyToken].filter((one) => one !== undefined)) {
			const { items, error } = await run(token);
			expect(error).toBeUndefined();
			expect(items[0]?.json.email).toContain('@');
		}
	});

	it('work with an address that was pasted with /api/', async () => {
		expect((await run(apiToken, `${url}/api/`)).error).toBeUndefined();
	});

	it.each([
		['a wrong legacy token', '0123456789abcdef0123456789abcdef01234567', 'Label Studio does not accept the API token'],
		['a personal access token of another server', personalAccessToken(), 'Label Studio does not accept the personal access token'],
		['an access token in its place', accessToken(), 'Label Studio does not accept the personal access token'],
	])('that are no good are explained: %s', async (_name, token, message) => {
		const { error, items } = await run(token);
		expect(error?.message).toBe(message);
		expect(error?.description).toBeTruthy();
		expect(JSON.stringify({ ...error, items, text: `${error?.message} ${error?.description}` })).not.toContain(token);
	});

	it('are renewed when the server takes a session for expired', async () => {
		const session = JSON.stringify({ owner: 'x', access: accessToken(), renewAt: Date.now() + 60_000 });
		const { error } = await runNode({ parameters: whoami, credential: { baseUrl: url, apiToken, sessionToken: session } });
		expect(error).toBeUndefined();
	});
});
