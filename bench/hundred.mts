import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../stack/paths.mts';
import { runCommand } from '../stack/process.mts';

/** Name of the package with the smaller node. */
export const hundredPackage = 'n8n-nodes-bench-hundred';

/** The resources of the smaller node: some hundred operations, those of the first release. */
const resources = 'annotation annotation-history annotation-review activity-log billing bulk-action comment current-user dimension export file-upload prediction project state task user view'.split(' ');

/**
 * Packs the node as it would be with about a hundred operations, so that what further ones cost can be seen.
 *
 * @param scratch empty folder to build in
 * @returns path of the tarball
 */
export const packHundred = async (scratch: string): Promise<string> => {
	const root = projectRoot();
	const folder = join(scratch, 'hundred');
	for (const part of ['nodes', 'credentials', 'tsconfig.json']) cpSync(join(root, part), join(folder, part), { recursive: true });
	symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
	const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { n8n: object };
	// The credential is the one of the package under test.
	const { version, keywords, peerDependencies } = manifest as unknown as Record<string, unknown>;
	writeFileSync(
		join(folder, 'package.json'),
		JSON.stringify({ name: hundredPackage, version, keywords, peerDependencies, files: ['dist'], n8n: { n8nNodesApiVersion: 1, nodes: ['dist/nodes/LabelStudio/LabelStudio.node.js'] } }),
	);
	const run = async (name: string, args: string[], cwd: string): Promise<string> => await runCommand({ name, command: process.execPath, args, cwd, env: process.env });
	await run('generate', ['generator/generate-cli.mts', '--out', join(folder, 'nodes', 'LabelStudio', 'generated'), ...resources.map((name) => `capability/${name}.yaml`)], root);
	await run('tsc', [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.json'], folder);
	for (const file of ['labelStudio.svg', 'labelStudio.dark.svg', 'LabelStudio.node.json']) cpSync(join(root, 'nodes', 'LabelStudio', file), join(folder, 'dist', 'nodes', 'LabelStudio', file));
	const tarball = join(scratch, `${hundredPackage}.tgz`);
	await runCommand({ name: 'tar', command: 'tar', args: ['-czf', tarball, '-C', scratch, '--exclude', 'node_modules', 'hundred'], env: process.env });
	return tarball;
};
