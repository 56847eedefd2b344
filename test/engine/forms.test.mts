import { runNode } from '../support/engine.mts';
import { sendJson, startServer, type TestServer } from '../support/server.mts';

const apiToken = '0123456789abcdef0123456789abcdef01234567';

interface Condition {
	column: string;
	operator: string;
	value?: unknown;
	valueTo?: unknown;
}

describe("the Data Manager's form", () => {
	let server: TestServer;
	beforeAll(async () => {
		server = await startServer((_request, response) => sendJson(response, { tasks: [], total: 0 }));
	});
	afterAll(async () => await server.close());
	beforeEach(() => {
		server.requests.length = 0;
	});

	const list = async (parameters: object) =>
		await runNode({
			parameters: { resource: 'task', operation: 'getMany', project: { __rl: true, mode: 'id', value: '3' }, ...parameters } as never,
			credential: { baseUrl: server.url, apiToken },
		});
	const sentQuery = () => JSON.parse(server.requests[0]?.query.get('query') ?? 'null') as { filters: { items: unknown[] }; ordering: string[] };
	const filter = async (condition: Condition) => await list({ conditions: { condition: [condition] } });

	it.each<[Condition, object]>([
		[{ column: 'total_annotations', operator: 'greater', value: '2' }, { type: 'Number', operator: 'greater', value: 2 }],
		[{ column: 'id', operator: 'in_list', value: '12, 13' }, { type: 'Number', operator: 'in_list', value: [12, 13] }],
		[{ column: 'created_at', operator: 'greater_or_equal', value: '2026-01-31 10:30' }, { type: 'Datetime', operator: 'greater_or_equal', value: '2026-01-31T09:30:00.000Z' }],
		[{ column: 'updated_at', operator: 'in', value: '2026-01-01T00:00:00Z', valueTo: '2026-02-01T00:00:00Z' }, { type: 'Datetime', operator: 'in', value: { min: '2026-01-01T00:00:00.000Z', max: '2026-02-01T00:00:00.000Z' } }],
		[{ column: 'draft_exists', operator: 'equal', value: 'false' }, { type: 'Boolean', operator: 'equal', value: false }],
		[{ column: 'data.text', operator: 'contains', value: 'kettle' }, { type: 'String', operator: 'contains', value: 'kettle' }],
		[{ column: 'data.stars', operator: 'less', value: 3 }, { type: 'Number', operator: 'less', value: 3 }],
		[{ column: 'data.stars', operator: 'equal', value: '5' }, { type: 'String', operator: 'in_list', value: ['5', 5] }],
		[{ column: 'data.stars', operator: 'not_equal', value: '={{ 3.5 }}' }, { type: 'String', operator: 'not_in_list', value: ['3.5', 3.5] }],
		[{ column: 'data.code', operator: 'equal', value: '007' }, { type: 'String', operator: 'equal', value: '007' }],
		[{ column: 'data.code', operator: 'equal', value: '12345678901234567890' }, { type: 'String', operator: 'equal', value: '12345678901234567890' }],
		[{ column: 'data.flag', operator: 'equal', value: 'true' }, { type: 'String', operator: 'in_list', value: ['true', true] }],
		[{ column: 'data.text', operator: 'equal', value: 'kettle' }, { type: 'String', operator: 'equal', value: 'kettle' }],
		[{ column: 'data.text', operator: 'in_list', value: 'kettle, 5' }, { type: 'String', operator: 'in_list', value: ['kettle', '5', 5] }],
		[{ column: 'data.a|b', operator: 'contains', value: '5' }, { type: 'String', operator: 'contains', value: '5' }],
		[{ column: 'annotations_ids', operator: 'contains', value: '4, 5' }, { type: 'String', operator: 'contains', value: '4,5' }],
		[{ column: 'updated_at', operator: 'greater', value: '2026-01-31T09:30:00.123456Z' }, { type: 'Datetime', operator: 'greater', value: '2026-01-31T09:30:00.123456Z' }],
		[{ column: 'updated_at', operator: 'greater', value: '2026-01-31T10:30:00.1234+01:00' }, { type: 'Datetime', operator: 'greater', value: '2026-01-31T09:30:00.1234Z' }],
		[{ column: 'annotators', operator: 'contains', value: '7' }, { type: 'List', operator: 'contains', value: 7 }],
		[{ column: 'predictions_model_versions', operator: 'contains', value: 'v1' }, { type: 'List', operator: 'contains', value: ['v1'] }],
		[{ column: 'file_upload', operator: 'empty' }, { type: 'String', operator: 'empty', value: true }],
		[{ column: 'file_upload', operator: 'not_empty' }, { type: 'String', operator: 'empty', value: false }],
		[{ column: 'brand_new|Number', operator: 'equal', value: '1' }, { type: 'Number', operator: 'equal', value: 1 }],
		[{ column: 'tasks:id', operator: 'equal', value: '={{ 5 }}' }, { type: 'Number', operator: 'equal', value: 5 }],
	])('writes %j', async (condition, expected) => {
		const { error } = await filter(condition);
		expect(error).toBeUndefined();
		const name = condition.column.replace('tasks:', '').replace(/\|Number$/, '');
		expect(sentQuery().filters).toEqual({ conjunction: 'and', items: [{ filter: `filter:tasks:${name}`, ...expected }] });
	});

	it.each<[string, Condition, RegExp]>([
		['a text where a number belongs', { column: 'id', operator: 'equal', value: 'seven' }, /^Condition 1: id must be a number, but is "seven"/],
		['a date that is none', { column: 'created_at', operator: 'less', value: 'soon' }, /^Condition 1: created_at must be a date and time/],
		['a number where a list belongs', { column: 'id', operator: 'in_list', value: 'x' }, /^Condition 1: id must be a number/],
		['half a range', { column: 'id', operator: 'in', value: '1' }, /^Condition 1: id is required, but empty/],
		['an unknown column', { column: 'colour', operator: 'equal', value: '1' }, /^Condition 1: there is no column "colour"/],
		['no column', { column: '', operator: 'equal', value: '1' }, /^Condition 1: Column is required/],
		['an unknown operator', { column: 'id', operator: '={{ "like" }}', value: '1' }, /^Condition 1: there is no operator "like"/],
		['an operator that does not fit', { column: 'id', operator: 'contains', value: '1' }, /^Condition 1: "Contains" cannot be used with id \[item 0\]/],
		['an operator that the server gets wrong with the column', { column: 'predictions_results', operator: 'empty' }, /^Condition 1: "Is Empty" cannot be used with predictions_results/],
		['an operator that the column never needs', { column: 'draft_exists', operator: 'empty' }, /^Condition 1: "Is Empty" cannot be used with draft_exists/],
		['a text among annotation IDs', { column: 'annotations_ids', operator: 'not_contains', value: 'all' }, /^Condition 1: annotations_ids must be a whole number, but is "all"/],
		['a missing value', { column: 'data.text', operator: 'contains', value: '' }, /^Condition 1: data.text is required, but empty/],
	])('refuses %s', async (_name, condition, message) => {
		const { error } = await filter(condition);
		expect(error?.message).toMatch(message);
		expect(error?.message).toMatch(/\[item 0\]$/);
		expect(server.requests).toHaveLength(0);
	});

	it('joins several conditions and sorts', async () => {
		await list({
			conditions: { condition: [{ column: 'id', operator: 'greater', value: '1' }, { column: 'data.text', operator: 'equal', value: 'a' }] },
			mustMatch: 'or',
			sort: { rule: { column: 'created_at', direction: 'desc' } },
		});
		const { filters, ordering } = sentQuery() as { filters: { conjunction?: string; items: unknown[] }; ordering: string[] };
		expect(filters.conjunction).toBe('or');
		expect(filters.items).toHaveLength(2);
		expect(ordering).toEqual(['-tasks:created_at']);
	});

	it('takes JSON instead, but not both', async () => {
		const query = '{"ordering": ["tasks:id"]}';
		await list({ filters: { query } });
		expect(sentQuery().ordering).toEqual(['tasks:id']);
		const { error } = await list({ filters: { query }, conditions: { condition: [{ column: 'id', operator: 'equal', value: '1' }] } });
		expect(error?.message).toMatch(/^Query and the fields for conditions and sorting exclude each other/);
		expect(server.requests).toHaveLength(1);
	});

	it('makes the content of a view', async () => {
		const { error } = await runNode({
			parameters: {
				resource: 'view',
				operation: 'create',
				project: { __rl: true, mode: 'id', value: '3' },
				viewTitle: 'Unlabeled',
				conditions: { condition: [{ column: 'total_annotations', operator: 'equal', value: '0' }] },
				additionalFields: { data: '{"gridWidth": 4}' },
			} as never,
			credential: { baseUrl: server.url, apiToken },
		});
		expect(error).toBeUndefined();
		expect(JSON.parse(server.requests[0]?.body ?? '')).toEqual({
			project: 3,
			data: { gridWidth: 4, title: 'Unlabeled', filters: { conjunction: 'and', items: [{ filter: 'filter:tasks:total_annotations', operator: 'equal', type: 'Number', value: 0 }] } },
		});
	});

	it.each([
		['all', { taskSelection: 'all' }, { selectedItems: { all: true, excluded: [] } }],
		['given IDs', { taskSelection: 'ids', taskIds: '={{ [4, 5] }}' }, { selectedItems: { all: false, included: [4, 5] } }],
		['a view', { taskSelection: 'view', view: { __rl: true, mode: 'id', value: '9' } }, {}],
	])('selects tasks by %s', async (_name, selection, body) => {
		const { error } = await runNode({
			parameters: { resource: 'bulkAction', operation: 'run', project: { __rl: true, mode: 'id', value: '3' }, actionId: 'delete_tasks', confirm: true, ...selection } as never,
			credential: { baseUrl: server.url, apiToken },
		});
		expect(error).toBeUndefined();
		expect(JSON.parse(server.requests[0]?.body ?? '')).toEqual(body);
	});
});
