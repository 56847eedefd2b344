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

const variant = get.replace('type: integer, required: true', 'type: string, enum: [a, b], x-n8n: {variant: true}');

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
		['a variant outside of the path', `${get}        - {name: kind, in: query, type: string, enum: [a, b], x-n8n: {variant: true}}\n`, ['thing.yaml:18: capability.consumes[0].resources[0].operations[0].inputParameters[1].x-n8n.variant: only a path parameter with an enum can be one']],
		['a variant without values', get.replace('required: true', 'x-n8n: {variant: true}'), ['thing.yaml:17: capability.consumes[0].resources[0].operations[0].inputParameters[0].x-n8n.variant: only a path parameter with an enum can be one']],
		['a field of an unknown variant', `${variant}        - {name: size, in: body, x-n8n: {only: [a, c]}}\n`, ['thing.yaml:18: capability.consumes[0].resources[0].operations[0].inputParameters[1].x-n8n.only: c is no value of the variant parameter']],
		['an Enterprise value that is none', variant.replace('variant: true', 'variant: true, enterprise: [c]'), ['thing.yaml:17: capability.consumes[0].resources[0].operations[0].inputParameters[0].x-n8n.enterprise: c is no value of enum']],
		['two fields of one name for the same variant', `${variant}        - {name: size, in: body, x-n8n: {only: [a]}}\n        - {name: size, in: body, x-n8n: {only: [a, b]}}\n`, ['thing.yaml:19: capability.consumes[0].resources[0].operations[0].inputParameters[2].name: body parameter size stands twice']],
		['a default that is no choice', `${get}        - {name: size, in: query, enum: [small, large], default: huge}\n`, ['thing.yaml:18: capability.consumes[0].resources[0].operations[0].inputParameters[1].default: is no value of enum']],
		['broken YAML', `${get}        x-n8n: {selection: [ids\n`, ['thing.yaml:19: YAML: Flow sequence in block collection must be sufficiently indented and end with a ]']],
	])('with %s are refused with file, line and key', (_name, operations, expected) => {
		const found = problems(capability(operations));
		for (const problem of expected) expect(found).toContain(problem);
	});

	it('with a second variant are refused', () => {
		const two = `${variant}        - {name: other, in: path, type: string, enum: [c, d], x-n8n: {variant: true}}\n`;
		expect(problems(capability(two, '/api/things/{id}/{other}/'))).toEqual(['thing.yaml:18: capability.consumes[0].resources[0].operations[0].inputParameters[1].x-n8n.variant: id is the variant parameter already']);
	});

	it('may give variants fields of one name each', () => {
		const own = `${variant}        - {name: size, in: body, x-n8n: {only: [a]}}\n        - {name: size, in: body, x-n8n: {only: [b]}}\n`;
		expect(problems(capability(own))).toEqual([]);
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
