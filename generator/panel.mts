import type { INodeProperties } from 'n8n-workflow';
import { blocks, condition, type Cell } from './blocks.mts';
import { pack } from './packed-collections.mts';
import { collections } from './placement.mts';

/** A property that one operation of one resource shows. */
export interface Shown extends Cell {
	/** Its display options say when the operation shows it, without naming resource or operation. */
	property: INodeProperties;
}

/** Parts of the panel from top to bottom; inside of a part the order is that of the operations. */
export const parts = ['fieldsAbove', 'bodyChoice', 'fields', 'shared', 'collections', 'output'] as const;

export type Part = (typeof parts)[number];

const byName: Readonly<Record<string, Part>> = {
	specifyBody: 'bodyChoice',
	jsonBody: 'bodyChoice',
	confirm: 'shared',
	returnAll: 'shared',
	limit: 'shared',
	simplify: 'shared',
	binaryPropertyName: 'output',
};

/** Hides a field while the body is given as JSON. */
export const withoutJsonBody = { specifyBody: ['json'] };

const identity = (property: INodeProperties): string => JSON.stringify(property);

/** A property and all that show it. */
interface Shared {
	property: INodeProperties;
	cells: Cell[];
}

/** n8n looks at every property of a node again and again, so operations share what they have alike; a value stays, too, when the operation is switched. */
const share = (shown: readonly Shown[]): Shared[] =>
	[...Map.groupBy(shown, ({ property }) => identity(property)).values()].map((cells) => ({ property: (cells[0] as Shown).property, cells }));

/** Those that stand right above a property in one of the operations. */
const neighbours = (list: readonly Shared[], shown: readonly Shown[]): Map<Shared, Set<Shared>> => {
	const result = new Map(list.map((one) => [one, new Set<Shared>()]));
	const byIdentity = new Map(list.map((one) => [identity(one.property), one]));
	const last = new Map<string, Shared>();
	for (const { resource, operation, property } of shown) {
		const one = byIdentity.get(identity(property));
		const cell = `${resource}.${operation}`;
		const previous = last.get(cell);
		if (one && previous) result.get(one)?.add(previous);
		if (one) last.set(cell, one);
	}
	return result;
};

/** In an order that is that of every operation; where two operations disagree, one of them has to give way. */
const ordered = (list: readonly Shared[], shown: readonly Shown[]): Shared[] => {
	const waiting = neighbours(list, shown);
	const result: Shared[] = [];
	while (waiting.size > 0) {
		const [next] = [...waiting].toSorted(([, one], [, two]) => one.size - two.size)[0] as [Shared, unknown];
		result.push(next);
		waiting.delete(next);
		for (const rest of waiting.values()) rest.delete(next);
	}
	return result;
};

/**
 * What stands above the choice of the body in some operation, and what stands above that in others. As few as can be:
 * n8n resolves a node's properties one after the other and comes back to each that depends on one further down.
 */
const aboveBodyChoice = (list: readonly Shared[], shown: readonly Shown[]): Set<Shared> => {
	const above = neighbours(list, shown);
	const result = new Set<Shared>();
	const take = (one: Shared): void => {
		for (const other of above.get(one) ?? []) {
			if (result.has(other)) continue;
			result.add(other);
			take(other);
		}
	};
	for (const one of list) if (one.property.name === 'specifyBody') take(one);
	return result;
};

const shownIn = (property: INodeProperties, show: Record<string, string[]>): INodeProperties => ({
	...property,
	displayOptions: { ...property.displayOptions, show: { ...show, ...property.displayOptions?.show } },
});

/**
 * The properties of each part of the panel.
 *
 * @param all every operation that exists
 */
export const arrange = (shown: readonly Shown[], all: readonly Cell[]): Record<Part, INodeProperties[]> => {
	const single = shown.filter(({ property: { name } }) => !(name in collections));
	const shared = share(single);
	const above = aboveBodyChoice(shared, single);
	const partOf = (one: Shared): Part => byName[one.property.name] ?? (above.has(one) ? 'fieldsAbove' : 'fields');
	const part = (name: Part): INodeProperties[] =>
		ordered(
			shared.filter((one) => partOf(one) === name),
			single,
		).flatMap(({ property, cells }) => blocks(cells, all).map((block) => shownIn(property, condition(block, all))));
	const packed = Object.keys(collections).flatMap((name) =>
		pack(share(shown.filter(({ property }) => property.name === name)), all).map(({ property, block }) => shownIn(property, condition(block, all))),
	);
	return Object.fromEntries(parts.map((name) => [name, name === 'collections' ? packed : part(name)])) as Record<Part, INodeProperties[]>;
};
