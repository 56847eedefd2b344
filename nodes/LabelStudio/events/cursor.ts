/**
 * Where a reader of changes is, so that each change is delivered once.
 *
 * Label Studio tells no changes, only when a row was last changed. So the rows that changed since a time are read in
 * the order of their ids, in **sweeps**: each sweep visits every such row once, however many share a time, however many
 * more than one batch holds there are, and whatever moves while it goes on. A sweep may take several polls.
 *
 * A change is committed some time after it got its time. It is taken for granted that it can be seen **overlap** later,
 * so what a sweep delivers of the time up to `overlap` before its start needs no memory: nothing can turn up there any
 * more. What it delivers of the time after that is remembered as (time, id), and the next sweep looks there again.
 *
 * "Now" is the server's clock, and both times that are kept are times of rows. n8n's clock plays no part, and a wrong
 * clock of a proxy that stands in for the server's can make the overlap shorter, but not skip what comes later.
 *
 * The state has a bound: {@link memory} remembered changes of about 14 characters each, under 80 kB, and five numbers.
 * What does not fit is not delivered yet: a later sweep, which needs no memory for it, does. Usually it is a few bytes.
 */
export interface CursorState {
	/** Rows whose mark is greater are looked at. */
	rows: number;
	/** Items up to this time are done: microseconds since 1970. */
	items: number;
	/** Items after that time which are done as well; see {@link encode}. */
	seen: string;
	/** A sweep that goes on with the next poll. */
	sweep?: Sweep;
}

interface Sweep {
	/** Rows up to this id were visited. */
	after: number;
	/** What changed up to this time could all be seen when the sweep began. */
	until: number;
	/** What `rows` and `items` become when it ends. */
	rows: number;
	items: number;
	/** The lowest mark of those that wait for a later sweep, for want of memory. */
	held?: number;
}

/** One object in one version: that of which it was changed at that time. */
export interface Version {
	id: number;
	/** Microseconds since 1970. */
	time: number;
}

/** A row that changed. */
export interface Row {
	id: number;
	/** What rows are asked for by: the time of its change. Absent where its items are asked for instead. */
	mark?: number;
}

/** What there may be to deliver of a row: the row itself, or something that belongs to it. */
export interface Item<T> extends Version {
	/** Id of the row. */
	row: number;
	/** What it is asked for by, where that is not the time of its row. Rises with time, as ids do. */
	mark?: number;
	value: T;
}

/** How changed rows are asked for. */
export interface Source<T> {
	/**
	 * Rows with a mark greater than `since` and an id greater than `after`, by id. A row may come several times.
	 *
	 * @returns whether there are more, and the server's clock before it looked, in microseconds since 1970
	 */
	scan(since: number, after: number): Promise<{ rows: readonly Row[]; more: boolean; now: number }>;
	/**
	 * All items of some rows as they are by now, those that were delivered before included.
	 *
	 * @param isDone tells what was; where the row is the item, such rows can be left out
	 */
	read(rows: readonly Row[], isDone: (version: Version) => boolean): Promise<ReadonlyArray<Item<T>>>;
}

/** How much is taken at once. */
export interface Limits {
	/** Most items of one poll; those of its last row all come. */
	batch: number;
	/** Microseconds. */
	overlap: number;
	/** Whether it is time to stop, with what there is. */
	isLate?: () => boolean;
	/** Most changes that are remembered, {@link memory} when absent. */
	memory?: number;
	/** Most rows that are visited; some thousands when absent. */
	rows?: number;
}

/** Most changes that are remembered. */
export const memory = 5000;
/** Most rows that one poll visits, so that it ends in time whatever they hold. */
const rowsPerPoll = 5000;
/** Rows that are read at once: their ids go into an address, and Enterprise gives no more. */
export const rowsPerRead = 100;

const keyOf = ({ id, time }: Version): string => `${time}.${id}`;

/** Versions as text, sorted by time and id: microseconds since `from` and id in base 36, as in `a4z.3f`. */
export const encode = (versions: readonly Version[], from: number): string =>
	[...versions]
		.sort((a, b) => a.time - b.time || a.id - b.id)
		.map(({ id, time }) => `${(time - from).toString(36)}.${id.toString(36)}`)
		.join(' ');

/** The versions of {@link encode}. */
export const decode = (text: string, from: number): Version[] =>
	text
		.split(' ')
		.filter(Boolean)
		.map((part) => {
			const [time, id] = part.split('.') as [string, string];
			return { id: parseInt(id, 36), time: from + parseInt(time, 36) };
		});

/** The state of a reader that starts after a mark and a time. */
export const startAfter = (rows: number, items: number): CursorState => ({ rows, items, seen: '' });

