import type { Operation, OperationTable } from '../nodes/LabelStudio/execution/operation.ts';
import type { PagingStyle } from '../nodes/LabelStudio/http/paging.ts';

/** One parameter of a source: its place and its name on the wire. */
export interface SourceParameter {
	in: 'path' | 'query' | 'body';
	name: string;
}

/** One operation of a source, whatever the source is. */
export interface SourceOperation {
	method: string;
	path: string;
	parameters: SourceParameter[];
}

export interface Count {
	total: number;
	covered: number;
	missing: string[];
}

/** What `--json` prints. */
export interface Coverage {
	operations: Count;
	parameters: Count;
}

/** How one operation of the source fares, for the table that people read. */
export interface CoverageRow {
	operation: SourceOperation;
	/** `resource: operation` of the node; undefined when the package lacks it. */
	covered?: string;
	/** The node sends the same with PATCH. */
	viaPatch: boolean;
	missing: SourceParameter[];
	/** Parameters that the node sends and the source does not know. */
	extra: SourceParameter[];
}

interface TableEntry {
	name: string;
	operation: Operation;
}

/** Names of path parameters differ between documents, so a path counts by where they stand. */
export const shape = (method: string, path: string): string => `${method.toUpperCase()} ${path.replace(/\{[^}]+\}/g, '{}')}`;

const pages = ['page', 'page_size'];

/** What following a list sends on its own. */
export const sentByPaging: Readonly<Record<PagingStyle, readonly string[]>> = { none: [], offset: ['limit', 'offset'], page: pages, pageArray: pages, tasks: pages };

/** An operation for each value of its variant parameter, as the paths that documents list; any other stays one. */
export const variants = (operation: Operation): Array<{ variant?: string; operation: Operation }> => {
	const { variant, parameters, path } = operation;
	const values = parameters.find(({ name }) => name === variant?.parameter)?.values;
	if (!variant || !values) return [{ operation }];
	return values.map((value) => ({
		variant: value,
		operation: {
			...operation,
			path: path.replace(`{${variant.parameter}}`, value),
			parameters: parameters.filter(({ name, only }) => name !== variant.parameter && (!only || only.includes(value))),
			enterprise: operation.enterprise ?? (variant.enterprise?.includes(value) ? true : undefined),
		},
	}));
};

const index = (table: OperationTable): Map<string, TableEntry> => {
	const entries = new Map<string, TableEntry>();
	const add = (method: string, entry: TableEntry): void => {
		const key = shape(method, entry.operation.path);
		const there = entries.get(key);
		// Two operations of the node can share an endpoint: what is lacking in the one may be in the other.
		const parameters = [...(there?.operation.parameters ?? []), ...entry.operation.parameters];
		entries.set(key, { name: there?.name ?? entry.name, operation: { ...(there?.operation ?? entry.operation), parameters } });
	};
	for (const [resource, operations] of Object.entries(table)) {
		for (const [name, whole] of Object.entries(operations)) {
			// What a composite sends, plain calls send as well.
			if (whole.composite) continue;
			for (const { variant, operation } of variants(whole)) {
				const entry = { name: `${resource}: ${name}${variant ? ` (${variant})` : ''}`, operation };
				add(operation.method, entry);
				if (operation.twin) add('PUT', entry);
			}
		}
	}
	return entries;
};

/** `ids[]` is how Django reads a list that documents call `ids`. */
const bare = (name: string): string => name.replace(/\[\]$/, '');

const sends = ({ parameters, list }: Operation, wanted: SourceParameter): boolean => {
	// The path itself was matched, parameter by parameter.
	if (wanted.in === 'path') return true;
	if (wanted.in === 'query' && list && sentByPaging[list.paging].includes(wanted.name)) return true;
	return parameters.some((parameter) => bare(parameter.name) === wanted.name && parameter.in === wanted.in);
};

/** Compares the operations of a source with the table that ships. */
export const compare = (table: OperationTable, source: SourceOperation[]): CoverageRow[] => {
	const entries = index(table);
	return source.map((operation) => {
		const entry = entries.get(shape(operation.method, operation.path));
		if (!entry) return { operation, viaPatch: false, missing: operation.parameters, extra: [] };
		const known = (parameter: SourceParameter) =>
			operation.parameters.some((other) => other.name === bare(parameter.name) && other.in === parameter.in);
		return {
			operation,
			covered: entry.name,
			viaPatch: operation.method === 'PUT' && entry.operation.method === 'PATCH',
			missing: operation.parameters.filter((parameter) => !sends(entry.operation, parameter)),
			extra: entry.operation.parameters
				.filter((parameter) => parameter.in === 'query' || parameter.in === 'body')
				.map(({ name, in: place }): SourceParameter => ({ name, in: place as 'query' | 'body' }))
				.filter((parameter) => !known(parameter)),
		};
	});
};

/** Adds the rows up. */
export const summarize = (rows: CoverageRow[]): Coverage => {
	const operationText = ({ operation }: CoverageRow) => `${operation.method} ${operation.path}`;
	const total = rows.reduce((sum, row) => sum + row.operation.parameters.length, 0);
	const missing = rows.flatMap((row) => row.missing.map((parameter) => `${operationText(row)} ${parameter.in} ${parameter.name}`));
	return {
		operations: {
			total: rows.length,
			covered: rows.filter((row) => row.covered !== undefined).length,
			missing: rows.filter((row) => row.covered === undefined).map(operationText),
		},
		parameters: { total, covered: total - missing.length, missing },
	};
};
