import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { callLive, createProject, deleteProjects, describeUnless, failure, id, importRows, many, one, positive } from '../support/live.mts';

const { TEST_LABEL_STUDIO_FILES: files = '' } = process.env;

describeUnless(files === '' ? 'the Label Studio that is used was not started by the test runner' : undefined, [], 'storages synced and waited for', () => {
	const folder = join(files, `sync-${Math.random().toString(36).slice(2, 8)}`);
	const projects: number[] = [];
	let project: number;

	beforeAll(async () => {
		for (const name of ['in', 'out']) mkdirSync(join(folder, name), { recursive: true });
		project = await createProject('Sync');
		projects.push(project);
	}, 120_000);

	afterAll(async () => {
		await deleteProjects(projects);
		rmSync(folder, { recursive: true, force: true });
	}, 120_000);

	const put = (name: string, task: object): void => writeFileSync(join(folder, 'in', name), JSON.stringify(task));

	it('bring tasks in, and only new ones the next time', async () => {
		put('a.json', { text: 'From a file' });
		put('b.json', { text: 'From another file' });
		const storage = await one({ resource: 'importStorage', operation: 'create', provider: 'localfiles', specifyBody: 'fields', project: id(project), folder: join(folder, 'in'), title: 'In' });
		const sync = async () => await one({ resource: 'importStorage', operation: 'syncAndWait', provider: 'localfiles', importStorage: id(storage.id) });
		expect(await sync()).toMatchObject({ id: storage.id, type: 'localfiles', title: 'In', project, status: 'completed', last_sync_count: 2, last_sync: expect.any(String) });
		put('c.json', { text: 'Late' });
		expect(await sync()).toMatchObject({ status: 'completed', last_sync_count: 1 });
		const rows = await many({ resource: 'task', operation: 'getMany', project: id(project), simplify: false });
		expect(rows.map(({ data }) => (data as { text: string }).text).sort()).toEqual(['From a file', 'From another file', 'Late']);
	}, 60_000);

	it('say what is wrong with what they read', async () => {
		const other = await createProject('Sync of wrong tasks');
		projects.push(other);
		mkdirSync(join(folder, 'wrong'));
		writeFileSync(join(folder, 'wrong', 'a.json'), '"no task"');
		const storage = await one({ resource: 'importStorage', operation: 'create', provider: 'localfiles', specifyBody: 'fields', project: id(other), folder: join(folder, 'wrong'), title: 'Wrong' });
		const { message, description } = await failure({ resource: 'importStorage', operation: 'syncAndWait', provider: 'localfiles', importStorage: id(storage.id) });
		expect(message).toBe('The storage could not be synced');
		expect(description).toMatch(/\S/);
		expect(description).not.toMatch(/Traceback|File "/);
		rmSync(join(folder, 'wrong'), { recursive: true });
		expect((await failure({ resource: 'importStorage', operation: 'syncAndWait', provider: 'localfiles', importStorage: id(storage.id) })).message).not.toMatch(/Traceback|File "/);
	}, 60_000);

	it('carry annotations out', async () => {
		await importRows(project, [{ data: { text: 'Labeled' }, annotations: [{ result: positive }] }]);
		const storage = await one({ resource: 'exportStorage', operation: 'create', provider: 'localfiles', specifyBody: 'fields', project: id(project), folder: join(folder, 'out'), title: 'Out' });
		for (const name of readdirSync(join(folder, 'out'))) rmSync(join(folder, 'out', name));
		expect(await one({ resource: 'exportStorage', operation: 'syncAndWait', provider: 'localfiles', exportStorage: id(storage.id) })).toMatchObject({ status: 'completed', last_sync_count: 1 });
		expect(readdirSync(join(folder, 'out'))).toHaveLength(1);
	}, 60_000);

	it('have to be there', async () => {
		expect((await callLive({ resource: 'importStorage', operation: 'syncAndWait', provider: 'localfiles', importStorage: id(99_999_999) })).error?.message).toMatch(/Label Studio found/);
	});
});
