import fc from 'fast-check';
import { takeChanges, startAfter, type CursorState, type Item, type Row, type Source, type Version } from '../../nodes/LabelStudio/events/cursor.ts';
import { knowNothing, takeDeletions, type DeletionState, type IdSource } from '../../nodes/LabelStudio/events/deletions.ts';
import { decodeIds, encodeIds } from '../../nodes/LabelStudio/events/id-set.ts';

/** All times here are small whole numbers: microseconds since 1970 as far as the cursor is concerned. */
const overlap = 60;

/** Something that belongs to a row, such as an annotation; where a row has none, it is an item itself. */
interface Part {
	id: number;
	time: number;
}

/** A version of a row as the server stores it; it is seen only from `visible` on. */
interface Stored {
	id: number;
	time: number;
	visible: number;
	parts: Part[];
	gone?: true;
}

/**
 * What is delivered: rows; what belongs to them, found by the time of the row; or the same, found by a number of its own.
 */
type Mode = 'rows' | 'parts' | 'numbers';

/** A Label Studio as far as changes are concerned: versions that show up late, errors, pages. */
class Server implements Source<string> {
	now = 1000;
	private readonly versions: Stored[] = [];
	private nextId = 1;
	private nextPart = 1;
	/** How long a request takes: time goes on meanwhile, and so do the changes that are on their way. */
	tick = 1;
	/** Requests until one fails. */
	failIn = Infinity;
	readonly pageSize: number;
	readonly mode: Mode;

	constructor(pageSize: number, mode: Mode) {
		this.pageSize = pageSize;
		this.mode = mode;
	}

	/** What can be seen: the latest version of each row that was committed. */
	rows(): Stored[] {
		const latest = new Map<number, Stored>();
		for (const version of this.versions) {
			const before = latest.get(version.id);
			if (version.visible <= this.now && (!before || before.visible <= version.visible)) latest.set(version.id, version);
		}
		return [...latest.values()].filter(({ gone }) => !gone).sort((a, b) => a.id - b.id);
	}

	ids(): number[] {
		return this.rows().map(({ id }) => id);
	}

	create(delay: number): void {
		this.store({ id: this.nextId++, time: this.now, visible: this.now + delay, parts: [] });
	}

	/** Changes a row that can be seen. Who comes later is committed later, as a database does with one row. */
	change(row: Stored, delay: number, time = this.now): void {
		const latest = this.latestOf(row.id);
		if (latest.gone) return;
		// A number may be given some time after the time, so that the two do not rise together.
		const age = this.mode === 'numbers' ? (this.nextPart * 7) % 25 : 0;
		const visible = Math.max(this.now + Math.max(0, delay - age), latest.visible);
		// An earlier change of the row can hold this one up, but no longer than the overlap.
		const parts = this.mode === 'rows' ? [] : [...latest.parts, { id: this.nextPart++, time: Math.max(this.now - age, visible - overlap) }];
		this.store({ id: row.id, time: Math.max(time, latest.time + 1), visible, parts });
	}

	changePart(row: Stored, which: number): void {
		const latest = this.latestOf(row.id);
		if (latest.gone || latest.parts.length === 0 || this.mode === 'numbers') return;
		const parts = latest.parts.map((part, index) => (index === which % latest.parts.length ? { ...part, time: Math.max(this.now, part.time + 1) } : part));
		this.store({ id: row.id, time: Math.max(this.now, latest.time + 1), visible: Math.max(this.now, latest.visible), parts });
	}

	remove(row: Stored): void {
		const latest = this.latestOf(row.id);
		this.store({ ...latest, visible: Math.max(this.now, latest.visible), gone: true });
	}

	/** Deletes all rows; new ones get higher ids, as in a project that was emptied. */
	reset(): void {
		for (const row of this.rows()) this.remove(row);
		this.nextId += 50;
	}

	/** Keys of all items that are there for good. */
	items(): string[] {
		return this.rows().flatMap((row) => this.itemsOf(row).map(({ value }) => value));
	}

	async scan(since: number, after: number): Promise<{ rows: Row[]; more: boolean; now: number }> {
		this.request();
		const all = this.rows().filter(({ id }) => id > after);
		if (this.mode === 'numbers') {
			const rows = all.flatMap(({ id, parts }) => parts.filter((part) => part.id > since).map((): Row => ({ id })));
			return { rows: rows.slice(0, this.pageSize), more: rows.length > this.pageSize, now: this.now };
		}
		const rows = all.filter(({ time }) => time > since);
		return { rows: rows.slice(0, this.pageSize).map(({ id, time }) => ({ id, mark: time })), more: rows.length > this.pageSize, now: this.now };
	}

