import type { ServerResponse } from 'node:http';
import type { INodeParameters } from 'n8n-workflow';
import { runNode } from '../support/engine.mts';
import { sendJson, startServer, type Recorded, type TestServer } from '../support/server.mts';

const apiToken = '0123456789abcdef0123456789abcdef01234567';

interface Prediction {
	id: number;
	task: number;
	model_version: string;
	score?: number;
	result: Array<{ id: string; from_name: string; value: Record<string, unknown> }>;
}

interface Annotation extends Record<string, unknown> {
	id: number;
	task: number;
	unique_id: string;
	result: unknown[];
}

const project = {
	id: 3,
	label_config: '<View><Text name="text" value="$text"/><Choices name="mood" toName="text"/><Labels name="who" toName="text"/></View>',
	parsed_label_config: {
		mood: { type: 'Choices', to_name: ['text'], inputs: [{ type: 'Text', value: 'text' }], labels: ['Good', 'Bad', 'Odd'] },
		who: { type: 'Labels', to_name: ['text'], inputs: [{ type: 'Text', value: 'text' }], labels: ['Person', 'Paris, France'] },
	},
};

interface TaskQuery {
	filters?: { items: Array<{ filter: string; operator: string; value: unknown }> };
}

/** As much of a Label Studio as the operations need. */
class LabelStudio {
	tasks = Array.from({ length: 1200 }, (_, index) => ({ id: index + 1, data: { text: 'Ada in Paris' } }));
	predictions: Prediction[] = [];
	annotations: Annotation[] = [];
	/** Refuses a request with this task, after it stored the five hundreds before it: one of the two ways of 1.23.2. */
	refused?: number;
	/** Stands before the answer of a write; true when it has answered, or never will. */
	fault: (request: Recorded, response: ServerResponse, store: () => void) => boolean = () => false;
	private lastId = 0;

	answer(request: Recorded, response: ServerResponse): void {
		const { method, path } = request;
		const answers: Array<[string, RegExp, (id: number) => void]> = [
			['GET', /^\/api\/projects\/(\d+)\/$/, (id) => (id === 3 ? sendJson(response, project) : sendJson(response, { detail: 'No Project matches the given query.' }, 404))],
			['PATCH', /^\/api\/projects\/(\d+)\/$/, () => this.write(request, response, () => project)],
			['GET', /^\/api\/tasks\/$/, () => sendJson(response, this.list(request))],
			['POST', /^\/api\/projects\/(\d+)\/import\/predictions$/, () => this.write(request, response, () => this.storePredictions(request))],
			['DELETE', /^\/api\/predictions\/(\d+)\/$/, (id) => {
				this.predictions = this.predictions.filter((one) => one.id !== id);
				response.writeHead(204).end();
			}],
			['GET', /^\/api\/tasks\/(\d+)\/annotations\/$/, (id) => sendJson(response, this.annotations.filter(({ task }) => task === id).map(({ unique_id: _own, ...shown }) => shown))],
			['POST', /^\/api\/tasks\/(\d+)\/annotations\/$/, (id) => this.write(request, response, () => this.storeAnnotation(request, id))],
		];
		const found = answers.find(([verb, pattern]) => verb === method && pattern.test(path));
		if (found) found[2](Number(found[1].exec(path)?.[1]));
		else sendJson(response, { detail: 'Not here' }, 404);
	}

	private write(request: Recorded, response: ServerResponse, store: () => object | undefined): void {
		if (this.fault(request, response, store)) return;
		const made = store();
		if (made) sendJson(response, made, 'status' in made ? 400 : 201);
		else sendJson(response, { detail: 'Annotation with this unique id already exists' }, 409);
	}

	private list({ query }: Recorded): object {
		const { filters } = JSON.parse(query.get('query') ?? '{}') as TaskQuery;
		const fits = ({ id }: { id: number }): boolean =>
			(filters?.items ?? []).every(({ filter, operator, value }) => {
				if (filter !== 'filter:tasks:id') return true;
				if (operator === 'in_list') return (value as number[]).includes(id);
				if (operator === 'in') return id >= (value as { min: number }).min && id <= (value as { max: number }).max;
				return id > (value as number);
			});
		const left = this.tasks.filter(fits);
		const include = (query.get('include') ?? '').split(',');
		const own = { data: (task: { data: object }) => task.data, predictions: ({ id }: { id: number }) => this.predictions.filter(({ task }) => task === id), annotations: ({ id }: { id: number }) => this.annotations.filter(({ task }) => task === id) };
		const tasks = left.slice(0, Number(query.get('page_size'))).map((task) => ({
			id: task.id,
			...Object.fromEntries(Object.entries(own).filter(([name]) => include.includes(name)).map(([name, read]) => [name, read(task)])),
		}));
		return { tasks, total: left.length };
	}

