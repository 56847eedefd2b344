import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { startOwnLabelStudio } from '../../stack/label-studio.mts';
import { NoPythonError } from '../../stack/python.mts';
import { runNode, type NodeRun } from '../support/engine.mts';
import { isRowImport, lineFaults, only, startFaultProxy, type Fault, type FaultProxy, type Passing } from '../support/fault-proxy.mts';
import { callLive, id, labelConfig, liveServer, many, one, positive } from '../support/live.mts';

const { url, apiToken } = liveServer();

interface Task {
	id: number;
	data: Record<string, unknown>;
	file_upload: string | null;
	[field: string]: unknown;
}

let project: number;

const rows = (count: number, text = 'Row'): INodeExecutionData[] => Array.from({ length: count }, (_, index) => ({ json: { text: `${text} ${index}`, sku: `S${index}` } }));

const tasks = async (filters: INodeParameters = {}): Promise<Task[]> => (await many({ resource: 'task', operation: 'getMany', project: id(project), simplify: false, filters })) as unknown as Task[];
const uploads = async () => await many({ resource: 'fileUpload', operation: 'getMany', project: id(project), filters: { all: true } });

beforeEach(async () => {
	project = Number((await one({ resource: 'project', operation: 'create', specifyBody: 'fields', title: `Import ${Math.random().toString(36).slice(2, 8)}`, labelConfig })).id);
});

afterEach(async () => {
	await callLive({ resource: 'project', operation: 'delete', project: id(project), confirm: true });
});

