import { readFileSync } from 'node:fs';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { LineCounter, parseDocument, type Document } from 'yaml';
import type { FormKind } from '../nodes/LabelStudio/execution/operation.ts';
import type { MapperName } from '../nodes/LabelStudio/pickers/mapper-names.ts';
import schema from './capability.schema.json' with { type: 'json' };

/** One input parameter as the capability file states it. */
export interface CapabilityParameter {
	name: string;
	/** `own` is what a composite operation is told by a field of its own. */
	in: 'path' | 'query' | 'header' | 'body' | 'own';
	type?: 'string' | 'integer' | 'number' | 'boolean' | 'object' | 'array';
	format?: 'date-time' | 'color' | 'binary' | 'path' | 'segment';
	items?: 'string' | 'integer' | 'number' | 'object';
	enum?: string[];
	required?: boolean;
	default?: unknown;
	description?: string;
	'x-n8n'?: {
		displayName?: string;
		entity?: string;
		property?: string;
		prominent?: true;
		content?: true;
		style?: 'comma' | 'json';
		options?: Record<string, string>;
		rows?: number;
		password?: true;
		placeholder?: string;
		fields?: CapabilityParameter[];
		form?: FormKind;
		choices?: string;
		mapper?: MapperName;
		emptyAsNull?: true;
		alsoInBody?: true;
		variant?: true;
		enterprise?: string[];
		only?: string[];
		when?: Record<string, string[]>;
	};
}

/** One operation of a capability file, with the path of the Naftiko resource that it stands under. */
export interface CapabilityOperation {
	name: string;
	label?: string;
	method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
	path: string;
	description: string;
	/** Without `Authorization`, which the credential covers. */
	parameters: CapabilityParameter[];
	format: 'json' | 'csv' | 'binary';
	output?: { name: string; type: 'object' | 'array' | 'string'; value: string };
	extension: {
		action?: string;
		paging?: 'page' | 'pageArray' | 'offset' | 'tasks';
		simplify?: string[];
		edition?: 'enterprise';
		twin?: true;
		destructive?: true | { parameter: string; values?: string[]; except?: string[] };
		selection?: string[];
		carry?: string[];
		exclusive?: string[];
		secret?: string[];
		composite?: { run: string; fields?: CapabilityParameter[] };
	};
	/** Where it stands: `file:line`. */
	source: string;
}

/** What becomes one n8n resource. */
export interface CapabilityResource {
	name: string;
	label: string;
	description: string;
	operations: CapabilityOperation[];
}

/** A capability file that cannot be used. `problems` name file, line and key, one line each. */
export class CapabilityError extends Error {
	readonly problems: string[];

	constructor(problems: string[]) {
		super(problems.join('\n'));
		this.name = 'CapabilityError';
		this.problems = problems;
	}
}

interface RawOperation {
	name: string;
	label?: string;
	method: CapabilityOperation['method'];
	description: string;
	inputParameters?: CapabilityParameter[];
	outputRawFormat?: CapabilityOperation['format'];
	outputParameters?: Array<NonNullable<CapabilityOperation['output']>>;
	'x-n8n'?: CapabilityOperation['extension'];
}

interface RawCapability {
	info: { label: string; description: string };
	capability: {
		consumes: [
			{
				namespace: string;
				resources: Array<{ name: string; label?: string; description?: string; path: string; operations: RawOperation[] }>;
			},
		];
	};
}

type Key = string | number;

const validate = new Ajv({ allErrors: true, strict: false }).compile(schema);

const showKeys = (keys: Key[]): string =>
	keys.reduce<string>((text, key) => (typeof key === 'number' ? `${text}[${key}]` : text ? `${text}.${key}` : key), '');

/** Finds lines of keys, so that a message leads to the place to mend. */
export class Source {
	private readonly file: string;
	private readonly document: Document;
	private readonly lines: LineCounter;

	constructor(file: string, document: Document, lines: LineCounter) {
		this.file = file;
		this.document = document;
		this.lines = lines;
	}

	at(keys: Key[]): string {
		for (let length = keys.length; length >= 0; length--) {
			const node = this.document.getIn(keys.slice(0, length), true) as { range?: [number, number, number] } | undefined;
			if (node?.range) return `${this.file}:${this.lines.linePos(node.range[0]).line}`;
		}
		return `${this.file}:1`;
	}

	problem(keys: Key[], text: string): string {
		return `${this.at(keys)}: ${showKeys(keys) || 'document'}: ${text}`;
	}
}