	async read(rows: readonly Row[], isDone: (version: Version) => boolean): Promise<Array<Item<string>>> {
		const wanted = new Set((this.mode !== 'rows' ? rows : rows.filter(({ id, mark = 0 }) => !isDone({ id, time: mark }))).map(({ id }) => id));
		if (wanted.size === 0) return [];
		this.request();
		return this.rows().filter(({ id }) => wanted.has(id)).flatMap((row) => this.itemsOf(row));
	}

	private itemsOf({ id, time, parts }: Stored): Array<Item<string>> {
		if (this.mode !== 'rows') return parts.map((part) => ({ row: id, ...part, ...(this.mode === 'numbers' && { mark: part.id }), value: `${part.id}@${part.time}` }));
		return [{ row: id, id, time, value: `${id}@${time}` }];
	}

	private latestOf(id: number): Stored {
		return this.versions.filter((version) => version.id === id).at(-1) as Stored;
	}

	private store(version: Stored): void {
		this.versions.push(version);
	}

	private request(): void {
		if (--this.failIn <= 0) {
			this.failIn = Infinity;
			throw new Error('The server is down');
		}
		this.now += this.tick;
	}
}

type Step =
	| { do: 'create'; count: number; delay: number }
	| { do: 'change'; which: number; count: number; delay: number; same: boolean }
	| { do: 'changePart' | 'remove'; which: number }
	| { do: 'wait'; time: number }
	| { do: 'fail'; in: number }
	| { do: 'reset' | 'poll' | 'restart' | 'lose' };

const delay = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: overlap - 10 }) });
const which = fc.nat(20);
const step: fc.Arbitrary<Step> = fc.oneof(
	{ weight: 6, arbitrary: fc.record({ do: fc.constant('create' as const), count: fc.integer({ min: 1, max: 6 }), delay }) },
	{ weight: 6, arbitrary: fc.record({ do: fc.constant('change' as const), which, count: fc.integer({ min: 1, max: 8 }), delay, same: fc.boolean() }) },
	{ weight: 2, arbitrary: fc.record({ do: fc.constantFrom('changePart' as const, 'remove' as const), which }) },
	{ weight: 4, arbitrary: fc.record({ do: fc.constant('wait' as const), time: fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 20, max: 200 })) }) },
	{ weight: 8, arbitrary: fc.record({ do: fc.constant('poll' as const) }) },
	{ weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const) }) },
	{ weight: 1, arbitrary: fc.record({ do: fc.constant('fail' as const), in: fc.integer({ min: 1, max: 4 }) }) },
	{ weight: 1, arbitrary: fc.record({ do: fc.constant('reset' as const) }) },
);
const history = fc.array(step, { minLength: 5, maxLength: 40 });
const setting = fc.record({
	pageSize: fc.integer({ min: 1, max: 7 }),
	batch: fc.integer({ min: 1, max: 6 }),
	mode: fc.constantFrom<Mode>('rows', 'parts', 'numbers'),
	memory: fc.oneof(fc.integer({ min: 1, max: 8 }), fc.constant(1000)),
	/** After how many looks at the clock a poll is late. */
	patience: fc.oneof(fc.integer({ min: 2, max: 5 }), fc.constant(1000)),
});
type Setting = typeof setting extends fc.Arbitrary<infer T> ? T : never;
const runs = { numRuns: 10_000 };

const act = (server: Server, one: Step): void => {
	const rows = server.rows();
	const row = (index: number): Stored | undefined => (rows.length > 0 ? rows[index % rows.length] : undefined);
	switch (one.do) {
		case 'create':
			for (let count = 0; count < one.count; count++) server.create(one.delay);
			return;
		case 'change': {
			const time = server.now;
			for (let count = 0; count < one.count; count++) {
				const chosen = row(one.which + count);
				if (chosen) server.change(chosen, one.delay, one.same ? time : server.now++);
			}
			return;
		}
		case 'changePart':
		case 'remove': {
			const chosen = row(one.which);
			if (chosen && one.do === 'remove') server.remove(chosen);
			if (chosen && one.do === 'changePart') server.changePart(chosen, one.which);
			return;
		}
		case 'wait':
			server.now += one.time;
			return;
		case 'fail':
			server.failIn = one.in;
			return;
		case 'reset':
			server.reset();
	}
};

/** Tries until it works; what failed has not moved the state. */
const patient = async <T,>(work: () => Promise<T>): Promise<T> => {
	try {
		return await work();
	} catch {
		return await work();
	}
};

