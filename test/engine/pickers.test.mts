import { loadMapping, loadOptions, searchList } from '../support/engine.mts';
import { sendJson, startServer, type TestServer } from '../support/server.mts';

const apiToken = '0123456789abcdef0123456789abcdef01234567';
const id = (value: string) => ({ __rl: true as const, mode: 'id', value });

describe('pickers', () => {
	let server: TestServer;
	beforeEach(async () => {
		server = await startServer();
	});
	afterEach(async () => await server.close());

	const options = (parameters: object) => ({ parameters: parameters as never, credential: { baseUrl: server.url, apiToken } });

	it('tell roles apart by whose they are, and ask the chosen project for them', async () => {
		server.answer((_request, response) =>
			sendJson(response, [
				{ id: 31, project: 3, role: 'AN', user: 7 },
				{ id: 32, project: 3, role: 'AN', user: 8 },
			]),
		);
		const remove = { resource: 'projectRole', operation: 'delete', projectScope: id('3') };
		expect(await searchList('searchProjectRoles', options(remove))).toEqual({
			results: [
				{ name: 'AN of user 7', value: 31 },
				{ name: 'AN of user 8', value: 32 },
			],
			paginationToken: undefined,
		});
		expect((await searchList('searchProjectRoles', options(remove), 'user 8')).results.map(({ value }) => value)).toEqual([32]);
		expect(server.requests.map(({ path }) => path)).toEqual(['/api/projects/3/roles', '/api/projects/3/roles']);
	});

	it('need all that a list belongs to', async () => {
		server.answer((_request, response) => sendJson(response, [{ id: 5, reason: 'MANUAL', created_at: '2026-11-01T08:00:00Z' }]));
		const get = { resource: 'pause', operation: 'get', project: id('3') };
		await expect(searchList('searchPauses', options(get))).rejects.toThrow('Choose the user first');
		expect(server.requests).toEqual([]);
		const { results } = await searchList('searchPauses', options({ ...get, user: id('7') }));
		expect(results).toEqual([{ name: 'MANUAL since 2026-11-01T08:00:00Z', value: 5 }]);
		expect(server.requests.map(({ path }) => path)).toEqual(['/api/projects/3/members/7/pauses/']);
	});

	it('offer the model versions of the chosen project', async () => {
		server.answer((_request, response) => sendJson(response, { 'bert: v2': 12 }));
		const get = { resource: 'projectStatistic', operation: 'getModelAgreement' };
		await expect(loadOptions('getModelVersions', options(get))).rejects.toThrow('Choose the project first');
		expect(await loadOptions('getModelVersions', options({ ...get, project: id('3') }))).toEqual([{ name: 'bert: v2 (12 Predictions)', value: 'bert: v2' }]);
		expect(server.requests.map(({ path }) => path)).toEqual(['/api/projects/3/model-versions/']);
	});

	it('tell which fields tasks need, and which they have', async () => {
		server.answer((request, response) =>
			sendJson(response, request.path.endsWith('/summary/') ? { all_data_columns: { text: 3, sku: 3, note: 1 } } : { label_config: '<View><Text name="t" value="$text"/><Image name="i" value="$photo.url"/></View>' }),
		);
		const of = async (parameters: object) => (await loadMapping('getTaskFields', options({ resource: 'task', project: id('3'), dataMode: 'mapped', ...parameters }))).fields.map((field) => [field.id, field.required, field.removed ?? false]);
		expect(await of({ operation: 'import' })).toEqual([['text', true, false], ['photo', true, false], ['sku', false, true], ['note', false, true]]);
		expect(await of({ operation: 'upsert', matchField: 'sku' })).toEqual([['sku', true, false], ['text', true, false], ['photo', true, false], ['note', false, true]]);
		await expect(loadMapping('getTaskFields', options({ resource: 'task', operation: 'import', project: id('') }))).rejects.toThrow('Choose the project first');
	});
});
