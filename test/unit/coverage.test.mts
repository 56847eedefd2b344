import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compare, summarize, type Coverage } from '../../generator/coverage.mts';
import { fromOpenApi } from '../../generator/openapi.mts';
import type { OperationTable } from '../../nodes/LabelStudio/execution/operation.ts';
import { operations as shipped } from '../../nodes/LabelStudio/generated/operations.ts';
import { describeWithReference, readFacts, reference, shape } from '../support/facts.mts';
import { sendJson, startServer } from '../support/server.mts';

const table: OperationTable = {
	thing: {
		getMany: { method: 'GET', path: '/api/things/', parameters: [{ name: 'ids[]', in: 'query', kind: 'list', at: 'filters.ids', label: 'IDs' }], list: { at: 'results', paging: 'page' } },
		update: { method: 'PATCH', path: '/api/things/{id}/', twin: true, parameters: [
			{ name: 'id', in: 'path', kind: 'integer', at: 'thingId', label: 'Thing ID', required: true },
			{ name: 'title', in: 'body', kind: 'string', at: 'updateFields.title', label: 'Title' },
		] },
	},
};

const document = {
	openapi: '3.1.0',
	paths: {
		'/api/things/': { get: { parameters: [{ name: 'ids', in: 'query' }, { name: 'page', in: 'query' }, { name: 'color', in: 'query' }] } },
		'/api/things/{pk}/': {
			parameters: [{ $ref: '#/components/parameters/pk' }],
			put: { requestBody: { content: { 'application/json': { schema: { allOf: [{ $ref: '#/components/schemas/Thing' }] } } } } },
			delete: {},
		},
	},
	components: { parameters: { pk: { name: 'pk', in: 'path' } }, schemas: { Thing: { properties: { title: {}, size: {} } } } },
};

const command = ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', 'generator/coverage-cli.mts'];
const node = 'node_modules/.bin/node';
const run = (...args: string[]): Coverage => JSON.parse(execFileSync(node, [...command, ...args, '--json'], { encoding: 'utf8' })) as Coverage;

describe('coverage', () => {
	it('counts operations and parameters, and names what is missing', () => {
		expect(summarize(compare(table, fromOpenApi(document)))).toEqual({
			operations: { total: 3, covered: 2, missing: ['DELETE /api/things/{pk}/'] },
			parameters: { total: 7, covered: 4, missing: ['GET /api/things/ query color', 'PUT /api/things/{pk}/ body size', 'DELETE /api/things/{pk}/ path pk'] },
		});
	});

	it('counts each variant by its own path and fields', () => {
		const storages: OperationTable = {
			storage: {
				create: {
					method: 'POST',
					path: '/api/storages/{provider}/',
					variant: { parameter: 'provider' },
					parameters: [
						{ name: 'provider', in: 'path', kind: 'string', at: 'provider', label: 'Provider', values: ['s3', 'azure'] },
						{ name: 'bucket', in: 'body', kind: 'string', at: 'bucket', label: 'Bucket', only: ['s3'] },
						{ name: 'container', in: 'body', kind: 'string', at: 'container', label: 'Container', only: ['azure'] },
					],
				},
			},
		};
		const source = ['s3', 'azure', 'redis'].map((provider) => ({ method: 'POST', path: `/api/storages/${provider}/`, parameters: [{ in: 'body' as const, name: 'bucket' }] }));
		expect(summarize(compare(storages, source))).toEqual({
			operations: { total: 3, covered: 2, missing: ['POST /api/storages/redis/'] },
			parameters: { total: 3, covered: 1, missing: ['POST /api/storages/azure/ body bucket', 'POST /api/storages/redis/ body bucket'] },
		});
	});

	it('does not take an operation for covered that the table lacks', () => {
		const { getMany: _lacking, ...others } = table.thing ?? {};
		expect(summarize(compare({ thing: others }, fromOpenApi(document))).operations.missing).toContain('GET /api/things/');
	});

	it('reads documents in JSON as well', () => {
		const folder = mkdtempSync(join(tmpdir(), 'coverage-'));
		try {
			writeFileSync(join(folder, 'document.json'), JSON.stringify(document));
			expect(run(join(folder, 'document.json')).operations).toEqual({ total: 3, covered: 0, missing: ['GET /api/things/', 'PUT /api/things/{pk}/', 'DELETE /api/things/{pk}/'] });
		} finally {
			rmSync(folder, { recursive: true });
		}
	});

	it('reads the document of a server', async () => {
		const server = await startServer((request, response) => sendJson(response, request.path === '/sub/docs/api/schema/json' ? document : {}, 200));
		try {
			// The server answers from this very process, so the command must not block it.
			const { promisify } = await import('node:util');
			const { execFile } = await import('node:child_process');
			const { stdout } = await promisify(execFile)(node, [...command, `${server.url}/sub/api/`, '--json']);
			expect((JSON.parse(stdout) as Coverage).operations.total).toBe(3);
		} finally {
			await server.close();
		}
	});

	it.each([
		['a file that is not there', 'no-such-file.yaml', 'no-such-file.yaml cannot be read'],
		['a document of another kind', 'package.json', 'is neither a Naftiko capability nor an OpenAPI 3 document'],
	])('refuses %s', (_name, source, message) => {
		const { status, stderr, stdout } = spawnSync(node, [...command, source, '--json'], { encoding: 'utf8' });
		expect(status).toBe(1);
		expect(stderr).toContain(message);
		expect(stdout).toBe('');
	});
});

describeWithReference('coverage of the reference documents', () => {
	it('finds 60 of the 60 operations of the reference capability, with all their parameters', () => {
		const { operations, parameters } = run(reference('label-studio-capability.yaml'));
		expect(operations).toEqual({ total: 60, covered: 60, missing: [] });
		expect(parameters).toEqual({ total: 96, covered: 96, missing: [] });
	});

	it('counts as many operations in the OpenAPI document as the facts publish', () => {
		expect(run(reference('label-studio-openapi.yml')).operations.total).toBe(400);
	});

	it('has every live operation of Project, Task, Annotation and Prediction', () => {
		const sent = new Set(Object.values(shipped).flatMap((named) => Object.values(named)).flatMap(({ method, path, twin }) => [shape(method, path), ...(twin ? [shape('PUT', path)] : [])]));
		const groups = ['projects', 'projects/exports', 'Projects', 'tasks', 'Tasks', 'annotations', 'Annotations', 'predictions', 'Predictions'];
		const wanted = readFacts().filter((fact) => fact.live && groups.includes(fact.group));
		expect(wanted.length).toBeGreaterThan(40);
		expect(wanted.filter((fact) => !sent.has(shape(fact.method, fact.path))).map((fact) => `${fact.method} ${fact.path}`)).toEqual([]);
	});
});
