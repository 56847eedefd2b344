import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { CapabilityError } from './capability.mts';
import { packageOperations } from './expose/catalogue.mts';
import type { Kind } from './expose/exposes.mts';
import { mcpWorkflow } from './expose/mcp.mts';
import { restWorkflow, routePath } from './expose/rest.mts';
import { select, SelectionError, type Chosen, type Selection } from './expose/select.mts';
import { prefix, type Workflow } from './expose/workflow.mts';

const usage = `npm run expose -- mcp|rest [--capability FILE] [--resources a,b] [--operations a.get,b.update] [--read-only] [--destructive] [--out FILE]

Writes an n8n workflow that serves Label Studio: to AI agents as an MCP server, or to programs as REST routes.
  --capability FILE   expose what this Naftiko capability exposes, instead of the 60 operations that ship
  --resources a,b     all operations of these resources of the node, such as task,annotation
  --operations a.b    these operations, such as annotation.getMany
  --read-only         only what changes nothing
  --destructive       mcp: also what deletes or overwrites, which is left out otherwise
  --out FILE          where to write it; label-studio-mcp.json or label-studio-rest.json unless given`;

/** A command line that says too little, too much or nonsense. */
class UsageError extends Error {}

const list = (text: string | undefined): string[] =>
	(text ?? '')
		.split(',')
		.map((one) => one.trim())
		.filter(Boolean);

const parse = () => {
	try {
		return parseArgs({
			allowPositionals: true,
			options: {
				capability: { type: 'string' },
				resources: { type: 'string' },
				operations: { type: 'string' },
				'read-only': { type: 'boolean' },
				destructive: { type: 'boolean' },
				out: { type: 'string' },
				help: { type: 'boolean' },
			},
		});
	} catch (error) {
		throw new UsageError((error as Error).message);
	}
};

const names = (chosen: Chosen[]): string => chosen.map(({ name }) => name).join(', ');

const report = (kind: Kind, { chosen, destructive, files }: Selection, file: string): void => {
	for (const { name, operation, hints } of chosen) {
		const what = kind === 'rest' ? `${operation.row.method.padEnd(6)} /webhook/${routePath({ name, operation })}` : `${name.padEnd(44)} ${hints.readOnly ? 'read-only' : hints.destructive ? 'destructive' : 'changes data'}`;
		console.log(what);
	}
	if (destructive.length > 0) console.log(`\nLeft out, since they delete or overwrite (--destructive adds them): ${names(destructive)}`);
	if (files.length > 0) console.log(`\nLeft out, since they send files, which a model does not have: ${names(files)}`);
	const address = kind === 'mcp' ? `/mcp/${prefix}` : `/webhook/${prefix}/api/…`;
	console.log(`\n${chosen.length} ${kind === 'mcp' ? 'tools' : 'routes'} → ${file}. Import it into n8n, choose the credentials, publish it; it then answers at ${address}`);
};

const main = (): void => {
	const { values, positionals } = parse();
	if (values.help) {
		console.log(usage);
		return;
	}
	const [kind] = positionals;
	if (positionals.length !== 1 || (kind !== 'mcp' && kind !== 'rest')) throw new UsageError(`Say what to write: mcp or rest${kind === undefined ? '' : `, not ${positionals.join(' ')}`}`);
	if (values.destructive && kind === 'rest') throw new UsageError('--destructive is for mcp; rest has all routes that are chosen');
	if (values.destructive && values['read-only']) throw new UsageError('--read-only and --destructive exclude each other');
	const selection = select(packageOperations(), {
		kind,
		capability: values.capability,
		resources: list(values.resources),
		operations: list(values.operations),
		readOnly: values['read-only'] === true,
		destructive: values.destructive === true,
	});
	const workflow: Workflow = kind === 'mcp' ? mcpWorkflow(selection.chosen) : restWorkflow(selection.chosen);
	const file = values.out ?? `label-studio-${kind}.json`;
	writeFileSync(file, `${JSON.stringify(workflow, null, 2)}\n`);
	report(kind, selection, file);
};

try {
	main();
} catch (error) {
	const isUsage = error instanceof UsageError;
	if (!isUsage && !(error instanceof CapabilityError) && !(error instanceof SelectionError) && (error as NodeJS.ErrnoException).syscall === undefined) throw error;
	console.error(isUsage ? `${(error as Error).message}\n\n${usage}` : (error as Error).message);
	process.exitCode = isUsage ? 2 : 1;
}
