import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { rmSync } from 'node:fs';
import { startLabelStudio } from '../stack/label-studio.mts';
import { packPackage, startN8n, type RunningN8n, type WorkflowFile } from '../stack/n8n.mts';
import { projectRoot } from '../stack/paths.mts';
import { runCommand, temporaryFolder } from '../stack/process.mts';
import { median } from './shared.mts';
import { labelStudioApi, sideBySide, type Api } from '../test/support/api.mts';

const taskCount = 100_000;
const chunk = 10_000;
const changed = 50;
const annotated = 2000;
const idlePolls = 10;
/** Seconds; short, so that the measurement need not wait a minute for what was changed to be over and done. */
const overlap = 5;
/** n8n refuses a poll time of less than a minute, but takes several. */
const everyFiveSeconds = { item: Array.from({ length: 12 }, (_, index) => ({ mode: 'custom', cronExpression: `${index * 5} * * * * *` })) };
const nodeType = 'n8n-nodes-label-studio.labelStudioPollingTrigger';

/** One request that came by, as the server took it. */
interface Passed {
	path: string;
	/** Tasks in the answer, and whether nothing but ids and times of them was asked for. */
	rows: number;
	scan: boolean;
	bytes: number;
	milliseconds: number;
}

/** What the polling trigger costs. */
export interface SyncCost {
	tasks: number;
	idle: { polls: number; requestsPerPoll: number; bytesPerPoll: number; serverMilliseconds: number; beyondMilliseconds: number };
	changes: { changed: number; put: number; requests: number; rowsFound: number; rowsRead: number; milliseconds: number; beyondMilliseconds: number };
	annotations: { made: number; seconds: number; seen: number; distinct: number };
}

