import { callLive, failure, id, labelConfig, many, one, positive } from '../support/live.mts';

const missing = id(99_999_999);

/** A title that no other run has: labels belong to the whole organization. */
const title = (what: string): string => `${what} ${Math.random().toString(36).slice(2, 8)}`;

const createProject = async (): Promise<number> =>
	Number((await one({ resource: 'project', operation: 'create', specifyBody: 'fields', title: title('Labels'), labelConfig })).id);

describe('labels of a real Label Studio', () => {
	let project: number;
	let other: number;
	const labels: unknown[] = [];

	beforeAll(async () => {
		project = await createProject();
		other = await createProject();
	}, 60_000);

	afterAll(async () => {
		for (const label of labels) await callLive({ resource: 'label', operation: 'delete', label: id(label) });
		for (const one of [project, other]) await callLive({ resource: 'project', operation: 'delete', project: id(one), confirm: true });
	});

	const row = (name: string) => ({ title: name, value: JSON.stringify([name]), project: id(project), fromName: 'sentiment' });
	const create = async (...names: string[]): Promise<Array<Record<string, unknown>>> => {
		const made = await many({ resource: 'label', operation: 'create', labels: { row: names.map(row) }, simplify: false });
		labels.push(...made.map((label) => label.id));
		return made;
	};

	it('are added, read, listed, changed and removed', async () => {
		const [neutral, mixed] = [title('Neutral'), title('Mixed')];
		const made = await create(neutral, mixed);
		expect(made).toMatchObject([
			{ title: neutral, value: [neutral], project, from_name: 'sentiment', approved: false },
			{ title: mixed, value: [mixed], project },
		]);
		const labelId = id(made[0]?.id);
		expect(await one({ resource: 'label', operation: 'get', label: labelId })).toMatchObject({ id: made[0]?.id, projects: [project] });
		expect((await many({ resource: 'label', operation: 'getMany' })).map((label) => label.title)).toEqual(expect.arrayContaining([neutral, mixed]));
		const me = await one({ resource: 'currentUser', operation: 'get' });
		const updateFields = { description: 'Neither nor', approved: true, approvedBy: id(me.id), value: '["neutral"]' };
		expect(await one({ resource: 'label', operation: 'update', label: labelId, specifyBody: 'fields', updateFields })).toMatchObject({
			title: neutral,
			description: 'Neither nor',
			approved: true,
			approved_by: me.id,
			value: ['neutral'],
		});
		expect((await failure({ resource: 'label', operation: 'update', label: labelId, specifyBody: 'fields', updateFields: { title: mixed } })).httpCode).toBe('400');
		expect(await one({ resource: 'label', operation: 'delete', label: labelId })).toEqual({ deleted: true });
		for (const operation of ['get', 'delete']) expect((await failure({ resource: 'label', operation, label: labelId })).httpCode).toBe('404');
	});

	it('come once, when the title is there already', async () => {
		const name = title('Once');
		const [first] = await create(name);
		const [second] = await create(name);
		expect(second?.id).toBe(first?.id);
	});

	it('are refused for a project that does not exist', async () => {
		const { message, httpCode } = await failure({ resource: 'label', operation: 'create', labels: { row: [{ ...row('Lost'), project: missing }] } });
		expect(httpCode).toBe('400');
		expect(message).toContain('project: Invalid pk');
	});

	it('are linked to projects, and the links read, listed, changed and removed', async () => {
		const [label] = await create(title('Linked'));
		const fields = { project: id(other), label: id(label?.id), fromName: 'sentiment' };
		const link = await one({ resource: 'labelLink', operation: 'create', specifyBody: 'fields', ...fields });
		expect(link).toMatchObject({ project: other, label: label?.id, from_name: 'sentiment' });
		expect((await failure({ resource: 'labelLink', operation: 'create', specifyBody: 'fields', ...fields })).message).toContain('must make a unique set');
		const labelLinkId = id(link.id);
		expect(await one({ resource: 'labelLink', operation: 'get', labelLink: labelLinkId })).toMatchObject({ id: link.id, annotations_count: 0 });
		expect((await many({ resource: 'labelLink', operation: 'getMany', project: id(other) })).map((one) => one.id)).toEqual([link.id]);
		const me = await one({ resource: 'currentUser', operation: 'get' });
		const filters = { labelCreatedBy: id(me.id), labelCreatedAtGte: '2020-01-01T00:00:00Z', labelCreatedAtLte: '2021-01-01T00:00:00Z' };
		expect(await many({ resource: 'labelLink', operation: 'getMany', project: id(other), filters })).toEqual([]);
		expect((await failure({ resource: 'labelLink', operation: 'getMany', project: missing, limit: 1 })).httpCode).toBe('400');
		expect(await one({ resource: 'labelLink', operation: 'update', labelLink: labelLinkId, specifyBody: 'fields', updateFields: { fromName: 'mood' } })).toMatchObject({ from_name: 'mood', project: other });
		expect((await failure({ resource: 'labelLink', operation: 'update', labelLink: labelLinkId, specifyBody: 'fields', updateFields: { label: missing } })).httpCode).toBe('400');
		expect(await one({ resource: 'labelLink', operation: 'delete', labelLink: labelLinkId })).toEqual({ deleted: true });
		for (const operation of ['get', 'delete']) expect((await failure({ resource: 'labelLink', operation, labelLink: labelLinkId })).httpCode).toBe('404');
	});

	it('are replaced in the annotations of one project, when confirmed', async () => {
		const annotate = async (where: number): Promise<unknown> => {
			const task = await one({ resource: 'task', operation: 'create', specifyBody: 'fields', project: id(where), data: '{"text": "Fine"}' });
			return (await one({ resource: 'annotation', operation: 'create', task: id(task.id), specifyBody: 'fields', result: JSON.stringify(positive) })).id;
		};
		const annotations = [await annotate(project), await annotate(other)];
		const choices = async () =>
			await Promise.all(
				annotations.map(async (annotation) => {
					const { result } = await one({ resource: 'annotation', operation: 'get', annotationId: String(annotation) });
					return (result as Array<{ value: { choices: string[] } }>)[0]?.value.choices;
				}),
			);
		const replace = { resource: 'label', operation: 'replaceInAnnotations', specifyBody: 'fields', project: id(project), oldLabel: '["Positive"]', newLabel: '["Good"]' };
		expect((await failure(replace)).message).toContain('Confirm is off');
		expect(await choices()).toEqual([['Positive'], ['Positive']]);
		expect(await one({ ...replace, confirm: true })).toEqual({ annotations_updated: 1 });
		expect(await choices()).toEqual([['Good'], ['Positive']]);
		expect((await failure({ ...replace, project: missing, confirm: true })).httpCode).toBe('400');
	});
});