	/** Like 1.23.2, leaves out without a word what it does not like. */
	private storePredictions({ body }: Recorded): object {
		const given = JSON.parse(body) as Prediction[];
		const refused = given.findIndex(({ task }) => task === this.refused);
		const stored = refused < 0 ? given : given.slice(0, refused - (refused % 500));
		const liked = stored.filter(({ result }) => !result.some(({ value }) => (value.choices as string[] | undefined)?.includes('Odd')));
		for (const prediction of liked) this.predictions.push({ ...prediction, id: ++this.lastId });
		return refused < 0 ? { created: liked.length } : { status: 400, detail: 'contains invalid "task" field' };
	}

	private storeAnnotation({ body }: Recorded, task: number): object | undefined {
		const given = JSON.parse(body) as Annotation;
		if (this.annotations.some(({ unique_id: own }) => own === given.unique_id)) return undefined;
		const made = { completed_by: 1, ground_truth: false, lead_time: null, ...given, id: ++this.lastId, task };
		this.annotations.push(made);
		return made;
	}
}

let labelStudio: LabelStudio;
let server: TestServer;
beforeEach(async () => {
	labelStudio = new LabelStudio();
	server = await startServer((request, response) => labelStudio.answer(request, response));
});
afterEach(async () => await server.close());

const locator = (value: unknown) => ({ __rl: true, mode: 'id', value });

const bring = async (resource: string, labels: object[], more: object = {}, others: object = {}) =>
	await runNode({
		parameters: {
			resource,
			operation: 'import',
			project: locator('={{ $json.project ?? 3 }}'),
			task: locator('={{ $json.task }}'),
			labelType: '={{ $json.labels ? "span" : "choices" }}',
			controlTag: '={{ $json.tag ?? "" }}',
			choices: '={{ $json.choice }}',
			labels: '={{ $json.labels }}',
			start: '={{ $json.start }}',
			end: '={{ $json.end }}',
			...(resource === 'prediction' && { modelVersion: '={{ $json.version ?? "v1" }}' }),
			...more,
		} as INodeParameters,
		credential: { baseUrl: server.url, apiToken },
		items: labels.map((json) => ({ json: json as never })),
		...others,
	});

const goOn = { onError: 'continueRegularOutput' };
const many = (count: number) => Array.from({ length: count }, (_, index) => ({ task: index + 1, choice: 'Good' }));
const writes = () => server.requests.filter(({ method }) => method !== 'GET');

/** Each task has its prediction exactly once. */
const expectOnce = (tasks: number[]): void => expect(labelStudio.predictions.map(({ task }) => task).sort((a, b) => a - b)).toEqual(tasks);

