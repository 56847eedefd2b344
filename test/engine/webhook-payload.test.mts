import type { INodeParameters } from 'n8n-workflow';
import { webhookEvents } from '../../nodes/LabelStudio/events/webhook-events.ts';
import { FakeHooks } from '../support/hooks.mts';
import { sendJson, startServer, type TestServer } from '../support/server.mts';
import { startReceiver, type Receiver, type Started } from '../support/trigger.mts';

const apiToken = '0123456789abcdef0123456789abcdef01234567';
const header = 'X-N8n-Trigger-Secret';

type Row = Record<string, unknown>;

/** Parts of payloads as Label Studio 1.23.2 sends them. */
const project = (more: Row = {}): Row => ({ id: 7, title: 'Reviews', skip_queue: 'REQUEUE_FOR_OTHERS', token: 'project-token', task_data_login: 'login', task_data_password: 'password', task_number: 3, ...more });
const task = (id: number, more: Row = {}): Row => ({ id, data: { text: `Text ${id}` }, meta: {}, is_labeled: false, overlap: 1, inner_id: id, total_annotations: 0, cancelled_annotations: 0, total_predictions: 0, project: 7, created_at: '2026-01-01T00:00:00Z', updated_at: '2026-01-02T00:00:00Z', ...more });
const choice = (...choices: string[]): Row => ({ from_name: 'sentiment', to_name: 'text', type: 'choices', value: { choices } });
const annotation = (id: number, taskId: number, more: Row = {}): Row => ({ id, task: taskId, project: 7, result: [choice('Positive')], completed_by: 1, was_cancelled: false, ground_truth: false, lead_time: 4.2, unique_id: 'u', created_at: '2026-01-02T00:00:00Z', updated_at: '2026-01-02T00:00:00Z', ...more });
const submitted = (some: Row = {}, aboutTask: Row = {}, aboutProject: Row = {}): Row => ({
	action: 'ANNOTATION_CREATED',
	annotation: annotation(11, 1, some),
	task: task(1, { is_labeled: true, total_annotations: 1, ...aboutTask }),
	project: project(aboutProject),
});

