import { templates } from '../../nodes/LabelStudio/composite/templates';
import { runNode, type NodeRun } from '../support/engine.mts';
import { startFaultProxy, type Fault } from '../support/fault-proxy.mts';
import { callLive, createProject, deleteProjects, failure, id, importRows, liveServer, many, negative, one, positive, title } from '../support/live.mts';

const content = ({ items }: NodeRun): string => Buffer.from(items[0]?.binary?.data?.data ?? '', 'base64').toString();

describe('exports of a real Label Studio', () => {
	const projects: number[] = [];
	let project: number;

	beforeAll(async () => {
		project = await createProject('Export');
		projects.push(project);
		await importRows(project, [
			{ data: { text: 'Good, "really"\ngood' }, meta: { source: 'a' }, annotations: [{ result: positive, ground_truth: false }] },
			{ data: { text: 'Bad' }, annotations: [{ result: negative, was_cancelled: false, lead_time: 2.5, ground_truth: true }], predictions: [{ result: negative, score: 0.5, model_version: 'm1' }] },
			{ data: { text: 'Unseen' } },
		]);
	}, 120_000);

	afterAll(async () => await deleteProjects(projects), 120_000);

	const exported = async (parameters: object): Promise<NodeRun> => {
		const result = await callLive({ resource: 'project', operation: 'export', project: id(project), format: 'JSON', output: 'binary', outputField: 'data', way: 'automatic', allTasks: false, ...parameters });
		if (result.error) throw new Error(`${result.error.message} ${result.error.description ?? ''}`);
		return result;
	};
	const snapshots = async () => await many({ resource: 'export', operation: 'getManySnapshots', project: id(project) });

	it('have the same content both ways', async () => {
		for (const allTasks of [false, true]) {
			const direct = await exported({ way: 'direct', allTasks });
			const snapshot = await exported({ way: 'snapshot', allTasks });
			expect(direct.items[0]?.json).toMatchObject({ way: 'direct', mimeType: 'application/json', fileName: expect.stringMatching(/^project-\d+-at-.*\.json$/) });
			expect(snapshot.items[0]?.json).toMatchObject({ way: 'snapshot', mimeType: 'application/json', fileName: expect.stringMatching(/^project-\d+-at-.*\.json$/), tasks: allTasks ? 3 : 2 });
			expect(JSON.parse(content(direct))).toHaveLength(allTasks ? 3 : 2);
			expect(JSON.parse(content(snapshot))).toEqual(JSON.parse(content(direct)));
		}
		expect(await snapshots()).toEqual([]);
	}, 120_000);

	it('come as rows', async () => {
		for (const way of ['direct', 'snapshot']) {
			const rows = (await exported({ output: 'items', format: 'CSV', way })).items.map(({ json }) => json);
			expect(rows).toEqual([expect.objectContaining({ text: 'Good, "really"\ngood', sentiment: 'Positive' }), expect.objectContaining({ text: 'Bad', sentiment: 'Negative' })]);
			expect((await exported({ output: 'items', format: 'TSV', way })).items.map(({ json }) => json)).toEqual(rows);
			expect((await exported({ output: 'items', format: 'JSON_MIN', way })).items.map(({ json }) => [json.text, json.sentiment])).toEqual([['Good, "really"\ngood', 'Positive'], ['Bad', 'Negative']]);
		}
	}, 120_000);

	it('take filters', async () => {
		const filtered = async (additionalFields: object, allTasks = true) => (await exported({ output: 'items', allTasks, additionalFields })).items.map(({ json }) => (json.data as { text: string }).text);
		expect(await filtered({ taskFilter: { annotated: 'exclude' } })).toEqual(['Unseen']);
		expect(await filtered({ annotationFilter: { groundTruth: true, usual: false } }, false)).toEqual(['Bad']);
		const view = Number((await one({ resource: 'view', operation: 'create', specifyBody: 'json', jsonBody: JSON.stringify({ project, data: { title: 'Bad ones', filters: { conjunction: 'and', items: [{ filter: 'filter:tasks:data.text', operator: 'equal', type: 'String', value: 'Bad' }] } } }) })).id);
		expect(await filtered({ taskFilter: { view: id(view) } })).toEqual(['Bad']);
		expect(await failure({ resource: 'project', operation: 'export', project: id(project), output: 'items', way: 'automatic', additionalFields: { taskFilter: { view: id(99_999_999) } } })).toMatchObject({ httpCode: '404' });
	}, 120_000);

	it('stay when they are to be kept', async () => {
		const { items } = await exported({ additionalFields: { keepSnapshot: true } });
		const kept = items[0]?.json.snapshot as { id: number; title: string };
		expect((await snapshots()).map((snapshot) => [snapshot.id, snapshot.title])).toEqual([[kept.id, kept.title]]);
		await one({ resource: 'export', operation: 'deleteSnapshot', project: id(project), exportSnapshot: id(kept.id) });
	}, 60_000);

	it('are refused in a format that does not suit', async () => {
		expect((await failure({ resource: 'project', operation: 'export', project: id(project), format: 'COCO', output: 'binary', outputField: 'data', way: 'automatic' })).message).toBe('Format COCO does not suit the labeling config of the project [item 0]');
	});

	it.each<[string, string, string, Fault, number]>([
		['a 504 on the creation of the snapshot', 'POST', '/exports/', { answerAfter: 504 }, 1],
		['a connection cut after the snapshot was made', 'POST', '/exports/', 'cut after', 1],
		['half an answer to its creation', 'POST', '/exports/', 'cut halfway', 1],
		['a connection cut before the server saw that one is wanted', 'POST', '/exports/', 'cut before', 2],
		['half a download', 'GET', '/download', 'cut halfway', 1],
		['a 504 on the download', 'GET', '/download', { answerAfter: 504 }, 1],
		['a lost answer to the deletion', 'DELETE', '', 'cut after', 1],
	])('survive %s, and leave no snapshot', async (_name, method, ending, fault, creations) => {
		const proxy = await startFaultProxy(liveServer().url);
		try {
			let struck = false;
			proxy.disturb((passing) => {
				if (struck || passing.method !== method || !passing.path.endsWith(ending)) return undefined;
				struck = true;
				return fault;
			});
			const { items, error } = await runNode({
				parameters: { resource: 'project', operation: 'export', project: id(project), format: 'CSV', output: 'items', way: 'snapshot', allTasks: false },
				credential: { baseUrl: proxy.url, apiToken: liveServer().apiToken },
			});
			expect(error).toBeUndefined();
			expect(struck).toBe(true);
			expect(items.map(({ json }) => json.sentiment)).toEqual(['Positive', 'Negative']);
			expect(proxy.requests.filter((passing) => passing.method === 'POST' && passing.path.endsWith('/exports/'))).toHaveLength(creations);
		} finally {
			await proxy.close();
		}
		expect(await snapshots()).toEqual([]);
	}, 60_000);

	describe('projects from templates', () => {
		it.each(Object.keys(templates))('are made: %s', async (template) => {
			const { key, item } = templates[template]!;
			const made = await one({
				resource: 'project',
				operation: 'createFromTemplate',
				title: title('Template'),
				template,
				labels: item ? 'First "one", <Second> & third' : '',
				dataKey: key ? 'own_key' : '',
				simplify: false,
			});
			projects.push(Number(made.id));
			if (key) expect(made.data_fields).toEqual(['own_key']);
			const controls = Object.values(made.parsed_label_config as Record<string, { labels: string[] }>);
			expect(controls.length).toBeGreaterThan(0);
			if (item) expect(controls.some(({ labels }) => labels.join('|') === 'First "one"|<Second> & third')).toBe(true);
		}, 60_000);

		const own = async (labelConfig: string) => await failure({ resource: 'project', operation: 'createFromTemplate', title: title('Own'), template: 'own', labelConfig });

		it('are checked before they are made', async () => {
			expect((await own('<View><Text name="t" value="$t"></View>')).message).toMatch(/^Labeling Config is no XML: <\/View> closes a tag that is not open; .*\(line 1, column 33\)/);
			expect((await own('<View><Text name="t" value="t"/></View>')).message).toMatch(/^Labeling Config shows no data/);
			const refused = await own('<View><Text name="t" value="$t"/><Choices name="c" toName="nothing"><Choice value="A"/></Choices></View>');
			expect(refused.httpCode).toBe('400');
			expect(refused.message).toContain('toName="nothing"');
			expect((await failure({ resource: 'project', operation: 'createFromTemplate', title: title('Twice'), template: 'sentiment', labels: 'A, B, A' })).message).toBe('Labels: "A" is there twice [item 0]');
			expect((await failure({ resource: 'project', operation: 'createFromTemplate', title: title('Key'), template: 'sentiment', dataKey: 'my key' })).message).toMatch(/^Data Key must be made of letters/);
		}, 60_000);

		it('take a labeling config of their own', async () => {
			const made = await one({ resource: 'project', operation: 'createFromTemplate', title: title('Own'), template: 'own', labelConfig: '<?xml version="1.0"?>\n<View><!-- a > b --><Text name="t" value="$t"/></View>', additionalFields: { expertInstruction: 'Read', maximumAnnotations: 2 }, simplify: false });
			projects.push(Number(made.id));
			expect(made).toMatchObject({ data_fields: ['t'], expert_instruction: 'Read', maximum_annotations: 2 });
		}, 60_000);
	});

	describe('duplicates', () => {
		const duplicate = async (parameters: object) => {
			const made = await one({ resource: 'project', operation: 'duplicate', project: id(project), title: title('Copy'), copyTasks: true, copyAnnotations: false, copyPredictions: false, simplify: false, ...parameters });
			projects.push(Number(made.id));
			return made;
		};
		const tasksOf = async (copy: unknown) => await many({ resource: 'task', operation: 'getMany', project: id(copy), filters: { fields: 'all', resolveUri: false }, simplify: false });

		it('bring the tasks along', async () => {
			const made = await duplicate({});
			expect(made.task_number).toBe(3);
			expect((await tasksOf(made.id)).map(({ data, meta, annotations, predictions }) => [data, meta, annotations, predictions])).toEqual([
				[{ text: 'Good, "really"\ngood' }, { source: 'a' }, [], []],
				[{ text: 'Bad' }, {}, [], []],
				[{ text: 'Unseen' }, {}, [], []],
			]);
		}, 60_000);

		it('bring annotations and predictions along', async () => {
			const copies = await tasksOf((await duplicate({ copyAnnotations: true, copyPredictions: true })).id);
			expect(copies[0]?.annotations).toMatchObject([{ result: [expect.objectContaining({ value: { choices: ['Positive'] } })], ground_truth: false }]);
			expect(copies[1]?.annotations).toMatchObject([{ result: [expect.objectContaining({ value: { choices: ['Negative'] } })], lead_time: 2.5, ground_truth: true }]);
			expect(copies[1]?.predictions).toMatchObject([{ score: 0.5, model_version: 'm1' }]);
		}, 60_000);

		it('say what was made when the tasks cannot be read', async () => {
			const proxy = await startFaultProxy(liveServer().url);
			try {
				proxy.disturb(({ path, query }) => (path === '/api/tasks/' && query.get('project') === String(project) ? { answer: 403 } : undefined));
				const { error } = await runNode({
					parameters: { resource: 'project', operation: 'duplicate', project: id(project), title: title('Half'), copyTasks: true, copyAnnotations: false, copyPredictions: false },
					credential: { baseUrl: proxy.url, apiToken: liveServer().apiToken },
				});
				const made = Number(/Project (\d+) was made, and surely has 0 tasks/.exec(error?.description ?? '')?.[1]);
				expect(error?.message).toMatch(/^Not all tasks could be copied: Label Studio does not allow this/);
				expect(made).toBeGreaterThan(project);
				projects.push(made);
			} finally {
				await proxy.close();
			}
		}, 60_000);
	});
});
