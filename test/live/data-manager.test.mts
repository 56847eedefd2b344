import { columnTypes, operators, type ColumnType } from '../../nodes/LabelStudio/pickers/columns.ts';
import { loadOptions } from '../support/engine.mts';
import { createProject, deleteProjects, failure, id, importRows, liveServer, many, negative, one, positive, title } from '../support/live.mts';

/** What is known of the tasks, by the letters that the cases call them. */
interface Known {
	ids: Record<string, number>;
	/** Each task as Everything shows it. */
	tasks: Record<string, Record<string, unknown>>;
	/** The owner of the token. */
	me: number;
	other: number;
}

type Value = string | ((known: Known) => string);

interface Case {
	column: string;
	operator: string;
	value?: Value;
	valueTo?: Value;
	/** The letters of the tasks that fit, in order. */
	fit: string;
}

const time = (letter: string, column: string) => (known: Known) => String(known.tasks[letter]?.[column]);
const number = (letter: string) => (known: Known) => String(known.ids[letter]);
const me = (known: Known) => String(known.me);
const other = (known: Known) => String(known.other);
const annotations = (...letters: string[]) => (known: Known) =>
	letters.map((letter) => (known.tasks[letter]?.annotations as Array<{ id: number }>)[0]?.id).join(', ');
const upload = (known: Known) => String(known.tasks.F?.file_upload);

const rows = (column: string, cases: Array<[operator: string, fit: string, value?: Value, valueTo?: Value]>): Case[] =>
	cases.map(([operator, fit, value, valueTo]) => ({ column, operator, fit, value, valueTo }));

/** A column with a value in each task, where the others are compared with that of B, or with those of B and D. */
const dates = (column: string): Case[] =>
	rows(column, [
		['equal', 'B', time('B', column)],
		['not_equal', 'ACDEF', time('B', column)],
		['greater', 'CDEF', time('B', column)],
		['greater_or_equal', 'BCDEF', time('B', column)],
		['less', 'A', time('B', column)],
		['less_or_equal', 'AB', time('B', column)],
		['in', 'BCD', time('B', column), time('D', column)],
		['not_in', 'AEF', time('B', column), time('D', column)],
		['empty', ''],
		['not_empty', 'ABCDEF'],
	]);

