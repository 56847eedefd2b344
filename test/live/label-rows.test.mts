import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { callLive, deleteProjects, id, importRows, many, one, title } from '../support/live.mts';

const config = `<View>
  <Text name="text" value="$text"/><Image name="photo" value="$photo"/><HyperText name="page" value="$page"/><List name="list" value="$list"/>
  <Choices name="mood" toName="text"><Choice value="Good"/><Choice value="Bad"/></Choices>
  <Choices name="topics" toName="text" choice="multiple"><Choice value="Price"/><Choice value="Taste"/></Choices>
  <Labels name="who" toName="text"><Label value="Person"/><Label value="Place"/></Labels>
  <RectangleLabels name="cars" toName="photo"><Label value="Car"/></RectangleLabels>
  <PolygonLabels name="roofs" toName="photo"><Label value="Roof"/></PolygonLabels>
  <BrushLabels name="sky" toName="photo"><Label value="Sky"/></BrushLabels>
  <Rating name="stars" toName="text"/><Number name="price" toName="text" min="0"/><TextArea name="note" toName="text"/><DateTime name="day" toName="text" only="date"/>
  <Taxonomy name="kind" toName="text"><Choice value="Animal"><Choice value="Dog"/></Choice></Taxonomy>
  <Pairwise name="better" toName="text,page"/><Ranker name="order" toName="list"/>
  <Relations><Relation value="lives in"/></Relations>
</View>`;

const data = { text: 'Ada in Paris', photo: '/a.png', page: '<p>Ada</p>', list: [{ id: 'a', title: 'A' }, { id: 'b', title: 'B' }] };