const describe = (error: ErrorObject): { keys: Key[]; text: string } => {
	const keys: Key[] = error.instancePath
		.split('/')
		.slice(1)
		.map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
		.map((part) => (/^\d+$/.test(part) ? Number(part) : part));
	const { params } = error as { params: Record<string, unknown> };
	switch (error.keyword) {
		case 'additionalProperties':
			return { keys: [...keys, String(params.additionalProperty)], text: 'this key is not known here' };
		case 'required':
			return { keys: [...keys, String(params.missingProperty)], text: 'is missing' };
		case 'enum':
			return { keys, text: `must be one of ${(params.allowedValues as unknown[]).join(', ')}` };
		case 'const':
			return { keys, text: `must be ${JSON.stringify(params.allowedValue)}` };
		default:
			return { keys, text: error.message ?? error.keyword };
	}
};

const placeholders = (path: string): string[] => [...path.matchAll(/\{([^}]+)\}/g)].map((match) => match[1] as string);

/** Whether two parameters exist for the same variant. */
const overlap = (a: CapabilityParameter, b: CapabilityParameter): boolean => {
	const [first, second] = [a['x-n8n']?.only, b['x-n8n']?.only];
	return !first || !second || first.some((value) => second.includes(value));
};

/** What is sent, and what a composite operation is told by fields of its own. */
const parametersOf = ({ inputParameters, 'x-n8n': extension }: RawOperation): CapabilityParameter[] => [
	...(inputParameters ?? []),
	...(extension?.composite?.fields ?? []).map((field): CapabilityParameter => ({ ...field, in: 'own' })),
];

/** What the schema cannot say of one operation. */
const inconsistencies = (operation: RawOperation, path: string): Array<{ keys: Key[]; text: string }> => {
	const found: Array<{ keys: Key[]; text: string }> = [];
	const parameters = parametersOf(operation);
	const inPath = placeholders(path);
	const [variant, ...furtherVariants] = parameters.filter((parameter) => parameter['x-n8n']?.variant);
	// A composite makes its own paths.
	for (const name of operation['x-n8n']?.composite ? [] : inPath) {
		if (!parameters.some((parameter) => parameter.in === 'path' && parameter.name === name)) {
			found.push({ keys: ['inputParameters'], text: `the path has {${name}}, but no path parameter is named so` });
		}
	}
	parameters.forEach((parameter, index) => {
		const keys = ['inputParameters', index];
		const extension = parameter['x-n8n'] ?? {};
		if (parameter.in === 'path' && !inPath.includes(parameter.name)) {
			found.push({ keys: [...keys, 'name'], text: `the path ${path} has no {${parameter.name}}` });
		}
		if (parameters.slice(0, index).some((other) => other.name === parameter.name && other.in === parameter.in && overlap(other, parameter))) {
			found.push({ keys: [...keys, 'name'], text: `${parameter.in} parameter ${parameter.name} stands twice` });
		}
		if (extension.variant && (parameter.in !== 'path' || !parameter.enum)) {
			found.push({ keys: [...keys, 'x-n8n', 'variant'], text: 'only a path parameter with an enum can be one' });
		}
		if (furtherVariants.includes(parameter)) found.push({ keys: [...keys, 'x-n8n', 'variant'], text: `${variant?.name} is the variant parameter already` });
		if (parameter.enum && [parameter.default ?? []].flat().some((value) => !parameter.enum?.includes(value as string))) {
			found.push({ keys: [...keys, 'default'], text: 'is no value of enum' });
		}
		for (const value of extension.only ?? []) {
			if (!variant?.enum?.includes(value)) found.push({ keys: [...keys, 'x-n8n', 'only'], text: `${value} is no value of the variant parameter` });
		}
		for (const value of extension.enterprise ?? []) {
			if (!parameter.enum?.includes(value)) found.push({ keys: [...keys, 'x-n8n', 'enterprise'], text: `${value} is no value of enum` });
		}
		if (parameter.in === 'header' && parameter.name !== 'Authorization') {
			found.push({ keys: [...keys, 'in'], text: 'headers other than Authorization are not supported' });
		}
		for (const [name, values] of Object.entries(extension.when ?? {})) {
			const other = parameters.find((one) => one.name === name);
			if (!other) found.push({ keys: [...keys, 'x-n8n', 'when', name], text: 'there is no such parameter' });
			for (const value of values) {
				if (other?.enum && !other.enum.includes(value)) found.push({ keys: [...keys, 'x-n8n', 'when', name], text: `${value} is no value of ${name}` });
			}
		}
		for (const value of Object.keys(extension.options ?? {})) {
			if (!parameter.enum?.includes(value)) {
				found.push({ keys: [...keys, 'x-n8n', 'options', value], text: 'is no value of enum' });
			}
		}
	});
	const names = parameters.map((parameter) => parameter.name);
	const { selection, exclusive, carry, destructive } = operation['x-n8n'] ?? {};
	for (const [key, listed] of Object.entries({ selection, exclusive, carry })) {
		for (const name of listed ?? []) {
			if (!names.includes(name)) found.push({ keys: ['x-n8n', key], text: `there is no parameter ${name}` });
		}
	}
	if (typeof destructive === 'object' && !names.includes(destructive.parameter)) {
		found.push({ keys: ['x-n8n', 'destructive', 'parameter'], text: `there is no parameter ${destructive.parameter}` });
	}
	return found;
};

