import { camelCase } from '../naming.mts';
import type { PackageOperation } from './catalogue.mts';
import { readExposes, type Exposed, type Kind } from './exposes.mts';
import { hintsOf, type Hints } from './hints.mts';
import { toolName } from './tool-name.mts';

/** A selection that cannot be made; the message names what is wrong with it. */
export class SelectionError extends Error {}

/** What the command line asks for. */
export interface Wanted {
	kind: Kind;
	/** Capability file whose `exposes` is the selection; the shipped one when absent. */
	capability?: string;
	/** All operations of these resources. */
	resources: string[];
	/** These operations: `annotation.getMany`, or the name of the tool. */
	operations: string[];
	readOnly: boolean;
	destructive: boolean;
}

/** An operation that goes into the workflow, by its name. */
export interface Chosen {
	name: string;
	operation: PackageOperation;
	hints: Hints;
}

export interface Selection {
	chosen: Chosen[];
	/** Left out, since they delete or overwrite and nobody asked for that. */
	destructive: Chosen[];
	/** Left out of an MCP server, since a model has no files to send. */
	files: Chosen[];
}

/** The operations that the package exposes unless told otherwise. */
export const shipped = 'capability/exposes/label-studio.yaml';

const isNamed = ({ operation, name }: Chosen, wanted: string): boolean => [operation.id, operation.call, name].includes(wanted);

const pick = (universe: Chosen[], { resources, operations, capability }: Wanted): Chosen[] => {
	if (resources.length === 0 && operations.length === 0) return universe;
	const where = capability ? capability : 'the package';
	for (const resource of resources) {
		if (!universe.some(({ operation }) => operation.resource === camelCase(resource))) {
			const there = [...new Set(universe.map(({ operation }) => operation.resource))].sort().join(', ');
			throw new SelectionError(`${where} has no resource ${resource}. It has ${there}.`);
		}
	}
	for (const wanted of operations) {
		if (!universe.some((one) => isNamed(one, wanted))) {
			const there = universe.filter(({ operation }) => operation.resource === camelCase(wanted.split('.')[0] as string)).map(({ operation }) => operation.id);
			throw new SelectionError(`${where} has no operation ${wanted}.${there.length > 0 ? ` It has ${there.sort().join(', ')}.` : ' Operations are named like annotation.getMany.'}`);
		}
	}
	const isWanted = (one: Chosen): boolean => resources.some((resource) => camelCase(resource) === one.operation.resource) || operations.some((wanted) => isNamed(one, wanted));
	return universe.filter(isWanted);
};

const sendsFile = ({ operation }: Chosen): boolean => operation.row.parameters.some(({ kind, required }) => kind === 'file' && required === true);

/** Tools are told apart by their names, routes by method and path. */
const refuseTwins = (chosen: Chosen[], kind: Kind): void => {
	const taken = new Map<string, Chosen>();
	for (const one of chosen) {
		const { row } = one.operation;
		const name = kind === 'mcp' ? one.name : `${row.method} ${row.path.replace(/\{[^}]+\}/g, '{}')}`;
		const twin = taken.get(name);
		if (twin) {
			const shown = kind === 'mcp' ? `name ${name}` : `route ${row.method} ${row.path}`;
			const both = twin.operation.id === one.operation.id ? `${one.operation.id} is exposed twice, and both would have` : `${twin.operation.id} and ${one.operation.id} would share`;
			throw new SelectionError(`${both} the ${shown}: choose one of them with --operations.`);
		}
		taken.set(name, one);
	}
};

/**
 * Chooses the operations of a workflow.
 *
 * @param operations all operations of the package
 * @throws CapabilityError for a capability that cannot be used
 * @throws SelectionError for what the package lacks, for names that two would share, and when nothing is left
 */
export const select = (operations: PackageOperation[], wanted: Wanted): Selection => {
	const { kind, readOnly, capability } = wanted;
	const known = readExposes(shipped, 'mcp', operations);
	const hints = (operation: PackageOperation, given?: Partial<Hints>): Hints => {
		const own = known.find((one) => one.operation.id === operation.id)?.hints;
		// A capability may know less of what a call destroys than the package does.
		return hintsOf(operation, { ...own, ...given, destructive: own?.destructive === true || (given?.destructive ?? own?.destructive) });
	};
	const named = ({ operation, hints: given }: Exposed): Chosen => ({ name: toolName(operation), operation, hints: hints(operation, given) });
	const fromExposes = capability !== undefined || (wanted.resources.length === 0 && wanted.operations.length === 0);
	const universe = fromExposes ? readExposes(capability ?? shipped, kind, operations).map(named) : operations.map((operation) => named({ operation }));

	let chosen = pick(universe, wanted);
	if (readOnly) chosen = chosen.filter((one) => one.hints.readOnly);
	const takes = (keeps: (one: Chosen) => boolean): Chosen[] => {
		const left = chosen.filter((one) => !keeps(one));
		chosen = chosen.filter(keeps);
		return left;
	};
	const files = kind === 'mcp' ? takes((one) => !sendsFile(one)) : [];
	const destructive = kind === 'mcp' && !wanted.destructive ? takes((one) => !one.hints.destructive) : [];
	if (chosen.length === 0) throw new SelectionError(`Nothing is left to expose${destructive.length > 0 ? ': what was chosen deletes or overwrites; add --destructive to have it' : files.length > 0 ? ': what was chosen sends files, which a model does not have' : ''}.`);
	refuseTwins(chosen, kind);
	return { chosen, destructive, files };
};
