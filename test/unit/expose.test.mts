import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { extractFromAICalls, NodeHelpers, traverseNodeParameters, type FromAIArgument, type INode, type INodeParameters } from 'n8n-workflow';
import { findByPath, packageOperations } from '../../generator/expose/catalogue.mts';
import { parseExposes, readExposes } from '../../generator/expose/exposes.mts';
import { hintsOf, hintText } from '../../generator/expose/hints.mts';
import { mcpWorkflow, toolDescription, toolParameters } from '../../generator/expose/mcp.mts';
import { modelInput, valueOf } from '../../generator/expose/model-input.mts';
import { restWorkflow, routeParameters } from '../../generator/expose/rest.mts';
import { select, shipped, type Wanted } from '../../generator/expose/select.mts';
import { toolName } from '../../generator/expose/tool-name.mts';
import type { Workflow } from '../../generator/expose/workflow.mts';
import { labelStudio } from '../support/engine.mts';
import { describeWithReference, reference, readFacts, shape } from '../support/facts.mts';

const operations = packageOperations();
const operation = (id: string) => {
	const found = operations.find((one) => one.id === id);
	if (!found) throw new Error(`There is no operation ${id}`);
	return found;
};
const wanted = (more: Partial<Wanted> = {}): Wanted => ({ kind: 'mcp', resources: [], operations: [], readOnly: false, destructive: true, ...more });
const ids = (list: Array<{ operation: { id: string } }>): string[] => list.map((one) => one.operation.id);

/** What n8n reads of the expressions in a tool's parameters. */
const inputsOf = (parameters: INodeParameters): FromAIArgument[] => {
	const found: FromAIArgument[] = [];
	traverseNodeParameters(parameters, found);
	return found;
};

describe('names of tools', () => {
	it.each([
		['annotation.get', 'annotation_get'],
		['annotation.getMany', 'task_annotations_get_many'],
		['annotation.create', 'task_annotation_create'],
		['annotationHistory.getManyByProject', 'project_annotation_histories_get_many'],
		['task.getManyOfProject', 'project_tasks_get_many'],
		['currentUser.getToken', 'current_user_get_token'],
		['state.getHistory', 'state_get_history'],
	])('%s is %s', (id, name) => {
		expect(toolName(operation(id))).toBe(name);
	});

	it('are unique, and what n8n and MCP clients take, for all operations of the package', () => {
		const names = operations.map(toolName);
		expect(new Set(names).size).toBe(operations.length);
		for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9_]{2,63}$/);
	});
});

describe('hints', () => {
	it.each([
		['annotation.get', 'Read-only.'],
		['annotation.update', 'Changes data.'],
		['annotation.delete', 'Destructive, idempotent.'],
		['annotation.deleteMany', 'Destructive.'],
		['bulkAction.run', 'Destructive.'],
	])('of %s are %s', (id, text) => {
		expect(hintText(hintsOf(operation(id)))).toBe(text);
	});

	it('of a capability count, but what the package asks a confirmation for stays destructive', () => {
		expect(hintsOf(operation('annotation.create'), { idempotent: true })).toEqual({ readOnly: false, destructive: false, idempotent: true });
		expect(hintsOf(operation('annotation.deleteMany'), { destructive: false }).destructive).toBe(true);
	});

	it('begin the description, which says what the tool does and where it works', () => {
		const [tool] = select(operations, wanted({ operations: ['comment.getMany'] })).chosen;
		expect(tool && toolDescription(tool)).toMatch(/^Read-only\. \w.+\. Needs Label Studio Enterprise\.$/);
	});
});