describe('the cursor', () => {
	const poll = async (server: Server, state: CursorState, { batch, memory, patience }: Omit<Setting, 'pageSize' | 'mode'>) => {
		let looks = 0;
		return await takeChanges(state, server, { batch, overlap, memory, isLate: () => ++looks >= patience });
	};

	/** Polls until nothing has been new for longer than the overlap. */
	const drain = async (server: Server, state: CursorState, limits: Omit<Setting, 'pageSize' | 'mode'>, put: (items: string[]) => void): Promise<CursorState> => {
		for (let quiet = 0; quiet < 3; ) {
			server.now += overlap;
			const { items, state: next } = await poll(server, state, limits);
			put(items.map(({ value }) => value));
			quiet = items.length === 0 && next.sweep === undefined ? quiet + 1 : 0;
			state = next;
		}
		return state;
	};

	it('delivers each change once, whatever happens', async () => {
		await fc.assert(
			fc.asyncProperty(history, setting, async (steps, { pageSize, mode, ...limits }) => {
				const server = new Server(pageSize, mode);
				let state = startAfter(0, 0);
				const delivered: string[] = [];
				for (const one of steps) {
					if (one.do === 'restart') state = JSON.parse(JSON.stringify(state)) as CursorState;
					else if (one.do !== 'poll') act(server, one);
					else {
						const before = JSON.stringify(state);
						try {
							const { items, state: next } = await poll(server, state, limits);
							// The items of the last row all come.
							const withoutOne = items.map(({ row }) => items.filter((item) => item.row !== row).length);
							if (items.length > 0) expect(Math.min(...withoutOne)).toBeLessThan(limits.batch);
							delivered.push(...items.map(({ value }) => value));
							state = next;
						} catch (error) {
							expect((error as Error).message).toBe('The server is down');
							expect(JSON.stringify(state)).toBe(before);
						}
					}
				}
				server.failIn = Infinity;
				state = await drain(server, state, limits, (items) => delivered.push(...items));
				expect(new Set(delivered).size).toBe(delivered.length);
				expect(server.items().filter((key) => !delivered.includes(key))).toEqual([]);
				// Nothing is remembered of what is long past.
				expect(state).toEqual({ rows: state.rows, items: state.items, seen: '' });
				const { rows } = await server.scan(state.rows, 0);
				expect(rows).toEqual([]);
			}),
			runs,
		);
	});

	it('delivers each change at least once after its state was lost', async () => {
		await fc.assert(
			fc.asyncProperty(history, history, setting, async (first, second, { pageSize, mode, ...limits }) => {
				const server = new Server(pageSize, mode);
				const delivered = new Set<string>();
				for (const steps of [first, second]) {
					let state = startAfter(0, 0);
					for (const one of steps) {
						if (one.do !== 'poll') {
							act(server, one);
							continue;
						}
						const taken = await patient(async () => await poll(server, state, limits));
						for (const { value } of taken.items) delivered.add(value);
						state = taken.state;
					}
					server.failIn = Infinity;
					if (steps === second) await drain(server, state, limits, (items) => items.forEach((key) => delivered.add(key)));
				}
				expect(server.items().filter((key) => !delivered.has(key))).toEqual([]);
			}),
			runs,
		);
	});

	it('remembers no more than its bound, and delivers what did not fit later', async () => {
		const server = new Server(1000, 'rows');
		const limits = { batch: 1000, memory: 5000, patience: Infinity };
		server.tick = 0;
		for (let count = 0; count < 12_000; count++) server.create(0);
		let state = startAfter(0, 0);
		const delivered: string[] = [];
		let longest = 0;
		for (let polls = 0; polls < 20; polls++) {
			const { items, state: next } = await poll(server, state, limits);
			delivered.push(...items.map(({ value }) => value));
			state = next;
			longest = Math.max(longest, JSON.stringify(state).length);
		}
		expect(longest).toBeLessThan(80_000);
		expect(delivered).toHaveLength(5000);
		await drain(server, state, limits, (items) => delivered.push(...items));
		expect(new Set(delivered).size).toBe(12_000);
		expect(delivered).toHaveLength(12_000);
	});

	it('waits for a lower number that is younger and comes later', async () => {
		let now = 165;
		const stored = [
			{ row: 1, id: 1, time: 124, visible: 174 },
			{ row: 2, id: 2, time: 100, visible: 126 },
		];
		const there = () => stored.filter(({ visible }) => visible <= now).map(({ row, id, time }) => ({ row, id, mark: id, time, value: id }));
		const source: Source<number> = {
			scan: async (since, after) => ({ rows: there().filter(({ id, row }) => id > since && row > after).map(({ row }) => ({ id: row })), more: false, now }),
			read: async (rows) => there().filter(({ row }) => rows.some(({ id }) => id === row)),
		};
		const first = await takeChanges(startAfter(0, 0), source, { batch: 10, overlap });
		expect(first.items.map(({ value }) => value)).toEqual([2]);
		now = 180;
		const second = await takeChanges(first.state, source, { batch: 10, overlap });
		expect(second.items.map(({ value }) => value)).toEqual([1]);
	});

	it('asks once when nothing is new', async () => {
		const server = new Server(10, 'rows');
		server.create(0);
		let state = await drain(server, startAfter(0, 0), { batch: 10, memory: 10, patience: Infinity }, () => {});
		let requests = 0;
		const counting: Source<string> = { scan: async (since, after) => (requests++, await server.scan(since, after)), read: async (rows, isDone) => (requests++, await server.read(rows, isDone)) };
		for (let polls = 1; polls <= 3; polls++) {
			const taken = await takeChanges(state, counting, { batch: 10, overlap });
			expect(taken.items).toEqual([]);
			expect(taken.state).toEqual(state);
			state = taken.state;
			expect(requests).toBe(polls);
		}
	});
});

