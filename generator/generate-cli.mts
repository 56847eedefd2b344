import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { CapabilityError } from './capability.mts';
import { capabilityFiles, generate, staleFiles, writeGenerated } from './generate.mts';

const usage = `npm run generate -- [--check] [--out FOLDER] [FILE …]

Writes the operation table, the node's properties and docs/operations.md from capability files (capability/*.yaml unless named) and says
what each operation became. --check writes nothing and fails when the files in the folder differ.`;

const pageFile = 'docs/operations.md';

const main = (): number => {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: { check: { type: 'boolean' }, out: { type: 'string' }, help: { type: 'boolean' } },
	});
	if (values.help) {
		console.log(usage);
		return 0;
	}
	const folder = values.out ?? 'nodes/LabelStudio/generated';
	if (positionals.length > 0 && !values.out) {
		console.error('Files of your own need --out FOLDER, so that they do not replace the shipped table.');
		return 2;
	}
	const { resources, files, page } = generate(positionals.length > 0 ? positionals : capabilityFiles('capability'));
	if (values.check) {
		const stale = staleFiles(files, folder).map((name) => `${folder}/${name}`);
		if (!values.out && (!existsSync(pageFile) || readFileSync(pageFile, 'utf8') !== page)) stale.push(pageFile);
		for (const file of stale) console.error(`${file} is not what the generator writes: run npm run generate`);
		if (stale.length === 0) console.log(`${files.size} generated files are up to date`);
		return stale.length > 0 ? 1 : 0;
	}
	writeGenerated(files, folder);
	if (!values.out) writeFileSync(pageFile, page);
	let count = 0;
	for (const resource of resources) {
		for (const [name, operation] of Object.entries(resource.operations)) {
			count += 1;
			const parameters = operation.parameters.length === 1 ? '1 parameter' : `${operation.parameters.length} parameters`;
			console.log(`${operation.method} ${operation.path} → ${resource.label}: ${name} (${parameters})`);
		}
	}
	console.log(`${count} operations of ${resources.length} resources → ${files.size} files in ${folder}`);
	return 0;
};

try {
	process.exitCode = main();
} catch (error) {
	if (!(error instanceof CapabilityError)) throw error;
	console.error(error.message);
	process.exitCode = 1;
}
