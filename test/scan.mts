import { rmSync } from 'node:fs';
import { join } from 'node:path';
// The scanner's own command fetches a published package; what it does with it is exported.
// @ts-expect-error it has no types
import { analyzePackage, SOURCE_FILE_PATTERNS } from '../node_modules/@n8n/scan-community-package/scanner/scanner.mjs';
import { packPackage } from '../stack/n8n.mts';
import { projectRoot } from '../stack/paths.mts';
import { runCommand, temporaryFolder } from '../stack/process.mts';

interface Verdict {
	passed: boolean;
	message?: string;
	details?: string;
}

const analyze = analyzePackage as (folder: string, patterns?: string[]) => Promise<Verdict>;

/** n8n's scanner for community packages, on the sources and on the packed tarball. */
const main = async (): Promise<boolean> => {
	const folder = temporaryFolder('scan');
	try {
		const tarball = await packPackage(folder);
		await runCommand({ name: 'tar', command: 'tar', args: ['-xzf', tarball, '-C', folder], env: process.env });
		const verdicts: Array<[what: string, verdict: Verdict]> = [
			['sources', await analyze(projectRoot(), SOURCE_FILE_PATTERNS as string[])],
			['tarball', await analyze(join(folder, 'package'))],
		];
		for (const [what, { passed, message, details }] of verdicts) console.log(`scan of the ${what}: ${passed ? 'no findings' : `${message}\n${details ?? ''}`}`);
		return verdicts.every(([, { passed }]) => passed);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
};

process.exitCode = (await main()) ? 0 : 1;
