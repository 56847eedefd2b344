import { callLive, createProject, deleteProjects, failure, id, importTasks, labelConfig, many, one, positive, title } from '../support/live.mts';

const missing = 99_999_999;

describe('a real Label Studio', () => {
	let project: number;
	let tasks: number[];
	const projects: number[] = [];

	beforeAll(async () => {
		project = await createProject('Live');
		projects.push(project);
		tasks = await importTasks(project, 5);
	}, 120_000);

	afterAll(async () => {
		await deleteProjects(projects);
	});

	describe('projects', () => {
		it('are created, read, changed, listed and deleted', async () => {
			const other = await createProject('Short-lived');
			expect(await one({ resource: 'project', operation: 'get', projectId: id(other), simplify: false })).toMatchObject({ id: other, description: 'Made by a test', parsed_label_config: { sentiment: { labels: ['Positive', 'Negative'] } } });
			expect(await one({ resource: 'project', operation: 'update', projectId: id(other), specifyBody: 'fields', updateFields: { description: '', maximumAnnotations: 2, showSkipButton: false }, simplify: false })).toMatchObject({ description: '', maximum_annotations: 2, show_skip_button: false });
			expect((await many({ resource: 'project', operation: 'getMany', simplify: true })).map((row) => row.id)).toEqual(expect.arrayContaining([project, other]));
			expect((await many({ resource: 'project', operation: 'getCounts', simplify: false })).map((row) => row.id)).toEqual(expect.arrayContaining([project, other]));
			expect(await one({ resource: 'project', operation: 'delete', projectId: id(other), confirm: true })).toEqual({ deleted: true });
			expect(await failure({ resource: 'project', operation: 'get', projectId: id(other) })).toMatchObject({ message: expect.stringContaining('no such object'), httpCode: '404' });
		});

		it('are filtered by title on the server', async () => {
			const name = title('Findable');
			const found = Number((await one({ resource: 'project', operation: 'create', specifyBody: 'fields', title: name, labelConfig })).id);
			projects.push(found);
			expect((await many({ resource: 'project', operation: 'getMany', filters: { title: name } })).map((row) => row.id)).toEqual([found]);
		});

		it('tell who annotates', async () => {
			expect(Array.isArray(await many({ resource: 'project', operation: 'getAnnotators', projectId: id(project) }))).toBe(true);
		});

		it('check a labeling config', async () => {
			expect(await one({ resource: 'project', operation: 'validateLabelConfig', projectId: id(project), specifyBody: 'fields', labelConfig })).toBeDefined();
			expect(await one({ resource: 'project', operation: 'validateNewLabelConfig', specifyBody: 'fields', labelConfig })).toEqual({ success: true });
			expect((await failure({ resource: 'project', operation: 'validateNewLabelConfig', specifyBody: 'fields', labelConfig: '<View><Choices name="a"/></View>' })).httpCode).toBe('400');
			expect((await failure({ resource: 'project', operation: 'validateLabelConfig', projectId: id(project), specifyBody: 'fields', labelConfig: 'no xml' })).httpCode).toBe('400');
		});

		it('refuse a title that is too short, in words', async () => {
			const { message, httpCode } = await failure({ resource: 'project', operation: 'create', specifyBody: 'fields', title: 'ab', labelConfig });
			expect(httpCode).toBe('400');
			expect(message).toMatch(/^Label Studio did not accept the values: title: /);
		});

		it('tell that there was no re-import', async () => {
			expect((await failure({ resource: 'project', operation: 'getReimportStatus', projectId: id(project), reimportId: missing })).httpCode).toBe('404');
		});
	});

	describe('tasks', () => {
		it('are created, read, changed and deleted', async () => {
			const created = await one({ resource: 'task', operation: 'create', specifyBody: 'fields', project: id(project), data: '{"text": "One more"}', additionalFields: { meta: '{"source": "test"}' }, simplify: false });
			expect(created).toMatchObject({ data: { text: 'One more' }, meta: { source: 'test' }, project });
			const taskId = id(created.id);
			expect(await one({ resource: 'task', operation: 'get', taskId, simplify: true })).toMatchObject({ id: created.id, data: { text: 'One more' } });
			expect(await one({ resource: 'task', operation: 'update', taskId, specifyBody: 'fields', updateFields: { data: '{"text": "Changed"}' }, simplify: false })).toMatchObject({ data: { text: 'Changed' } });
			expect(await one({ resource: 'task', operation: 'delete', taskId })).toEqual({ deleted: true });
			expect((await failure({ resource: 'task', operation: 'get', taskId })).httpCode).toBe('404');
		});

		it('are imported in input order', async () => {
			const other = await createProject('Import');
			projects.push(other);
			const ids = await importTasks(other, 20);
			const rows = await many({ resource: 'task', operation: 'getMany', project: id(other), filters: { include: 'id,data' }, simplify: false });
			expect(rows).toEqual(ids.map((taskId, index) => ({ id: taskId, data: { text: `Text ${index + 1}` } })));
		});

		it('refuse a bad row with its position', async () => {
			const { message, httpCode } = await failure({ resource: 'task', operation: 'import', projectId: id(project), tasks: '[{"data": {"text": "good"}}, {"data": {"other": "bad"}}]' });
			expect(httpCode).toBe('400');
			expect(message).toContain('item 1');
		});

		it('are read page by page, each once', async () => {
			const other = await createProject('Paging');
			projects.push(other);
			const ids = await importTasks(other, 1203);
			expect((await many({ resource: 'task', operation: 'getMany', project: id(other), filters: { include: 'id' } })).map((row) => row.id)).toEqual(ids);
			expect((await many({ resource: 'task', operation: 'getMany', project: id(other), returnAll: false, limit: 7 })).map((row) => row.id)).toEqual(ids.slice(0, 7));
			expect((await many({ resource: 'task', operation: 'getManyOfProject', projectId: id(other) })).map((row) => row.id).sort((a, b) => Number(a) - Number(b))).toEqual(ids);
		});

		it('are filtered and ordered by a query', async () => {
			const query = JSON.stringify({ filters: { conjunction: 'and', items: [{ filter: 'filter:tasks:id', operator: 'greater', type: 'Number', value: tasks[2] }] }, ordering: ['-tasks:id'] });
			expect((await many({ resource: 'task', operation: 'getMany', project: id(project), filters: { query } })).map((row) => row.id)).toEqual([tasks[4], tasks[3]]);
		});

		it('are listed by a view', async () => {
			const data = JSON.stringify({ title: 'Last two', filters: { conjunction: 'and', items: [{ filter: 'filter:tasks:id', operator: 'greater', type: 'Number', value: tasks[2] }] } });
			const view = await one({ resource: 'view', operation: 'create', specifyBody: 'fields', project: id(project), data });
			expect((await many({ resource: 'task', operation: 'getMany', view: id(view.id) })).map((row) => row.id)).toEqual([tasks[3], tasks[4]]);
			await one({ resource: 'view', operation: 'delete', viewId: id(view.id) });
		});

		it('need a project or a view to be listed', async () => {
			expect(await failure({ resource: 'task', operation: 'getMany', limit: 1 })).toMatchObject({ message: expect.stringContaining('Neither project nor view id specified'), httpCode: '404' });
		});

		it('tell their agreement, or that this server has none', async () => {
			// Community 1.23.2 publishes the endpoint, but answers 403 "Feature not enabled".
			const { items, error } = await callLive({ resource: 'task', operation: 'getAgreement', taskId: id(tasks[0]) });
			if (error) expect(error).toMatchObject({ httpCode: '403', message: 'Label Studio does not allow this: Feature not enabled' });
			else expect(items).toHaveLength(1);
		});

		it('tell that there was no import in the background', async () => {
			expect((await failure({ resource: 'task', operation: 'getImportStatus', projectId: id(project), importId: missing })).httpCode).toBe('404');
		});

		it('are deleted all at once only when confirmed', async () => {
			const other = await createProject('Emptied');
			projects.push(other);
			await importTasks(other, 3);
			expect((await failure({ resource: 'task', operation: 'deleteMany', projectId: id(other) })).message).toContain('Confirm is off');
			expect(await many({ resource: 'task', operation: 'getMany', project: id(other) })).toHaveLength(3);
			expect(await one({ resource: 'task', operation: 'deleteMany', projectId: id(other), confirm: true })).toEqual({ deleted: true });
			expect(await many({ resource: 'task', operation: 'getMany', project: id(other) })).toEqual([]);
		});
	});

	describe('annotations', () => {
		it('are created, read, listed, changed, taken back and deleted', async () => {
			const taskId = id(tasks[0]);
			const created = await one({ resource: 'annotation', operation: 'create', taskId, specifyBody: 'fields', result: JSON.stringify(positive), additionalFields: { leadTime: 1.5, groundTruth: false }, simplify: false });
			expect(created).toMatchObject({ task: tasks[0], lead_time: 1.5, ground_truth: false });
			const annotationId = String(created.id);
			expect(await one({ resource: 'annotation', operation: 'get', annotationId, simplify: true })).toMatchObject({ id: created.id, result: [expect.objectContaining(positive[0] as object)] });
			expect((await many({ resource: 'annotation', operation: 'getMany', taskId, filters: { ordering: '-id' } })).map((row) => row.id)).toEqual([created.id]);
			expect(await one({ resource: 'annotation', operation: 'update', annotationId, specifyBody: 'fields', updateFields: { groundTruth: true }, simplify: false })).toMatchObject({ ground_truth: true });
			expect(await one({ resource: 'annotation', operation: 'delete', annotationId })).toEqual({ deleted: true });
			expect((await failure({ resource: 'annotation', operation: 'get', annotationId })).httpCode).toBe('404');
			const again = await one({ resource: 'annotation', operation: 'create', taskId, specifyBody: 'fields', result: JSON.stringify(positive) });
			expect(await one({ resource: 'annotation', operation: 'convertToDraft', annotationId: String(again.id) })).toBeDefined();
			expect(await many({ resource: 'annotation', operation: 'getMany', taskId })).toEqual([]);
		});

		it('refuse a result that is no list, in words', async () => {
			const { httpCode, message } = await failure({ resource: 'annotation', operation: 'create', taskId: id(tasks[1]), specifyBody: 'json', jsonBody: '{"result": 5}' });
			expect(['400', '500']).toContain(httpCode);
			expect(message).not.toMatch(/Traceback|</);
		});

		it('of many tasks at once need Enterprise', async () => {
			expect((await failure({ resource: 'annotation', operation: 'createMany', specifyBody: 'fields', tasks: '1, 2', result: '[]' })).message).toBe('This operation needs Label Studio Enterprise');
			expect((await failure({ resource: 'annotation', operation: 'deleteMany', specifyBody: 'fields', ids: '1', project: id(project), confirm: true })).message).toBe('This operation needs Label Studio Enterprise');
		});
	});

	describe('predictions', () => {
		it('are created, read, listed, changed and deleted', async () => {
			const created = await one({ resource: 'prediction', operation: 'create', specifyBody: 'fields', task: id(tasks[1]), result: JSON.stringify(positive), additionalFields: { modelVersion: 'v1', score: 0.5 }, simplify: false });
			expect(created).toMatchObject({ task: tasks[1], model_version: 'v1', score: 0.5 });
			const predictionId = String(created.id);
			expect(await one({ resource: 'prediction', operation: 'get', predictionId })).toMatchObject({ id: created.id });
			expect((await many({ resource: 'prediction', operation: 'getMany', task: id(tasks[1]) })).map((row) => row.id)).toEqual([created.id]);
			expect(await one({ resource: 'prediction', operation: 'update', predictionId, specifyBody: 'fields', updateFields: { score: 0 } })).toMatchObject({ score: 0 });
			expect(await one({ resource: 'prediction', operation: 'delete', predictionId })).toEqual({ deleted: true });
			expect((await failure({ resource: 'prediction', operation: 'get', predictionId })).httpCode).toBe('404');
		});

		it('are imported for many tasks at once, or for none', async () => {
			const predictions = tasks.map((task) => ({ task, result: positive, model_version: 'v2' }));
			expect(await one({ resource: 'prediction', operation: 'import', projectId: id(project), predictions: JSON.stringify(predictions) })).toMatchObject({ created: 5 });
			const { httpCode } = await failure({ resource: 'prediction', operation: 'import', projectId: id(project), predictions: JSON.stringify([{ task: missing, result: positive }]) });
			expect(httpCode).toBe('400');
			expect((await many({ resource: 'prediction', operation: 'getMany', project: id(project) })).filter((row) => row.model_version === 'v2')).toHaveLength(5);
		});
	});

	describe('users', () => {
		it('are created, read, listed, changed and deleted', async () => {
			const email = `${title('user').replace(' ', '-')}@example.com`;
			const created = await one({ resource: 'user', operation: 'create', specifyBody: 'fields', email, username: email.split('@')[0] as string, additionalFields: { firstName: 'Ada' }, simplify: false });
			expect(created).toMatchObject({ email, first_name: 'Ada' });
			const userId = id(created.id);
			expect(await one({ resource: 'user', operation: 'get', userId })).toMatchObject({ id: created.id });
			expect((await many({ resource: 'user', operation: 'getMany' })).map((row) => row.id)).toEqual(expect.arrayContaining([created.id]));
			expect(await one({ resource: 'user', operation: 'update', userId, specifyBody: 'fields', updateFields: { lastName: 'Lovelace' }, simplify: false })).toMatchObject({ last_name: 'Lovelace' });
			expect(await one({ resource: 'user', operation: 'delete', userId, confirm: true })).toEqual({ deleted: true });
			expect((await failure({ resource: 'user', operation: 'get', userId })).httpCode).toBe('404');
		});

		it('know themselves', async () => {
			const me = await one({ resource: 'currentUser', operation: 'get', simplify: false });
			expect(me).toMatchObject({ id: expect.any(Number), email: expect.stringContaining('@') });
			const { custom_hotkeys: before } = await one({ resource: 'currentUser', operation: 'getHotkeys' });
			expect(await one({ resource: 'currentUser', operation: 'updateHotkeys', specifyBody: 'json', jsonBody: JSON.stringify({ custom_hotkeys: before }) })).toEqual({ custom_hotkeys: before });
		});
	});

	describe('views', () => {
		it('are created, read, listed, changed, sorted and deleted', async () => {
			const projectId = id(project);
			const create = async (name: string) => Number((await one({ resource: 'view', operation: 'create', specifyBody: 'fields', project: projectId, data: JSON.stringify({ title: name }) })).id);
			const [first, second] = [await create('First'), await create('Second')];
			expect(await one({ resource: 'view', operation: 'get', viewId: id(first) })).toMatchObject({ id: first, data: { title: 'First' } });
			expect(await one({ resource: 'view', operation: 'update', viewId: id(first), specifyBody: 'fields', updateFields: { data: '{"title": "Renamed"}' } })).toMatchObject({ data: { title: 'Renamed' } });
			expect((await many({ resource: 'view', operation: 'getMany', project: projectId })).map((row) => row.id)).toEqual(expect.arrayContaining([first, second]));
			await one({ resource: 'view', operation: 'reorder', specifyBody: 'fields', ids: `${second}, ${first}`, project: projectId });
			expect(await one({ resource: 'view', operation: 'delete', viewId: id(first) })).toEqual({ deleted: true });
			expect((await failure({ resource: 'view', operation: 'get', viewId: id(first) })).httpCode).toBe('404');
			expect(await one({ resource: 'view', operation: 'deleteMany', project: projectId, confirm: true })).toEqual({ deleted: true });
			expect(await many({ resource: 'view', operation: 'getMany', project: projectId })).toEqual([]);
		});
	});

	describe('bulk actions', () => {
		it('touch what is selected, and never everything by an empty selection', async () => {
			const other = await createProject('Bulk');
			projects.push(other);
			const ids = await importTasks(other, 4);
			const run = { resource: 'bulkAction', operation: 'run', actionId: 'delete_tasks', project: id(other), specifyBody: 'fields' };
			expect((await many({ resource: 'bulkAction', operation: 'getMany', project: id(other) })).map((row) => row.id)).toContain('delete_tasks');
			expect((await failure({ ...run, selectedItems: '{"all": false, "included": []}', confirm: true })).message).toContain('Nothing is selected');
			expect((await failure({ ...run, selectedItems: JSON.stringify({ all: false, included: [ids[0]] }) })).message).toContain('Confirm is off');
			await one({ ...run, selectedItems: JSON.stringify({ all: false, included: [ids[0]] }), confirm: true });
			expect((await many({ resource: 'task', operation: 'getMany', project: id(other) })).map((row) => row.id)).toEqual(ids.slice(1));
		});
	});

	describe('exports', () => {
		it('come as a file with a name and a type', async () => {
			const { items, error } = await callLive({ resource: 'export', operation: 'download', projectId: id(project), format: 'JSON', additionalFields: { downloadAllTasks: true }, binaryPropertyName: 'file' });
			expect(error).toBeUndefined();
			expect(items[0]?.binary?.file).toMatchObject({ mimeType: 'application/json', fileName: expect.stringMatching(/\.json$/) });
			const content = JSON.parse(Buffer.from(items[0]?.binary?.file?.data ?? '', 'base64').toString()) as unknown[];
			expect(content).toHaveLength(5);
			expect((await many({ resource: 'export', operation: 'getFormats', projectId: id(project) })).map((row) => row.name)).toContain('COCO');
		});

		it('hold only the tasks that were asked for', async () => {
			const { items } = await callLive({ resource: 'export', operation: 'download', projectId: id(project), format: 'JSON', additionalFields: { downloadAllTasks: true, taskIds: `${tasks[1]}, ${tasks[3]}` } });
			const content = JSON.parse(Buffer.from(items[0]?.binary?.data?.data ?? '', 'base64').toString()) as Array<{ id: number }>;
			expect(content.map((task) => task.id)).toEqual([tasks[1], tasks[3]]);
		});

		it('are made as snapshots, converted, downloaded and deleted', async () => {
			const projectId = id(project);
			const snapshot = await one({ resource: 'export', operation: 'createSnapshot', projectId, specifyBody: 'fields', title: 'Snapshot of a test', simplify: false });
			expect(snapshot).toMatchObject({ title: 'Snapshot of a test', status: 'completed' });
			const snapshotId = String(snapshot.id);
			expect(await one({ resource: 'export', operation: 'getSnapshot', projectId, snapshotId, simplify: false })).toMatchObject({ id: snapshot.id });
			expect((await many({ resource: 'export', operation: 'getManySnapshots', projectId })).map((row) => row.id)).toContain(snapshot.id);
			expect(await one({ resource: 'export', operation: 'convertSnapshot', projectId, snapshotId, specifyBody: 'fields', format: 'CSV' })).toBeDefined();
			const { items, error } = await callLive({ resource: 'export', operation: 'downloadSnapshot', projectId, snapshotId, format: 'CSV' });
			expect(error).toBeUndefined();
			expect(items[0]?.binary?.data?.fileSize ?? items[0]?.binary?.data?.bytes).toBeTruthy();
			expect(await one({ resource: 'export', operation: 'deleteSnapshot', projectId, snapshotId })).toEqual({ deleted: true });
			expect((await failure({ resource: 'export', operation: 'getSnapshot', projectId, snapshotId })).httpCode).toBe('404');
		});

		it('of an unknown format fail in words', async () => {
			const { message } = await failure({ resource: 'export', operation: 'download', projectId: id(project), format: 'NONSENSE' });
			expect(message).toContain('Label Studio');
			expect(message).not.toContain('<');
		});

		it('of a missing project say that there is none', async () => {
			expect(await failure({ resource: 'export', operation: 'download', projectId: id(missing), format: 'JSON' })).toMatchObject({ httpCode: '404', message: 'Label Studio found nothing there', description: expect.stringContaining(String(missing)) });
		});
	});

	describe('uploaded files', () => {
		it('are listed, and tell when they are missing', async () => {
			expect(await many({ resource: 'fileUpload', operation: 'getMany', projectId: id(project), filters: { all: true } })).toEqual([]);
			expect((await failure({ resource: 'fileUpload', operation: 'get', fileUploadId: String(missing) })).httpCode).toBe('404');
			expect((await failure({ resource: 'fileUpload', operation: 'update', fileUploadId: String(missing), specifyBody: 'fields', updateFields: { file: 'x' } })).httpCode).toBe('404');
			expect((await failure({ resource: 'fileUpload', operation: 'delete', fileUploadId: String(missing) })).httpCode).toBe('404');
		});
	});
});
