import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { INodeParameters } from 'n8n-workflow';
import { redisCommand } from '../../stack/redis.mts';
import { searchMethod } from '../../nodes/LabelStudio/pickers/entities.ts';
import { startAzure, startGoogle, type Cloud } from '../support/clouds.mts';
import { searchList } from '../support/engine.mts';
import { callLive, describeUnless, failure, id, labelConfig, liveServer, many, namedOperations, one, positive } from '../support/live.mts';

const { TEST_S3_URL, TEST_REDIS_PORT, TEST_REDIS_PASSWORD, TEST_LABEL_STUDIO_FILES, TEST_GOOGLE_STORAGE_PORT } = process.env;
const missing = 99_999_999;
/** Why nothing beside the Label Studio can be reached from it. */
const elsewhere = TEST_LABEL_STUDIO_FILES ? undefined : 'the Label Studio that is used was not started by the test runner';

/** A name that no other run has, so that shared servers are no problem. */
const place = `storages-${Math.random().toString(36).slice(2, 8)}`;

/** A storage of one provider, as a person who sets it up knows it. */
interface Storage {
	provider: string;
	/** What this machine lacks for it. */
	lacking?: string;
	/** Makes an empty one. */
	open(): Promise<void>;
	close(): Promise<void>;
	/** The node's fields to read tasks from `in`, and to write annotations to `out`. */
	reading: () => INodeParameters;
	writing: () => INodeParameters;
	/** Fields that lead nowhere, and what Label Studio says of them. */
	wrong: () => INodeParameters;
	refusal: RegExp;
	/** What a change of the storage has to give once more. */
	again?: { reading: () => INodeParameters; writing: () => INodeParameters };
	/** Puts an object where tasks are read. */
	put(name: string, text: string): Promise<void>;
	/** What was written, by name without its folder. */
	written(): Promise<Record<string, string>>;
}

const of = <T,>(entries: Iterable<readonly [string, T]>): Record<string, T> => Object.fromEntries(entries);
const collection = (additionalFields: INodeParameters, more: INodeParameters): INodeParameters => ({ ...more, additionalFields });

const s3Fetch = async (path: string, init?: RequestInit): Promise<string> => {
	// It takes any signature, but wants one for what somebody else has put there.
	const response = await fetch(`${TEST_S3_URL}/${place}${path}`, { ...init, headers: { authorization: 'AWS an-id:a-signature' } });
	if (!response.ok) throw new Error(`S3 answers ${response.status} to ${init?.method ?? 'GET'} ${path}`);
	return await response.text();
};
const s3Keys = { awsAccessKeyId: 'an-id', awsSecretAccessKey: 'a-key' };

const s3: Storage = {
	provider: 's3',
	lacking: TEST_S3_URL ? undefined : (elsewhere ?? 'there is no S3-compatible server'),
	open: async () => void (await s3Fetch('', { method: 'PUT' })),
	close: async () => {},
	reading: () => collection({ prefix: 'in', s3Endpoint: TEST_S3_URL as string, regionName: 'us-east-1' }, { bucket: place, ...s3Keys }),
	writing: () => collection({ prefix: 'out', s3Endpoint: TEST_S3_URL as string }, { bucket: place, ...s3Keys }),
	wrong: () => collection({ s3Endpoint: TEST_S3_URL as string }, { bucket: `${place}-missing`, ...s3Keys }),
	// All that it says where the endpoint is not Amazon's.
	refusal: /Debugging info is not available/,
	put: async (name, text) => void (await s3Fetch(`/in/${name}`, { method: 'PUT', body: text })),
	written: async () => {
		const keys = [...(await s3Fetch('?list-type=2&prefix=out/')).matchAll(/<Key>out\/([^<]+)<\/Key>/g)].map((match) => match[1] as string);
		return of(await Promise.all(keys.map(async (key) => [key, await s3Fetch(`/out/${key}`)] as const)));
	},
};

const redisAddress = { port: Number(TEST_REDIS_PORT), password: TEST_REDIS_PASSWORD ?? '' };
const redisLogin = { host: '127.0.0.1', port: String(TEST_REDIS_PORT), password: TEST_REDIS_PASSWORD ?? '' };
const [readDatabase, writeDatabase] = [3, 4];

