const sorted = (_key: string, value: unknown): unknown =>
	typeof value === 'object' && value !== null && !Array.isArray(value)
		? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
		: value;

/** A text that is the same for values that are the same as JSON, whatever the order of their keys. */
export const canonical = (value: unknown): string => JSON.stringify(value, sorted) ?? 'null';

/**
 * Gives each wanted content the first candidate that has it and that no earlier one has taken, so that the same content
 * wanted twice needs two.
 *
 * @param wanted contents by {@link canonical}
 * @param candidates what there is, with its content
 * @returns one entry for each wanted content; undefined where nothing is left for it
 */
export const assign = <T>(wanted: readonly string[], candidates: ReadonlyArray<readonly [content: string, candidate: T]>): Array<T | undefined> => {
	const free = new Map<string, T[]>();
	for (const [content, candidate] of candidates.toReversed()) {
		const list = free.get(content);
		if (list) list.push(candidate);
		else free.set(content, [candidate]);
	}
	return wanted.map((content) => free.get(content)?.pop());
};
