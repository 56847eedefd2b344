import { readControls } from '../../nodes/LabelStudio/composite/control-tags';
import { alignRows, taskRows, type ListedTask, type Result, type RowOptions } from '../../nodes/LabelStudio/composite/flat-rows';

const controls = readControls({ parsed_label_config: { mood: { type: 'Choices', to_name: ['text'] }, stars: { type: 'Rating', to_name: ['text'] } } });

const rows = (tasks: ListedTask[], options: Partial<RowOptions> = {}) => {
	const all: RowOptions = { unit: 'region', source: 'annotations', skipCancelled: true, ...options };
	return alignRows(tasks.flatMap((task) => taskRows(task, all)), all, controls);
};

const withResult = (...result: Result[]): ListedTask => ({ id: 7, data: { text: 'Ada in Paris' }, annotations: [{ id: 3, result }] });

/** The cells that a result fills, besides names and type. */
const cells = (result: Result): object => {
	const [row = {}] = rows([withResult({ id: 'r', from_name: 'a', to_name: 'b', ...result })]);
	const given = new Set(['task_id', 'data.text', 'annotation_id', 'was_cancelled', 'ground_truth', 'region_id', 'from_name', 'to_name', 'type']);
	return Object.fromEntries(Object.entries(row).filter(([column, value]) => value !== null && !given.has(column)));
};

const image = { original_width: 600, original_height: 400, image_rotation: 0 };
const rle = [0, 0, 4, 176, 38, 0];
const xpath = { start: '/div[1]/p[2]/text()[1]', end: '/div[1]/p[2]/text()[1]', startOffset: 4, endOffset: 9, globalOffsets: { start: 24, end: 29 } };
const track = { framesCount: 120, duration: 4.8, sequence: [{ frame: 3, enabled: true, rotation: 0, x: 1, y: 2, width: 3, height: 4, time: 0.12 }, { frame: 60, enabled: false, rotation: 0, x: 5, y: 2, width: 3, height: 4, time: 2.4 }], labels: ['Car'] };
const json = (value: unknown): string => JSON.stringify(value);