const cases: Case[] = [
	...rows('id', [
		['equal', 'B', number('B')],
		['not_equal', 'ACDEF', number('B')],
		['greater', 'EF', number('D')],
		['greater_or_equal', 'DEF', number('D')],
		['less', 'A', number('B')],
		['less_or_equal', 'AB', number('B')],
		['in', 'BCD', number('B'), number('D')],
		['not_in', 'AEF', number('B'), number('D')],
		['in_list', 'BD', (known) => `${known.ids.D}, ${known.ids.B}`],
		['not_in_list', 'ACEF', (known) => `${known.ids.D}, ${known.ids.B}`],
		['empty', ''],
		['not_empty', 'ABCDEF'],
	]),
	...rows('inner_id', [
		['in_list', 'AC', '1, 3'],
		['greater', 'EF', '4'],
	]),
	...rows('total_annotations', [
		['equal', 'A', '2'],
		['not_equal', 'BCDEF', '2'],
		['greater', 'AB', '0'],
		['less_or_equal', 'BCDEF', '1'],
		['in', 'AB', '1', '2'],
		['not_in', 'CDEF', '1', '2'],
		['in_list', 'ACDEF', '0, 2'],
		['not_in_list', 'B', '0, 2'],
		['empty', 'CDEF'],
		['not_empty', 'AB'],
	]),
	...rows('cancelled_annotations', [
		['equal', 'C', '1'],
		['empty', 'ABDEF'],
	]),
	...rows('total_predictions', [
		['greater', 'ABE', '0'],
		['empty', 'CDF'],
	]),
	...rows('unresolved_comment_count', [['equal', 'ABCDEF', '0']]),
	...rows('predictions_score', [
		['greater', 'A', '0.6'],
		['less', 'E', '0.6'],
		['equal', 'E', '0.5'],
		['not_equal', 'A', '0.5'],
		['empty', 'BCDF'],
	]),
	...rows('avg_lead_time', [
		['equal', 'A', '15'],
		['not_equal', 'BC', '15'],
		['greater', 'AB', '10'],
		['greater_or_equal', 'AB', '15'],
		['less', 'C', '10'],
		['less_or_equal', 'C', '5'],
		['in', 'AC', '5', '15'],
		['not_in', 'B', '5', '15'],
		['empty', 'DEF'],
		['not_empty', 'ABC'],
	]),
	...dates('created_at'),
	...rows('updated_at', [
		['equal', 'D', time('D', 'updated_at')],
		['greater', '', time('D', 'updated_at')],
		['less', 'ABCEF', time('D', 'updated_at')],
	]),
	...rows('completed_at', [
		['equal', 'B', time('B', 'completed_at')],
		['not_equal', 'AC', time('B', 'completed_at')],
		['greater', 'C', time('B', 'completed_at')],
		['less_or_equal', 'AB', time('B', 'completed_at')],
		['in', 'AB', time('A', 'completed_at'), time('B', 'completed_at')],
		['not_in', 'C', time('A', 'completed_at'), time('B', 'completed_at')],
		['empty', 'DEF'],
		['not_empty', 'ABC'],
	]),
	...rows('draft_exists', [
		['equal', 'D', 'true'],
		['equal', 'ABCEF', 'false'],
		['not_equal', 'ABCEF', 'true'],
	]),
	...rows('annotators', [
		['contains', 'AC', me],
		['contains', 'B', other],
		['not_contains', 'BDEF', me],
		['empty', 'DEF'],
		['not_empty', 'ABC'],
	]),
	...rows('updated_by', [
		['contains', 'D', me],
		['not_contains', 'ABCEF', me],
		['empty', 'ABCEF'],
		['not_empty', 'D'],
	]),
	...rows('predictions_model_versions', [
		['contains', 'AE', 'v1'],
		['not_contains', 'BCDF', 'v1'],
		['empty', 'CDF'],
		['not_empty', 'ABE'],
	]),
	...rows('annotations_ids', [
		['contains', 'AB', annotations('A', 'B')],
		['not_contains', 'BCDEF', annotations('A')],
		['empty', 'DEF'],
		['not_empty', 'ABC'],
	]),
	...rows('annotations_results', [
		['contains', 'A', 'Positive'],
		['not_contains', 'BCDEF', 'Positive'],
		['regex', 'AB', 'Neg.tive'],
		// The annotation of C was skipped.
		['empty', 'CDEF'],
		['not_empty', 'AB'],
	]),
	...rows('predictions_results', [
		['contains', 'B', 'Negative'],
		['not_contains', 'ACDEF', 'Negative'],
		['regex', 'AE', 'Pos'],
	]),
	// Tasks without a file have no value, and so do not fit what is said with a Not either.
	...rows('file_upload', [
		['contains', 'F', 'notes'],
		['contains', 'F', upload],
		['not_contains', '', 'notes'],
		['not_contains', 'F', 'photo'],
		['regex', 'F', 'notes.*csv$'],
		['empty', 'ABCDE'],
		['not_empty', 'F'],
	]),
	...rows('storage_filename', [
		['contains', '', 'photo'],
		['not_contains', 'ABCDEF', 'photo'],
		['regex', '', 'photo'],
	]),
	...rows('data.text', [
		['equal', 'A', 'Lovely kettle'],
		['not_equal', 'ACDEF', 'Broken lid'],
		['contains', 'AC', 'lovely'],
		['contains', 'D', '(a) 100%'],
		['not_contains', 'BDEF', 'lovely'],
		['regex', 'BE', '^[KB]'],
		['in_list', 'BE', 'Broken lid, Kettle again'],
		['not_in_list', 'ACDF', 'Broken lid, Kettle again'],
		['empty', ''],
		['not_empty', 'ABCDEF'],
	]),
	...rows('data.lang', [
		['equal', 'A', 'en'],
		['contains', 'AB', 'e'],
		// It is an empty text in C, null in E, and nothing at all in D and F.
		['not_contains', 'CE', 'e'],
		['empty', 'CDEF'],
		['not_empty', 'AB'],
	]),
	// The 3.5 of C is a text.
	...rows('data.stars', [
		['equal', 'A', '5'],
		['equal', 'C', '3.5'],
		['not_equal', 'BCDE', '5'],
		['in_list', 'AC', '5, 3.5'],
		['not_in_list', 'BDE', '5, 3.5'],
		['greater', 'ADE', '3.5'],
		['greater_or_equal', 'ACDE', '3.5'],
		['less', 'BC', '4'],
		['less_or_equal', 'BCE', '4'],
		['in', 'BCE', '2', '4'],
		['not_in', 'AD', '2', '4'],
		['contains', 'AC', '5'],
		['regex', 'AE', '^[45]$'],
	]),
	...rows('data.flag', [
		['equal', 'A', 'true'],
		['not_equal', 'B', 'true'],
	]),
	...rows('data.in-stock', [
		['equal', 'B', '7'],
		['greater', 'B', '6'],
	]),
];

