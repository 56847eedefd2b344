import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import type { Operation, OperationParameter } from '../../nodes/LabelStudio/execution/operation.ts';
import { operations } from '../../nodes/LabelStudio/generated/operations.ts';
import { sentByPaging, variants } from '../../generator/coverage.mts';
import { labelStudio, runNode } from '../support/engine.mts';
import { describeWithReference, hasReference, readFacts, shape, type Fact, type FactType } from '../support/facts.mts';
import { sendJson, startServer, type Recorded, type TestServer } from '../support/server.mts';
import { differences } from './differences.mts';
import { formSample, sample, tableSample } from './samples.mts';

const apiToken = '0123456789abcdef0123456789abcdef01234567';

const facts = new Map((hasReference() ? readFacts() : []).map((fact) => [shape(fact.method, fact.path), fact]));

/** Every plain call; composites have suites of their own. */
const rows = Object.entries(operations).flatMap(([resource, named]) =>
	Object.entries(named).filter(([, { composite }]) => !composite).flatMap(([name, whole]) =>
		variants(whole).map(({ variant, operation }) => ({
			resource,
			name,
			operation,
			title: `${resource}: ${name}${variant ? ` (${variant})` : ''}`,
			/** What chooses operation and variant in the node. */
			choice: { resource, operation: name, ...(variant && { [whole.variant?.parameter as string]: variant }) } as INodeParameters,
		})),
	),
);

/** What the facts say of every parameter that the operation can send, by place and name. */
const factParameters = (fact: Fact): Map<string, FactType> => {
	const found = new Map<string, FactType>();
	for (const parameter of fact.parameters) found.set(`${parameter.in} ${parameter.name}`, parameter);
	for (const [name, field] of Object.entries(fact.body?.fields ?? {})) found.set(`body ${name}`, field);
	return found;
};

const isDifferent = (title: string, parameter: string, kind: 'absent' | 'added'): boolean => differences[`${title} ${parameter}`]?.kind === kind;

/** The binary field of the item that is sent, where an operation takes a file. */
const binaryField = 'photo';
const fileText = 'content of the file';
const itemWithFile: INodeExecutionData = {
	json: {},
	binary: { [binaryField]: { data: Buffer.from(fileText).toString('base64'), mimeType: 'text/plain', fileName: 'photo.txt' } },
};

/** The body of a request, a form's files as text. */
const bodyOf = async ({ body, headers }: Recorded): Promise<unknown> => {
	const contentType = headers['content-type'] ?? '';
	if (!contentType.startsWith('multipart/')) return body === '' ? undefined : JSON.parse(body);
	const form = await new Response(body, { headers: { 'content-type': contentType } }).formData();
	return Object.fromEntries(await Promise.all([...form].map(async ([name, part]) => [name, typeof part === 'string' ? part : await part.text()])));
};

interface Expected {
	path: string;
	query: Record<string, string[]>;
	body: Record<string, unknown> | unknown[] | undefined;
	parameters: INodeParameters;
}

const put = (parameters: INodeParameters, at: string, value: unknown): void => {
	const [collection, property] = at.includes('.') ? at.split('.') : [undefined, at];
	if (collection === undefined) parameters[property as string] = value as string;
	else parameters[collection] = { ...(parameters[collection] as INodeParameters), [property as string]: value as string };
};

/** The node's parameters with a value in each field that is to be set, and the request that they must become. */
const expected = ({ title, operation, choice }: (typeof rows)[number], fact: Fact, wanted: (row: OperationParameter) => boolean): Expected => {
	const parameters: INodeParameters = { ...choice, confirm: true };
	// Conditions and a selection by IDs exclude each other.
	const selection = operation.parameters.some((row) => row.form === 'filters' && wanted(row)) ? 'conditions' : 'ids';
	let path = fact.path;
	const query: Record<string, string[]> = {};
	let body: Expected['body'] = operation.jsonBody ? {} : undefined;
	const known = factParameters(fact);
	const placeholders = [...fact.path.matchAll(/\{([^}]+)\}/g)].map((match) => match[1]);
	for (const row of operation.parameters.filter(wanted)) {
		if (row.kind === 'file') {
			put(parameters, row.at, binaryField);
			body = { ...(body as object), [row.name]: fileText };
			continue;
		}
		const place = row.in === 'content' ? 'content' : `${row.in} ${row.name}`;
		const fields = row.in === 'path' ? fact.parameters.find((parameter) => parameter.in === 'path' && pathIndex(operation.path, row.name) === pathIndex(fact.path, parameter.name)) : row.in === 'content' ? fact.body : known.get(place);
		if (!fields) expect({ title, place, listedAsDifferent: isDifferent(title, place, 'added') }).toEqual({ title, place, listedAsDifferent: true });
		const made = formSample(row, selection) ?? (fields ? sample(fields, row) : tableSample(row));
		// Nothing is selected by a 0.
		const { input, wire } = made.wire === 0 && operation.selection?.includes(row.name) ? { input: 41, wire: 41 } : made;
		if (made.parameters) Object.assign(parameters, made.parameters);
		else put(parameters, row.at, input);
		if (row.in === 'path') path = path.replace(`{${placeholders[pathIndex(operation.path, row.name)]}}`, String(wire));
		else if (row.in === 'content') body = wire as unknown[];
		else if (row.in === 'body') body = { ...(body as object), [row.name]: wire };
		else query[row.name] = Array.isArray(wire) && row.style === undefined ? wire.map(String) : [queryText(wire, row)];
		if (row.alsoInBody) {
			expect(isDifferent(title, `body ${row.name}`, 'added')).toBe(true);
			body = { ...(body as object), [row.name]: wire };
		}
	}
	return { path, query, body, parameters };
};

