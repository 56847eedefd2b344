import { NodeHelpers, type INode, type INodeParameters, type INodeProperties } from 'n8n-workflow';
import { variants } from '../../generator/coverage.mts';
import { entities, requiredParents, searchMethod } from '../../nodes/LabelStudio/pickers/entities.ts';
import { operations } from '../../nodes/LabelStudio/generated/operations.ts';
import { labelStudio, runNode, searchList } from '../support/engine.mts';
import { sendJson, startServer, type TestServer } from '../support/server.mts';

const apiToken = '0123456789abcdef0123456789abcdef01234567';
const id = (value: number) => ({ __rl: true, mode: 'id', value: String(value) });

/** The properties that the editor shows for what was chosen. */
const shown = (parameters: INodeParameters, properties = labelStudio.description.properties, root = parameters): INodeProperties[] =>
	properties.filter((property) => NodeHelpers.displayParameter(parameters, property, { typeVersion: 1 } as INode, labelStudio.description, root));

/** Where the editor has a field: `property`, or `collection.property`. */
const fields = (parameters: INodeParameters): string[] =>
	shown(parameters).flatMap((property) =>
		property.type === 'collection' && property.name !== 'options'
			? shown({}, property.options as INodeProperties[], parameters).map(({ name }) => `${property.name}.${name}`)
			: [property.name],
	);

const cases = Object.entries(operations).flatMap(([resource, named]) =>
	Object.entries(named).flatMap(([name, whole]) =>
		variants(whole)
			.filter(({ variant }) => variant)
			.map(({ variant, operation }) => ({
				title: `${resource}: ${name} (${variant})`,
				operation,
				whole,
				parameters: { resource, operation: name, specifyBody: 'fields', [whole.variant?.parameter as string]: variant as string } as INodeParameters,
			})),
	),
);

describe('the fields of a variant', () => {
	it('are there to be tested', () => {
		expect(cases.length).toBeGreaterThan(100);
	});

	it.each(cases)('$title: are all shown, each once, and none of others', ({ operation, whole, parameters }) => {
		const visible = fields(parameters);
		const places = new Set(whole.parameters.map(({ at }) => at));
		expect(visible.filter((place) => places.has(place) && place !== whole.variant?.parameter).sort()).toEqual(operation.parameters.map(({ at }) => at).sort());
	});

	it.each(cases)('$title: have n8n insist on nothing that the expression of another variant would lack', ({ parameters, whole }) => {
		const byExpression = { ...parameters, [whole.variant?.parameter as string]: '={{ $json.variant }}' };
		const own = new Set(whole.parameters.filter(({ only }) => !only).map(({ at }) => at));
		const insisted = shown(byExpression).filter(({ required }) => required).map(({ name }) => name);
		expect(insisted.filter((name) => name !== whole.variant?.parameter && !own.has(name))).toEqual([]);
	});
});

