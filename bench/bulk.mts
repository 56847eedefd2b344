import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { installLabelStudio, startLabelStudio } from '../stack/label-studio.mts';
import { packPackage, startN8n, type RunningN8n, type WorkflowFile } from '../stack/n8n.mts';
import { projectRoot } from '../stack/paths.mts';
import { runCommand, temporaryFolder } from '../stack/process.mts';
import { benchRow, benchRowSource } from './rows.mts';
import { median } from './shared.mts';

const labelConfig = '<View><Text name="text" value="$text"/><Choices name="sentiment" toName="text"><Choice value="Positive"/><Choice value="Negative"/></Choices></View>';
const importCount = 10_000;
const listCount = 11_000;
const memoryCount = 100_000;
/** Rows of which one HTTP request each is really sent; the rest is reckoned. */
const singleCount = 200;
const rounds = 3;
/** One import, or one short list, differs from the next by a fifth, as the server collects its garbage now and then. */
const shortRounds = 9;

/** A figure of the bench: what it is, the contenders' seconds or MB, the ratio, and what the ratio must reach. */
interface Figure {
	name: string;
	values: Record<string, number>;
	ratio?: number;
	wanted?: string;
}

const rounded = (value: number, digits = 2): number => Number(value.toFixed(digits));

/** The HTTP API, asked without n8n. */
const api = (url: string, token: string) => async (method: string, path: string, body?: string): Promise<unknown> => {
	const response = await fetch(`${url}${path}`, { method, headers: { authorization: `Token ${token}`, 'content-type': 'application/json' }, body });
	if (!response.ok) throw new Error(`${method} ${path} answers ${response.status}: ${(await response.text()).slice(0, 300)}`);
	return response.status === 204 ? undefined : await response.json();
};

/** A workflow that makes items of an expression and hands them to one node. */
const workflow = (name: string, items: string, node: Record<string, unknown>): WorkflowFile =>
	({
		name,
		nodes: [
			{ id: '1', name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, position: [0, 0], parameters: {} },
			{ id: '2', name: 'Rows', type: 'n8n-nodes-base.set', typeVersion: 3.4, position: [200, 0], parameters: { assignments: { assignments: [{ id: '1', name: 'rows', type: 'array', value: `={{ ${items} }}` }] }, options: {} } },
			{ id: '3', name: 'Items', type: 'n8n-nodes-base.splitOut', typeVersion: 1, position: [400, 0], parameters: { fieldToSplitOut: 'rows', options: {} } },
			{ id: '4', name: 'Contender', position: [600, 0], ...node },
		],
		connections: {
			Start: { main: [[{ node: 'Rows', type: 'main', index: 0 }]] },
			Rows: { main: [[{ node: 'Items', type: 'main', index: 0 }]] },
			Items: { main: [[{ node: 'Contender', type: 'main', index: 0 }]] },
		},
	}) as unknown as WorkflowFile;

const rowsExpression = (count: number): string => `Array.from({ length: ${count} }, (_, index) => (${benchRowSource})(index))`;

/** The same, item by item: the HTTP Request node would send all requests at once, which SQLite does not take. */
const loop = (file: WorkflowFile): WorkflowFile => {
	const { nodes, connections } = file as unknown as { nodes: unknown[]; connections: Record<string, unknown> };
	const to = (node: string) => [{ node, type: 'main', index: 0 }];
	return {
		...file,
		nodes: [...nodes, { id: '5', name: 'Loop', type: 'n8n-nodes-base.splitInBatches', typeVersion: 3, position: [500, 0], parameters: { batchSize: 1, options: {} } }],
		connections: { ...connections, Items: { main: [to('Loop')] }, Loop: { main: [[], to('Contender')] }, Contender: { main: [to('Loop')] } },
	} as unknown as WorkflowFile;
};

/** Seconds of the node in one execution, all its runs together, which must succeed with so many items. */
const timeOf = async (n8n: RunningN8n, file: WorkflowFile, count: number): Promise<number> => {
	const execution = await n8n.run(await n8n.createWorkflow(file));
	const runs = execution.results.filter((one) => one.node === 'Contender');
	const items = runs.reduce((sum, one) => sum + one.items.length, 0);
	if (execution.status !== 'success' || items !== count) throw new Error(`${file.name}: ${execution.error?.message ?? `${items} items instead of ${count}`}`);
	return runs.reduce((sum, one) => sum + one.time, 0) / 1000;
};

const timed = async (work: () => Promise<unknown>): Promise<number> => {
	const started = performance.now();
	await work();
	return (performance.now() - started) / 1000;
};