describe('Task: Import', () => {
	const run = async (items: INodeExecutionData[], parameters: INodeParameters = {}, onError?: 'continueRegularOutput'): Promise<NodeRun> =>
		await runNode({ parameters: { resource: 'task', operation: 'import', project: id(project), ...parameters }, credential: { baseUrl: url, apiToken }, items, onError });

	it('stores data, annotations, predictions and meta', async () => {
		const { items, error } = await run([{ json: { text: 'Lovely', label: 'Positive' } }], {
			additionalFields: { annotations: JSON.stringify([{ result: positive }]), predictions: JSON.stringify([{ result: positive, score: 0.5, model_version: 'v1' }]), meta: '{"source": "test"}' },
		});
		expect(error).toBeUndefined();
		expect((await tasks({ fields: 'all' }))[0]).toMatchObject({ id: items[0]?.json.id, data: { text: 'Lovely', label: 'Positive' }, meta: { source: 'test' }, annotations: [{ result: positive }], predictions: [{ model_version: 'v1', result: positive }] });
	});

	it('has fields made into predictions', async () => {
		const { items, error } = await run([{ json: { text: 'Lovely', sentiment: 'Positive' } }, { json: { text: 'Awful', sentiment: 'Negative' } }], { additionalFields: { preannotatedFromFields: 'sentiment' } });
		expect(error).toBeUndefined();
		const stored = await tasks({ fields: 'all' });
		expect(stored.map((task) => [task.id, (task.predictions as Array<{ result: Array<{ value: unknown }> }>)[0]?.result[0]?.value])).toEqual([
			[items[0]?.json.id, { choices: ['Positive'] }],
			[items[1]?.json.id, { choices: ['Negative'] }],
		]);
	});

	it('reports rows that the server refuses by themselves, and imports the others', async () => {
		const items = rows(12);
		// What the server says of the first names it, of the second it does not.
		items[3] = { json: { text: { nested: '<b>no text</b>' } } };
		const annotated = { additionalFields: { annotations: `={{ $itemIndex === 7 ? [{ result: [], completed_by: { email: 'nobody@example.com' } }] : [] }}` } };
		const result = await run(items, annotated, 'continueRegularOutput');
		const errors = result.items.flatMap(({ json }, index) => (json.error ? [[index, json.error]] : []));
		expect(errors).toEqual([
			[3, expect.stringMatching(/^Label Studio did not accept the item: data\['text'\] is of type 'dict', but the object tag Text expects/)],
			[7, expect.stringContaining("Unknown annotator's email nobody@example.com")],
		]);
		const stored = await tasks();
		expect(stored.map(({ id: task }) => task)).toEqual(result.items.flatMap(({ json }) => (json.error ? [] : [json.id])));
		expect(stored.map(({ data }) => data.sku)).toEqual([0, 1, 2, 4, 5, 6, 8, 9, 10, 11].map((index) => `S${index}`));
	});

	it('keeps text as it is, percent signs and all', async () => {
		const odd = ['100%25 %41', 'ä\u2028"\\', '<b>', '', '  ', '𝄞'];
		const { items, error } = await run(odd.map((text) => ({ json: { text } })));
		expect(error).toBeUndefined();
		expect((await tasks()).map((task) => [task.id, task.data.text])).toEqual(odd.map((text, index) => [items[index]?.json.id, text]));
	});

	describe('of files', () => {
		const file = (fileName: string, content: string | Buffer, mimeType = 'text/plain') => ({ data: Buffer.from(content).toString('base64'), fileName, mimeType });
		const importFiles = async (items: INodeExecutionData[], parameters: INodeParameters = {}, onError?: 'continueRegularOutput') => await run(items, { source: 'files', ...parameters }, onError);

		it('makes tasks of tables, lists, lines and media, in one upload each as they go together', async () => {
			const { items, error } = await importFiles(
				[
					{ json: {}, binary: { data: file('rows.csv', 'text,n\nFirst,1\nSecond,2\n', 'text/csv'), more: file('rows.tsv', 'text\tn\nThird\t3\n') } },
					{ json: {}, binary: { data: file('list.json', '[{"text": "Fourth", "n": 4}]', 'application/json'), more: file('photo.png', 'x', 'image/png') } },
					{ json: {}, binary: { data: file('page.html', '<p>Page</p>', 'text/html'), more: file('lines.txt', 'One line\nAnother\n') } },
				],
				{ binaryFields: 'data, more' },
			);
			expect(error).toBeUndefined();
			const stored = new Map((await tasks()).map((task) => [task.id, task.data]));
			expect(items.map(({ json, pairedItem }) => [json.task_count, (json.file_upload_ids as number[]).length, (json.task_ids as number[]).map((task) => stored.get(task)?.text), pairedItem])).toEqual([
				[3, 2, ['First', 'Second', 'Third'], { item: 0 }],
				[2, 2, ['Fourth', expect.stringMatching(/^\/data\/upload\/\d+\/[0-9a-f]{8}-photo\.png$/)], { item: 1 }],
				[3, 2, ['<p>Page</p>', 'One line', 'Another'], { item: 2 }],
			]);
			expect(stored.size).toBe(8);
			expect((await uploads()).length).toBeGreaterThanOrEqual(6);
		});

		it('reports a file that is no good by itself, and imports the others', async () => {
			const { items } = await importFiles(
				[
					{ json: {}, binary: { data: file('good.csv', 'text\nGood\n') } },
					{ json: {}, binary: { data: file('empty.csv', '') } },
					{ json: {}, binary: { data: file('wrong.csv', 'other\nx\n') } },
					{ json: {}, binary: { data: file('archive.zip', 'PK', 'application/zip') } },
					{ json: {} },
				],
				{},
				'continueRegularOutput',
			);
			expect(items.map(({ json }) => json.error ?? json.task_count)).toEqual([
				1,
				expect.stringMatching(/^empty\.csv: .*No columns to parse from file/),
				expect.stringMatching(/^wrong\.csv: .*"text" key is expected/),
				'Label Studio takes no .zip files: archive.zip in the binary field "data"',
				'Input Binary Fields: the item has no binary field "data"',
			]);
			expect((await tasks()).map(({ data }) => data.text)).toEqual(['Good']);
		});

		it('sends 120 files in two uploads', async () => {
			const proxy = await startFaultProxy(url);
			try {
				const items = Array.from({ length: 120 }, (_, index) => ({ json: {}, binary: { data: file(`${index}.txt`, `Line ${index}`) } }));
				const result = await runNode({ parameters: { resource: 'task', operation: 'import', source: 'files', project: id(project) }, credential: { baseUrl: proxy.url, apiToken }, items });
				expect(result.error).toBeUndefined();
				expect(proxy.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/import'))).toHaveLength(2);
				const stored = new Map((await tasks()).map((task) => [task.id, task.data.text]));
				expect(result.items.map(({ json }) => (json.task_ids as number[]).map((task) => stored.get(task)))).toEqual(items.map((_item, index) => [`Line ${index}`]));
			} finally {
				await proxy.close();
			}
		});
	});
});

describe('Task: Import through a bad line', () => {
	let proxy: FaultProxy;
	beforeEach(async () => {
		proxy = await startFaultProxy(url);
	});
	afterEach(async () => {
		await proxy.settled();
		await proxy.close();
	});

	const count = 300;

	const run = async (parameters: INodeParameters = {}, items = rows(count)): Promise<NodeRun> =>
		await runNode({ parameters: { resource: 'task', operation: 'import', project: id(project), ...parameters }, credential: { baseUrl: proxy.url, apiToken }, items });

	/** Every row exactly once, under the id that the node said, and nothing left over. */
	const expectEachOnce = async ({ items, error }: NodeRun, wanted = rows(count)): Promise<void> => {
		expect(error).toBeUndefined();
		await proxy.settled();
		const stored = await tasks();
		expect(stored.map(({ data }) => data.text).sort()).toEqual(wanted.map(({ json }) => json.text).sort());
		expect(stored.filter(({ file_upload: file }) => file !== null)).toEqual([]);
		const texts = new Map(stored.map((task) => [task.id, task.data.text]));
		expect(items.map(({ json, pairedItem }) => [texts.get(json.id as number), json.status, pairedItem])).toEqual(wanted.map(({ json }, index) => [json.text, 'created', { item: index }]));
	};

	it.each(lineFaults(4000))('stores each row once when %s', async (_what, fault) => {
		proxy.disturb(only(fault, isRowImport));
		await expectEachOnce(await run());
		expect(await uploads()).toEqual([]);
	});

	it.each([1, 2, 3, 4, 5, 6])('stores each row once when the answer to request %i is lost, whatever it is', async (number) => {
		proxy.disturb(only('cut after', (passing) => passing.number === number));
		await expectEachOnce(await run());
	});

	it.each([1, 2, 3, 4, 5, 6])('says what is true of each row when the line breaks again and again (%i)', async (seed) => {
		const faults: Fault[] = ['cut before', 'cut after', 'cut halfway', { answer: 502 }, { answerAfter: 504 }, { answer: 504, late: 1500 }, { answer: 503 }];
		let state = seed;
		const random = (below: number): number => {
			state = (state * 48_271) % 2_147_483_647;
			return state % below;
		};
		let left = 12;
		proxy.disturb(({ path }) => (path !== '/api/token/refresh/' && random(5) < 2 && left-- > 0 ? faults[random(faults.length)] : undefined));
		const { items, error } = await runNode({
			parameters: { resource: 'task', operation: 'import', project: id(project) },
			credential: { baseUrl: proxy.url, apiToken },
			items: rows(count),
			onError: 'continueRegularOutput',
		});
		expect(error).toBeUndefined();
		await proxy.settled();
		const stored = await tasks();
		expect(new Set(stored.map(({ data }) => data.text)).size).toBe(stored.length);
		const ids = new Map(stored.map((task) => [task.data.text, task.id]));
		const told = items.map(({ json }, index) => {
			const there = ids.get(`Row ${index}`);
			if (!json.error) return there === json.id;
			return String(json.error).startsWith('It is not known') || there === undefined;
		});
		expect(told).toEqual(rows(count).map(() => true));
	}, 120_000);

	it('stores each row once when every third request is answered 429', async () => {
		proxy.disturb(({ number }) => (number % 3 === 0 ? { answer: 429, headers: { 'retry-after': '0' } } : undefined));
		await expectEachOnce(await run());
	});

	/** A proxy that takes small bodies only, so that there are several chunks. */
	const smallBodies = ({ body }: Passing): boolean => body.length > 8000;

	it('stores each row once when a proxy takes small bodies only, and the token expires between chunks', async () => {
		let imports = 0;
		proxy.disturb((passing) => {
			if (!isRowImport(passing)) return undefined;
			if (smallBodies(passing)) return { answer: 413 };
			return ++imports === 2 ? { token: 'Bearer expired' } : undefined;
		});
		await expectEachOnce(await run());
		expect(proxy.requests.filter(({ status }) => status === 401)).toHaveLength(1);
		expect(proxy.requests.filter(({ path }) => path === '/api/token/refresh/')).toHaveLength(2);
		expect(imports).toBeGreaterThan(2);
	});

	it('says what it does not know when the server stays away', async () => {
		let lost = false;
		proxy.disturb((passing) => {
			if (isRowImport(passing) && !smallBodies(passing)) lost = true;
			if (isRowImport(passing) && smallBodies(passing)) return { answer: 413 };
			// 400 is nothing that is tried again, so that the test ends.
			return lost ? (isRowImport(passing) ? 'cut after' : { answer: 400 }) : undefined;
		});
		const { error } = await run();
		expect(error?.message).toMatch(/^It is not known whether Label Studio took items 0-\d+: The connection to Label Studio was lost/);
		expect(error?.description).toMatch(/look in Label Studio before you send items 0-\d+ again/);
		// They are there, as it may be.
		expect((await tasks()).length).toBeGreaterThan(0);
	});

	it('stores files once when the answer to any request is lost', async () => {
		const items = ['a', 'b'].map((name) => ({ json: {}, binary: { data: { data: Buffer.from(`text\n${name} 1\n${name} 2\n`).toString('base64'), fileName: `${name}.csv`, mimeType: 'text/csv' } } }));
		for (const fault of ['cut before', 'cut after', { answer: 504, late: 3000 }] satisfies Fault[]) {
			const before = (await tasks()).length;
			proxy.disturb(only(fault, ({ method, path }) => method === 'POST' && path.endsWith('/reimport')));
			const result = await run({ source: 'files' }, items);
			expect(result.error).toBeUndefined();
			await proxy.settled();
			const stored = (await tasks()).slice(before);
			expect(stored.map(({ data }) => data.text)).toEqual(['a 1', 'a 2', 'b 1', 'b 2']);
			expect(result.items.flatMap(({ json }) => json.task_ids)).toEqual(stored.map((task) => task.id));
		}
		proxy.disturb(only('cut after', ({ method, path }) => method === 'POST' && path.endsWith('/import')));
		expect((await run({ source: 'files' }, items)).items.map(({ json }) => json.task_count)).toEqual([2, 2]);
		expect(await tasks()).toHaveLength(16);
	}, 120_000);
});

describe('Task: Create or Update', () => {
	const run = async (items: INodeExecutionData[], parameters: INodeParameters = {}, baseUrl = url, onError?: 'continueRegularOutput'): Promise<NodeRun> =>
		await runNode({ parameters: { resource: 'task', operation: 'upsert', project: id(project), matchField: 'sku', ...parameters }, credential: { baseUrl, apiToken }, items, onError });
	const statuses = ({ items, error }: NodeRun) => {
		expect(error).toBeUndefined();
		return items.map(({ json }) => json.status);
	};

	it('creates, updates and leaves alone, and does nothing the second time', async () => {
		const first = await run(rows(4));
		expect(statuses(first)).toEqual(['created', 'created', 'created', 'created']);
		const changed = rows(6);
		changed[1] = { json: { text: 'Changed %41', sku: 'S1', extra: [1, { a: null }] } };
		changed[2] = { json: { text: 'Row 2', sku: 'S2', added: true } };
		const second = await run(changed);
		expect(statuses(second)).toEqual(['unchanged', 'updated', 'updated', 'unchanged', 'created', 'created']);
		expect(second.items.slice(0, 4).map(({ json }) => json.id)).toEqual(first.items.map(({ json }) => json.id));
		const stored = new Map((await tasks()).map((task) => [task.id, task.data]));
		expect(second.items.map(({ json }) => stored.get(json.id as number))).toEqual(changed.map(({ json }) => json));
		expect(statuses(await run(changed))).toEqual(Array.from({ length: 6 }, () => 'unchanged'));
		expect(await tasks()).toHaveLength(6);
	});

	it('leaves fields alone that the items do not have', async () => {
		await run([{ json: { text: 'Old', sku: 'A', note: 'keep' } }]);
		expect(statuses(await run([{ json: { text: 'New', sku: 'A' } }]))).toEqual(['updated']);
		expect((await tasks())[0]?.data).toEqual({ text: 'New', sku: 'A', note: 'keep' });
	});

	it('leaves what people and models said about a task that it changes', async () => {
		const result = [{ from_name: 'sentiment', to_name: 'text', type: 'choices', value: { choices: ['Positive'] } }];
		const rich = [{ data: { text: 'Old', sku: 'A' }, annotations: [{ result, lead_time: 5 }], predictions: [{ result, score: 0.5, model_version: 'one' }], meta: { source: 'x' } }];
		await callLive({ resource: 'task', operation: 'importJson', project: id(project), tasks: JSON.stringify(rich) });
		const whole = async (): Promise<Record<string, unknown>> => {
			const task = (await one({ resource: 'task', operation: 'get', task: id((await tasks())[0]?.id as number), simplify: false })) as Record<string, unknown>;
			const { data: _, updated_at: __, ...rest } = task;
			return rest;
		};
		const before = await whole();
		expect(before).toMatchObject({ annotations: [{ lead_time: 5 }], predictions: [{ score: 0.5 }], meta: { source: 'x' } });
		expect(statuses(await run([{ json: { text: 'New', sku: 'A' } }]))).toEqual(['updated']);
		expect((await tasks())[0]?.data).toEqual({ text: 'New', sku: 'A' });
		expect(await whole()).toEqual(before);
	});

	it('takes the number 5 and the text 5 for the same', async () => {
		await run([{ json: { text: 'a', sku: 5 } }, { json: { text: 'b', sku: '7' } }]);
		// More tasks than values, so that they are looked up by value.
		await run(rows(5));
		expect(statuses(await run([{ json: { text: 'a', sku: 5 } }, { json: { text: 'b!', sku: 7 } }]))).toEqual(['unchanged', 'updated']);
		expect(await tasks()).toHaveLength(7);
	});

	it.each(['sku', 'Order No.', 'größe', 'a__b', '12', "it's"])('matches by a field named %s', async (field) => {
		const items = (texts: string[]) => texts.map((text, index) => ({ json: { text, [field]: `%41 ${index} "ä` } }));
		await run([...items(['a', 'b']), ...['x', 'y', 'z'].map((text) => ({ json: { text, [field]: text } }))], { matchField: field });
		expect(statuses(await run(items(['a', 'changed']), { matchField: field }))).toEqual(['unchanged', 'updated']);
		expect(await tasks()).toHaveLength(5);
	});

	it('settles duplicates among the items: the last one counts', async () => {
		const items = [{ json: { text: 'first', sku: 'A' } }, { json: { text: 'other', sku: 'B' } }, { json: { text: 'last', sku: 'A' } }];
		const result = await run(items);
		expect(statuses(result)).toEqual(['skipped', 'created', 'created']);
		expect(result.items[0]?.json).toMatchObject({ id: result.items[2]?.json.id, reason: 'item 2 has the same value and counts instead' });
		expect((await tasks()).map(({ data }) => data.text).sort()).toEqual(['last', 'other']);
	});

	it('reports an item whose value several tasks have, and does the others', async () => {
		await runNode({ parameters: { resource: 'task', operation: 'import', project: id(project) }, credential: { baseUrl: url, apiToken }, items: [...rows(1), ...rows(1)] });
		const { items } = await run(rows(2), {}, url, 'continueRegularOutput');
		expect(items.map(({ json }) => json.error ?? json.status)).toEqual([expect.stringMatching(/^2 tasks have "sku" = "S0": \d+, \d+$/), 'created']);
		expect(await tasks()).toHaveLength(3);
	});

	it('only tells what it would do in a dry run', async () => {
		await run(rows(2));
		const items = [{ json: { text: 'new', sku: 'S0' } }, ...rows(3).slice(1)];
		const dry = await run(items, { dryRun: true });
		expect(dry.items.map(({ json }) => [json.status, json.dry_run, typeof json.id])).toEqual([['updated', true, 'number'], ['unchanged', true, 'number'], ['created', true, 'object']]);
		expect((await tasks()).map(({ data }) => data.text)).toEqual(['Row 0', 'Row 1']);
	});

	it('only creates, or only updates', async () => {
		await run(rows(1));
		const items = [{ json: { text: 'changed', sku: 'S0' } }, { json: { text: 'new', sku: 'S1' } }];
		expect(statuses(await run(items, { write: 'create' }))).toEqual(['skipped', 'created']);
		expect(statuses(await run([...items, { json: { text: 'none', sku: 'S2' } }], { write: 'update' }))).toEqual(['updated', 'unchanged', 'skipped']);
		expect((await tasks()).map(({ data }) => data.text)).toEqual(['changed', 'new']);
	});

	it.each<[string, Fault]>([
		['is cut before', 'cut before'],
		['is cut after', 'cut after'],
		['is answered 502', { answer: 502 }],
		['is answered 504 after it was done', { answerAfter: 504 }],
	])('ends as it should when every request of a kind %s once', async (_what, fault) => {
		await run(rows(3));
		const proxy = await startFaultProxy(url);
		try {
			const met = new Set<string>();
			proxy.disturb(({ method, path, query }) => {
				const kind = `${method} ${path} ${query.has('commit_to_project')}`;
				if (path.includes('/token/') || met.has(kind)) return undefined;
				met.add(kind);
				return fault;
			});
			const items = [{ json: { text: 'changed', sku: 'S0' } }, ...rows(6).slice(1)];
			const result = await run(items, {}, proxy.url);
			expect(statuses(result)).toEqual(['updated', 'unchanged', 'unchanged', 'created', 'created', 'created']);
			await proxy.settled();
			const stored = await tasks();
			expect(stored.map(({ data }) => data)).toEqual(items.map(({ json }) => json));
			expect(result.items.map(({ json }) => json.id)).toEqual(stored.map((task) => task.id));
			expect(met.size).toBeGreaterThan(5);
		} finally {
			await proxy.settled();
			await proxy.close();
		}
	}, 120_000);
});

describe('Task: Import while the server restarts', () => {
	it('stores each row once', async () => {
		const own = await startOwnLabelStudio(() => {}).catch((error: unknown) => (error instanceof NoPythonError && !process.env.CI ? undefined : Promise.reject(error)));
		if (!own) return;
		const proxy = await startFaultProxy(own.url);
		try {
			const credential = { baseUrl: proxy.url, apiToken: own.apiToken };
			const make = await runNode({ parameters: { resource: 'project', operation: 'create', specifyBody: 'fields', title: 'Restart', labelConfig }, credential });
			const projectId = id(make.items[0]?.json.id);
			let imports = 0;
			let restarted: Promise<void> | undefined;
			proxy.disturb(async (passing) => {
				if (!isRowImport(passing)) return undefined;
				if (passing.body.length > 8000) return { answer: 413 };
				if (++imports === 2) restarted = own.restart();
				return undefined;
			});
			const items = rows(300);
			const result = await runNode({ parameters: { resource: 'task', operation: 'import', project: projectId }, credential, items });
			expect(result.error).toBeUndefined();
			expect(imports).toBeGreaterThan(2);
			await restarted;
			await proxy.settled();
			const stored = await runNode({ parameters: { resource: 'task', operation: 'getMany', project: projectId, returnAll: true, filters: { include: 'id,data' }, simplify: false }, credential });
			expect(stored.items.map(({ json }) => (json.data as { text: string }).text)).toEqual(items.map(({ json }) => json.text));
			expect(result.items.map(({ json }) => json.id)).toEqual(stored.items.map(({ json }) => json.id));
		} finally {
			await proxy.close();
			await own.stop();
		}
	}, 300_000);
});