const redis: Storage = {
	provider: 'redis',
	lacking: TEST_REDIS_PORT ? undefined : (elsewhere ?? 'redis-server is not installed'),
	open: async () => void (await redisCommand(redisAddress, writeDatabase, 'FLUSHDB')),
	close: async () => {},
	reading: () => collection({ db: readDatabase }, { ...redisLogin, keyPrefix: `${place}:` }),
	writing: () => collection({ db: writeDatabase }, redisLogin),
	wrong: () => collection({}, { ...redisLogin, password: 'wrong', keyPrefix: `${place}:` }),
	refusal: /Can't connect to Redis server|invalid username-password pair|Error validating storage connection/,
	again: { reading: () => redisLogin, writing: () => ({}) },
	put: async (name, text) => void (await redisCommand(redisAddress, readDatabase, 'SET', `${place}:${name}`, text)),
	written: async () => {
		const keys = (await redisCommand(redisAddress, writeDatabase, 'KEYS', '*')).split('\n').filter(Boolean);
		return of(await Promise.all(keys.map(async (key) => [key, await redisCommand(redisAddress, writeDatabase, 'GET', key)] as const)));
	},
};

const folder = (name: string): string => join(TEST_LABEL_STUDIO_FILES ?? '', place, name);

const localFiles: Storage = {
	provider: 'localfiles',
	lacking: elsewhere,
	open: async () => {
		for (const name of ['in', 'out']) mkdirSync(folder(name), { recursive: true });
	},
	close: async () => rmSync(folder(''), { recursive: true, force: true }),
	reading: () => collection({ recursiveScan: true }, { folder: folder('in') }),
	writing: () => collection({}, { folder: folder('out') }),
	wrong: () => collection({}, { folder: folder('missing') }),
	refusal: /does not exist/,
	again: { reading: () => ({ folder: folder('in') }), writing: () => ({ folder: folder('out') }) },
	put: async (name, text) => {
		// In a folder of its own, which only a scan of subfolders finds.
		const file = join(folder('in'), 'sub', name);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, text);
	},
	written: async () => of(readdirSync(folder('out')).map((name) => [name, readFileSync(join(folder('out'), name), 'utf8')] as const)),
};

const inCloud = (cloud: () => Cloud): Pick<Storage, 'close' | 'put' | 'written'> => ({
	close: async () => await cloud().close(),
	put: async (name, text) => void cloud().objects.set(`in/${name}`, text),
	written: async () => of([...cloud().objects].filter(([key]) => key.startsWith('out/')).map(([key, text]) => [key.slice('out/'.length), text] as const)),
});

let azureCloud: Cloud;
/** Label Studio puts name and key into a connection string, in which an address can follow: so it comes to us instead of Azure. */
const azureLogin = (): INodeParameters => ({ accountName: 'account', accountKey: `${Buffer.from('a-key').toString('base64')};BlobEndpoint=${azureCloud.url}/account` });

const azure: Storage = {
	provider: 'azure',
	lacking: elsewhere,
	open: async () => {
		azureCloud = await startAzure(place);
	},
	...inCloud(() => azureCloud),
	reading: () => collection({ prefix: 'in' }, { ...azureLogin(), container: place }),
	writing: () => collection({ prefix: 'out' }, { ...azureLogin(), container: place }),
	wrong: () => collection({}, { ...azureLogin(), container: `${place}-missing` }),
	refusal: /Container not found|Error validating storage connection/,
};

let googleCloud: Cloud;

const google: Storage = {
	provider: 'gcs',
	lacking: TEST_GOOGLE_STORAGE_PORT ? undefined : (elsewhere ?? 'this Label Studio looks for Google Cloud Storage at Google'),
	open: async () => {
		googleCloud = await startGoogle(place, Number(TEST_GOOGLE_STORAGE_PORT));
	},
	...inCloud(() => googleCloud),
	reading: () => collection({ prefix: 'in' }, { bucket: place }),
	writing: () => collection({ prefix: 'out', googleProjectId: 'a-project' }, { bucket: place }),
	wrong: () => collection({}, { bucket: place, googleApplicationCredentials: 'no JSON' }),
	refusal: /Google Application Credentials must be valid JSON|Error validating storage connection/,
};

