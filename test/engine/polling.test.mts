import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { pollingTrigger, pollingWorkflow } from '../support/polling.mts';
import { projectId, startTaskServer, type TaskServer } from '../support/tasks.mts';
import { accessToken, isExchange, personalAccessToken } from '../support/tokens.mts';

const apiToken = '0123456789abcdef0123456789abcdef01234567';
const locator = (value: unknown) => ({ __rl: true as const, mode: 'id', value: String(value) });
const ids = (items: ReadonlyArray<{ id?: unknown }>): unknown[] => items.map(({ id }) => id);
const settled = 70_000;

describe('the polling trigger', () => {
	let server: TaskServer;
	beforeEach(async () => {
		server = await startTaskServer();
	});
	afterEach(async () => await server.close());

	const workflow = (parameters: INodeParameters, token = apiToken) =>
		pollingWorkflow({ project: locator(projectId), event: 'taskChanged', ...parameters }, { baseUrl: server.url, apiToken: token });
	const failure = async (work: () => Promise<unknown>): Promise<{ message: string; description?: string }> => {
		try {
			await work();
		} catch (error) {
			return error as { message: string; description?: string };
		}
		throw new Error('It was expected to fail');
	};

	it('is a trigger that n8n polls', () => {
		const { description } = pollingTrigger;
		expect(description).toMatchObject({ name: 'labelStudioPollingTrigger', displayName: 'Label Studio Polling Trigger', polling: true, group: ['trigger'], inputs: [] });
		expect(description.usableAsTool).toBeUndefined();
	});

	it('asks for little, once, when nothing is new', async () => {
		server.create();
		const { poll } = workflow({});
		expect(await poll()).toEqual([]);
		server.tick(settled);
		await poll();
		server.requests.length = 0;
		expect(await poll()).toEqual([]);
		expect(server.requests.map(({ method, path, query }) => ({ method, path, ...Object.fromEntries(query) }))).toEqual([
			{
				method: 'GET',
				path: '/api/tasks/',
				project: '3',
				page_size: '1000',
				include: 'id,updated_at',
				query: JSON.stringify({
					filters: {
						conjunction: 'and',
						items: [
							{ filter: 'filter:tasks:updated_at', operator: 'greater', type: 'Datetime', value: server.tasks[0]?.updated_at },
							{ filter: 'filter:tasks:id', operator: 'greater', type: 'Number', value: 0 },
						],
					},
					ordering: ['tasks:id'],
				}),
			},
		]);
	});

	it('exchanges a personal access token only when it is due', async () => {
		const token = personalAccessToken();
		const access = accessToken();
		server.before = (path) => (path === '/api/token/refresh/' ? { status: 200, body: { access } } : undefined);
		const { poll } = workflow({}, token);
		for (let times = 0; times < 3; times++) await poll();
		expect(server.requests.filter(isExchange)).toHaveLength(1);
		expect(server.requests.at(-1)?.headers.authorization).toBe(`Bearer ${access}`);
	});

	it('begins now, and puts each change out once', async () => {
		const old = server.create();
		const { poll, restart } = workflow({});
		expect(await poll()).toEqual([]);
		const one = server.create({ text: 'a' });
		const two = server.create({ text: 'b' });
		expect(ids(await poll())).toEqual([one.id, two.id]);
		expect(await poll()).toEqual([]);
		restart();
		expect(await poll()).toEqual([]);
		server.touch(two);
		server.touch(old);
		expect(ids(await poll())).toEqual([two.id, old.id]);
		server.tick(settled);
		expect(await poll()).toEqual([]);
	});

	it('puts tasks out that share a time, and those that come late', async () => {
		const { poll } = workflow({});
		await poll();
		const tasks = [server.create(), server.create(), server.create()];
		const time = server.tick();
		const [late] = tasks;
		server.tasks = tasks.slice(1);
		for (const task of tasks) task.updated_at = time;
		expect(ids(await poll())).toEqual(ids(tasks.slice(1)));
		server.tick(50_000);
		server.tasks = tasks;
		expect(ids(await poll())).toEqual([late?.id]);
		server.tick(settled);
		expect(await poll()).toEqual([]);
	});

	it('puts everything out in batches when asked to', async () => {
		for (let count = 0; count < 250; count++) server.create();
		const { poll, stored } = workflow({ firstRun: 'everything', batch: 100 });
		const found: unknown[] = [];
		for (const size of [100, 100, 50, 0]) {
			const items = await poll();
			expect(items).toHaveLength(size);
			found.push(...ids(items));
		}
		expect(new Set(found).size).toBe(250);
		server.tick(settled);
		expect(await poll()).toEqual([]);
		expect(JSON.stringify(stored()).length).toBeLessThan(300);
	});

	it('begins at a date, in the time zone of the workflow', async () => {
		const tasks = [server.create(), server.create()];
		const [before, after] = tasks as [typeof tasks[0], typeof tasks[0]];
		before.created_at = '2026-02-28T22:59:59.999999Z';
		after.created_at = '2026-02-28T23:00:00.000000Z';
		const { poll } = workflow({ event: 'taskCreated', firstRun: 'date', startDate: '2026-03-01T00:00:00' });
		expect(ids(await poll())).toEqual([after.id]);
	});

	describe('knows', () => {
		const begin = async (event: string, parameters: INodeParameters = {}) => {
			const { poll } = workflow({ event, ...parameters });
			expect(await poll()).toEqual([]);
			return poll;
		};

		it('created tasks', async () => {
			const old = server.create();
			const poll = await begin('taskCreated');
			server.touch(old);
			const made = server.create();
			expect(ids(await poll())).toEqual([made.id]);
			server.touch(made);
			expect(await poll()).toEqual([]);
		});

		it('updated tasks, new ones left out', async () => {
			const old = server.create();
			const poll = await begin('taskUpdated');
			const made = server.create();
			server.touch(old);
			expect(ids(await poll())).toEqual([old.id]);
			server.touch(made);
			expect(ids(await poll())).toEqual([made.id]);
			expect(await poll()).toEqual([]);
		});

		it('completed tasks', async () => {
			const [one, two] = [server.create(), server.create()];
			server.annotate(one);
			const poll = await begin('taskCompleted');
			server.annotate(two);
			server.touch(one);
			const items = await poll();
			expect(ids(items)).toEqual([two.id]);
			expect(items[0]?.completed_at).toBe(two.completed_at);
			two.completed_at = null;
			expect(await poll()).toEqual([]);
		});

		it('created annotations, also of tasks that are changed for other reasons', async () => {
			const task = server.create();
			server.annotate(task);
			const poll = await begin('annotationCreated');
			server.touch(task);
			expect(await poll()).toEqual([]);
			const made = [server.annotate(task), server.annotate(task), server.annotate(server.create())];
			expect(await poll()).toEqual(made);
			server.touch(made[0] as typeof made[0]);
			server.touch(task);
			expect(await poll()).toEqual([]);
		});

		it('annotations that were imported together with their task before the start', async () => {
			const task = server.create();
			const annotation = server.annotate(task);
			task.updated_at = task.created_at;
			expect(annotation.created_at > task.updated_at).toBe(true);
			const poll = await begin('annotationCreated');
			server.touch(task);
			expect(await poll()).toEqual([]);
		});

		it.each([
			['annotationUpdated', 1, 0],
			['annotationChanged', 2, 1],
		])('updated annotations: %s', async (event, both, first) => {
			const task = server.create();
			const old = server.annotate(task);
			const poll = await begin(event);
			server.annotate(task);
			expect(await poll()).toHaveLength(first);
			server.annotate(task);
			server.touch(old);
			server.touch(task);
			expect(await poll()).toHaveLength(both);
			expect(await poll()).toEqual([]);
		});

		it('predictions, which do not change their task', async () => {
			const tasks = [server.create(), server.create(), server.create()] as const;
			server.predict(tasks[2]);
			const poll = await begin('predictionCreated');
			const made = [server.predict(tasks[0]), server.predict(tasks[2]), server.predict(tasks[2])];
			expect(await poll()).toEqual(made);
			expect(await poll()).toEqual([]);
			server.tick(2 * settled);
			expect(await poll()).toEqual([]);
			server.requests.length = 0;
			expect(await poll()).toEqual([]);
			expect(server.requests).toHaveLength(1);
		});

		it('deleted tasks', async () => {
			for (let count = 0; count < 30; count++) server.create();
			const poll = await begin('taskDeleted');
			const [gone, alsoGone] = server.tasks.splice(10, 2);
			server.create();
			expect(await poll()).toEqual([{ id: gone?.id, project: projectId }, { id: alsoGone?.id, project: projectId }]);
			expect(await poll()).toEqual([]);
			server.tasks.length = 0;
			expect(await poll()).toHaveLength(29);
			server.requests.length = 0;
			expect(await poll()).toEqual([]);
			expect(server.requests).toHaveLength(1);
		});
	});

	describe('narrows to tasks that match', () => {
		const two = [{ column: 'data.lang', operator: 'equal', value: 'en' }, { column: 'data.lang', operator: 'equal', value: 'de' }];
		const make = () => ['en', 'de', 'fr'].map((lang) => server.create({ lang }).id);

		it('conditions joined by "or"', async () => {
			const { poll } = workflow({ mustMatch: 'or', conditions: { condition: two } });
			await poll();
			const [en, de] = make();
			expect(ids(await poll())).toEqual([en, de]);
			const narrowed = server.queries().at(-1);
			expect(narrowed?.filters?.conjunction).toBe('or');
			expect(narrowed?.selectedItems).toEqual({ all: false, included: expect.arrayContaining([en, de]) as number[] });
		});

		it('a view', async () => {
			server.views[7] = { project: projectId, filters: { conjunction: 'and', items: [{ filter: 'filter:tasks:data.lang', operator: 'equal', value: 'fr' }] } };
			const { poll } = workflow({ view: locator(7), event: 'annotationCreated' });
			await poll();
			make();
			const annotations = server.tasks.map((task) => server.annotate(task));
			expect(await poll()).toEqual([annotations[2]]);
		});

		it.each<[string, (server: TaskServer) => void, string]>([
			['is gone', ({ views }) => delete views[7], 'no such object: No View matches'],
			['belongs to another project', ({ views }) => (views[7] = { project: 4 }), 'View 7 does not belong to project 3'],
		])('and says when the view %s, and goes on when it is back', async (_name, spoil, message) => {
			server.views[7] = { project: projectId };
			const { poll, stored } = workflow({ view: locator(7) });
			await poll();
			const before = stored();
			const [first] = make();
			spoil(server);
			expect((await failure(poll)).message).toContain(message);
			expect(stored()).toEqual(before);
			server.views[7] = { project: projectId };
			expect(ids(await poll())[0]).toBe(first);
		});
	});

	it.each<[string, INodeParameters, Record<string, string | null>]>([
		['whole tasks', {}, { include: null, fields: null, resolve_uri: 'false' }],
		['everything', { fields: 'everything' }, { include: null, fields: 'all' }],
		['ids and data', { fields: 'idAndData' }, { include: 'id,data,updated_at', fields: null }],
		['ids', { fields: 'id' }, { include: 'id,updated_at' }],
		['chosen fields', { fields: 'chosen', fieldNames: 'data, is_labeled' }, { include: 'id,data,is_labeled,updated_at' }],
		['links', { options: { resolveUris: true } }, { resolve_uri: 'true' }],
		['annotations', { event: 'annotationCreated' }, { fields: 'all', include: null, resolve_uri: 'false' }],
	])('reads %s', async (_name, parameters, expected) => {
		const { poll } = workflow(parameters);
		await poll();
		server.create();
		await poll();
		const query = server.requests.at(-1)?.query;
		expect(Object.fromEntries(Object.keys(expected).map((name) => [name, query?.get(name) ?? null]))).toEqual(expected);
	});

	describe('tested in the editor', () => {
		it.each([
			['taskChanged', () => server.tasks[1]?.id],
			['taskUpdated', () => server.tasks[1]?.id],
			['taskCompleted', () => server.tasks[0]?.id],
			['annotationCreated', () => server.tasks[0]?.annotations[1]?.id],
			['predictionCreated', () => server.tasks[0]?.predictions[0]?.id],
			['taskDeleted', () => server.tasks[1]?.id],
		])('shows the newest one and moves nothing: %s', async (event, expected) => {
			const task = server.create();
			server.annotate(task);
			server.annotate(task);
			server.predict(task);
			server.create();
			const { test, poll, stored } = workflow({ event });
			await poll();
			const before = stored();
			server.create();
			server.tasks.pop();
			expect(ids(await test())).toEqual([expected()]);
			expect(stored()).toEqual(before);
		});

		it('finds a sample far from what changed last', async () => {
			const annotation = server.annotate(server.create());
			for (let count = 0; count < 40; count++) server.create();
			expect(await workflow({ event: 'annotationCreated' }).test()).toEqual([annotation]);
		});

		it('says so when there is none', async () => {
			server.create();
			expect((await failure(workflow({ event: 'taskCompleted' }).test)).message).toBe('There is no task yet to show as an example');
			expect((await failure(workflow({ event: 'annotationCreated' }).test)).message).toBe('There is no annotation yet to show as an example');
		});
	});

	describe('refuses, before anything is sent,', () => {
		it.each<[string, INodeParameters, string]>([
			['no project', { project: locator('') }, 'Project is required, but empty'],
			['no start date', { firstRun: 'date', startDate: '' }, 'Start Date is required, but empty'],
			['a date that is none', { firstRun: 'date', startDate: 'soon' }, 'Start Date must be a date and time'],
			['a bad condition', { conditions: { condition: [{ column: 'id', operator: 'equal', value: 'x' }] } }, 'Condition 1: id must be a number'],
			['a view together with conditions', { view: locator(7), conditions: { condition: [{ column: 'id', operator: 'equal', value: '1' }] } }, 'View and Conditions exclude each other'],
			['an empty batch', { batch: 0 }, 'Largest Batch must be a whole number, at least 1'],
			['an event that it does not know', { event: 'projectPainted' }, 'There is no event "projectPainted"'],
			['no field names', { fields: 'chosen', fieldNames: '' }, 'Field Names is required, but empty'],
		])('%s', async (_name, parameters, message) => {
			const error = await failure(workflow(parameters).poll);
			expect(error.message).toContain(message);
			expect(error.message).not.toContain('[item');
			expect(server.requests).toEqual([]);
		});
	});

	describe('keeps its place and goes on by itself after', () => {
		it.each<[string, { status: number; body: unknown }, string]>([
			['a deleted project', { status: 404, body: { detail: 'No Project matches the given query.' } }, 'no such object: No Project matches'],
			['a revoked token', { status: 401, body: { detail: 'Invalid token.' } }, 'does not accept the API token'],
			['a failure of the server', { status: 500, body: { detail: '' } }, 'failed while working'],
			['something else at its address', { status: 200, body: [] }, 'something else than a list of tasks'],
		])('%s', async (_name, answer, message) => {
			const { poll, stored } = workflow({});
			await poll();
			const task = server.create();
			const before = stored();
			server.before = () => answer;
			for (let times = 0; times < 2; times++) {
				const error = await failure(poll);
				expect(error.message).toContain(message);
				expect(`${error.message} ${error.description} ${JSON.stringify(error)}`).not.toContain(apiToken);
				expect(stored()).toEqual(before);
			}
			server.before = undefined;
			expect(ids(await poll())).toEqual([task.id]);
		});

		it('an hour without the server', async () => {
			let { poll, stored, restart } = workflow({ options: { timeout: 1 } });
			await poll();
			const before = stored();
			const { tasks } = server;
			await server.close();
			expect((await failure(poll)).message).toBe('No server answers at the Base URL');
			expect(stored()).toEqual(before);
			server = await startTaskServer();
			server.tasks = tasks;
			const task = server.create();
			server.tick(3_600_000);
			// The address is another one here, and the memory would begin anew for another server.
			({ poll, restart } = workflow({}));
			restart(JSON.parse(JSON.stringify(before).replaceAll(/http:\/\/127\.0\.0\.1:\d+/g, server.url)) as IDataObject);
			expect(ids(await poll())).toEqual([task.id]);
		});

		it('an error in the middle of a poll', async () => {
			const { poll, stored } = workflow({ firstRun: 'everything' });
			for (let count = 0; count < 300; count++) server.create();
			let requests = 0;
			server.before = () => (++requests === 4 ? { status: 500, body: { detail: 'boom' } } : undefined);
			expect((await failure(poll)).message).toContain('boom');
			expect(stored()).toEqual({ 'node:Trigger': {} });
			const items = await poll();
			expect(new Set(ids(items)).size).toBe(300);
			expect(items).toHaveLength(300);
		});
	});

	it('does not poll while a poll is under way', async () => {
		const { poll } = workflow({});
		await poll();
		const task = server.create();
		let release = (): void => {};
		const arrived = new Promise<void>((resolve) => {
			server.before = async () => {
				resolve();
				await new Promise<void>((done) => (release = done));
				return undefined;
			};
		});
		const first = poll();
		await arrived;
		const { length } = server.requests;
		expect(await poll()).toEqual([]);
		expect(server.requests).toHaveLength(length);
		server.before = undefined;
		release();
		expect(ids(await first)).toEqual([task.id]);
		expect(await poll()).toEqual([]);
	});

	it.each([
		['is an hour ahead', 3_600_000],
		['is an hour behind', -3_600_000],
		['is not told', null],
	])('loses and repeats nothing when the clock of the server %s', async (_name, offset) => {
		server.dateOffset = offset;
		const { poll } = workflow({});
		await poll();
		const made: unknown[] = [];
		const found: unknown[] = [];
		for (let round = 0; round < 8; round++) {
			server.tick(30_000);
			for (let count = 0; count < 3; count++) made.push(server.create().id);
			found.push(...ids(await poll()));
		}
		expect(found).toEqual(made);
	});

	describe('after a change of what it watches', () => {
		const other = (parameters: INodeParameters): INodeParameters => ({ project: locator(projectId), event: 'taskChanged', ...parameters });

		it('begins now with another event', async () => {
			const { poll, configure } = workflow({ firstRun: 'everything' });
			server.annotate(server.create());
			expect(await poll()).toHaveLength(1);
			configure(other({ firstRun: 'everything', event: 'annotationCreated' }));
			expect(await poll()).toEqual([]);
			const annotation = server.annotate(server.tasks[0] as TaskServer['tasks'][0]);
			expect(await poll()).toEqual([annotation]);
		});

		it('goes on with other conditions', async () => {
			const { poll, configure } = workflow({});
			await poll();
			const task = server.create({ lang: 'en' });
			server.create({ lang: 'de' });
			configure(other({ conditions: { condition: [{ column: 'data.lang', operator: 'equal', value: 'en' }] } }));
			expect(ids(await poll())).toEqual([task.id]);
		});

		it('begins as it is told when First Run is changed', async () => {
			const { poll, configure } = workflow({});
			const task = server.create();
			expect(await poll()).toEqual([]);
			configure(other({ firstRun: 'everything' }));
			expect(ids(await poll())).toEqual([task.id]);
			expect(await poll()).toEqual([]);
		});

		it('does not begin anew because an expression gives another date', async () => {
			const { poll } = workflow({ firstRun: 'date', startDate: '={{ $now.minus(10, "years") }}' });
			const task = server.create();
			expect(ids(await poll())).toEqual([task.id]);
			expect(await poll()).toEqual([]);
		});
	});

	it('fails rather than taking other tasks for those that it asked for', async () => {
		const { poll } = workflow({});
		server.create();
		await poll();
		server.create();
		server.before = (_path, query) => {
			const asked = JSON.parse(query.get('query') ?? '{}') as { selectedItems?: unknown };
			return asked.selectedItems ? { status: 200, body: { tasks: server.tasks, total: 2 } } : undefined;
		};
		expect((await failure(poll)).message).toBe('This release of Label Studio does not narrow a list to chosen tasks');
	});
});
