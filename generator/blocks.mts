/** One operation of one resource. */
export interface Cell {
	resource: string;
	operation: string;
}

/** Everything in which one of the resources meets one of the operations. */
export interface Block {
	resource: string[];
	operation: string[];
}

const other = { resource: 'operation', operation: 'resource' } as const;

interface Group {
	ones: string[];
	wanted: Set<string>;
	/** What one of them has besides, and must not be drawn in. */
	unwanted: Set<string>;
}

const members = (cells: readonly Cell[], key: keyof Cell): Map<string, Set<string>> => {
	const result = new Map<string, Set<string>>();
	for (const cell of cells) result.set(cell[key], (result.get(cell[key]) ?? new Set()).add(cell[other[key]]));
	return result;
};

/** Puts those together that draw each other nothing in; those that want most come first. */
const groups = (cells: readonly Cell[], all: readonly Cell[], key: keyof Cell): Group[] => {
	const having = members(all, key);
	const result: Group[] = [];
	const largestFirst = [...members(cells, key)].sort(([a, one], [b, two]) => two.size - one.size || (a < b ? -1 : 1));
	for (const [one, wanted] of largestFirst) {
		const unwanted = (having.get(one) ?? new Set<string>()).difference(wanted);
		const place = result.find((group) => group.wanted.isDisjointFrom(unwanted) && group.unwanted.isDisjointFrom(wanted));
		if (place) {
			place.ones.push(one);
			place.wanted = place.wanted.union(wanted);
			place.unwanted = place.unwanted.union(unwanted);
		} else {
			result.push({ ones: [one], wanted, unwanted });
		}
	}
	return result;
};

/**
 * Cells as few blocks that hold all of them, each in one block, and nothing else that exists: a block may meet in
 * operations that a resource does not have.
 *
 * @param all every operation that exists
 */
export const blocks = (cells: readonly Cell[], all: readonly Cell[]): Block[] => {
	const [byResource, byOperation] = [groups(cells, all, 'resource'), groups(cells, all, 'operation')];
	const key = byOperation.length < byResource.length ? 'operation' : 'resource';
	return (key === 'operation' ? byOperation : byResource).map(({ ones, wanted }) => ({ [key]: ones.sort(), [other[key]]: [...wanted].sort() }) as unknown as Block);
};

/** The sides of a block that are needed to tell it from everything else that exists. */
export const condition = ({ resource, operation }: Block, all: readonly Cell[], at: (key: keyof Cell) => string = (key) => key): Record<string, string[]> => {
	const inside = ({ resource: one, operation: two }: Cell): boolean => resource.includes(one) && operation.includes(two);
	const implies = (key: keyof Cell, values: string[]): boolean => all.every((cell) => !values.includes(cell[key]) || inside(cell));
	if (all.every(inside)) return {};
	if (implies('resource', resource)) return { [at('resource')]: resource };
	if (implies('operation', operation)) return { [at('operation')]: operation };
	return { [at('resource')]: resource, [at('operation')]: operation };
};
