import type { INodeProperties } from 'n8n-workflow';
import { blocks, condition, type Block, type Cell } from './blocks.mts';

/** A collection as some operations have it. */
interface Owned {
	property: INodeProperties;
	cells: readonly Cell[];
}

/** So many fields cost little to look through, and few such collections hold all there are. */
const capacity = 64;

type Field = INodeProperties;

interface Bin {
	/** What hides it. */
	hide: string | undefined;
	owned: Owned[];
	fields: Set<string>;
	/** What a field is when it is added, by name. */
	added: Map<string, string>;
}

const fieldsOf = ({ property }: Owned): Field[] => property.options as Field[];
const cellsOf = (owned: readonly Owned[]): Cell[] => owned.flatMap(({ cells }) => cells);

/** What the editor puts in when a field is added; it may take the first of that name, whatever is shown. */
const whenAdded = ({ type, default: initial, typeOptions }: Field): string => JSON.stringify([type, initial, typeOptions]);

/** Whether two operations mean the same by each name. */
const agree = (one: Owned, two: Owned): boolean =>
	fieldsOf(one).every((field) => fieldsOf(two).every((other) => other.name !== field.name || whenAdded(other) === whenAdded(field)));

const emptyBin = ([first]: readonly Owned[]): Bin => ({ hide: JSON.stringify(first?.property.displayOptions), owned: [], fields: new Set(), added: new Map() });

const fits = (bin: Bin, owned: Owned[], all: readonly Cell[]): boolean => {
	const fields = owned.flatMap(fieldsOf);
	const size = bin.fields.union(new Set(fields.map((field) => JSON.stringify(field)))).size;
	return (
		bin.hide === JSON.stringify(owned[0]?.property.displayOptions) &&
		(size <= capacity || bin.fields.size === 0) &&
		fields.every((field) => (bin.added.get(field.name) ?? whenAdded(field)) === whenAdded(field)) &&
		blocks(cellsOf([...bin.owned, ...owned]), all).length === 1
	);
};

const put = (bin: Bin, owned: Owned[]): void => {
	bin.owned.push(...owned);
	for (const field of owned.flatMap(fieldsOf)) {
		bin.fields.add(JSON.stringify(field));
		bin.added.set(field.name, whenAdded(field));
	}
};

/** The fields of a bin, each shown only where it belongs. */
const merged = ({ owned }: Bin): Field[] => {
	const here = cellsOf(owned);
	const places = owned.flatMap((one) => fieldsOf(one).flatMap((field) => one.cells.map((cell) => ({ field, cell }))));
	return [...Map.groupBy(places, ({ field }) => JSON.stringify(field)).values()]
		.flatMap((same) => {
			const { field } = same[0] as { field: Field };
			return blocks(same.map(({ cell }) => cell), here).map((block): Field => {
				const show = { ...condition(block, here, (key) => `/${key}`), ...field.displayOptions?.show };
				return { ...field, ...(Object.keys(show).length > 0 && { displayOptions: { ...field.displayOptions, show } }) };
			});
		})
		.sort((a, b) => a.displayName.localeCompare(b.displayName, 'en', { sensitivity: 'base' }));
};

/**
 * Collections of one name as few larger ones, in which each field says where it belongs: n8n looks at every property of
 * a node again and again, but into a collection only where it is open.
 *
 * @param all every operation that exists
 */
export const pack = (collections: readonly Owned[], all: readonly Cell[]): Array<{ property: INodeProperties; block: Block }> => {
	const single = collections.flatMap(({ property, cells }) => cells.map((cell): Owned => ({ property, cells: [cell] })));
	const bins: Bin[] = [];
	const place = (owned: Owned[]): void => {
		let bin = bins.find((one) => fits(one, owned, all));
		if (!bin) bins.push((bin = emptyBin(owned)));
		put(bin, owned);
	};
	const byResource = Map.groupBy(single, ({ property, cells }) => `${cells[0]?.resource} ${JSON.stringify(property.displayOptions)}`);
	for (const [, owned] of [...byResource].sort(([a], [b]) => (a < b ? -1 : 1))) {
		// The operations of a resource stay together, unless they mean different things by one name.
		const together = fits(emptyBin(owned), owned, all) && owned.every((one, index) => owned.slice(index + 1).every((two) => agree(one, two)));
		for (const unit of together ? [owned] : owned.map((one) => [one])) place(unit);
	}
	return bins.map((bin) => ({ property: { ...(bin.owned[0] as Owned).property, options: merged(bin) }, block: blocks(cellsOf(bin.owned), all)[0] as Block }));
};
