import type { IDataObject } from 'n8n-workflow';
import type { Controls } from './control-tags';

/**
 * Tasks and what was said about them as flat rows: every row has the same columns, and every cell is a text, a number,
 * true, false or null. Shapes of results as in Label Studio 1.23.2.
 */

/** What a row stands for. */
export type RowUnit = 'task' | 'region' | 'label';

/** Which of a task's results become rows. */
export type RowSource = 'annotations' | 'predictions';

/** One result of an annotation or a prediction: a region, an answer or a relation. */
export interface Result {
	id?: string;
	type?: string;
	from_name?: string;
	to_name?: string;
	value?: Readonly<Record<string, unknown>>;
	[key: string]: unknown;
}

/** An annotation or a prediction as `/api/tasks/` lists it. */
interface Opinion {
	id: number;
	result?: Result[];
	created_at?: string;
	updated_at?: string;
	/** Of annotations. */
	completed_by?: number | { id: number; email?: string } | null;
	created_username?: string;
	lead_time?: number | null;
	was_cancelled?: boolean;
	ground_truth?: boolean;
	/** Of predictions. */
	model_version?: string | null;
	score?: number | null;
}

/** A task as `/api/tasks/` lists it. */
export interface ListedTask {
	id: number;
	data?: Readonly<Record<string, unknown>>;
	annotations?: Opinion[];
	predictions?: Opinion[];
}

type Cell = string | number | boolean | null;
type Cells = Record<string, Cell>;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Anything as one cell; what is no single value becomes JSON. */
const cell = (value: unknown): Cell => {
	if (value === undefined || value === null) return null;
	return typeof value === 'object' ? JSON.stringify(value) : (value as Cell);
};

const opinionColumns: Readonly<Record<RowSource, readonly string[]>> = {
	annotations: ['annotation_id', 'annotator', 'annotator_id', 'created_at', 'updated_at', 'lead_time', 'was_cancelled', 'ground_truth'],
	predictions: ['prediction_id', 'model_version', 'prediction_score', 'created_at', 'updated_at'],
};

const regionColumns = [
	'region_id',
	'parent_id',
	'from_name',
	'to_name',
	'type',
	'label',
	'value',
	'score',
	'x',
	'y',
	'width',
	'height',
	'rotation',
	'radius_x',
	'radius_y',
	'points',
	'start',
	'end',
	'start_offset',
	'end_offset',
	'channel',
	'original_width',
	'original_height',
	'item_index',
	'from_id',
	'to_id',
	'direction',
	'note',
	'json',
] as const;

const taskColumns: Readonly<Record<RowSource, readonly string[]>> = {
	annotations: ['annotations', 'annotators', 'created_at', 'updated_at', 'lead_time', 'was_cancelled', 'ground_truth'],
	predictions: ['predictions', 'model_versions', 'prediction_score', 'created_at', 'updated_at'],
};

/** Numbers in texts as numbers, so that a column has one type. */
const position = (value: unknown): Cell => (typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : cell(value));

/** A path of a taxonomy, or a plain choice. */
const pathText = (path: unknown): string => (Array.isArray(path) ? path.join(' / ') : String(path));

const rankText = (ranks: unknown): string => {
	const list = (entries: unknown): string => (Array.isArray(entries) ? entries.map(String).join(', ') : String(entries));
	if (!isRecord(ranks)) return list(ranks);
	const buckets = Object.entries(ranks);
	return buckets.length === 1 ? list(buckets[0]?.[1]) : buckets.map(([bucket, entries]) => `${bucket}: ${list(entries)}`).join('; ');
};

/** Reads one key of a value into cells; tells whether the cells say all that it says. */
type ReadKey = (value: unknown, cells: Cells) => boolean;

const into =
	(column: string, read: (value: unknown) => Cell = cell): ReadKey =>
	(value, cells) => {
		cells[column] = read(value);
		return true;
	};

const text = (value: unknown): Cell => (Array.isArray(value) ? value.map(String).join('\n') : value === null || value === undefined ? null : String(cell(value)));

/** An XPath of a hypertext is no position in a text; its `globalOffsets` are. */
const bound =
	(column: string): ReadKey =>
	(value, cells) => {
		if (typeof value === 'string' && value.startsWith('/')) return false;
		cells[column] ??= position(value);
		return true;
	};