describe("the Data Manager's form on a real Label Studio", () => {
	let project: number;
	let known: Known;
	let user: number;

	beforeAll(async () => {
		project = await createProject('Filters');
		const name = title('filters').replace(' ', '-');
		user = Number((await one({ resource: 'user', operation: 'create', specifyBody: 'fields', email: `${name}@example.com`, username: name })).id);
		const owner = Number((await one({ resource: 'currentUser', operation: 'get' })).id);
		const rowsByLetter = {
			A: {
				data: { text: 'Lovely kettle', stars: 5, lang: 'en', flag: true },
				annotations: [
					{ result: positive, lead_time: 10, completed_by: owner },
					{ result: negative, lead_time: 20, completed_by: owner },
				],
				predictions: [{ result: positive, model_version: 'v1', score: 0.9 }],
			},
			B: {
				data: { text: 'Broken lid', stars: 2, lang: 'de', flag: false, 'in-stock': 7 },
				annotations: [{ result: negative, lead_time: 30, completed_by: user }],
				predictions: [{ result: negative, model_version: 'v2', score: 0.2 }],
			},
			C: { data: { text: 'lovely pan', stars: '3.5', lang: '' }, annotations: [{ result: [], lead_time: 5, was_cancelled: true, completed_by: owner }] },
			D: { data: { text: 'Just (a) 100% cup_1', stars: 10 } },
			E: { data: { text: 'Kettle again', stars: 4, lang: null }, predictions: [{ result: positive, model_version: 'v1', score: 0.5 }] },
		};
		const ids: Record<string, number> = {};
		// One by one, so that each has a time of its own.
		for (const [letter, row] of Object.entries(rowsByLetter)) ids[letter] = (await importRows(project, [row]))[0] as number;
		const file = { json: {}, binary: { data: { data: Buffer.from('text\nFrom a file\n').toString('base64'), mimeType: 'text/csv', fileName: 'notes.csv' } } };
		ids.F = ((await one({ resource: 'task', operation: 'import', source: 'files', project: id(project) }, [file])).task_ids as number[])[0] as number;
		await one({ resource: 'project', operation: 'update', project: id(project), specifyBody: 'fields', updateFields: { modelVersion: 'v1' } });
		const draft = await one({ resource: 'annotation', operation: 'create', task: id(ids.D), specifyBody: 'fields', result: JSON.stringify(positive) });
		await one({ resource: 'annotation', operation: 'convertToDraft', annotationId: id(draft.id) });
		const all = await many({ resource: 'task', operation: 'getMany', project: id(project), filters: { fields: 'all' }, simplify: false });
		const tasks = Object.fromEntries(Object.entries(ids).map(([letter, task]) => [letter, all.find((row) => row.id === task) as Record<string, unknown>]));
		known = { ids, tasks, me: owner, other: user };
	}, 120_000);

	afterAll(async () => {
		await deleteProjects([project]);
		await one({ resource: 'user', operation: 'delete', user: id(user), confirm: true });
	});

	const letters = (found: Array<Record<string, unknown>>): string => found.map((row) => Object.keys(known.ids).find((letter) => known.ids[letter] === row.id) ?? '?').join('');
	const list = async (parameters: object): Promise<string> => letters(await many({ resource: 'task', operation: 'getMany', project: id(project), filters: { include: 'id' }, ...parameters }));
	const text = (value: Value | undefined): string => (typeof value === 'function' ? value(known) : (value ?? ''));
	const condition = ({ column, operator, value, valueTo }: Case) => ({ column, operator, value: text(value), valueTo: text(valueTo) });

	it('has a case for each operator with each type of column that Community has', () => {
		const typeOf = (column: string): ColumnType => columnTypes[column] ?? 'String';
		const tried = new Set(cases.map(({ column, operator }) => `${operator} ${typeOf(column)}`));
		const wanted = operators.flatMap(({ value, types }) => types.filter((type) => type !== 'Unknown').map((type) => `${value} ${type}`));
		expect(wanted.filter((pair) => !tried.has(pair))).toEqual([]);
	});

	it.each(cases.map((tested, index) => ({ tested, name: `${index + 1}. ${tested.column} ${tested.operator} ${typeof tested.value === 'string' ? tested.value : ''}` })))('finds exactly the tasks that fit: $name', async ({ tested }) => {
		expect(await list({ conditions: { condition: [condition(tested)] } })).toBe(tested.fit);
	});

	it('finds the same with the filters in a view', async () => {
		// One for each form that a value has on the wire.
		const kept = ['id in_list', 'id in', 'created_at greater', 'draft_exists equal', 'annotators contains', 'predictions_model_versions contains', 'annotations_ids contains', 'data.text contains', 'data.stars equal', 'data.lang empty', 'avg_lead_time greater'];
		for (const name of kept) {
			const tested = cases.find(({ column, operator }) => `${column} ${operator}` === name) as Case;
			const view = await one({ resource: 'view', operation: 'create', specifyBody: 'fields', project: id(project), viewTitle: name, conditions: { condition: [condition(tested)] } });
			expect({ name, fit: await list({ project: id(''), view: id(view.id) }) }).toEqual({ name, fit: tested.fit });
		}
	});

	it.each([
		['and', 'A'],
		['or', 'ABE'],
	])('joins conditions by %s', async (mustMatch, fit) => {
		const condition = [
			{ column: 'total_annotations', operator: 'greater', value: '0' },
			{ column: 'data.text', operator: 'contains', value: 'kettle' },
		];
		expect(await list({ conditions: { condition }, mustMatch })).toBe(fit);
	});

	it.each([
		['data.text', 'asc', 'BFDEAC'],
		['total_annotations', 'desc', /^AB/],
		['created_at', 'desc', 'FEDCBA'],
		['avg_lead_time', 'asc', /^CAB/],
	])('sorts by %s %s', async (column, direction, order) => {
		expect(await list({ sort: { rule: { column, direction } } })).toMatch(new RegExp(order));
	});

	it('knows the types of the columns that the server has', async () => {
		const columns = await many({ resource: 'view', operation: 'getColumns', project: id(project) });
		const own = columns.filter(({ id: column, parent }) => parent !== 'data' && column !== 'data');
		expect(own.length).toBeGreaterThan(15);
		// Lead times are Number up to 1.22.0 and Time in 1.23.2; all of them compare the two alike (data_manager/managers.py).
		const comparedAs = (type: unknown) => (type === 'Time' ? 'Number' : type);
		expect(Object.fromEntries(own.map((column) => [column.id, comparedAs(columnTypes[String(column.id)])]))).toEqual(Object.fromEntries(own.map((column) => [column.id, comparedAs(column.type)])));
		expect((await failure({ resource: 'view', operation: 'getColumns', project: id(99_999_999) })).httpCode).toBe('404');
	});

	it('offers the columns of the project, those of its data first', async () => {
		const { url: baseUrl, apiToken } = liveServer();
		const offered = (await loadOptions('getColumns', { parameters: { resource: 'task', operation: 'getMany', project: id(project) }, credential: { baseUrl, apiToken } })).map(({ value }) => String(value));
		expect(offered.slice(0, 2)).toEqual(['data.text', expect.stringMatching(/^data\./)]);
		expect(offered).toEqual(expect.arrayContaining(['data.stars', 'data.in-stock', ...Object.keys(columnTypes).filter((column) => cases.some((tested) => tested.column === column && column !== 'unresolved_comment_count'))]));
	});

	it('offers the model versions of the project with the number of their predictions', async () => {
		const { url: baseUrl, apiToken } = liveServer();
		const offered = await loadOptions('getModelVersions', { parameters: { resource: 'projectStatistic', operation: 'getModelAgreement', project: id(project) }, credential: { baseUrl, apiToken } });
		expect(offered.map(({ value }) => value).sort()).toEqual(['v1', 'v2']);
		expect(offered.find(({ value }) => value === 'v1')?.name).toBe('v1 (2 Predictions)');
		// The figures themselves are Enterprise's.
		const { message } = await failure({ resource: 'projectStatistic', operation: 'getModelAgreement', project: id(project), modelVersion: 'v1' });
		expect(message).toBe('This operation needs Label Studio Enterprise');
	});

	it('says what is wrong with a column that only Enterprise has', async () => {
		const { message, httpCode } = await failure({ resource: 'task', operation: 'getMany', project: id(project), conditions: { condition: [{ column: 'agreement', operator: 'greater', value: '0.5' }] } });
		expect(httpCode).toBe('500');
		expect(message).toContain("Cannot resolve keyword 'agreement'");
	});
});
