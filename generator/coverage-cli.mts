import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { operations } from '../nodes/LabelStudio/generated/operations.ts';
import { parseCapability } from './capability.mts';
import { compare, summarize, type Count, type CoverageRow, type SourceOperation, type SourceParameter } from './coverage.mts';
import { fromOpenApi, type OpenApiDocument } from './openapi.mts';

const usage = `npm run coverage -- SOURCE [--json]

Lists what the shipped operation table has, lacks or has differently. SOURCE is a Naftiko capability (yaml), an OpenAPI
document (yaml or json) or the address of a Label Studio server, whose own OpenAPI document is then read.`;

/** Where a Label Studio server publishes its OpenAPI document; seen in 1.23.2. */
const publishedAt = '/docs/api/schema/json';

class SourceError extends Error {}

const isAddress = (source: string): boolean => /^https?:\/\//i.test(source);

const download = async (address: string): Promise<string> => {
	const base = address.replace(/\/+$/, '').replace(/\/api$/i, '');
	const url = base.endsWith(publishedAt) ? base : `${base}${publishedAt}`;
	const response = await fetch(url, { headers: { Accept: 'application/json' } }).catch((error: Error & { cause?: Error }) => {
		throw new SourceError(`${url} cannot be read: ${error.cause?.message ?? error.message}`);
	});
	if (!response.ok) throw new SourceError(`${url} answers ${response.status}: is this a Label Studio server?`);
	return await response.text();
};

const readText = async (source: string): Promise<string> => {
	if (isAddress(source)) return await download(source);
	try {
		return readFileSync(source, 'utf8');
	} catch (error) {
		throw new SourceError(`${source} cannot be read: ${(error as Error).message}`);
	}
};

const read = async (source: string): Promise<SourceOperation[]> => {
	const text = await readText(source);
	let document: unknown;
	try {
		document = parse(text);
	} catch (error) {
		throw new SourceError(`${source} is neither YAML nor JSON: ${(error as Error).message.split('\n')[0]}`);
	}
	const keys = typeof document === 'object' && document !== null ? Object.keys(document) : [];
	if (keys.includes('naftiko')) {
		return parseCapability(text, source).flatMap((resource) =>
			resource.operations.map(({ method, path, parameters }) => ({
				method,
				path,
				parameters: parameters.map(({ name, in: place }): SourceParameter => ({ name, in: place as SourceParameter['in'] })),
			})),
		);
	}
	if (keys.includes('openapi') && keys.includes('paths')) return fromOpenApi(document as OpenApiDocument);
	throw new SourceError(`${source} is neither a Naftiko capability nor an OpenAPI 3 document`);
};

const names = (parameters: SourceParameter[]): string => parameters.map(({ in: place, name }) => `${place} ${name}`).join(', ');

const line = (row: CoverageRow): string => {
	const { operation, covered, viaPatch, missing, extra } = row;
	const notes = [
		viaPatch && 'sent as PATCH',
		covered && missing.length > 0 && `lacks ${names(missing)}`,
		extra.length > 0 && `has besides ${names(extra)}`,
	].filter(Boolean);
	const verdict = covered ? (notes.length > 0 ? 'differs' : 'has    ') : 'lacks  ';
	return `${verdict} ${operation.method.padEnd(6)} ${operation.path}${covered ? ` → ${covered}` : ''}${notes.length > 0 ? ` (${notes.join('; ')})` : ''}`;
};

const total = (what: string, { total: all, covered }: Count): string => `${what}: ${covered} of ${all}`;

const main = async (): Promise<number> => {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: { json: { type: 'boolean' }, help: { type: 'boolean' } },
	});
	if (values.help || positionals.length !== 1) {
		console.error(usage);
		return values.help ? 0 : 2;
	}
	const rows = compare(operations, await read(positionals[0] as string));
	const coverage = summarize(rows);
	if (values.json) {
		console.log(JSON.stringify(coverage));
	} else {
		for (const row of rows) console.log(line(row));
		console.log(`\n${total('operations', coverage.operations)}, ${total('parameters', coverage.parameters)}`);
	}
	return 0;
};

try {
	process.exitCode = await main();
} catch (error) {
	console.error((error as Error).message);
	process.exitCode = 1;
}
