import { dirname, join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { CallToolResult, Tool as McpTool } from '@modelcontextprotocol/sdk/types.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { packageOperations } from '../../generator/expose/catalogue.mts';
import { mcpWorkflow } from '../../generator/expose/mcp.mts';
import { select } from '../../generator/expose/select.mts';
import { toolName } from '../../generator/expose/tool-name.mts';
import type { WorkflowFile } from '../../stack/n8n.mts';
import { freePort, runCommand } from '../../stack/process.mts';
import { calls, makeObjects, operationOf, removeObjects, requestOf, requestThat, startCapabilityRecorder, type Objects } from '../support/capability-calls.mts';
import { liveServer } from '../support/live.mts';
import { environment, sharedN8n, until } from '../support/n8n.mts';
import type { Recorder } from '../support/recorder.mts';

const key = 'key-of-the-mcp-server';

describe('the capability as an MCP server in real n8n', () => {
	const { url: labelStudioUrl, apiToken } = liveServer();
	const address = `${environment('TEST_N8N_URL')}/mcp/label-studio`;
	const n8n = sharedN8n();
	let recorder: Recorder;
	let objects: Objects;
	let workflowId: string;
	const credentials: string[] = [];
	let client: Client;
	let tools: McpTool[];

	const connect = async (bearer: string): Promise<Client> => {
		const made = new Client({ name: 'test', version: '1' });
		await made.connect(new StreamableHTTPClientTransport(new URL(address), { requestInit: { headers: { Authorization: `Bearer ${bearer}` } } }));
		return made;
	};

	const call = async (name: string, input: Record<string, unknown>): Promise<{ text: string; isError: boolean }> => {
		const { content, isError } = (await client.callTool({ name, arguments: input })) as CallToolResult;
		return { text: content.map((part) => (part.type === 'text' ? part.text : '')).join(''), isError: isError === true };
	};

	beforeAll(async () => {
		recorder = await startCapabilityRecorder(labelStudioUrl);
		objects = await makeObjects();
		// By the names that the workflow has for them, as a person's would be found.
		credentials.push(await n8n.createCredential('Label Studio account', 'labelStudioApi', { baseUrl: recorder.url, apiToken, ignoreTlsIssues: false }));
		credentials.push(await n8n.createCredential('Bearer Auth account', 'httpBearerAuth', { token: key }));
		const { chosen } = select(packageOperations(), { kind: 'mcp', resources: [], operations: [], readOnly: false, destructive: true });
		const { id: _, ...workflow } = mcpWorkflow(chosen);
		workflowId = await n8n.createWorkflow(workflow as unknown as WorkflowFile);
		await n8n.activate(workflowId);
		client = await until('the MCP server', async () => await connect(key).catch(() => undefined));
		({ tools } = await client.listTools());
	}, 120_000);

	afterAll(async () => {
		await client?.close();
		if (workflowId) await n8n.deactivate(workflowId);
		for (const id of credentials) await n8n.rest('DELETE', `/credentials/${id}`);
		await removeObjects(objects);
		await recorder.close();
	}, 60_000);

	it('lists 60 tools by their names, with hints first', () => {
		expect(tools.map(({ name }) => name).sort()).toEqual(calls.map((make) => toolName(operationOf(make(objects)))).sort());
		for (const { name, description } of tools) expect({ name, description }).toEqual({ name, description: expect.stringMatching(/^(Read-only|Changes data|Destructive)(, idempotent)?\. \w/) });
		expect(client.getInstructions()).toContain('Read-only');
	});

	it('has a valid JSON Schema for each, with every parameter described', () => {
		const ajv = new Ajv2020({ strict: false });
		for (const { name, inputSchema } of tools) {
			expect({ name, valid: ajv.validateSchema(inputSchema) }).toEqual({ name, valid: true });
			for (const [parameter, schema] of Object.entries(inputSchema.properties ?? {})) {
				expect({ name, parameter, schema }).toEqual({ name, parameter, schema: expect.objectContaining({ description: expect.stringMatching(/\S/) }) });
			}
		}
	});

	it('asks only for what an operation cannot do without', () => {
		const required = (name: string) => tools.find((tool) => tool.name === name)?.inputSchema.required ?? [];
		expect(required('annotation_update')).toEqual(['id']);
		expect(required('view_reorder')).toEqual(expect.arrayContaining(['ids', 'project']));
		expect(required('current_user_get')).toEqual([]);
	});

	it.each(calls.map((make, index) => [toolName(operationOf(make({ project: 1, task: 1, fileUpload: 1, userName: 'x' }))), index] as const))(
		'%s reaches Label Studio with the right request',
		async (name, index) => {
			const made = (calls[index] as (typeof calls)[number])(objects);
			const { properties = {} } = tools.find((tool) => tool.name === name)?.inputSchema ?? {};
			// What a model sees as text, it writes as text.
			const isText = (parameter: string) => (properties[parameter] as { type?: string } | undefined)?.type === 'string';
			const input = Object.fromEntries(
				Object.entries({ ...made.path, ...made.query, ...made.body }).map(([parameter, value]) => [parameter, isText(parameter) && typeof value !== 'string' ? JSON.stringify(value) : value]),
			);
			expect(Object.keys(input).filter((parameter) => !(parameter in properties))).toEqual([]);
			recorder.passed.length = 0;
			const { text, isError } = await call(name, input);
			expect(recorder.passed.map(requestThat)).toEqual([requestOf(made)]);
			expect({ text: isError ? text : '', isError }).toEqual({ text: made.refused ? expect.stringMatching(/^NodeOperationError: Label Studio/) : '', isError: made.refused === true });
			expect(text).not.toContain(apiToken);
			if (made.makes) objects[made.makes] = (JSON.parse(text) as Array<{ id: number }>)[0]?.id;
		},
		60_000,
	);

	describe('gives a sentence, and goes on', () => {
		beforeEach(() => {
			recorder.passed.length = 0;
		});

		it.each([
			['an id that does not exist', 'annotation_get', { id: 99_999_999 }, /Label Studio found no such object: .+ Check the IDs/, 1],
			['a value of a wrong type', 'annotation_get', { id: 'the first' }, /Expected number, received string\n.*id/, 0],
			['a number that is no id', 'annotation_get', { id: -5 }, /Annotation ID must be an ID, a whole number above 0, but is -5/, 0],
			['a missing value', 'annotation_get', {}, /Required\n.*id/, 0],
			['a value that is not allowed', 'activity_log_get_many', { method: 'LOOK' }, /Method must be one of .*, but is "LOOK"/, 0],
			['bad JSON', 'annotation_update', { id: 5, result: '[{' }, /Result is no valid JSON.* Check quotes, commas and brackets/, 0],
			['an empty selection', 'bulk_action_run', { id: 'delete_tasks', project: 1 }, /Nothing is selected.*would take an empty selection for everything/, 0],
			['values that Label Studio refuses', 'user_create', { email: 'no address' }, /Label Studio did not accept the values: username: This field is required. email: .*valid email/, 1],
		])('for %s', async (_what, name, input, sentence, requests) => {
			const { text, isError } = await call(name, input);
			expect({ text, isError }).toEqual({ text: expect.stringMatching(sentence), isError: true });
			expect(text).not.toMatch(/Traceback|\n\s+at |</);
			expect(recorder.passed).toHaveLength(requests);
			expect((await call('current_user_get', {})).isError).toBe(false);
		});
	});

	it("comes into n8n by its command line, and finds the credentials that have n8n's own names for them", async () => {
		const file = join(environment('TEST_N8N_FILES'), 'label-studio-mcp.json');
		// jest sets NODE_ENV to test, and n8n then leaves the database alone.
		const env = { ...process.env, N8N_USER_FOLDER: dirname(environment('TEST_N8N_FILES')), N8N_RUNNERS_BROKER_PORT: String(await freePort()), N8N_DIAGNOSTICS_ENABLED: 'false', NODE_ENV: 'production' };
		await runCommand({ name: 'expose', command: process.execPath, args: ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', 'generator/expose-cli.mts', 'mcp', '--out', file], env });
		await runCommand({ name: 'n8n', command: process.execPath, args: [join(environment('TEST_N8N_INSTALLATION'), 'node_modules', 'n8n', 'bin', 'n8n'), 'import:workflow', `--input=${file}`], env });
		const { nodes } = await n8n.rest<WorkflowFile>('GET', '/workflows/label-studio-mcp');
		expect(nodes).toHaveLength(48);
		for (const { credentials = {} } of nodes) for (const { id } of Object.values(credentials)) expect(id).toMatch(/\w/);
	}, 120_000);

	it('gives small, flat rows', async () => {
		const { text } = await call('user_get_many', {});
		const [row] = JSON.parse(text) as Array<Record<string, unknown>>;
		expect(Object.keys(row ?? {}).length).toBeLessThanOrEqual(10);
	});

	it('gives a file as text', async () => {
		expect(JSON.parse((await call('comment_export', {})).text)).toEqual([{ fileName: null, mimeType: 'text/csv', text: 'id,text\n1,Look again\n', isCut: false }]);
	});

	it.each([['a wrong key', { Authorization: 'Bearer wrong' }], ['no key', {}]])('lets nobody in with %s', async (_what, headers) => {
		recorder.passed.length = 0;
		const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'current_user_get', arguments: {} } });
		const response = await fetch(address, { method: 'POST', headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream', ...headers }, body });
		expect([401, 403]).toContain(response.status);
		expect(recorder.passed).toEqual([]);
	});
});