describe('Prediction: Import', () => {
	it('puts items about the same task together and sends them in one request', async () => {
		const labels = [{ task: 2, choice: 'Good', score: 0.5 }, { task: 1, choice: 'Bad' }, { task: 2, labels: 'Person', start: 0, end: 3, score: 1 }, { task: 2, choice: 'Bad', version: 'v2' }];
		const { items, error } = await bring('prediction', labels, { additionalFields: { score: '={{ $json.score }}' } });
		expect(error).toBeUndefined();
		const id = expect.stringMatching(/^[\w-]{11}$/);
		const good = { id, from_name: 'mood', to_name: 'text', type: 'choices', value: { choices: ['Good'] }, score: 0.5 };
		const ada = { id, from_name: 'who', to_name: 'text', type: 'labels', value: { start: 0, end: 3, text: 'Ada', labels: ['Person'] }, score: 1 };
		const bad = { id, from_name: 'mood', to_name: 'text', type: 'choices', value: { choices: ['Bad'] } };
		expect(writes()).toHaveLength(1);
		expect(JSON.parse(writes()[0]?.body ?? '')).toEqual([
			{ task: 2, model_version: 'v1', score: 0.75, result: [good, ada] },
			{ task: 1, model_version: 'v1', result: [bad] },
			{ task: 2, model_version: 'v2', result: [bad] },
		]);
		expect(items).toEqual([
			{ json: { task: 2, project: 3, model_version: 'v1', score: 0.75, result: [good] }, pairedItem: { item: 0 } },
			{ json: { task: 1, project: 3, model_version: 'v1', score: null, result: [bad] }, pairedItem: { item: 1 } },
			{ json: { task: 2, project: 3, model_version: 'v1', score: 0.75, result: [ada] }, pairedItem: { item: 2 } },
			{ json: { task: 2, project: 3, model_version: 'v2', score: null, result: [bad] }, pairedItem: { item: 3 } },
		]);
	});

	it('takes labels that were chosen from the list as they are', async () => {
		const { items, error } = await bring('prediction', [{ task: 1, start: 0, end: 3 }], { labelType: 'span', labels: ['Paris, France', 'Person'] });
		expect(error).toBeUndefined();
		expect(items).toMatchObject([{ json: { result: [{ value: { labels: ['Paris, France', 'Person'] } }] } }]);
	});

	it('sends many in few requests', async () => {
		const { items, error } = await bring('prediction', many(1200));
		expect(error).toBeUndefined();
		expect(items).toHaveLength(1200);
		expect(writes().map(({ body }) => (JSON.parse(body) as unknown[]).length)).toEqual([1200]);
		expectOnce(labelStudio.tasks.map(({ id }) => id));
		expect(server.requests.filter(({ path }) => path === '/api/tasks/')).toHaveLength(3);
	});

	it('asks for tasks far apart by their ids', async () => {
		labelStudio.tasks = labelStudio.tasks.map((task) => ({ ...task, id: task.id * 1000 }));
		const { error } = await bring('prediction', many(300).map(({ task, choice }) => ({ task: task * 1000, choice })));
		expect(error).toBeUndefined();
		expect(labelStudio.predictions).toHaveLength(300);
		const asked = server.requests.filter(({ path }) => path === '/api/tasks/').map(({ query }) => (JSON.parse(query.get('query') ?? '') as TaskQuery).filters?.items[0]);
		expect(asked.map((filter) => [filter?.operator, (filter?.value as number[]).length])).toEqual([['in_list', 250], ['in_list', 50]]);
	});

	it('stores each once when the server has stored a part of what it refuses', async () => {
		labelStudio.refused = 1100;
		const { items } = await bring('prediction', many(1200), {}, goOn);
		expect(items.map(({ json }, index) => (json.error ? index + 1 : 0)).filter(Boolean)).toEqual([1100]);
		expectOnce(labelStudio.tasks.map(({ id }) => id).filter((id) => id !== 1100));
	}, 30_000);

	it.each([
		['an unknown tag', { task: 1, tag: 'moods', choice: 'Good' }, 'Control Tag: the labeling config has no tag "moods" [item 1]'],
		['an unknown choice', { task: 1, choice: 'good' }, 'Choices: "good" is not in the labeling config [item 1]'],
		['a span outside of the text', { task: 1, labels: 'Person', start: 0, end: 13 }, 'End is outside of the text: 13, but the text has 12 characters [item 1]'],
		['an unknown task', { task: 5000, choice: 'Good' }, 'Task: there is no task 5000 in project 3 [item 1]'],
		['a second answer', { task: 2, choice: 'Bad' }, 'Task 2 has a value for "mood" already, from item 0 [item 1]'],
		['no task', { choice: 'Bad' }, 'Task is required, but empty [item 1]'],
		['no choice', { task: 1, choice: '' }, 'Choices is required, but empty [item 1]'],
		['no model version', { task: 1, choice: 'Bad', version: '' }, 'Model Version is required, but empty [item 1]'],
		['an unknown project', { task: 1, choice: 'Bad', project: 4 }, 'Label Studio found no such object: No Project matches the given query.'],
	])('sends nothing with %s', async (_name, label, message) => {
		const { error, items } = await bring('prediction', [{ task: 2, choice: 'Good' }, label]);
		expect(error?.message).toBe(message);
		expect(items).toEqual([]);
		expect(writes()).toEqual([]);
	});

	it('goes on with the good items when told to', async () => {
		const { items, error } = await bring('prediction', [{ task: 5000, choice: 'Good' }, { task: 1, choice: 'Good' }, { task: 2, choice: 'nice' }], {}, goOn);
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json.error ?? json.task)).toEqual(['Task: there is no task 5000 in project 3', 1, 'Choices: "nice" is not in the labeling config']);
		expectOnce([1]);
	});

	it('finds what the server leaves out without a word', async () => {
		const labels = [...many(9), { task: 10, choice: 'Odd' }, { task: 11, choice: 'Good' }];
		const { items } = await bring('prediction', labels, {}, goOn);
		expect(items.map(({ json }) => json.error ?? 'in')).toEqual([...Array<string>(9).fill('in'), 'Label Studio left out the prediction', 'in']);
		expectOnce([1, 2, 3, 4, 5, 6, 7, 8, 9, 11]);
	});

	it.each([
		['the connection breaks off after they were stored', true, (response: ServerResponse) => response.destroy()],
		['the connection breaks off before they arrive', false, (response: ServerResponse) => response.destroy()],
		['the proxy gives up after they were stored', true, (response: ServerResponse) => response.writeHead(504).end('<html>')],
		['the proxy gives up before they arrive', false, (response: ServerResponse) => response.writeHead(502).end('<html>')],
		['the answer is cut', true, (response: ServerResponse) => response.writeHead(201, { 'content-length': '100' }).end('{"crea')],
	])('stores each once when %s', async (_name, isStored, fail) => {
		let isBroken = false;
		labelStudio.fault = (_request, response, store) => {
			if (isBroken) return false;
			isBroken = true;
			if (isStored) store();
			fail(response);
			return true;
		};
		const { items, error } = await bring('prediction', many(3));
		expect(error).toBeUndefined();
		expect(items).toHaveLength(3);
		expectOnce([1, 2, 3]);
		expect(writes()).toHaveLength(isStored ? 1 : 2);
	}, 30_000);

	it('removes copies that arrive after they were sent again', async () => {
		let late: (() => void) | undefined;
		labelStudio.fault = (_request, response, store) => {
			if (late) {
				late();
				return false;
			}
			late = store;
			response.destroy();
			return true;
		};
		const { error } = await bring('prediction', many(3));
		expect(error).toBeUndefined();
		expectOnce([1, 2, 3]);
		expect(writes().map(({ method }) => method)).toEqual(['POST', 'POST', 'DELETE', 'DELETE', 'DELETE']);
	}, 30_000);

	it('has the project show the model version', async () => {
		const { error } = await bring('prediction', many(1), { showToAnnotators: true });
		expect(error).toBeUndefined();
		expect(writes().map(({ method, body }) => [method, JSON.parse(body)]).at(-1)).toEqual(['PATCH', { model_version: 'v1', show_collab_predictions: true }]);
	});

	it('shows no more than one model version', async () => {
		const { error } = await bring('prediction', [{ task: 1, choice: 'Good' }, { task: 1, choice: 'Good', version: 'v2' }], { showToAnnotators: true });
		expect(error?.message).toBe('Show to Annotators: a project shows one Model Version, but the items have v1, v2 [item 0]');
		expect(writes()).toEqual([]);
	});

	it('says that predictions are there which it cannot show', async () => {
		labelStudio.fault = ({ method }, response) => {
			if (method !== 'PATCH') return false;
			sendJson(response, { detail: 'No' }, 403);
			return true;
		};
		const { error } = await bring('prediction', many(1), { showToAnnotators: true });
		expect(error?.message).toContain('The prediction is stored, but could not be shown to annotators: Label Studio does not allow this');
	});

	it('does nothing with no items', async () => {
		const { error, items } = await bring('prediction', []);
		expect([error, items]).toEqual([undefined, []]);
		expect(server.requests).toEqual([]);
	});
});

