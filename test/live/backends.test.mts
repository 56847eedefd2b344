import { callLive, failure, id, labelConfig, many, one, positive } from '../support/live.mts';
import { sendJson, startServer, type Handler, type Recorded, type TestServer } from '../support/server.mts';

const missing = id(99_999_999);
const password = 'a-password-of-this-test';
const version = 'v2';

/** What label_studio/ml/api_connector.py of 1.23.2 asks of a model; all of it wants the password. */
const model: Handler = ({ path, headers, body }, response) => {
	if (headers.authorization && headers.authorization !== `Basic ${Buffer.from(`anna:${password}`).toString('base64')}`) return sendJson(response, { error: 'Who is there?' }, 401);
	const predict = (task: object) => ({ result: positive, score: 0.75, model_version: version, task });
	switch (path) {
		case '/health':
			return sendJson(response, { status: 'UP' });
		case '/setup':
			return sendJson(response, { model_version: version });
		case '/predict':
			return sendJson(response, { results: (JSON.parse(body) as { tasks: object[] }).tasks.map(predict) });
		case '/train':
		case '/webhook':
			return sendJson(response, { job: 'training-1' });
		case '/versions':
			return sendJson(response, { versions: [version, 'v1'] });
		default:
			return sendJson(response, { error: 'unknown' }, 404);
	}
};

