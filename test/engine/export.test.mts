import type { ServerResponse } from 'node:http';
import { runNode, type NodeRun } from '../support/engine.mts';
import { sendJson, startServer, type Recorded, type TestServer } from '../support/server.mts';

const apiToken = '0123456789abcdef0123456789abcdef01234567';

const tasks = [
	{ id: 1, data: { text: 'One' }, annotations: [{ id: 7, result: [] }] },
	{ id: 2, data: { text: 'Two, "three"' }, annotations: [{ id: 8, result: [] }] },
];
const csv = 'id,text\n1,One\n2,"Two, ""three"""\n';

interface FakeSnapshot {
	id: number;
	title: string;
	status: string;
	counters: { task_number: number };
	converted_formats: Array<{ id: number; export_type: string; status: string; traceback: string | null }>;
	/** How often it is still not ready. */
	rounds: number;
	body: Record<string, unknown>;
}

/** A Label Studio that does nothing but export. */
class Exporter {
	snapshots: FakeSnapshot[] = [];
	taskCount = 2;
	edition = 'Community';
	hasDirect = true;
	convertsAtOnce = true;
	/** How often a snapshot, and a conversion, is asked for before it is ready. */
	rounds = 0;
	outcome = 'completed';
	conversionOutcome = 'completed';
	/** Takes a request over: returns whether it answered. */
	override: (request: Recorded, response: ServerResponse) => boolean | 'dropped' = () => false;

	private file(response: ServerResponse, format: string): void {
		const content = format === 'CSV' ? csv : format === 'COCO' ? 'PK zip' : JSON.stringify(tasks);
		response
			.writeHead(206, { 'content-type': `application/${format === 'CSV' ? 'csv' : format === 'COCO' ? 'zip' : 'json'}`, filename: `export/3/project-3.${format.toLowerCase()}`, 'content-length': Buffer.byteLength(content) })
			.end(content);
	}

	private create(body: Record<string, unknown>): FakeSnapshot {
		const snapshot = { id: this.snapshots.length + 11, title: String(body.title), status: 'in_progress', counters: { task_number: 2 }, converted_formats: [], rounds: this.rounds, body };
		this.snapshots.unshift(snapshot);
		return snapshot;
	}

	private step(snapshot: FakeSnapshot): FakeSnapshot {
		if (snapshot.rounds-- > 0) return snapshot;
		if (snapshot.status === 'in_progress') snapshot.status = this.outcome;
		for (const conversion of snapshot.converted_formats) {
			conversion.status = this.conversionOutcome;
			if (this.conversionOutcome === 'failed') conversion.traceback = 'Traceback (most recent call last):\n  File "/app/converter.py", line 7, in convert\nValueError: No boxes in the tasks';
		}
		return snapshot;
	}