describe('labels in and out as plain rows, on a real server', () => {
	let project: number;
	let tasks: number[];

	beforeAll(async () => {
		project = Number((await one({ resource: 'project', operation: 'create', specifyBody: 'fields', title: title('Rows'), labelConfig: config })).id);
		tasks = await importRows(project, Array.from({ length: 4 }, () => ({ data })));
	}, 60_000);
	afterAll(async () => await deleteProjects([project]), 60_000);

	const rows = async (more: INodeParameters = {}) => await many({ resource: 'task', operation: 'getRows', project: id(project), ...more });

	/** One item for each object, its fields by expressions. */
	const bring = async (resource: 'prediction' | 'annotation', labels: object[], more: INodeParameters = {}) => {
		const fields = ['labelType', 'controlTag', 'choices', 'labels', 'start', 'end', 'unit', 'x', 'y', 'width', 'height', 'imageWidth', 'imageHeight', 'rating', 'number', 'text'];
		const parameters = Object.fromEntries(fields.map((field) => [field, `={{ $json.${field} }}`]));
		return await callLive(
			{ resource, operation: 'import', project: id(project), task: id('={{ $json.task }}'), ...parameters, ...more },
			labels.map((json): INodeExecutionData => ({ json: json as never })),
		);
	};

	it('predictions of every kind arrive as they were given, and are shown on request', async () => {
		const [first, second] = tasks;
		const labels = [
			{ task: first, labelType: 'choices', controlTag: 'mood', choices: 'Good', score: 0.8 },
			{ task: first, labelType: 'choices', controlTag: 'topics', choices: ['Price', 'Taste'], score: 0.6 },
			{ task: second, labelType: 'rating', rating: 4 },
			{ task: first, labelType: 'span', labels: 'Person', start: 0, end: 3, score: 1 },
			{ task: first, labelType: 'span', labels: 'Place', start: 7, end: 12 },
			{ task: first, labelType: 'box', controlTag: 'cars', labels: 'Car', unit: 'pixels', x: 64, y: 120, width: 320, height: 360, imageWidth: 640, imageHeight: 480 },
			{ task: first, labelType: 'number', number: 9.5 },
			{ task: first, labelType: 'text', text: 'Lovely, %20 "x"' },
		];
		const { items, error } = await bring('prediction', labels, { modelVersion: 'rows-1', showToAnnotators: true, additionalFields: { score: '={{ $json.score }}' } });
		expect(error).toBeUndefined();
		expect(items.map(({ json, pairedItem }) => [json.task, json.model_version, pairedItem])).toEqual(labels.map(({ task }, item) => [task, 'rows-1', { item }]));
		const stored = await many({ resource: 'prediction', operation: 'getMany', project: id(project), simplify: false });
		expect(stored.map(({ task }) => task).sort()).toEqual([first, second]);
		const mine = stored.find(({ task }) => task === first) as { score: number; result: Array<{ value: object }> };
		expect(mine.score).toBeCloseTo(0.8);
		expect(mine.result.map(({ value }) => value)).toEqual([
			{ choices: ['Good'] },
			{ choices: ['Price', 'Taste'] },
			{ start: 0, end: 3, text: 'Ada', labels: ['Person'] },
			{ start: 7, end: 12, text: 'Paris', labels: ['Place'] },
			{ x: 10, y: 25, width: 50, height: 75, rotation: 0, rectanglelabels: ['Car'] },
			{ number: 9.5 },
			{ text: ['Lovely, %20 "x"'] },
		]);
		expect(await one({ resource: 'project', operation: 'get', project: id(project), simplify: false })).toMatchObject({ model_version: 'rows-1', show_collab_predictions: true });
		const read = await rows({ source: 'predictions' });
		expect(read.filter(({ task_id: task }) => task === first).map(({ from_name: name, label, value, x, start }) => [name, label, value, x, start])).toEqual([
			['mood', 'Good', null, null, null],
			['topics', 'Price, Taste', null, null, null],
			['who', 'Person', 'Ada', null, 0],
			['who', 'Place', 'Paris', null, 7],
			['cars', 'Car', null, 10, null],
			['price', null, '9.5', null, null],
			['note', null, 'Lovely, %20 "x"', null, null],
		]);
	}, 60_000);

	it('bad items are told before anything is sent', async () => {
		const before = (await many({ resource: 'prediction', operation: 'getMany', project: id(project) })).length;
		const labels = [
			{ task: tasks[2], labelType: 'choices', controlTag: 'mood', choices: 'Good' },
			{ task: tasks[2], labelType: 'span', labels: 'Place', start: 7, end: 13 },
			{ task: 999_999, labelType: 'choices', controlTag: 'mood', choices: 'Bad' },
		];
		const { items, error } = await bring('prediction', labels, { modelVersion: 'rows-2' });
		expect(items).toEqual([]);
		expect(error?.message).toBe('End is outside of the text: 13, but the text has 12 characters [item 1]');
		const { error: unknown } = await bring('annotation', labels.slice(2));
		expect(unknown?.message).toBe(`Task: there is no task 999999 in project ${project} [item 0]`);
		expect(await many({ resource: 'prediction', operation: 'getMany', project: id(project) })).toHaveLength(before);
	}, 60_000);

	it('annotations arrive once for each task, with lead time and ground truth', async () => {
		const [, , third, fourth] = tasks;
		const labels = [
			{ task: fourth, labelType: 'choices', controlTag: 'mood', choices: 'Bad' },
			{ task: third, labelType: 'span', labels: 'Person', start: 0, end: 3 },
			{ task: third, labelType: 'rating', rating: 2 },
		];
		const { items, error } = await bring('annotation', labels, { additionalFields: { groundTruth: true, leadTime: 4.5 } });
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => [json.task, json.ground_truth, json.lead_time])).toEqual([[fourth, true, 4.5], [third, true, 4.5], [third, true, 4.5]]);
		expect(items[1]?.json.id).toBe(items[2]?.json.id);
		const read = await rows();
		expect(read.map(({ task_id: task, annotation_id: annotation, from_name: name, label, value, lead_time: lead, ground_truth: truth }) => [task, annotation, name, label, value, lead, truth])).toEqual([
			[third, items[1]?.json.id, 'who', 'Person', 'Ada', 4.5, true],
			[third, items[1]?.json.id, 'stars', null, '2', 4.5, true],
			[fourth, items[0]?.json.id, 'mood', 'Bad', null, 4.5, true],
		]);
		expect(read[0]?.annotator).toMatch(/@/);
	}, 60_000);

	it('rows of a config with many tags, of conditions, per label and per task', async () => {
		const [first] = tasks;
		const region = (own: string, type: string, value: object, more: object = {}) => ({ id: `${own}-1`, from_name: own, to_name: 'text', type, value, ...more });
		const result = [
			region('mood', 'choices', { choices: ['Good'] }),
			region('topics', 'choices', { choices: ['Price', 'Taste'] }),
			region('roofs', 'polygonlabels', { points: [[1, 2], [3, 4], [5, 2]], closed: true, polygonlabels: ['Roof'] }, { to_name: 'photo', original_width: 640, original_height: 480, image_rotation: 0 }),
			region('sky', 'brushlabels', { format: 'rle', rle: [0, 0, 4, 176], brushlabels: ['Sky'] }, { to_name: 'photo' }),
			region('day', 'datetime', { datetime: '2026-01-31' }),
			region('kind', 'taxonomy', { taxonomy: [['Animal', 'Dog']] }),
			region('better', 'pairwise', { selected: 'left' }),
			region('order', 'ranker', { ranker: ['b', 'a'] }, { to_name: 'list' }),
			{ type: 'relation', from_id: 'mood-1', to_id: 'day-1', direction: 'right', labels: ['lives in'] },
		];
		const { id: annotation } = await one({ resource: 'annotation', operation: 'create', specifyBody: 'fields', task: id(first), result: JSON.stringify(result), additionalFields: { leadTime: 1 } });
		await one({ resource: 'annotation', operation: 'create', specifyBody: 'fields', task: id(first), result: '[]', additionalFields: { wasCancelled: true } });
		const ofFirst = { mustMatch: 'and', conditions: { condition: [{ column: 'id', operator: 'equal', value: String(first) }] } };
		const all = await rows({ ...ofFirst, rowPer: 'label' });
		expect(all.map(({ annotation_id: made, type, label, value, points, json }) => [made, type, label, value, points, json])).toEqual([
			[annotation, 'choices', 'Good', null, null, null],
			[annotation, 'choices', 'Price', null, null, null],
			[annotation, 'choices', 'Taste', null, null, null],
			[annotation, 'polygonlabels', 'Roof', null, '[[1,2],[3,4],[5,2]]', null],
			[annotation, 'brushlabels', 'Sky', null, null, '{"format":"rle","rle":[0,0,4,176],"brushlabels":["Sky"]}'],
			[annotation, 'datetime', null, '2026-01-31', null, null],
			[annotation, 'taxonomy', 'Animal / Dog', null, null, null],
			[annotation, 'pairwise', null, 'left', null, null],
			[annotation, 'ranker', null, 'b, a', null, null],
			[annotation, 'relation', 'lives in', null, null, null],
		]);
		const [perTask] = await rows({ ...ofFirst, rowPer: 'task', skipCancelled: false });
		expect(perTask).toMatchObject({ task_id: first, annotations: 2, was_cancelled: true, 'result.mood': 'Good', 'result.topics': 'Price, Taste', 'result.kind': 'Animal / Dog', 'result.stars': null });
		expect(await rows({ rowPer: 'task' })).toHaveLength(4);
		expect(await rows({ returnAll: false, limit: 3 })).toHaveLength(3);
		expect(await rows({ conditions: { condition: [{ column: 'data.text', operator: 'contains', value: '100%' }] } })).toEqual([]);
	}, 60_000);
});