const sdkScript = `
import sys, time
from label_studio_sdk import LabelStudio
client = LabelStudio(base_url=sys.argv[1], api_key=sys.argv[2])
started = time.time()
count = sum(1 for _ in client.tasks.list(project=int(sys.argv[3])))
print(count, time.time() - started)
`;

/** Runs the bulk bench against a real Label Studio, with the node in a real n8n. */
export const bulk = async (json: boolean): Promise<void> => {
	const say = (line: string): void => console.error(line);
	const scratch = temporaryFolder('bench-bulk');
	const stops: Array<() => Promise<void>> = [];
	try {
		say('building …');
		await runCommand({ name: 'npm run build', command: 'npm', args: ['run', 'build'], cwd: projectRoot(), env: process.env });
		const python = await installLabelStudio(say);
		const labelStudio = await startLabelStudio(say);
		stops.push(labelStudio.stop);
		const { url, legacyToken: token } = labelStudio;
		if (!token) throw new Error('The bulk bench needs a legacy token: set LABEL_STUDIO_API_KEY to one');
		const n8n = await startN8n({ tarball: await packPackage(scratch), progress: say });
		stops.push(n8n.stop);
		const credentialId = await n8n.createCredential('Label Studio', 'labelStudioApi', { baseUrl: url, apiToken: token, ignoreTlsIssues: false });
		const credentials = { labelStudioApi: { id: credentialId, name: 'Label Studio' } };
		const call = api(url, token);
		const newProject = async (): Promise<number> => ((await call('POST', '/api/projects/', JSON.stringify({ title: 'Bulk bench', label_config: labelConfig }))) as { id: number }).id;
		const bare = async (project: number, from: number, to: number): Promise<unknown> =>
			await call('POST', `/api/projects/${project}/import?return_task_ids=true`, JSON.stringify(Array.from({ length: to - from }, (_, index) => ({ data: benchRow(from + index) }))));
		const node = (parameters: Record<string, unknown>): Record<string, unknown> => ({ type: 'n8n-nodes-label-studio.labelStudio', typeVersion: 1, credentials, parameters: { resource: 'task', ...parameters } });
		const locator = (project: number) => ({ __rl: true, mode: 'id', value: String(project) });
		const figures: Figure[] = [];

		say('importing …');
		/** Seconds of Create or Update, with half of the items there and so many of them changed. */
		const upsert = async (changed: number): Promise<number> => {
			const half = await newProject();
			await bare(half, 0, importCount / 2);
			const rows = `${rowsExpression(importCount)}.map((row, index) => index < ${changed} ? { ...row, text: 'Changed ' + index } : row)`;
			return await timeOf(n8n, workflow('Create or Update', rows, node({ operation: 'upsert', project: locator(half), matchField: 'sku' })), importCount);
		};
		const times: Record<'node' | 'bare' | 'few' | 'many', number[]> = { node: [], bare: [], few: [], many: [] };
		const bareImport = async (project: number): Promise<number> => await timed(async () => await bare(project, 0, importCount));
		const nodeImport = async (project: number): Promise<number> =>
			await timeOf(n8n, workflow('Import', rowsExpression(importCount), node({ operation: 'import', project: locator(project) })), importCount);
		for (let round = 0; round <= shortRounds; round++) {
			const turns = [['bare', bareImport], ['node', nodeImport]] as const;
			for (const [name, run] of round % 2 === 0 ? turns : turns.toReversed()) {
				const seconds = await run(await newProject());
				say(`round ${round}: ${name} ${rounded(seconds)} s`);
				if (round > 0) times[name].push(seconds);
			}
		}
		for (let round = 1; round <= rounds; round++) {
			times.few.push(await upsert(importCount / 200));
			times.many.push(await upsert(importCount / 100));
			say(`round ${round}: create or update ${rounded(times.few.at(-1) as number)} s and ${rounded(times.many.at(-1) as number)} s`);
		}
		const importTime = median(times.node);
		figures.push({ name: `Import of ${importCount} items to one bare request`, values: { 'node s': rounded(importTime), 'bare request s': rounded(median(times.bare)) }, ratio: rounded(importTime / median(times.bare)), wanted: 'at most 1.2' });

		say('one request for each row …');
		const single = {
			type: 'n8n-nodes-base.httpRequest',
			typeVersion: 4.2,
			credentials,
			parameters: {
				method: 'POST',
				authentication: 'predefinedCredentialType',
				nodeCredentialType: 'labelStudioApi',
				sendBody: true,
				specifyBody: 'json',
				jsonBody: '={{ JSON.stringify([{ data: $json }]) }}',
				options: {},
			},
		};
		const singleTimes: number[] = [];
		for (let round = 0; round < rounds; round++) {
			const target = await newProject();
			singleTimes.push(await timeOf(n8n, loop(workflow('HTTP Request', rowsExpression(singleCount), { ...single, parameters: { ...single.parameters, url: `${url}/api/projects/${target}/import` } })), singleCount));
		}
		const reckoned = (median(singleTimes) / singleCount) * importCount;
		figures.push({
			name: `Import of ${importCount} items to an HTTP Request node with one call per row (${singleCount} rows measured, the rest reckoned)`,
			values: { 'node s': rounded(importTime), [`HTTP Request node s for ${singleCount}`]: rounded(median(singleTimes)), 'HTTP Request node s reckoned': rounded(reckoned, 0) },
			ratio: rounded(reckoned / importTime, 0),
			wanted: 'at least 100',
		});
		for (const [what, key] of [['1% of those that are there', 'few'], ['1% of all', 'many']] as const) {
			figures.push({
				name: `Create or Update of ${importCount} items, half of them there and ${what} changed, to the import`,
				values: { 'node s': rounded(median(times[key])), 'import s': rounded(importTime) },
				ratio: rounded(median(times[key]) / importTime),
				wanted: 'at most 4',
			});
		}

		say('listing …');
		const listed = await newProject();
		await bare(listed, 0, listCount);
		const list = async (filters: Record<string, unknown>): Promise<number> =>
			await timeOf(n8n, workflow('List', '[{ one: 1 }]', node({ operation: 'getMany', project: locator(listed), returnAll: true, simplify: false, filters })), listCount);
		const sdk = async (): Promise<number> => {
			const [count, seconds] = (await runCommand({ name: 'label-studio-sdk', command: python, args: ['-c', sdkScript, url, token, String(listed)], env: process.env })).trim().split('\n').at(-1)?.split(' ').map(Number) as [number, number];
			if (count !== listCount) throw new Error(`label-studio-sdk lists ${count} tasks instead of ${listCount}`);
			return seconds;
		};
		const lists: Record<'data' | 'whole' | 'all' | 'sdk', number[]> = { data: [], whole: [], all: [], sdk: [] };
		for (let round = 0; round < rounds; round++) {
			lists.sdk.push(await sdk());
			for (let turn = 0; turn < shortRounds / rounds; turn++) lists.data.push(await list({ include: 'data', resolveUri: false }));
			lists.whole.push(await list({}));
			lists.all.push(await list({ fields: 'all' }));
			say(`round ${round + 1}: label-studio-sdk ${rounded(lists.sdk.at(-1) as number)} s, id and data ${rounded(lists.data.at(-1) as number)} s, whole rows ${rounded(lists.whole.at(-1) as number)} s, with annotations ${rounded(lists.all.at(-1) as number)} s`);
		}
		const sdkTime = median(lists.sdk);
		for (const [name, key, wanted] of [['id and data', 'data', 'at least 8'], ['whole rows', 'whole', 'at least 2.5'], ['whole rows with annotations and predictions', 'all', undefined]] as const) {
			const seconds = median(lists[key]);
			figures.push({ name: `Get Many of ${listCount} tasks, ${name}, to label-studio-sdk's iterator`, values: { 'node s': rounded(seconds), 'label-studio-sdk s': rounded(sdkTime) }, ratio: rounded(sdkTime / seconds, 1), wanted });
		}

		say('memory …');
		const parameters = { resource: 'task', operation: 'import', project: locator(await newProject()) };
		const printed = await runCommand({
			name: 'memory',
			command: process.execPath,
			args: ['--expose-gc', join(projectRoot(), 'bench', 'memory.mts'), '--parameters', JSON.stringify(parameters), '--url', url, '--token', token, '--items', String(memoryCount)],
			cwd: projectRoot(),
			env: process.env,
		});
		const { grown, items } = JSON.parse(printed.trim().split('\n').at(-1) ?? '') as { grown: number; items: number };
		if (items !== memoryCount) throw new Error(`${items} items of ${memoryCount} came out`);
		figures.push({ name: `Import of ${memoryCount} items: growth of the process beyond them`, values: { 'peak MB': rounded(grown / 1024 / 1024, 0) }, wanted: 'at most 200 MB' });

		if (json) console.log(JSON.stringify({ rounds, shortRounds, figures }));
		else {
			for (const { name, values, ratio, wanted } of figures) {
				const parts = Object.entries(values).map(([key, value]) => `${key}: ${value}`);
				console.log(`${name}\n  ${parts.join(', ')}${ratio === undefined ? '' : `, ratio ${ratio}`}${wanted ? ` (wanted ${wanted})` : ''}`);
			}
		}
	} finally {
		await Promise.all(stops.map(async (stop) => await stop()));
		rmSync(scratch, { recursive: true, force: true });
	}
};
