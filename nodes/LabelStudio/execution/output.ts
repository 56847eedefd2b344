import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { readText, type LabelStudioAnswer } from '../http/client';
import { fileName, mimeType } from '../http/file-headers';
import type { Operation } from './operation';

const isRecord = (value: unknown): value is IDataObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The fields of a row that Simplify keeps. */
export const simplified = (row: IDataObject, fields: readonly string[]): IDataObject => {
	const result: IDataObject = {};
	for (const field of fields) if (field in row) result[field] = row[field];
	return result;
};

/** A secret, shortened to what tells one from another; of a short one nothing is left. */
const shortened = (value: unknown): unknown => {
	if (typeof value === 'string') return value === '' ? value : `${value.length < 16 ? '' : value.slice(0, 4)}…`;
	if (Array.isArray(value)) return value.map(shortened);
	return isRecord(value) ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, shortened(one)])) : value;
};

const shortenedAt = (body: unknown, path: string[]): unknown => {
	const [name, ...rest] = path;
	if (name === undefined) return shortened(body);
	return isRecord(body) && name in body ? { ...body, [name]: shortenedAt(body[name], rest) } : body;
};

/**
 * An answer without the tokens and passwords that it holds.
 *
 * @param secret where they are; a dot leads into objects, and of an object all texts are meant
 */
export const withoutSecrets = (body: unknown, secret: readonly string[] = []): unknown =>
	secret.reduce<unknown>((result, path) => shortenedAt(result, path.split('.')), body);

/** The answer to a list with its rows as they go out. */
export const withRows = (body: unknown, at: string, rows: unknown[]): unknown => (at !== '' && isRecord(body) ? { ...body, [at]: rows as IDataObject[] } : rows);

/** One row as an item: objects as they are, anything else under `value`. */
const item = (row: unknown, index: number, fields: readonly string[] | undefined): INodeExecutionData => {
	const json = isRecord(row) ? row : { value: row as IDataObject[string] };
	return { json: fields ? simplified(json, fields) : json, pairedItem: { item: index } };
};

/** The rows of a list as items. */
export const rowItems = (rows: unknown[], index: number, fields: readonly string[] | undefined): INodeExecutionData[] =>
	rows.map((row) => item(row, index, fields));

/** The answer to a single call as items; an empty answer says what was done. */
export const answerItems = (operation: Operation, body: unknown, index: number, fields: readonly string[] | undefined): INodeExecutionData[] => {
	if (body === undefined || body === null || body === '') {
		return [item(operation.method === 'DELETE' ? { deleted: true } : { success: true }, index, undefined)];
	}
	return rowItems(Array.isArray(body) ? body : [body], index, fields);
};

const harmless = (headers: Record<string, unknown>): IDataObject =>
	Object.fromEntries(Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'set-cookie')) as IDataObject;

type FileBody = Parameters<IExecuteFunctions['helpers']['prepareBinaryData']>[0];

/** Status, headers (without cookies) and whole body as one item. */
export const fullItem = (answer: LabelStudioAnswer, body: unknown, index: number): INodeExecutionData => ({
	json: { statusCode: answer.status, headers: harmless(answer.headers), body: (body ?? null) as IDataObject[string] },
	pairedItem: { item: index },
});

/** Bytes of a file that a model gets to see. */
const textLimit = 20_000;

/** A file for a model, to which n8n passes no binary data: its beginning, when it is text. */
export const textItem = async (answer: LabelStudioAnswer, index: number): Promise<INodeExecutionData> => {
	const type = mimeType(answer.headers) ?? null;
	const text = await readText(answer.body, textLimit);
	const shown = /^text\/|json|xml|csv/.test(type ?? '') ? { text, isCut: Buffer.byteLength(text) >= textLimit } : {};
	return { json: { fileName: fileName(answer.headers) ?? null, mimeType: type, ...shown }, pairedItem: { item: index } };
};

/** A file as an item with binary data, streamed to n8n's storage. */
export const fileItem = async (context: IExecuteFunctions, answer: LabelStudioAnswer, property: string, index: number): Promise<INodeExecutionData> => {
	const name = fileName(answer.headers);
	const binary = await context.helpers.prepareBinaryData(answer.body as FileBody, name, mimeType(answer.headers));
	return { json: { fileName: name ?? null, mimeType: binary.mimeType }, binary: { [property]: binary }, pairedItem: { item: index } };
};