/**
 * Reads a YAML document and checks it against a schema.
 *
 * @param file how messages name the file
 * @throws CapabilityError naming file, line and key of every problem
 */
export const readDocument = (text: string, file: string, check: ValidateFunction): { content: unknown; source: Source } => {
	const lines = new LineCounter();
	const document = parseDocument(text, { lineCounter: lines });
	if (document.errors.length > 0) {
		throw new CapabilityError(
			document.errors.map((error) => `${file}:${lines.linePos(error.pos[0]).line}: YAML: ${error.message.replace(/ at line \d+[^]*$/, '')}`),
		);
	}
	const source = new Source(file, document, lines);
	const content: unknown = document.toJS();
	if (check(content)) return { content, source };
	const problems = (check.errors ?? [])
		.filter((error) => error.keyword !== 'oneOf' && error.keyword !== 'if')
		.map(describe)
		.map(({ keys, text: words }) => source.problem(keys, words));
	throw new CapabilityError([...new Set(problems)]);
};

/**
 * Reads a Naftiko capability and groups its operations as n8n resources: a file whose operation names are unique is
 * one resource, named by its namespace and `info.label`; in any other file each Naftiko resource is one.
 *
 * @param text YAML of the file
 * @param file how messages name the file
 * @throws CapabilityError naming file, line and key of every problem
 */
export const parseCapability = (text: string, file: string): CapabilityResource[] => {
	const { content, source } = readDocument(text, file, validate);
	const { info, capability } = content as RawCapability;
	const { namespace, resources } = capability.consumes[0];
	const names = resources.flatMap((resource) => resource.operations.map((operation) => operation.name));
	const oneResource = new Set(names).size === names.length;
	const result = new Map<string, CapabilityResource>();
	const problems: string[] = [];

	resources.forEach((resource, resourceIndex) => {
		const name = oneResource ? namespace : resource.name;
		const target = result.get(name) ?? {
			name,
			label: oneResource ? info.label : (resource.label ?? ''),
			description: oneResource ? info.description : (resource.description ?? ''),
			operations: [],
		};
		result.set(name, target);
		resource.operations.forEach((operation, operationIndex) => {
			const keys: Key[] = ['capability', 'consumes', 0, 'resources', resourceIndex, 'operations', operationIndex];
			for (const { keys: inner, text: words } of inconsistencies(operation, resource.path)) {
				problems.push(source.problem([...keys, ...inner], words));
			}
			if (target.operations.some((other) => other.name === operation.name)) {
				problems.push(source.problem([...keys, 'name'], `${name} has an operation ${operation.name} already`));
			}
			target.operations.push({
				name: operation.name,
				label: operation.label,
				method: operation.method,
				path: resource.path,
				description: operation.description,
				parameters: parametersOf(operation).filter((parameter) => parameter.in !== 'header'),
				format: operation.outputRawFormat ?? 'json',
				output: operation.outputParameters?.[0],
				extension: operation['x-n8n'] ?? {},
				source: source.at(keys),
			});
		});
	});
	if (problems.length > 0) throw new CapabilityError(problems);
	return [...result.values()];
};

/**
 * Reads capability files in the order given.
 *
 * @throws CapabilityError for unusable files, and for resources that two files declare
 */
export const readCapabilities = (files: string[]): CapabilityResource[] => {
	const resources: CapabilityResource[] = [];
	for (const file of files) {
		for (const resource of parseCapability(readFileSync(file, 'utf8'), file)) {
			const twin = resources.find((other) => other.name === resource.name);
			if (twin) throw new CapabilityError([`${file}:1: resource ${resource.name} is declared in another file already`]);
			resources.push(resource);
		}
	}
	return resources;
};
