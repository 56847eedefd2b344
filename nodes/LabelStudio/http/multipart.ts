import { randomUUID } from 'crypto';

/** A file as part of a form. */
export interface FilePart {
	/** Name of the form's field. */
	name: string;
	fileName: string;
	mimeType: string;
	content: Buffer;
}

/** Quotes and line ends in a name would end the header early (RFC 7578, as browsers do it). */
const escaped = (text: string): string => text.replace(/"/g, '%22').replace(/\r/g, '%0D').replace(/\n/g, '%0A');

/**
 * A `multipart/form-data` body in one piece, which can be sent again.
 *
 * @param fields values are sent as text, anything but text as JSON
 */
export const multipart = (fields: Readonly<Record<string, unknown>>, files: readonly FilePart[]): { contentType: string; body: Buffer } => {
	const boundary = `label-studio-${randomUUID()}`;
	const parts: Buffer[] = [];
	const part = (headers: string[], content: Buffer | string): void => {
		parts.push(Buffer.from(`--${boundary}\r\n${headers.join('\r\n')}\r\n\r\n`), Buffer.from(content), Buffer.from('\r\n'));
	};
	for (const [name, value] of Object.entries(fields)) {
		part([`Content-Disposition: form-data; name="${escaped(name)}"`], typeof value === 'string' ? value : JSON.stringify(value));
	}
	for (const { name, fileName, mimeType, content } of files) {
		part([`Content-Disposition: form-data; name="${escaped(name)}"; filename="${escaped(fileName)}"`, `Content-Type: ${mimeType}`], content);
	}
	parts.push(Buffer.from(`--${boundary}--\r\n`));
	return { contentType: `multipart/form-data; boundary=${boundary}`, body: Buffer.concat(parts) };
};
