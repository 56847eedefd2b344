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

/**
 * Never shown. n8n resolves properties one after the other, and whenever one depends on another it looks for that from the
 * top of the list (getParameterResolveOrder of n8n-workflow 2.41): up there it finds at once what most fields depend on.
 * A name that is declared twice also makes n8n leave out what another operation has left there.
 */
export const findable: INodeProperties = { displayName: 'Specify Body', name: 'specifyBody', type: 'hidden', default: 'fields', displayOptions: { show: { resource: [''] } } };

/** Hides a field while the body is given as JSON. */
export const withoutJsonBody = { specifyBody: ['json'] };

const identity = (property: INodeProperties): string => JSON.stringify(property);

const hidden = ({ displayOptions, ...property }: INodeProperties): INodeProperties => ({ ...property, displayOptions: { ...displayOptions, hide: { ...displayOptions?.hide, ...withoutJsonBody } } });

const cellOf = ({ resource, operation }: Cell): string => `${resource}.${operation}`;

/**
 * An operation that does not let choose the body never hides what hides with a JSON body, so it can share that with
 * operations that do: unless it would get below what must stand above the choice in others.
 */
const hiddenAlike = (shown: readonly Shown[]): Shown[] => {
	const choosing = new Set(shown.filter(({ property }) => property.name === 'specifyBody').map(cellOf));
	const hides = ({ property }: Shown): boolean => property.displayOptions?.hide?.specifyBody !== undefined;
	const hiding = new Set(shown.filter(hides).map(({ property }) => identity(hidden(property))));
	const staying = new Set(shown.filter((one) => choosing.has(cellOf(one)) && !hides(one)).map(({ property }) => identity(property)));
	return [...Map.groupBy(shown, cellOf)].flatMap(([cell, list]) => {
		if (choosing.has(cell)) return list;
		const last = list.findLastIndex(({ property }) => staying.has(identity(property)) && !(property.name in byName));
		return list.map((one, index) => {
			const property = hidden(one.property);
			return one.property.name in collections || (index > last && hiding.has(identity(property))) ? { ...one, property } : one;
		});
	});
};

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
	for (const place of shown) {
		const one = byIdentity.get(identity(place.property));
		const cell = cellOf(place);
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

/** What stands above the choice of the body in some operation, and what stands above that in others. */
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
export const arrange = (meant: readonly Shown[], all: readonly Cell[]): Record<Part, INodeProperties[]> => {
	const shown = hiddenAlike(meant);
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