describe('a call of Label Studio', () => {
	let labelStudio: TestServer;
	let receiver: Receiver;
	const hooks = new FakeHooks();
	/** What the list of tasks gives when it is read. */
	let tasks: Row[] = [];
	const listOfTasks = () => labelStudio.requests.filter(({ path }) => path === '/api/tasks/');

	beforeEach(async () => {
		tasks = [];
		hooks.reset();
		labelStudio = await startServer((request, response, incoming) => {
			if (request.path !== '/api/tasks/') return hooks.handler(request, response, incoming);
			const { filters } = JSON.parse(String(request.query.get('query'))) as { filters: { items: Array<{ value: number[] }> } };
			const wanted = new Set(filters.items[0]?.value);
			const found = tasks.filter(({ id }) => wanted.has(Number(id)));
			return sendJson(response, { tasks: found, total: found.length });
		});
		receiver = await startReceiver();
	});
	afterEach(async () => {
		await receiver.close();
		await labelStudio.close();
	});

	const chosen = (events: string[], more: Row = {}): INodeParameters =>
		({ scope: 'project', project: { __rl: true, mode: 'id', value: '7' }, triggerOn: 'chosen', events, simplify: false, ...more }) as INodeParameters;

	const activate = async (parameters: INodeParameters) => {
		const trigger = receiver.trigger(parameters, { baseUrl: labelStudio.url, apiToken });
		await trigger.activate();
		return { trigger, secret: String(trigger.staticData.secret) };
	};
	const post = async (url: string, body: string, headers: Record<string, string>) => {
		const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });
		return { status: response.status, text: await response.text() };
	};
	/** Activates, sends payloads one after the other, and gives all executions. */
	const receive = async (parameters: INodeParameters, ...payloads: Row[]): Promise<Started[]> => {
		const { trigger, secret } = await activate(parameters);
		for (const payload of payloads) expect((await post(trigger.url, JSON.stringify(payload), { [header]: secret })).status).toBe(200);
		return await receiver.executions();
	};
	const itemsOf = async (parameters: INodeParameters, ...payloads: Row[]): Promise<Row[]> => (await receive(parameters, ...payloads)).flatMap(({ items }) => items);
	const events = async (parameters: INodeParameters, ...payloads: Row[]) => (await itemsOf(parameters, ...payloads)).map(({ event }) => event);

	describe('with the wrong secret starts nothing', () => {
		it.each([
			['none', {}],
			['an empty one', { [header]: '' }],
			['another one', { [header]: 'f'.repeat(64) }],
			['one that is longer', { [header]: 'f'.repeat(65) }],
		])('%s', async (_name, headers) => {
			const { trigger } = await activate(chosen(['annotationCreated']));
			const { status, text } = await post(trigger.url, JSON.stringify(submitted()), headers as Record<string, string>);
			expect(status).toBe(401);
			expect(text).not.toContain(String(trigger.staticData.secret));
			expect(await receiver.executions()).toEqual([]);
		});

		it('the one of another workflow', async () => {
			const other = receiver.trigger(chosen(['annotationCreated']), { baseUrl: labelStudio.url, apiToken }, { webhookId: 'other' });
			await other.activate();
			const { trigger } = await activate(chosen(['annotationCreated']));
			expect((await post(trigger.url, JSON.stringify(submitted()), { [header]: String(other.staticData.secret) })).status).toBe(401);
		});

		it('any, when nothing is registered', async () => {
			const { trigger, secret } = await activate(chosen(['annotationCreated']));
			await trigger.run('delete');
			expect((await post(trigger.url, JSON.stringify(submitted()), { [header]: secret })).status).toBe(401);
			expect(await receiver.executions()).toEqual([]);
		});
	});

	describe('when n8n has not stored the secret, or lost it in a crash,', () => {
		const lost = async () => {
			const active = await activate(chosen(['annotationCreated']));
			active.trigger.loseStaticData();
			return active;
		};
		const hookCalls = () => labelStudio.requests.filter(({ path, method }) => path === '/api/webhooks/' && method === 'GET');

		it('is compared with the secret that Label Studio has for it, and nothing is stored on the way', async () => {
			const { trigger, secret } = await lost();
			expect((await post(trigger.url, JSON.stringify(submitted()), { [header]: secret })).status).toBe(200);
			expect((await post(trigger.url, JSON.stringify(submitted()), { [header]: 'f'.repeat(64) })).status).toBe(401);
			expect(await receiver.executions()).toHaveLength(1);
			expect(trigger.staticData).toEqual({});
		});

		it('is refused without asking when it carries none', async () => {
			const { trigger } = await lost();
			const before = hookCalls().length;
			expect((await post(trigger.url, JSON.stringify(submitted()), {})).status).toBe(401);
			expect(hookCalls()).toHaveLength(before);
		});

		it('is refused when the hook has no secret, or another address', async () => {
			const { trigger, secret } = await lost();
			const [hook] = hooks.all;
			Object.assign(hook ?? {}, { headers: {} });
			expect((await post(trigger.url, JSON.stringify(submitted()), { [header]: '' })).status).toBe(401);
			expect((await post(trigger.url, JSON.stringify(submitted()), { [header]: secret })).status).toBe(401);
			Object.assign(hook ?? {}, { headers: { [header]: secret }, url: `${trigger.url}/elsewhere` });
			expect((await post(trigger.url, JSON.stringify(submitted()), { [header]: secret })).status).toBe(401);
			expect(await receiver.executions()).toEqual([]);
		});

		it('is refused when Label Studio cannot be asked', async () => {
			const { trigger, secret } = await lost();
			labelStudio.answer((_request, response) => sendJson(response, { detail: 'Invalid token.' }, 401));
			const { status, text } = await post(trigger.url, JSON.stringify(submitted()), { [header]: secret });
			expect(status).toBe(503);
			expect(text).not.toContain(secret);
			expect(await receiver.executions()).toEqual([]);
		});
	});

	it.each([
		['a list', '[]'],
		['a text', '"hello"'],
		['nothing', ''],
		['broken JSON', '{"action": "ANNOT'],
		['no action', '{"annotation": {"id": 1}}'],
		['an action that is no text', '{"action": 7}'],
	])('with %s for a body is answered 400 and starts nothing', async (_name, body) => {
		const { trigger, secret } = await activate(chosen(['annotationCreated']));
		expect((await post(trigger.url, body, { [header]: secret })).status).toBe(400);
		expect(await receiver.executions()).toEqual([]);
	});

	describe('becomes items:', () => {
		const created = { action: 'TASKS_CREATED', tasks: [task(1), task(2), task(3)], project: project() };

		it('one for each task that was made', async () => {
			const [execution, ...more] = await receive(chosen(['taskCreated']), created);
			expect(more).toEqual([]);
			expect(execution?.items.map((item) => (item.task as Row).id)).toEqual([1, 2, 3]);
			expect(execution?.items[0]).toEqual({ event: 'taskCreated', action: 'TASKS_CREATED', task: task(1), project: expect.objectContaining({ id: 7 }) });
			expect(execution?.pairedItems).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
		});

		it('one for an annotation, with its task', async () => {
			const [item] = await itemsOf(chosen(['annotationCreated']), submitted());
			expect(item).toEqual({ event: 'annotationCreated', action: 'ANNOTATION_CREATED', annotation: annotation(11, 1), task: task(1, { is_labeled: true, total_annotations: 1 }), project: expect.objectContaining({ id: 7 }) });
		});

		it('one for each of many annotations, each with its own task', async () => {
			const payload = { action: 'ANNOTATIONS_CREATED', annotation: [annotation(11, 1), annotation(12, 2)], task: [task(1), task(2)], project: project() };
			const items = await itemsOf(chosen(['annotationCreated']), payload);
			expect(items.map((item) => [item.event, (item.annotation as Row).id, (item.task as Row).id])).toEqual([
				['annotationCreated', 11, 1],
				['annotationCreated', 12, 2],
			]);
		});

		it.each([
			['annotationUpdated', { action: 'ANNOTATION_UPDATED', annotation: annotation(11, 1), task: task(1) }, { annotation: annotation(11, 1), task: task(1) }],
			['annotationDeleted', { action: 'ANNOTATIONS_DELETED', annotations: [{ id: 11 }] }, { annotation: { id: 11 } }],
			['taskDeleted', { action: 'TASKS_DELETED', tasks: [{ id: 1 }] }, { task: { id: 1 } }],
			['projectUpdated', { action: 'PROJECT_UPDATED' }, {}],
			['labelLinkUpdated', { action: 'LABEL_LINK_UPDATED', label_link: { id: 4 }, label: { id: 5, title: 'Car' } }, { label_link: { id: 4 }, label: { id: 5, title: 'Car' } }],
			['labelLinkDeleted', { action: 'LABEL_LINK_DELETED', label_link: { id: 4 } }, { label_link: { id: 4 } }],
			['labelLinkCreated', { action: 'LABEL_LINK_CREATED', label_link: [{ id: 4 }] }, { label_link: { id: 4 } }],
		])('%s', async (event, payload, parts) => {
			expect(await itemsOf(chosen([event]), { ...payload, project: project() })).toEqual([{ event, action: payload.action, project: expect.objectContaining({ id: 7 }), ...parts }]);
		});

		it('reviews of Enterprise and actions of later releases, by the same rules', async () => {
			hooks.info = { ...hooks.info, REVIEWS_DELETED: {}, STORAGE_SYNCED: {} };
			const items = await itemsOf({ ...chosen([]), triggerOn: 'all' }, { action: 'REVIEWS_DELETED', reviews: [{ id: 1 }, { id: 2 }] }, { action: 'STORAGE_SYNCED', storage: { id: 3 } });
			expect(items).toEqual([
				{ event: 'reviewDeleted', action: 'REVIEWS_DELETED', review: { id: 1 } },
				{ event: 'reviewDeleted', action: 'REVIEWS_DELETED', review: { id: 2 } },
				{ event: 'storageSynced', action: 'STORAGE_SYNCED', storage: { id: 3 } },
			]);
		});

		it('simplified, to the fields that the action node keeps', async () => {
			const [item] = await itemsOf(chosen(['annotationCreated'], { simplify: true }), submitted());
			expect(Object.keys(item as Row).sort()).toEqual(['annotation', 'event', 'project', 'task']);
			expect(item?.project).toEqual({ id: 7, title: 'Reviews' });
			expect(item?.task).toEqual({ id: 1, data: { text: 'Text 1' }, project: 7, is_labeled: true, total_annotations: 1, total_predictions: 0, created_at: '2026-01-01T00:00:00Z', updated_at: '2026-01-02T00:00:00Z' });
			expect(item?.annotation).toEqual({ id: 11, task: 1, project: 7, result: [choice('Positive')], completed_by: 1, created_at: '2026-01-02T00:00:00Z', updated_at: '2026-01-02T00:00:00Z', lead_time: 4.2, ground_truth: false, was_cancelled: false });
		});

		it('never with secrets of the project', async () => {
			const items = await itemsOf({ ...chosen([]), triggerOn: 'all' }, submitted(), created, { action: 'PROJECT_UPDATED', project: project() });
			expect(items.length).toBeGreaterThan(4);
			for (const item of items) {
				expect((item.project as Row).task_number).toBe(3);
				expect(JSON.stringify(item)).not.toMatch(/project-token|password|login/);
			}
		});

		it('none for events that nobody waits for, as when a hook was changed by hand', async () => {
			expect(await receive(chosen(['taskCreated']), submitted(), { action: 'PROJECT_UPDATED', project: project() }, { action: 'TASKS_CREATED', tasks: [], project: project() })).toEqual([]);
		});

		it('of every event that can be chosen, under its own name', () => {
			const names = webhookEvents.map(({ value }) => value);
			expect(new Set(names).size).toBe(names.length);
			for (const { value, actions, name } of webhookEvents) {
				expect(actions.length).toBeGreaterThan(0);
				expect(value).toBe(name.replace(' (Enterprise)', '').replace(/ /g, '').replace(/^./, (letter) => letter.toLowerCase()));
			}
		});
	});

	describe('is filtered:', () => {
		const others = [{ action: 'ANNOTATIONS_DELETED', annotations: [{ id: 11 }] }, { action: 'TASKS_CREATED', tasks: [task(1)] }];
		const all = (filters: Row) => ({ ...chosen(['annotationCreated', 'annotationUpdated', 'annotationDeleted', 'taskCreated'], { filters }) });
		const ids = async (filters: Row, ...some: Row[]) => (await itemsOf(all(filters), ...some.map((one, index) => submitted({ id: index + 1, ...one })))).map((item) => (item.annotation as Row).id);

		it('skipped ones', async () => {
			expect(await ids({ ignoreSkipped: true }, {}, { was_cancelled: true, result: [] }, {})).toEqual([1, 3]);
			expect(await ids({ ignoreSkipped: false }, { was_cancelled: true })).toContain(1);
		});

		it('annotators, as ids or as objects', async () => {
			expect(await ids({ annotators: [1, '3'] }, {}, { completed_by: 2 }, { completed_by: { id: 3, email: 'a@example.com' } }, { completed_by: null })).toEqual([1, 3]);
		});

		it.each([
			['a choice', choice('Positive', 'Car')],
			['a rectangle', { type: 'rectanglelabels', value: { x: 1, rectanglelabels: ['Car'] } }],
			['a span of text', { type: 'labels', value: { start: 1, end: 2, labels: ['Car'] } }],
			['a video', { type: 'videorectangle', value: { sequence: [], labels: ['Car'] } }],
			['a taxonomy', { type: 'taxonomy', value: { taxonomy: [['Vehicle', 'Car'], ['Animal']] } }],
			['a relation', { type: 'relation', from_id: 'a', to_id: 'b', labels: ['Car'] }],
		])('labels, in %s', async (_name, region) => {
			const without = { type: 'textarea', value: { text: ['Car'] } };
			expect(await ids({ labels: ['Car', 'Bus'] }, { result: [without, region] }, { result: [without, choice('Negative')] }, { result: [] }, { result: null })).toEqual([1]);
		});

		it('each of many in one payload', async () => {
			const payload = { action: 'ANNOTATIONS_CREATED', annotation: [annotation(1, 1), annotation(2, 2, { result: [choice('Negative')] }), annotation(3, 3)], task: [task(1), task(2), task(3)] };
			const items = await itemsOf(all({ labels: ['Positive'] }), payload);
			expect(items.map((item) => [(item.annotation as Row).id, (item.task as Row).id])).toEqual([[1, 1], [3, 3]]);
		});

		it('but what has no annotation, or only the id of one, always starts the workflow', async () => {
			expect(await events(all({ ignoreSkipped: true, annotators: [9], labels: ['Car'] }), ...others, submitted())).toEqual(['annotationDeleted', 'taskCreated']);
		});
	});

	describe('tells of a completed task', () => {
		const completed = chosen(['taskCompleted']);
		const labeled = (total: number, more: Row = {}) => ({ is_labeled: true, total_annotations: total, ...more });

		it('by its first annotation, without asking', async () => {
			const [item] = await itemsOf(completed, submitted());
			expect(item).toMatchObject({ event: 'taskCompleted', task: { id: 1, is_labeled: true }, annotation: { id: 11 } });
			expect(listOfTasks()).toEqual([]);
		});

		it('beside the annotation, when both are wanted', async () => {
			const [execution, ...more] = await receive(chosen(['annotationCreated', 'taskCompleted']), submitted());
			expect(more).toEqual([]);
			expect(execution?.items.map(({ event }) => event)).toEqual(['annotationCreated', 'taskCompleted']);
		});

		it('not while annotations are missing, nor when one is corrected or a complete task gets a further one', async () => {
			tasks = [task(1, { overlap: 1, is_labeled: true, annotations: [annotation(11, 1), annotation(12, 1, { completed_by: 2 })] })];
			const missing = submitted({}, { is_labeled: false, overlap: 2 });
			const corrected = { ...submitted(), action: 'ANNOTATION_UPDATED' };
			const further = submitted({ id: 12, completed_by: 2 }, labeled(2));
			expect(await events(completed, missing, corrected, further)).toEqual([]);
			expect(listOfTasks()).toHaveLength(1);
		});

		it('once, by the annotation of the last annotator that it needs, however many come at the same moment', async () => {
			// Three were submitted before the first call was sent, so each call says that there are three.
			const three = [annotation(11, 1), annotation(12, 1, { completed_by: 2 }), annotation(13, 1, { completed_by: 3 })];
			tasks = [task(1, { overlap: 2, is_labeled: true, annotations: [...three].reverse() })];
			const items = await itemsOf(completed, ...three.map((one) => submitted(one, labeled(3, { overlap: 2 }))));
			expect(items.map((item) => (item.annotation as Row).id)).toEqual([12]);
		});

		it('by annotators, not by annotations', async () => {
			tasks = [task(1, { overlap: 2, is_labeled: true, annotations: [annotation(11, 1), annotation(12, 1), annotation(13, 1, { completed_by: { id: 2 } })] })];
			expect(await events(completed, submitted({ id: 12 }, labeled(3, { overlap: 2 })), submitted({ id: 13, completed_by: 2 }, labeled(3, { overlap: 2 })))).toEqual(['taskCompleted']);
		});

		it('by a skip only where the project lets skips count', async () => {
			const skip = submitted({ was_cancelled: true }, { is_labeled: true, total_annotations: 0, cancelled_annotations: 1 }, { skip_queue: 'IGNORE_SKIPPED' });
			expect(await events(completed, skip)).toEqual(['taskCompleted']);
			expect(await events(completed, submitted({ was_cancelled: true }, { is_labeled: true }))).toHaveLength(1);
			tasks = [task(1, { overlap: 2, is_labeled: true, annotations: [annotation(10, 1, { was_cancelled: true, completed_by: 3 }), annotation(11, 1), annotation(12, 1, { completed_by: 2 })] })];
			expect(await events(completed, submitted({ id: 12, completed_by: 2 }, labeled(2, { overlap: 2 })))).toHaveLength(2);
		});

		it('among many, where the payload still says that they are not complete', async () => {
			const annotations = [1, 2, 3].map((id) => annotation(10 + id, id));
			tasks = [
				task(1, { annotations: [annotation(11, 1)] }),
				task(2, { annotations: [annotation(5, 2, { completed_by: 2 }), annotation(12, 2)] }),
				task(3, { overlap: 2, annotations: [annotation(13, 3)] }),
			];
			const items = await itemsOf(completed, { action: 'ANNOTATIONS_CREATED', annotation: annotations, task: [task(1), task(2), task(3)], project: project() });
			expect(items.map((item) => (item.task as Row).id)).toEqual([1]);
			expect(listOfTasks()).toHaveLength(1);
		});

		it('by the word of Enterprise, where it has rules of its own', async () => {
			tasks = [task(1, { overlap: 5, is_labeled: true, annotations: [annotation(11, 1), annotation(12, 1, { completed_by: 2 })] })];
			const items = await itemsOf(completed, submitted({ id: 11 }, labeled(2, { overlap: 5 })), submitted({ id: 12, completed_by: 2 }, labeled(2, { overlap: 5 })));
			expect(items.map((item) => (item.annotation as Row).id)).toEqual([12]);
		});

		it('rather than keeping it back, when the task is gone and cannot be asked', async () => {
			expect(await events(completed, submitted({ id: 12 }, labeled(2)))).toEqual(['taskCompleted']);
		});
	});

	describe('with Read Task Again', () => {
		const again = (names: string[], more: Row = {}) => chosen(names, { options: { readTask: true }, ...more });

		it('gets the task as it is now', async () => {
			tasks = [task(1, { total_annotations: 2, annotations: [annotation(11, 1), annotation(12, 1)], predictions: [] })];
			const [item] = await itemsOf(again(['annotationCreated'], { simplify: true }), submitted());
			expect(item?.task).toMatchObject({ id: 1, total_annotations: 2, predictions: [] });
			expect((item?.task as Row).annotations).toHaveLength(2);
			const [request] = listOfTasks();
			expect(Object.fromEntries(request?.query ?? [])).toMatchObject({ project: '7', fields: 'all', resolve_uri: 'false' });
		});

		it('reads many tasks in few requests', async () => {
			tasks = Array.from({ length: 250 }, (_, index) => task(index + 1, { meta: { fresh: true } }));
			const payload = { action: 'TASKS_CREATED', tasks: tasks.map(({ id }) => task(Number(id))), project: project() };
			const items = await itemsOf(again(['taskCreated']), payload);
			expect(items.map((item) => [(item.task as Row).id, ((item.task as Row).meta as Row).fresh])).toEqual(tasks.map(({ id }) => [id, true]));
			expect(listOfTasks()).toHaveLength(3);
		});

		it('asks nothing about what is deleted, and keeps the task of the event when it is gone', async () => {
			const items = await itemsOf(again(['taskDeleted', 'annotationDeleted', 'annotationCreated']), { action: 'TASKS_DELETED', tasks: [{ id: 1 }] }, { action: 'ANNOTATIONS_DELETED', annotations: [{ id: 11 }] }, submitted());
			expect(items.map(({ event }) => event)).toEqual(['taskDeleted', 'annotationDeleted', 'annotationCreated']);
			expect(items[2]?.task).toMatchObject({ id: 1, is_labeled: true });
			expect(listOfTasks()).toHaveLength(1);
		});

		it('is answered before Label Studio is asked', async () => {
			const { trigger, secret } = await activate(again(['annotationCreated']));
			let answer = () => {};
			const asked = new Promise<void>((resolve) => {
				labelStudio.answer((_request, response) => {
					answer = () => sendJson(response, { tasks: [task(1, { meta: { fresh: true } })], total: 1 });
					resolve();
				});
			});
			expect((await post(trigger.url, JSON.stringify(submitted()), { [header]: secret })).status).toBe(200);
			await asked;
			answer();
			const [execution] = await receiver.executions();
			expect(execution?.items[0]?.task).toMatchObject({ meta: { fresh: true } });
		});

		it('shows an error in the execution when Label Studio cannot be asked', async () => {
			const { trigger, secret } = await activate(again(['annotationCreated']));
			labelStudio.answer((_request, response) => sendJson(response, { detail: 'Invalid token.' }, 401));
			expect((await post(trigger.url, JSON.stringify(submitted()), { [header]: secret })).status).toBe(200);
			const [execution] = await receiver.executions();
			expect(execution?.error?.message).toBe('Label Studio does not accept the API token');
			expect(JSON.stringify([execution?.error?.message, execution?.error?.description])).not.toContain(apiToken);
		});
	});
});
