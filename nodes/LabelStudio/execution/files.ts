import type { IBinaryData, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { FilePart } from '../http/multipart';
import { InputError } from './input-error';

/**
 * The binary field of an item that a field of the node names.
 *
 * @throws InputError naming both, when the item has no such field
 */
export const requireBinary = (label: string, property: string, item: INodeExecutionData | undefined): IBinaryData => {
	const found = item?.binary?.[property];
	if (found) return found;
	const there = Object.keys(item?.binary ?? {});
	throw new InputError(
		`${label}: the item has no binary field "${property}"`,
		there.length > 0 ? `It has ${there.join(', ')}.` : 'It has no binary data at all: put a node before this one that reads or downloads a file.',
	);
};

/**
 * The files of an item that are to be sent. They are taken into memory: n8n sends a stream once only, and the token may
 * have to be renewed in between.
 */
export const readFiles = async (context: IExecuteFunctions, files: Array<{ name: string; property: string }>, index: number): Promise<FilePart[]> =>
	await Promise.all(
		files.map(async ({ name, property }) => {
			const { fileName, mimeType } = context.helpers.assertBinaryData(index, property);
			return { name, fileName: fileName ?? property, mimeType, content: await context.helpers.getBinaryDataBuffer(index, property) };
		}),
	);
