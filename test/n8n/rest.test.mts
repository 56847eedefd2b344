import { packageOperations } from '../../generator/expose/catalogue.mts';
import { restWorkflow, routePath } from '../../generator/expose/rest.mts';
import { select } from '../../generator/expose/select.mts';
import type { WorkflowFile } from '../../stack/n8n.mts';
import { calls, makeObjects, operationOf, removeObjects, requestOf, requestThat, startCapabilityRecorder, type Call, type Objects } from '../support/capability-calls.mts';
import { liveServer } from '../support/live.mts';
import { environment, sharedN8n, until } from '../support/n8n.mts';
import type { Recorder } from '../support/recorder.mts';

const key = { 'x-api-key': 'key-of-the-routes' };

/** Objects by any ids, for what needs none that exist. */
const any: Objects = { project: 1, task: 1, fileUpload: 1, annotation: 1, view: 1, user: 1, userName: 'x' };

const titled = calls.map((make, index) => {
	const { row } = operationOf(make(any));
	return [`${row.method} ${row.path}`, index] as const;
});

describe('the capability as REST routes in real n8n', () => {
	const { url: labelStudioUrl, apiToken } = liveServer();
	const n8n = sharedN8n();
	let recorder: Recorder;
	let objects: Objects;
	let workflowId: string;

	/** The request as a program makes it: the route with its values. */
	const send = async (call: Call, headers: Record<string, string> = key, body: string | undefined = call.body && JSON.stringify(call.body)): Promise<Response> => {
		const operation = operationOf(call);
		let path = routePath({ name: '', operation });
		for (const [name, value] of Object.entries(call.path ?? {})) path = path.replace(`{${name}}`, String(value));
		const query = new URLSearchParams(Object.entries(call.query ?? {}).map(([name, value]): [string, string] => [name, String(value)])).toString();
		return await fetch(`${environment('TEST_N8N_URL')}/webhook/${path}${query && `?${query}`}`, {
			method: operation.row.method,
			headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
			body,
		});
	};

	beforeAll(async () => {
		recorder = await startCapabilityRecorder(labelStudioUrl);
		objects = await makeObjects();
		const made = async (name: string, type: string, data: Record<string, unknown>) => ({ [type]: { id: await n8n.createCredential(name, type, data), name } });
		const labelStudio = await made('Label Studio for routes', 'labelStudioApi', { baseUrl: recorder.url, apiToken, ignoreTlsIssues: false });
		const header = await made('Key for routes', 'httpHeaderAuth', { name: 'X-Api-Key', value: key['x-api-key'] });
		const { chosen } = select(packageOperations(), { kind: 'rest', resources: [], operations: [], readOnly: false, destructive: false });
		const { id: _, ...workflow } = restWorkflow(chosen);
		// As a person chooses them in the editor.
		const nodes = workflow.nodes.map((node) => ({ ...node, ...(node.credentials?.labelStudioApi && { credentials: labelStudio }), ...(node.credentials?.httpHeaderAuth && { credentials: header }) }));
		workflowId = await n8n.createWorkflow({ ...workflow, nodes } as unknown as WorkflowFile);
		await n8n.activate(workflowId);
		await until('the routes', async () => ((await send({ operation: 'currentUser.get' })).status === 200 ? true : undefined));
	}, 120_000);

	afterAll(async () => {
		if (workflowId) await n8n.deactivate(workflowId);
		await removeObjects(objects);
		await recorder.close();
	}, 60_000);

	beforeEach(() => {
		recorder.passed.length = 0;
	});

	it.each(titled)(
		'%s reaches Label Studio with the right request, and its answer comes back',
		async (_title, index) => {
			const call = (calls[index] as (typeof calls)[number])(objects);
			const response = await send(call);
			const text = await response.text();
			expect(recorder.passed.map(requestThat)).toEqual([requestOf(call)]);
			const [{ status, body }] = recorder.passed as [Recorder['passed'][number]];
			expect(response.status).toBe(status);
			expect(text).not.toContain(apiToken);
			const { row } = operationOf(call);
			if (call.refused) expect(JSON.parse(text)).toMatchObject({ error: expect.stringMatching(/^Label Studio/) });
			else if (row.file || body === '') expect(text).toBe(body);
			// Whole tokens do not leave n8n.
			else expect(JSON.parse(text)).toEqual(row.secret ? { ...JSON.parse(body), token: expect.stringMatching(/^.{4}…$/) } : JSON.parse(body));
			if (text !== '') expect(response.headers.get('content-type')).toMatch(row.file ? /^text\/csv/ : /^application\/json/);
			if (call.makes) objects[call.makes] = (JSON.parse(text) as { id: number }).id;
		},
		60_000,
	);

	it.each([
		['without a key', {}],
		['with a wrong key', { 'x-api-key': 'another' }],
	])('lets nobody in %s, at any route, and sends nothing', async (_name, headers) => {
		for (const make of calls) {
			const response = await send(make(any), headers as Record<string, string>);
			expect([401, 403]).toContain(response.status);
		}
		expect(recorder.passed).toEqual([]);
	}, 60_000);

	describe('answers errors as JSON, with a status', () => {
		const annotation = (id: unknown): Call => ({ operation: 'annotation.get', path: { id: id as number } });

		it.each<[string, Call, number, RegExp, number]>([
			['an id that does not exist', annotation(99_999_999), 404, /^Label Studio found no such object/, 1],
			['an id that is none', annotation('first'), 400, /^Annotation ID must be a whole number, but is "first"$/, 0],
			['an id with more behind it', annotation('5%3Fa=b'), 400, /^Annotation ID must be a whole number/, 0],
			['values that Label Studio refuses', { operation: 'user.create', body: { email: 'no address', username: 'x' } }, 400, /^Label Studio did not accept the values: email: /, 1],
			['a query value of a wrong type', { operation: 'comment.getMany', query: { draft: 'soon' } }, 400, /^Draft ID must be a whole number/, 0],
			['an empty selection', { operation: 'bulkAction.run', query: { id: 'delete_tasks', project: 1 }, body: { selectedItems: { all: false, included: [] } } }, 400, /^Nothing is selected/, 0],
			['a missing parameter', { operation: 'bulkAction.getMany' }, 400, /^Project is required, but empty$/, 0],
		])('for %s', async (_name, call, status, error, requests) => {
			const response = await send(call);
			const body = (await response.json()) as Record<string, unknown>;
			expect({ status: response.status, error: body.error }).toEqual({ status, error: expect.stringMatching(error) });
			expect(JSON.stringify(body)).not.toMatch(/Traceback|\\n\s+at |node_modules/);
			expect(recorder.passed).toHaveLength(requests);
		});

		it('for a path that leads elsewhere, nothing is sent', async () => {
			expect((await send(annotation('..%2F..%2Fusers'))).status).toBe(404);
			expect(recorder.passed).toEqual([]);
		});

		it('for a body that is no JSON, nothing is sent', async () => {
			const response = await send({ operation: 'view.create' }, key, '{"project": ');
			expect(response.status).toBeGreaterThanOrEqual(400);
			expect(response.status).toBeLessThan(500);
			expect(recorder.passed).toEqual([]);
		});

		it('for a body that is no object, nothing is sent', async () => {
			const response = await send({ operation: 'view.create' }, key, '[1]');
			expect({ status: response.status, body: await response.json() }).toEqual({ status: 400, body: { error: 'JSON Body must be a JSON object in { }' } });
			expect(recorder.passed).toEqual([]);
		});
	});
});
