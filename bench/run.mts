import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Pool } from 'undici';
import { printExportMemory } from './export-memory.mts';
import { packPackage, startN8n, type RunningN8n, type WorkflowFile } from '../stack/n8n.mts';
import { bulk } from './bulk.mts';
import { hundredPackage, packHundred } from './hundred.mts';
import { benchMcp } from './mcp.mts';
import { legacyToken, median, startStub } from './shared.mts';
import { printSync } from './sync.mts';
import { projectRoot } from '../stack/paths.mts';
import { runCommand, temporaryFolder } from '../stack/process.mts';

const usage = `npm run bench [-- --bulk | --export | --mcp | --sync] [--json]

Runs 1,000 items, one GET each, in real n8n against a loopback stub: this node, n8n's HTTP Request node, a bare node
that makes nothing but the call, and undici without n8n. Contenders take turns; the median of the rounds counts.

--bulk    imports, updates and lists of many tasks in a real Label Studio, beside one bare request, n8n's HTTP Request
          node and label-studio-sdk, and the memory that an import takes
--export  memory of n8n while a project of 100,000 tasks is exported to binary, against a real Label Studio
--mcp     how long n8n takes to list the 60 tools of the MCP server (npm run expose -- mcp --destructive), and what it
          adds to a call, with the settings of docs/agents-and-mcp.md and without
--sync    what the polling trigger asks of a real Label Studio with 100,000 tasks, and 2,000 annotations seen by it`;

const itemCount = 1000;
const rounds = 7;

/** What came of one contender. */
interface Row {
	name: string;
	microsecondsPerItem: number;
	mostInFlight: number;
}

const mostInFlight = async (stub: string): Promise<number> => Number(await (await fetch(`${stub}/most-in-flight`)).text());

const workflow = (name: string, node: Record<string, unknown>): WorkflowFile =>
	({
		name,
		nodes: [
			{ id: '1', name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, position: [0, 0], parameters: {} },
			{
				id: '2',
				name: 'Ids',
				type: 'n8n-nodes-base.set',
				typeVersion: 3.4,
				position: [200, 0],
				parameters: { assignments: { assignments: [{ id: '1', name: 'id', type: 'array', value: `={{ Array.from({ length: ${itemCount} }, (_, index) => index + 1) }}` }] }, options: {} },
			},
			{ id: '3', name: 'Items', type: 'n8n-nodes-base.splitOut', typeVersion: 1, position: [400, 0], parameters: { fieldToSplitOut: 'id', options: {} } },
			{ id: '4', name: 'Contender', position: [600, 0], ...node },
		],
		connections: {
			Start: { main: [[{ node: 'Ids', type: 'main', index: 0 }]] },
			Ids: { main: [[{ node: 'Items', type: 'main', index: 0 }]] },
			Items: { main: [[{ node: 'Contender', type: 'main', index: 0 }]] },
		},
	}) as unknown as WorkflowFile;

/** A contender in n8n: milliseconds of its node in one execution. */
const inN8n = async (n8n: RunningN8n, name: string, node: Record<string, unknown>): Promise<() => Promise<number>> => {
	const id = await n8n.createWorkflow(workflow(name, node));
	return async () => {
		const execution = await n8n.run(id);
		const result = execution.results.find((one) => one.node === 'Contender');
		if (execution.status !== 'success' || result?.items.length !== itemCount) throw new Error(`${name}: ${execution.error?.message ?? `${result?.items.length} items`}`);
		return result.time;
	};
};

const undiciAlone = (stub: string) => async (): Promise<number> => {
	const pool = new Pool(stub, { connections: 8 });
	const started = performance.now();
	let next = 1;
	const worker = async (): Promise<void> => {
		while (next <= itemCount) {
			const { body } = await pool.request({ method: 'GET', path: `/api/annotations/${next++}/`, headers: { authorization: `Token ${legacyToken}` } });
			await body.json();
		}
	};
	await Promise.all(Array.from({ length: 8 }, worker));
	const milliseconds = performance.now() - started;
	await pool.close();
	return milliseconds;
};

/**
 * Milliseconds to load the built node in a fresh process, in which n8n's own modules are there already, as in n8n.
 */
const loadTime = async (): Promise<number> => {
	const script = `require('n8n-workflow'); require('luxon'); const started = performance.now(); const { LabelStudio } = require('./dist/nodes/LabelStudio/LabelStudio.node.js'); new LabelStudio(); console.log(performance.now() - started);`;
	const times: number[] = [];
	for (let round = 0; round < rounds; round++) {
		times.push(Number(await runCommand({ name: 'loading the node', command: process.execPath, args: ['-e', script], cwd: projectRoot(), env: process.env })));
	}
	return Number(median(times).toFixed(1));
};

/** Bytes of the node's description, as n8n hands it to the editor. */
const descriptionSize = async (): Promise<{ bytes: number; gzipped: number }> => {
	const script = `const { LabelStudio } = require('./dist/nodes/LabelStudio/LabelStudio.node.js'); const text = JSON.stringify(new LabelStudio().description); console.log(JSON.stringify({ bytes: text.length, gzipped: require('zlib').gzipSync(text).length }));`;
	return JSON.parse(await runCommand({ name: 'reading the description', command: process.execPath, args: ['-e', script], cwd: projectRoot(), env: process.env })) as { bytes: number; gzipped: number };
};