describe('Annotation: Import', () => {
	const labels = [{ task: 2, choice: 'Good' }, { task: 1, choice: 'Bad' }, { task: 2, labels: 'Person', start: 0, end: 3 }];

	it('stores one annotation for each task', async () => {
		const { items, error } = await bring('annotation', labels, { additionalFields: { groundTruth: true, leadTime: 2, completedBy: locator('7') } });
		expect(error).toBeUndefined();
		expect(items.map(({ json, pairedItem }) => [json.id, json.task, json.completed_by, json.ground_truth, json.lead_time, (json.result as unknown[]).length, pairedItem])).toEqual([
			[1, 2, 7, true, 2, 1, { item: 0 }],
			[2, 1, 7, true, 2, 1, { item: 1 }],
			[1, 2, 7, true, 2, 1, { item: 2 }],
		]);
		expect(labelStudio.annotations.map(({ task, result }) => [task, result.length])).toEqual([[2, 2], [1, 1]]);
	});

	it('of different annotators are different annotations', async () => {
		const { error } = await bring('annotation', [{ task: 2, choice: 'Good', by: 7 }, { task: 2, choice: 'Bad', by: 8 }], { additionalFields: { completedBy: locator('={{ $json.by }}') } });
		expect(error).toBeUndefined();
		expect(labelStudio.annotations.map(({ completed_by: by }) => by)).toEqual([7, 8]);
	});

	it.each([true, false])('are stored once when an answer is lost (stored before: %s)', async (isStored) => {
		let isBroken = false;
		labelStudio.fault = (_request, response, store) => {
			if (isBroken) return false;
			isBroken = true;
			if (isStored) store();
			response.destroy();
			return true;
		};
		const { items, error } = await bring('annotation', labels);
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json.task)).toEqual([2, 1, 2]);
		expect(labelStudio.annotations.map(({ task }) => task)).toEqual([2, 1]);
		expect(items.map(({ json }) => json.id)).toEqual([1, 2, 1]);
	}, 30_000);

	it('stop at one that is refused, unless told to go on', async () => {
		labelStudio.fault = ({ path }, response) => {
			if (path !== '/api/tasks/2/annotations/') return false;
			sendJson(response, { detail: 'Validation error', validation_errors: { result: ['Odd'] } }, 400);
			return true;
		};
		const { error } = await bring('annotation', labels);
		expect(error?.message).toContain('Label Studio did not accept the values');
		expect(labelStudio.annotations).toEqual([]);
		const { items } = await bring('annotation', labels, {}, goOn);
		expect(items.map(({ json }) => (json.error ? 'failed' : json.task))).toEqual(['failed', 1, 'failed']);
	});

	it('are checked before anything is sent', async () => {
		const { error } = await bring('annotation', [...labels, { task: 3, labels: 'Place', start: 0, end: 1 }]);
		expect(error?.message).toBe('Labels: "Place" is not in the labeling config [item 3]');
		expect(writes()).toEqual([]);
	});
});

