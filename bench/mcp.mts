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

/** What the nodes of the servers need. */
const makeCredentials = async (n8n: RunningN8n, stub: string) => ({
	labelStudio: { labelStudioApi: { id: await n8n.createCredential('Stub', 'labelStudioApi', { baseUrl: stub, apiToken: legacyToken, ignoreTlsIssues: false }), name: 'Stub' } },
	bearer: { httpBearerAuth: { id: await n8n.createCredential('Key', 'httpBearerAuth', { token: key }), name: 'Key' } },
});

/**
 * An MCP server in n8n, and a client that is connected to it.
 *
 * @param path of the server, which no other has
 * @param operations its tools; all 60 for none
 */
const serve = async (n8n: RunningN8n, { labelStudio, bearer }: Awaited<ReturnType<typeof makeCredentials>>, path: string, operations: string[]): Promise<Client> => {
	const { chosen } = select(packageOperations(), { kind: 'mcp', resources: [], operations, readOnly: false, destructive: true });
	const workflow = mcpWorkflow(chosen);
	const nodes = workflow.nodes.map((node) =>
		node.credentials?.labelStudioApi ? { ...node, credentials: labelStudio } : { ...node, webhookId: path, credentials: bearer, parameters: { ...node.parameters, path } },
	);
	await n8n.activate(await n8n.createWorkflow({ ...workflow, id: path, nodes } as unknown as WorkflowFile));
	for (let attempt = 1; ; attempt++) {
		const client = new Client({ name: 'bench', version: '1' });
		try {
			await client.connect(new StreamableHTTPClientTransport(new URL(`${n8n.url}/mcp/${path}`), { requestInit: { headers: { Authorization: `Bearer ${key}` } } }));
			return client;
		} catch (error) {
			// n8n listens a moment after the workflow was published.
			if (attempt === 100) throw error;
			await new Promise((resolve) => setTimeout(resolve, 100));
		}
	}
};

/** What an MCP server in n8n costs: listing its 60 tools, and one call beside the same request made directly. */
export const benchMcp = async (json: boolean): Promise<void> => {
	const say = (line: string): void => console.error(line);
	const scratch = temporaryFolder('bench');
	const stops: Array<() => Promise<void>> = [];
	try {
		say('building …');
		await runCommand({ name: 'npm run build', command: 'npm', args: ['run', 'build'], cwd: projectRoot(), env: process.env });
		const stub = await startStub();
		stops.push(stub.process.stop);
		const n8n = await startN8n({ tarball: await packPackage(scratch), progress: say });
		stops.push(n8n.stop);
		const credentials = await makeCredentials(n8n, stub.url);
		const client = await serve(n8n, credentials, 'all', []);
		const alone = await serve(n8n, credentials, 'one', ['annotation.get']);
		const { tools } = await client.listTools();
		say(`${tools.length} tools; measuring …`);
		const callOf = (server: Client) => async (): Promise<unknown> => await server.callTool({ name: 'annotation_get', arguments: { id: 5 } });
		const { list, call, callAlone, direct } = await measure({
			list: async () => await client.listTools(),
			call: callOf(client),
			callAlone: callOf(alone),
			direct: async () => await (await fetch(`${stub.url}/api/annotations/5/`, { headers: { Authorization: `Token ${legacyToken}` } })).json(),
		});
		await Promise.all([client.close(), alone.close()]);
		const added = Number((call - direct).toFixed(1));
		const addedAlone = Number((callAlone - direct).toFixed(1));
		if (json) {
			console.log(JSON.stringify({ tools: tools.length, rounds, listMilliseconds: list, callMilliseconds: call, directMilliseconds: direct, addedMilliseconds: added, addedWithOneToolMilliseconds: addedAlone }));
			return;
		}
		console.log(`${tools.length} tools listed in ${list} ms (at most 2000)`);
		console.log(`a tool call takes ${call} ms, the same request made directly ${direct} ms`);
		console.log(`n8n adds to a call: ${added} ms (at most 100); with one tool in the workflow ${addedAlone} ms`);
	} finally {
		await Promise.all(stops.map(async (stop) => await stop()));
		rmSync(scratch, { recursive: true, force: true });
	}
};