describe('flat rows of the control tags', () => {
	it.each<[string, Result, object]>([
		['choices', { type: 'choices', value: { choices: ['Good', 'Fast'] } }, { label: 'Good, Fast' }],
		['labels on a text', { type: 'labels', value: { start: 0, end: 3, text: 'Ada', labels: ['Person'] }, score: 0.9 }, { label: 'Person', value: 'Ada', start: 0, end: 3, score: 0.9 }],
		['labels on an audio', { type: 'labels', original_length: 30.5, value: { start: 1.25, end: 3.5, channel: 0, labels: ['Speech'] } }, { label: 'Speech', start: 1.25, end: 3.5, channel: 0 }],
		['a rectangle', { type: 'rectangle', ...image, value: { x: 1.5, y: 2, width: 30, height: 40, rotation: 0 } }, { x: 1.5, y: 2, width: 30, height: 40, rotation: 0, original_width: 600, original_height: 400 }],
		['a labeled rectangle', { type: 'rectanglelabels', value: { x: 1, y: 2, width: 3, height: 4, rotation: 90, rectanglelabels: ['Car', 'Taxi'] }, item_index: 2 }, { label: 'Car, Taxi', x: 1, y: 2, width: 3, height: 4, rotation: 90, item_index: 2 }],
		['a polygon', { type: 'polygonlabels', value: { points: [[1, 2], [3, 4], [5, 2]], closed: true, polygonlabels: ['Roof'] } }, { label: 'Roof', points: '[[1,2],[3,4],[5,2]]' }],
		['an open polygon', { type: 'polygon', value: { points: [[1, 2], [3, 4]], closed: false } }, { points: '[[1,2],[3,4]]', json: json({ points: [[1, 2], [3, 4]], closed: false }) }],
		['a key point', { type: 'keypointlabels', value: { x: 10, y: 20, width: 0.5, keypointlabels: ['Nose'] } }, { label: 'Nose', x: 10, y: 20, width: 0.5 }],
		['an ellipse', { type: 'ellipselabels', value: { x: 50, y: 40, radiusX: 5, radiusY: 6, rotation: 0, ellipselabels: ['Cell'] } }, { label: 'Cell', x: 50, y: 40, radius_x: 5, radius_y: 6, rotation: 0 }],
		['a brush stroke, whole', { type: 'brushlabels', value: { format: 'rle', rle, brushlabels: ['Sky'] } }, { label: 'Sky', json: json({ format: 'rle', rle, brushlabels: ['Sky'] }) }],
		['a bitmask, whole', { type: 'bitmasklabels', value: { imageDataURL: 'data:image/png;base64,AA', bitmasklabels: ['Sky'] } }, { label: 'Sky', json: json({ imageDataURL: 'data:image/png;base64,AA', bitmasklabels: ['Sky'] }) }],
		['a vector', { type: 'vectorlabels', value: { vertices: [{ x: 1, y: 2 }], closed: true, vectorlabels: ['Lane'] } }, { label: 'Lane', points: '[{"x":1,"y":2}]' }],
		['a text area', { type: 'textarea', value: { text: ['one', 'two'] }, meta: { text: ['see page 3'] } }, { value: 'one\ntwo', note: 'see page 3' }],
		['a text area of a region', { type: 'textarea', value: { x: 1, y: 2, width: 3, height: 4, rotation: 0, text: ['STOP'] } }, { value: 'STOP', x: 1, y: 2, width: 3, height: 4, rotation: 0 }],
		['a rating', { type: 'rating', value: { rating: 4 } }, { value: '4' }],
		['a number', { type: 'number', value: { number: 0 } }, { value: '0' }],
		['a date', { type: 'datetime', value: { datetime: '2026-01-31T09:30' } }, { value: '2026-01-31T09:30' }],
		['a taxonomy', { type: 'taxonomy', value: { taxonomy: [['Animal', 'Dog'], ['Plant']] } }, { label: 'Animal / Dog, Plant' }],
		['a pairwise choice', { type: 'pairwise', value: { selected: 'left' } }, { value: 'left' }],
		['an order', { type: 'ranker', value: { ranker: ['b', 'a'] } }, { value: 'b, a' }],
		['an order in one bucket', { type: 'ranker', value: { ranker: { rank: ['b', 'a'] } } }, { value: 'b, a' }],
		['an order in buckets', { type: 'ranker', value: { ranker: { good: ['b', 'c'], bad: ['a'] } } }, { value: 'good: b, c; bad: a', json: json({ ranker: { good: ['b', 'c'], bad: ['a'] } }) }],
		['a part of a video', { type: 'timelinelabels', value: { ranges: [{ start: 10, end: 40 }], timelinelabels: ['Goal'] } }, { label: 'Goal', start: 10, end: 40 }],
		['parts of a video', { type: 'timelinelabels', value: { ranges: [{ start: 1, end: 4 }, { start: 8, end: 9 }], timelinelabels: ['Goal'] } }, { label: 'Goal', start: 1, end: 9, json: json({ ranges: [{ start: 1, end: 4 }, { start: 8, end: 9 }], timelinelabels: ['Goal'] }) }],
		['a track in a video', { type: 'videorectangle', value: track }, { label: 'Car', start: 3, end: 60, json: json(track) }],
		['a time series', { type: 'timeserieslabels', value: { start: 1592250751951, end: 1592250768134, instant: false, timeserieslabels: ['Run'] } }, { label: 'Run', start: 1592250751951, end: 1592250768134 }],
		['a time series with dates', { type: 'timeserieslabels', value: { start: '2026-01-31 09:30', end: '2026-01-31 09:31', instant: false, timeserieslabels: ['Run'] } }, { label: 'Run', start: '2026-01-31 09:30', end: '2026-01-31 09:31' }],
		['a paragraph', { type: 'paragraphlabels', value: { start: '2', end: '3', startOffset: 1, endOffset: 5, text: 'over', paragraphlabels: ['Question'] } }, { label: 'Question', value: 'over', start: 2, end: 3, start_offset: 1, end_offset: 5 }],
		['a hypertext', { type: 'hypertextlabels', value: { ...xpath, text: 'Paris', hypertextlabels: ['Place'] } }, { label: 'Place', value: 'Paris', start: 24, end: 29, start_offset: 4, end_offset: 9, json: json({ ...xpath, text: 'Paris', hypertextlabels: ['Place'] }) }],
		['an OCR region', { type: 'ocrlabels', value: { x: 1, y: 2, width: 3, height: 4, ocrtext: 'STOP', ocrlabels: ['Sign'] } }, { label: 'Sign', value: 'STOP', x: 1, y: 2, width: 3, height: 4 }],
		['a chat message, whole', { type: 'chatmessage', value: { chatmessage: { role: 'user', content: 'Hi' } } }, { json: json({ chatmessage: { role: 'user', content: 'Hi' } }) }],
		['what is not known, whole', { type: 'hologram', value: { x: 1, waves: [1, 2] } }, { x: 1, json: json({ x: 1, waves: [1, 2] }) }],
		['a value that is no object, whole', { type: 'odd', value: 'x' as never }, { json: json({ id: 'r', from_name: 'a', to_name: 'b', type: 'odd', value: 'x' }) }],
	])('%s', (_name, result, expected) => {
		expect(cells(result)).toEqual(expected);
	});

	it('a relation', () => {
		const [row] = rows([withResult({ type: 'relation', from_id: 'r1', to_id: 'r2', direction: 'right', labels: ['works at'] })]);
		expect(row).toMatchObject({ type: 'relation', from_id: 'r1', to_id: 'r2', direction: 'right', label: 'works at', json: null });
	});
});

