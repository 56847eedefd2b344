import type { IDataObject } from 'n8n-workflow';
import { LabelStudioError } from '../http/errors';

/**
 * The records of a CSV or TSV text as Label Studio writes it (RFC 4180): quoted where needed, `""` for a quote inside.
 *
 * @returns one list of texts for each line; a line end at the end of the text begins no new one
 */
export const parseDelimited = (text: string, delimiter: ',' | '\t'): string[][] => {
	const cell = new RegExp(`(?:"([^"]*(?:""[^"]*)*)"|((?!")[^${delimiter}\\r\\n]*))(${delimiter}|\\r?\\n|\\r|$)`, 'y');
	const rows: string[][] = [];
	let row: string[] = [];
	while (cell.lastIndex < text.length || row.length > 0) {
		const match = cell.exec(text);
		if (!match) throw new LabelStudioError('The table of Label Studio cannot be read', { description: `A quote of row ${rows.length + 1} is not closed.` });
		const [, quoted, plain, end] = match as unknown as [string, string | undefined, string, string];
		row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
		if (end === delimiter) continue;
		rows.push(row);
		row = [];
		if (end === '') break;
	}
	return rows;
};

const tableRows = (text: string, delimiter: ',' | '\t'): IDataObject[] => {
	const [header = [], ...rows] = parseDelimited(text.replace(/^\uFEFF/, ''), delimiter);
	return rows.map((row) => Object.fromEntries(header.map((name, column) => [name, row[column] ?? ''])));
};

const parsed = (text: string): unknown => {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
};

const jsonRows = (text: string): IDataObject[] => {
	const rows = parsed(text);
	if (rows === undefined) {
		throw new LabelStudioError('The export of Label Studio is incomplete or no JSON', { description: 'A proxy may have cut it off. Try again, or take the file as binary.' });
	}
	return Array.isArray(rows) ? (rows as IDataObject[]) : [rows as IDataObject];
};

const readers: Readonly<Record<string, (text: string) => IDataObject[]>> = {
	JSON: jsonRows,
	JSON_MIN: jsonRows,
	CSV: (text) => tableRows(text, ','),
	TSV: (text) => tableRows(text, '\t'),
};

/** The export formats whose files can be taken apart into rows. */
export const rowFormats: readonly string[] = Object.keys(readers);

/**
 * The rows of an exported file: tasks, or annotations of a table, whose values are texts.
 *
 * @param format one of {@link rowFormats}
 * @throws LabelStudioError for a file that is not whole
 */
export const fileRows = (format: string, content: Buffer): IDataObject[] => (readers[format] as (text: string) => IDataObject[])(content.toString());