describe('Task: Get Rows', () => {
	const read = async (more: object = {}) =>
		await runNode({ parameters: { resource: 'task', operation: 'getRows', project: locator('3'), returnAll: true, ...more } as INodeParameters, credential: { baseUrl: server.url, apiToken } });

	beforeEach(() => {
		labelStudio.annotations = labelStudio.tasks.map(({ id }) => ({
			id: id + 5000,
			task: id,
			unique_id: '',
			completed_by: 1,
			result: [{ id: 'a', from_name: 'mood', to_name: 'text', type: 'choices', value: { choices: ['Good', 'Bad'] } }],
		}));
	});

	it('reads page by page by id, and nothing that the rows do not need', async () => {
		const { items, error } = await read({ conditions: { condition: [{ column: 'data.text', operator: 'contains', value: '50%' }] } });
		expect(error).toBeUndefined();
		expect(items).toHaveLength(1200);
		expect(items[0]).toMatchObject({ json: { task_id: 1, 'data.text': 'Ada in Paris', annotation_id: 5001, from_name: 'mood', label: 'Good, Bad' }, pairedItem: { item: 0 } });
		expect(new Set(items.map(({ json }) => json.task_id)).size).toBe(1200);
		const pages = server.requests.filter(({ path }) => path === '/api/tasks/');
		// Further ones depend on how large the first one is, and how long it took.
		expect(pages[0]?.query.get('page_size')).toBe('200');
		expect(pages.length).toBeGreaterThan(1);
		expect(pages[0]?.query.get('resolve_uri')).toBe('false');
		expect(pages[0]?.query.get('include')).not.toContain('predictions');
		// The server decodes percent signs twice.
		expect(pages.every(({ query }) => query.get('query')?.includes('50\\u0025'))).toBe(true);
	});

	it('stops at the limit', async () => {
		const { items } = await read({ returnAll: false, limit: 3, rowPer: 'label' });
		expect(items.map(({ json }) => [json.task_id, json.label])).toEqual([[1, 'Good'], [1, 'Bad'], [2, 'Good']]);
		expect(server.requests.filter(({ path }) => path === '/api/tasks/')).toHaveLength(1);
	});

	it('gives a row to each task, with a column for each control tag', async () => {
		labelStudio.annotations = [];
		const { items } = await read({ rowPer: 'task' });
		expect(items).toHaveLength(1200);
		expect(items[0]?.json).toMatchObject({ task_id: 1, annotations: 0, 'result.mood': null, 'result.who': null });
	});
});
