import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { templates } from '../../nodes/LabelStudio/composite/templates';
import { runNode, type NodeRun } from '../support/engine.mts';
import { callLive, createProject, deleteProjects, failure, id, importRows, liveServer, many, negative, one, positive, title } from '../support/live.mts';

const content = ({ items }: NodeRun): string => Buffer.from(items[0]?.binary?.data?.data ?? '', 'base64').toString();

/** What a proxy does with a request that it has passed on to Label Studio. */
type Fault = (request: IncomingMessage) => 'pass' | 'gateway timeout' | 'cut' | 'half';

/** A proxy before the live server, whose clock runs out when a test wants it. */
const startProxy = async (fault: Fault): Promise<{ url: string; requests: string[]; close(): Promise<void> }> => {
	const target = new URL(liveServer().url);
	const requests: string[] = [];
	const pass = (incoming: IncomingMessage, response: ServerResponse): void => {
		requests.push(`${incoming.method} ${incoming.url?.split('?')[0]}`);
		const outcome = fault(incoming);
		const outgoing = httpRequest({ host: target.hostname, port: target.port, method: incoming.method, path: incoming.url, headers: { ...incoming.headers, host: target.host } }, (answer) => {
			if (outcome === 'pass') {
				response.writeHead(answer.statusCode ?? 500, answer.headers);
				answer.pipe(response);
				return;
			}
			const chunks: Buffer[] = [];
			answer.on('data', (chunk: Buffer) => chunks.push(chunk));
			answer.on('end', () => {
				if (outcome === 'cut') response.destroy();
				else if (outcome === 'gateway timeout') response.writeHead(504, { 'content-type': 'text/html' }).end('<html><h1>504 Gateway Time-out</h1></html>');
				else {
					response.writeHead(answer.statusCode ?? 500, answer.headers);
					const whole = Buffer.concat(chunks);
					response.write(whole.subarray(0, whole.length / 2), () => response.destroy());
				}
			});
		});
		incoming.pipe(outgoing);
	};
	const server = createServer(pass);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		requests,
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
};

/** A fault that strikes once. */
const once = (method: string, ending: string, outcome: ReturnType<Fault>): Fault => {
	let struck = false;
	return (request) => {
		if (struck || request.method !== method || !request.url?.split('?')[0]?.endsWith(ending)) return 'pass';
		struck = true;
		return outcome;
	};
};

