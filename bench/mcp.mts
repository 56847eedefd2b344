import { rmSync } from 'node:fs';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { packageOperations } from '../generator/expose/catalogue.mts';
import { mcpWorkflow } from '../generator/expose/mcp.mts';
import { select } from '../generator/expose/select.mts';
import { legacyToken, median, startStub } from './shared.mts';
import { packPackage, startN8n, type RunningN8n, type WorkflowFile } from '../stack/n8n.mts';
import { projectRoot } from '../stack/paths.mts';
import { runCommand, temporaryFolder } from '../stack/process.mts';
import { until } from '../test/support/n8n.mts';

const rounds = 30;
const warmUps = 5;
/** A model thinks between its calls; n8n stores the execution meanwhile. */
const pauseMs = 300;
const key = 'key-of-the-bench';

const milliseconds = async (work: () => Promise<unknown>): Promise<number> => {
	const started = performance.now();
	await work();
	return performance.now() - started;
};

/** Medians of the rounds, in each of which the contenders take turns after a pause. */
const measure = async <Name extends string>(contenders: Record<Name, () => Promise<unknown>>): Promise<Record<Name, number>> => {
	const names = Object.keys(contenders) as Name[];
	const times = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, number[]>;
	for (let round = 0; round < warmUps + rounds; round++) {
		for (const name of names) {
			await new Promise((resolve) => setTimeout(resolve, pauseMs));
			const time = await milliseconds(contenders[name]);
			if (round >= warmUps) times[name].push(time);
		}
	}
	return Object.fromEntries(names.map((name) => [name, Number(median(times[name]).toFixed(1))])) as Record<Name, number>;
};

/** How an n8n is started and called. */
interface Setup {
	env: NodeJS.ProcessEnv;
	headers: Record<string, string>;
}

/** The two settings of docs/agents-and-mcp.md. */
const quick: Setup = { env: { N8N_EXPRESSION_ENGINE_POOL_SIZE: '2' }, headers: { 'Accept-Encoding': 'identity' } };
const plain: Setup = { env: {}, headers: {} };

const connect = async (url: string, headers: Record<string, string>): Promise<Client> => {
	const client = new Client({ name: 'bench', version: '1' });
	await client.connect(new StreamableHTTPClientTransport(new URL(url), { requestInit: { headers: { Authorization: `Bearer ${key}`, ...headers } } }));
	return client;
};

/** Makes two MCP servers in an n8n, one of all 60 tools and one of a single tool, and a client of each. */
const serve = async (n8n: RunningN8n, stub: string, headers: Record<string, string>): Promise<{ all: Client; alone: Client }> => {
	const labelStudio = { labelStudioApi: { id: await n8n.createCredential('Stub', 'labelStudioApi', { baseUrl: stub, apiToken: legacyToken, ignoreTlsIssues: false }), name: 'Stub' } };
	const bearer = { httpBearerAuth: { id: await n8n.createCredential('Key', 'httpBearerAuth', { token: key }), name: 'Key' } };
	const client = async (path: string, operations: string[]): Promise<Client> => {
		const { chosen } = select(packageOperations(), { kind: 'mcp', resources: [], operations, readOnly: false, destructive: true });
		const workflow = mcpWorkflow(chosen);
		const nodes = workflow.nodes.map((node) =>
			node.credentials?.labelStudioApi ? { ...node, credentials: labelStudio } : { ...node, webhookId: path, credentials: bearer, parameters: { ...node.parameters, path } },
		);
		await n8n.activate(await n8n.createWorkflow({ ...workflow, id: path, nodes } as unknown as WorkflowFile));
		return await until('the MCP server', async () => await connect(`${n8n.url}/mcp/${path}`, headers).catch(() => undefined));
	};
	return { all: await client('all', []), alone: await client('one', ['annotation.get']) };
};

/**
 * What an MCP server in n8n costs: listing its 60 tools, and one call beside the same request made directly; with n8n set
 * up as the documentation says, and as it comes.
 */
export const benchMcp = async (json: boolean): Promise<void> => {
	const say = (line: string): void => console.error(line);
	const scratch = temporaryFolder('bench');
	const stops: Array<() => Promise<void>> = [];
	try {
		say('building …');
		await runCommand({ name: 'npm run build', command: 'npm', args: ['run', 'build'], cwd: projectRoot(), env: process.env });
		const tarball = await packPackage(scratch);
		const stub = await startStub();
		stops.push(stub.process.stop);
		const start = async ({ env, headers }: Setup): Promise<{ all: Client; alone: Client }> => {
			const n8n = await startN8n({ tarball, progress: say, env });
			stops.push(n8n.stop);
			return await serve(n8n, stub.url, headers);
		};
		const [quickServer, plainServer] = [await start(quick), await start(plain)];
		const { tools } = await quickServer.all.listTools();
		say(`${tools.length} tools; measuring …`);
		const callOf = (server: Client) => async (): Promise<unknown> => await server.callTool({ name: 'annotation_get', arguments: { id: 5 } });
		const { direct, ...times } = await measure({
			list: async () => await plainServer.all.listTools(),
			quick: callOf(quickServer.all),
			quickAlone: callOf(quickServer.alone),
			plain: callOf(plainServer.all),
			plainAlone: callOf(plainServer.alone),
			direct: async () => await (await fetch(`${stub.url}/api/annotations/5/`, { headers: { Authorization: `Token ${legacyToken}` } })).json(),
		});
		await Promise.all([quickServer, plainServer].flatMap(({ all, alone }) => [all.close(), alone.close()]));
		const added = (time: number): number => Number((time - direct).toFixed(1));
		if (json) {
			const milliseconds = { list: times.list, direct, added: added(times.quick), addedWithOneTool: added(times.quickAlone), addedAsN8nComes: added(times.plain), addedAsN8nComesWithOneTool: added(times.plainAlone) };
			console.log(JSON.stringify({ tools: tools.length, rounds, milliseconds }));
			return;
		}
		console.log(`${tools.length} tools listed in ${times.list} ms (at most 2000)`);
		console.log(`the request of a tool call made directly: ${direct} ms`);
		console.log(`a tool call adds, with the settings of docs/agents-and-mcp.md: ${added(times.quick)} ms (at most 100); with one tool in the workflow ${added(times.quickAlone)} ms`);
		console.log(`a tool call adds, as n8n comes: ${added(times.plain)} ms; with one tool in the workflow ${added(times.plainAlone)} ms`);
	} finally {
		await Promise.all(stops.map(async (stop) => await stop()));
		rmSync(scratch, { recursive: true, force: true });
	}
};
