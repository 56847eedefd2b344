import type { Operation } from '../../nodes/LabelStudio/execution/operation.ts';
import { readCapabilities, type CapabilityOperation } from '../capability.mts';
import { shape, variants } from '../coverage.mts';
import { capabilityFiles } from '../generate.mts';
import { camelCase } from '../naming.mts';
import { place, type Placed } from '../placement.mts';
import { row } from '../table-row.mts';

/** One operation of the package, with all that its capability says of it. */
export interface PackageOperation {
	/** Values of the node's two dropdowns. */
	resource: string;
	name: string;
	/** `annotation.getMany`: how the command line and messages name it. */
	id: string;
	/** `annotation.get-many`: how capabilities call it. */
	call: string;
	operation: CapabilityOperation;
	placed: Placed[];
	row: Operation;
	/** The value of its variant parameter, where only that variant is meant. */
	variant?: { property: string; value: string };
}

/** All operations of the package, as the capability files of a folder declare them. */
export const packageOperations = (folder = 'capability'): PackageOperation[] =>
	readCapabilities(capabilityFiles(folder)).flatMap((resource) =>
		resource.operations.map((operation) => {
			const placed = place(operation);
			const [value, name] = [camelCase(resource.name), camelCase(operation.name)];
			return { resource: value, name, id: `${value}.${name}`, call: `${resource.name}.${operation.name}`, operation, placed, row: row(operation, placed) };
		}),
	);

/** The operation with a fixed value of its variant parameter, which is then no longer asked for. */
const fixed = (operation: PackageOperation, value: string): PackageOperation => {
	const parameter = operation.row.variant?.parameter;
	const place = operation.placed.find((placed) => placed.parameter.name === parameter);
	if (!place) return operation;
	const exists = ({ parameter: { name, 'x-n8n': extension } }: Placed): boolean => name !== parameter && (!extension?.only || extension.only.includes(value));
	const { operation: whole } = variants(operation.row).find(({ variant }) => variant === value) ?? { operation: operation.row };
	return { ...operation, id: `${operation.id} (${value})`, placed: operation.placed.filter(exists), row: whole, variant: { property: place.property, value } };
};

/** The plain operation that calls an endpoint; a composite of more requests only stands in where there is none. */
export const findByPath = (operations: PackageOperation[], method: string, path: string): PackageOperation | undefined => {
	const wanted = shape(method, path);
	const plainFirst = operations.toSorted((a, b) => Number(a.row.composite !== undefined) - Number(b.row.composite !== undefined));
	for (const operation of plainFirst) {
		for (const { variant, operation: one } of variants(operation.row)) {
			const found = shape(one.method, one.path) === wanted || (one.twin && shape('PUT', one.path) === wanted);
			if (found) return variant === undefined ? operation : fixed(operation, variant);
		}
	}
	return undefined;
};
