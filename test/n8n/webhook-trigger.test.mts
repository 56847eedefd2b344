import { packPackage, startN8n, type Execution, type RunningN8n, type WorkflowFile } from '../../stack/n8n.mts';
import { temporaryFolder } from '../../stack/process.mts';
import { describeWithOwnServer, eventually, labelStudioApi } from '../support/label-studio.mts';
import { labelConfig, liveServer, positive } from '../support/live.mts';
import { startServer, type Recorded, type TestServer } from '../support/server.mts';

const triggerType = 'n8n-nodes-label-studio.labelStudioTrigger';
const header = 'X-N8n-Trigger-Secret';

interface Hook {
	id: number;
	url: string;
	project: number;
	is_active: boolean;
	actions: string[];
	headers: Record<string, string>;
}

describeWithOwnServer('the webhook trigger in real n8n, called by real Label Studio', () => {
	const { url: labelStudioUrl, apiToken } = liveServer();
	const labelStudio = labelStudioApi();
	const credential = { baseUrl: labelStudioUrl, apiToken, ignoreTlsIssues: false };
	let tarball: string;
	let n8n: RunningN8n;
	let credentialId: string;
	const projects: number[] = [];

	beforeAll(async () => {
		tarball = await packPackage(temporaryFolder('webhook-trigger'));
		n8n = await startN8n({ tarball, progress: () => {} });
		credentialId = await n8n.createCredential('Label Studio', 'labelStudioApi', credential);
	}, 600_000);
	afterAll(async () => {
		await n8n?.stop();
		for (const id of projects) await labelStudio.call('DELETE', `/api/projects/${id}/`);
	}, 120_000);

	const project = async (count: number): Promise<{ id: number; tasks: number[] }> => {
		const { id } = await labelStudio.call<{ id: number }>('POST', '/api/projects/', { title: 'Webhook trigger', label_config: labelConfig });
		projects.push(id);
		const data = Array.from({ length: count }, (_, index) => ({ data: { text: `Text ${index}` } }));
		const { task_ids: tasks } = await labelStudio.call<{ task_ids: number[] }>('POST', `/api/projects/${id}/import?return_task_ids=true`, data);
		return { id, tasks };
	};
	const annotate = async (task: number): Promise<number> => (await labelStudio.call<{ id: number }>('POST', `/api/tasks/${task}/annotations/`, { result: positive })).id;

	let workflows = 0;
	const workflow = (projectId: number, events: string[], more: Record<string, unknown> = {}, usedCredential = credentialId): WorkflowFile => ({
		name: `Webhook ${++workflows}`,
		nodes: [
			{
				id: '1',
				name: 'Label Studio Trigger',
				type: triggerType,
				typeVersion: 1,
				position: [0, 0],
				webhookId: `00000000-0000-4000-8000-${String(workflows).padStart(12, '0')}`,
				parameters: { scope: 'project', project: { __rl: true, mode: 'id', value: String(projectId) }, triggerOn: 'chosen', events, ...more },
				credentials: { labelStudioApi: { id: usedCredential, name: 'Label Studio' } },
			},
		],
		connections: {},
	});
	const activated = async (file: WorkflowFile): Promise<string> => {
		const id = await n8n.createWorkflow(file);
		await n8n.activate(id);
		return id;
	};
	const hooksOf = async (projectId: number): Promise<Hook[]> => await labelStudio.call<Hook[]>('GET', `/api/webhooks/?project=${projectId}`);
	const hookOf = async (projectId: number): Promise<Hook> => {
		const hooks = await hooksOf(projectId);
		expect(hooks).toHaveLength(1);
		return hooks[0] as Hook;
	};
	const executions = async (workflowId: string, count: number, patienceMs = 60_000, at: RunningN8n = n8n): Promise<Execution[]> => {
		await eventually(`${count} executions`, async () => ((await at.executionIds(workflowId)).length >= count ? true : undefined), patienceMs);
		return await at.executions(workflowId);
	};
	const itemsOf = (all: Execution[]) => all.flatMap(({ results }) => results.flatMap(({ items }) => items.map(({ json }) => json as Record<string, Record<string, unknown>>)));

	/** A server between n8n and Label Studio that can hold a request back, or do something before it passes the answer on. */
	const inBetween = async (before: (request: Recorded) => Promise<void>, after: (request: Recorded) => Promise<void> = async () => {}): Promise<TestServer> =>
		await startServer(async (request, response) => {
			const { method, path, query, headers, body } = request;
			await before(request);
			const answer = await fetch(`${labelStudioUrl}${path}?${query}`, {
				method,
				headers: { 'content-type': 'application/json', ...(headers.authorization && { authorization: headers.authorization }) },
				body: body || undefined,
			});
			const text = await answer.text();
			await after(request);
			response.writeHead(answer.status, { 'content-type': String(answer.headers.get('content-type')) }).end(text);
		});

	it('offers projects, events, labels and annotators to choose from', async () => {
		const { id } = await project(1);
		const types = JSON.parse(await n8n.file('/types/nodes.json')) as Array<{ name: string; group: string[]; properties: Array<{ name: string; options?: Array<{ value: string }> }> }>;
		const described = types.find(({ name }) => name === triggerType);
		expect(described?.group).toEqual(['trigger']);
		expect(types.map(({ name }) => name)).not.toContain(`${triggerType}Tool`);
		const question = {
			currentNodeParameters: { scope: 'project', project: { __rl: true, mode: 'list', value: id } },
			nodeTypeAndVersion: { name: triggerType, version: 1 },
			credentials: { labelStudioApi: { id: credentialId, name: 'Label Studio' } },
		};
		const options = async (methodName: string) =>
			await n8n.rest<Array<{ name: string; value: unknown }>>('POST', '/dynamic-node-parameters/options', { ...question, path: 'parameters.filters', methodName });
		expect((await options('getLabels')).map(({ value }) => value)).toEqual(['Positive', 'Negative']);
		expect((await options('getUsers')).length).toBeGreaterThan(0);
		const { results } = await n8n.rest<{ results: Array<{ value: number }> }>('POST', '/dynamic-node-parameters/resource-locator-results', { ...question, path: 'parameters.project', methodName: 'searchProjects', filter: 'Webhook trigger' });
		expect(results.map(({ value }) => value)).toContain(id);
	}, 60_000);

	it('starts once for each change, with what has changed', async () => {
		const { id, tasks } = await project(2);
		const workflowId = await activated(workflow(id, ['annotationCreated', 'annotationUpdated', 'annotationDeleted', 'taskCompleted', 'taskDeleted']));
		const annotation = await annotate(tasks[0] as number);
		await labelStudio.call('PATCH', `/api/annotations/${annotation}/`, { ground_truth: true });
		await labelStudio.call('DELETE', `/api/annotations/${annotation}/`);
		await labelStudio.call('DELETE', `/api/tasks/${tasks[1]}/`);
		const all = await executions(workflowId, 4);
		expect(all.map(({ status }) => status)).toEqual(['success', 'success', 'success', 'success']);
		const items = itemsOf(all);
		expect(items.map(({ event, annotation: one, task }) => [event, one?.id ?? task?.id])).toEqual([
			['annotationCreated', annotation],
			['taskCompleted', annotation],
			['annotationUpdated', annotation],
			['annotationDeleted', annotation],
			['taskDeleted', tasks[1]],
		]);
		expect(items[0]).toMatchObject({ project: { id, title: 'Webhook trigger' }, task: { id: tasks[0], data: { text: 'Text 0' }, is_labeled: true }, annotation: { result: positive } });
		expect(JSON.stringify(all)).not.toContain(apiToken);

		await n8n.deactivate(workflowId);
		expect(await hooksOf(id)).toEqual([]);
	}, 120_000);

	it('answers a wrong secret with 401 and a foreign body with 400, and starts nothing', async () => {
		const { id, tasks } = await project(1);
		const workflowId = await activated(workflow(id, ['annotationCreated']));
		const { url, headers } = await hookOf(id);
		const payload = JSON.stringify({ action: 'ANNOTATION_CREATED', annotation: { id: 1, result: [] }, task: { id: 1 } });
		const post = async (secret: Record<string, string>, body: string) => (await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...secret }, body })).status;
		expect(await post({}, payload)).toBe(401);
		expect(await post({ [header]: 'f'.repeat(64) }, payload)).toBe(401);
		expect(await post(headers, '{"hello": 1}')).toBe(400);
		expect(await post(headers, '{"action": "TASKS_CREATED", "tasks": []}')).toBe(200);
		// What is genuine comes after all of them, and is the only one.
		await annotate(tasks[0] as number);
		const all = await executions(workflowId, 1);
		expect(all).toHaveLength(1);
		expect(itemsOf(all)[0]?.task?.id).toBe(tasks[0]);
		await n8n.deactivate(workflowId);
	}, 120_000);

	it('answers before it reads the task again', async () => {
		const { id, tasks } = await project(1);
		let release = () => {};
		let reads = 0;
		const released = new Promise<void>((resolve) => {
			release = resolve;
		});
		const slow = await inBetween(async ({ path }) => {
			if (path !== '/api/tasks/') return;
			reads++;
			await released;
		});
		try {
			const slowCredential = await n8n.createCredential('Slow', 'labelStudioApi', { ...credential, baseUrl: slow.url });
			const workflowId = await activated(workflow(id, ['annotationCreated'], { options: { readTask: true } }, slowCredential));
			await annotate(tasks[0] as number);
			// The annotator has the answer; the execution still waits for Label Studio.
			await eventually('a read of the task', async () => (reads > 0 ? true : undefined));
			const second = await annotate(tasks[0] as number);
			release();
			const all = await executions(workflowId, 2);
			const [item] = itemsOf(all);
			expect((item?.task?.annotations as unknown as Array<{ id: number }>).map((one) => one.id)).toContain(second);
			await n8n.deactivate(workflowId);
		} finally {
			release();
			await slow.close();
		}
	}, 120_000);

	it('tests a workflow beside the active one, and tidies up afterwards', async () => {
		const { id, tasks } = await project(2);
		const file = workflow(id, ['annotationCreated']);
		const workflowId = await activated(file);
		const { url: active } = await hookOf(id);
		const workflowData = await n8n.rest<WorkflowFile>('GET', `/workflows/${workflowId}`);
		await n8n.rest('POST', `/workflows/${workflowId}/run`, { workflowData, triggerToStartFrom: { name: 'Label Studio Trigger' } });
		const both = (await hooksOf(id)).map(({ url }) => url);
		expect(both).toEqual([active, active.replace('/webhook/', '/webhook-test/')]);
		await annotate(tasks[0] as number);
		const all = await executions(workflowId, 2);
		expect(itemsOf(all).map((item) => item.task?.id)).toEqual([tasks[0], tasks[0]]);
		await eventually('the end of the test webhook', async () => ((await hooksOf(id)).length === 1 ? true : undefined));
		expect((await hookOf(id)).url).toBe(active);
		await annotate(tasks[1] as number);
		expect(itemsOf(await executions(workflowId, 3)).at(-1)?.task?.id).toBe(tasks[1]);
		await n8n.deactivate(workflowId);
	}, 120_000);

	it('is registered once after a crash, and goes on', async () => {
		const { id, tasks } = await project(1);
		const workflowId = await activated(workflow(id, ['annotationCreated']));
		const before = await hookOf(id);
		await n8n.kill();
		await n8n.startAgain();
		expect(await hookOf(id)).toEqual(before);
		await annotate(tasks[0] as number);
		expect(itemsOf(await executions(workflowId, 1)).map((item) => item.task?.id)).toEqual([tasks[0]]);
		await n8n.deactivate(workflowId);
		expect(await hooksOf(id)).toEqual([]);
	}, 120_000);

	it('is registered once after a crash in the middle of the activation, and works all the same', async () => {
		const { id, tasks } = await project(1);
		// What n8n was publishing when it crashed is taken up again after the lease.
		const env = { N8N_WORKFLOW_PUBLICATION_OUTBOX_LEASE_SECONDS: '5', N8N_WORKFLOW_PUBLICATION_OUTBOX_POLL_INTERVAL_MS: '1000' };
		const mortal = await startN8n({ tarball, progress: () => {}, env });
		let crashes = 0;
		const deadly = await inBetween(
			async () => {},
			async ({ method, path }) => {
				if (method !== 'POST' || path !== '/api/webhooks/' || crashes > 0) return;
				crashes++;
				// Label Studio has made the webhook, and n8n will never know.
				await mortal.kill();
			},
		);
		try {
			const deadlyCredential = await mortal.createCredential('Deadly', 'labelStudioApi', { ...credential, baseUrl: deadly.url });
			const workflowId = await mortal.createWorkflow(workflow(id, ['annotationCreated'], {}, deadlyCredential));
			await expect(mortal.activate(workflowId)).rejects.toThrow();
			expect(crashes).toBe(1);
			const { id: hookId } = await hookOf(id);
			await mortal.startAgain();
			await eventually('the end of the publication', async () =>
				(await mortal.rest<{ status: string }>('GET', `/workflows/${workflowId}/publication-status`)).status === 'published' ? true : undefined,
			);
			expect((await hookOf(id)).id).toBe(hookId);
			await annotate(tasks[0] as number);
			expect(itemsOf(await executions(workflowId, 1, 60_000, mortal)).map((item) => item.task?.id)).toEqual([tasks[0]]);
			await mortal.deactivate(workflowId);
			expect(await hooksOf(id)).toEqual([]);
		} finally {
			await mortal.stop();
			await deadly.close();
		}
	}, 240_000);

	it('is mended on the next activation when it was deleted or switched off by hand', async () => {
		for (const spoil of [
			async ({ id }: Hook) => await labelStudio.call('DELETE', `/api/webhooks/${id}/`),
			async ({ id }: Hook) => await labelStudio.call('PATCH', `/api/webhooks/${id}/`, { is_active: false }),
		]) {
			const { id, tasks } = await project(1);
			const workflowId = await activated(workflow(id, ['annotationCreated']));
			await spoil(await hookOf(id));
			await n8n.deactivate(workflowId);
			await n8n.activate(workflowId);
			expect(await hookOf(id)).toMatchObject({ is_active: true, actions: ['ANNOTATIONS_CREATED', 'ANNOTATION_CREATED'] });
			await annotate(tasks[0] as number);
			expect(itemsOf(await executions(workflowId, 1)).map((item) => item.task?.id)).toEqual([tasks[0]]);
			await n8n.deactivate(workflowId);
		}
	}, 120_000);

	it('is mended by a mere start of n8n the way that it activated workflows before 2.41', async () => {
		const older = await startN8n({ tarball, progress: () => {}, env: { N8N_USE_WORKFLOW_PUBLICATION_SERVICE: 'false' } });
		try {
			const olderCredential = await older.createCredential('Label Studio', 'labelStudioApi', credential);
			const some = [await project(1), await project(1), await project(1)];
			for (const { id } of some) {
				const workflowId = await older.createWorkflow(workflow(id, ['annotationCreated'], {}, olderCredential));
				const { versionId } = await older.rest<{ versionId: string }>('GET', `/workflows/${workflowId}`);
				await older.rest('POST', `/workflows/${workflowId}/activate`, { versionId });
			}
			const [kept, deleted, disabled] = await Promise.all(some.map(async ({ id }) => await hookOf(id)));
			await older.kill();
			await labelStudio.call('DELETE', `/api/webhooks/${deleted?.id}/`);
			await labelStudio.call('PATCH', `/api/webhooks/${disabled?.id}/`, { is_active: false });
			await older.startAgain();
			await eventually('the webhooks that were deleted and switched off', async () => {
				const hooks = (await Promise.all(some.slice(1).map(async ({ id }) => await hooksOf(id)))).flat();
				return hooks.length === 2 && hooks.every((hook) => hook.is_active && hook.actions.length === 2) ? true : undefined;
			});
			expect(await hookOf(some[0]?.id as number)).toEqual(kept);
		} finally {
			await older.stop();
		}
	}, 240_000);

	it('says on activation what is wrong', async () => {
		await expect(activated(workflow(99_999_999, ['annotationCreated']))).rejects.toThrow(/The project does not exist/);
		const { id } = await project(1);
		await expect(activated(workflow(id, ['reviewCreated']))).rejects.toThrow(/this Label Studio does not have Review Created/);
		expect(await hooksOf(id)).toEqual([]);
	}, 120_000);

	it('sees each of 2,000 annotations that are made as fast as the server takes them', async () => {
		const count = 2_000;
		const { id, tasks } = await project(count);
		const workflowId = await activated(workflow(id, ['annotationCreated']));
		const made: number[] = [];
		const waiting = [...tasks];
		const started = Date.now();
		const annotator = async (): Promise<void> => {
			for (let task = waiting.pop(); task !== undefined; task = waiting.pop()) made.push(await annotate(task));
		};
		await Promise.all(Array.from({ length: 8 }, annotator));
		const seconds = (Date.now() - started) / 1000;
		const all = await executions(workflowId, count, 300_000);
		console.log(`${count} annotations in ${seconds.toFixed(0)} s, ${(count / seconds).toFixed(0)} a second; ${all.length} executions`);
		expect(new Set(made).size).toBe(count);
		const seen = itemsOf(all).map((item) => Number(item.annotation?.id));
		expect([...seen].sort((a, b) => a - b)).toEqual([...made].sort((a, b) => a - b));
		await n8n.deactivate(workflowId);
	}, 1_800_000);
});
