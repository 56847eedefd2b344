import { readFileSync, rmSync } from 'node:fs';
import { packPackage, startN8n, type WorkflowFile } from '../stack/n8n.mts';
import { startLabelStudio, type RunningLabelStudio } from '../stack/label-studio.mts';
import { projectRoot } from '../stack/paths.mts';
import { runCommand, temporaryFolder } from '../stack/process.mts';

const taskCount = 100_000;
const chunk = 10_000;
const sampleMs = 20;
const warmUps = 5;

/** What an export came to. */
export interface ExportMemory {
	tasks: number;
	/** Size of the file as n8n gives it. */
	fileSize: string;
	seconds: number;
	/** Of the n8n process, just before and at the most, in MiB. */
	before: number;
	peak: number;
	growth: number;
}

/** Memory of a process in MiB, as Linux counts it. */
const residentMemory = (pid: number): number => Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

const ask = async ({ url, apiToken, legacyToken }: RunningLabelStudio, path: string, body: unknown): Promise<Record<string, unknown>> => {
	const response = await fetch(`${url}${path}`, {
		method: 'POST',
		headers: { authorization: `Token ${legacyToken ?? apiToken}`, 'content-type': 'application/json' },
		body: JSON.stringify(body),
	});
	if (!response.ok) throw new Error(`POST ${path} answers ${response.status}`);
	return (await response.json()) as Record<string, unknown>;
};

const labelConfig = '<View><Text name="text" value="$text"/><Choices name="c" toName="text"><Choice value="A"/></Choices></View>';

const makeProject = async (labelStudio: RunningLabelStudio, count: number, say: (line: string) => void): Promise<number> => {
	const { id } = await ask(labelStudio, '/api/projects/', { title: `Export of ${count}`, label_config: labelConfig });
	for (let first = 0; first < count; first += chunk) {
		const tasks = Array.from({ length: Math.min(chunk, count - first) }, (_, index) => ({ data: { text: `Text ${first + index}: ${'some words to be labeled '.repeat(10)}` } }));
		await ask(labelStudio, `/api/projects/${Number(id)}/import`, tasks);
		say(`${Math.min(count, first + chunk)} of ${count} tasks imported`);
	}
	return Number(id);
};

const workflow = (project: number, credentialId: string): WorkflowFile => ({
	name: `Export ${project}`,
	nodes: [
		{ id: '1', name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, position: [0, 0], parameters: {} },
		{
			id: '2',
			name: 'Export',
			type: 'n8n-nodes-label-studio.labelStudio',
			typeVersion: 1,
			position: [200, 0],
			parameters: { resource: 'project', operation: 'export', project: { __rl: true, mode: 'id', value: String(project) }, format: 'JSON', output: 'binary', outputField: 'data', way: 'automatic', allTasks: true },
			credentials: { labelStudioApi: { id: credentialId, name: 'Label Studio' } },
		},
	],
	connections: { Start: { main: [[{ node: 'Export', type: 'main', index: 0 }]] } },
});

/**
 * Exports a project of 100,000 tasks to binary, in real n8n that stores files on disk, and watches its memory.
 *
 * @throws Error when the export fails or is not whole
 */
export const exportMemory = async (say: (line: string) => void): Promise<ExportMemory> => {
	const scratch = temporaryFolder('bench');
	const stops: Array<() => Promise<void>> = [];
	try {
		await runCommand({ name: 'npm run build', command: 'npm', args: ['run', 'build'], cwd: projectRoot(), env: process.env });
		const labelStudio = await startLabelStudio(say);
		stops.push(labelStudio.stop);
		const n8n = await startN8n({ tarball: await packPackage(scratch), progress: say, env: { N8N_DEFAULT_BINARY_DATA_MODE: 'filesystem' } });
		stops.push(n8n.stop);
		const pid = n8n.pid as number;
		const credentialId = await n8n.createCredential('Label Studio', 'labelStudioApi', { baseUrl: labelStudio.url, apiToken: labelStudio.apiToken, ignoreTlsIssues: false });
		const small = await makeProject(labelStudio, 100, say);
		const large = await makeProject(labelStudio, taskCount, say);
		let peak = 0;
		const run = async (project: number, count: number): Promise<{ before: number; fileSize: string; seconds: number }> => {
			const id = await n8n.createWorkflow(workflow(project, credentialId));
			say(`exporting ${count} tasks …`);
			const before = residentMemory(pid);
			peak = before;
			const { status, error, results } = await n8n.run(id);
			const result = results.find(({ node }) => node === 'Export');
			const [item] = result?.items ?? [];
			if (status !== 'success' || !result || !item) throw new Error(error?.message ?? `the export ended with ${status}`);
			const { tasks, way } = item.json as { tasks?: number; way?: string };
			if (way === 'snapshot' && tasks !== count) throw new Error(`${tasks} tasks were exported instead of ${count}`);
			return { before, fileSize: String((item.binary as Record<string, { fileSize?: string }> | undefined)?.data?.fileSize), seconds: result.time / 1000 };
		};
		const sampling = setInterval(() => {
			peak = Math.max(peak, residentMemory(pid));
		}, sampleMs);
		try {
			// n8n gives memory back while it has nothing to do, and takes it again for any execution.
			for (let round = 0; round < warmUps; round++) await run(small, 100);
			const { before, fileSize, seconds } = await run(large, taskCount);
			return { tasks: taskCount, fileSize, seconds: Math.round(seconds), before: Math.round(before), peak: Math.round(peak), growth: Math.round(peak - before) };
		} finally {
			clearInterval(sampling);
		}
	} finally {
		await Promise.all(stops.map(async (stop) => await stop()));
		rmSync(scratch, { recursive: true, force: true });
	}
};

/** Runs {@link exportMemory} and prints what came of it. */
export const printExportMemory = async (json: boolean): Promise<void> => {
	const { tasks, fileSize, seconds, before, peak, growth } = await exportMemory((line) => console.error(line));
	if (json) console.log(JSON.stringify({ tasks, fileSize, seconds, before, peak, growth }));
	else console.log(`export of ${tasks} tasks (${fileSize}): ${seconds} s, n8n grew by ${growth} MiB, from ${before} to ${peak} MiB at the most`);
};
