import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FakeHooks } from '../support/hooks.mts';
import { startServer, type TestServer } from '../support/server.mts';
import { startReceiver, type Receiver, type TestTrigger } from '../support/trigger.mts';

const apiToken = '0123456789abcdef0123456789abcdef01234567';
const header = 'X-N8n-Trigger-Secret';
const project = (id: string, mode = 'id') => ({ __rl: true, mode, value: id });
const annotations = { scope: 'project', project: project('7'), triggerOn: 'chosen', events: ['annotationCreated'] };

describe('the webhook of a trigger', () => {
	let server: TestServer;
	let receiver: Receiver;
	let hooks: FakeHooks;

	beforeEach(async () => {
		hooks = new FakeHooks();
		server = await startServer(hooks.handler);
		receiver = await startReceiver();
	});
	afterEach(async () => {
		await receiver.close();
		await server.close();
	});

	const trigger = (parameters: object = annotations, more: Parameters<Receiver['trigger']>[2] = {}): TestTrigger =>
		receiver.trigger(parameters as never, { baseUrl: server.url, apiToken }, more);
	const writes = () => server.requests.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`);
	const only = () => {
		expect(hooks.all).toHaveLength(1);
		return hooks.all[0] as (typeof hooks.all)[0];
	};

	describe('is made', () => {
		it('for the project, with explicit actions and a secret that only n8n and the hook know', async () => {
			const one = trigger();
			expect(await one.activate()).toBe('made');
			const hook = only();
			expect(hook).toMatchObject({ url: one.url, project: 7, is_active: true, send_payload: true, send_for_all_actions: false, actions: ['ANNOTATIONS_CREATED', 'ANNOTATION_CREATED'] });
			expect(hook.headers).toEqual({ [header]: expect.stringMatching(/^[0-9a-f]{64}$/) });
			expect(one.staticData).toEqual({ hookId: hook.id, actions: hook.actions, secret: hook.headers[header] });
		});

		it('with another secret each time', async () => {
			const one = trigger();
			await one.activate();
			const first = only().headers[header];
			await one.run('delete');
			await one.activate();
			expect(only().headers[header]).not.toBe(first);
		});

		it.each([
			['a browser address', project('http://host/projects/7/data?tab=3', 'url')],
			['an id with spaces', project(' 7 ')],
			['the list', { __rl: true, mode: 'list', value: 7 }],
		])('for a project chosen by %s', async (_name, chosen) => {
			await trigger({ ...annotations, project: chosen }).activate();
			expect(only().project).toBe(7);
		});

		it('for all events that the server has for a project, except the one that breaks it', async () => {
			await trigger({ ...annotations, triggerOn: 'all' }).activate();
			expect(only().actions).toEqual(['ANNOTATIONS_CREATED', 'ANNOTATIONS_DELETED', 'ANNOTATION_CREATED', 'ANNOTATION_UPDATED', 'LABEL_LINK_DELETED', 'LABEL_LINK_UPDATED', 'PROJECT_UPDATED', 'TASKS_CREATED', 'TASKS_DELETED']);
		});

		it('for actions that a later release adds, when all are asked for', async () => {
			hooks.info = { ...hooks.info, STORAGE_SYNCED: { 'organization-only': false } };
			await trigger({ ...annotations, triggerOn: 'all' }).activate();
			expect(only().actions).toContain('STORAGE_SYNCED');
		});

		it('with the actions that an older release has', async () => {
			const { ANNOTATIONS_CREATED: _, ...older } = hooks.info;
			hooks.info = older;
			await trigger({ ...annotations, events: ['annotationCreated', 'taskCompleted'] }).activate();
			expect(only().actions).toEqual(['ANNOTATION_CREATED']);
		});

		it('for the whole organization on Enterprise', async () => {
			hooks.info = { ...hooks.info, REVIEW_CREATED: { 'organization-only': false } };
			await trigger({ scope: 'organization', triggerOn: 'chosen', events: ['projectCreated', 'reviewCreated'] }).activate();
			expect(only()).toMatchObject({ project: null, actions: ['PROJECT_CREATED', 'REVIEW_CREATED'] });
			expect(server.requests.find(({ method }) => method === 'POST')?.body).not.toContain('project"');
		});

		it('once for each of two workflows on one project', async () => {
			const [one, two] = [trigger(annotations, { webhookId: 'one' }), trigger(annotations, { webhookId: 'two' })];
			await one.activate();
			await two.activate();
			expect(hooks.all.map(({ url }) => url)).toEqual([one.url, two.url]);
			await one.run('delete');
			expect(only().url).toBe(two.url);
		});
	});

	describe('is found', () => {
		it('when it is there as it should be, without a write', async () => {
			const one = trigger();
			await one.activate();
			const before = { ...one.staticData };
			server.requests.length = 0;
			expect(await one.activate()).toBe('there');
			expect(writes()).toEqual([]);
			expect(one.staticData).toEqual(before);
		});

		it.each([
			['switched off', { is_active: false }],
			['told to send everything', { send_for_all_actions: true }],
			['told to send no payload', { send_payload: false }],
			['given other actions', { actions: ['TASKS_CREATED'] }],
			['given another address', { url: 'http://127.0.0.1:9/elsewhere' }],
			['robbed of its secret', { headers: {} }],
		])('when somebody has %s, and is mended with the secret that it had', async (_name, change) => {
			const one = trigger();
			await one.activate();
			const before = { ...only(), headers: { ...only().headers } };
			Object.assign(only(), change);
			expect(await one.activate()).toBe('there');
			expect(only()).toEqual(before);
			expect(await one.run('checkExists')).toBe(true);
		});

		it('when other events are chosen, and gets them', async () => {
			const one = trigger();
			await one.activate();
			one.change({ events: ['taskCreated'] });
			expect(await one.activate()).toBe('there');
			expect(only().actions).toEqual(['TASKS_CREATED']);
			expect(one.staticData.actions).toEqual(['TASKS_CREATED']);
		});

		it('when n8n has lost track of it, and is taken over with a new secret', async () => {
			const one = trigger();
			await one.activate();
			const { id, headers } = only();
			const old = headers[header];
			one.loseStaticData();
			expect(await one.activate()).toBe('there');
			expect(only().id).toBe(id);
			expect(only().headers[header]).not.toBe(old);
			expect(one.staticData).toMatchObject({ hookId: id, secret: only().headers[header] });
		});

		it('when it was doubled, and only one is left', async () => {
			const one = trigger();
			await one.activate();
			hooks.add({ url: one.url, project: 7 });
			hooks.add({ url: one.url, project: 8 });
			hooks.add({ url: 'http://127.0.0.1/other', project: 7 });
			one.loseStaticData();
			await one.activate();
			expect(hooks.all.filter(({ url }) => url === one.url)).toHaveLength(1);
			expect(hooks.all).toHaveLength(2);
		});
	});

	describe('is made anew', () => {
		it('when it was deleted', async () => {
			const one = trigger();
			await one.activate();
			hooks.hooks.clear();
			expect(await one.activate()).toBe('made');
			expect(one.staticData.hookId).toBe(only().id);
		});

		it('when another project is chosen, and the old one goes', async () => {
			const one = trigger();
			await one.activate();
			one.change({ project: project('8') as never });
			expect(await one.activate()).toBe('made');
			expect(only().project).toBe(8);
		});

		it('when the server was set up anew, and the hook that has the same id now is left alone', async () => {
			const one = trigger();
			await one.activate();
			hooks.reset();
			const other = { ...hooks.add({ url: 'http://example.com/theirs', project: 7, actions: ['TASKS_CREATED'] }) };
			expect(other.id).toBe(one.staticData.hookId);
			expect(await one.activate()).toBe('made');
			expect(hooks.hooks.get(other.id)).toEqual(other);
			await one.run('delete');
			expect(hooks.all).toEqual([other]);
		});

		it('and deactivation leaves a foreign hook of the same id alone as well', async () => {
			const one = trigger();
			await one.activate();
			hooks.reset();
			const other = hooks.add({ url: 'http://example.com/theirs', project: 7 });
			expect(await one.run('delete')).toBe(true);
			expect(hooks.all).toEqual([other]);
		});
	});

	describe('is deleted', () => {
		it('with everything that n8n has stored of it', async () => {
			const one = trigger();
			await one.activate();
			expect(await one.run('delete')).toBe(true);
			expect(hooks.all).toEqual([]);
			expect(one.staticData).toEqual({});
		});

		it('when it is gone already, or was never there', async () => {
			const one = trigger();
			await one.activate();
			hooks.hooks.clear();
			expect(await one.run('delete')).toBe(true);
			expect(one.staticData).toEqual({});
			expect(await one.run('delete')).toBe(true);
		});

		it('when n8n has lost track of it', async () => {
			const one = trigger();
			await one.activate();
			one.loseStaticData();
			expect(await one.run('delete')).toBe(true);
			expect(hooks.all).toEqual([]);
		});

		it('later when Label Studio does not let it now: that is said, and nothing is forgotten', async () => {
			const one = trigger();
			await one.activate();
			const stored = { ...one.staticData };
			hooks.fault = (method) => method === 'DELETE' && { status: 403, body: { status_code: 403, detail: 'You do not have permission to perform this action.' } };
			await expect(one.run('delete')).rejects.toThrow('Label Studio does not allow this');
			expect(one.staticData).toEqual(stored);
			hooks.fault = undefined;
			expect(await one.activate()).toBe('there');
			expect(only().id).toBe(stored.hookId);
		});
	});

	it('of a test run does not disturb the one of the active workflow', async () => {
		const [active, test] = [trigger(), trigger(annotations, { isTest: true })];
		await active.activate();
		expect(await test.activate()).toBe('made');
		expect(hooks.all.map(({ url }) => url)).toEqual([active.url, test.url]);
		expect(active.url).not.toBe(test.url);
		// n8n was stopped during the test run.
		test.loseStaticData();
		expect(await test.activate()).toBe('there');
		await test.run('delete');
		expect(only().url).toBe(active.url);
		expect(await active.activate()).toBe('there');
	});

	describe('that cannot be had', () => {
		const failure = async (parameters: object, more: Parameters<Receiver['trigger']>[2] = {}) => {
			const one = trigger(parameters, more);
			const error = await one.activate().then(
				() => undefined,
				(reason: Error & { description?: string | null }) => reason,
			);
			expect(error).toBeDefined();
			expect(JSON.stringify([error?.message, error?.description])).not.toContain(apiToken);
			expect(one.staticData).toEqual({});
			return error?.message ?? '';
		};
		const refusal = (status: number, body: object) => {
			hooks.fault = (method) => method === 'POST' && { status, body: { status_code: status, ...body } };
		};
		const polling = 'The Label Studio Polling Trigger needs none of this';

		it.each([
			['of a subnet', 'URL resolves to a reserved network address (block: 127.0.0.0/8)'],
			['by the general text', 'The provided URL was not allowed. URLs must use http:// or https://, and must not resolve to local or private network addresses when SSRF protection applies.'],
		])('is explained: private addresses, %s', async (_name, detail) => {
			refusal(403, { detail });
			const message = await failure(annotations, { address: 'http://10.1.2.3:5678' });
			expect(message).toContain('Label Studio refuses to call n8n at http://10.1.2.3:5678, because that is a private address');
			expect(message).toContain('SSRF_PROTECTION_ENABLED=false');
			expect(message).toContain('USE_DEFAULT_BANNED_SUBNETS=false');
			expect(message).toContain(polling);
			expect(message).not.toContain('WEBHOOK_URL');
		});

		it('is explained: an address of n8n that was never set', async () => {
			refusal(403, { detail: 'URL resolves to a reserved network address (block: 127.0.0.0/8)' });
			expect(await failure(annotations, { address: 'http://localhost:5678' })).toContain('set N8N_WEBHOOK_URL of n8n (WEBHOOK_URL in older releases) to');
		});

		it('is explained: a host without a dot', async () => {
			refusal(400, { detail: 'Validation error', validation_errors: { url: ['Enter a valid URL.'] } });
			const message = await failure(annotations, { address: 'http://n8n:5678' });
			expect(message).toContain('Label Studio does not take the address of n8n: http://n8n:5678');
			expect(message).toContain('must have a dot');
			expect(message).toContain('WEBHOOK_URL');
			expect(message).toContain(polling);
		});

		it('is explained: a host that Label Studio does not find', async () => {
			refusal(500, { detail: "Can't resolve hostname n8n.example.invalid" });
			const message = await failure(annotations, { address: 'http://n8n.example.invalid' });
			expect(message).toContain('Label Studio does not find the host of n8n: http://n8n.example.invalid');
			expect(message).toContain(polling);
		});

		it('is explained: an organization on Community', async () => {
			refusal(404, { detail: 'Project not found.' });
			const message = await failure({ scope: 'organization', triggerOn: 'all' });
			expect(message).toContain('Webhooks of a whole organization need Label Studio Enterprise');
			expect(message).toContain(polling);
		});

		it('is explained: a project that is gone', async () => {
			refusal(400, { detail: 'Validation error', validation_errors: { project: ['Invalid pk "7" - object does not exist.'] } });
			expect(await failure(annotations)).toContain('The project does not exist');
		});

		it('is explained: a token that is not accepted', async () => {
			hooks.fault = () => ({ status: 401, body: { detail: 'Invalid token.' } });
			expect(await failure(annotations)).toContain('Label Studio does not accept the API token');
		});

		it('is explained: events that the server does not have, with those that it has', async () => {
			const message = await failure({ ...annotations, events: ['taskCreated', 'reviewCreated', 'reviewDeleted'] });
			expect(message).toContain('Events: this Label Studio does not have Review Created (Enterprise), Review Deleted (Enterprise)');
			expect(message).toContain('Task Completed, Task Created, Task Deleted');
			expect(message).not.toContain('Review Updated');
			expect(writes()).toEqual([]);
		});

		it.each([
			['no event', { ...annotations, events: [] }, 'Events: no event is chosen'],
			['an event that is unknown', { ...annotations, events: ['nonsense'] }, 'Events: this Label Studio does not have nonsense'],
			['an event of organizations for a project', { ...annotations, events: ['projectCreated'] }, 'Events: a webhook of one project cannot have Project Created (Enterprise)'],
			['no project', { ...annotations, project: project('') }, 'Project: no project is chosen'],
			['a project that is none', { ...annotations, project: project('seven') }, 'Project must be the ID of a project, but is "seven"'],
		])('is refused before anything is written: %s', async (_name, parameters, message) => {
			expect((await failure(parameters)).startsWith(message)).toBe(true);
			expect(writes()).toEqual([]);
		});

		it('leaves what is stored as it is when Label Studio is down', async () => {
			const one = trigger();
			await one.activate();
			const stored = { ...one.staticData };
			hooks.fault = () => ({ status: 500, body: { detail: 'database is locked' } });
			await expect(one.activate()).rejects.toThrow('Label Studio failed while working on the request: database is locked');
			expect(one.staticData).toEqual(stored);
			hooks.fault = undefined;
			expect(await one.activate()).toBe('there');
		});
	});

	describe('at an https address', () => {
		const folder = mkdtempSync(join(tmpdir(), 'certificate-'));
		const at = (name: string) => join(folder, name);
		const tls = () => createTlsServer({ key: readFileSync(at('key.pem')), cert: readFileSync(at('certificate.pem')) }, (_request, response) => response.end());
		let n8n: ReturnType<typeof tls>;
		let address: string;

		beforeAll(async () => {
			execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', at('key.pem'), '-out', at('certificate.pem'), '-days', '2', '-subj', '/CN=127.0.0.1'], { stdio: 'ignore' });
			n8n = tls();
			await new Promise<void>((resolve) => n8n.listen(0, '127.0.0.1', resolve));
			address = `https://127.0.0.1:${(n8n.address() as AddressInfo).port}`;
		});
		afterAll(async () => {
			await new Promise((resolve) => n8n.close(resolve));
			rmSync(folder, { recursive: true });
		});

		it('is not made when nobody trusts the certificate, which Label Studio would only find out later', async () => {
			await expect(trigger(annotations, { address }).activate()).rejects.toMatchObject({
				message: expect.stringMatching(new RegExp(`^The TLS certificate of n8n at ${address} is not trusted.*REQUESTS_CA_BUNDLE.*Polling Trigger`)),
			});
			expect(hooks.all).toEqual([]);
		});

		it('is made when Label Studio is said to trust it', async () => {
			await trigger({ ...annotations, options: { skipCertificateCheck: true } }, { address }).activate();
			expect(only().url).toMatch(new RegExp(`^${address}/`));
		});

		it('is made when n8n itself cannot reach it, which says nothing', async () => {
			await trigger(annotations, { address: 'https://127.0.0.1:9' }).activate();
			expect(only().url).toMatch(/^https:\/\/127\.0\.0\.1:9\//);
		});
	});
});