describe('the provider of a storage', () => {
	let server: TestServer;
	beforeAll(async () => {
		server = await startServer((_request, response) => sendJson(response, { id: 1 }));
	});
	afterAll(async () => await server.close());
	beforeEach(() => {
		server.requests.length = 0;
		server.answer((_request, response) => sendJson(response, { id: 1 }));
	});

	const credential = () => ({ baseUrl: server.url, apiToken });
	const run = async (parameters: object, items: object[] = [{}]) =>
		await runNode({ parameters: { specifyBody: 'fields', ...parameters } as never, credential: credential(), items: items.map((json) => ({ json: json as never })) });
	const sent = () => server.requests.map(({ method, path, body }) => [method, path, body && (JSON.parse(body) as unknown)]);

	it('is Amazon S3 unless another one is chosen', async () => {
		const { error } = await run({ resource: 'importStorage', operation: 'create', project: id(3), bucket: 'reviews' });
		expect(error).toBeUndefined();
		expect(sent()).toEqual([['POST', '/api/storages/s3/', { project: 3, bucket: 'reviews' }]]);
	});

	it('can be another one for each item, with its own fields', async () => {
		const { error, items } = await run(
			{
				resource: 'importStorage',
				operation: 'create',
				provider: '={{ $json.provider }}',
				project: id(3),
				title: '={{ $json.provider }}',
				bucket: 'reviews',
				container: 'texts',
				folder: '/files/reviews',
				keyPrefix: 'review:',
				additionalFields: { regionName: 'eu-central-1', prefix: '2026', recursiveScan: false },
			},
			['s3', 'azure', 'localfiles', 'redis'].map((provider) => ({ provider })),
		);
		expect(error).toBeUndefined();
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([0, 1, 2, 3].map((item) => ({ item })));
		expect(sent()).toEqual([
			['POST', '/api/storages/s3/', { project: 3, title: 's3', bucket: 'reviews', region_name: 'eu-central-1', prefix: '2026', recursive_scan: false }],
			['POST', '/api/storages/azure/', { project: 3, title: 'azure', container: 'texts', prefix: '2026', recursive_scan: false }],
			['POST', '/api/storages/localfiles/', { project: 3, title: 'localfiles', path: '/files/reviews', recursive_scan: false }],
			['POST', '/api/storages/redis/', { project: 3, title: 'redis', path: 'review:' }],
		]);
	});

	it('takes nothing along of one that was chosen before', async () => {
		const { error } = await run({ resource: 'importStorage', operation: 'create', provider: 'gcs', project: id(3), bucket: 'reviews', container: 'texts', awsSecretAccessKey: 'key', additionalFields: { regionName: 'eu-central-1', prefix: '2026' } });
		expect(error).toBeUndefined();
		expect(sent()).toEqual([['POST', '/api/storages/gcs/', { project: 3, bucket: 'reviews', prefix: '2026' }]]);
	});

	it.each<[string, string]>([
		['an unknown one', '={{ "dropbox" }}'],
		['one that climbs', '={{ "../projects" }}'],
		['one with a slash', '={{ "s3/7" }}'],
		['one in capitals', '={{ "S3" }}'],
	])('is refused before anything is sent: %s', async (_name, provider) => {
		const { error } = await run({ resource: 'importStorage', operation: 'get', provider, importStorage: id(7) });
		expect(error?.message).toMatch(/^Provider must be one of azure, azure_spi, databricks, gcs, gcs_sa, gcswif, localfiles, redis, s3, s3s, but is ".*" \[item 0\]$/);
		expect(server.requests).toEqual([]);
	});

	it.each<[string, object, object[], string]>([
		['no provider', { provider: '={{ $json.provider }}' }, [{ provider: 's3' }, {}], 'Provider is required, but empty [item 1]'],
		['no role', { provider: 's3s' }, [{}], 'Role ARN is required, but empty [item 0]'],
		['no role, for an item that needs one', { provider: '={{ $json.provider }}' }, [{ provider: 's3' }, { provider: 's3s' }], 'Role ARN is required, but empty [item 1]'],
		['no key prefix', { provider: 'redis' }, [{}], 'Key Prefix is required, but empty [item 0]'],
		['no workspace', { provider: 'databricks' }, [{}], 'Workspace URL is required, but empty [item 0]'],
	])('asks for what it needs before anything is sent: %s', async (_name, parameters, items, expected) => {
		const { error } = await run({ resource: 'importStorage', operation: 'create', project: id(3), ...parameters }, items);
		expect(error?.message).toBe(expected);
		expect(server.requests).toEqual([]);
	});

	it('keeps keys out of messages', async () => {
		const parameters = { resource: 'importStorage', operation: 'create', provider: 'gcs', project: id(3), googleApplicationCredentials: '={{ $json }}' };
		const { error } = await run(parameters, [{ private_key: 'very-private' }]);
		expect(error?.message).toBe('Google Application Credentials must be text [item 0]');
		expect(JSON.stringify(error)).not.toContain('very-private');
	});

	it('that gives keys away has them shortened, in lists too', async () => {
		server.answer((request, response) => sendJson(response, request.path.endsWith('/9') ? { id: 9, client_secret: 'very-private' } : [{ id: 9, client_secret: 'very-private' }]));
		const one = await run({ resource: 'importStorage', operation: 'get', provider: 'azure_spi', importStorage: id(9), simplify: false });
		const listed = await run({ resource: 'importStorage', operation: 'getMany', provider: 'azure_spi', project: id(3), simplify: false });
		const whole = await run({ resource: 'importStorage', operation: 'getMany', provider: 'azure_spi', project: id(3), options: { fullResponse: true } });
		expect([one, listed].flatMap(({ items }) => items.map(({ json }) => json))).toEqual([{ id: 9, client_secret: '…' }, { id: 9, client_secret: '…' }]);
		expect(whole.items[0]?.json.body).toEqual([{ id: 9, client_secret: '…' }]);
	});

	it('that only Enterprise has says so where the server does not know it', async () => {
		server.answer((_request, response) => {
			response.writeHead(404, { 'content-type': 'text/html' }).end('<!doctype html><html></html>');
		});
		const message = async (provider: string) => (await run({ resource: 'exportStorage', operation: 'get', provider, exportStorage: id(9) })).error?.message;
		expect(await message('databricks')).toBe('This operation needs Label Studio Enterprise');
		expect(await message('s3')).toBe('Label Studio found nothing there');
	});

	describe('chooses what the picker lists', () => {
		const providers = operations.importStorage?.get?.parameters.find(({ name }) => name === 'provider')?.values ?? [];
		const pick = async (resource: 'importStorage' | 'exportStorage', parameters: object, filter?: string) =>
			await searchList(searchMethod(resource) as string, { parameters: { resource, operation: 'get', [resource]: { __rl: true, mode: 'list', value: '' }, ...parameters } as never, credential: credential() }, filter);

		beforeEach(() => {
			server.answer((_request, response) => sendJson(response, [{ id: 7, title: 'Reviews' }, { id: 8, title: null }]));
		});

		it.each(providers)('%s', async (provider) => {
			const projectScope = id(3);
			const expected = [{ name: 'Reviews', value: 7 }];
			expect((await pick('importStorage', { provider, projectScope })).results).toEqual([...expected, { name: 'Import Storage 8', value: 8 }]);
			expect((await pick('exportStorage', { provider, projectScope }, 'review')).results).toEqual(expected);
			expect(server.requests.map(({ path, query }) => `${path}?${query.toString()}`)).toEqual([`/api/storages/${provider}/?project=3`, `/api/storages/export/${provider}?project=3`]);
		});

		it('by the project that a new storage is checked for', async () => {
			await pick('importStorage', { operation: 'validate', specifyBody: 'fields', provider: 'redis', project: { __rl: true, mode: 'url', value: 'https://label-studio.example.com/projects/12/data' } });
			expect(server.requests.map(({ path, query }) => `${path}?${query.toString()}`)).toEqual(['/api/storages/redis/?project=12']);
		});

		it('not by the project that a change gives to it', async () => {
			await pick('importStorage', { operation: 'update', specifyBody: 'fields', projectScope: id(3), updateFields: { project: id(4) } });
			expect(server.requests.map(({ path, query }) => `${path}?${query.toString()}`)).toEqual(['/api/storages/s3/?project=3']);
		});

		it('and without provider or project says what to choose first', async () => {
			await expect(pick('importStorage', { projectScope: id(3), provider: '={{ $json.provider }}' })).rejects.toThrow('Choose the provider first, or enter the ID');
			await expect(pick('exportStorage', { provider: 'gcs' })).rejects.toThrow('Choose the project first, or enter the ID');
			expect(server.requests).toEqual([]);
		});
	});
});

describe('what a picker needs', () => {
	const pickers = Object.entries(operations).flatMap(([resource, named]) => Object.keys(named).map((operation) => ({ resource, operation })));

	it.each(pickers)('$resource: $operation offers on top', ({ resource, operation }) => {
		const parameters = { resource, operation, specifyBody: 'fields', taskSelection: 'view' };
		// The helper shows only beside a picker that is at its list.
		const listed = Object.fromEntries(shown(parameters).filter(({ type }) => type === 'resourceLocator').map(({ name }) => [name, { __rl: true, mode: 'list', value: '' }]));
		const visible = shown({ ...parameters, ...listed });
		const names = new Set(fields({ ...parameters, ...listed }).map((place) => place.split('.').at(-1)));
		for (const property of visible) {
			const method = property.modes?.find(({ name }) => name === 'list')?.typeOptions?.searchListMethod;
			const entity = method && Object.keys(entities).find((name) => searchMethod(name) === method);
			const lacking = (entity ? requiredParents(entity) : []).filter((parent) => ![parent, `${parent}Scope`].some((name) => names.has(name)));
			expect({ picker: property.name, lacking }).toEqual({ picker: property.name, lacking: [] });
		}
	});
});
