import type { INodeParameters } from 'n8n-workflow';
import { callLive, failure, id, itWith, liveServer, many, one } from '../support/live.mts';
import { signUp, type LiveUser } from '../support/live-user.mts';

const missing = 99_999_999;
/** What an item shows of a token: how it begins. */
const shortened = expect.stringMatching(/^.{4}…$/) as string;

describe('people and tokens of a real Label Studio', () => {
	let me: number;
	let organization: number;
	const people: LiveUser[] = [];

	const newcomer = async (): Promise<LiveUser> => {
		const { invite_url: link } = await one({ resource: 'organizationInvite', operation: 'getLink' });
		const person = await signUp(String(link));
		people.push(person);
		return person;
	};

	/** Runs an operation with somebody else's token and expects one item that holds none of the person's tokens whole. */
	const oneAs = async (person: LiveUser, parameters: INodeParameters, apiToken = person.apiToken): Promise<Record<string, unknown>> => {
		const { items, error } = await callLive(parameters, undefined, apiToken);
		expect(error).toBeUndefined();
		expect(items).toHaveLength(1);
		const text = JSON.stringify(items);
		for (const token of [person.apiToken, person.legacyToken]) expect(text.includes(token)).toBe(false);
		return items[0]?.json as Record<string, unknown>;
	};

	beforeAll(async () => {
		const user = await one({ resource: 'currentUser', operation: 'get', simplify: false });
		me = Number(user.id);
		organization = Number(user.active_organization);
	});

	afterAll(async () => {
		for (const person of people) await callLive({ resource: 'user', operation: 'delete', user: id(person.id), confirm: true });
	});

	describe('organizations', () => {
		it('are listed, read and changed', async () => {
			expect((await many({ resource: 'organization', operation: 'getMany' })).map((row) => row.id)).toContain(organization);
			const organizationId = id(organization);
			const before = await one({ resource: 'organization', operation: 'get', organization: organizationId, simplify: false });
			expect(before).toMatchObject({ id: organization, token: shortened });
			expect(await one({ resource: 'organization', operation: 'get', organization: organizationId, simplify: true })).not.toHaveProperty('token');
			const update = { resource: 'organization', operation: 'update', organization: organizationId, simplify: false };
			try {
				expect(await one({ ...update, specifyBody: 'fields', updateFields: { contactInfo: 'test@example.com' } })).toMatchObject({ contact_info: 'test@example.com', title: before.title, token: shortened });
			} finally {
				await one({ ...update, specifyBody: 'json', jsonBody: JSON.stringify({ contact_info: before.contact_info }) });
			}
			const { message, httpCode } = await failure({ ...update, specifyBody: 'fields', updateFields: { contactInfo: 'nobody' } });
			expect(httpCode).toBe('400');
			expect(message).toMatch(/^Label Studio did not accept the values: contact_info: /);
			expect((await failure({ resource: 'organization', operation: 'get', organization: id(missing) })).httpCode).toBe('404');
		});

		it('have a link for people who join, and a new one when asked', async () => {
			const before = await one({ resource: 'organizationInvite', operation: 'getLink' });
			expect(before).toEqual({ invite_url: expect.stringContaining('token='), token: shortened });
			const after = await one({ resource: 'organizationInvite', operation: 'resetLink' });
			expect(after).toEqual({ invite_url: expect.stringContaining('token='), token: shortened });
			expect(after.invite_url).not.toBe(before.invite_url);
			expect((await one({ resource: 'organizationInvite', operation: 'getLink' })).invite_url).toBe(after.invite_url);
			await expect(signUp(String(before.invite_url))).rejects.toThrow('403');
			// Whoever has the old link at hand can go on using it.
			const inviteToken = String(before.invite_url).split('token=')[1] as string;
			await one({ resource: 'organization', operation: 'update', organization: id(organization), specifyBody: 'fields', updateFields: { inviteToken } });
			expect((await one({ resource: 'organizationInvite', operation: 'getLink' })).invite_url).toBe(before.invite_url);
		});

		it('have members, who can be removed', async () => {
			const person = await newcomer();
			const [organizationId, userId] = [id(organization), id(person.id)];
			const listed = await many({ resource: 'organizationMember', operation: 'getMany', organization: organizationId, filters: { contributedToProjects: true } });
			expect(listed.find(({ user }) => (user as { id: number }).id === person.id)).toMatchObject({ organization, user: { email: person.email, created_projects: [], contributed_to_projects: [] } });
			expect(await one({ resource: 'organizationMember', operation: 'get', organization: organizationId, user: userId })).toMatchObject({ user: person.id, organization, annotations_count: 0, contributed_projects_count: 0 });

			expect(await one({ resource: 'organizationMember', operation: 'remove', organization: organizationId, user: userId })).toEqual({ deleted: true });
			expect(await failure({ resource: 'organizationMember', operation: 'remove', organization: organizationId, user: userId })).toMatchObject({ httpCode: '404', message: expect.stringContaining('Member not found') });
			expect(await failure({ resource: 'organizationMember', operation: 'remove', organization: organizationId, user: id(me) })).toMatchObject({ httpCode: '405', message: expect.stringMatching(/^Label Studio does not allow this: /) });
			expect((await failure({ resource: 'organizationMember', operation: 'get', organization: organizationId, user: id(missing) })).httpCode).toBe('404');
			expect((await failure({ resource: 'organizationMember', operation: 'getMany', organization: id(missing), limit: 1 })).httpCode).toBe('404');
		});

		itWith(['organizationMember: get query contributed_to_projects'], 'have members who tell their projects when asked', async () => {
			const get = { resource: 'organizationMember', operation: 'get', organization: id(organization), user: id((await newcomer()).id) };
			expect(await one(get)).toMatchObject({ created_projects: null, contributed_to_projects: null });
			expect(await one({ ...get, additionalFields: { contributedToProjects: true } })).toMatchObject({ created_projects: [], contributed_to_projects: [] });
		});

		it('log people out after a while', async () => {
			const before = await one({ resource: 'sessionPolicy', operation: 'get' });
			const longer = Number(before.max_session_age) + 1;
			const update = { resource: 'sessionPolicy', operation: 'update', specifyBody: 'fields' };
			try {
				expect(await one({ ...update, updateFields: { maxSessionAge: longer } })).toMatchObject({ max_session_age: longer, max_time_between_activity: before.max_time_between_activity });
			} finally {
				await one({ ...update, updateFields: { maxSessionAge: before.max_session_age as number } });
			}
			const { message, httpCode } = await failure({ ...update, updateFields: { maxTimeBetweenActivity: 0 } });
			expect(httpCode).toBe('400');
			expect(message).toContain('max_time_between_activity: ');
		});
	});

	describe('personal access tokens', () => {
		it('are listed without what makes them work, exchanged and revoked', async () => {
			const person = await newcomer();
			const { token } = await oneAs(person, { resource: 'apiToken', operation: 'getMany', limit: 5 });
			expect(String(token).split('.')).toHaveLength(2);
			expect(person.apiToken.startsWith(String(token))).toBe(true);

			expect(await one({ resource: 'apiToken', operation: 'refresh', specifyBody: 'fields', token: person.apiToken })).toEqual({ access: shortened });
			expect(await one({ resource: 'apiToken', operation: 'revoke', specifyBody: 'fields', token: String(token) })).toEqual({ success: true });
			expect(await failure({ resource: 'apiToken', operation: 'revoke', specifyBody: 'fields', token: String(token) })).toMatchObject({ httpCode: '404', message: expect.stringContaining('already blacklisted') });
			const refused = await failure({ resource: 'apiToken', operation: 'refresh', specifyBody: 'fields', token: person.apiToken });
			expect(refused).toMatchObject({ httpCode: '401', message: 'Label Studio does not accept the token that was entered' });
			expect(JSON.stringify(refused).includes(person.apiToken)).toBe(false);
		});

		it('are rotated', async () => {
			const person = await newcomer();
			const rotate = { resource: 'apiToken', operation: 'rotate', specifyBody: 'fields' };
			expect((await callLive({ ...rotate, token: 'nonsense' }, undefined, person.apiToken)).error).toMatchObject({ httpCode: '400', message: expect.stringContaining('Invalid refresh token') });
			expect(await oneAs(person, { ...rotate, token: person.apiToken })).toEqual({ refresh: shortened });
			expect((await failure({ resource: 'apiToken', operation: 'refresh', specifyBody: 'fields', token: person.apiToken })).httpCode).toBe('401');
		});

		it('are made one at a time', async () => {
			const person = await newcomer();
			const create = { resource: 'apiToken', operation: 'create' };
			expect((await callLive(create, undefined, person.apiToken)).error).toMatchObject({ httpCode: '409', message: expect.stringContaining('already have a valid token') });
			await one({ resource: 'apiToken', operation: 'revoke', specifyBody: 'fields', token: person.apiToken });
			const { items, error } = await callLive(create, undefined, person.legacyToken);
			// A server that knows no legacy tokens leaves no way to create one.
			if (liveServer().legacyToken) expect(items.map(({ json }) => json)).toEqual([{ token: shortened }]);
			else expect(error?.message).toBe('Legacy tokens are switched off on this Label Studio server');
		});

		it('are accepted or not, as the organization has it', async () => {
			const before = await one({ resource: 'apiToken', operation: 'getSettings' });
			expect(before).toMatchObject({ api_tokens_enabled: expect.any(Boolean), legacy_api_tokens_enabled: expect.any(Boolean) });
			const update = { resource: 'apiToken', operation: 'updateSettings' };
			// Anything else would lock out whoever uses the server.
			const same = { apiTokensEnabled: before.api_tokens_enabled as boolean, legacyApiTokensEnabled: before.legacy_api_tokens_enabled as boolean };
			expect(await one({ ...update, specifyBody: 'fields', apiTokenTtlDays: 73_000, additionalFields: same })).toEqual(before);
			const { message, httpCode } = await failure({ ...update, specifyBody: 'json', jsonBody: '{"api_token_ttl_days": 73000, "api_tokens_enabled": "sometimes"}' });
			expect(httpCode).toBe('400');
			expect(message).toContain('api_tokens_enabled: ');
		});
	});

	describe('legacy tokens', () => {
		it('are shown by how they begin, and replaced', async () => {
			const person = await newcomer();
			const { token } = await oneAs(person, { resource: 'currentUser', operation: 'getToken' });
			expect(token).toBe(`${person.legacyToken.slice(0, 4)}…`);
			expect(await oneAs(person, { resource: 'currentUser', operation: 'resetToken' })).toEqual({ token: shortened });
			const { error } = await callLive({ resource: 'currentUser', operation: 'getToken' }, undefined, person.legacyToken);
			expect(error).toMatchObject({ httpCode: '401', message: 'Label Studio does not accept the API token' });
		});
	});

	it.each([
		['organization', 'getMany'],
		['organizationInvite', 'getLink'],
		['organizationInvite', 'resetLink'],
		['sessionPolicy', 'get'],
		['apiToken', 'getMany'],
		['apiToken', 'getSettings'],
		['currentUser', 'resetToken'],
	])('need a token that the server accepts: %s %s', async (resource, operation) => {
		const wrong = '0123456789abcdef0123456789abcdef01234567';
		const { error, items } = await callLive({ resource, operation, limit: 1 }, undefined, wrong);
		expect(error).toMatchObject({ httpCode: '401', message: 'Label Studio does not accept the API token' });
		expect(JSON.stringify(items)).not.toContain(wrong);
	});
});
