import type { IExecuteFunctions } from 'n8n-workflow';
import type { FilePart } from '../http/multipart';

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
