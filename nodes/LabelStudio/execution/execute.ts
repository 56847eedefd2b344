import { NodeOperationError, type IDataObject, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import type { LabelStudioClient, LabelStudioRequest } from '../http/client';
import { connect } from '../http/connect';
import { readList } from '../http/paging';
import type { Values } from '../composite/composite';
import { operations } from '../generated/operations';
import { withCarried } from './carry';
import { compositeOf, runComposite } from './composites';
import { InputError } from './input-error';
import { errorItem, isTool, toNodeError } from './node-errors';
import { readFiles, requireBinary } from './files';
import { readForm } from './forms';
import type { Operation, OperationParameter } from './operation';
import { readOptions, type ExecutionOptions } from './options';
import { answerItems, fileItem, fullItem, rowItems, simplified, textItem, withoutSecrets, withRows } from './output';
import { ParameterReader } from './parameters';
import { runPool } from './pool';
import { buildRequest, guard } from './request';
import { parseJson, toWire } from './values';

/** Everything about one item that its parameters decide. */
interface Plan {
	request: LabelStudioRequest;
	limit: number;
	simplify: boolean;
	binaryProperty: string;
	/** Files to send: the name of the part, and the item's binary field. */
	files: Array<{ name: string; property: string }>;
}

const readLimit = (reader: ParameterReader, index: number): number => {
	if (reader.read('returnAll', index) === true) return Infinity;
	const limit = Number(reader.read('limit', index));
	if (!Number.isInteger(limit) || limit < 1) throw new InputError('Limit must be a whole number, at least 1');
	return limit;
};

const readJsonBody = (reader: ParameterReader, operation: Operation, index: number): unknown => {
	if (!operation.jsonBody || reader.read('specifyBody', index) !== 'json') return undefined;
	const isSecret = operation.parameters.some(({ secret }) => secret);
	const body = parseJson('JSON Body', reader.read('jsonBody', index), isSecret);
	const isList = operation.parameters.some(({ in: place, json }) => place === 'content' && json === 'array');
	if (typeof body !== 'object' || body === null || Array.isArray(body) !== isList) throw new InputError(`JSON Body must be a JSON ${isList ? 'list in [ ]' : 'object in { }'}`);
	return body;
};

/** The value of the parameter that decides which others there are. */
const variantOf = (reader: ParameterReader, { variant, parameters }: Operation, index: number, zone: string): string | undefined => {
	const parameter = variant && parameters.find(({ name }) => name === variant.parameter);
	return parameter && (toWire(parameter, reader.read(parameter.at, index), zone) as string);
};

/** What the parameters of one item say. */
interface Input {
	values: Array<readonly [OperationParameter, unknown]>;
	jsonBody: unknown;
	variant?: string;
}

/** Reads and checks the parameters of one item; sends nothing. */
const readInput = (context: IExecuteFunctions, reader: ParameterReader, operation: Operation, index: number): Input => {
	const zone = context.getTimezone();
	const jsonBody = readJsonBody(reader, operation, index);
	const variant = variantOf(reader, operation, index, zone);
	const plain = (name: string): string => String(reader.read(operation.parameters.find((one) => one.name === name)?.at ?? name, index));
	// On top n8n hides what does not apply; what was added to a collection is left for the guard to refuse.
	const isHidden = ({ at, when }: OperationParameter): boolean =>
		!at.includes('.') && Object.entries(when ?? {}).some(([name, allowed]) => !allowed.includes(plain(name)));
	const isReplaced = ({ in: place }: OperationParameter): boolean => jsonBody !== undefined && (place === 'body' || place === 'content');
	const applies = (parameter: OperationParameter): boolean =>
		!isReplaced(parameter) && (!parameter.only || parameter.only.includes(variant ?? '')) && !isHidden(parameter);
	const values = operation.parameters
		.filter(applies)
		.map((parameter) => {
			const own = toWire(parameter, reader.read(parameter.at, index), zone);
			return [parameter, parameter.form ? readForm(parameter, own, (property) => reader.read(property, index), zone) : own] as const;
		})
		.filter(([, value]) => value !== undefined);
	for (const [{ kind, label }, value] of values) if (kind === 'file') requireBinary(label, String(value), context.getInputData()[index]);
	guard(operation, values, jsonBody, reader.read('confirm', index));
	return { values, jsonBody, variant };
};

const plan = (context: IExecuteFunctions, reader: ParameterReader, operation: Operation, index: number): Plan => {
	const { values, jsonBody, variant } = readInput(context, reader, operation, index);
	return {
		request: buildRequest(operation, values, jsonBody, variant),
		files: values.filter(([{ kind }]) => kind === 'file').map(([{ name }, value]) => ({ name, property: String(value) })),
		limit: operation.list && operation.method === 'GET' ? readLimit(reader, index) : Infinity,
		simplify: reader.read('simplify', index) === true,
		binaryProperty: String(reader.read('binaryPropertyName', index) || 'data'),
	};
};

const run = async (
	context: IExecuteFunctions,
	client: LabelStudioClient,
	operation: Operation,
	{ request: planned, files, limit, simplify, binaryProperty }: Plan,
	{ fullResponse, page }: ExecutionOptions,
	index: number,
): Promise<INodeExecutionData[]> => {
	const fields = simplify ? operation.simplify : undefined;
	const whole = operation.carry ? await withCarried(client, planned, operation.carry) : planned;
	const request = operation.multipart ? { ...whole, files: await readFiles(context, files, index) } : whole;
	if (operation.list) {
		const list = await readList(client, request, operation.list, { limit, page });
		const rows = list.rows.map((row) => withoutSecrets(row, operation.secret));
		return fullResponse ? [fullItem(list.answer, list.whole ? withRows(list.answer.body, operation.list.at, rows) : rows, index)] : rowItems(rows, index, fields);
	}
	const answer = await client.request(request);
	if (operation.file) return [isTool(context.getNode()) ? await textItem(answer, index) : await fileItem(context, answer, binaryProperty, index)];
	const body = withoutSecrets(answer.body, operation.secret);
	return fullResponse ? [fullItem(answer, body, index)] : answerItems(operation, body, index, fields);
};

const find = (context: IExecuteFunctions, resource: string, name: string): Operation => {
	const operation = operations[resource]?.[name];
	if (operation) return operation;
	throw new NodeOperationError(context.getNode(), `The operation ${name} of ${resource} is not known`, {
		description: 'Choose resource and operation again; they may be from another version of the node.',
	});
};

/**
 * Runs the chosen operation for all input items: all of them are read and checked first, then sent, a bounded number
 * at once. Output is in input order, each item paired with the one it came from.
 */
export const execute = async (context: IExecuteFunctions): Promise<INodeExecutionData[][]> => {
	const node = context.getNode();
	const count = context.getInputData().length;
	const reader = new ParameterReader(context);
	const operation = find(context, String(reader.read('resource', 0)), String(reader.read('operation', 0)));
	const results = new Array<INodeExecutionData[]>(count);
	const attempt = async (index: number, work: () => Promise<void> | void): Promise<void> => {
		try {
			await work();
		} catch (error) {
			if (!context.continueOnFail()) throw toNodeError(node, error, index);
			results[index] = [errorItem(error, index)];
		}
	};

	const composite = compositeOf(context, operation);
	const plans = new Array<Plan | undefined>(count);
	for (let index = 0; index < count && !composite; index++) {
		await attempt(index, () => {
			plans[index] = plan(context, reader, operation, index);
		});
	}

	let connection: { client: LabelStudioClient; options: ExecutionOptions };
	try {
		const options = readOptions(reader, operation);
		connection = { client: await connect(context, options.client), options };
	} catch (error) {
		// Without a connection no item can be done, so each of them fails of it.
		if (!context.continueOnFail()) throw toNodeError(node, error, 0);
		return [Array.from({ length: count }, (_, index) => errorItem(error, index))];
	}
	const { client, options } = connection;
	if (composite) {
		const readOwn = (index: number) => ({
			...Object.fromEntries(readInput(context, reader, operation, index).values.map(([{ name }, value]) => [name, value])),
			...(operation.list && { limit: readLimit(reader, index) }),
		});
		const isSame = reader.isConstant() && !operation.parameters.some(({ kind }) => kind === 'file');
		let same: Values | undefined;
		const read = (index: number) => (isSame ? (same ??= readOwn(index)) : readOwn(index));
		const shape = (json: IDataObject, index: number) => (operation.simplify && reader.read('simplify', index) === true ? simplified(json, operation.simplify) : json);
		return [await runComposite(context, client, composite, read, options.concurrency, shape)];
	}
	await runPool(count, options.concurrency, async (index) => {
		const ready = plans[index];
		if (!ready) return;
		await attempt(index, async () => {
			results[index] = await run(context, client, operation, ready, options, index);
		});
	});
	return [results.flat()];
};
