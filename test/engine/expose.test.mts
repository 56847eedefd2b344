import { getSchema } from 'n8n-core/dist/execution-engine/node-execution-context/utils/create-node-as-tool';
import type { INode, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { findByPath, packageOperations, type PackageOperation } from '../../generator/expose/catalogue.mts';
import { toolParameters } from '../../generator/expose/mcp.mts';
import { routeParameters } from '../../generator/expose/rest.mts';
import { variants } from '../../generator/coverage.mts';
import { buildRequest } from '../../nodes/LabelStudio/execution/request.ts';
import type { OperationParameter } from '../../nodes/LabelStudio/execution/operation.ts';
import { runNode } from '../support/engine.mts';
import { sendJson, startServer, type TestServer } from '../support/server.mts';

const apiToken = '0123456789abcdef0123456789abcdef01234567';

/** Plain calls; what composites do with their fields has suites of its own, and a model has no files. */
const plain = packageOperations().filter(({ row }) => !row.composite && !row.multipart);
/** Each variant for itself, as a capability exposes it. */
const operations = plain.flatMap((operation) =>
	variants(operation.row).map(({ variant, operation: { method, path } }) => (variant === undefined ? operation : (findByPath([operation], method, path) as PackageOperation))),
);

/** A value on the wire, falsy where that is a value of its own. */
const wire = (row: OperationParameter): unknown => {
	if (row.fields) {
		const members: Record<string, unknown> = {};
		for (const member of row.fields) {
			const [outer, inner] = member.name.split('.') as [string, string?];
			members[outer] = inner === undefined ? wire(member) : { ...(members[outer] as object), [inner]: wire(member) };
		}
		return row.json === 'array' ? [members] : members;
	}
	if (row.values) return row.kind === 'list' ? [row.values.at(-1)] : row.values.at(-1);
	switch (row.kind) {
		case 'integer':
			return 41;
		case 'number':
			return row.entity ? 41 : 0;
		case 'boolean':
			return false;
		case 'dateTime':
			return '2026-01-31T09:30:00.000Z';
		case 'list':
			return row.items ? [12, 13] : ['first', 'second'];
		case 'json':
			if (row.form === 'ordering') return ['-tasks:id'];
			return row.json === 'array' ? [{ a: 'ä "b" {{c}}' }] : { all: false, included: [12] };
		case 'filePath':
			return '3/a.jpg';
		default:
			return row.in === 'path' ? 'a-slug_1' : 'a text, with "quotes" and {{ brackets }}';
	}
};

/** The values of an operation: each parameter, without those that exclude each other or are for other variants. */
const valuesOf = ({ row }: PackageOperation, keep: (row: OperationParameter) => boolean): Array<readonly [OperationParameter, unknown]> => {
	const excluded = (row.exclusive ?? []).slice(0, -1);
	return row.parameters.filter((parameter) => keep(parameter) && (parameter.required || !excluded.includes(parameter.name))).map((parameter) => [parameter, wire(parameter)] as const);
};

/** What it must not lack. */
const isNeeded = ({ row }: PackageOperation) => (parameter: OperationParameter): boolean =>
	parameter.required === true || (row.selection?.includes(parameter.name) ?? false) || parameter.in === 'content';

const keyOf = ({ row }: PackageOperation, { name, in: place }: OperationParameter): string => {
	const key = name.replace(/\[\]$/, '');
	const first = row.parameters.find((one) => one.name === name);
	return (first && first.in !== place) || key === 'query' ? `${place}_${key}` : key;
};

describe('operations as tools and routes', () => {
	let server: TestServer;
	beforeAll(async () => {
		server = await startServer();
	});
	afterAll(async () => await server.close());
	beforeEach(() => {
		server.requests.length = 0;
		server.answer((_request, response) => sendJson(response, { id: 1 }));
	});

	const run = async (parameters: INodeParameters, json: INodeExecutionData['json'], more: object = {}) =>
		await runNode({ parameters, credential: { baseUrl: server.url, apiToken }, items: [{ json }], ...more });

	/** What arrives with n8n's own reading of the tool's inputs: checked, and filled up with its defaults. */
	const call = async (operation: PackageOperation, values: Array<readonly [OperationParameter, unknown]>) => {
		const parameters = toolParameters(operation);
		const schema = getSchema({ name: 'tool', parameters } as INode);
		const given = Object.fromEntries(
			values.map(([row, value]) => {
				const key = keyOf(operation, row);
				const expectsText = schema.shape[key]?._def.innerType?._def.typeName === 'ZodString' || schema.shape[key]?._def.typeName === 'ZodString';
				return [key, expectsText && typeof value !== 'string' ? JSON.stringify(value) : value];
			}),
		);
		return await run(parameters, schema.parse(given) as INodeExecutionData['json']);
	};

	const expected = (operation: PackageOperation, values: Array<readonly [OperationParameter, unknown]>) => {
		const { path, query, body } = buildRequest(operation.row, values, undefined, operation.variant?.value);
		return { path: decodeURI(path), query: (query ?? []).map(([name, value]) => [name, value]), body };
	};

	const arrived = () => {
		// Some changes read first what they must not leave out.
		const request = server.requests.at(-1);
		const paging = new Set(['page', 'page_size']);
		return {
			path: decodeURI(request?.path ?? ''),
			query: [...(request?.query ?? [])].filter(([name]) => !paging.has(name)),
			body: request?.body ? (JSON.parse(request.body) as unknown) : undefined,
		};
	};

	const cases = operations.map((operation) => [operation.id, operation] as const);

	it.each(cases)('%s as a tool sends all that a model fills in', async (_id, operation) => {
		const values = valuesOf(operation, () => true);
		const { error } = await call(operation, values);
		expect(error).toBeUndefined();
		expect(arrived()).toEqual(expected(operation, values));
	});

	it.each(cases)('%s as a tool sends nothing of what a model leaves out', async (_id, operation) => {
		const values = valuesOf(operation, isNeeded(operation));
		const { error } = await call(operation, values);
		expect(error).toBeUndefined();
		expect(arrived()).toEqual(expected(operation, values));
	});

	it.each(plain.filter(({ row }) => row.variant).map((operation) => [operation.id, operation] as const))('%s as a tool has a model choose the variant', async (_id, operation) => {
		const { parameter } = operation.row.variant as { parameter: string };
		const variant = operation.row.parameters.find(({ name }) => name === parameter)?.values?.[0] as string;
		const values = valuesOf(operation, ({ name, only }) => name !== parameter && (!only || only.includes(variant)));
		const choice = [operation.row.parameters.find(({ name }) => name === parameter) as OperationParameter, variant] as const;
		const { error } = await call(operation, [choice, ...values]);
		expect(error).toBeUndefined();
		expect(arrived()).toEqual(expected(operation, [choice, ...values]));
	});

	it.each(cases)('%s as a route sends what path, query and body say', async (_id, operation) => {
		const values = valuesOf(operation, () => true);
		const [params, query, body]: Array<Record<string, unknown>> = [{}, {}, {}];
		let content: unknown;
		for (const [row, value] of values) {
			const name = row.name.replace(/\[\]$/, '');
			if (row.in === 'path') (params as Record<string, unknown>)[name] = String(value);
			else if (row.in === 'query') (query as Record<string, unknown>)[name] = Array.isArray(value) && row.kind === 'list' ? value.map(String) : typeof value === 'string' ? value : JSON.stringify(value);
			else if (row.in === 'content') content = value;
			else (body as Record<string, unknown>)[row.name] = value;
		}
		const { error } = await run(routeParameters(operation), { params, query, body: content ?? body } as INodeExecutionData['json']);
		expect(error).toBeUndefined();
		expect(arrived()).toEqual(expected(operation, values));
	});

	describe('pages', () => {
		const history = operations.find(({ id }) => id === 'state.getHistory') as PackageOperation;
		const rows = (query: URLSearchParams) => ({ count: 300, next: 'http://x/?page=3', results: [{ id: Number(query.get('page')) * 1000 }] });
		beforeEach(() => server.answer(({ query }, response) => sendJson(response, rows(query))));

		it.each([
			['the first 50 rows unless told otherwise', {}, '1', '50'],
			['the page that the model asks for', { page: 2, page_size: 10 }, '2', '10'],
		])('as a tool: %s', async (_name, more, page, size) => {
			const parameters = toolParameters(history);
			const { items } = await run(parameters, getSchema({ name: 'x', parameters } as INode).parse({ entity_name: 'task', entity_id: 5, ...more }) as INodeExecutionData['json']);
			expect(server.requests).toHaveLength(1);
			expect([server.requests[0]?.query.get('page'), server.requests[0]?.query.get('page_size')]).toEqual([page, size]);
			expect(items.map(({ json }) => json.id)).toEqual([Number(page) * 1000]);
		});

		it('as a route: the whole answer of that page', async () => {
			const { items } = await run(routeParameters(history), { params: { entity_name: 'task', entity_id: '5' }, query: { page: '2', page_size: '10' }, body: {} });
			expect(items[0]?.json).toMatchObject({ statusCode: 200, body: { count: 300, next: 'http://x/?page=3', results: [{ id: 2000 }] } });
		});

		it.each([[{ page: '0' }], [{ page: 'x' }], [{ page_size: 'many' }]])('are refused before anything is sent: %j', async (query) => {
			const { failed } = await run(routeParameters(history), { params: { entity_name: 'task', entity_id: '5' }, query, body: {} }, { onError: 'continueErrorOutput' });
			expect(failed[0]?.json).toMatchObject({ error: expect.stringMatching(/must be a whole number/), details: { refused: true } });
			expect(server.requests).toEqual([]);
		});
	});

	it('keep what a model gives as an object or a list, though they asked for text', async () => {
		// n8n's AI Agent checks no types.
		const update = operations.find(({ id }) => id === 'annotation.update') as PackageOperation;
		await run(toolParameters(update), { id: 5, result: [{ a: 1 }], ground_truth: false, lead_time: null });
		expect(arrived()).toEqual({ path: '/api/annotations/5/', query: [], body: { result: [{ a: 1 }], ground_truth: false } });
		server.requests.length = 0;
		const bulk = operations.find(({ id }) => id === 'bulkAction.run') as PackageOperation;
		await run(toolParameters(bulk), { id: 'delete_tasks', project: 3, selectedItems: { all: false, included: [4] } });
		expect(arrived()).toEqual({ path: '/api/dm/actions/', query: [['id', 'delete_tasks'], ['project', '3']], body: { selectedItems: { all: false, included: [4] } } });
	});

	it('refuse an empty selection of a model, and send nothing', async () => {
		const bulk = operations.find(({ id }) => id === 'bulkAction.run') as PackageOperation;
		const { error } = await run(toolParameters(bulk), { id: 'delete_tasks', project: 3, selectedItems: '{"all": false, "included": []}' });
		expect(error?.message).toMatch(/^Nothing is selected/);
		expect(server.requests).toEqual([]);
	});

	it('tell a model of bad JSON', async () => {
		const bulk = operations.find(({ id }) => id === 'bulkAction.run') as PackageOperation;
		const { error } = await run(toolParameters(bulk), { id: 'delete_tasks', project: 3, selectedItems: '{all' });
		expect(error?.message).toMatch(/^JSON Body is no valid JSON/);
	});
});
