import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { CapabilityError, parseCapability, readDocument, type CapabilityOperation } from '../capability.mts';
import { shape } from '../coverage.mts';
import { findByPath, type PackageOperation } from './catalogue.mts';
import type { Hints } from './hints.mts';
import schema from './exposes.schema.json' with { type: 'json' };

/** What a workflow is made of: tools of an MCP server, or REST routes. */
export type Kind = 'mcp' | 'rest';

/** One operation that a capability exposes. */
export interface Exposed {
	operation: PackageOperation;
	/** What the capability says of a tool, as far as it does. */
	hints?: Partial<Hints>;
}

interface Route {
	method: string;
	call: string;
}

interface Tool {
	name: string;
	description?: string;
	call: string;
	inputParameters?: Array<{ name: string }>;
	hints?: Partial<Hints>;
}

interface RawAdapter {
	type: string;
	resources?: Array<{ path: string; operations: Route[] }>;
	tools?: Tool[];
}

interface RawExposes {
	capability: { consumes?: unknown; exposes: RawAdapter[] };
}

/** One call of the document, and what helps to tell operations of one name apart. */
interface Call {
	call: string;
	/** How messages name it. */
	text: string;
	keys: Array<string | number>;
	hints?: Partial<Hints>;
	isLike(operation: CapabilityOperation): boolean[];
}

const validate = new Ajv({ allErrors: true, strict: false }).compile(schema);

const routesOf = (resources: NonNullable<RawAdapter['resources']>, keys: Call['keys']): Call[] =>
	resources.flatMap(({ path, operations }, resource) =>
		operations.map(({ method, call }, index) => ({
			call,
			text: `${method} ${path}`,
			keys: [...keys, 'resources', resource, 'operations', index],
			isLike: (operation) => [shape(operation.method, operation.path) === shape(method, path)],
		})),
	);

const toolsOf = (tools: Tool[], keys: Call['keys']): Call[] =>
	tools.map(({ name, description, call, inputParameters = [], hints }, index) => {
		const inputs = inputParameters.map((parameter) => parameter.name).sort().join();
		return {
			call,
			text: name,
			keys: [...keys, 'tools', index],
			hints,
			isLike: (operation) => [operation.description === description, operation.parameters.map((parameter) => parameter.name).sort().join() === inputs],
		};
	});

/** The operation that is called. Names need not be unique in a capability: then method and path, or the texts, tell. */
const called = ({ call, isLike }: Call, operations: CapabilityOperation[]): CapabilityOperation | undefined => {
	const name = call.slice(call.indexOf('.') + 1);
	let candidates = operations.filter((operation) => operation.name === name);
	for (let test = 0; candidates.length > 1; test++) {
		const like = candidates.filter((operation) => isLike(operation)[test]);
		if (test >= 2 || like.length === 0) break;
		candidates = like;
	}
	return candidates.length === 1 ? candidates[0] : undefined;
};

/**
 * Reads what a capability exposes. Its calls lead to operations that it consumes, and these by method and path to the
 * package's; a document that consumes nothing calls the package's operations.
 *
 * @param text YAML of the file
 * @param file how messages name the file
 * @throws CapabilityError naming file, line and key of what cannot be read, is called and not there, or is lacking in the package
 */
export const parseExposes = (text: string, file: string, kind: Kind, operations: PackageOperation[]): Exposed[] => {
	const { content, source } = readDocument(text, file, validate);
	const { capability } = content as RawExposes;
	const calls = capability.exposes.flatMap(({ type, resources, tools }, index): Call[] => {
		if (type !== kind) return [];
		const keys = ['capability', 'exposes', index];
		return resources ? routesOf(resources, keys) : toolsOf(tools ?? [], keys);
	});
	if (calls.length === 0) throw new CapabilityError([source.problem(['capability', 'exposes'], `nothing is exposed as ${kind}`)]);

	const consumed = capability.consumes ? parseCapability(text, file).flatMap((resource) => resource.operations) : undefined;
	const problems: string[] = [];
	const exposed = calls.flatMap((call): Exposed[] => {
		const problem = (words: string): [] => {
			problems.push(source.problem(call.keys, `${call.text}: ${words}`));
			return [];
		};
		if (!consumed) {
			const operation = operations.find((one) => one.call === call.call);
			return operation ? [{ operation, hints: call.hints }] : problem(`the package has no operation ${call.call}`);
		}
		const target = called(call, consumed);
		if (!target) return problem(`${call.call} is not one of the operations that the capability consumes, or it is several of them`);
		const operation = findByPath(operations, target.method, target.path);
		return operation ? [{ operation, hints: call.hints }] : problem(`the package has no operation for ${target.method} ${target.path}`);
	});
	if (problems.length > 0) throw new CapabilityError(problems);
	return exposed;
};

/**
 * Reads what a capability file exposes.
 *
 * @throws CapabilityError for a file that cannot be read, and as parseExposes does
 */
export const readExposes = (file: string, kind: Kind, operations: PackageOperation[]): Exposed[] => {
	let text: string;
	try {
		text = readFileSync(file, 'utf8');
	} catch (error) {
		throw new CapabilityError([`${file} cannot be read: ${(error as Error).message}`]);
	}
	return parseExposes(text, file, kind, operations);
};
