import { runNode, type NodeRun } from '../support/engine.mts';
import { startFakeProject, type FakeProject } from '../support/fake-import.mts';
import { sendJson } from '../support/server.mts';

const apiToken = '0123456789abcdef0123456789abcdef01234567';
const count = 5_003;

describe('Project: Duplicate with tasks', () => {
	let copy: FakeProject;
	let pattern: Array<Record<string, unknown>>;
	/** The server reads no tasks beyond this id. */
	let readable: number;

	beforeEach(async () => {
		copy = await startFakeProject();
		readable = Infinity;
		pattern = Array.from({ length: count }, (_, index) => ({ id: 20 + index * 2, data: { text: `Text ${index % 10}` }, meta: { row: index } }));
		pattern[1] = {
			...pattern[1],
			annotations: [{ id: 4, completed_by: 1, result: [{ type: 'choices' }], was_cancelled: false, ground_truth: false, lead_time: null, unique_id: 'abc', created_at: 'yesterday' }],
			predictions: [{ id: 5, result: [], score: 0.5, model_version: 'm', project: 3 }],
		};
		copy.instead(({ method, path, query, body }, response) => {
			if (method === 'POST' && path === '/api/projects/') {
				sendJson(response, { id: 9, ...(JSON.parse(body) as object), task_number: 0 }, 201);
				return true;
			}
			if (path !== '/api/tasks/' || query.get('project') !== '3') return false;
			const { filters } = JSON.parse(query.get('query') ?? '{}') as { filters: { items: Array<{ filter: string; value: number }> } };
			const after = Math.max(...filters.items.map(({ value }) => value));
			if (after >= readable) {
				sendJson(response, { detail: 'disk full' }, 500);
				return true;
			}
			const found = pattern.filter(({ id }) => Number(id) > after);
			const whole = query.get('fields') === 'all';
			const rows = found.slice(0, Number(query.get('page_size')));
			sendJson(response, { total: found.length, tasks: whole ? rows : rows.map(({ id, data, meta }) => ({ id, data, meta })) });
			return true;
		});
	});
	afterEach(async () => await copy.server.close());

	const run = async (parameters: object = {}): Promise<NodeRun> =>
		await runNode({
			parameters: { resource: 'project', operation: 'duplicate', project: { __rl: true, mode: 'id', value: '3' }, title: 'Copy', copyTasks: true, copyAnnotations: false, copyPredictions: false, simplify: true, ...parameters } as never,
			credential: { baseUrl: copy.server.url, apiToken },
		});

	it('copies all tasks once and in order, page by page', async () => {
		const { items, error } = await run();
		expect(error).toBeUndefined();
		expect(items[0]?.json).toMatchObject({ id: 9, title: 'Copy', task_number: count });
		expect(copy.tasks.map(({ data, meta }) => [data, meta])).toEqual(pattern.map(({ data, meta }) => [data, meta]));
		expect(copy.imports().map((rows) => rows.length)).toEqual([5000, 3]);
		expect(copy.files.size).toBe(0);
		const reads = copy.server.requests.filter(({ path, query }) => path === '/api/tasks/' && query.get('project') === '3');
		expect(reads.every(({ query }) => query.get('include') === 'id,data,meta' && query.get('resolve_uri') === 'false')).toBe(true);
	});

	it('brings annotations and predictions along as an import takes them', async () => {
		const { error } = await run({ copyAnnotations: true, copyPredictions: true });
		expect(error).toBeUndefined();
		expect(copy.tasks[1]).toMatchObject({
			annotations: [{ completed_by: 1, result: [{ type: 'choices' }], was_cancelled: false, ground_truth: false }],
			predictions: [{ result: [], score: 0.5, model_version: 'm' }],
		});
		expect(copy.tasks[2]).toMatchObject({ annotations: [], predictions: [] });
	});

	it('says what is there when it stops half way', async () => {
		readable = Number(pattern[4999]?.id);
		const { error } = await run();
		expect(error?.message).toBe('Not all tasks could be copied: Label Studio failed while working on the request: disk full');
		expect(error?.description).toContain('Project 9 was made, and surely has 5000 tasks of project 3');
		expect(copy.tasks).toHaveLength(5000);
	});

	it('does nothing twice when the answer to a chunk is lost', async () => {
		let lost = false;
		const before = copy.store;
		copy.store = (tasks) => {
			const ids = before(tasks);
			if (lost) return ids;
			lost = true;
			// As if the answer had not come: the fake says that it failed.
			return undefined;
		};
		const { items, error } = await run();
		expect(error).toBeUndefined();
		expect(items[0]?.json.task_number).toBe(count);
		expect(copy.tasks.map(({ meta }) => meta)).toEqual(pattern.map(({ meta }) => meta));
	});
});