const main = async (json: boolean): Promise<void> => {
	const say = (line: string): void => console.error(line);
	const scratch = temporaryFolder('bench');
	const stops: Array<() => Promise<void>> = [];
	try {
		say('building …');
		await runCommand({ name: 'npm run build', command: 'npm', args: ['run', 'build'], cwd: projectRoot(), env: process.env });
		const bare = join(scratch, 'bare.tgz');
		await runCommand({ name: 'tar', command: 'tar', args: ['-czf', bare, '-C', join(projectRoot(), 'bench'), 'bare-node'], env: process.env });
		const stub = await startStub();
		stops.push(stub.process.stop);
		const n8n = await startN8n({ tarball: await packPackage(scratch), progress: say, packages: [{ name: 'n8n-nodes-bench-bare', tarball: bare }, { name: hundredPackage, tarball: await packHundred(scratch) }] });
		stops.push(n8n.stop);
		const credentialId = await n8n.createCredential('Stub', 'labelStudioApi', { baseUrl: stub.url, apiToken: legacyToken, ignoreTlsIssues: false });
		const credentials = { labelStudioApi: { id: credentialId, name: 'Stub' } };
		const url = `={{ "${stub.url}/api/annotations/" + $json.id + "/" }}`;
		const contenders: Array<[name: string, run: () => Promise<number>]> = [
			['this node', await inN8n(n8n, 'this node', { type: 'n8n-nodes-label-studio.labelStudio', typeVersion: 1, credentials, parameters: { resource: 'annotation', operation: 'get', annotationId: '={{ $json.id }}', simplify: true } })],
			['this node, 100 operations', await inN8n(n8n, 'hundred', { type: `${hundredPackage}.labelStudio`, typeVersion: 1, credentials, parameters: { resource: 'annotation', operation: 'get', annotationId: '={{ $json.id }}', simplify: true } })],
			['HTTP Request node', await inN8n(n8n, 'HTTP Request', { type: 'n8n-nodes-base.httpRequest', typeVersion: 4.2, credentials, parameters: { method: 'GET', url, authentication: 'predefinedCredentialType', nodeCredentialType: 'labelStudioApi', options: {} } })],
			['bare node', await inN8n(n8n, 'bare', { type: 'n8n-nodes-bench-bare.bare', typeVersion: 1, credentials, parameters: { id: '={{ $json.id }}' } })],
			['undici alone', undiciAlone(stub.url)],
		];
		const times = contenders.map((): number[] => []);
		const flights = contenders.map(() => 0);
		for (let round = 0; round <= rounds; round++) {
			say(round === 0 ? 'warming up …' : `round ${round} of ${rounds} …`);
			for (const [index, [, run]] of contenders.entries()) {
				await mostInFlight(stub.url);
				const milliseconds = await run();
				if (round === 0) continue;
				times[index]?.push(milliseconds);
				flights[index] = Math.max(flights[index] ?? 0, await mostInFlight(stub.url));
			}
		}
		const rows = contenders.map(([name], index): Row => ({ name, microsecondsPerItem: Math.round((median(times[index] as number[]) * 1000) / itemCount), mostInFlight: flights[index] as number }));
		const loadMilliseconds = await loadTime();
		const per = (name: string): number => (rows.find((row) => row.name === name) as Row).microsecondsPerItem;
		const toHttpRequest = Number((per('this node') / per('HTTP Request node')).toFixed(2));
		const toHundred = Number((per('this node') / per('this node, 100 operations')).toFixed(2));
		const description = await descriptionSize();
		const toBare = Number((per('this node') / per('bare node')).toFixed(2));
		if (json) {
			console.log(JSON.stringify({ items: itemCount, rounds, rows, loadMilliseconds, description, ratioToHundredOperations: toHundred, ratioToHttpRequestNode: toHttpRequest, ratioToBareNode: toBare }));
			return;
		}
		for (const row of rows) console.log(`${row.name.padEnd(26)} ${String(row.microsecondsPerItem).padStart(6)} µs per item, at most ${row.mostInFlight} requests in flight`);
		console.log(`loading the built node: ${loadMilliseconds} ms`);
		console.log(`description of the node: ${description.bytes} bytes as JSON, ${description.gzipped} gzipped`);
		console.log(`ratio to the node with 100 operations: ${toHundred}`);
		console.log(`ratio to bare node: ${toBare}`);
		console.log(`ratio to HTTP Request node: ${toHttpRequest}`);
	} finally {
		await Promise.all(stops.map(async (stop) => await stop()));
		rmSync(scratch, { recursive: true, force: true });
	}
};

/** What is measured instead, by the option that asks for it. */
const others: Readonly<Record<string, (json: boolean) => Promise<void>>> = { bulk, export: printExportMemory, mcp: benchMcp, sync: printSync };

const flag = { type: 'boolean' } as const;
const { values } = parseArgs({ options: { json: flag, help: flag, ...Object.fromEntries(Object.keys(others).map((name) => [name, flag])) } }) as { values: Record<string, boolean | undefined> };
if (values.help) console.log(usage);
else {
	try {
		const chosen = Object.keys(others).find((name) => values[name]);
		await (chosen ? (others[chosen] as typeof main) : main)(values.json === true);
	} catch (error) {
		console.error((error as Error).message);
		process.exitCode = 1;
	}
}
