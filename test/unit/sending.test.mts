import { assign, canonical } from '../../nodes/LabelStudio/composite/canonical';
import { dataFields, missingField } from '../../nodes/LabelStudio/composite/labeling-config';
import { ranges, ship, Uncertain, type Settled, type Shipment } from '../../nodes/LabelStudio/composite/sending';
import { LabelStudioError, parseRefusedRows } from '../../nodes/LabelStudio/http/errors';

describe('rows that an import names', () => {
	it('are read out of what Label Studio 1.23.2 answers', () => {
		const errors = {
			non_field_errors: [
				{},
				`Error at item 1: "text" key is expected in task data [assume: item["data"] = task root with values] :: {'data': {'x': 'b<b>x</b> :: y'}}`,
				{},
				`Error at item 3: data['text']={'a': '<b>1</b>'} is of type 'dict', but the object tag Text expects the following types: ['str', 'list'] [assume: item["data"] = task root with values] :: {'data': 5}`,
				`Errors ['a', 'b'] at item 4: first, second :: {}`,
				'...',
			],
		};
		expect(parseRefusedRows(errors)).toEqual([
			{ row: 1, message: '"text" key is expected in task data' },
			{ row: 3, message: `data['text'] is of type 'dict', but the object tag Text expects the following types: ['str', 'list']` },
			{ row: 4, message: 'first, second' },
		]);
	});

	it('are read out of messages about predictions, each once', () => {
		expect(parseRefusedRows({ predictions: ['Prediction validation failed (3 errors):\n- Task 0, prediction 1: bad label\n- Task 0, prediction 2: worse\n- Task 12, prediction 0: no tag\n'] })).toEqual([
			{ row: 0, message: 'bad label' },
			{ row: 12, message: 'no tag' },
		]);
		expect(parseRefusedRows({ preannotated_fields: ["Task 2: Preannotated field 's' not found in task data"] })).toEqual([{ row: 2, message: "Preannotated field 's' not found in task data" }]);
	});

	it('are read out of the error of an import in the background', () => {
		const error = `[{}, ErrorDetail(string='Error at item 1: "text" key is expected in task data [assume: item["data"] = task root with values] :: {\\'data\\': {\\'x\\': 1}}', code='invalid'), ErrorDetail(string="Error at item 2: odd :: 5", code='invalid')]`;
		expect(parseRefusedRows(error)).toEqual([
			{ row: 1, message: '"text" key is expected in task data' },
			{ row: 2, message: 'odd' },
		]);
	});

	it('are none where none is named', () => {
		expect(parseRefusedRows({ non_field_errors: ["Unknown annotator's email a@b.c", 'The text says: at item 5: x'] })).toEqual([]);
		expect(parseRefusedRows(undefined)).toEqual([]);
	});
});

describe('contents', () => {
	it('are the same whatever the order of keys, and only then', () => {
		expect(canonical({ b: [1, { d: null, c: 'x' }], a: undefined })).toBe(canonical({ b: [1, { c: 'x', d: null }] }));
		const different = [1, '1', true, 'true', null, [1], { a: 1 }, [[1]], [], {}, ''];
		expect(new Set(different.map(canonical)).size).toBe(different.length);
		expect(canonical(new Date(0))).toBe('"1970-01-01T00:00:00.000Z"');
	});

	it('are given to as many rows as there are of them, first come first', () => {
		const candidates = [['a', 1], ['b', 2], ['a', 3]] as const;
		expect(assign(['a', 'a', 'a', 'c', 'b'], candidates)).toEqual([1, 3, undefined, undefined, 2]);
	});
});

describe('fields of a labeling config', () => {
	const fields = (config: string): string[] => dataFields(config).map(({ path, tag }) => `${tag} ${path.join('/')}`);

	it('are those of tags with name and value', () => {
		expect(
			fields(`<View>
				<!-- <Text name="old" value="$old"/> -->
				<Header value="$title"/>
				<Text name="t" value="$text"/><Image
					name='i' zoom="true" value='$image.url' ></Image>
				<Header name="h" value="Look at $hint, please &gt; $other"/>
				<Repeater on="$pages"><Image name="page_{{idx}}" value="$pages[{{idx}}].url"/></Repeater>
				<Choices name="c" toName="t"><Choice value="5 $"/></Choices>
				<TextArea name="a" toName="t" value="plain"/>
			</View>`),
		).toEqual(['Text text', 'Image image/url', 'Header hint', 'Image pages']);
		expect(fields('no xml')).toEqual([]);
		expect(fields('<View/>')).toEqual([]);
	});

	it('are missed where the data lacks them', () => {
		const config = dataFields('<View><Text name="t" value="$text"/><Image name="i" value="$image.url"/></View>');
		expect(missingField(config, { text: '', image: { url: null } })).toBeUndefined();
		expect(missingField(config, { text: '', image: 'x' })).toBe('image.url');
		expect(missingField(config, { image: { url: 'x' } })).toBe('text');
	});
});