describe('the watcher of deletions', () => {
	const idSource = (server: Server): IdSource => ({
		newest: async () => {
			const ids = server.ids();
			return { ids: ids.slice(-3).reverse(), total: ids.length };
		},
		between: async (from, to, size) => {
			const ids = server.ids().filter((id) => id >= from && id <= to);
			return { ids: ids.slice(0, size), total: ids.length };
		},
	});

	it('tells each deleted task once', async () => {
		await fc.assert(
			fc.asyncProperty(history, fc.integer({ min: 1, max: 6 }), async (steps, batch) => {
				const server = new Server(100, 'rows');
				const source = idSource(server);
				let state: DeletionState = knowNothing();
				const told: number[] = [];
				const known = new Set<number>();
				const poll = async () => {
					for (const id of server.ids()) known.add(id);
					const taken = await takeDeletions(state, source, batch);
					expect(taken.ids.length).toBeLessThanOrEqual(batch);
					told.push(...taken.ids);
					state = JSON.parse(JSON.stringify(taken.state)) as DeletionState;
					return taken.ids.length;
				};
				await poll();
				for (const one of steps) {
					if (one.do === 'poll') await poll();
					// A task that is committed late can hide a deletion for a while; there is a test of its own for that.
					else act(server, 'delay' in one ? { ...one, delay: 0 } : one);
				}
				while ((await poll()) > 0);
				const there = new Set(server.ids());
				expect(told.sort((a, b) => a - b)).toEqual([...known].filter((id) => !there.has(id)).sort((a, b) => a - b));
			}),
			{ numRuns: 1000 },
		);
	});

	it('finds few among many with few requests', async () => {
		const server = new Server(100, 'rows');
		for (let count = 0; count < 20_000; count++) server.create(0);
		let requests = 0;
		const source = idSource(server);
		const counting: IdSource = { newest: async () => (requests++, await source.newest()), between: async (...range) => (requests++, await source.between(...range)) };
		let { state } = await takeDeletions(knowNothing(), counting, 10);
		expect(state.known.length).toBeLessThan(20);
		requests = 0;
		expect((await takeDeletions(state, counting, 10)).ids).toEqual([]);
		expect(requests).toBe(1);
		const [row] = server.rows().slice(7777);
		server.remove(row as Stored);
		const taken = await takeDeletions(state, counting, 10);
		expect(taken.ids).toEqual([row?.id]);
		expect(requests).toBeLessThan(12);
		state = taken.state;
		expect((await takeDeletions(state, counting, 10)).ids).toEqual([]);
	});

	it('learns a task that was committed late', async () => {
		const server = new Server(100, 'rows');
		server.create(500);
		for (let count = 0; count < 10; count++) server.create(0);
		const source = idSource(server);
		let { state } = await takeDeletions(knowNothing(), source, 10);
		server.now += 600;
		({ state } = await takeDeletions(state, source, 10));
		expect(decodeIds(state.known)).toEqual(server.ids());
	});
});

describe('ids as text', () => {
	const ids = fc.uniqueArray(fc.oneof(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 2 ** 31 })), { maxLength: 200 }).map((list) => list.sort((a, b) => a - b));

	it('come back as they were', () => {
		fc.assert(fc.property(ids, (list) => expect(decodeIds(encodeIds(list))).toEqual(list)), { numRuns: 2000 });
	});

	it('take little room', () => {
		const tightly = Array.from({ length: 100_000 }, (_, index) => 5000 + index);
		expect(encodeIds(tightly).length).toBeLessThan(20);
		const everyThousandth = Array.from({ length: 1000 }, (_, index) => index * 1000 + 1);
		expect(encodeIds(everyThousandth).length).toBeLessThan(8000);
	});
});
