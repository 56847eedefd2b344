import { runNode } from '../support/engine.mts';
import { startServer, type TestServer } from '../support/server.mts';

const apiToken = '0123456789abcdef0123456789abcdef01234567';
const get = { resource: 'annotation', operation: 'get', annotationId: '1' };
const update = { resource: 'annotation', operation: 'update', annotationId: '1', specifyBody: 'fields', updateFields: {} };
const deleteMany = { resource: 'annotation', operation: 'deleteMany', specifyBody: 'fields', ids: '1, 2', project: '3', confirm: true };
const createMany = { resource: 'annotation', operation: 'createMany', specifyBody: 'fields', additionalFields: {} };
const webhook = { resource: 'webhook', operation: 'update', webhook: '1', specifyBody: 'fields', updateFields: {} };
const labels = { resource: 'label', operation: 'create' };
const label = { title: 'Tram', value: '["Tram"]', project: '3', fromName: 'label' };
const run = { resource: 'bulkAction', operation: 'run', actionId: 'delete_tasks', project: '3', confirm: true, specifyBody: 'fields' };
const removeMany = { resource: 'projectMember', operation: 'removeMany', project: '3', confirm: true };
const removeMembers = { resource: 'workspaceMember', operation: 'removeMany', workspace: '3', all: false, userIds: '12, 13', confirm: true };
const assignTags = { resource: 'memberTag', operation: 'assign', organization: '1', specifyBody: 'fields', all: false, userIds: '12', tagIds: '5', confirm: true };