const groupByRow = <T>(items: ReadonlyArray<Item<T>>): Map<number, Array<Item<T>>> => {
	const groups = new Map<number, Array<Item<T>>>();
	for (const item of items) {
		const group = groups.get(item.row);
		if (group) group.push(item);
		else groups.set(item.row, [item]);
	}
	return groups;
};

/** The sweeps of one poll. */
class Reader<T> {
	readonly taken: Array<Item<T>> = [];
	private rows: number;
	private items: number;
	private seen: Map<string, Version>;
	private sweep?: Sweep;
	private visited = 0;
	private readonly source: Source<T>;
	private readonly limits: Limits;

	constructor({ rows, items, seen, sweep }: CursorState, source: Source<T>, limits: Limits) {
		this.rows = rows;
		this.items = items;
		this.seen = new Map(decode(seen, items).map((version) => [keyOf(version), version]));
		this.sweep = sweep && { ...sweep };
		this.source = source;
		this.limits = limits;
	}

	state(): CursorState {
		const { rows, items, sweep } = this;
		return { rows, items, seen: encode([...this.seen.values()], items), ...(sweep && { sweep }) };
	}

	/** Goes on until there is enough, or a sweep that began here has ended. */
	async run(): Promise<void> {
		for (let isFresh = this.sweep === undefined; ; isFresh = true) {
			if (!(await this.goOn()) || isFresh || this.taken.length >= this.limits.batch || this.limits.isLate?.()) return;
		}
	}

	/** Goes on with the sweep, or begins one. Tells whether it came to its end. */
	private async goOn(): Promise<boolean> {
		for (;;) {
			const { rows, more, now } = await this.source.scan(this.rows, this.sweep?.after ?? 0);
			const sweep = (this.sweep ??= { after: 0, until: now - this.limits.overlap, rows: this.rows, items: this.items });
			const distinct = rows.filter(({ id }, index) => id !== rows[index - 1]?.id);
			while (distinct.length > 0) {
				const room = Math.min(this.limits.batch - this.taken.length, (this.limits.rows ?? rowsPerPoll) - this.visited);
				if (room <= 0 || this.limits.isLate?.()) return false;
				const chunk = distinct.splice(0, Math.min(room, rowsPerRead));
				const items = groupByRow(await this.source.read(chunk, (version) => this.isDone(version)));
				for (const row of chunk) {
					if (this.taken.length >= this.limits.batch) return false;
					this.visit(sweep, row, items.get(row.id) ?? []);
				}
			}
			if (!more || rows.length === 0) break;
		}
		this.end();
		return true;
	}

	private isDone(version: Version): boolean {
		return version.time <= this.items || this.seen.has(keyOf(version));
	}

	private visit(sweep: Sweep, row: Row, items: ReadonlyArray<Item<T>>): void {
		const settle = (mark: number, time: number): void => {
			if (time <= sweep.until) sweep.rows = Math.max(sweep.rows, mark);
		};
		if (row.mark !== undefined) settle(row.mark, row.mark);
		for (const item of items) {
			const { id, time, mark } = item;
			// Numbers are given in the order of time only to within the overlap.
			if (mark !== undefined) settle(mark, time + this.limits.overlap);
			if (time <= sweep.until) sweep.items = Math.max(sweep.items, time);
			if (this.isDone(item)) continue;
			if (time > sweep.until) {
				if (this.seen.size >= (this.limits.memory ?? memory)) {
					sweep.held = Math.min(sweep.held ?? Infinity, mark ?? row.mark ?? 0);
					continue;
				}
				this.seen.set(keyOf(item), { id, time });
			}
			this.taken.push(item);
		}
		sweep.after = row.id;
		this.visited += 1;
	}

	private end(): void {
		const { until, rows, items, held = Infinity } = this.sweep as Sweep;
		this.rows = Math.max(this.rows, Math.min(rows, held - 1));
		this.items = [...this.seen.values()].reduce((latest, { time }) => (time <= until ? Math.max(latest, time) : latest), items);
		this.seen = new Map([...this.seen].filter(([, { time }]) => time > this.items));
		this.sweep = undefined;
	}
}

/**
 * Takes what changed since the state, and gives the state after it. The old one stays as it is, so that whoever fails
 * after this can begin again from there.
 *
 * @returns items by time and id
 * @throws whatever the source throws; nothing was taken then
 */
export const takeChanges = async <T>(state: CursorState, source: Source<T>, limits: Limits): Promise<{ items: Array<Item<T>>; state: CursorState }> => {
	const reader = new Reader(state, source, limits);
	await reader.run();
	return { items: reader.taken.sort((a, b) => a.time - b.time || a.id - b.id), state: reader.state() };
};
