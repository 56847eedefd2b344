import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { labelStudioApi, sideBySide } from '../support/api.mts';
import { runNode } from '../support/engine.mts';
import { id, labelConfig, liveServer, positive } from '../support/live.mts';
import { pollingWorkflow, type PollingWorkflow } from '../support/polling.mts';

const ids = (items: readonly IDataObject[]): number[] => items.map((item) => Number(item.id));
const sorted = (numbers: readonly number[]): number[] => [...numbers].sort((a, b) => a - b);

describe('polling a real Label Studio', () => {
	const { url, apiToken } = liveServer();
	const projects: number[] = [];
	let project: number;
	let tasks: number[];

	const api = labelStudioApi(url, apiToken);

	const makeProject = async (count: number): Promise<void> => {
		project = Number((await api('POST', '/api/projects/', { title: `Polling ${projects.length}`, label_config: labelConfig })).id);
		projects.push(project);
		tasks = await makeTasks(count);
	};
	const makeTasks = async (count: number, more: object = {}): Promise<number[]> => {
		const rows = Array.from({ length: count }, (_, index) => ({ data: { text: `Text ${index}` }, ...more }));
		return (await api<{ task_ids: number[] }>('POST', `/api/projects/${project}/import?return_task_ids=true`, rows)).task_ids;
	};
	const annotate = async (task: unknown): Promise<number> => Number((await api('POST', `/api/tasks/${String(task)}/annotations/`, { result: positive })).id);
	const change = async (task: unknown, text: string): Promise<unknown> => await api('PATCH', `/api/tasks/${String(task)}/`, { data: { text } });
	const workflow = (parameters: INodeParameters): PollingWorkflow => pollingWorkflow({ project: id(project), ...parameters }, { baseUrl: url, apiToken });
	const annotationIds = async (): Promise<number[]> => {
		const { tasks: all } = await api<{ tasks: Array<{ annotations: IDataObject[] }> }>('GET', `/api/tasks/?project=${project}&fields=all&page_size=10000`);
		return all.flatMap(({ annotations }) => ids(annotations));
	};
	const begun = async (parameters: INodeParameters): Promise<PollingWorkflow> => {
		const made = workflow(parameters);
		expect(await made.poll()).toEqual([]);
		return made;
	};
	/** Label Studio marks a task as done a moment after the annotation was answered. */
	const pollUntil = async ({ poll }: PollingWorkflow, count: number): Promise<IDataObject[]> => {
		const found: IDataObject[] = [];
		while (found.length < count) found.push(...(await poll()));
		return found;
	};

	beforeAll(async () => await makeProject(6));
	afterAll(async () => {
		for (const made of projects) await api('DELETE', `/api/projects/${made}/`);
	});

	it('gives new tasks once', async () => {
		const { poll } = await begun({ event: 'taskCreated', fields: 'idAndData' });
		const made = await makeTasks(3);
		const items = await poll();
		expect(sorted(ids(items))).toEqual(made);
		expect(items[0]).toMatchObject({ data: { text: 'Text 0' } });
		await annotate(made[0]);
		expect(await poll()).toEqual([]);
	});

	it('gives changed tasks once for each change', async () => {
		const { poll } = await begun({ event: 'taskUpdated' });
		await makeTasks(1);
		await change(tasks[1], 'changed');
		await annotate(tasks[2]);
		expect(ids(await poll())).toEqual([tasks[1], tasks[2]]);
		await change(tasks[1], 'again');
		expect(await poll()).toMatchObject([{ id: tasks[1], data: { text: 'again' } }]);
		expect(await poll()).toEqual([]);
	});

	it('gives completed tasks once', async () => {
		const completed = await begun({ event: 'taskCompleted', fields: 'id' });
		await annotate(tasks[3]);
		const [item] = await pollUntil(completed, 1);
		expect(item).toMatchObject({ id: tasks[3], completed_at: expect.any(String) });
		await change(tasks[3], 'later');
		expect(await completed.poll()).toEqual([]);
	});

	it('tells new annotations from changed ones', async () => {
		const created = await begun({ event: 'annotationCreated' });
		const updated = await begun({ event: 'annotationUpdated' });
		const both = await begun({ event: 'annotationChanged' });
		const first = await annotate(tasks[0]);
		const second = await annotate(tasks[0]);
		expect(await created.poll()).toMatchObject([{ id: first, task: tasks[0] }, { id: second, result: [positive[0]] }]);
		expect(await updated.poll()).toEqual([]);
		expect(ids(await both.poll())).toEqual([first, second]);
		await api('PATCH', `/api/annotations/${first}/`, { lead_time: 2 });
		for (const [trigger, expected] of [[created, []], [updated, [first]], [both, [first]]] as const) {
			expect(ids(await trigger.poll())).toEqual(expected);
			expect(await trigger.poll()).toEqual([]);
		}
	});

	it('gives annotations that were made of predictions, all of which share one time of their tasks', async () => {
		const made = await makeTasks(20, { predictions: [{ result: positive, model_version: 'bulk' }] });
		const { poll } = await begun({ event: 'annotationCreated', batch: 7 });
		await api('POST', `/api/dm/actions/?id=predictions_to_annotations&project=${project}`, { selectedItems: { all: false, included: made } });
		const found: IDataObject[] = [];
		for (let items = await poll(); items.length > 0; items = await poll()) {
			expect(items.length).toBeLessThanOrEqual(7);
			found.push(...items);
		}
		expect(sorted(found.map(({ task }) => Number(task)))).toEqual(made);
	});

	it('gives predictions, imported or made singly, once', async () => {
		const { poll } = await begun({ event: 'predictionCreated' });
		const predictions = [tasks[4], tasks[4], tasks[5]].map((task, index) => ({ task, result: positive, model_version: `v${index}` }));
		await api('POST', `/api/projects/${project}/import/predictions`, predictions);
		expect((await poll()).map(({ task, model_version }) => [task, model_version])).toEqual([[tasks[4], 'v0'], [tasks[4], 'v1'], [tasks[5], 'v2']]);
		await api('POST', '/api/predictions/', { task: tasks[4], result: positive, model_version: 'single' });
		expect((await poll()).map(({ model_version }) => model_version)).toEqual(['single']);
		expect(await poll()).toEqual([]);
	});

	it('gives deleted tasks once', async () => {
		const { poll } = await begun({ event: 'taskDeleted' });
		const made = await makeTasks(4);
		expect(await poll()).toEqual([]);
		await api('DELETE', `/api/tasks/${made[1]}/`);
		await api('DELETE', `/api/tasks/${made[3]}/`);
		expect(await poll()).toEqual([made[1], made[3]].map((gone) => ({ id: gone, project })));
		expect(await poll()).toEqual([]);
	});

	it('narrows to tasks that match conditions or a view', async () => {
		const text = (value: string) => ({ column: 'data.text', operator: 'equal', value });
		const filters = { conjunction: 'or', items: [{ filter: 'filter:tasks:data.text', operator: 'equal', type: 'String', value: 'Text 2' }] };
		const view = await api('POST', '/api/dm/views/', { project, data: { title: 'Narrow', filters } });
		const triggers = {
			and: await begun({ event: 'taskCreated', mustMatch: 'and', conditions: { condition: [text('Text 1')] } }),
			or: await begun({ event: 'taskCreated', mustMatch: 'or', conditions: { condition: [text('Text 1'), text('Text 0')] } }),
			view: await begun({ event: 'taskCreated', view: id(view.id) }),
		};
		const [zero, first, second] = await makeTasks(4);
		expect(ids(await triggers.and.poll())).toEqual([first]);
		expect(ids(await triggers.or.poll())).toEqual([zero, first]);
		expect(ids(await triggers.view.poll())).toEqual([second]);
		await api('DELETE', `/api/dm/views/${String(view.id)}/`);
		await makeTasks(1);
		const before = triggers.view.stored();
		await expect(triggers.view.poll()).rejects.toThrow('No View matches the given query.');
		expect(triggers.view.stored()).toEqual(before);
	});

	it('is what Task: Get Changed does in one run', async () => {
		const staticData: IDataObject = {};
		const run = async () =>
			await runNode({
				parameters: { resource: 'task', operation: 'getChanged', project: id(project), change: 'taskChanged', since: 'lastRun', firstRun: 'everything', fields: 'id' },
				credential: { baseUrl: url, apiToken },
				staticData,
			});
		const { total } = await api<{ total: number }>('GET', `/api/tasks/?project=${project}&page_size=1`);
		expect((await run()).items).toHaveLength(total);
		await change(tasks[2], 'once more');
		const [made] = await makeTasks(1);
		expect((await run()).items.map(({ json }) => json.id)).toEqual([tasks[2], made]);
		expect((await run()).items).toEqual([]);
	});

	it.each(['annotationCreated', 'annotationUpdated', 'predictionCreated', 'taskChanged', 'taskCompleted', 'taskDeleted'])('has a sample for a test in the editor: %s', async (event) => {
		const { test, stored } = workflow({ event });
		const items = await test();
		expect(items).toHaveLength(1);
		expect(items[0]?.id).toEqual(expect.any(Number));
		expect(JSON.stringify(stored())).not.toContain('memory');
	});

	it('sees 2,000 annotations once each, made as fast as the server takes them', async () => {
		await makeProject(1000);
		const trigger = await begun({ event: 'annotationCreated', batch: 300 });
		const found: number[] = [];
		let made = 0;
		let polling = Promise.resolve();
		const poll = async (): Promise<void> => void found.push(...ids(await trigger.poll()));
		await sideBySide(4, Array.from({ length: 2000 }, (_, index) => tasks[index % tasks.length]), async (task) => {
			await annotate(task);
			made += 1;
			// Each of these polls meets annotations that are just being made.
			if (made % 100 === 0) polling = polling.then(poll);
		});
		await polling;
		expect(found.length).toBeGreaterThan(1000);
		for (let items = await trigger.poll(); items.length > 0; items = await trigger.poll()) found.push(...ids(items));
		expect(new Set(found).size).toBe(found.length);
		expect(sorted(found)).toEqual(sorted(await annotationIds()));
		expect(found).toHaveLength(2000);
	}, 900_000);

	it('says that the project is gone', async () => {
		await makeProject(1);
		const { poll, stored } = await begun({ event: 'taskDeleted' });
		const before = stored();
		await api('DELETE', `/api/projects/${project}/`);
		projects.pop();
		await expect(poll()).rejects.toThrow('No Project matches the given query.');
		expect(stored()).toEqual(before);
	});
});
