import { Editor } from '../support/browser.mts';
import { environment, sharedN8n } from '../support/n8n.mts';
import { callLive, id, labelConfig, liveServer, one } from '../support/live.mts';

describe("n8n's editor", () => {
	const n8n = sharedN8n();
	const { url: labelStudioUrl, apiToken } = liveServer();
	const title = `Editor ${Math.random().toString(36).slice(2, 8)}`;
	let editor: Editor;
	let project: number;
	let credentials: object;

	/** How long a person waits, for the record: machines differ, so nothing is asserted. */
	const timed = async <T,>(what: string, action: () => Promise<T>): Promise<T> => {
		const started = performance.now();
		const result = await action();
		console.log(`${what}: ${Math.round(performance.now() - started)} ms`);
		return result;
	};

	const workflowWith = async (parameters: object): Promise<string> =>
		await n8n.createWorkflow({
			name: 'Editor',
			nodes: [
				{ id: '1', name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, position: [0, 0], parameters: {} },
				{ id: '2', name: 'Label Studio', type: 'n8n-nodes-label-studio.labelStudio', typeVersion: 1, position: [220, 0], parameters, credentials },
			] as never,
			connections: { Start: { main: [[{ node: 'Label Studio', type: 'main', index: 0 }]] } },
		});

	beforeAll(async () => {
		credentials = { labelStudioApi: { id: await n8n.createCredential('Label Studio', 'labelStudioApi', { baseUrl: labelStudioUrl, apiToken, ignoreTlsIssues: false }), name: 'Label Studio' } };
		project = Number((await one({ resource: 'project', operation: 'create', specifyBody: 'fields', title, labelConfig })).id);
		await one({ resource: 'task', operation: 'create', specifyBody: 'fields', project: id(project), data: '{"text": "The kettle boils in two minutes"}' });
		editor = await Editor.open(environment('TEST_N8N_URL'), environment('TEST_N8N_SESSION'));
	}, 180_000);

	afterAll(async () => {
		await editor?.close();
		await callLive({ resource: 'project', operation: 'delete', project: id(project), confirm: true });
	});

	it('finds the node, takes resource, operation and project, and runs it', async () => {
		const { page } = editor;
		await editor.newWorkflow();
		await timed('searching the node', async () => await editor.searchNode('Label Studio'));
		await timed('showing its actions', async () => await editor.unfoldActions());
		await editor.picture('actions');
		const action = await editor.findAction('Get many tasks');
		await timed('adding the node', async () => await editor.addByAction(action));
		await timed('picking a resource', async () => {
			await editor.choose('resource', 'Prediction');
			await editor.appears('parameter-input-operation');
		});
		await editor.choose('resource', 'Task');
		await timed('picking an operation', async () => {
			await editor.choose('operation', 'Get');
			await editor.appears('resource-locator-task');
		});
		await editor.choose('operation', 'Get Many');
		const found = await timed('searching a project', async () => await editor.searchList('project', title));
		await found.click();
		await editor.picture('task-get-many');
		await timed('running it', async () => await editor.execute());
		await page.getByTestId('output-panel').getByText('The kettle boils in two minutes').first().waitFor();
		await editor.picture('task-get-many-result');
		expect(await page.getByTestId('node-error-message').count()).toBe(0);
	}, 600_000);

	it('says in words what is wrong', async () => {
		await editor.openNode(await workflowWith({ resource: 'task', operation: 'get', task: { __rl: true, mode: 'id', value: '99999999' } }), 'Label Studio');
		await editor.execute();
		const text = await editor.page.getByTestId('output-panel').innerText();
		await editor.picture('error');
		expect(text).toContain('Label Studio found no such object');
		expect(text).toContain('Check the IDs');
		expect(text).not.toMatch(/<html|Traceback/);
	}, 600_000);

	it.each([
		['project-create', { resource: 'project', operation: 'create' }, 'Labeling Config'],
		['annotation-create', { resource: 'annotation', operation: 'create' }, 'Result'],
		['export-download', { resource: 'export', operation: 'download' }, 'Put Output File in Field'],
		['prediction-import', { resource: 'prediction', operation: 'import' }, 'Choice Names or IDs'],
		['bulk-action-run', { resource: 'bulkAction', operation: 'run' }, 'Action Name or ID'],
	])('shows the fields of %s', async (name, parameters, field) => {
		await editor.openNode(await workflowWith(parameters), 'Label Studio');
		await editor.page.getByTestId('node-parameters').getByText(field, { exact: true }).first().waitFor();
		await editor.picture(name);
		expect(await editor.page.getByTestId('node-parameters').innerText()).toContain(field);
	}, 600_000);

	it('takes the body as JSON in place of its fields', async () => {
		await editor.openNode(await workflowWith({ resource: 'annotation', operation: 'create' }), 'Label Studio');
		await editor.appears('parameter-input-result');
		await editor.choose('specifyBody', 'Using JSON');
		await editor.appears('parameter-input-jsonBody');
		await editor.picture('json-body');
		expect(await editor.page.getByTestId('parameter-input-result').count()).toBe(0);
		expect(await editor.page.getByTestId('resource-locator-task').count()).toBe(1);
	}, 600_000);

	it('offers an operation its own optional fields only, and adds one', async () => {
		await editor.openNode(await workflowWith({ resource: 'importStorage', operation: 'create', provider: 's3' }), 'Label Studio');
		const offered = await editor.offeredFields();
		await editor.picture('optional-fields');
		expect(offered).toEqual(['Description', 'Endpoint', 'File Filter', 'Files as Tasks', 'Include Subfolders', 'KMS Key ID', 'Prefix', 'Presigned URL Lifetime', 'Presigned URLs', 'Region', 'Session Token']);
		await editor.addOfferedField('Region');
		await editor.picture('optional-field-added');
		expect(await editor.page.getByTestId('parameter-input-region').count() + await editor.page.getByTestId('parameter-input-regionName').count()).toBe(1);
	}, 600_000);
});
