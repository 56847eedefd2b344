import { rmSync } from 'node:fs';
import { packPackage, startN8n, type Execution, type RunningN8n, type WorkflowFile } from '../../stack/n8n.mts';
import { temporaryFolder } from '../../stack/process.mts';
import { labelStudioApi, sideBySide } from '../support/api.mts';
import { labelConfig, liveServer, positive } from '../support/live.mts';

/** n8n refuses one poll time of less than a minute, but takes several, each at a second of its own. */
const everyFiveSeconds = { item: Array.from({ length: 12 }, (_, index) => ({ mode: 'custom', cronExpression: `${index * 5} * * * * *` })) };

describe('the polling trigger in a real n8n', () => {
	const { url, apiToken } = liveServer();
	const api = labelStudioApi(url, apiToken);
	const scratch = temporaryFolder('polling');
	let n8n: RunningN8n;
	let credentialId: string;
	let project: number;
	let tasks: number[];

	const workflow = (parameters: Record<string, unknown>): WorkflowFile => ({
		name: 'Polling',
		nodes: [
			{
				id: '1',
				name: 'Trigger',
				type: 'n8n-nodes-label-studio.labelStudioPollingTrigger',
				typeVersion: 1,
				position: [0, 0],
				credentials: { labelStudioApi: { id: credentialId, name: 'Label Studio' } },
				parameters: { project: { __rl: true, mode: 'id', value: String(project) }, pollTimes: everyFiveSeconds, ...parameters },
			},
			{ id: '2', name: 'End', type: 'n8n-nodes-base.noOp', typeVersion: 1, position: [200, 0], parameters: {} },
		],
		connections: { Trigger: { main: [[{ node: 'End', type: 'main', index: 0 }]] } },
	});
	const annotate = async (task: number): Promise<unknown> => await api('POST', `/api/tasks/${task}/annotations/`, { result: positive });
	/** Ids that got as far as the node after the trigger. */
	const idsOf = (executions: Execution[]): number[] => executions.flatMap(({ results }) => results.find(({ node }) => node === 'End')?.items.map(({ json }) => Number(json.id)) ?? []);
	const until = async <T,>(ask: () => Promise<T>, holds: (value: T) => boolean): Promise<T> => {
		for (;;) {
			const value = await ask();
			if (holds(value)) return value;
			await new Promise((resolve) => setTimeout(resolve, 200));
		}
	};

	beforeAll(async () => {
		n8n = await startN8n({ tarball: await packPackage(scratch), progress: () => {} });
		credentialId = await n8n.createCredential('Label Studio', 'labelStudioApi', { baseUrl: url, apiToken, ignoreTlsIssues: false });
		project = Number((await api('POST', '/api/projects/', { title: 'Polling in n8n', label_config: labelConfig })).id);
		const rows = Array.from({ length: 50 }, (_, index) => ({ data: { text: `Text ${index}` } }));
		tasks = (await api<{ task_ids: number[] }>('POST', `/api/projects/${project}/import?return_task_ids=true`, rows)).task_ids;
	}, 300_000);
	afterAll(async () => {
		await n8n.stop();
		rmSync(scratch, { recursive: true, force: true });
	});

	it('shows a sample in a manual run, and keeps nothing of it', async () => {
		const id = await n8n.createWorkflow(workflow({ event: 'taskCreated', fields: 'idAndData' }));
		const workflowData = await n8n.rest<WorkflowFile>('GET', `/workflows/${id}`);
		await n8n.rest('POST', `/workflows/${id}/run`, { workflowData, triggerToStartFrom: { name: 'Trigger' } });
		const [execution] = await until(async () => await n8n.executions(id), ({ length }) => length > 0);
		expect(execution?.status).toBe('success');
		expect(execution?.results[0]?.items.map(({ json }) => json)).toMatchObject([{ id: tasks.at(-1), data: { text: 'Text 49' } }]);
		expect(JSON.stringify((await n8n.rest<{ staticData?: unknown }>('GET', `/workflows/${id}`)).staticData ?? {})).not.toContain('cursor');
	}, 60_000);

	it.each([
		['without a project', '', 'Missing or invalid required parameters: project'],
		['for a project that is not there', '999999999', 'No Project matches the given query.'],
	])('cannot be activated %s, and says why', async (_name, value, message) => {
		const id = await n8n.createWorkflow(workflow({ event: 'taskCreated', project: { __rl: true, mode: 'id', value } }));
		await expect(n8n.activate(id)).rejects.toThrow(message);
	}, 120_000);

	it('misses and repeats nothing when n8n is killed in the middle and started again', async () => {
		const id = await n8n.createWorkflow(workflow({ event: 'annotationCreated' }));
		await n8n.activate(id);
		const executions = async () => await n8n.executions(id);
		const seen = async () => idsOf(await executions());
		const made: unknown[] = [];
		const make = async (count: number): Promise<void> => {
			await sideBySide(2, Array.from({ length: count }, (_, index) => tasks[index % tasks.length] as number), async (task) => void made.push((await annotate(task) as { id: number }).id));
		};
		const making = make(100);
		await until(seen, ({ length }) => length > 0);
		// Between two polls: an execution that is under way when n8n dies is lost with it, whatever its trigger is.
		const { length } = await executions();
		await until(executions, (all) => all.length > length);
		await n8n.kill();
		await making;
		await make(50);
		await n8n.startAgain();
		await make(50);
		const ids = await until(seen, (all) => all.length >= made.length);
		expect(new Set(ids).size).toBe(ids.length);
		expect([...ids].sort()).toEqual([...made].sort());
		await n8n.deactivate(id);
	}, 600_000);

	it('shows a failed poll as an execution', async () => {
		const id = await n8n.createWorkflow(workflow({ event: 'taskChanged' }));
		await n8n.activate(id);
		await api('DELETE', `/api/projects/${project}/`);
		const failed = await until(async () => await n8n.executions(id), ({ length }) => length >= 2);
		for (const { status, error } of failed) {
			expect(status).toBe('error');
			expect(error?.message).toContain('No Project matches the given query.');
			expect(JSON.stringify(error)).not.toContain(apiToken);
		}
		await n8n.deactivate(id);
	}, 120_000);
});