/** Stands before Label Studio and writes down what goes by. */
const startRecorder = async (target: string): Promise<{ url: string; passed: Passed[]; close: () => void }> => {
	const passed: Passed[] = [];
	const server = createServer((incoming, outgoing) => {
		void (async () => {
			const chunks: Buffer[] = [];
			for await (const part of incoming) chunks.push(part as Buffer);
			const started = performance.now();
			const { 'content-type': type = 'application/json', authorization } = incoming.headers;
			const response = await fetch(`${target}${incoming.url}`, {
				method: incoming.method,
				headers: { 'content-type': type, ...(authorization && { authorization }) },
				body: chunks.length > 0 ? Buffer.concat(chunks) : undefined,
			});
			const text = await response.text();
			const { pathname, searchParams } = new URL(incoming.url ?? '/', target);
			const { tasks } = pathname === '/api/tasks/' ? (JSON.parse(text) as { tasks?: unknown[] }) : {};
			passed.push({ path: pathname, rows: tasks?.length ?? 0, scan: (searchParams.get('include') ?? '').startsWith('id,updated_at'), bytes: text.length, milliseconds: performance.now() - started });
			outgoing.writeHead(response.status, { 'content-type': 'application/json', date: response.headers.get('date') ?? '' }).end(text);
		})().catch((error: unknown) => outgoing.destroy(error as Error));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, passed, close: () => void server.close() };
};

const labelConfig = '<View><Text name="text" value="$text"/><Choices name="c" toName="text"><Choice value="A"/></Choices></View>';
const result = [{ from_name: 'c', to_name: 'text', type: 'choices', value: { choices: ['A'] } }];

const makeProject = async (api: Api, count: number): Promise<{ project: number; tasks: number[] }> => {
	const project = Number((await api('POST', '/api/projects/', { title: `Sync of ${count}`, label_config: labelConfig })).id);
	const tasks: number[] = [];
	for (let first = 0; first < count; first += chunk) {
		const rows = Array.from({ length: Math.min(chunk, count - first) }, (_, index) => ({ data: { text: `Text ${first + index}` } }));
		tasks.push(...(await api<{ task_ids: number[] }>('POST', `/api/projects/${project}/import?return_task_ids=true`, rows)).task_ids);
	}
	return { project, tasks };
};

const workflow = (project: number, credentialId: string, parameters: Record<string, unknown>): WorkflowFile => ({
	name: `Sync ${project}`,
	nodes: [
		{
			id: '1',
			name: 'Trigger',
			type: nodeType,
			typeVersion: 1,
			position: [0, 0],
			parameters: { project: { __rl: true, mode: 'id', value: String(project) }, pollTimes: everyFiveSeconds, options: { overlap }, ...parameters },
			credentials: { labelStudioApi: { id: credentialId, name: 'Label Studio' } },
		},
		{ id: '2', name: 'End', type: 'n8n-nodes-base.noOp', typeVersion: 1, position: [200, 0], parameters: {} },
	],
	connections: { Trigger: { main: [[{ node: 'End', type: 'main', index: 0 }]] } },
});

/** How many polls n8n has made, and how many milliseconds they took, by its own count. */
const pollsOf = async ({ url }: RunningN8n): Promise<{ count: number; milliseconds: number }> => {
	const text = await (await fetch(`${url}/metrics`)).text();
	const value = (what: string): number =>
		[...text.matchAll(new RegExp(`^n8n_poll_trigger_duration_seconds_${what}\\{([^}]*)\\} ([\\d.e+-]+)$`, 'gm'))]
			.filter(([, labels]) => labels?.includes(nodeType))
			.reduce((sum, [, , number]) => sum + Number(number), 0);
	return { count: value('count'), milliseconds: value('sum') * 1000 };
};

const until = async <T,>(ask: () => Promise<T>, holds: (value: T) => boolean): Promise<T> => {
	for (;;) {
		const value = await ask();
		if (holds(value)) return value;
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
};

const sum = (numbers: number[]): number => numbers.reduce((total, one) => total + one, 0);
const rounded = (number: number): number => Number(number.toFixed(1));

/** Runs the polling trigger in real n8n against a real Label Studio with 100,000 tasks. */
export const syncCost = async (say: (line: string) => void): Promise<SyncCost> => {
	const scratch = temporaryFolder('bench');
	const stops: Array<() => Promise<void> | void> = [];
	try {
		await runCommand({ name: 'npm run build', command: 'npm', args: ['run', 'build'], cwd: projectRoot(), env: process.env });
		const labelStudio = await startLabelStudio(say);
		stops.push(labelStudio.stop);
		const recorder = await startRecorder(labelStudio.url);
		stops.push(recorder.close);
		const n8n = await startN8n({ tarball: await packPackage(scratch), progress: say, env: { N8N_METRICS: 'true', N8N_METRICS_INCLUDE_POLL_TRIGGER_METRICS: 'true' } });
		stops.push(n8n.stop);
		const credentialId = await n8n.createCredential('Label Studio', 'labelStudioApi', { baseUrl: recorder.url, apiToken: labelStudio.apiToken, ignoreTlsIssues: false });
		const api = labelStudioApi(labelStudio.url, labelStudio.apiToken);
		const polls = async () => await pollsOf(n8n);
		/** Waits for the end of the next poll, so that nothing is under way. */
		const next = async (more = 1) => {
			const { count } = await polls();
			return await until(polls, (now) => now.count >= count + more);
		};

		say(`importing ${taskCount} tasks …`);
		const big = await makeProject(api, taskCount);
		const watched = await n8n.createWorkflow(workflow(big.project, credentialId, { event: 'taskChanged' }));
		await n8n.activate(watched);
		say('polling with nothing new …');
		// The first polls still look at what was imported last.
		await until(next as () => Promise<unknown>, () => recorder.passed.at(-1)?.rows === 0);
		const idle: Array<{ requests: number; bytes: number; server: number; beyond: number }> = [];
		for (let before = await next(); idle.length < idlePolls; ) {
			recorder.passed.length = 0;
			const after = await next();
			const server = sum(recorder.passed.map(({ milliseconds }) => milliseconds));
			const asked = recorder.passed.filter(({ path }) => path === '/api/tasks/');
			idle.push({ requests: asked.length, bytes: sum(asked.map(({ bytes }) => bytes)), server, beyond: after.milliseconds - before.milliseconds - server });
			before = after;
		}
		await n8n.deactivate(watched);

		say(`polling with ${changed} changed …`);
		for (const task of big.tasks.filter((_, index) => index % (taskCount / changed) === 7)) await api('PATCH', `/api/tasks/${task}/`, { data: { text: 'Changed' } });
		const before = await polls();
		recorder.passed.length = 0;
		await n8n.activate(watched);
		const after = await until(polls, ({ count }) => count > before.count);
		const requests = recorder.passed.filter(({ path }) => path === '/api/tasks/');
		const atServer = sum(recorder.passed.map(({ milliseconds }) => milliseconds));
		const [execution] = await until(async () => await n8n.executions(watched), ({ length }) => length > 0);
		await n8n.deactivate(watched);

		say(`polling while ${annotated} annotations are made …`);
		const small = await makeProject(api, 1000);
		const annotating = await n8n.createWorkflow(workflow(small.project, credentialId, { event: 'annotationCreated', options: {} }));
		await n8n.activate(annotating);
		const started = Date.now();
		await sideBySide(4, Array.from({ length: annotated }, (_, index) => small.tasks[index % small.tasks.length] as number), async (task) => await api('POST', `/api/tasks/${task}/annotations/`, { result }));
		const seconds = (Date.now() - started) / 1000;
		const seen = async () => (await n8n.executions(annotating)).flatMap(({ results }) => results.at(-1)?.items.map(({ json }) => json.id) ?? []);
		let ids = await seen();
		// All of them, or none any more for as long as a change may take to be seen.
		for (let quiet = 0; ids.length < annotated && quiet < 24; ) {
			await next();
			const now = await seen();
			quiet = now.length > ids.length ? 0 : quiet + 1;
			ids = now;
		}
		return {
			tasks: taskCount,
			idle: {
				polls: idle.length,
				requestsPerPoll: median(idle.map(({ requests }) => requests)),
				bytesPerPoll: median(idle.map(({ bytes }) => bytes)),
				serverMilliseconds: rounded(median(idle.map(({ server }) => server))),
				beyondMilliseconds: rounded(median(idle.map(({ beyond }) => beyond))),
			},
			changes: {
				changed,
				put: execution?.results.at(-1)?.items.length ?? 0,
				requests: requests.length,
				rowsFound: sum(requests.filter(({ scan }) => scan).map(({ rows }) => rows)),
				rowsRead: sum(requests.filter(({ scan }) => !scan).map(({ rows }) => rows)),
				milliseconds: rounded(after.milliseconds - before.milliseconds),
				beyondMilliseconds: rounded(after.milliseconds - before.milliseconds - atServer),
			},
			annotations: { made: annotated, seconds: rounded(seconds), seen: ids.length, distinct: new Set(ids).size },
		};
	} finally {
		for (const stop of stops.reverse()) await stop();
		rmSync(scratch, { recursive: true, force: true });
	}
};

/** Measures and prints what the polling trigger costs. */
export const printSync = async (json: boolean): Promise<void> => {
	const cost = await syncCost((line) => console.error(line));
	if (json) {
		console.log(JSON.stringify(cost));
		return;
	}
	const { tasks, idle, changes, annotations } = cost;
	console.log(`a poll of ${tasks} tasks with nothing new: ${idle.requestsPerPoll} request of ${idle.bytesPerPoll} bytes, ${idle.serverMilliseconds} ms at the server and ${idle.beyondMilliseconds} ms beyond (median of ${idle.polls} polls)`);
	console.log(`a poll of ${tasks} tasks with ${changes.changed} changed: ${changes.put} items in ${changes.requests} requests, ${changes.rowsFound} rows found by ID and time and ${changes.rowsRead} read, ${changes.milliseconds} ms, of them ${changes.beyondMilliseconds} beyond the server's`);
	console.log(`${annotations.made} annotations made in ${annotations.seconds} s while polling: ${annotations.distinct} seen, ${annotations.seen - annotations.distinct} of them twice`);
};