describe('bad input', () => {
	let server: TestServer;
	beforeAll(async () => {
		server = await startServer();
	});
	afterAll(async () => await server.close());

	it.each<[string, object, string]>([
		['an id that is text', { ...get, annotationId: 'seven' }, 'Annotation ID must be a whole number, but is "seven" [item 1]'],
		['an id that is negative', { ...get, annotationId: '-7' }, 'Annotation ID must be an ID, a whole number above 0, but is "-7" [item 1]'],
		['an id that climbs', { ...get, annotationId: '../../users/1' }, 'Annotation ID must be a whole number, but is "../../users/1" [item 1]'],
		['an id that is encoded', { ...get, annotationId: '%2e%2e' }, 'Annotation ID must be a whole number, but is "%2e%2e" [item 1]'],
		['a missing id', { ...get, annotationId: '' }, 'Annotation ID is required, but empty [item 1]'],
		['an id that an expression leaves out', { ...get, annotationId: '={{ $json.nothing }}' }, 'Annotation ID is required, but empty [item 1]'],
		['an address without an id', { resource: 'annotation', operation: 'getMany', task: { __rl: true, mode: 'url', value: '={{ "https://host/projects/1/data" }}' }, limit: 5 }, 'Task: there is no task in the address'],
		['broken JSON', { ...update, updateFields: { result: '[{"id": ]' } }, 'Result is no valid JSON [item 1]'],
		['an object where a list belongs', { ...update, updateFields: { result: '{"id": 1}' } }, 'Result must be a JSON list in [ ], but is {"id":1} [item 1]'],
		['a broken JSON body', { ...update, specifyBody: 'json', jsonBody: '{' }, 'JSON Body is no valid JSON [item 1]'],
		['a JSON body that is a list', { ...update, specifyBody: 'json', jsonBody: '[]' }, 'JSON Body must be a JSON object in { } [item 1]'],
		['a number that is none', { ...update, updateFields: { leadTime: '={{ "long" }}' } }, 'Lead Time must be a number, but is "long" [item 1]'],
		['a switch that is none', { ...update, updateFields: { groundTruth: '={{ "maybe" }}' } }, 'Ground Truth must be true or false, but is "maybe" [item 1]'],
		['an unknown choice', { ...createMany, additionalFields: { lastAction: '={{ "danced" }}' } }, 'Last Action must be one of prediction, propagated_annotation'],
		['a date that is none', { ...createMany, additionalFields: { draftCreatedAt: '={{ "someday" }}' } }, 'Draft Created At must be a date and time such as'],
		['a list with text where ids belong', { ...deleteMany, ids: '1, two' }, 'Annotation IDs must be a whole number, but is "two" [item 1]'],
		['an empty list', { ...deleteMany, ids: '[]' }, 'Annotation IDs is required, but empty [item 1]'],
		['no confirmation', { ...deleteMany, confirm: false }, 'Confirm is off [item 1]'],
		['an empty selection by JSON', { ...deleteMany, specifyBody: 'json', jsonBody: '{"ids": [], "project": 3}' }, 'Nothing is selected: Annotation IDs must choose something [item 1]'],
		['a selection left at its default', { resource: 'annotationHistory', operation: 'deleteMany', additionalFields: { annotation: 0 }, confirm: true }, 'Nothing is selected'],
		['a project delete without confirmation', { resource: 'project', operation: 'delete', project: '3' }, 'Confirm is off'],
		['a bulk action without a selection', { ...run, taskIds: '={{ "" }}' }, 'Task IDs is required, but empty'],
		['a bulk action on an empty list of tasks', { ...run, taskIds: '={{ [] }}' }, 'Task IDs is required, but empty'],
		['a bulk action on conditions, without any', { ...run, taskSelection: 'conditions' }, 'Conditions is required, but empty'],
		['a bulk action on a view, without any', { ...run, taskSelection: 'view', view: { __rl: true, mode: 'id', value: '' } }, 'Nothing is selected'],
		['a bulk action on an empty selection by JSON', { ...run, specifyBody: 'json', jsonBody: '{"selectedItems": {"all": false, "included": []}}' }, 'Nothing is selected'],
		['a bulk action on a view and a selection', { ...run, specifyBody: 'json', jsonBody: '{"view": 7, "selectedItems": {"all": true}}' }, 'View and Tasks exclude each other'],
		['a bulk action that deletes, unconfirmed', { ...run, taskSelection: 'all', confirm: false }, 'Confirm is off'],
		['a bulk action that the node does not know, unconfirmed', { ...run, actionId: 'anything_else', taskSelection: 'all', confirm: false }, 'Confirm is off'],
		['a webhook without events', { ...webhook, operation: 'create', url: 'https://host/', sendForAllActions: false, actions: '={{ [] }}' }, 'Events is required, but empty'],
		['events that would be ignored', { ...webhook, updateFields: { actions: ['TASKS_CREATED'] } }, 'Events has no effect unless Send All Events is off'],
		['events that contradict', { ...webhook, updateFields: { actions: ['TASKS_CREATED'], sendForAllActions: true } }, 'Events has no effect unless Send All Events is off'],
		['events that would be ignored, by JSON', { ...webhook, operation: 'create', specifyBody: 'json', jsonBody: '{"url": "https://host/", "actions": ["TASKS_CREATED"]}' }, 'Events has no effect unless Send All Events is off'],
		['no rows', { ...labels, labels: {} }, 'Labels is required, but empty'],
		['a row that lacks something', { ...labels, labels: { row: [label, { ...label, title: '={{ "" }}' }] } }, 'Labels 2: Title is required, but empty'],
		['a row that lacks JSON', { ...labels, labels: { row: [{ ...label, value: '' }] } }, 'Labels 1: Value is required, but empty'],
		['an object that lacks something', { resource: 'prompt', operation: 'create', specifyBody: 'fields', title: 'A', additionalFields: { createdBy: { email: 'a@example.com' } } }, 'Created By: Username is required, but empty'],
		['all members and some of them', { ...removeMany, userIds: '4, 7', additionalFields: { all: true } }, 'All Found and User IDs exclude each other'],
		['no members', { ...removeMany, userIds: ' , ', additionalFields: { all: false, search: 'ann' } }, 'Nothing is selected'],
		['removing members without confirmation', { ...removeMany, userIds: '4', confirm: false }, 'Confirm is off'],
		['adding no members', { resource: 'projectMember', operation: 'addMany', project: '3', queryOptions: { search: 'ann' } }, 'Nothing is selected'],
		['taking everybody off a task', { resource: 'assignment', operation: 'delete', project: '3', task: '5', confirm: true }, 'Nothing is selected'],
		['new review routing rules without confirmation', { resource: 'reviewRoutingRule', operation: 'replace', project: '3', specifyBody: 'json', jsonBody: '{"rules": []}' }, 'Confirm is off'],
		['a removal of nobody', { ...removeMembers, userIds: '' }, 'Nothing is selected: User IDs or Everybody must choose something'],
		['a removal of nobody but one who stays', { ...removeMembers, userIds: '={{ [] }}', additionalFields: { excluded: '14', search: 'anna' } }, 'Nothing is selected: User IDs or Everybody must choose something'],
		['a removal of everybody, unconfirmed', { ...removeMembers, userIds: '', all: true, confirm: false }, 'Confirm is off'],
		['tags for nobody, by JSON', { ...assignTags, specifyBody: 'json', jsonBody: '{"all": false, "included": [], "tags": [5], "overwrite": true}' }, 'Nothing is selected: User IDs or All Members must choose something'],
		['tags in place of others, unconfirmed', { ...assignTags, additionalFields: { overwrite: true }, confirm: false }, 'Confirm is off'],
		['a person whose role changes, left out', { resource: 'organizationMember', operation: 'update', organization: '1', specifyBody: 'fields', user: { __rl: true, mode: 'id', value: '={{ $json.nothing }}' }, role: 'AN' }, 'User is required, but empty'],
		['a workspace that somebody unnamed leaves', { resource: 'workspaceMember', operation: 'remove', workspace: '3', user: { __rl: true, mode: 'id', value: '={{ $json.nothing }}' } }, 'User is required, but empty'],
		['a limit of nothing', { resource: 'annotation', operation: 'getMany', task: '1', limit: 0 }, 'Limit must be a whole number, at least 1 [item 1]'],
		['concurrency of nothing', { ...get, options: { concurrency: 0 } }, 'Concurrency must be a whole number, at least 1'],
	])('refuses %s before anything is sent', async (_name, parameters, message) => {
		// The first item of each run is a good one wherever the parameter can differ by item, and is not sent either.
		const perItem = Object.fromEntries(
			Object.entries(parameters).map(([name, value]) => [name, name === 'annotationId' && !String(value).startsWith('=') ? `={{ $itemIndex === 0 ? "1" : ${JSON.stringify(value)} }}` : value]),
		);
		const { error } = await runNode({ parameters: perItem as never, credential: { baseUrl: server.url, apiToken }, items: [{ json: {} }, { json: {} }] });
		expect(error?.message.replace('[item 0]', '[item 1]')).toContain(message);
		expect(server.requests).toHaveLength(0);
	});

	it.each([
		['an empty base URL', '', 'Base URL is empty'],
		['a base URL without scheme', 'label-studio.example.com', 'Base URL has no http:// or https:// in front: label-studio.example.com'],
		['a base URL with a query', 'https://host/?a=b', 'Base URL is not the address of a server: https://host/?a=b'],
	])('refuses %s', async (_name, baseUrl, message) => {
		const { error } = await runNode({ parameters: get, credential: { baseUrl, apiToken } });
		expect(error?.message).toBe(message);
		expect(error?.description).toBeTruthy();
	});

	it('refuses an empty token', async () => {
		const { error } = await runNode({ parameters: get, credential: { baseUrl: server.url, apiToken: ' ' } });
		expect(error?.message).toBe('API token is empty');
	});
});