	answer(request: Recorded, response: ServerResponse): void {
		const { method, path } = request;
		const overridden = this.override(request, response);
		if (overridden === true) return;
		const [, , pk, rest] = /^\/api\/projects\/3\/exports\/((\d+)(\/\w+)?)?/.exec(path) ?? [];
		const snapshot = this.snapshots.find(({ id }) => id === Number(pk));
		const missing = (): void => sendJson(response, { detail: 'No Export matches the given query.' }, 404);
		if (path === '/api/version/') sendJson(response, { edition: this.edition });
		else if (path === '/api/dm/views/5/') sendJson(response, { id: 5, project: 3 });
		else if (path === '/api/dm/views/6/') sendJson(response, { id: 6, project: 4 });
		else if (path === '/api/projects/3/') sendJson(response, { id: 3, task_number: this.taskCount });
		else if (path === '/api/projects/3/export/formats') sendJson(response, ['JSON', 'JSON_MIN', 'CSV', 'COCO', 'YOLO'].map((name) => ({ name, ...(name === 'YOLO' && { disabled: true }) })));
		else if (path === '/api/projects/3/export' && this.hasDirect) this.file(response, request.query.get('exportType') ?? '');
		else if (path === '/api/projects/3/exports/' && method === 'GET') sendJson(response, this.snapshots.map((one) => this.step(one)));
		else if (path === '/api/projects/3/exports/') {
			const made = this.create(JSON.parse(request.body) as Record<string, unknown>);
			if (overridden === 'dropped') response.destroy();
			else sendJson(response, made, 201);
		} else if (!snapshot) response.writeHead(404, { 'content-type': 'text/html' }).end('<!DOCTYPE html><html><body>Not found</body></html>');
		else if (method === 'DELETE') {
			this.snapshots = this.snapshots.filter((one) => one !== snapshot);
			response.writeHead(204).end();
		} else if (rest === '/convert') {
			const { export_type: format } = JSON.parse(request.body) as { export_type: string };
			if (snapshot.converted_formats.some((one) => one.export_type === format)) return sendJson(response, { detail: 'Validation error', validation_errors: { non_field_errors: [`Conversion to ${format} already started`] } }, 400);
			snapshot.converted_formats.push({ id: 1, export_type: format, status: 'in_progress', traceback: null });
			snapshot.rounds = this.rounds;
			if (overridden === 'dropped') response.destroy();
			else sendJson(response, { export_type: format, converted_format: 1 });
		} else if (rest === '/download') {
			const format = request.query.get('exportType') ?? 'JSON';
			const isConverted = snapshot.converted_formats.some((one) => one.export_type === format && one.status === 'completed');
			if (snapshot.status !== 'completed') missing();
			else if (format === 'JSON' || this.convertsAtOnce || isConverted) this.file(response, format);
			else sendJson(response, { detail: `${format} format is not converted yet` }, 404);
		} else sendJson(response, this.step(snapshot));
	}
}

