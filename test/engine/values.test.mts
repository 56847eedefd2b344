import { runNode } from '../support/engine.mts';
import { sendJson, startServer, type TestServer } from '../support/server.mts';

const apiToken = '0123456789abcdef0123456789abcdef01234567';
const id = (value: string) => ({ __rl: true as const, mode: 'id', value });

describe('values', () => {
	let server: TestServer;
	beforeAll(async () => {
		server = await startServer((_request, response) => sendJson(response, { id: 1 }));
	});
	afterAll(async () => await server.close());
	beforeEach(() => {
		server.requests.length = 0;
	});

	const run = async (parameters: object) => await runNode({ parameters: parameters as never, credential: { baseUrl: server.url, apiToken } });
	const body = () => JSON.parse(server.requests[0]?.body ?? 'null') as unknown;

	describe('of free text in a path', () => {
		const get = { resource: 'projectStatistic', operation: 'getModelAgreement', project: id('3') };

		it.each([
			['v1', 'v1'],
			[' bert: v2 (2026) ', 'bert%3A%20v2%20(2026)'],
			['what?#ä', 'what%3F%23%C3%A4'],
			['v1..2', 'v1..2'],
		])('are encoded: %j', async (modelVersion, segment) => {
			const { error } = await run({ ...get, modelVersion });
			expect(error).toBeUndefined();
			expect(server.requests.map(({ path }) => path)).toEqual([`/api/projects/3/model-stats/${segment}/prediction`]);
		});

		it.each([['a/b'], ['..'], ['.'], ['a\\b'], ['%2e%2e'], ['a\nb']])('cannot lead elsewhere: %j', async (modelVersion) => {
			const { error } = await run({ ...get, modelVersion: `={{ ${JSON.stringify(modelVersion)} }}` });
			expect(error?.message).toMatch(/^Model Version must be text without/);
			expect(server.requests).toEqual([]);
		});
	});

	describe('of rows', () => {
		const replace = { resource: 'reviewRoutingRule', operation: 'replace', project: id('3'), confirm: true };
		const row = { operator: 'lt', threshold: '0.8', dimension: id('4'), ruleId: id('9'), sampleRate: '0.25' };

		it('are sent in their order, what is empty as null where the server wants that', async () => {
			const { error } = await run({ ...replace, rules: { row: [row, { operator: '', threshold: '', dimension: id(''), ruleId: id(''), sampleRate: '1' }] } });
			expect(error).toBeUndefined();
			expect(body()).toEqual({
				rules: [
					{ operator: 'lt', agreement_threshold: '0.8', dimension: 4, id: 9, sample_rate: '0.25' },
					{ operator: null, agreement_threshold: null, dimension: null, sample_rate: '1' },
				],
			});
		});

		it.each([
			['a row without what it needs', { row: [row, { ...row, sampleRate: '={{ "" }}' }] }, 'Rules 2: Sample Rate is required, but empty [item 0]'],
			['a wrong choice', { row: [{ ...row, operator: '={{ "like" }}' }] }, 'Rules 1: Agreement must be one of'],
			['no row', {}, 'Rules is required, but empty [item 0]'],
		])('are refused: %s', async (_name, rules, message) => {
			const { error } = await run({ ...replace, rules });
			expect(error?.message).toContain(message);
			expect(server.requests).toEqual([]);
		});
	});

	it('of a required object are not sent when none was set', async () => {
		const get = { resource: 'task', operation: 'getAgreementMatrix', project: id('3'), task: id('5') };
		expect((await run({ ...get, participants: {} })).error?.message).toBe('Participants is required, but empty [item 0]');
		expect(server.requests).toEqual([]);
		expect((await run({ ...get, participants: { allAnnotators: true, modelVersions: 'v1, v2' } })).error).toBeUndefined();
		expect(JSON.parse(server.requests[0]?.query.get('selection') ?? '')).toEqual({ annotators: { all: true }, models: { ids: ['v1', 'v2'] } });
	});
});
