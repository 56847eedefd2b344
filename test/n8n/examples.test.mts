import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exampleNames, exampleWorkflow } from '../../stack/examples.mts';
import type { Execution } from '../../stack/n8n.mts';
import { hasPostgres, startPostgres, type RunningPostgres } from '../../stack/postgres.mts';
import { describeWithOwnServer, eventually, labelStudioApi } from '../support/label-studio.mts';
import { labelConfig, liveServer, positive } from '../support/live.mts';
import { environment, sharedN8n } from '../support/n8n.mts';
import { sendJson, startServer } from '../support/server.mts';

/** `describe` that needs PostgreSQL, which CI installs. */
const describeWithPostgres: typeof describeWithOwnServer =
	hasPostgres() || process.env.CI ? describe : (name, suite) => describe.skip(`${name} (PostgreSQL is not installed)`, suite);

describe('example workflows', () => {
	const { url, apiToken } = liveServer();
	const labelStudio = labelStudioApi();
	const n8n = sharedN8n();
	const files = environment('TEST_N8N_FILES');
	const projects: number[] = [];
	let credentialId: string;

	beforeAll(async () => {
		credentialId = await n8n.createCredential('Label Studio', 'labelStudioApi', { baseUrl: url, apiToken, ignoreTlsIssues: false });
	}, 120_000);
	afterAll(async () => {
		for (const id of projects) await labelStudio.call('DELETE', `/api/projects/${id}/`);
	}, 60_000);

	const project = async (texts: string[]): Promise<{ id: number; tasks: number[] }> => {
		const { id } = await labelStudio.call<{ id: number }>('POST', '/api/projects/', { title: 'Examples', label_config: labelConfig });
		projects.push(id);
		const { task_ids: tasks } = await labelStudio.call<{ task_ids: number[] }>('POST', `/api/projects/${id}/import?return_task_ids=true`, texts.map((text) => ({ data: { text } })));
		return { id, tasks };
	};
	const annotate = async (task: number | undefined): Promise<number> => (await labelStudio.call<{ id: number }>('POST', `/api/tasks/${task}/annotations/`, { result: positive })).id;
	const run = async (workflowId: string): Promise<Execution> => {
		const execution = await n8n.run(workflowId);
		expect(execution.error).toBeUndefined();
		expect(execution.status).toBe('success');
		return execution;
	};

	const nodesOf = (name: string) =>
		(JSON.parse(readFileSync(join('examples', `${name}.json`), 'utf8')) as { nodes: Array<{ type: string; parameters: { content?: string }; credentials?: Record<string, { id: string }> }> }).nodes;

	it.each(exampleNames())('%s carries no credential', (name) => {
		for (const { credentials } of nodesOf(name)) for (const { id } of Object.values(credentials ?? {})) expect(id || '').toBe('');
	});

	it.each(['completed-task-message', 'completed-tasks-file', 'sync-to-postgres'])('%s says in notes what it does and what to fill in', (name) => {
		const notes = nodesOf(name).filter(({ type }) => type === 'n8n-nodes-base.stickyNote').map(({ parameters }) => parameters.content ?? '');
		expect(notes[0]).toMatch(/^## .+\n[^]*\n1\. .+/);
	});

	describeWithOwnServer('a message for each completed task', () => {
		it('is sent once, with labels and data', async () => {
			const chat = await startServer((_request, response) => sendJson(response, { ok: true }));
			try {
				const { id, tasks } = await project(['Works well', 'Not done yet']);
				const example = exampleWorkflow('completed-task-message', files, credentialId, { project: id, texts: { 'https://chat.example.com/your-incoming-webhook': `${chat.url}/chat` } });
				const workflowId = await n8n.createWorkflow(example);
				await n8n.activate(workflowId);
				const annotation = await annotate(tasks[0]);
				await labelStudio.call('PATCH', `/api/annotations/${annotation}/`, { ground_truth: true });
				await eventually('a message', async () => (chat.requests.length > 0 ? true : undefined));
				await n8n.deactivate(workflowId);
				expect((await n8n.executions(workflowId)).map(({ status }) => status)).toEqual(['success']);
				expect(chat.requests.map(({ method, path, body }) => [method, path, JSON.parse(body) as unknown])).toEqual([
					['POST', '/chat', { text: `Task ${tasks[0]} of "Examples" is complete: Positive\n{"text":"Works well"}` }],
				]);
			} finally {
				await chat.close();
			}
		}, 120_000);
	});

	describeWithPostgres('a nightly sync into PostgreSQL', () => {
		let postgres: RunningPostgres;
		beforeAll(async () => {
			postgres = await startPostgres();
		}, 60_000);
		afterAll(async () => await postgres?.stop());

		it('brings new tasks, updates changed ones and marks deleted ones, however often it runs', async () => {
			const { id, tasks } = await project(["It's good", 'Bad', 'So, so']);
			const other = await project(['Of another project']);
			const { host, port, database, user, password } = postgres;
			const postgresId = await n8n.createCredential('Postgres', 'postgres', { host, port, database, user, password, ssl: 'disable', maxConnections: 5 });
			const sync = async (projectId: number): Promise<string> =>
				await n8n.createWorkflow(exampleWorkflow('sync-to-postgres', files, credentialId, { project: projectId, credentials: { postgres: postgresId } }));
			const workflowId = await sync(id);
			const rows = async (): Promise<Array<Record<string, unknown>>> => await postgres.rows('SELECT * FROM label_studio_tasks ORDER BY id');

			await run(workflowId);
			await run(await sync(other.id));
			const first = await rows();
			expect(first.map((row) => [row.id, row.project_id, row.data, row.is_labeled, row.labels, row.annotations, row.deleted_at])).toEqual([
				[tasks[0], id, { text: "It's good" }, false, '', [], null],
				[tasks[1], id, { text: 'Bad' }, false, '', [], null],
				[tasks[2], id, { text: 'So, so' }, false, '', [], null],
				[other.tasks[0], other.id, { text: 'Of another project' }, false, '', [], null],
			]);

			const annotation = await annotate(tasks[0]);
			await labelStudio.call('PATCH', `/api/tasks/${tasks[1]}/`, { data: { text: 'Really bad' } });
			await labelStudio.call('DELETE', `/api/tasks/${tasks[2]}/`);
			const { task_ids: more } = await labelStudio.call<{ task_ids: number[] }>('POST', `/api/projects/${id}/import?return_task_ids=true`, [{ data: { text: 'New' } }]);
			await run(workflowId);
			const second = await rows();
			const of = (task: number | undefined) => second.find((row) => row.id === task) ?? {};
			expect(second).toHaveLength(5);
			expect(of(tasks[0])).toMatchObject({ is_labeled: true, total_annotations: 1, labels: 'Positive', annotations: [{ id: annotation, result: positive }], deleted_at: null });
			expect(of(tasks[1])).toMatchObject({ data: { text: 'Really bad' }, deleted_at: null });
			expect(of(tasks[2])).toMatchObject({ data: { text: 'So, so' }, deleted_at: expect.any(String) });
			expect(of(more[0])).toMatchObject({ data: { text: 'New' }, deleted_at: null });
			expect(of(other.tasks[0])).toEqual(first.at(-1));

			// A deletion keeps the time at which it was found, and an empty project has only deleted tasks.
			await labelStudio.call('POST', `/api/dm/actions/?id=delete_tasks&project=${id}`, { selectedItems: { all: false, included: [tasks[0], tasks[1], more[0]] } });
			await run(workflowId);
			const third = (await rows()).filter((row) => row.project_id === id);
			expect(third).toHaveLength(4);
			expect(third.every((row) => row.deleted_at !== null)).toBe(true);
			expect(third.find((row) => row.id === tasks[2])?.deleted_at).toBe(of(tasks[2]).deleted_at);
		}, 240_000);
	});

	it('writes completed tasks into a file, and leaves no snapshot behind', async () => {
		const { id, tasks } = await project(['Done', 'Open', 'Done as well']);
		for (const task of [tasks[0], tasks[2]]) await annotate(task);
		const { results } = await run(await n8n.createWorkflow(exampleWorkflow('completed-tasks-file', files, credentialId, { project: id })));
		const written = String(results.find(({ node }) => node === 'Write File')?.items[0]?.json.fileName);
		expect(written.startsWith(files)).toBe(true);
		const exported = JSON.parse(readFileSync(written, 'utf8')) as Array<{ id: number; data: object; annotations: Array<{ result: object }> }>;
		expect(exported.map((task) => [task.id, task.data, task.annotations.map(({ result }) => result)]).sort()).toEqual([
			[tasks[0], { text: 'Done' }, [expect.arrayContaining([expect.objectContaining(positive[0] ?? {})])]],
			[tasks[2], { text: 'Done as well' }, [expect.arrayContaining([expect.objectContaining(positive[0] ?? {})])]],
		]);
		expect(await labelStudio.call('GET', `/api/projects/${id}/exports/`)).toEqual([]);
	}, 120_000);
});