describe('what a model is asked for', () => {
	const inputs = (id: string) => new Map(inputsOf(toolParameters(operation(id))).map((one) => [one.key, one]));

	it('has the type, or text where n8n knows no optional value of the type', () => {
		const update = inputs('annotation.update');
		expect(update.get('id')).toMatchObject({ type: 'number', defaultValue: undefined });
		expect(update.get('lead_time')).toMatchObject({ type: 'number', defaultValue: -1 });
		expect(update.get('ground_truth')).toMatchObject({ type: 'string', defaultValue: '', description: expect.stringMatching(/true or false$/) });
		expect(update.get('result')).toMatchObject({ type: 'string', defaultValue: '', description: expect.stringMatching(/JSON as text: a list in \[ \]$/) });
		expect(inputs('view.reorder').get('ids')).toMatchObject({ type: 'json', defaultValue: undefined });
	});

	it('has the values that are allowed', () => {
		expect(inputs('activityLog.getMany').get('method')?.description).toContain('One of: DELETE, GET, PATCH, POST, PUT, all');
	});

	it('has page and page size for lists that come in pages, and a limit for others', () => {
		expect(inputs('state.getHistory').get('page')).toMatchObject({ type: 'number', defaultValue: 1 });
		expect(inputs('state.getHistory').get('page_size')).toMatchObject({ type: 'number', defaultValue: 50 });
		expect(inputs('annotation.getMany').get('limit')).toMatchObject({ type: 'number', defaultValue: 50 });
	});

	it('tells a body field from a part of the path that has its name', () => {
		expect([...inputs('user.update').keys()]).toEqual(expect.arrayContaining(['id', 'body_id']));
	});

	it('is JSON for what people enter in a form, with an example', () => {
		expect(inputs('bulkAction.run').get('selectedItems')?.description).toContain('{"all": false, "included": [12, 13]}');
		expect(inputs('export.createSnapshot').get('annotation_filter_options')?.description).toMatch(/JSON as text: an object in \{ \}\. Fields: ground_truth \(boolean\)/);
	});

	it('is read by n8n as it was written, whatever the text has in it', () => {
		// n8n 2.41 takes a backslash for an escape twice, so texts have none.
		const texts = fc.oneof(fc.string(), fc.stringMatching(/^[{}"'`,() a]*$/)).map((text) => text.replaceAll('\\', ''));
		fc.assert(
			fc.property(texts, (text) => {
				const input = modelInput({ name: 'x', in: 'query', type: 'string', description: text }, 'x', 'X', true, false);
				const [read] = extractFromAICalls(`={{ ${valueOf(input)} }}`);
				// A space here and there makes no difference to a model.
				const plain = (shown: string | undefined) => shown?.replace(/\s/g, '');
				expect({ ...read, description: plain(read?.description) }).toEqual({ key: 'x', description: plain(input.description), type: 'string', defaultValue: undefined });
				expect(valueOf(input)).not.toMatch(/\{\{|\}\}/);
			}),
		);
	});

	it('is, for all operations of the package, every parameter with one description each', () => {
		for (const one of operations) {
			const found = inputsOf(toolParameters(one));
			const described = new Map<string, FromAIArgument>();
			for (const input of found) {
				expect(input.key).toMatch(/^[A-Za-z0-9_-]{1,64}$/);
				expect(input.description?.trim()).toBeTruthy();
				if (described.has(input.key)) expect({ id: one.id, input }).toEqual({ id: one.id, input: described.get(input.key) });
				described.set(input.key, input);
			}
			expect(found.length).toBeGreaterThanOrEqual(one.placed.filter(({ parameter }) => !parameter['x-n8n']?.form).length);
		}
	});
});

/** n8n drops what the node does not show when it loads a workflow. */
const kept = (parameters: INodeParameters): INodeParameters => {
	const { properties } = labelStudio.description;
	const node = { id: '1', name: 'x', type: 'labelStudio', typeVersion: 1, position: [0, 0], parameters } as INode;
	return NodeHelpers.getNodeParameters(properties, parameters, false, false, node, labelStudio.description) ?? {};
};

const leaves = (parameters: INodeParameters): string[] =>
	Object.entries(parameters).flatMap(([name, value]) =>
		typeof value === 'object' && value !== null && !('__rl' in value) ? Object.keys(value).map((inner) => `${name}.${inner}`) : [name],
	);

describe('parameters of the node', () => {
	/** What is at its default anyway need not be kept. */
	const defaults = ['resource', 'operation', 'simplify', 'returnAll', 'limit', 'specifyBody'];

	it.each([
		['a tool', toolParameters, operations],
		['a route', routeParameters, operations.filter(({ row }) => !row.composite)],
	])('as %s are all known to n8n, for all operations of the package', (_name, parametersOf, served) => {
		for (const one of served) {
			const parameters = parametersOf(one);
			const there = leaves(kept(parameters));
			expect({ id: one.id, lost: leaves(parameters).filter((leaf) => !there.includes(leaf) && !defaults.includes(leaf)) }).toEqual({ id: one.id, lost: [] });
		}
	});
});

describe('selection', () => {
	it('is the 60 operations that ship, for tools and for routes', () => {
		expect(select(operations, wanted()).chosen).toHaveLength(60);
		expect(select(operations, wanted({ kind: 'rest', destructive: false })).chosen).toHaveLength(60);
	});

	it('leaves destructive tools out unless they are asked for', () => {
		const { chosen, left } = select(operations, wanted({ destructive: false }));
		expect(left.map(({ since }) => since)).toEqual(['they delete or overwrite (--destructive adds them)']);
		const destructive = left[0]?.which ?? [];
		expect(chosen.length + destructive.length).toBe(60);
		expect(ids(destructive)).toEqual(expect.arrayContaining(['annotation.delete', 'annotation.deleteMany', 'bulkAction.run', 'currentUser.resetToken', 'view.deleteMany']));
		expect(chosen.filter((one) => one.hints.destructive)).toEqual([]);
	});

	it('is only what changes nothing with --read-only', () => {
		const { chosen } = select(operations, wanted({ readOnly: true, destructive: false }));
		expect(chosen.length).toBeGreaterThan(20);
		expect(chosen.every(({ operation: { row } }) => row.method === 'GET')).toBe(true);
	});

	it('takes any resources and operations of the package, however they are written', () => {
		expect(ids(select(operations, wanted({ operations: ['task.getMany', 'annotation-review.get', 'project_get'] })).chosen)).toEqual(['annotationReview.get', 'project.get', 'task.getMany']);
		expect(ids(select(operations, wanted({ resources: ['annotation-history', 'billing'] })).chosen)).toEqual(['annotationHistory.getMany', 'annotationHistory.deleteMany', 'annotationHistory.get', 'annotationHistory.getManyByProject', 'billing.get']);
	});

	it('leaves out what takes files or items, which a model does not have', () => {
		const { chosen, left } = select(operations, wanted({ resources: ['task'] }));
		expect(left.map(({ since }) => since)).toEqual(['they take files or items of a workflow, which a model does not have']);
		expect(ids(left[0]?.which ?? [])).toEqual(expect.arrayContaining(['task.import', 'task.upsert']));
		expect(ids(chosen)).toEqual(expect.arrayContaining(['task.get', 'task.getRows']));
	});

	it('leaves out of the routes what makes several requests', () => {
		const { chosen, left } = select(operations, wanted({ kind: 'rest', resources: ['task'] }));
		expect(left.map(({ since }) => since)).toEqual(['they make several requests, so that no route is theirs']);
		expect(ids(left[0]?.which ?? [])).toEqual(expect.arrayContaining(['task.getRows', 'task.import', 'task.upsert']));
		expect(ids(chosen)).toEqual(expect.arrayContaining(['task.getMany', 'task.importJson']));
	});

	it('says why nothing is left', () => {
		expect(() => select(operations, wanted({ operations: ['user.delete'], destructive: false }))).toThrow('Nothing is left to expose: user.delete left out, since they delete or overwrite (--destructive adds them).');
		expect(() => select(operations, wanted({ operations: ['user.update'], readOnly: true }))).toThrow(/^Nothing is left to expose\.$/);
	});

	it('narrows a capability that is given', () => {
		expect(ids(select(operations, wanted({ capability: shipped, resources: ['view'] })).chosen)).toHaveLength(7);
		expect(() => select(operations, wanted({ capability: shipped, operations: ['task.getMany'] }))).toThrow(`${shipped} has no operation task.getMany`);
	});

	it('names tools in the file that ships as it names them itself', () => {
		const text = readFileSync(shipped, 'utf8');
		const written = [...text.matchAll(/\{name: ([a-z-]+), call: ([a-z-]+\.[a-z-]+),/g)].map(([, name, call]) => [call, name?.replaceAll('-', '_')]);
		expect(written).toEqual(readExposes(shipped, 'mcp', operations).map((one) => [one.operation.call, toolName(one.operation)]));
	});
});

describe('a capability of one\'s own', () => {
	const document = (tools: string, consumed = ''): string => `naftiko: 1.0.0-alpha2
info: {label: Mine, description: Some}
capability:
${consumed}  exposes:
  - type: mcp
    namespace: mine
    tools:
${tools}`;
	const consumes = `  consumes:
  - type: http
    namespace: ls
    baseUri: http://localhost:8080
    authentication: {type: apikey}
    resources:
    - name: annotation
      path: /api/annotations/{pk}/
      operations:
      - name: get
        method: GET
        description: One annotation
        inputParameters: [{name: pk, in: path, type: integer}]
    - name: s3
      path: /api/unknown/
      operations:
      - {name: list, method: GET, description: Something else}
`;
	const read = (text: string) => parseExposes(text, 'mine.yaml', 'mcp', operations);

	it('leads to the operations of the package by method and path, whatever its own names', () => {
		expect(ids(read(document('    - {name: look, call: ls.get, description: x}\n', consumes)))).toEqual(['annotation.get']);
	});

	it.each([
		['what the package lacks', document('    - {name: other, call: ls.list}\n', consumes), 'mine.yaml:25: capability.exposes[0].tools[0]: other: the package has no operation for GET /api/unknown/'],
		['a call to nothing', document('    - {name: other, call: ls.fly}\n', consumes), 'mine.yaml:25: capability.exposes[0].tools[0]: other: ls.fly is not one of the operations that the capability consumes, or it is several of them'],
		['a call to nothing of the package', document('    - {name: other, call: task.fly}\n'), 'mine.yaml:8: capability.exposes[0].tools[0]: other: the package has no operation task.fly'],
		['a tool that calls nothing', document('    - {name: other}\n'), 'mine.yaml:8: capability.exposes[0].tools[0].call: is missing'],
		['a document that exposes nothing', 'naftiko: 1.0.0-alpha2\ncapability: {consumes: []}\n', 'mine.yaml:2: capability.exposes: is missing'],
		['another format', 'openapi: 3.1.0\n', 'mine.yaml:1: naftiko: is missing\nmine.yaml:1: capability: is missing'],
		['no YAML', 'a: [', 'mine.yaml:1: YAML:'],
	])('is refused with file and line for %s', (_name, text, message) => {
		expect(() => read(text)).toThrow(message);
	});

	it('is refused when it exposes nothing of the kind', () => {
		expect(() => parseExposes(document('    - {name: one, call: task.get}\n'), 'mine.yaml', 'rest', operations)).toThrow('nothing is exposed as rest');
	});

	it('is found by variants of one operation as well', () => {
		const one = operation('annotation.get');
		const storage = { ...one, id: 'storage.get', row: { ...one.row, path: '/api/storages/{provider}/{id}', variant: { parameter: 'provider' }, parameters: [
			{ name: 'provider', in: 'path' as const, kind: 'string' as const, at: 'provider', label: 'Provider', values: ['gcs', 's3'], required: true as const },
			...one.row.parameters,
		] }, placed: [{ parameter: { name: 'provider', in: 'path' as const }, property: 'provider', label: 'Provider' }, ...one.placed] };
		const found = findByPath([storage], 'GET', '/api/storages/s3/{id}');
		expect(found).toMatchObject({ id: 'storage.get (s3)', variant: { property: 'provider', value: 's3' } });
		expect(toolParameters(found as never)).toMatchObject({ provider: 's3' });
		expect(findByPath([storage], 'GET', '/api/storages/azure/{id}')).toBeUndefined();
	});
});

describeWithReference('the reference capability', () => {
	const file = reference('label-studio-capability.yaml');
	let tools: ReturnType<typeof readExposes>;
	beforeAll(() => {
		tools = readExposes(file, 'mcp', operations);
	});

	it('exposes the 60 operations that ship, as tools and as routes', () => {
		expect(ids(tools)).toEqual(ids(readExposes(shipped, 'mcp', operations)));
		expect(ids(readExposes(file, 'rest', operations))).toEqual(ids(readExposes(shipped, 'rest', operations)));
		expect(ids(tools).toSorted()).toEqual(ids(readExposes(shipped, 'rest', operations)).toSorted());
		const capability = new Set(readFacts().filter((fact) => fact.capability).map((fact) => shape(fact.method, fact.path)));
		expect(new Set(tools.map(({ operation: { row } }) => shape(row.method, row.path)))).toEqual(capability);
	});

	it('has the same hints, unless the package knows a call to be destructive', () => {
		for (const [index, { hints }] of readExposes(shipped, 'mcp', operations).entries()) {
			const given = tools[index]?.hints;
			expect(hints).toEqual({ ...given, destructive: given?.destructive || hints?.destructive });
		}
	});

	it('makes the same workflows as the file that ships', () => {
		for (const capability of [undefined, file]) {
			expect(mcpWorkflow(select(operations, wanted({ capability })).chosen)).toEqual(mcpWorkflow(select(operations, wanted()).chosen));
			expect(restWorkflow(select(operations, wanted({ kind: 'rest', capability })).chosen)).toEqual(restWorkflow(select(operations, wanted({ kind: 'rest' })).chosen));
		}
	});

	it('has all its parameters in the tools', () => {
		const facts = new Map(readFacts().map((fact) => [shape(fact.method, fact.path), fact]));
		for (const { operation: one } of tools) {
			const keys = inputsOf(toolParameters(one)).map(({ key }) => key);
			const fact = facts.get(shape(one.row.method, one.row.path));
			const named = fact?.parameters.filter((parameter) => parameter.in !== 'header').map(({ name }) => name) ?? [];
			const body = Object.keys(fact?.body?.fields ?? {}).map((name) => (named.includes(name) ? `body_${name}` : name));
			expect({ id: one.id, keys }).toEqual({ id: one.id, keys: expect.arrayContaining([...named, ...body]) });
		}
	});
});

describe('npm run expose', () => {
	let folder: string;
	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'expose-'));
	});
	afterEach(() => rmSync(folder, { recursive: true, force: true }));

	const run = (...args: string[]) => {
		const command = ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', 'generator/expose-cli.mts', ...args];
		return spawnSync('node_modules/.bin/node', command, { encoding: 'utf8' });
	};
	const out = (): string => join(folder, 'workflow.json');
	const written = (): Workflow => JSON.parse(readFileSync(out(), 'utf8')) as Workflow;

	it('writes a workflow with an MCP server and a tool for each operation, and says what it left out', () => {
		const { status, stdout } = run('mcp', '--out', out());
		expect(status).toBe(0);
		expect(stdout).toMatch(/Left out, since they delete or overwrite \(--destructive adds them\): .*user_delete/);
		const { nodes, connections } = written();
		const [server, ...tools] = nodes;
		expect(server).toMatchObject({ type: '@n8n/n8n-nodes-langchain.mcpTrigger', parameters: { path: 'label-studio', authentication: 'bearerAuth' } });
		expect(tools).toHaveLength(47);
		expect(new Set(nodes.map(({ id }) => id)).size).toBe(48);
		expect(tools.every(({ type, credentials }) => type === 'n8n-nodes-label-studio.labelStudioTool' && credentials?.labelStudioApi?.id === null)).toBe(true);
		expect(Object.keys(connections).sort()).toEqual(tools.map(({ name }) => name).sort());
	});

	it('writes a workflow with a webhook for each route behind a key', () => {
		expect(run('rest', '--out', out()).status).toBe(0);
		const webhooks = written().nodes.filter(({ type }) => type === 'n8n-nodes-base.webhook');
		expect(webhooks).toHaveLength(60);
		expect(webhooks.every(({ parameters, webhookId }) => parameters.authentication === 'headerAuth' && webhookId === 'label-studio')).toBe(true);
		expect(webhooks.map(({ parameters }) => parameters.path)).toEqual(expect.arrayContaining(['label-studio/api/users', 'api/users/:id/'].map((path) => expect.stringContaining(path) as unknown)));
	});

	it.each([
		['no kind', [], 'Say what to write: mcp or rest'],
		['an unknown kind', ['soap'], 'mcp or rest, not soap'],
		['an unknown capability file', ['mcp', '--capability', 'nowhere.yaml'], 'nowhere.yaml cannot be read'],
		['an operation that the package lacks', ['mcp', '--operations', 'annotation.get,annotation.fly'], 'no operation annotation.fly. It has annotation.convertToDraft'],
		['an unknown resource', ['mcp', '--resources', 'tsak'], 'no resource tsak'],
		['only destructive tools', ['mcp', '--operations', 'user.delete'], '--destructive adds them'],
		['options that contradict', ['mcp', '--read-only', '--destructive'], 'exclude each other'],
		['an unknown option', ['mcp', '--all'], "Unknown option '--all'"],
	])('names %s and writes nothing', (_name, args, message) => {
		const { status, stderr } = run(...args, '--out', out());
		expect(status).not.toBe(0);
		expect(stderr).toContain(message);
		expect(stderr).not.toMatch(/\n\s+at /);
		expect(readdirSync(folder)).toEqual([]);
	});

	it.each([
		['tools that would share a name', 'mcp', 'type: mcp\n    tools:\n    - {name: a, call: task.get}\n    - {name: b, call: task.get}\n', 'task.get is exposed twice, and both would have the name task_get'],
		['operations that would share a route', 'rest', 'type: rest\n    resources:\n    - path: /api/tasks/{id}/\n      operations:\n      - {method: GET, call: task.get}\n      - {method: GET, call: task.get}\n', 'task.get is exposed twice, and both would have the route GET /api/tasks/{id}/'],
	])('names two %s and writes nothing', (_name, kind, adapter, message) => {
		const capability = join(folder, 'twice.yaml');
		writeFileSync(capability, `naftiko: 1.0.0-alpha2\ncapability:\n  exposes:\n  - ${adapter}`);
		const { status, stderr } = run(kind, '--capability', capability, '--out', out());
		expect(status).toBe(1);
		expect(stderr).toContain(message);
		expect(existsSync(out())).toBe(false);
	});

	it('says it when the file cannot be written', () => {
		const { status, stderr } = run('mcp', '--out', join(folder, 'no', 'where.json'));
		expect(status).toBe(1);
		expect(stderr).toContain('where.json');
		expect(stderr).not.toMatch(/\n\s+at /);
	});
});