describe('ML backends of a real Label Studio', () => {
	let stub: TestServer;
	let project: number;
	let task: number;
	let backend: Record<string, unknown>;

	beforeAll(async () => {
		stub = await startServer(model);
		project = Number((await one({ resource: 'project', operation: 'create', specifyBody: 'fields', title: 'Models', labelConfig })).id);
		task = Number((await one({ resource: 'task', operation: 'create', specifyBody: 'fields', project: id(project), data: '{"text": "Hello"}' })).id);
		backend = await one(connect({ title: 'Sentiment', additionalFields: { isInteractive: true, extraParams: '{"threshold": 0.5}', timeout: 30 } }));
	}, 60_000);

	afterAll(async () => {
		await callLive({ resource: 'project', operation: 'delete', project: id(project), confirm: true });
		await stub.close();
	});

	const connect = (more: object) => ({ resource: 'mlBackend', operation: 'create', specifyBody: 'fields', url: stub.url, project: id(project), ...more });
	const update = (mlBackend: object, updateFields: object) => ({ resource: 'mlBackend', operation: 'update', mlBackend, specifyBody: 'fields', updateFields }) as never;
	const asked = (path: string): Recorded[] => stub.requests.filter((request) => request.path === path);

	it('are connected and set up', async () => {
		expect(backend).toMatchObject({ project, url: stub.url, title: 'Sentiment', readable_state: 'Connected', model_version: version, is_interactive: true, timeout: 30 });
		expect(JSON.parse(asked('/setup')[0]?.body ?? '')).toMatchObject({ schema: labelConfig, extra_params: { threshold: 0.5 } });
	});

	it('are read and listed', async () => {
		expect(await one({ resource: 'mlBackend', operation: 'get', mlBackend: id(backend.id), simplify: false })).toMatchObject({ id: backend.id, extra_params: { threshold: 0.5 }, basic_auth_pass_is_set: false });
		expect((await many({ resource: 'mlBackend', operation: 'getMany', project: id(project) })).map((row) => row.id)).toEqual([backend.id]);
		expect((await failure({ resource: 'mlBackend', operation: 'get', mlBackend: missing })).httpCode).toBe('404');
		expect((await failure({ resource: 'mlBackend', operation: 'getMany', project: missing, limit: 1 })).httpCode).toBe('404');
	});

	it('are changed by a single field', async () => {
		expect(await one(update(id(backend.id), { description: 'Knows moods' }))).toMatchObject({ id: backend.id, title: 'Sentiment', project, url: stub.url });
		expect(await one({ resource: 'mlBackend', operation: 'get', mlBackend: id(backend.id), simplify: false })).toMatchObject({ description: 'Knows moods' });
		expect((await failure(update(missing, { title: 'Nobody' }))).httpCode).toBe('404');
	});

	it('are asked for their versions', async () => {
		expect(await one({ resource: 'mlBackend', operation: 'getModelVersions', mlBackend: id(backend.id) })).toEqual({ versions: [version, 'v1'] });
		expect((await failure({ resource: 'mlBackend', operation: 'getModelVersions', mlBackend: missing })).httpCode).toBe('404');
	});

	it('suggest regions for a task', async () => {
		const suggest = { resource: 'mlBackend', operation: 'getSuggestion', mlBackend: id(backend.id), specifyBody: 'fields', task: id(task) };
		expect(await one({ ...suggest, additionalFields: { context: '{"event_id": "click"}' } })).toMatchObject({ data: { result: positive, score: 0.75 } });
		expect(JSON.parse(asked('/predict').at(-1)?.body ?? '')).toMatchObject({ tasks: [{ id: task }], params: { context: { event_id: 'click' } } });
		expect((await failure({ ...suggest, task: missing })).httpCode).toBe('404');
		await one(update(id(backend.id), { isInteractive: false }));
		expect(await one(suggest)).toEqual({ errors: [expect.any(String)] });
	});

	it('are tested with a task, without the password for its files', async () => {
		await one({ resource: 'project', operation: 'update', project: id(project), specifyBody: 'fields', updateFields: { taskDataLogin: 'anna', taskDataPassword: password } });
		const tested = await one({ resource: 'mlBackend', operation: 'test', mlBackend: id(backend.id) });
		expect(tested).toMatchObject({ task: { id: task }, response: [{ result: positive, model_version: version }] });
		expect(JSON.parse(asked('/predict').at(-1)?.body ?? '')).toMatchObject({ params: { login: 'anna', password } });
		expect(JSON.stringify(tested)).not.toContain(password);
		expect((await failure({ resource: 'mlBackend', operation: 'test', mlBackend: missing })).httpCode).toBe('404');
	});

	it('are told to learn', async () => {
		// Depending on its feature flags, Label Studio sends the annotations or lets the model fetch them.
		const training = (): number => asked('/train').length + asked('/webhook').filter(({ body }) => body.includes('START_TRAINING')).length;
		const before = training();
		expect(await one({ resource: 'mlBackend', operation: 'train', mlBackend: id(backend.id), specifyBody: 'fields', additionalFields: { useGroundTruth: false } })).toEqual({ success: true });
		expect(training()).toBe(before + 1);
		expect((await failure({ resource: 'mlBackend', operation: 'train', mlBackend: missing, specifyBody: 'fields' })).httpCode).toBe('404');
	});

	it('predict all tasks in Enterprise', async () => {
		const { items, error } = await callLive({ resource: 'mlBackend', operation: 'predictTasks', mlBackend: id(backend.id) });
		if (error) expect(error.message).toBe('This operation needs Label Studio Enterprise');
		else expect(items).toHaveLength(1);
	});

	it('are asked with a password, and refused without the right one', async () => {
		const login = { authMethod: 'BASIC_AUTH', basicAuthUser: 'anna' };
		const wrong = await failure(connect({ additionalFields: { ...login, basicAuthPass: 'mistaken-password' } }));
		expect(wrong).toMatchObject({ httpCode: '400', message: expect.stringContaining('authentication parameters') });
		const secured = await one({ ...connect({ additionalFields: { ...login, basicAuthPass: password } }), simplify: false });
		expect(secured).toMatchObject({ readable_state: 'Connected', basic_auth_user: 'anna', basic_auth_pass_is_set: true });
		// An empty password stands for the one that is there.
		expect(await one(update(id(secured.id), { ...login, basicAuthPass: '', title: 'Secured' }))).toMatchObject({ title: 'Secured', readable_state: 'Connected' });
		expect(asked('/setup').at(-1)?.headers.authorization).toBe(`Basic ${Buffer.from(`anna:${password}`).toString('base64')}`);
		await one({ resource: 'mlBackend', operation: 'delete', mlBackend: id(secured.id) });
	});

	it('are refused when nobody answers there, and disconnected', async () => {
		const nobody = await startServer();
		await nobody.close();
		const { httpCode, message } = await failure(connect({ url: nobody.url }));
		expect(httpCode).toBe('400');
		expect(message).toContain(`Can't connect to ML backend ${nobody.url}`);
		expect(message).not.toContain('<a');
		expect((await failure(update(id(backend.id), { url: nobody.url }))).httpCode).toBe('400');
		expect(await one({ resource: 'mlBackend', operation: 'delete', mlBackend: id(backend.id) })).toEqual({ deleted: true });
		expect((await failure({ resource: 'mlBackend', operation: 'delete', mlBackend: id(backend.id) })).httpCode).toBe('404');
		expect(await many({ resource: 'mlBackend', operation: 'getMany', project: id(project) })).toEqual([]);
	});
});
