import type { PagingStyle } from '../http/paging';

/**
 * The shape of the generated operation table (generated/operations.ts): what Label Studio can do,
 * as data. `execution` interprets it; nothing else knows an endpoint.
 */

/** How a value is checked and typed before it is sent. */
export type ParameterKind =
	| 'string'
	| 'integer'
	| 'number'
	| 'boolean'
	/** ISO 8601 on the wire; anything that `luxon` reads in the node. */
	| 'dateTime'
	/** Any JSON value, typed in as text or given by an expression. */
	| 'json'
	/** A list of scalars: a JSON array, an array by expression, or comma-separated text. */
	| 'list';

/** One parameter of one operation. */
export interface OperationParameter {
	/** Name on the wire. */
	name: string;
	/** `content` is the whole body, for requests whose body is not an object with named fields. */
	in: 'path' | 'query' | 'body' | 'content';
	kind: ParameterKind;
	/** Type of a list's entries; text when absent. */
	items?: 'integer' | 'number';
	/** Where the node keeps the value: a property, or `collection.property`. */
	at: string;
	/** Display name, for messages. */
	label: string;
	required?: true;
	/** The only values that the server knows. */
	values?: readonly string[];
	/** What JSON is expected to be; anything when absent. */
	json?: 'object' | 'array';
	/** How a list is written into the query; repeated (`a=1&a=2`) when absent. */
	style?: 'comma' | 'json';
	/** Which Label Studio object the id names. */
	entity?: string;
}

/** One operation: one endpoint with one method. */
export interface Operation {
	method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
	/** Exact path with `{name}` placeholders; Label Studio answers 404 to an extra slash. */
	path: string;
	parameters: readonly OperationParameter[];
	/** Present when the answer is a list: where in it (empty: the answer itself), and how to get the rest. */
	list?: { at: string; paging: PagingStyle };
	/** The answer is a file. */
	file?: true;
	/** Fields that Simplify keeps. */
	simplify?: readonly string[];
	/** The path takes a PUT with the same body as well. */
	twin?: true;
	/** Only Label Studio Enterprise has it. */
	enterprise?: true;
	/** Can delete more than one thing: runs only when confirmed; with `when`, only for those values. */
	destructive?: { when?: { parameter: string; values: readonly string[] } };
	/** Names of the parameters that choose what is acted on; at least one must choose something. */
	selection?: readonly string[];
	/** Names of parameters of which at most one may be set, since the server would ignore the others. */
	exclusive?: readonly string[];
	/** Fields of the answer that hold tokens: items show only how they begin. */
	secret?: readonly string[];
	/** The body can be given as JSON instead of in fields. */
	jsonBody?: true;
}

/** Resource → operation → row. */
export type OperationTable = Readonly<Record<string, Readonly<Record<string, Operation>>>>;