const queryText = (wire: unknown, row: OperationParameter): string => {
	if (typeof wire === 'string') return wire;
	if (Array.isArray(wire) && row.style === 'comma') return wire.join(',');
	return JSON.stringify(wire);
};

const pathIndex = (path: string, name: string): number => [...path.matchAll(/\{([^}]+)\}/g)].findIndex((match) => match[1] === name);

const queryOf = (request: Recorded): Record<string, string[]> =>
	Object.fromEntries([...new Set(request.query.keys())].map((name) => [name, request.query.getAll(name)]));

/** What reading a list adds on its own. */
const addedByPaging = (operation: Operation, own: Record<string, string[]>): Record<string, string[]> => {
	switch (operation.list?.paging) {
		case 'page':
		case 'pageArray':
			return { page: ['1'], page_size: ['50'] };
		case 'offset':
			return { limit: ['50'], offset: ['0'] };
		case 'tasks': {
			if (own.view || own.query) return { page: ['1'], page_size: ['50'] };
			const byId = JSON.stringify({ filters: { conjunction: 'and', items: [] }, ordering: ['tasks:id'] });
			return { query: [byId], page: ['1'], page_size: ['50'] };
		}
		default:
			return {};
	}
};

describeWithReference('every operation sends what api-facts.json describes', () => {
	let server: TestServer;
	beforeAll(async () => {
		server = await startServer((_request, response) => sendJson(response, { id: 1 }));
	});
	afterAll(async () => await server.close());

	it('knows each operation of the table from the facts', () => {
		const unknown = rows.filter(({ operation }) => !facts.has(shape(operation.method, operation.path)));
		expect(unknown.map(({ title }) => title)).toEqual([]);
	});

	it('offers each operation of the table in the dropdowns, and nothing else', () => {
		const { properties } = labelStudio.description;
		const resources = properties.find((property) => property.name === 'resource')?.options?.map((option) => (option as { value: string }).value);
		expect(resources?.toSorted()).toEqual(Object.keys(operations).sort());
		for (const [resource, named] of Object.entries(operations)) {
			const dropdown = properties.find((property) => property.name === 'operation' && property.displayOptions?.show?.resource?.includes(resource));
			expect(dropdown?.options?.map((option) => (option as { value: string }).value).sort()).toEqual(Object.keys(named).sort());
		}
	});

	it.each(rows)('$title has every parameter of the facts', ({ title, operation }) => {
		const fact = facts.get(shape(operation.method, operation.path)) as Fact;
		const sent = new Set(operation.parameters.map((parameter) => `${parameter.in} ${parameter.name}`));
		const missing = [...factParameters(fact).keys()].filter(
			(place) =>
				!place.startsWith('path ') &&
				!sent.has(place) &&
				!isDifferent(title, place, 'absent') &&
				!(operation.list && sentByPaging[operation.list.paging].some((name) => place === `query ${name}`)),
		);
		expect(missing).toEqual([]);
		const required = (place: string) => (factParameters(fact).get(place)?.required ? place : undefined);
		const notRequired = operation.parameters.filter((row) => required(`${row.in} ${row.name}`) && !row.required && !operation.selection?.includes(row.name));
		expect(notRequired.map((row) => row.name)).toEqual([]);
	});

	describe.each([
		['with what is required', (row: OperationParameter, operation: Operation) => row.required === true || operation.selection?.[0] === row.name],
		['with everything', (row: OperationParameter, operation: Operation) => row.required === true || !operation.exclusive?.slice(0, -1).includes(row.name)],
	] as const)('%s', (_label, wanted) => {
		it.each(rows)('$title', async (tested) => {
			const { operation } = tested;
			const fact = facts.get(shape(operation.method, operation.path)) as Fact;
			const wish = expected(tested, fact, (row) => wanted(row, operation));
			server.requests.length = 0;
			server.answer((_request, response) => {
				if (operation.file) response.writeHead(200, { 'content-type': 'application/zip' }).end('file');
				// Of some lists the facts know no answer.
				else if (fact.response.kind === 'empty' && !operation.list) response.writeHead(204).end();
				else sendJson(response, operation.list?.at ? { [operation.list.at]: [{ id: 1 }], next: null, total: 1 } : operation.list ? [{ id: 1 }] : { id: 1 }, fact.response.status);
			});
			const run = await runNode({ parameters: wish.parameters, credential: { baseUrl: server.url, apiToken }, items: operation.multipart ? [itemWithFile] : undefined });
			expect(run.error).toBeUndefined();
			expect(run.items).toHaveLength(1);
			expect(run.items[0]?.pairedItem).toEqual({ item: 0 });
			// What a change may not leave out is read first.
			const isRead = operation.carry?.some((name) => !(name in (wish.body as object)));
			expect(server.requests.map(({ method }) => method)).toEqual(isRead ? ['GET', fact.method] : [fact.method]);
			const request = server.requests.at(-1) as Recorded;
			expect({ method: request.method, path: request.path }).toEqual({ method: fact.method, path: wish.path });
			expect(queryOf(request)).toEqual({ ...wish.query, ...addedByPaging(operation, wish.query) });
			expect(await bodyOf(request)).toEqual(wish.body);
			expect(request.headers.authorization).toBe(`Token ${apiToken}`);
			expect(request.headers.accept).toBe(operation.file ? '*/*' : 'application/json');
			expect(request.headers['content-type']?.split(';')[0]).toBe(wish.body === undefined ? undefined : operation.multipart ? 'multipart/form-data' : 'application/json');
			expect(Object.keys(request.headers).filter((name) => name === 'cookie' || name.startsWith('x-'))).toEqual([]);
		});
	});
});
