import { createHash } from 'node:crypto';
import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { runNode, type NodeRun, type NodeRunOptions } from '../support/engine.mts';
import { importsRows, startFakeProject, type FakeProject } from '../support/fake-import.mts';
import { sendJson } from '../support/server.mts';

const apiToken = '0123456789abcdef0123456789abcdef01234567';
const projectId = { __rl: true, mode: 'id', value: '5' } as const;

const texts = (count: number): INodeExecutionData[] => Array.from({ length: count }, (_, index) => ({ json: { text: `Row ${index}` } }));

describe('Task: Import', () => {
	let fake: FakeProject;
	beforeEach(async () => {
		fake = await startFakeProject();
	});
	afterEach(async () => await fake.server.close());

	const run = async (items: INodeExecutionData[], parameters: INodeParameters = {}, more: Partial<NodeRunOptions> = {}): Promise<NodeRun> =>
		await runNode({ parameters: { resource: 'task', operation: 'import', project: projectId, ...parameters }, credential: { baseUrl: fake.server.url, apiToken }, items, ...more });

	it('sends all items in one request and puts out one item for each, with its task', async () => {
		const { items, error } = await run(texts(3));
		expect(error).toBeUndefined();
		expect(items).toEqual([0, 1, 2].map((item) => ({ json: { id: 101 + item, project: 5, status: 'created' }, pairedItem: { item } })));
		expect(fake.imports()).toEqual([[0, 1, 2].map((item) => ({ data: { text: `Row ${item}` }, file_upload_id: 1 }))]);
		expect(fake.server.requests.find(importsRows)?.query.toString()).toBe('return_task_ids=true');
		// The mark is taken off.
		expect(fake.tasks.map(({ file_upload_id: file }) => file)).toEqual([undefined, undefined, undefined]);
		expect(fake.files.size).toBe(0);
		expect(fake.server.requests).toHaveLength(5);
	});

	it('sends nothing for no items', async () => {
		const { items, error } = await run([]);
		expect({ items, error }).toEqual({ items: [], error: undefined });
		expect(fake.server.requests).toHaveLength(0);
	});

	it('sends annotations, predictions and meta along', async () => {
		const result = [{ from_name: 's', to_name: 't', type: 'choices', value: { choices: ['A'] } }];
		const { error } = await run([{ json: { text: 'x', predicted: [{ result, score: 0.5 }] } }], {
			dataMode: 'mapped',
			columns: { mappingMode: 'autoMapInputData', value: null } as never,
			additionalFields: {
				annotations: JSON.stringify([{ result }]),
				predictions: '={{ $json.predicted }}',
				meta: '{"source": "crm"}',
			},
		});
		expect(error).toBeUndefined();
		expect(fake.imports()[0]).toEqual([{ data: { text: 'x' }, annotations: [{ result }], predictions: [{ result, score: 0.5 }], meta: { source: 'crm' }, file_upload_id: 1 }]);
	});

	it('has the server make predictions of fields', async () => {
		const { error } = await run([{ json: { text: 'x', label: 'A', other: 'B' } }], { additionalFields: { preannotatedFromFields: 'label, other' } });
		expect(error).toBeUndefined();
		expect(fake.server.requests.find(importsRows)?.query.getAll('preannotated_from_fields')).toEqual(['label', 'other']);
		// It would drop the reference.
		expect(fake.imports()[0]).toEqual([{ data: { text: 'x', label: 'A', other: 'B' } }]);
	});

	it.each([['annotations', '[{"result": []}]'], ['predictions', '[{"result": []}]'], ['meta', '{"a": 1}']])('refuses %s beside fields that become predictions, since the server would drop them', async (name, value) => {
		const { error } = await run(texts(1), { additionalFields: { preannotatedFromFields: 'text', [name]: value } });
		expect(error?.message).toBe('Preannotated From Fields cannot go with Annotations, Predictions or Meta [item 0]');
		expect(fake.imports()).toEqual([]);
	});

	describe('maps', () => {
		const schema = ['text', 'lang', 'unused'].map((key) => ({ id: key, displayName: key, required: false, defaultMatch: false, display: true, removed: key === 'unused' }));
		const item = { json: { text: 'x', lang: 'en', unused: 1, other: 2 } };

		it('fields by their names', async () => {
			const { error } = await run([item], { dataMode: 'mapped', columns: { mappingMode: 'autoMapInputData', value: null, matchingColumns: [], schema } as never });
			expect(error).toBeUndefined();
			expect(fake.tasks[0]?.data).toEqual({ text: 'x', lang: 'en' });
		});

		it('the fields of the labeling config even when the editor never asked for them', async () => {
			await run([item], { dataMode: 'mapped', columns: { mappingMode: 'autoMapInputData', value: null } as never });
			expect(fake.tasks[0]?.data).toEqual({ text: 'x' });
		});

		it('each field as it says', async () => {
			const value = { text: '={{ $json.text + "!" }}', lang: 'de', unused: null };
			const { error } = await run([item, { json: { text: 'y' } }], { dataMode: 'mapped', columns: { mappingMode: 'defineBelow', value, matchingColumns: [], schema } as never });
			expect(error).toBeUndefined();
			expect(fake.tasks.map(({ data }) => data)).toEqual([{ text: 'x!', lang: 'de' }, { text: 'y!', lang: 'de' }]);
		});

		it('nothing when nothing is said', async () => {
			const { error } = await run([item], { dataMode: 'mapped', columns: { mappingMode: 'defineBelow', value: null } as never });
			expect(error?.message).toBe('Fields is required, but no field has a value [item 0]');
		});
	});

	describe('refuses before anything is sent', () => {
		const sent = () => fake.server.requests.filter(({ method }) => method !== 'GET').length;

		it('an item without a field that the labeling config shows, by its number', async () => {
			const { error } = await run([...texts(2), { json: { txt: 'x', more: 1 } }]);
			expect(error?.message).toBe('The data has no "text", which the labeling config of project 5 shows [item 2]');
			expect(error?.description).toContain('It has "txt", "more".');
			expect(sent()).toBe(0);
		});

		it('very many wrong items as well as one', async () => {
			const { error } = await run(Array.from({ length: 150_000 }, () => ({ json: { txt: 'x' } })));
			expect(error?.message).toBe('The data has no "text", which the labeling config of project 5 shows [item 0]');
			expect(sent()).toBe(0);
		});

		it('annotations that are none', async () => {
			const { error } = await run(texts(1), { additionalFields: { annotations: '[5]' } });
			expect(error?.message).toBe('Annotations must be a list of objects with a "result", which is a list of regions [item 0]');
			expect(sent()).toBe(0);
		});

		it('an item of more than 250 MiB', async () => {
			const { error } = await run([...texts(1), { json: { text: 'x'.repeat(250 * 1024 * 1024) } }]);
			expect(error?.message).toBe('The task is 251 MiB large, and Label Studio takes 250 MiB at most [item 1]');
			expect(sent()).toBe(0);
		});

		it('a project that is not there', async () => {
			fake.instead((request, response) => request.method === 'GET' && (sendJson(response, { detail: 'No Project matches the given query.' }, 404), true));
			const { error } = await run(texts(2));
			expect(error?.message).toContain('Label Studio found no such object');
			expect(sent()).toBe(0);
		});

		it('and goes on with the good items when told to', async () => {
			const { items } = await run([{ json: { txt: 'x' } }, ...texts(1)], {}, { onError: 'continueRegularOutput' });
			expect(items.map(({ json, pairedItem }) => [json.error ?? json.id, pairedItem])).toEqual([
				['The data has no "text", which the labeling config of project 5 shows', { item: 0 }],
				[101, { item: 1 }],
			]);
		});
	});

	describe('when the server refuses rows', () => {
		/** Refuses rows with a text, naming them as Label Studio 1.23.2 does. */
		const refusing = (bad: string, named: boolean): void =>
			fake.instead((request, response) => {
				if (!importsRows(request)) return false;
				const rows = JSON.parse(request.body) as Array<{ data: { text: string } }>;
				const errors = rows.map(({ data }, index) => (data.text === bad ? `Error at item ${index}: it is bad :: {'data': …}` : {}));
				if (!rows.some(({ data }) => data.text === bad)) return false;
				sendJson(response, { status_code: 400, detail: 'Validation error', validation_errors: { non_field_errors: named ? errors : ['One is bad'] } }, 400);
				return true;
			});

		it.each([
			['names them', true, 2],
			['does not name them', false, 5],
		])('and %s, imports the others and reports those by themselves', async (_what, named, requests) => {
			refusing('Row 3', named);
			const { items, error } = await run(texts(5), {}, { onError: 'continueErrorOutput' });
			expect(error).toBeUndefined();
			expect(items.map(({ pairedItem }) => pairedItem)).toEqual([0, 1, 2, 4].map((item) => ({ item })));
			expect(fake.tasks.map(({ data }) => data.text)).toEqual(['Row 0', 'Row 1', 'Row 2', 'Row 4']);
			expect(fake.imports()).toHaveLength(requests);
		});

		it('imports the others, and then fails saying so', async () => {
			refusing('Row 1', true);
			const { error } = await run(texts(4));
			expect(error?.message).toBe('Label Studio did not accept the item: it is bad');
			expect(error?.context?.itemIndex).toBe(1);
			expect(error?.description).toBe('Failed: items 1. Done: 3 of 4.');
			expect(fake.tasks).toHaveLength(3);
		});
	});

	describe('when an answer is lost', () => {
		/** Loses the first answer to an import; does with its rows what is said. */
		const losing = (what: (rows: Array<Record<string, unknown>>) => void): void => {
			let left = 1;
			fake.instead((request, response) => {
				if (!importsRows(request) || left-- <= 0) return false;
				what(JSON.parse(request.body) as Array<Record<string, unknown>>);
				response.destroy();
				return true;
			});
		};
		const stored = () => fake.tasks.map(({ data }) => data.text);

		it('finds tasks that are there, also of the same content, and takes no others for them', async () => {
			fake.store([{ data: { text: 'twin' } }]);
			losing((rows) => {
				fake.store([{ data: { text: 'twin' } }]);
				fake.store(rows);
				fake.store([{ data: { text: 'twin' } }]);
			});
			const { items, error } = await run([{ json: { text: 'twin' } }, { json: { text: 'one' } }, { json: { text: 'twin' } }]);
			expect(error).toBeUndefined();
			expect(items.map(({ json }) => json.id)).toEqual([103, 104, 105]);
			expect(fake.tasks).toHaveLength(6);
			expect(fake.imports()).toHaveLength(1);
		});

		it('sends the rows again once nothing of them can arrive any more', async () => {
			let late: Array<Record<string, unknown>> = [];
			losing((rows) => {
				late = rows;
			});
			const { items, error } = await run(texts(3));
			expect(error).toBeUndefined();
			expect(stored()).toEqual(['Row 0', 'Row 1', 'Row 2']);
			expect(items).toHaveLength(3);
			// However late it comes, the server cannot store it.
			expect(fake.store(late)).toBeUndefined();
		});

		it('sends again only what is missing of an import that the server stores piece by piece', async () => {
			losing((rows) => void fake.store(rows.slice(0, 2)));
			const { items, error } = await run(texts(4));
			expect(error).toBeUndefined();
			expect(stored()).toEqual(['Row 0', 'Row 1', 'Row 2', 'Row 3']);
			expect(items.map(({ json }) => json.id)).toEqual([101, 102, 103, 104]);
		});

		it('finds what came in just before it could not any more', async () => {
			let rows: Array<Record<string, unknown>> = [];
			let left = 1;
			fake.instead((request, response) => {
				if (importsRows(request) && left-- > 0) {
					rows = JSON.parse(request.body) as typeof rows;
					response.destroy();
					return true;
				}
				if (request.method === 'DELETE' && rows.length > 0) {
					fake.store(rows);
					rows = [];
				}
				return false;
			});
			const { items, error } = await run(texts(2));
			expect(error).toBeUndefined();
			expect(items.map(({ json }) => json.id)).toEqual([101, 102]);
			expect(fake.tasks).toHaveLength(2);
		});

		const expectUncertain = ({ items }: NodeRun): void => {
			const errors = items.map(({ json }) => String(json.error));
			expect(errors[0]).toMatch(/^It is not known whether Label Studio took items 0-1: The connection to Label Studio was lost/);
			expect(items[0]?.json.details).toMatchObject({ description: expect.stringContaining('look in Label Studio before you send items 0-1 again') });
		};

		it('asks again where the server fails for a moment while it finds out', async () => {
			const failing = { look: 3, removal: 2, proof: 2 };
			const fails = (what: keyof typeof failing): boolean => failing[what] > 0 && failing[what]-- > 0;
			let imports = 0;
			fake.instead((request, response) => {
				const isImport = importsRows(request);
				if (isImport && ++imports === 1) {
					response.destroy();
					return true;
				}
				if (imports === 0) return false;
				const isLook = request.method === 'GET' && request.path === '/api/tasks/';
				if (!((isLook && fails('look')) || (request.method === 'DELETE' && fails('removal')) || (isImport && fake.files.size === 0 && fails('proof')))) return false;
				sendJson(response, { status_code: 500, detail: 'database is locked' }, 500);
				return true;
			});
			const { items, error } = await run(texts(2));
			expect(error).toBeUndefined();
			expect(failing).toEqual({ look: 0, removal: 0, proof: 0 });
			expect(stored()).toEqual(['Row 0', 'Row 1']);
			expect(items.map(({ json }) => json.id)).toEqual([101, 102]);
		});

		it('says why it does not know', async () => {
			let imports = 0;
			fake.instead((request, response) => {
				if (!importsRows(request)) return false;
				if (++imports === 1) response.destroy();
				else sendJson(response, { status_code: 500, detail: 'disk is full' }, 500);
				return true;
			});
			const { items } = await run(texts(1), {}, { onError: 'continueRegularOutput' });
			expect(items[0]?.json.error).toMatch(/^It is not known whether Label Studio took items 0: The connection/);
			expect(items[0]?.json.details).toMatchObject({ description: expect.stringMatching(/Why it could not be found out: Label Studio failed while working on the request: disk is full/) });
			expect(fake.tasks).toEqual([]);
		}, 30_000);

		it('says that it does not know, where the server takes no files to mark them with', async () => {
			fake.takesFiles = false;
			losing(() => {});
			const result = await run(texts(2), {}, { onError: 'continueRegularOutput' });
			expectUncertain(result);
			expect(fake.imports()).toHaveLength(1);
		});

		it('says that it does not know, where the server makes predictions of fields', async () => {
			losing(() => {});
			expectUncertain(await run(texts(2), { additionalFields: { preannotatedFromFields: 'text' } }, { onError: 'continueRegularOutput' }));
			expect(fake.imports()).toHaveLength(1);
		});

		it('finds them even there when they are there', async () => {
			losing((rows) => void fake.store(rows));
			const { items, error } = await run(texts(2), { additionalFields: { preannotatedFromFields: 'text' } });
			expect(error).toBeUndefined();
			expect(items.map(({ json }) => json.id)).toEqual([101, 102]);
		});

		it('trusts no server that stores what refers to a deleted file, and says which task is there', async () => {
			fake.keepsReference = false;
			losing(() => {});
			const { items } = await run(texts(3), {}, { onError: 'continueRegularOutput' });
			expect(items[0]?.json).toEqual({ id: 101, project: 5, status: 'created' });
			expect(items[1]?.json.error).toMatch(/^It is not known whether Label Studio took items 1-2/);
			expect(stored()).toEqual(['Row 0']);
		});

		it('gives up after a while, saying that nothing is there', async () => {
			fake.instead((request, response) => {
				if (!importsRows(request) || (JSON.parse(request.body) as Array<{ file_upload_id: number }>).some(({ file_upload_id: file }) => !fake.files.has(file))) return false;
				response.writeHead(504).end();
				return true;
			});
			const { error } = await run(texts(2));
			expect(error?.message).toBe('Label Studio could not be reached through its proxy (504)');
			expect(error?.description).toContain('Label Studio has none of items 0-1');
			expect(fake.tasks).toEqual([]);
		});

		it('keeps what it found of a server that failed after it had stored the rows', async () => {
			let left = 1;
			fake.instead((request, response) => {
				if (!importsRows(request) || left-- <= 0) return false;
				fake.store(JSON.parse(request.body) as never);
				sendJson(response, { status_code: 500, detail: 'deadlock detected' }, 500);
				return true;
			});
			const { items, error } = await run(texts(2));
			expect(error).toBeUndefined();
			expect(items.map(({ json }) => json.id)).toEqual([101, 102]);
			expect(fake.imports()).toHaveLength(1);
		});
	});

	describe('with a server that imports in the background', () => {
		/** Answers imports with a number, and questions for it with what is said. */
		const background = (statuses: Array<Record<string, unknown>>, stores: (rows: Array<Record<string, unknown>>, round: number) => void): void => {
			let round = 0;
			let asked = 0;
			fake.instead((request, response) => {
				if (importsRows(request)) {
					stores(JSON.parse(request.body) as Array<Record<string, unknown>>, round++);
					sendJson(response, { import: 70 + round }, 201);
					return true;
				}
				if (!request.path.includes('/imports/')) return false;
				sendJson(response, statuses[Math.min(asked++, statuses.length - 1)]);
				return true;
			});
		};

		it('waits for it, and looks the ids up', async () => {
			background([{ status: 'created' }, { status: 'in_progress' }, { status: 'completed', task_ids: [] }], (rows) => void fake.store(rows));
			const { items, error } = await run(texts(3));
			expect(error).toBeUndefined();
			expect(items.map(({ json }) => json.id)).toEqual([101, 102, 103]);
			expect(fake.server.requests.filter(({ path }) => path === '/api/projects/5/imports/71/')).toHaveLength(3);
		});

		it('does not take it for refused when it can no longer be asked for', async () => {
			let left = 1;
			fake.instead((request, response) => {
				if (importsRows(request) && left-- > 0) {
					fake.store(JSON.parse(request.body) as never);
					sendJson(response, { import: 71 }, 201);
					return true;
				}
				return request.path.includes('/imports/') && (sendJson(response, { detail: 'No ProjectImport matches the given query.' }, 404), true);
			});
			const { items, error } = await run(texts(2));
			expect(error).toBeUndefined();
			expect(items.map(({ json }) => json.id)).toEqual([101, 102]);
			expect(fake.imports()).toHaveLength(1);
		});

		it('keeps what was stored before it failed, and leaves out what it failed of', async () => {
			// The row is counted in its piece, as those of the pieces before are there.
			background([{ status: 'failed', error: 'Error at item 1: it is bad :: {}' }, { status: 'completed', task_ids: [] }], (rows, round) => void fake.store(round === 0 ? rows.slice(0, 2) : rows));
			const { items } = await run(texts(4), {}, { onError: 'continueRegularOutput' });
			expect(items.map(({ json }) => json.error ?? json.id)).toEqual([101, 102, 103, 'Label Studio did not accept the item: it is bad']);
			expect(fake.imports().map((rows) => rows.length)).toEqual([4, 1]);
		});
	});

	it('sends 25,000 items in three requests, in order', async () => {
		const { items, error } = await run(texts(25_000));
		expect(error).toBeUndefined();
		expect(fake.imports().map((rows) => rows.length)).toEqual([10_000, 10_000, 5_000]);
		expect(createHash('sha1').update(fake.tasks.map(({ data }) => data.text).join()).digest('hex')).toBe(createHash('sha1').update(texts(25_000).map(({ json }) => json.text).join()).digest('hex'));
		expect(items.map(({ json }) => json.id)).toEqual(fake.tasks.map(({ id }) => id));
	});
});