describe('item numbers', () => {
	it('are told as ranges', () => {
		expect(ranges([5, 0, 1, 2])).toBe('0-2, 5');
		expect(ranges([])).toBe('');
		expect(ranges(Array.from({ length: 50 }, (_, index) => index * 2))).toMatch(/^0, 2, .*, 38, …$/);
	});
});

describe('rows are sent in chunks', () => {
	type Numbered = { item: number; text: string };
	const rows = (count: number, text = 'x'): Numbered[] => Array.from({ length: count }, (_, item) => ({ item, text }));
	const refused = (...named: number[]) => new LabelStudioError('Refused', { httpStatus: 400, refusedRows: named.map((row) => ({ row, message: `row ${row}` })) });
	const lost = new LabelStudioError('Lost', { outcomeUnknown: true });
	const failed = new LabelStudioError('Failed', { httpStatus: 500, outcomeUnknown: true, refusedRows: [] });

	interface Sent {
		chunks: number[][];
		done: Map<number, string>;
		failures: Map<number, LabelStudioError>;
	}

	/** Ships rows to a server that a function stands for. */
	const shipTo = async (all: Numbered[], server: (items: number[], chunk: number) => LabelStudioError | undefined, more: Partial<Shipment<Numbered, string>> = {}): Promise<Sent> => {
		const sent: Sent = { chunks: [], done: new Map(), failures: new Map() };
		await ship<Numbered, string>(all, {
			noun: 'rows',
			maxRows: 10,
			encode: ({ item, text }) => JSON.stringify({ item, text }),
			send: async (json, chunk) => {
				const items = (JSON.parse(json.toString()) as Numbered[]).map(({ item }) => item);
				expect(items).toEqual(chunk.map(({ item }) => item));
				sent.chunks.push(items);
				const problem = server(items, sent.chunks.length - 1);
				return problem ? await Promise.reject(problem) : items.map((item) => `id ${item}`);
			},
			find: async (chunk) => chunk.map(() => undefined),
			settle: async (chunk) => chunk.map(() => undefined),
			done: ({ item }, answer) => {
				expect(sent.done.has(item) || sent.failures.has(item)).toBe(false);
				sent.done.set(item, answer);
			},
			fail: ({ item }, error) => {
				expect(sent.done.has(item) || sent.failures.has(item)).toBe(false);
				sent.failures.set(item, error as LabelStudioError);
			},
			progress: () => {},
			...more,
		});
		return sent;
	};
	const sizes = ({ chunks }: Sent): number[] => chunks.map((chunk) => chunk.length);

	it('as large as rows and bytes allow', async () => {
		expect(sizes(await shipTo(rows(25), () => undefined))).toEqual([10, 10, 5]);
		const megabyte = 'x'.repeat(15 * 1024 * 1024);
		const large = await shipTo([...rows(5, megabyte), { item: 5, text: 'x'.repeat(40 * 1024 * 1024) }, { item: 6, text: '' }], () => undefined);
		expect(sizes(large)).toEqual([2, 2, 1, 1, 1]);
		expect([...large.done.keys()]).toEqual([0, 1, 2, 3, 4, 5, 6]);
	});

	it('without those that the server names', async () => {
		const sent = await shipTo(rows(12), (_items, chunk) => (chunk === 0 ? refused(1, 9) : undefined));
		expect(sizes(sent)).toEqual([10, 8, 2]);
		expect([...sent.failures.keys()]).toEqual([1, 9]);
		expect(sent.failures.get(9)?.message).toBe('Label Studio did not accept the item: row 9');
		expect(sent.done.size).toBe(10);
	});

	it.each([
		['refuses', refused()],
		['fails', failed],
	])('halved until the bad one is alone, where the server %s without naming it', async (_what, problem) => {
		const sent = await shipTo(rows(10), (items) => (items.includes(7) ? problem : undefined));
		expect([...sent.failures.keys()]).toEqual([7]);
		expect([...sent.done.keys()]).toEqual([0, 1, 2, 3, 4, 5, 6, 8, 9]);
	});

	it('smaller ones, where a proxy takes no large bodies', async () => {
		const sent = await shipTo([...rows(9), { item: 9, text: 'x'.repeat(200) }], (items) => (items.length > 3 || items.includes(9) ? new LabelStudioError('Large', { httpStatus: 413 }) : undefined));
		expect([...sent.failures.keys()]).toEqual([9]);
		expect(sent.done.size).toBe(9);
	});

	it('again, where the answer was lost and nothing arrived', async () => {
		const sent = await shipTo(rows(12), (_items, chunk) => (chunk === 0 ? lost : undefined));
		expect(sent.done.size).toBe(12);
		expect(sent.chunks.flat().filter((item) => item === 0)).toHaveLength(2);
	});

	it('again only as far as they did not arrive', async () => {
		const settle = async (chunk: readonly Numbered[]): Promise<Settled<string>> => chunk.map(({ item }) => (item < 6 ? `found ${item}` : undefined));
		const sent = await shipTo(rows(12), (_items, chunk) => (chunk === 0 ? lost : undefined), { settle });
		expect(sent.done.size).toBe(12);
		expect([sent.done.get(5), sent.done.get(6)]).toEqual(['found 5', 'id 6']);
		expect(sent.chunks.flat().filter((item) => item < 6)).toHaveLength(6);
	});

	it('no further, where it cannot be known what arrived', async () => {
		const settle = async (chunk: readonly Numbered[]) => new Uncertain<string>(chunk.map(({ item }) => (item === 10 ? 'found' : undefined)), 'The server is gone');
		const sent = await shipTo(rows(30), (_items, chunk) => (chunk === 1 ? lost : undefined), { settle });
		expect(sent.chunks).toHaveLength(2);
		expect([...sent.done.keys()]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
		expect(sent.failures.get(11)?.message).toBe('It is not known whether Label Studio took items 11-19: Lost');
		expect(sent.failures.get(11)?.description).toContain('before you send items 11-19 again. Why it could not be found out: The server is gone');
		expect(sent.failures.get(29)?.message).toContain('Not sent, since the items before could not be');
		expect(sent.failures.get(29)?.description).toContain('Nothing of items 20-29 was sent.');
	});

	it('no further, where looking fails as well', async () => {
		const sent = await shipTo(rows(15), () => lost, { settle: async () => await Promise.reject(new LabelStudioError('Gone')) });
		expect(sent.chunks).toHaveLength(1);
		expect(sent.failures.get(0)?.message).toContain('It is not known whether Label Studio took items 0-9');
		expect(sent.failures.get(0)?.description).toContain('Why it could not be found out: Gone');
		expect(sent.failures.size).toBe(15);
	});

	it('no further, where what is wrong is wrong for all', async () => {
		const sent = await shipTo(rows(25), (_items, chunk) => (chunk === 1 ? new LabelStudioError('Forbidden', { httpStatus: 403 }) : undefined));
		expect(sent.chunks).toHaveLength(2);
		expect(sent.failures.get(10)?.message).toBe('Forbidden');
		expect(sent.failures.get(20)?.message).toBe('Not sent, since the items before could not be: Forbidden');
	});

	it('not for ever, where no answer ever comes', async () => {
		const sent = await shipTo(rows(300), () => lost, { maxRows: 200 });
		expect(sizes(sent)).toEqual([200, 100, 100, 100, 100, 100]);
		expect(sent.done.size).toBe(0);
		expect(sent.failures.size).toBe(300);
		expect(sent.failures.get(0)?.description).toContain('Label Studio has none of items 0-99');
	});

	it('not for ever, where everything is refused', async () => {
		const sent = await shipTo(rows(1000), () => refused(), { maxRows: 1000 });
		expect(sent.chunks).toHaveLength(201);
		expect(sent.failures.size).toBe(1000);
		expect(sent.failures.get(999)?.message).toBe('Not sent, since the items before could not be: Refused');
	});

	it('and tell how far they are', async () => {
		const lines: string[] = [];
		await shipTo(rows(25), () => undefined, { progress: (line) => void lines.push(line) });
		expect(lines).toEqual(['10 of 25 rows', '20 of 25 rows']);
	});

	it('and what is no answer of the server goes on', async () => {
		await expect(shipTo(rows(1), () => undefined, { send: async () => await Promise.reject(new Error('cancelled')) })).rejects.toThrow('cancelled');
	});
});
