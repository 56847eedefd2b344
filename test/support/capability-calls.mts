import { packageOperations, type PackageOperation } from '../../generator/expose/catalogue.mts';
import { shape } from './facts.mts';
import { callLive, id, labelConfig, many, one, positive } from './live.mts';
import { startRecorder, type OwnAnswer, type Passed, type Recorder } from './recorder.mts';
import type { Recorded } from './server.mts';

/** Objects of the real server that the calls are about. */
export interface Objects {
	project: number;
	task: number;
	fileUpload: number;
	/** What the calls themselves make, by their names. */
	annotation?: number;
	view?: number;
	user?: number;
	userName: string;
}

/** One call of an operation, with values as they are on the wire. */
export interface Call {
	operation: string;
	path?: Record<string, number | string>;
	query?: Record<string, number | string | boolean>;
	body?: Record<string, unknown>;
	/** Which object's id the answer brings. */
	makes?: 'annotation' | 'view' | 'user';
	/** Label Studio 1.23.2 refuses it: there is no such transition, and a file cannot be given as JSON. */
	refused?: true;
}

const filters = { conjunction: 'and', items: [{ filter: 'filter:tasks:id', operator: 'greater', type: 'Number', value: 0 }] };

/** Each of the 60 operations of the capability once, in an order in which they can follow each other. */
export const calls: ReadonlyArray<(objects: Objects) => Call> = [
	() => ({ operation: 'activityLog.getMany', query: { end_date: '2026-11-30', method: 'POST', ordering: '-datetime', page: 2, page_size: 10, project: 3, search: 'tasks AND import', start_date: '2026-11-01', user: 4, workspace: 5 } }),
	() => ({ operation: 'annotationHistory.getMany', query: { annotation: 41, ordering: '-id' } }),
	() => ({ operation: 'annotationHistory.deleteMany', query: { annotation: 41, project: 3, task: 5 } }),
	() => ({ operation: 'annotationHistory.get', path: { id: 41 } }),
	() => ({ operation: 'annotationHistory.getManyByProject', path: { id: 3 }, query: { page: 1, page_size: 5 } }),
	() => ({ operation: 'annotationReview.getMany', query: { annotation: 41, annotation__task__project: 3, ordering: 'id' } }),
	() => ({ operation: 'annotationReview.create', query: { async_postprocess: false }, body: { annotation: 41, accepted: true, comment: 'Well done, "really"', last_annotation_history: 7, remove_from_queue: false, result: [{ a: 1 }], started_at: '2026-01-31T09:30:00.000Z' } }),
	() => ({ operation: 'annotationReview.get', path: { id: 41 } }),
	() => ({ operation: 'annotationReview.update', path: { id: 41 }, body: { accepted: false } }),
	() => ({ operation: 'annotationReview.delete', path: { id: 41 } }),
	() => ({ operation: 'annotation.createMany', body: { tasks: [12, 13], result: positive, ground_truth: false, lead_time: 0.5 } }),
	() => ({ operation: 'annotation.deleteMany', body: { ids: [41, 42], project: 3 } }),
	({ task }) => ({ operation: 'annotation.create', path: { id: task }, body: { result: positive, lead_time: 2.5, ground_truth: false }, makes: 'annotation' }),
	({ annotation }) => ({ operation: 'annotation.get', path: { id: annotation as number } }),
	({ annotation }) => ({ operation: 'annotation.update', path: { id: annotation as number }, body: { ground_truth: true } }),
	({ task }) => ({ operation: 'annotation.getMany', path: { id: task }, query: { ordering: '-id' } }),
	({ annotation }) => ({ operation: 'annotation.delete', path: { id: annotation as number } }),
	() => ({ operation: 'billing.get' }),
	() => ({ operation: 'comment.getMany', query: { annotation: 41, annotators: '4,7', draft: 6, expand_created_by: true, ordering: 'id', projects: '3' } }),
	() => ({ operation: 'comment.create', query: { expand_created_by: false }, body: { text: 'Look again', annotation: 41, is_resolved: false } }),
	() => ({ operation: 'comment.export', query: { annotation: 41, annotators: '4', draft: 6, expand_created_by: true, projects: '3', tz: 'Europe/Berlin' } }),
	() => ({ operation: 'comment.get', path: { id: '41' }, query: { expand_created_by: true } }),
	() => ({ operation: 'comment.update', path: { id: '41' }, query: { expand_created_by: true }, body: { text: 'Done', region_ref: { id: 'a' } } }),
	() => ({ operation: 'comment.delete', path: { id: '41' }, query: { expand_created_by: true } }),
	() => ({ operation: 'currentUser.getDetails' }),
	() => ({ operation: 'currentUser.update', body: { first_name: 'Ada', allow_newsletters: false } }),
	() => ({ operation: 'currentUser.getHotkeys' }),
	() => ({ operation: 'currentUser.updateHotkeys', body: { custom_hotkeys: { 'annotation:submit': { key: 'ctrl+enter', active: true } } } }),
	() => ({ operation: 'currentUser.resetToken' }),
	() => ({ operation: 'currentUser.getToken' }),
	() => ({ operation: 'currentUser.get' }),
	() => ({ operation: 'user.getMany', query: { ordering: 'id' } }),
	({ userName }) => ({ operation: 'user.create', body: { email: `${userName}@example.com`, username: userName, first_name: 'Grace', allow_newsletters: false }, makes: 'user' }),
	({ user }) => ({ operation: 'user.get', path: { id: user as number } }),
	({ user }) => ({ operation: 'user.update', path: { id: user as number }, body: { last_name: 'Hopper' } }),
	({ user }) => ({ operation: 'user.delete', path: { id: user as number } }),
	() => ({ operation: 'dimension.startBackfill', body: { project_id: 3, num_projects: 2 } }),
	() => ({ operation: 'dimension.cancelBackfill', query: { job_id: 8, project_id: 3 } }),
	() => ({ operation: 'dimension.getManyBackfills', query: { status: 'running' } }),
	() => ({ operation: 'dimension.getBackfillStatus', query: { job_id: 8, project_id: 3 } }),
	() => ({ operation: 'dimension.getMany', path: { project_pk: 3 }, query: { agreement_methodology: 'pairwise', is_active: false, ordering: 'id' } }),
	() => ({ operation: 'dimension.get', path: { project_pk: 3, id: 9 } }),
	({ project }) => ({ operation: 'bulkAction.getMany', query: { project } }),
	({ project, task }) => ({ operation: 'bulkAction.run', query: { id: 'predictions_to_annotations', project }, body: { selectedItems: { all: false, included: [task] }, filters, ordering: ['-tasks:id'] } }),
	({ project }) => ({ operation: 'view.create', body: { project, data: { title: 'Made by a test', filters } }, makes: 'view' }),
	({ project }) => ({ operation: 'view.getMany', query: { project } }),
	({ view }) => ({ operation: 'view.get', path: { id: view as number } }),
	({ view }) => ({ operation: 'view.update', path: { id: view as number }, body: { data: { title: 'Changed' } } }),
	({ project, view }) => ({ operation: 'view.reorder', body: { ids: [view], project } }),
	({ view }) => ({ operation: 'view.delete', path: { id: view as number } }),
	({ project }) => ({ operation: 'view.deleteMany', query: { project } }),
	() => ({ operation: 'state.startBackfill', query: { project_id: 3 } }),
	() => ({ operation: 'state.cancelBackfill', query: { job_id: 8, project_id: 3 } }),
	() => ({ operation: 'state.getManyBackfills' }),
	() => ({ operation: 'state.getBackfillStatus', query: { job_id: 8, project_id: 3 } }),
	({ task }) => ({ operation: 'state.getHistory', path: { entity_name: 'task', entity_id: task }, query: { ordering: '-id', page: 1, page_size: 5, state: 'CREATED' } }),
	({ task }) => ({ operation: 'state.runTransition', path: { entity_name: 'task', entity_id: task }, body: { transition_name: 'no_such_transition' }, refused: true }),
	({ fileUpload }) => ({ operation: 'fileUpload.get', path: { id: fileUpload } }),
	({ fileUpload }) => ({ operation: 'fileUpload.update', path: { id: fileUpload }, body: { file: 'other.csv' }, refused: true }),
	({ fileUpload }) => ({ operation: 'fileUpload.delete', path: { id: fileUpload } }),
];

