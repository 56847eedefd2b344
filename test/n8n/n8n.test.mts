import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exampleWorkflow } from '../../stack/examples.mts';
import type { WorkflowFile } from '../../stack/n8n.mts';
import { liveServer } from '../support/live.mts';
import { environment, sharedN8n } from '../support/n8n.mts';
import { personalAccessToken } from '../support/tokens.mts';

const nodeType = 'n8n-nodes-label-studio.labelStudio';

interface NodeDescription {
	name: string;
	credentials?: Array<{ name: string }>;
	properties: Array<{ name: string; options?: Array<{ value: string }> }>;
}

describe('real n8n with the packed package', () => {
	const { url: labelStudioUrl, apiToken, legacyToken } = liveServer();
	const n8nUrl = environment('TEST_N8N_URL');
	const n8n = sharedN8n();
	const good = { baseUrl: labelStudioUrl, apiToken, ignoreTlsIssues: false };
	let credentialId: string;

	beforeAll(async () => {
		credentialId = await n8n.createCredential('Label Studio', 'labelStudioApi', good);
	}, 120_000);

	const workflow = (parameters: Record<string, unknown>, more: Record<string, unknown> = {}): WorkflowFile => ({
		name: 'One node',
		nodes: [
			{ id: '1', name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, position: [0, 0], parameters: {} },
			{ id: '2', name: 'Label Studio', type: nodeType, typeVersion: 1, position: [200, 0], parameters, credentials: { labelStudioApi: { id: credentialId, name: 'Label Studio' } }, ...more },
		],
		connections: { Start: { main: [[{ node: 'Label Studio', type: 'main', index: 0 }]] } },
	});

	it('knows the node, and the node as a tool of AI agents', async () => {
		const types = JSON.parse(await n8n.file('/types/nodes.json')) as NodeDescription[];
		const described = [nodeType, `${nodeType}Tool`].map((wanted) => types.find(({ name }) => name === wanted));
		expect(described.map((one) => one?.name)).toEqual([nodeType, `${nodeType}Tool`]);
		expect(described[0]?.credentials?.map(({ name }) => name)).toEqual(['labelStudioApi']);
		expect(described[0]?.properties.find(({ name }) => name === 'resource')?.options?.map(({ value }) => value)).toEqual(expect.arrayContaining(['project', 'task', 'annotation', 'prediction']));
	});

	describe('tests the credential', () => {
		const test = async (data: object) =>
			await n8n.rest<{ status: string; message: string }>('POST', '/credentials/test', { credentials: { id: credentialId, name: 'Label Studio', type: 'labelStudioApi', data } });

		it('and takes both kinds of token, and a pasted /api/', async () => {
			expect(await test(good)).toMatchObject({ status: 'OK' });
			expect(await test({ ...good, baseUrl: `${labelStudioUrl}/api/` })).toMatchObject({ status: 'OK' });
			expect(legacyToken === undefined || (await test({ ...good, apiToken: legacyToken })).status === 'OK').toBe(true);
		});

		it.each([
			['a wrong personal access token', { apiToken: personalAccessToken() }, /^Label Studio does not accept the personal access token$/],
			['a wrong token', { apiToken: '0123456789abcdef0123456789abcdef01234567' }, /^Label Studio does not accept the API token/],
			['an empty token', { apiToken: '' }, /^API token is empty$/],
			['an address without scheme', { baseUrl: 'label-studio.example.com' }, /^Base URL has no http:/],
			['an address where no Label Studio is', { baseUrl: n8nUrl }, /Base URL does not lead to/],
			['an address where nothing is', { baseUrl: 'http://127.0.0.1:9' }, /^No server answers at the Base URL$/],
		])('and refuses %s', async (_name, wrong, expected) => {
			const { status, message } = await test({ ...good, ...wrong });
			expect({ status, message }).toEqual({ status: 'Error', message: expect.stringMatching(expected) });
			expect(message).not.toContain(apiToken);
		});
	});

	it('runs the example workflow from CSV to labels', async () => {
		const example = exampleWorkflow('label-texts', environment('TEST_N8N_FILES'), credentialId);
		const { status, results, error } = await n8n.run(await n8n.createWorkflow(example));
		expect(error).toBeUndefined();
		expect(status).toBe('success');
		const items = (node: string) => results.find((result) => result.node === node)?.items ?? [];
		expect(items('Extract Rows')).toHaveLength(320);
		expect(items('Import Tasks').map(({ json }) => json.status)).toEqual(Array.from({ length: 320 }, () => 'created'));
		expect(items('Push Predictions')[0]?.json).toMatchObject({ created: 320 });
		expect(items('List Unlabeled')).toHaveLength(320);
		expect(items('Show Result')).toHaveLength(5);
		for (const { json } of items('Show Result')) {
			expect(json).toEqual({ task: expect.any(Number), text: expect.stringMatching(/\w/), sentiment: expect.stringMatching(/^(Positive|Negative|Neutral)$/) });
		}
	}, 180_000);

	it('runs the example workflow from labeled rows to a file', async () => {
		const folder = environment('TEST_N8N_FILES');
		const { status, error, results } = await n8n.run(await n8n.createWorkflow(exampleWorkflow('labeled-rows-to-file', folder, credentialId)));
		expect(error).toBeUndefined();
		expect(status).toBe('success');
		const time = expect.stringMatching(/^\d{4}-\d{2}-\d{2}T/) as string;
		expect(results.find(({ node }) => node === 'Choose Columns')?.items.map(({ json }) => [json.sentiment, json.labeled_at])).toEqual(['Positive', 'Negative', 'Neutral', 'Positive', 'Negative'].map((sentiment) => [sentiment, time]));
		const lines = readFileSync(join(folder, 'labeled-rows.csv'), 'utf8').trim().split('\n');
		expect(lines[0]?.replace(/^\uFEFF/, '')).toBe('task,text,sentiment,labeled_at');
		expect(lines[1]).toMatch(/^\d+,"The lamp is bright, and my desk looks ""great"" now\.",Positive,\d{4}-/);
		expect(lines).toHaveLength(6);
	}, 120_000);

	it('runs the example workflow from model output to predictions', async () => {
		const { status, results, error } = await n8n.run(await n8n.createWorkflow(exampleWorkflow('model-output-to-predictions', environment('TEST_N8N_FILES'), credentialId)));
		expect(error).toBeUndefined();
		expect(status).toBe('success');
		const items = (node: string) => results.find((result) => result.node === node)?.items ?? [];
		expect(items('Create Tasks')).toHaveLength(20);
		const said = items('Model').map(({ json }) => json);
		expect(new Set(said.map(({ kind }) => kind))).toEqual(new Set(['choices', 'span']));
		expect(items('Import Predictions').map(({ json }) => json.task)).toEqual(said.map(({ task }) => task));
		const rows = items('Get Rows').map(({ json }) => json);
		expect(new Set(rows.map(({ prediction_id: id }) => id)).size).toBe(20);
		expect(rows.map(({ task_id: task, from_name: tag, label, start }) => [task, tag, label, start])).toEqual(said.map(({ task, tag, choice, label, start }) => [task, tag, choice ?? label, start ?? null]));
		for (const { type, value, 'data.product': product } of rows) expect(type === 'labels' ? String(value).toLowerCase() : product).toBe(product);
	}, 180_000);

	it('keeps tasks in step with a spreadsheet', async () => {
		const folder = environment('TEST_N8N_FILES');
		const title = `In step ${Math.random().toString(36).slice(2, 8)}`;
		const id = await n8n.createWorkflow(JSON.parse(JSON.stringify(exampleWorkflow('spreadsheet-to-tasks', folder, credentialId)).replaceAll('Reviews in step', title)) as WorkflowFile);
		const counts = async (): Promise<Record<string, unknown>> => {
			const { status, results, error } = await n8n.run(id);
			expect({ status, error }).toEqual({ status: 'success', error: undefined });
			return Object.fromEntries((results.find(({ node }) => node === 'Count by Status')?.items ?? []).map(({ json }) => [json.status, json.count_status]));
		};
		expect(await counts()).toEqual({ created: 320 });
		expect(await counts()).toEqual({ unchanged: 320 });
		const file = join(folder, 'review-texts.csv');
		const [header, first, , ...rest] = readFileSync(file, 'utf8').trimEnd().split('\n');
		writeFileSync(file, [header, 'R0001,coffee grinder,It grinds.', 'R0002,kettle,Changed.', ...rest, 'R9999,kettle,New here.', first, ''].join('\n'));
		// The row that stands twice counts where it stands last.
		expect(await counts()).toEqual({ unchanged: 319, updated: 1, created: 1, skipped: 1 });
	}, 180_000);

	it('shows an error in words, without a token', async () => {
		const { status, error } = await n8n.run(await n8n.createWorkflow(workflow({ resource: 'task', operation: 'get', task: { __rl: true, mode: 'id', value: '99999999' } })));
		expect(status).toBe('error');
		expect(error?.message).toContain('Label Studio found no such object');
		expect(JSON.stringify(error)).not.toContain(apiToken);
	}, 60_000);

	it('keeps nothing of the token in the stored execution', async () => {
		const { id, status } = await n8n.run(await n8n.createWorkflow(workflow({ resource: 'currentUser', operation: 'get' })));
		expect(status).toBe('success');
		const raw = JSON.stringify(await n8n.rest('GET', `/executions/${id}`));
		expect(raw).not.toContain(apiToken);
		expect(raw).not.toMatch(/Bearer /);
	}, 60_000);

	it('tells which fields of a task can be mapped', async () => {
		const made = await n8n.run(await n8n.createWorkflow(workflow({ resource: 'project', operation: 'create', specifyBody: 'fields', title: 'Mappable', labelConfig: '<View><Text name="t" value="$text"/><Image name="i" value="$photo"/></View>' })));
		const project = made.results.at(-1)?.items[0]?.json.id;
		const { fields } = await n8n.rest<{ fields: Array<{ id: string; required: boolean }> }>('POST', '/dynamic-node-parameters/resource-mapper-fields', {
			path: 'parameters.columns',
			methodName: 'getTaskFields',
			currentNodeParameters: { resource: 'task', operation: 'upsert', project: { __rl: true, mode: 'list', value: project }, matchField: 'sku' },
			nodeTypeAndVersion: { name: nodeType, version: 1 },
			credentials: { labelStudioApi: { id: credentialId, name: 'Label Studio' } },
		});
		expect(fields.map(({ id, required }) => [id, required])).toEqual([['sku', true], ['text', true], ['photo', true]]);
	}, 60_000);

	describe('picks from lists', () => {
		const pick = async (methodName: string, parameters: object, filter?: string) =>
			await n8n.rest<{ results: Array<{ name: string; value: number }>; paginationToken?: string }>('POST', '/dynamic-node-parameters/resource-locator-results', {
				path: 'parameters.project',
				methodName,
				filter,
				currentNodeParameters: parameters,
				nodeTypeAndVersion: { name: nodeType, version: 1 },
				credentials: { labelStudioApi: { id: credentialId, name: 'Label Studio' } },
			});
		const title = `Pickable ${Math.random().toString(36).slice(2, 8)}`;
		let project: number;

		beforeAll(async () => {
			const made = await n8n.run(await n8n.createWorkflow(workflow({ resource: 'project', operation: 'create', specifyBody: 'fields', title, labelConfig: '<View><Text name="t" value="$t"/></View>' })));
			project = Number(made.results.at(-1)?.items[0]?.json.id);
			const tasks = JSON.stringify([{ data: { t: 'First text' } }, { data: { t: 'Another one' } }]);
			await n8n.run(await n8n.createWorkflow(workflow({ resource: 'task', operation: 'importJson', project: { __rl: true, mode: 'id', value: String(project) }, tasks })));
			await n8n.run(await n8n.createWorkflow(workflow({ resource: 'view', operation: 'create', specifyBody: 'fields', project: { __rl: true, mode: 'id', value: String(project) }, viewTitle: 'My tab' })));
		}, 120_000);

		const chosen = () => ({ resource: 'prediction', operation: 'getMany', project: { __rl: true, mode: 'list', value: project } });

		it('projects by title', async () => {
			const { results } = await pick('searchProjects', { resource: 'task', operation: 'getMany' }, title.toLowerCase());
			expect(results).toEqual([{ name: title, value: project }]);
		});

		it('tasks of the chosen project by text or id', async () => {
			const { results } = await pick('searchTasks', chosen());
			expect(results.map(({ name }) => name.replace(/^\d+: /, ''))).toEqual(['First text', 'Another one']);
			expect((await pick('searchTasks', chosen(), 'another')).results).toHaveLength(1);
			expect((await pick('searchTasks', chosen(), String(results[0]?.value))).results).toEqual([results[0]]);
		});

		it('views of the chosen project', async () => {
			expect((await pick('searchViews', chosen())).results.map(({ name }) => name)).toEqual(['My tab']);
		});

		it('users by name or email', async () => {
			const { results } = await pick('searchUsers', { resource: 'user', operation: 'get' });
			expect(results.length).toBeGreaterThan(0);
			const [first] = results;
			expect((await pick('searchUsers', {}, first?.name.slice(0, 5))).results).toContainEqual(first);
		});
	});
});