const createProject = async (): Promise<number> => Number((await one({ resource: 'project', operation: 'create', specifyBody: 'fields', title: place, labelConfig })).id);

const operationsOf = (provider: string): string[] => [...namedOperations().keys()].filter((name) => /^(import|export)Storage: /.test(name) && name.endsWith(`(${provider})`));

describe('the storages of a real Label Studio', () => {
	let project: number;

	beforeEach(async () => {
		project = await createProject();
	});

	afterEach(async () => {
		await callLive({ resource: 'project', operation: 'delete', project: id(project), confirm: true });
	});

	it.each(['importStorage', 'exportStorage'])('%s: has types', async (resource) => {
		expect((await many({ resource, operation: 'getTypes' })).map(({ name }) => name).sort()).toEqual(['azure', 'gcs', 'localfiles', 'redis', 's3']);
	});

	it.each(['importStorage', 'exportStorage'])('%s: are listed of all providers, also where there are none', async (resource) => {
		expect(await many({ resource, operation: 'getManyOfProject', project: id(project) })).toEqual([]);
	});

	it.each([
		['importStorage', 's3s'],
		['exportStorage', 'databricks'],
	])('%s: of %s need Enterprise', async (resource, provider) => {
		expect((await failure({ resource, operation: 'getMany', provider, project: id(project) })).message).toBe('This operation needs Label Studio Enterprise');
	});

	describe.each([s3, redis, localFiles, azure, google].map((storage) => [storage.provider, storage] as const))('%s', (provider, storage) => {
		describeUnless(storage.lacking, operationsOf(provider), 'is read and written', () => {
			const { again } = storage;
			const base = (resource: string, operation: string): INodeParameters => ({ resource, operation, provider, specifyBody: 'fields', simplify: false });
			const update = (resource: string, fields: INodeParameters): INodeParameters => ({ ...base(resource, 'update'), updateFields: { ...fields, title: 'Renamed' } });

			const picked = async (resource: 'importStorage' | 'exportStorage') => {
				const { url: baseUrl, apiToken } = liveServer();
				const parameters = { ...base(resource, 'get'), [resource]: { __rl: true, mode: 'list', value: '' }, projectScope: id(project) };
				return (await searchList(searchMethod(resource) as string, { parameters, credential: { baseUrl, apiToken } })).results;
			};

			beforeAll(async () => await storage.open());
			afterAll(async () => await storage.close());

			it('from objects to tasks', async () => {
				const own = { project: id(project), title: 'Texts', ...storage.reading() };
				await storage.put('first.json', JSON.stringify({ text: 'The kettle leaks' }));
				await storage.put('second.json', JSON.stringify([{ data: { text: 'The lid fits' } }, { data: { text: 'The handle is hot' } }]));

				expect(await one({ ...base('importStorage', 'validate'), ...own })).toEqual({ success: true });
				const created = await one({ ...base('importStorage', 'create'), ...own });
				expect(created).toMatchObject({ type: provider, project, title: 'Texts', status: 'initialized' });
				const storageId = { importStorage: id(created.id) };
				const chosen = { ...base('importStorage', 'get'), ...storageId };
				expect(await one(chosen)).toMatchObject({ id: created.id, title: 'Texts' });
				expect(JSON.stringify([created, await one(chosen)])).not.toMatch(/a-key|"(password|account_key|aws_secret_access_key)"/);
				expect((await many({ ...base('importStorage', 'getMany'), project: id(project) })).map((row) => row.id)).toEqual([created.id]);
				expect(await many({ resource: 'importStorage', operation: 'getManyOfProject', project: id(project) })).toEqual([expect.objectContaining({ id: created.id, type: provider })]);
				expect(await picked('importStorage')).toEqual([{ name: 'Texts', value: created.id }]);
				expect(await one({ ...update('importStorage', again?.reading() ?? {}), ...storageId })).toMatchObject({ id: created.id, title: 'Renamed' });
				expect(await one({ ...base('importStorage', 'validate'), ...own, ...storageId, title: 'Tried Again' })).toEqual({ success: true });
				expect(await one(chosen)).toMatchObject({ title: 'Tried Again' });

				expect(await one({ ...base('importStorage', 'sync'), ...storageId, simplify: true })).toMatchObject({ id: created.id, type: provider, status: 'completed', last_sync_count: 3 });
				const tasks = await many({ resource: 'task', operation: 'getMany', project: id(project) });
				// Redis has no order.
				expect(tasks.map(({ data }) => (data as { text: string }).text).sort()).toEqual(['The handle is hot', 'The kettle leaks', 'The lid fits']);
				expect(await one({ ...base('importStorage', 'sync'), ...storageId })).toMatchObject({ status: 'completed', last_sync_count: 0 });

				expect(await one({ ...base('importStorage', 'delete'), ...storageId })).toEqual({ deleted: true });
				expect((await failure(chosen)).httpCode).toBe('404');
				expect(await many({ resource: 'task', operation: 'getMany', project: id(project) })).toHaveLength(3);
			}, 120_000);

			it('from annotations to objects', async () => {
				const own = { project: id(project), title: 'Results', ...storage.writing() };
				const task = (await one({ resource: 'task', operation: 'create', specifyBody: 'fields', project: id(project), data: '{"text": "The kettle leaks"}' })).id;
				const annotation = await one({ resource: 'annotation', operation: 'create', task: id(task), specifyBody: 'fields', result: JSON.stringify(positive) });

				expect(await one({ ...base('exportStorage', 'validate'), ...own })).toEqual({ success: true });
				const created = await one({ ...base('exportStorage', 'create'), ...own });
				expect(created).toMatchObject({ type: provider, project, title: 'Results' });
				const storageId = { exportStorage: id(created.id) };
				const chosen = { ...base('exportStorage', 'get'), ...storageId };
				expect(await one(chosen)).toMatchObject({ id: created.id, title: 'Results' });
				expect((await many({ ...base('exportStorage', 'getMany'), project: id(project) })).map((row) => row.id)).toEqual([created.id]);
				expect(await many({ resource: 'exportStorage', operation: 'getManyOfProject', project: id(project) })).toEqual([expect.objectContaining({ id: created.id, type: provider })]);
				expect(await picked('exportStorage')).toEqual([{ name: 'Results', value: created.id }]);
				expect(await one({ ...update('exportStorage', { ...again?.writing(), canDeleteObjects: true }), ...storageId })).toMatchObject({ title: 'Renamed', can_delete_objects: true });

				const second = await one({ resource: 'annotation', operation: 'create', task: id(task), specifyBody: 'fields', result: JSON.stringify(positive) });
				expect(await one({ ...base('exportStorage', 'sync'), ...storageId, simplify: true })).toMatchObject({ id: created.id, type: provider, status: 'completed', last_sync_count: 2 });
				const written = await storage.written();
				expect(Object.keys(written).sort()).toEqual([String(annotation.id), String(second.id)].sort());
				expect(JSON.parse(written[String(annotation.id)] ?? '')).toMatchObject({ id: annotation.id, result: [expect.objectContaining(positive[0] as object)], task: { id: task, data: { text: 'The kettle leaks' } } });

				expect(await one({ ...base('exportStorage', 'delete'), ...storageId })).toEqual({ deleted: true });
				expect((await failure(chosen)).httpCode).toBe('404');
				expect(Object.keys(await storage.written())).toHaveLength(2);
			}, 120_000);

			it.each(['importStorage', 'exportStorage'])('%s: that does not exist is refused in words', async (resource) => {
				for (const operation of ['validate', 'create']) {
					const { message, description } = await failure({ ...base(resource, operation), project: id(project), title: 'Wrong', ...storage.wrong() });
					expect(`${message}\n${description}`).toMatch(storage.refusal);
					expect(`${message}\n${description}`).not.toMatch(/Traceback|<|a-key/);
				}
				expect(await many({ ...base(resource, 'getMany'), project: id(project) })).toEqual([]);
			});

			it.each(['importStorage', 'exportStorage'])('%s: that is missing is not found', async (resource) => {
				for (const operation of ['get', 'update', 'delete', 'sync']) {
					expect({ operation, ...(await failure({ ...base(resource, operation), [resource]: id(missing), updateFields: { title: 'x' } })) }).toMatchObject({ operation, httpCode: '404' });
				}
				expect((await failure({ ...base(resource, 'getMany'), project: id(missing) })).httpCode).toBe('404');
			});
		});
	});
});