describe('exports of a real Label Studio', () => {
	const projects: number[] = [];
	let project: number;

	beforeAll(async () => {
		project = await createProject('Export');
		projects.push(project);
		await importRows(project, [
			{ data: { text: 'Good, "really"\ngood' }, meta: { source: 'a' }, annotations: [{ result: positive, ground_truth: false }] },
			{ data: { text: 'Bad' }, annotations: [{ result: negative, was_cancelled: false, lead_time: 2.5, ground_truth: true }], predictions: [{ result: negative, score: 0.5, model_version: 'm1' }] },
			{ data: { text: 'Unseen' } },
		]);
	}, 120_000);

	afterAll(async () => await deleteProjects(projects), 120_000);

	const exported = async (parameters: object): Promise<NodeRun> => {
		const result = await callLive({ resource: 'project', operation: 'export', projectId: id(project), format: 'JSON', output: 'binary', outputField: 'data', way: 'automatic', allTasks: false, ...parameters });
		if (result.error) throw new Error(`${result.error.message} ${result.error.description ?? ''}`);
		return result;
	};
	const snapshots = async () => await many({ resource: 'export', operation: 'getManySnapshots', projectId: id(project) });

	it('have the same content both ways', async () => {
		for (const allTasks of [false, true]) {
			const direct = await exported({ way: 'direct', allTasks });
			const snapshot = await exported({ way: 'snapshot', allTasks });
			expect(direct.items[0]?.json).toMatchObject({ way: 'direct', mimeType: 'application/json', fileName: expect.stringMatching(/^project-\d+-at-.*\.json$/) });
			expect(snapshot.items[0]?.json).toMatchObject({ way: 'snapshot', mimeType: 'application/json', fileName: expect.stringMatching(/^project-\d+-at-.*\.json$/), tasks: allTasks ? 3 : 2 });
			expect(JSON.parse(content(direct))).toHaveLength(allTasks ? 3 : 2);
			expect(JSON.parse(content(snapshot))).toEqual(JSON.parse(content(direct)));
		}
		expect(await snapshots()).toEqual([]);
	}, 120_000);

	it('come as rows', async () => {
		for (const way of ['direct', 'snapshot']) {
			const rows = (await exported({ output: 'items', format: 'CSV', way })).items.map(({ json }) => json);
			expect(rows).toEqual([expect.objectContaining({ text: 'Good, "really"\ngood', sentiment: 'Positive' }), expect.objectContaining({ text: 'Bad', sentiment: 'Negative' })]);
			expect((await exported({ output: 'items', format: 'TSV', way })).items.map(({ json }) => json)).toEqual(rows);
			expect((await exported({ output: 'items', format: 'JSON_MIN', way })).items.map(({ json }) => [json.text, json.sentiment])).toEqual([['Good, "really"\ngood', 'Positive'], ['Bad', 'Negative']]);
		}
	}, 120_000);

	it('take filters', async () => {
		const filtered = async (additionalFields: object, allTasks = true) => (await exported({ output: 'items', allTasks, additionalFields })).items.map(({ json }) => (json.data as { text: string }).text);
		expect(await filtered({ taskFilter: { annotated: 'exclude' } })).toEqual(['Unseen']);
		expect(await filtered({ annotationFilter: { groundTruth: true, usual: false } }, false)).toEqual(['Bad']);
		const view = Number((await one({ resource: 'view', operation: 'create', specifyBody: 'fields', project: id(project), data: JSON.stringify({ title: 'Bad ones', filters: { conjunction: 'and', items: [{ filter: 'filter:tasks:data.text', operator: 'equal', type: 'String', value: 'Bad' }] } }) })).id);
		expect(await filtered({ taskFilter: { view: id(view) } })).toEqual(['Bad']);
		expect(await failure({ resource: 'project', operation: 'export', projectId: id(project), output: 'items', way: 'automatic', additionalFields: { taskFilter: { view: id(99_999_999) } } })).toMatchObject({ httpCode: '404' });
	}, 120_000);

	it('stay when they are to be kept', async () => {
		const { items } = await exported({ additionalFields: { keepSnapshot: true } });
		const kept = items[0]?.json.snapshot as { id: number; title: string };
		expect((await snapshots()).map((snapshot) => [snapshot.id, snapshot.title])).toEqual([[kept.id, kept.title]]);
		await one({ resource: 'export', operation: 'deleteSnapshot', projectId: id(project), exportSnapshotId: id(kept.id) });
	}, 60_000);

	it('are refused in a format that does not suit', async () => {
		expect((await failure({ resource: 'project', operation: 'export', projectId: id(project), format: 'COCO', output: 'binary', outputField: 'data', way: 'automatic' })).message).toBe('Format COCO does not suit the labeling config of the project [item 0]');
	});

	it.each([
		['a 504 on the creation of the snapshot', () => once('POST', '/exports/', 'gateway timeout')],
		['a connection cut on the creation of the snapshot', () => once('POST', '/exports/', 'cut')],
		['half an answer to the creation of the snapshot', () => once('POST', '/exports/', 'half')],
		['half a download', () => once('GET', '/download', 'half')],
		['a 504 on the download', () => once('GET', '/download', 'gateway timeout')],
	])('survive %s: one snapshot, and none left', async (_name, fault) => {
		const proxy = await startProxy(fault());
		try {
			const { items, error } = await runNode({
				parameters: { resource: 'project', operation: 'export', projectId: id(project), format: 'CSV', output: 'items', way: 'snapshot', allTasks: false },
				credential: { baseUrl: proxy.url, apiToken: liveServer().apiToken },
			});
			expect(error).toBeUndefined();
			expect(items.map(({ json }) => json.sentiment)).toEqual(['Positive', 'Negative']);
			expect(proxy.requests.filter((line) => line.startsWith('POST') && line.endsWith('/exports/'))).toHaveLength(1);
		} finally {
			await proxy.close();
		}
		expect(await snapshots()).toEqual([]);
	}, 120_000);

	describe('projects from templates', () => {
		it.each(Object.keys(templates))('are made: %s', async (template) => {
			const { key, item } = templates[template]!;
			const made = await one({
				resource: 'project',
				operation: 'createFromTemplate',
				title: title('Template'),
				template,
				labels: item ? 'First "one", <Second> & third' : '',
				dataKey: key ? 'own_key' : '',
				simplify: false,
			});
			projects.push(Number(made.id));
			if (key) expect(made.data_fields).toEqual(['own_key']);
			const controls = Object.values(made.parsed_label_config as Record<string, { labels: string[] }>);
			expect(controls.length).toBeGreaterThan(0);
			if (item) expect(controls.some(({ labels }) => labels.join('|') === 'First "one"|<Second> & third')).toBe(true);
		}, 60_000);

		const own = async (labelConfig: string) => await failure({ resource: 'project', operation: 'createFromTemplate', title: title('Own'), template: 'own', labelConfig });

		it('are checked before they are made', async () => {
			expect((await own('<View><Text name="t" value="$t"></View>')).message).toMatch(/^Labeling Config is no XML: <\/View> closes a tag that is not open; .*\(line 1, column 33\)/);
			expect((await own('<View><Text name="t" value="t"/></View>')).message).toMatch(/^Labeling Config shows no data/);
			const refused = await own('<View><Text name="t" value="$t"/><Choices name="c" toName="nothing"><Choice value="A"/></Choices></View>');
			expect(refused.httpCode).toBe('400');
			expect(refused.message).toContain('toName="nothing"');
			expect((await failure({ resource: 'project', operation: 'createFromTemplate', title: title('Twice'), template: 'sentiment', labels: 'A, B, A' })).message).toBe('Labels: "A" is there twice [item 0]');
			expect((await failure({ resource: 'project', operation: 'createFromTemplate', title: title('Key'), template: 'sentiment', dataKey: 'my key' })).message).toMatch(/^Data Key must be made of letters/);
		}, 60_000);

		it('take a labeling config of their own', async () => {
			const made = await one({ resource: 'project', operation: 'createFromTemplate', title: title('Own'), template: 'own', labelConfig: '<?xml version="1.0"?>\n<View><!-- a > b --><Text name="t" value="$t"/></View>', additionalFields: { expertInstruction: 'Read', maximumAnnotations: 2 }, simplify: false });
			projects.push(Number(made.id));
			expect(made).toMatchObject({ data_fields: ['t'], expert_instruction: 'Read', maximum_annotations: 2 });
		}, 60_000);
	});

	describe('duplicates', () => {
		const duplicate = async (parameters: object) => {
			const made = await one({ resource: 'project', operation: 'duplicate', projectId: id(project), title: title('Copy'), copyTasks: true, copyAnnotations: false, copyPredictions: false, simplify: false, ...parameters });
			projects.push(Number(made.id));
			return made;
		};
		const tasksOf = async (copy: unknown) => await many({ resource: 'task', operation: 'getMany', filters: { project: id(copy), fields: 'all', resolveUri: false }, simplify: false });

		it('bring the tasks along', async () => {
			const made = await duplicate({});
			expect(made.task_number).toBe(3);
			expect((await tasksOf(made.id)).map(({ data, meta, annotations, predictions, file_upload: file }) => [data, meta, annotations, predictions, file])).toEqual([
				[{ text: 'Good, "really"\ngood' }, { source: 'a' }, [], [], expect.anything()],
				[{ text: 'Bad' }, {}, [], [], expect.anything()],
				[{ text: 'Unseen' }, {}, [], [], expect.anything()],
			].map((row) => [...row.slice(0, 4), undefined].map((value, column) => (column === 4 ? expect.toBeOneOf([undefined, null, '']) : value))));
		}, 60_000);

		it('bring annotations and predictions along', async () => {
			const copies = await tasksOf((await duplicate({ copyAnnotations: true, copyPredictions: true })).id);
			expect(copies[0]?.annotations).toMatchObject([{ result: [expect.objectContaining({ value: { choices: ['Positive'] } })], ground_truth: false }]);
			expect(copies[1]?.annotations).toMatchObject([{ result: [expect.objectContaining({ value: { choices: ['Negative'] } })], lead_time: 2.5, ground_truth: true }]);
			expect(copies[1]?.predictions).toMatchObject([{ score: 0.5, model_version: 'm1' }]);
		}, 60_000);
	});
});