const valueKeys: Readonly<Record<string, ReadKey>> = {
	text: into('value', text),
	ocrtext: into('value', text),
	rating: into('value', text),
	number: into('value', text),
	datetime: into('value', text),
	selected: into('value', text),
	ranker: (value, cells) => {
		cells.value = rankText(value);
		return !isRecord(value) || Object.keys(value).length === 1;
	},
	x: into('x'),
	y: into('y'),
	width: into('width'),
	height: into('height'),
	rotation: into('rotation'),
	radiusX: into('radius_x'),
	radiusY: into('radius_y'),
	points: into('points'),
	vertices: into('points'),
	closed: (value) => value === true,
	start: bound('start'),
	end: bound('end'),
	startOffset: into('start_offset'),
	endOffset: into('end_offset'),
	globalOffsets: (value, cells) => {
		const { start, end } = (value ?? {}) as { start?: unknown; end?: unknown };
		cells.start = cell(start);
		cells.end = cell(end);
		return true;
	},
	instant: () => true,
	channel: into('channel'),
	ranges: (value, cells) => {
		const ranges = (Array.isArray(value) ? value : []) as Array<{ start?: unknown; end?: unknown }>;
		cells.start = cell(ranges[0]?.start);
		cells.end = cell(ranges.at(-1)?.end);
		return ranges.length === 1;
	},
	sequence: (value, cells) => {
		const frames = (Array.isArray(value) ? value : []) as Array<{ frame?: unknown }>;
		cells.start = cell(frames[0]?.frame);
		cells.end = cell(frames.at(-1)?.frame);
		return false;
	},
};

const isLabels = (key: string, value: unknown): value is unknown[] => Array.isArray(value) && (key === 'choices' || key === 'taxonomy' || key.endsWith('labels'));

/** The labels or choices of a result, as texts; undefined for results that have none by their kind. A relation has them on top. */
const labelsOf = ({ value, labels }: Result): string[] | undefined => {
	const lists = [...Object.entries(isRecord(value) ? value : {}), ['labels', labels] as const].flatMap(([key, list]) => (isLabels(key, list) ? [list] : []));
	return lists.length > 0 ? lists.flat().map(pathText) : undefined;
};

const noteOf = (meta: unknown): Cell => (isRecord(meta) ? text(meta.text) : null);

/** The columns of one result. Whatever they cannot hold is in `json`, with all of the value. */
const regionCells = (result: Result): Cells => {
	const { type, value } = result;
	const labels = labelsOf(result);
	const cells: Cells = {
		region_id: cell(result.id),
		parent_id: cell(result.parentID ?? result.parent_id),
		from_name: cell(result.from_name),
		to_name: cell(result.to_name),
		type: cell(type),
		label: labels ? labels.join(', ') : null,
		score: cell(result.score),
		original_width: cell(result.original_width),
		original_height: cell(result.original_height),
		item_index: cell(result.item_index),
		from_id: cell(result.from_id),
		to_id: cell(result.to_id),
		direction: cell(result.direction),
		note: noteOf(result.meta),
	};
	if (isRecord(value)) {
		const rest = Object.entries(value).filter(([key, one]) => !isLabels(key, one) && !valueKeys[key]?.(one, cells));
		if (rest.length > 0) cells.json = JSON.stringify(value);
	} else if (type !== 'relation') {
		cells.json = JSON.stringify(result);
	}
	return cells;
};

/** What a result says, in one text. */
const summary = (cells: Cells): string => {
	const said = [cells.label, cells.value].filter((one) => one !== null && one !== undefined && one !== '');
	return said.length > 0 ? said.join(': ') : String(cells.points ?? cells.json ?? cells.type ?? '');
};

/** Name, email and id of who made an annotation are in one text: `Ada Lovelace ada@example.com, 7`. Seen in 1.23.2. */
const emailOf = ({ completed_by: by, created_username: name }: Opinion): Cell => (isRecord(by) ? cell(by.email) : cell(/(\S+@\S+), \d+$/.exec(name ?? '')?.[1]));

const opinionCells = (opinion: Opinion, source: RowSource): Cells => {
	const { id, completed_by: by, created_at, updated_at, lead_time, was_cancelled, ground_truth, model_version, score } = opinion;
	const times = { created_at: cell(created_at), updated_at: cell(updated_at) };
	if (source === 'predictions') return { prediction_id: id, model_version: cell(model_version), prediction_score: cell(score), ...times };
	return {
		annotation_id: id,
		annotator: emailOf(opinion),
		annotator_id: cell(isRecord(by) ? by.id : by),
		...times,
		lead_time: cell(lead_time),
		was_cancelled: was_cancelled === true,
		ground_truth: ground_truth === true,
	};
};

