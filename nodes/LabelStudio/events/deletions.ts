import { LabelStudioError } from '../http/errors';
import { decodeIds, encodeIds } from './id-set';

/**
 * Which tasks a project had, so that those which vanish are noticed: Label Studio keeps nothing of a deleted task.
 *
 * Its size follows the gaps between the ids: a few characters for each run of ids without a gap, about six for an id
 * that stands alone. {@link longest} is the bound; a project that needs more cannot be watched.
 */
export interface DeletionState {
	/** See {@link encodeIds}. */
	known: string;
	/** The ids are still being read for the first time, up to this one. */
	learned?: number;
}

/** Most characters that the known ids may take. */
const longest = 1_000_000;
/** Ids that are read at once. */
const idsPerPage = 1000;
/** How the ids of a project's tasks are asked for. */
export interface IdSource {
	/** The newest ids, some of them, and how many there are in all. */
	newest(): Promise<{ ids: readonly number[]; total: number }>;
	/** Up to `size` ids from `from` to `to`, which may be Infinity, in rising order, and how many there are. */
	between(from: number, to: number, size: number): Promise<{ ids: readonly number[]; total: number }>;
}

/** The state of a watcher that knows no task yet. */
export const knowNothing = (): DeletionState => ({ known: '', learned: 0 });

const rising = (ids: Iterable<number>): number[] => [...new Set(ids)].sort((a, b) => a - b);

/** Where `id` is in a rising list, or would be. */
const placeOf = (ids: readonly number[], id: number): number => {
	let [low, high] = [0, ids.length];
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((ids[middle] as number) < id) low = middle + 1;
		else high = middle;
	}
	return low;
};

const encodeWithin = (ids: readonly number[]): string => {
	const known = encodeIds(ids);
	if (known.length <= longest) return known;
	throw new LabelStudioError('The project has too many tasks to watch for deletions', {
		description: `Their IDs are scattered so widely that remembering ${ids.length} of them takes more than ${longest} characters. Watch the other events, or split the project.`,
	});
};

/** Reads ids above `from` as far as there are any, or as far as there is time. */
const readAbove = async (source: IdSource, from: number, isLate: () => boolean): Promise<{ ids: number[]; done: boolean }> => {
	const ids: number[] = [];
	for (;;) {
		const found = await source.between((ids.at(-1) ?? from) + 1, Infinity, idsPerPage);
		for (const id of found.ids) ids.push(id);
		if (found.ids.length >= found.total || found.ids.length === 0) return { ids, done: true };
		if (isLate()) return { ids, done: false };
	}
};

/**
 * Finds known ids that are gone, and ids that are not known, by comparing numbers of ids and halving where they differ:
 * one deletion among 100,000 takes some ten small requests.
 */
const compare = async (source: IdSource, known: readonly number[], total: number): Promise<{ gone: number[]; unknown: number[] }> => {
	const gone: number[] = [];
	const unknown: number[] = [];
	const look = async (own: readonly number[], from: number, to: number, count: number): Promise<void> => {
		if (own.length === count) return;
		if (count <= 0) {
			for (const id of own) gone.push(id);
			return;
		}
		if (own.length <= idsPerPage) {
			const there = new Set<number>();
			for (let next = from; ; ) {
				const { ids, total: rest } = await source.between(next, to, idsPerPage);
				for (const id of ids) there.add(id);
				if (ids.length >= rest || ids.length === 0) break;
				next = (ids.at(-1) as number) + 1;
			}
			const mine = new Set(own);
			for (const id of own) if (!there.has(id)) gone.push(id);
			for (const id of there) if (!mine.has(id)) unknown.push(id);
			return;
		}
		const half = own.length >>> 1;
		const middle = own[half] as number;
		const { total: lower } = await source.between(from, middle - 1, 1);
		await look(own.slice(0, half), from, middle - 1, lower);
		await look(own.slice(half), middle, to, count - lower);
	};
	await look(known, 1, Infinity, total);
	return { gone, unknown };
};

/**
 * Takes ids of tasks that were deleted since the state, and gives the state after it; the old one stays as it is. The
 * first poll, or the first few of a large project, only learn which tasks there are.
 *
 * A task whose number is much lower than the newest ones, committed between two polls in which another one near it is
 * deleted, can hide that deletion until the next.
 *
 * @param batch most ids of one poll; the rest comes with the next
 * @param isLate whether it is time to stop
 * @throws LabelStudioError when a request fails, or the ids take too much memory
 */
export const takeDeletions = async (state: DeletionState, source: IdSource, batch: number, isLate = (): boolean => false): Promise<{ ids: number[]; state: DeletionState }> => {
	const known = decodeIds(state.known);
	if (state.learned !== undefined) {
		const { ids, done } = await readAbove(source, state.learned, isLate);
		return { ids: [], state: { known: encodeWithin(known.concat(ids)), ...(!done && { learned: ids.at(-1) }) } };
	}
	const newest = await source.newest();
	const added = newest.ids.filter((id) => known[placeOf(known, id)] !== id);
	const highest = known.at(-1) ?? 0;
	// All of the newest are new: there may be more of them.
	const above = added.length > 0 && added.length === newest.ids.length && added.length < newest.total ? await readAbove(source, highest, isLate) : undefined;
	if (above?.done === false) return { ids: [], state: { known: encodeWithin(known.concat(above.ids)) } };
	const all = added.length > 0 ? rising([...known, ...added, ...(above?.ids ?? [])]) : known;
	const { gone, unknown } = await compare(source, all, newest.total);
	const ids = rising(gone).slice(0, batch);
	if (ids.length === 0 && unknown.length === 0 && all === known) return { ids, state };
	const left = new Set(all);
	for (const id of ids) left.delete(id);
	return { ids, state: { known: encodeWithin(rising([...left, ...unknown])) } };
};