describe('flat rows', () => {
	const annotation = { id: 3, created_username: 'Ada Lovelace ada@example.com, 12', completed_by: 12, created_at: '2026-01-01T00:00:00Z', updated_at: '2026-01-02T00:00:00Z', lead_time: 3.5, was_cancelled: false, ground_truth: true };
	const good: Result = { id: 'c', type: 'choices', from_name: 'mood', to_name: 'text', value: { choices: ['Good', 'Fast'] } };
	const span: Result = { id: 's', type: 'labels', from_name: 'who', to_name: 'text', value: { start: 0, end: 3, text: 'Ada', labels: ['Person'] } };
	const skipped = { ...annotation, id: 4, was_cancelled: true, completed_by: { id: 13, email: 'bob@example.com' }, ground_truth: false, result: [good] };
	const task: ListedTask = { id: 7, data: { text: 'Ada', nested: { a: [1] } }, annotations: [{ ...annotation, result: [good, span] }, skipped] };
	const plain: ListedTask = { id: 8, data: { text: 'x', extra: true }, annotations: [] };

	it('name task, data, annotation and annotator, and leave out what was skipped', () => {
		const all = rows([task, plain]);
		expect(all.map(({ task_id: id, region_id: region }) => [id, region])).toEqual([[7, 'c'], [7, 's']]);
		expect(all[0]).toMatchObject({
			'data.text': 'Ada', 'data.nested': '{"a":[1]}', annotation_id: 3, annotator: 'ada@example.com', annotator_id: 12, created_at: '2026-01-01T00:00:00Z',
			updated_at: '2026-01-02T00:00:00Z', lead_time: 3.5, was_cancelled: false, ground_truth: true, from_name: 'mood', to_name: 'text', type: 'choices', label: 'Good, Fast',
		});
		expect(rows([task], { skipCancelled: false }).at(-1)).toMatchObject({ annotation_id: 4, annotator: 'bob@example.com', annotator_id: 13, was_cancelled: true });
	});

	it('are one for each label on demand', () => {
		expect(rows([task], { unit: 'label' }).map(({ region_id: id, label }) => [id, label])).toEqual([['c', 'Good'], ['c', 'Fast'], ['s', 'Person']]);
	});

	it('are one for each task on demand, with a column for each control tag', () => {
		const all = rows([task, plain], { unit: 'task', skipCancelled: false });
		expect(all).toEqual([
			{
				task_id: 7, 'data.text': 'Ada', 'data.nested': '{"a":[1]}', 'data.extra': null, annotations: 2, annotators: 'ada@example.com, bob@example.com', created_at: '2026-01-01T00:00:00Z',
				updated_at: '2026-01-02T00:00:00Z', lead_time: 7, was_cancelled: true, ground_truth: true, 'result.mood': 'Good, Fast | Good, Fast', 'result.stars': null, 'result.who': 'Person: Ada',
			},
			{
				task_id: 8, 'data.text': 'x', 'data.nested': null, 'data.extra': true, annotations: 0, annotators: null, created_at: null, updated_at: null, lead_time: null, was_cancelled: false,
				ground_truth: false, 'result.mood': null, 'result.stars': null, 'result.who': null,
			},
		]);
	});

	it('list predictions with model version and score', () => {
		const predicted: ListedTask = { id: 9, data: {}, predictions: [{ id: 5, model_version: 'v1', score: 0.5, result: [good] }, { id: 6, model_version: 'v2', score: 1, result: [] }] };
		expect(rows([predicted], { source: 'predictions' })).toHaveLength(1);
		expect(rows([predicted], { source: 'predictions' })[0]).toMatchObject({ prediction_id: 5, model_version: 'v1', prediction_score: 0.5, label: 'Good, Fast' });
		expect(rows([predicted], { source: 'predictions', unit: 'task' })[0]).toMatchObject({ predictions: 2, model_versions: 'v1, v2', prediction_score: 0.75 });
	});

	it.each(['task', 'region', 'label'] as const)('have the same columns in the same order, and plain cells, per %s', (unit) => {
		const everything = rows([plain, task, withResult(good, span)], { unit, skipCancelled: false });
		expect(new Set(everything.map((row) => Object.keys(row).join())).size).toBe(1);
		expect(everything.flatMap((row) => Object.values(row)).every((value) => value === null || ['string', 'number', 'boolean'].includes(typeof value))).toBe(true);
	});
});