describe('Project: Export', () => {
	let exporter: Exporter;
	let server: TestServer;
	beforeEach(async () => {
		exporter = new Exporter();
		server = await startServer((request, response) => exporter.answer(request, response));
	});
	afterEach(async () => await server.close());

	const run = async (parameters: object = {}, more: object = {}): Promise<NodeRun> =>
		await runNode({
			parameters: { resource: 'project', operation: 'export', project: { __rl: true, mode: 'id', value: '3' }, format: '', output: 'binary', outputField: 'data', way: 'automatic', allTasks: false, ...parameters } as never,
			credential: { baseUrl: server.url, apiToken },
			...more,
		});
	const content = ({ items }: NodeRun, field = 'data'): string => Buffer.from(items[0]?.binary?.[field]?.data ?? '', 'base64').toString();
	const calls = (): string[] => server.requests.map(({ method, path }) => `${method} ${path.replace('/api/projects/3', '')}`);

	it('takes one request for a small project, streamed to binary', async () => {
		const result = await run({ allTasks: true });
		expect(result.error).toBeUndefined();
		expect(result.items).toEqual([{ json: { fileName: 'project-3.json', mimeType: 'application/json', format: 'JSON', way: 'direct' }, binary: { data: expect.anything() }, pairedItem: { item: 0 } }]);
		expect(JSON.parse(content(result))).toEqual(tasks);
		expect(calls()).toEqual(['GET /export/formats', 'GET /', 'GET /export']);
		expect(Object.fromEntries(server.requests[2]!.query)).toEqual({ exportType: 'JSON', download_all_tasks: 'true' });
	});

	it('takes a snapshot of a large one, waits for it, fetches and deletes it', async () => {
		exporter.taskCount = 50_000;
		exporter.rounds = 2;
		const result = await run({ outputField: 'file' });
		expect(result.error).toBeUndefined();
		expect(result.items[0]?.json).toEqual({ fileName: 'project-3.json', mimeType: 'application/json', format: 'JSON', way: 'snapshot', tasks: 2 });
		expect(JSON.parse(content(result, 'file'))).toEqual(tasks);
		expect(calls()).toEqual(['GET /export/formats', 'GET /', 'POST /exports/', 'GET /exports/11', 'GET /exports/11', 'GET /exports/11', 'GET /exports/11/download', 'DELETE /exports/11']);
		expect(JSON.parse(server.requests[2]!.body)).toEqual({
			title: expect.stringMatching(/^n8n \d{4}-.* [0-9a-f]{16}$/),
			task_filter_options: { only_with_annotations: true },
			serialization_options: { drafts: { only_id: false }, predictions: { only_id: true }, annotations__completed_by: { only_id: true } },
		});
	});

	it('takes a snapshot where there is no direct way, and has it converted', async () => {
		Object.assign(exporter, { hasDirect: false, convertsAtOnce: false, edition: 'Enterprise', rounds: 1 });
		const result = await run({ format: 'CSV', allTasks: true });
		expect(result.error).toBeUndefined();
		expect(content(result)).toBe(csv);
		expect(result.items[0]?.json).toEqual({ fileName: 'project-3.csv', mimeType: 'text/csv', format: 'CSV', way: 'snapshot', tasks: 2 });
		expect(calls().slice(2)).toEqual(['GET /export', 'POST /exports/', 'GET /exports/11', 'GET /exports/11', 'GET /exports/11/download', 'POST /exports/11/convert', 'GET /exports/11', 'GET /exports/11', 'GET /exports/11/download', 'DELETE /exports/11']);
	});

	it('says that there is no direct way where that was asked for', async () => {
		exporter.hasDirect = false;
		const { error } = await run({ way: 'direct' });
		expect(error?.message).toBe('The server has no direct export');
		expect(error?.description).toContain('set Way to Automatic or Snapshot');
	});

	it('turns to a snapshot when a proxy cuts the direct way off', async () => {
		exporter.override = ({ path }, response) => {
			if (path !== '/api/projects/3/export') return false;
			response.writeHead(504, { 'content-type': 'text/html' }).end('<html><h1>504 Gateway Time-out</h1></html>');
			return true;
		};
		const result = await run();
		expect(result.items[0]?.json).toMatchObject({ way: 'snapshot' });
		expect(calls().filter((call) => call === 'GET /export')).toHaveLength(1);
	});

	it.each([
		['a connection lost after the server took it', 'dropped' as const],
		['a 504 after the server took it', 504],
	])('finds a snapshot again by its title: %s', async (_name, fault) => {
		exporter.rounds = 1;
		exporter.override = ({ method, path, body }, response) => {
			if (method !== 'POST' || path !== '/api/projects/3/exports/') return false;
			if (fault === 'dropped') return fault;
			// What the server itself does with it, behind a proxy that has given up.
			exporter.override = () => false;
			const unheard = { writeHead: () => unheard, end: () => unheard } as unknown as ServerResponse;
			exporter.answer({ method, path, body } as Recorded, unheard);
			response.writeHead(504).end('<html>Gateway Time-out</html>');
			return true;
		};
		const result = await run({ way: 'snapshot' });
		expect(result.error).toBeUndefined();
		expect(JSON.parse(content(result))).toEqual(tasks);
		expect(calls().filter((call) => call === 'POST /exports/')).toHaveLength(1);
		expect(exporter.snapshots).toEqual([]);
	});

	it('asks again for a snapshot that never came to the server', async () => {
		let lost = 0;
		exporter.override = ({ method, path }, response) => {
			if (method !== 'POST' || path !== '/api/projects/3/exports/' || lost++ > 0) return false;
			response.destroy();
			return true;
		};
		const result = await run({ way: 'snapshot' });
		expect(JSON.parse(content(result))).toEqual(tasks);
		expect(calls().filter((call) => call === 'POST /exports/')).toHaveLength(2);
		expect(exporter.snapshots).toEqual([]);
	});

	it('does not ask again when the server itself failed', async () => {
		exporter.override = ({ method, path }, response) => {
			if (method !== 'POST' || path !== '/api/projects/3/exports/') return false;
			sendJson(response, { detail: 'disk full' }, 500);
			return true;
		};
		const { error } = await run({ way: 'snapshot' });
		expect(error?.message).toBe('Label Studio failed while working on the request: disk full');
		expect(calls().slice(-2)).toEqual(['GET /exports/', 'GET /exports/']);
	});

	it('says that a snapshot failed, and deletes it', async () => {
		exporter.outcome = 'failed';
		const { error } = await run({ way: 'snapshot' });
		expect(error?.message).toBe('Label Studio could not make the snapshot');
		expect(exporter.snapshots).toEqual([]);
	});

	it('says why a conversion failed, without its traceback, and deletes the snapshot', async () => {
		Object.assign(exporter, { convertsAtOnce: false, conversionOutcome: 'failed' });
		const { error } = await run({ way: 'snapshot', format: 'COCO' });
		expect(error?.message).toBe('Label Studio could not convert the snapshot to COCO');
		expect(error?.description).toBe('No boxes in the tasks');
		expect(exporter.snapshots).toEqual([]);
	});

	it('goes on with a conversion whose answer was lost', async () => {
		Object.assign(exporter, { convertsAtOnce: false, rounds: 1 });
		exporter.override = ({ path }) => (path.endsWith('/convert') ? 'dropped' : false);
		const result = await run({ way: 'snapshot', format: 'CSV' });
		expect(content(result)).toBe(csv);
		expect(calls().filter((call) => call.endsWith('/convert'))).toHaveLength(1);
	});

	it('gives a snapshot up that does not get ready in time, and deletes it', async () => {
		exporter.rounds = 1000;
		const { error } = await run({ way: 'snapshot', additionalFields: { waitMinutes: 0.01 } });
		expect(error?.message).toBe('The snapshot was not ready within 0.01 minutes');
		expect(exporter.snapshots).toEqual([]);
	});

	it('fetches a file again that broke off half way', async () => {
		let broken = 0;
		exporter.override = ({ path }, response) => {
			if (!path.endsWith('/download') || broken++ > 0) return false;
			response.writeHead(206, { 'content-type': 'application/json', 'content-length': 1000 });
			response.write('[{"id":1', () => response.destroy());
			return true;
		};
		const result = await run({ way: 'snapshot' });
		expect(JSON.parse(content(result))).toEqual(tasks);
		expect(calls().filter((call) => call.endsWith('/download'))).toHaveLength(2);
		expect(server.requests.filter(({ path }) => path.endsWith('/download')).every(({ headers }) => headers.range === 'bytes=0-')).toBe(true);
	});

	it('gives up a file that keeps breaking off, and deletes the snapshot', async () => {
		exporter.override = ({ path }, response) => {
			if (!path.endsWith('/download')) return false;
			response.writeHead(206, { 'content-type': 'application/json', 'content-length': 1000 });
			response.write('[{"id":1', () => response.destroy());
			return true;
		};
		const { error } = await run({ way: 'snapshot' });
		expect(error?.message).toBe('The connection to Label Studio was lost before the answer was complete');
		expect(exporter.snapshots).toEqual([]);
	});

	it('takes an empty file, which has no range', async () => {
		exporter.override = ({ path, headers }, response) => {
			if (!path.endsWith('/download')) return false;
			response.writeHead(headers.range ? 416 : 200, { 'content-type': 'application/csv', filename: 'a.csv' }).end();
			return true;
		};
		const result = await run({ way: 'snapshot', format: 'CSV' });
		expect(result.error).toBeUndefined();
		expect(content(result)).toBe('');
	});

	it('keeps the snapshot when told to, and names it', async () => {
		const { items } = await run({ additionalFields: { keepSnapshot: true } });
		expect(items[0]?.json).toMatchObject({ way: 'snapshot', snapshot: { id: 11, title: exporter.snapshots[0]!.title } });
		expect(exporter.snapshots).toHaveLength(1);
	});

	it('says that a snapshot is left that could not be deleted', async () => {
		exporter.override = ({ method }, response) => {
			if (method !== 'DELETE') return false;
			sendJson(response, { detail: 'Could not delete file from storage' }, 500);
			return true;
		};
		expect((await run({ way: 'snapshot' })).items[0]?.json).toMatchObject({ snapshot: { id: 11 } });
		exporter.outcome = 'failed';
		const { error } = await run({ way: 'snapshot' });
		expect(error?.description).toMatch(/Snapshot 12 \("n8n .*"\) is still in Label Studio\./);
	});

	it('puts the tasks out as items, each paired with the input', async () => {
		const { items } = await run({ output: 'items', format: 'JSON' }, { items: [{ json: {} }, { json: {} }] });
		expect(items).toEqual([0, 1].flatMap((item) => tasks.map((task) => ({ json: task, pairedItem: { item } }))));
		expect((await run({ output: 'items', format: 'CSV' })).items.map(({ json }) => json)).toEqual([{ id: '1', text: 'One' }, { id: '2', text: 'Two, "three"' }]);
	});

	it('passes filters on to a snapshot', async () => {
		const { error } = await run({ additionalFields: { taskFilter: { view: { __rl: true, mode: 'id', value: '5' }, finished: 'only' }, annotationFilter: { groundTruth: true, usual: false }, everyFrame: true } });
		expect(error).toBeUndefined();
		expect(JSON.parse(server.requests.find(({ method }) => method === 'POST')!.body)).toMatchObject({
			task_filter_options: { view: 5, finished: 'only', only_with_annotations: true },
			annotation_filter_options: { ground_truth: true, usual: false },
			serialization_options: { interpolate_key_frames: true },
		});
	});

	it('has media files put in by whichever way can do that', async () => {
		const media = { format: 'COCO', additionalFields: { withMedia: true } };
		expect((await run(media)).items[0]?.json).toMatchObject({ way: 'direct' });
		expect(server.requests.at(-1)!.query.get('download_resources')).toBe('true');
		expect((await run({ ...media, way: 'snapshot' })).error?.message).toBe('Include Media Files cannot go with a snapshot in Label Studio Community [item 0]');
		Object.assign(exporter, { edition: 'Enterprise', hasDirect: false, convertsAtOnce: false });
		expect((await run(media)).items[0]?.json).toMatchObject({ way: 'snapshot' });
		expect(JSON.parse(server.requests.find(({ path }) => path.endsWith('/convert'))!.body)).toEqual({ export_type: 'COCO', download_resources: true });
	});

	it.each([
		['an unknown format', { format: 'XLSX' }, 'Format XLSX is not one that the server offers [item 0]'],
		['a format that does not suit', { format: 'YOLO' }, 'Format YOLO does not suit the labeling config of the project [item 0]'],
		['items of a zip', { format: 'COCO', output: 'items' }, 'Format COCO cannot be put out as items [item 0]'],
		['a filter without snapshot', { way: 'direct', additionalFields: { taskFilter: { finished: 'only' } } }, 'Filters need a snapshot, and Way is Direct [item 0]'],
		['keeping none', { way: 'direct', additionalFields: { keepSnapshot: true } }, 'Keep Snapshot needs a snapshot, and Way is Direct [item 0]'],
		["another project's view", { additionalFields: { taskFilter: { view: { __rl: true, mode: 'id', value: '6' } } } }, 'Task Filter: View 6 is not one of project 3 [item 0]'],
		['no time', { additionalFields: { waitMinutes: 0 } }, 'Wait at Most must be a number of minutes above 0 [item 0]'],
	])('refuses %s before anything is made', async (_name, parameters, message) => {
		const { error } = await run(parameters);
		expect(error?.message).toBe(message);
		expect(calls().filter((call) => !call.startsWith('GET '))).toEqual([]);
	});

	it('ends when the execution is cancelled', async () => {
		exporter.rounds = 1000;
		let cancel = (): void => {};
		exporter.override = ({ method, path }) => {
			if (method === 'GET' && path.endsWith('/exports/11')) cancel();
			return false;
		};
		const { items } = await run({ way: 'snapshot' }, { onStart: (stop: () => void) => (cancel = stop) });
		expect(items).toEqual([]);
		expect(calls().slice(0, 3)).toEqual(['GET /export/formats', 'POST /exports/', 'GET /exports/11']);
	});
});
