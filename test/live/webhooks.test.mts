import { callLive, failure, id, labelConfig, many, one, positive } from '../support/live.mts';
import { startServer, type TestServer } from '../support/server.mts';

const missing = id(99_999_999);
const secret = 'a-secret-of-this-test';

describe('webhooks of a real Label Studio', () => {
	let project: number;
	let receiver: TestServer;

	beforeAll(async () => {
		receiver = await startServer();
		project = Number((await one({ resource: 'project', operation: 'create', specifyBody: 'fields', title: 'Webhooks', labelConfig })).id);
	}, 60_000);

	afterAll(async () => {
		await callLive({ resource: 'project', operation: 'delete', project: id(project), confirm: true });
		await receiver.close();
	});

	const create = (more: object) => ({ resource: 'webhook', operation: 'create', specifyBody: 'fields', url: `${receiver.url}/hook`, project: id(project), ...more });
	const update = (webhookId: object, updateFields: object) => ({ resource: 'webhook', operation: 'update', webhook: webhookId, specifyBody: 'fields', updateFields }) as never;

	/** What Label Studio reports of a new, annotated task: it does so before it answers the node. */
	const reports = async (): Promise<string[]> => {
		receiver.requests.length = 0;
		const task = await one({ resource: 'task', operation: 'create', specifyBody: 'fields', project: id(project), data: '{"text": "Hello"}' });
		await one({ resource: 'annotation', operation: 'create', task: id(task.id), specifyBody: 'fields', result: JSON.stringify(positive) });
		return receiver.requests.map(({ body }) => (JSON.parse(body) as { action: string }).action);
	};

	it('report chosen events, and keep them when something else is changed', async () => {
		const made = await one(create({ sendForAllActions: false, actions: ['ANNOTATION_CREATED'], additionalFields: { headers: JSON.stringify({ 'X-Secret': secret }) } }));
		expect(made).toMatchObject({ project, url: `${receiver.url}/hook`, is_active: true, send_for_all_actions: false, actions: ['ANNOTATION_CREATED'], headers: { 'X-Secret': 'a-se…' } });
		const webhookId = id(made.id);
		expect(await reports()).toEqual(['ANNOTATION_CREATED']);
		expect(receiver.requests[0]?.headers['x-secret']).toBe(secret);

		expect(await one(update(webhookId, { isActive: false }))).toMatchObject({ is_active: false, actions: ['ANNOTATION_CREATED'] });
		expect(await reports()).toEqual([]);
		expect(await one(update(webhookId, { isActive: true, sendPayload: false }))).toMatchObject({ actions: ['ANNOTATION_CREATED'] });
		expect(await reports()).toEqual(['ANNOTATION_CREATED']);
		expect(JSON.parse(receiver.requests[0]?.body ?? '')).toEqual({ action: 'ANNOTATION_CREATED' });

		expect(await one(update(webhookId, { sendForAllActions: false, actions: ['TASKS_CREATED'] }))).toMatchObject({ actions: ['TASKS_CREATED'] });
		expect(await reports()).toEqual(['TASKS_CREATED']);
		expect(await one({ resource: 'webhook', operation: 'delete', webhook: webhookId })).toEqual({ deleted: true });
		expect(await reports()).toEqual([]);
		for (const operation of ['get', 'delete']) expect((await failure({ resource: 'webhook', operation, webhook: webhookId })).httpCode).toBe('404');
		expect((await failure(update(webhookId, { isActive: false }))).httpCode).toBe('404');
	});

	it('report all events', async () => {
		const made = await one(create({ sendForAllActions: true, actions: ['TASKS_DELETED'] }));
		const webhookId = id(made.id);
		expect(await reports()).toEqual(expect.arrayContaining(['TASKS_CREATED', 'ANNOTATION_CREATED']));
		expect(await one({ resource: 'webhook', operation: 'get', webhook: webhookId })).toMatchObject({ id: made.id, send_for_all_actions: true, actions: [] });
		expect((await many({ resource: 'webhook', operation: 'getMany', project: id(project) })).map((row) => row.id)).toEqual([made.id]);
		expect((await many({ resource: 'webhook', operation: 'getMany' })).map((row) => row.id)).toContain(made.id);
		await one({ resource: 'webhook', operation: 'delete', webhook: webhookId });
		expect(await many({ resource: 'webhook', operation: 'getMany', project: id(project) })).toEqual([]);
	});

	it('are refused in words, without their secrets', async () => {
		const all = { sendForAllActions: true };
		expect((await failure(create({ ...all, url: 'http://n8n:5678/hook' }))).message).toContain('url: Enter a valid URL.');
		expect((await failure(create({ ...all, project: missing }))).message).toContain('project: Invalid pk');
		expect((await failure(create({ sendForAllActions: false, actions: ['PROJECT_DELETED'] }))).message).toContain('organization-only');
		const { message, description } = await failure(create({ ...all, additionalFields: { headers: JSON.stringify({ 'not a name': secret }) } }));
		expect(message).toContain('headers: ');
		expect(`${message} ${description}`).not.toContain(secret);
		expect((await failure({ resource: 'webhook', operation: 'getMany', project: missing, limit: 1 })).httpCode).toBe('400');
		expect(await many({ resource: 'webhook', operation: 'getMany', project: id(project) })).toEqual([]);
	});

	it('know their events', async () => {
		const events = Object.keys(await one({ resource: 'webhook', operation: 'getEvents' }));
		expect(events).toEqual(expect.arrayContaining(['PROJECT_CREATED', 'TASKS_CREATED', 'ANNOTATION_CREATED']));
		const ofOrganization = Object.keys(await one({ resource: 'webhook', operation: 'getEvents', additionalFields: { organizationOnly: true } }));
		const others = Object.keys(await one({ resource: 'webhook', operation: 'getEvents', additionalFields: { organizationOnly: false } }));
		expect(ofOrganization).toContain('PROJECT_CREATED');
		expect([...ofOrganization, ...others].sort()).toEqual(events.sort());
	});
});