const operations = packageOperations();

/** The operation of the package that a call is about. */
export const operationOf = (call: Call): PackageOperation => {
	const found = operations.find((operation) => operation.id === call.operation);
	if (!found) throw new Error(`There is no operation ${call.operation}`);
	return found;
};

/** What a call has to become at the server. */
export const requestOf = (call: Call) => {
	const { row } = operationOf(call);
	let { path } = row;
	for (const [name, value] of Object.entries(call.path ?? {})) path = path.replace(`{${name}}`, String(value));
	const isPaged = row.list !== undefined && row.list.paging !== 'none';
	const query = Object.fromEntries(Object.entries({ ...(isPaged && { page: 1, page_size: 50 }), ...call.query }).map(([name, value]) => [name, String(value)]));
	const repeated = row.parameters.filter(({ alsoInBody }) => alsoInBody).map(({ name }) => [name, call.query?.[name]] as const);
	return { method: row.method, path, query, body: repeated.length > 0 ? Object.fromEntries(repeated) : (call.body ?? (row.jsonBody ? {} : undefined)) };
};

/** What did arrive there, in the same form. */
export const requestThat = ({ request }: Passed): ReturnType<typeof requestOf> => ({
	method: request.method as 'GET',
	path: request.path,
	query: Object.fromEntries(request.query),
	body: request.body === '' ? undefined : (JSON.parse(request.body) as Record<string, unknown>),
});

