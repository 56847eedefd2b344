import { runNode } from '../support/engine.mts';
import { sendJson, startServer, type TestServer } from '../support/server.mts';

const apiToken = '0123456789abcdef0123456789abcdef01234567';
const get = { resource: 'annotation', operation: 'get', annotationId: '5' };

describe('as a tool of a model', () => {
	let server: TestServer;
	beforeEach(async () => {
		server = await startServer();
	});
	afterEach(async () => await server.close());

	const run = async (parameters: object, more: object = { asTool: true }) => await runNode({ parameters: parameters as never, credential: { baseUrl: server.url, apiToken }, ...more });

	it('an error is one sentence after the other: what happened, what else is known, what to do', async () => {
		server.answer((_request, response) => sendJson(response, { id: 'e-1', detail: 'Validation error', validation_errors: { title: ['Too short.'], color: ['Unknown'] } }, 400));
		const { error } = await run({ ...get });
		expect(error?.message).toBe("Label Studio did not accept the values: title: Too short. color: Unknown. Error ID in Label Studio's log: e-1.");
	});

	it('an error says what to do, also for a value that was not sent', async () => {
		const { error } = await run({ ...get, operation: 'create', task: '3', specifyBody: 'fields', result: '[{' });
		expect(error?.message).toMatch(/^Result is no valid JSON\. .+ Check quotes, commas and brackets\.$/);
		expect(server.requests).toEqual([]);
	});

	it('an error of the node itself keeps its own form', async () => {
		server.answer((_request, response) => sendJson(response, { detail: 'Not found.' }, 404));
		const { error } = await run(get, {});
		expect(error?.message).toBe('Label Studio found no such object: Not found.');
		expect(error?.description).toMatch(/^Check the IDs/);
	});

	describe('a file', () => {
		const download = { resource: 'comment', operation: 'export' };
		const answer = (type: string, content: string | Buffer) => server.answer((_request, response) => void response.writeHead(200, { 'content-type': type, 'content-disposition': 'attachment; filename="a.csv"' }).end(content));

		it('comes as text when it is text', async () => {
			answer('text/csv; charset=utf-8', 'id,text\n1,Grüße\n');
			const { items } = await run(download);
			expect(items).toEqual([{ json: { fileName: 'a.csv', mimeType: 'text/csv', text: 'id,text\n1,Grüße\n', isCut: false }, pairedItem: { item: 0 } }]);
		});

		it('is cut after 20 kB, and says so', async () => {
			answer('application/json', 'x'.repeat(50_000));
			const [item] = (await run(download)).items;
			expect(item?.json).toMatchObject({ text: 'x'.repeat(20_000), isCut: true });
		});

		it('is only named when it is no text', async () => {
			answer('image/png', Buffer.from([1, 2, 3]));
			expect((await run(download)).items[0]?.json).toEqual({ fileName: 'a.csv', mimeType: 'image/png' });
		});

		it('stays a file elsewhere', async () => {
			answer('text/csv', 'id\n');
			const [item] = (await run(download, {})).items;
			expect(item?.json).toEqual({ fileName: 'a.csv', mimeType: 'text/csv' });
			expect(item?.binary?.data?.mimeType).toBe('text/csv');
		});
	});
});
