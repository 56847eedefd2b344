import { webhookEvents } from '../../nodes/LabelStudio/events/webhook-events.ts';
import { describeWithOwnServer, eventually, labelStudioApi } from '../support/label-studio.mts';
import { labelConfig, liveServer, positive } from '../support/live.mts';
import { startReceiver, type Receiver, type Started, type TestTrigger } from '../support/trigger.mts';

type Row = Record<string, unknown>;

interface Hook {
	id: number;
	url: string;
	is_active: boolean;
	send_for_all_actions: boolean;
	actions: string[];
	headers: Record<string, string>;
}

/** The node's own registration and receiving code, called by a real Label Studio. */
describeWithOwnServer('webhooks of a real Label Studio', () => {
	const { url, apiToken } = liveServer();
	const { call } = labelStudioApi();
	let receiver: Receiver;
	let project: number;

	beforeEach(async () => {
		receiver = await startReceiver();
		project = Number((await call('POST', '/api/projects/', { title: 'Webhooks', label_config: labelConfig })).id);
	});
	afterEach(async () => {
		await call('DELETE', `/api/projects/${project}/`);
		await receiver.close();
	});

	const trigger = (parameters: object, more: Parameters<Receiver['trigger']>[2] = {}): TestTrigger =>
		receiver.trigger(
			{ scope: 'project', project: { __rl: true, mode: 'id', value: String(project) }, triggerOn: 'chosen', events: [], simplify: true, ...parameters } as never,
			{ baseUrl: url, apiToken },
			more,
		);
	const activated = async (parameters: object): Promise<TestTrigger> => {
		const one = trigger(parameters);
		expect(await one.activate()).toBe('made');
		return one;
	};
	const hooks = async (): Promise<Hook[]> => await call<Hook[]>('GET', `/api/webhooks/?project=${project}`);
	const importTasks = async (...tasks: object[]): Promise<number[]> => (await call<{ task_ids: number[] }>('POST', `/api/projects/${project}/import?return_task_ids=true`, tasks)).task_ids;
	const texts = (count: number) => Array.from({ length: count }, (_, index) => ({ data: { text: `Text ${index}` } }));
	const annotate = async (task: number, body: Row = { result: positive }): Promise<number> => Number((await call('POST', `/api/tasks/${task}/annotations/`, body)).id);
	const bulk = async (action: string, included: number[], more: Row = {}) => await call('POST', `/api/dm/actions/?id=${action}&project=${project}`, { selectedItems: { all: false, included }, ...more });
	/** Executions since the last time, when there are as many; Label Studio calls before it answers, so they are there already. */
	let seen = 0;
	beforeEach(() => {
		seen = 0;
	});
	const since = async (): Promise<Started[]> => {
		const all = await receiver.executions();
		const some = all.slice(seen);
		seen = all.length;
		for (const { error } of some) expect(error).toBeUndefined();
		return some;
	};
	const items = async (): Promise<Row[]> => (await since()).flatMap((execution) => execution.items);
	const told = async () => (await items()).map(({ event, task, annotation }) => [event, (task as Row | undefined)?.id, (annotation as Row | undefined)?.id]);

	it('tell of everything that Community has, in the words of the node', async () => {
		await activated({ triggerOn: 'all' });
		const [first, second, third] = await importTasks(...texts(2), { data: { text: 'Text 2' }, annotations: [{ result: positive }] });
		expect(await told()).toEqual([['taskCreated', first, undefined], ['taskCreated', second, undefined], ['taskCreated', third, undefined]]);
		const task = Number((await call('POST', '/api/tasks/', { project, data: { text: 'One more' } })).id);
		expect(await told()).toEqual([['taskCreated', task, undefined]]);

		const annotation = await annotate(first as number);
		expect(await told()).toEqual([['annotationCreated', first, annotation], ['taskCompleted', first, annotation]]);
		await call('PATCH', `/api/annotations/${annotation}/`, { result: positive });
		expect(await told()).toEqual([['annotationUpdated', first, annotation]]);
		await call('DELETE', `/api/annotations/${annotation}/`);
		expect(await told()).toEqual([['annotationDeleted', undefined, annotation]]);

		await call('PATCH', `/api/projects/${project}/`, { description: 'Changed' });
		expect(await items()).toEqual([{ event: 'projectUpdated', project: { id: project, title: 'Webhooks' } }]);

		for (const id of [first, second]) await call('POST', '/api/predictions/', { task: id, result: positive, model_version: 'm' });
		await bulk('predictions_to_annotations', [first, second] as number[], { model_version: 'm' });
		const converted = await told();
		const created = converted.filter(([event]) => event === 'annotationCreated');
		expect(created.map(([, id]) => id).sort()).toEqual([first, second].sort());
		expect(converted.filter(([event]) => event === 'taskCompleted').map(([, id]) => id).sort()).toEqual([first, second].sort());
		await bulk('delete_tasks_annotations', [first, second] as number[]);
		expect((await told()).map(([event, , id]) => [event, id]).sort()).toEqual(created.map(([, , id]) => ['annotationDeleted', id]).sort());

		await call('DELETE', `/api/tasks/${task}/`);
		expect(await told()).toEqual([['taskDeleted', task, undefined]]);
		await bulk('delete_tasks', [second, third] as number[]);
		expect((await told()).sort()).toEqual([['taskDeleted', second, undefined], ['taskDeleted', third, undefined]].sort());
	}, 120_000);

	it('tell of label links, while labels can still be added', async () => {
		await activated({ triggerOn: 'all' });
		const title = `Label ${Math.random()}`;
		const [label] = await call<Array<{ id: number }>>('POST', '/api/labels/', [{ value: ['x'], title, from_name: 'sentiment', project }]);
		try {
			const { results } = await call<{ results: Array<{ id: number }> }>('GET', `/api/label_links/?project=${project}&expand=label`);
			const link = results[0]?.id;
			await call('PATCH', `/api/label_links/${link}/`, { from_name: 'other' });
			expect(await items()).toEqual([{ event: 'labelLinkUpdated', project: { id: project, title: 'Webhooks' }, label_link: expect.objectContaining({ id: link, from_name: 'other' }), label: expect.objectContaining({ title }) }]);
			await call('DELETE', `/api/label_links/${link}/`);
			expect(await items()).toEqual([{ event: 'labelLinkDeleted', project: { id: project, title: 'Webhooks' }, label_link: { id: link } }]);
		} finally {
			await call('DELETE', `/api/labels/${label?.id}/`);
		}
	}, 60_000);

	it('have only actions that the node knows', async () => {
		const info = await call<Record<string, unknown>>('GET', '/api/webhooks/info/');
		const known = new Set(webhookEvents.flatMap(({ actions }) => actions));
		expect(Object.keys(info).filter((action) => !known.has(action))).toEqual([]);
	});

	it('tell nothing of an annotation that becomes a draft again', async () => {
		const [task] = (await importTasks(...texts(1))) as [number];
		const annotation = await annotate(task);
		await activated({ triggerOn: 'all' });
		// Label Studio 1.20.0 fails at it while anybody listens to all events.
		const refused = await call('POST', `/api/annotations/${annotation}/convert-to-draft`, {}).then(() => undefined, (error: Error) => error.message);
		if (refused) expect(refused).toContain('OnlyIDWebhookSerializer');
		expect(await told()).toEqual([]);
	}, 60_000);

	it('tell of a completed task once, and not of skips and corrections', async () => {
		await activated({ events: ['taskCompleted'], filters: { ignoreSkipped: true } });
		const [one, two] = (await importTasks(...texts(2))) as [number, number];
		await annotate(two, { result: [], was_cancelled: true });
		expect(await told()).toEqual([]);
		const annotation = await annotate(one);
		expect(await told()).toEqual([['taskCompleted', one, annotation]]);
		await call('PATCH', `/api/annotations/${annotation}/`, { ground_truth: true });
		await annotate(one);
		expect(await told()).toEqual([]);
	}, 60_000);

	it('tell of a task that needs two annotators when the second is done', async () => {
		await call('PATCH', `/api/projects/${project}/`, { maximum_annotations: 2 });
		await activated({ events: ['taskCompleted'], options: { readTask: true } });
		const [task] = (await importTasks(...texts(1))) as [number];
		await annotate(task);
		const again = await annotate(task);
		// The same annotator twice is one annotator, but two for older servers.
		if ((await call('GET', `/api/tasks/${task}/`)).is_labeled === true) {
			expect(await told()).toEqual([['taskCompleted', task, again]]);
			return;
		}
		expect(await told()).toEqual([]);
		const email = `annotator-${Math.random().toString(36).slice(2)}@example.com`;
		const user = Number((await call('POST', '/api/users/', { email, username: email.slice(0, 20), password: 'Annotator-1' })).id);
		try {
			const second = await annotate(task, { result: positive, completed_by: user });
			const [item] = await items();
			expect(item).toMatchObject({ event: 'taskCompleted', task: { id: task, is_labeled: true }, annotation: { id: second } });
			expect(((item?.task as Row).annotations as Row[]).map(({ id }) => id)).toContain(second);
		} finally {
			await call('DELETE', `/api/users/${user}/`);
		}
	}, 60_000);

	it('let filters choose', async () => {
		const [task] = (await importTasks(...texts(1))) as [number];
		const negative = [{ ...positive[0], value: { choices: ['Negative'] } }];
		await activated({ events: ['annotationCreated'], filters: { labels: ['Negative'], ignoreSkipped: true } });
		await annotate(task);
		await annotate(task, { result: [], was_cancelled: true });
		const wanted = await annotate(task, { result: negative });
		expect(await told()).toEqual([['annotationCreated', task, wanted]]);
	}, 60_000);

	it('carry the secret, and are found, mended, taken over and deleted', async () => {
		const one = await activated({ events: ['taskCreated'] });
		const [hook] = await hooks();
		expect(hook).toMatchObject({ url: one.url, is_active: true, send_for_all_actions: false, actions: ['TASKS_CREATED'], headers: { 'X-N8n-Trigger-Secret': one.staticData.secret } });
		expect(await one.activate()).toBe('there');
		await call('PATCH', `/api/webhooks/${hook?.id}/`, { is_active: false, send_for_all_actions: true });
		one.change({ events: ['taskCreated', 'taskDeleted'] });
		expect(await one.activate()).toBe('there');
		expect(await hooks()).toEqual([{ ...hook, is_active: true, actions: ['TASKS_CREATED', 'TASKS_DELETED'], updated_at: expect.any(String) }]);

		one.loseStaticData();
		await importTasks(...texts(1));
		expect((await items()).map(({ event }) => event)).toEqual(['taskCreated']);
		expect(await one.activate()).toBe('there');
		const [taken, ...more] = await hooks();
		expect(more).toEqual([]);
		expect(taken?.id).toBe(hook?.id);
		expect(taken?.headers).not.toEqual(hook?.headers);
		await importTasks(...texts(1));
		expect((await items()).map(({ event }) => event)).toEqual(['taskCreated']);

		const two = trigger({ events: ['taskCreated'] }, { webhookId: 'another' });
		await two.activate();
		expect(await hooks()).toHaveLength(2);
		await one.run('delete');
		expect((await hooks()).map((left) => left.url)).toEqual([two.url]);
		await two.run('delete');
		expect(await hooks()).toEqual([]);
		await one.run('delete');
	}, 60_000);

	it('are explained when they cannot be had', async () => {
		await expect(trigger({ scope: 'organization', triggerOn: 'all' }).activate()).rejects.toThrow(/^Webhooks of a whole organization need Label Studio Enterprise/);
		await expect(trigger({ events: ['taskCreated'], project: { __rl: true, mode: 'id', value: '99999999' } }).activate()).rejects.toThrow(/^The project does not exist/);
		await expect(trigger({ events: ['taskCreated'] }, { address: 'http://n8n:5678' }).activate()).rejects.toThrow(/^Label Studio does not take the address of n8n: http:\/\/n8n:5678/);
		await expect(trigger({ events: ['reviewCreated'] }).activate()).rejects.toThrow(/does not have Review Created/);
		expect(await hooks()).toEqual([]);
	}, 60_000);

	it('tell of every task of a large import', async () => {
		await activated({ events: ['taskCreated'] });
		const ids = await importTasks(...texts(3_000));
		const all = await eventually('3,000 tasks', async () => {
			const executions = await receiver.executions();
			const found = executions.flatMap((execution) => execution.items.map(({ task }) => (task as Row).id as number));
			return found.length >= ids.length ? found : undefined;
		});
		expect([...all].sort((a, b) => a - b)).toEqual([...ids].sort((a, b) => a - b));
	}, 120_000);
});
