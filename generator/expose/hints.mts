import type { PackageOperation } from './catalogue.mts';

/** What calling a tool does to the server, in the words of Naftiko and of MCP's annotations. */
export interface Hints {
	/** It changes nothing. */
	readOnly: boolean;
	/** It deletes or overwrites what nothing brings back. */
	destructive: boolean;
	/** Calling it twice does no more than calling it once. */
	idempotent: boolean;
}

/**
 * The hints of an operation: those that a capability gives, otherwise what its method says. What the package itself
 * asks a confirmation for is destructive, whatever a capability says.
 */
export const hintsOf = ({ row }: PackageOperation, given: Partial<Hints> = {}): Hints => {
	const readOnly = given.readOnly ?? row.method === 'GET';
	return {
		readOnly,
		destructive: !readOnly && (row.destructive !== undefined || (given.destructive ?? row.method === 'DELETE')),
		idempotent: given.idempotent ?? ['GET', 'PUT', 'DELETE'].includes(row.method),
	};
};

/** The hints in words, for the beginning of a description: n8n 2.41 passes no annotations on to MCP clients. */
export const hintText = ({ readOnly, destructive, idempotent }: Hints): string => {
	if (readOnly) return 'Read-only.';
	return `${destructive ? 'Destructive' : 'Changes data'}${idempotent ? ', idempotent' : ''}.`;
};
