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
	| 'list'
	/** A file: the node's field names the binary field of the item. */
	| 'file'
	/** Path of an uploaded file below `/data/upload/`. */
	| 'filePath'
	/** Free text that is one part of a path, such as a model version. */
	| 'segment'
	/** Values for several fields, entered with n8n's resource mapper. */
	| 'mapping';

/** What the Data Manager means by a value, entered in a form of its own (execution/forms.ts). */
export type FormKind =
	/** `{conjunction, items}` */
	| 'filters'
	/** `["-tasks:created_at"]` */
	| 'ordering'
	/** `{filters, ordering}` */
	| 'query'
	/** `{all, included, excluded}` */
	| 'selection'
	/** `{title, filters, ordering, …}` */
	| 'view';

/** One parameter of one operation. */
export interface OperationParameter {
	/** Name on the wire. */
	name: string;
	/**
	 * `content` is the whole body, for requests whose body is not an object with named fields; `own` is never sent as it
	 * is, but tells a composite operation what to do.
	 */
	in: 'path' | 'query' | 'body' | 'content' | 'own';
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
	/** Older releases read this query parameter from the body: it is sent in both. */
	alsoInBody?: true;
	/** Which Label Studio object the id names. */
	entity?: string;
	/** Members of the object, or of each object of the list, with fields of their own; their `at` is the field's name. */
	fields?: readonly OperationParameter[];
	/** A member of a row that is sent as null when its field is empty. */
	emptyAsNull?: true;
	/** Entered with the Data Manager's form instead of, or besides, its own field. */
	form?: FormKind;
	/** Exists only for these values of the operation's variant parameter. */
	only?: readonly string[];
	/** Exists only while other parameters have one of these values, as texts. */
	when?: Readonly<Record<string, readonly string[]>>;
	/** The value, or each text in an object, never becomes part of a message. */
	secret?: true;
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
	/** The parameter whose value decides which others there are, and its values that only Enterprise knows. */
	variant?: { parameter: string; enterprise?: readonly string[] };
	/** Can delete more than one thing: runs only when confirmed; with `when`, only for those values, or for all others. */
	destructive?: { when?: { parameter: string; values?: readonly string[]; except?: readonly string[] } };
	/** Names of the parameters that choose what is acted on; at least one must choose something. */
	selection?: readonly string[];
	/** Names of parameters of which at most one may be set, since the server would ignore the others. */
	exclusive?: readonly string[];
	/** Body fields that Label Studio loses, or asks for, when a change leaves them out: read first and sent along. */
	carry?: readonly string[];
	/** Fields of the answer that hold tokens or passwords, a dot leading into objects: items show only how they begin. */
	secret?: readonly string[];
	/** The body can be given as JSON instead of in fields. */
	jsonBody?: true;
	/** The body is sent as multipart/form-data, because it has files. */
	multipart?: true;
	/** Made of several requests by the composite of this name; method and path are those of the one that matters. */
	composite?: string;
}

/** Resource → operation → row. */
export type OperationTable = Readonly<Record<string, Readonly<Record<string, Operation>>>>;