const dataCells = (data: ListedTask['data']): Cells => Object.fromEntries(Object.entries(data ?? {}).map(([key, value]) => [`data.${key}`, cell(value)]));

const numbers = (values: unknown[]): number[] => values.filter((value): value is number => typeof value === 'number');
const sum = (values: number[]): number | null => (values.length > 0 ? values.reduce((total, value) => total + value, 0) : null);
const mean = (values: number[]): number | null => (values.length > 0 ? (sum(values) as number) / values.length : null);
const distinct = (values: unknown[]): string | null => [...new Set(values.filter((value) => value !== null && value !== undefined && value !== ''))].join(', ') || null;

/** One row for the task: several annotations stand side by side in each column, parted by ` | `. */
const taskRow = (opinions: readonly Opinion[], source: RowSource): Cells => {
	const times = { created_at: cell(opinions[0]?.created_at), updated_at: cell(opinions.map(({ updated_at: at }) => at ?? '').sort().at(-1) || null) };
	const cells: Cells =
		source === 'predictions'
			? { predictions: opinions.length, model_versions: distinct(opinions.map(({ model_version: version }) => version)), prediction_score: mean(numbers(opinions.map(({ score }) => score))), ...times }
			: {
					annotations: opinions.length,
					annotators: distinct(opinions.map(emailOf)),
					...times,
					lead_time: sum(numbers(opinions.map(({ lead_time: seconds }) => seconds))),
					was_cancelled: opinions.some(({ was_cancelled: skipped }) => skipped === true),
					ground_truth: opinions.some(({ ground_truth: isTruth }) => isTruth === true),
				};
	const said = new Map<string, string[]>();
	for (const { result } of opinions) {
		const own = new Map<string, string[]>();
		for (const one of result ?? []) {
			if (one.from_name === undefined) continue;
			own.set(one.from_name, [...(own.get(one.from_name) ?? []), summary(regionCells(one))]);
		}
		for (const [name, texts] of own) said.set(name, [...(said.get(name) ?? []), texts.join(', ')]);
	}
	for (const [name, texts] of said) cells[`result.${name}`] = texts.join(' | ');
	return cells;
};

/** The rows of a result: one, or one for each of its labels. */
const resultRows = (result: Result, unit: RowUnit): Cells[] => {
	const cells = regionCells(result);
	const labels = unit === 'label' ? labelsOf(result) : undefined;
	return labels && labels.length > 1 ? labels.map((label) => ({ ...cells, label })) : [cells];
};

/** What the rows are made of. */
export interface RowOptions {
	unit: RowUnit;
	source: RowSource;
	/** Leaves out annotations that only say that the task was skipped. */
	skipCancelled: boolean;
}

/** The rows of one task. A task without results has none, unless each task is a row. */
export const taskRows = (task: ListedTask, { unit, source, skipCancelled }: RowOptions): Cells[] => {
	const head: Cells = { task_id: task.id, ...dataCells(task.data) };
	const opinions = (task[source] ?? []).filter(({ was_cancelled: skipped }) => !(skipCancelled && skipped === true));
	if (unit === 'task') return [{ ...head, ...taskRow(opinions, source) }];
	return opinions.flatMap((opinion) => {
		const own = { ...head, ...opinionCells(opinion, source) };
		return (opinion.result ?? []).flatMap((result) => resultRows(result, unit)).map((cells) => ({ ...own, ...cells }));
	});
};

/**
 * Gives all rows the same columns in the same order, in place: task, data, annotation or prediction, result. What a row
 * lacks is null.
 *
 * @param controls their columns are there, whether somebody has used them or not
 */
export const alignRows = (rows: Cells[], { unit, source }: RowOptions, controls: Controls): IDataObject[] => {
	const data = new Set<string>();
	const results = new Set(unit === 'task' ? [...controls.keys()].map((name) => `result.${name}`) : []);
	for (const row of rows) {
		for (const column of Object.keys(row)) {
			if (column.startsWith('data.')) data.add(column);
			else if (column.startsWith('result.')) results.add(column);
		}
	}
	const columns = ['task_id', ...data, ...(unit === 'task' ? [...taskColumns[source], ...results] : [...opinionColumns[source], ...regionColumns])];
	rows.forEach((row, index) => {
		const aligned: Cells = {};
		for (const column of columns) aligned[column] = row[column] ?? null;
		rows[index] = aligned;
	});
	return rows;
};