/**
 * A recorder before the real server. It answers what only Enterprise has itself, and the reset of the token that
 * all suites use.
 */
export const startCapabilityRecorder = async (target: string): Promise<Recorder> => {
	const ownPaths = operations.filter(({ row, id: name }) => row.enterprise || name === 'currentUser.resetToken');
	const patterns = ownPaths.map(({ row }) => ({ row, pattern: new RegExp(`^${shape('', row.path).trim().replaceAll('{}', '[^/]+')}$`) }));
	return await startRecorder(target, ({ method, path }: Recorded): OwnAnswer | undefined => {
		const row = patterns.find(({ row: one, pattern }) => one.method === method && pattern.test(path))?.row;
		if (!row) return undefined;
		if (row.file) return { status: 200, contentType: 'text/csv', body: 'id,text\n1,Look again\n' };
		if (row.method === 'DELETE') return { status: 204 };
		const made = { id: 41, token: '0123456789abcdef0123456789abcdef01234567' };
		const at = row.list?.at;
		const body = at === undefined ? made : at === '' ? [made] : { count: 1, next: null, [at]: [made] };
		return { status: method === 'POST' ? 201 : 200, contentType: 'application/json', body: JSON.stringify(body) };
	});
};

/** Makes what the calls need on the real server. */
export const makeObjects = async (): Promise<Objects> => {
	const name = Math.random().toString(36).slice(2, 8);
	const project = Number((await one({ resource: 'project', operation: 'create', specifyBody: 'fields', title: `Exposed ${name}`, labelConfig })).id);
	const binary = { data: { data: Buffer.from('text\nFrom a file\n').toString('base64'), mimeType: 'text/csv', fileName: 'texts.csv' } };
	await one({ resource: 'task', operation: 'import', project: id(project), source: 'files', binaryFields: 'data' }, [{ json: {}, binary }]);
	const [task] = await many({ resource: 'task', operation: 'getMany', project: id(project) });
	const [fileUpload] = await many({ resource: 'fileUpload', operation: 'getMany', project: id(project), filters: { all: true } });
	return { project, task: Number(task?.id), fileUpload: Number(fileUpload?.id), userName: `exposed-${name}` };
};

/** Takes it away again. */
export const removeObjects = async ({ project }: Objects): Promise<void> => {
	await callLive({ resource: 'project', operation: 'delete', project: id(project), confirm: true });
};
