import { readFileSync } from 'node:fs';
import { CapabilityError, parseCapability } from '../../generator/capability.mts';
import { capabilityFiles, generate, staleFiles } from '../../generator/generate.mts';
import { describeWithReference, readFacts, reference } from '../support/facts.mts';

const capability = (operations: string, path = '/api/things/{id}/'): string => `naftiko: 1.0.0-alpha2
info: {label: Thing, description: A thing}
capability:
  consumes:
  - type: http
    namespace: thing
    baseUri: http://localhost:8080
    authentication: {type: apikey, in: header, name: Authorization, value: x}
    resources:
    - name: thing
      path: ${path}
      operations:
${operations}`;

const get = `      - name: get
        method: GET
        description: Read a thing
        inputParameters:
        - {name: id, in: path, type: integer, required: true}
`;

const problems = (text: string): string[] => {
	try {
		parseCapability(text, 'thing.yaml');
	} catch (error) {
		if (error instanceof CapabilityError) return error.problems;
		throw error;
	}
	return [];
};

describe('capability files', () => {
	it('become resources and operations', () => {
		const [resource] = parseCapability(capability(get), 'thing.yaml');
		expect(resource).toMatchObject({ name: 'thing', label: 'Thing', operations: [{ name: 'get', method: 'GET', path: '/api/things/{id}/', source: 'thing.yaml:13' }] });
	});

	it.each([
		['an unknown key', get.replace('description:', 'summary:'), ['thing.yaml:13: capability.consumes[0].resources[0].operations[0].description: is missing', 'thing.yaml:15: capability.consumes[0].resources[0].operations[0].summary: this key is not known here']],
		['an unknown method', get.replace('GET', 'FETCH'), ['thing.yaml:14: capability.consumes[0].resources[0].operations[0].method: must be one of GET, POST, PUT, PATCH, DELETE']],
		['an unknown type', get.replace('integer', 'int'), ['thing.yaml:17: capability.consumes[0].resources[0].operations[0].inputParameters[0].type: must be one of string, integer, number, boolean, object, array']],
		['a path parameter that is not declared', get.replace('name: id', 'name: pk'), [
			'thing.yaml:17: capability.consumes[0].resources[0].operations[0].inputParameters: the path has {id}, but no path parameter is named so',
			'thing.yaml:17: capability.consumes[0].resources[0].operations[0].inputParameters[0].name: the path /api/things/{id}/ has no {pk}',
		]],
		['a selection by an unknown parameter', `${get}        x-n8n: {selection: [ids]}\n`, ['thing.yaml:18: capability.consumes[0].resources[0].operations[0].x-n8n.selection: there is no parameter ids']],
		['a carried field that does not exist', `${get}        x-n8n: {carry: [url]}\n`, ['thing.yaml:18: capability.consumes[0].resources[0].operations[0].x-n8n.carry: there is no parameter url']],
		['broken YAML', `${get}        x-n8n: {selection: [ids\n`, ['thing.yaml:19: YAML: Flow sequence in block collection must be sufficiently indented and end with a ]']],
	])('with %s are refused with file, line and key', (_name, operations, expected) => {
		const found = problems(capability(operations));
		for (const problem of expected) expect(found).toContain(problem);
	});

	it('of the package are what the generated files were made from, byte for byte', () => {
		const { files } = generate(capabilityFiles('capability'));
		expect(staleFiles(files, 'nodes/LabelStudio/generated')).toEqual([]);
	});
});

describeWithReference('the reference capability', () => {
	it('is read unchanged: 60 operations', () => {
		const file = reference('label-studio-capability.yaml');
		const operations = parseCapability(readFileSync(file, 'utf8'), file).flatMap((resource) => resource.operations);
		expect(operations).toHaveLength(60);
		const marked = readFacts().filter((fact) => fact.capability).map((fact) => `${fact.method} ${fact.path}`);
		expect(operations.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(marked.sort());
	});

	it('goes through the whole generator', () => {
		const { resources, files } = generate([reference('label-studio-capability.yaml')]);
		expect(resources.flatMap((resource) => Object.keys(resource.operations))).toHaveLength(60);
		expect(files.get('operations.ts')).toContain("path: '/api/fsm/entities/{entity_name}/{entity_id}/transition/'");
	});
});
