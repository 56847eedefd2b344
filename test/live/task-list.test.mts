import { callLive, createProject, deleteProjects, id, importRows, many, one, positive } from '../support/live.mts';

/** More than the first page holds. */
const count = 600;

describe('Task: Get Many', () => {
	let project: number;
	let ids: number[];
	beforeAll(async () => {
		project = await createProject('Task list');
		const rows = Array.from({ length: count }, (_, index) => ({
			data: { text: `Text ${index}` },
			...(index % 100 === 0 && { annotations: [{ result: positive }], predictions: [{ result: positive, score: 0.5, model_version: 'm' }] }),
		}));
		ids = await importRows(project, rows);
	});
	afterAll(async () => await deleteProjects([project]));

	const read = async (fields: string, more: object) => await many({ resource: 'task', operation: 'getMany', project: id(project), simplify: false, filters: { fields }, ...more });
	const inPages = async (fields: string) => await read(fields, {});
	/** As the server gives them when nothing is left out. */
	const inOneAnswer = async (fields: string) => await read(fields, { returnAll: false, limit: count, options: { page: 1 } });

	it.each(['task_only', 'all'])('reads the same in pages and in one answer, with fields %s', async (fields) => {
		const rows = await inPages(fields);
		expect(rows.map((row) => row.id)).toEqual(ids);
		expect(rows).toEqual(await inOneAnswer(fields));
	});

	it('knows authors of comments that the project has', async () => {
		const me = (await one({ resource: 'currentUser', operation: 'get' })).id;
		const { error } = await callLive({ resource: 'task', operation: 'update', task: id(ids[count - 1]), specifyBody: 'json', jsonBody: JSON.stringify({ comment_authors: [me] }) });
		expect(error).toBeUndefined();
		const rows = await inPages('task_only');
		expect(rows.at(-1)?.comment_authors).toEqual([me]);
		expect(rows).toEqual(await inOneAnswer('task_only'));
	});
});
