import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { temporaryFolder } from '../stack/process.mts';
import { findChromium } from './support/browser.mts';
import { startLabelStudio, type RunningLabelStudio } from '../stack/label-studio.mts';
import { NoPythonError } from '../stack/python.mts';
import { packPackage, startN8n, type RunningN8n } from '../stack/n8n.mts';
import { hasRedis, startRedis, type RunningRedis } from '../stack/redis.mts';
import { startS3, type RunningS3 } from '../stack/s3.mts';

const usage = `npm test [-- LAYER …]

Runs the layers named, or all: lint, types, generated, unit, engine, package, scan, live, n8n, editor. live, n8n and editor run against real
servers, which are installed on first use; without Python they are skipped, unless LABEL_STUDIO_URL and
LABEL_STUDIO_API_KEY name a Label Studio to use. Redis is used where redis-server is installed. editor drives a Chromium, and is
skipped where there is none.`;

interface Count {
	passed: number;
	failed: number;
	skipped: number;
}

const add = (total: Count, count: Count): void => {
	total.passed += count.passed;
	total.failed += count.failed;
	total.skipped += count.skipped;
};

interface Layer {
	name: string;
	run(): Promise<Count>;
}

const run = async (command: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<boolean> =>
	await new Promise((resolve) => {
		const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...env } });
		child.once('error', () => resolve(false));
		child.once('exit', (code) => resolve(code === 0));
	});

const command = (name: string, file: string, ...args: string[]): Layer => ({
	name,
	run: async () => ((await run(file, args)) ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 }),
});

interface JestSummary {
	numPassedTests: number;
	numFailedTests: number;
	numPendingTests: number;
	numRuntimeErrorTestSuites: number;
}

const scratch = temporaryFolder('test');

const jest = async (layer: string, env: NodeJS.ProcessEnv = {}, ...flags: string[]): Promise<Count> => {
	const report = join(scratch, `${layer}.json`);
	const worked = await run('jest', [`test/${layer}/`, ...flags, '--json', `--outputFile=${report}`, '--reporters=default', '--silent=false'], { NO_COLOR: '1', ...env });
	const summary = JSON.parse(readFileSync(report, 'utf8')) as JestSummary;
	const failed = summary.numFailedTests + summary.numRuntimeErrorTestSuites;
	return { passed: summary.numPassedTests, failed: worked ? failed : Math.max(1, failed), skipped: summary.numPendingTests };
};

let labelStudio: RunningLabelStudio | undefined;
let n8n: RunningN8n | undefined;
let s3: RunningS3 | undefined;
let redis: RunningRedis | undefined;

/** The server's own OpenAPI document, as a file: suites read it before they run. */
const documentOf = async ({ url }: RunningLabelStudio): Promise<string> => {
	const file = join(scratch, 'label-studio-openapi.json');
	if (existsSync(file)) return file;
	// 1.20.0 has its document nowhere else and wants no Accept header; 1.22.0 and 1.23.2 lead on to /docs/api/schema/json.
	const response = await fetch(`${url}/docs/api/?format=openapi`);
	if (!response.ok) throw new Error(`Label Studio answers ${response.status} when asked for its OpenAPI document`);
	writeFileSync(file, await response.text());
	return file;
};

const labelStudioEnvironment = async (): Promise<NodeJS.ProcessEnv> => {
	labelStudio ??= await startLabelStudio((line) => console.log(`Label Studio: ${line}`));
	return {
		TEST_LABEL_STUDIO_URL: labelStudio.url,
		TEST_LABEL_STUDIO_TOKEN: labelStudio.apiToken,
		TEST_LABEL_STUDIO_LEGACY_TOKEN: labelStudio.legacyToken,
		TEST_LABEL_STUDIO_DOCUMENT: await documentOf(labelStudio),
		TEST_LIVE_CALLS: join(scratch, 'live-calls'),
		// One that was started here may call this machine.
		TEST_LABEL_STUDIO_FOREIGN: labelStudio.login ? undefined : 'true',
	};
};

/** Storages beside a Label Studio that was started here; another one would not reach them. */
const storageEnvironment = async (): Promise<NodeJS.ProcessEnv> => {
	if (!labelStudio?.filesFolder) return {};
	s3 ??= await startS3((line) => console.log(`S3: ${line}`));
	if (hasRedis() || process.env.CI) redis ??= await startRedis();
	return {
		TEST_LABEL_STUDIO_FILES: labelStudio.filesFolder,
		TEST_GOOGLE_STORAGE_PORT: String(labelStudio.googleStoragePort),
		TEST_S3_URL: s3.url,
		TEST_REDIS_PORT: redis && String(redis.port),
		TEST_REDIS_PASSWORD: redis?.password,
	};
};

/** A real n8n with the packed package, beside Label Studio. */
const n8nEnvironment = async (): Promise<NodeJS.ProcessEnv> => {
	const environment = await labelStudioEnvironment();
	if (!n8n) {
		if (!(await run('npm', ['run', '--silent', 'build']))) throw new Error('The package cannot be built');
		n8n = await startN8n({ tarball: await packPackage(scratch), progress: (line) => console.log(`n8n: ${line}`) });
	}
	return {
		...environment,
		TEST_N8N_URL: n8n.url,
		TEST_N8N_SESSION: n8n.session,
		TEST_N8N_FILES: n8n.filesFolder,
		TEST_N8N_INSTALLATION: n8n.installation,
	};
};

/** Two requests that delete projects at once leave Label Studio 1.23.2 without any signal handlers (core/utils/common.py). */
const oneFileAtATime = '--runInBand';

/** Folders of suites against the real Label Studio, one after the other. */
const inTurn = async (...folders: string[]): Promise<Count> => {
	const total: Count = { passed: 0, failed: 0, skipped: 0 };
	const environment = { ...(await labelStudioEnvironment()), ...(await storageEnvironment()) };
	for (const folder of folders) add(total, await jest(folder, environment, oneFileAtATime));
	return total;
};

const skipWithoutPython = async (work: () => Promise<Count>): Promise<Count> => {
	try {
		return await work();
	} catch (error) {
		if (!(error instanceof NoPythonError) || process.env.CI) throw error;
		console.log(`skipped: ${error.message}`);
		return { passed: 0, failed: 0, skipped: 1 };
	}
};

const layers: Layer[] = [
	command('lint', 'npm', 'run', '--silent', 'lint'),
	command('types', 'npm', 'run', '--silent', 'typecheck'),
	command('generated', 'npm', 'run', '--silent', 'generate', '--', '--check'),
	{ name: 'unit', run: async () => await jest('unit') },
	{ name: 'engine', run: async () => await jest('engine') },
	{ name: 'package', run: async () => ((await run('npm', ['run', '--silent', 'build'])) ? await jest('package') : { passed: 0, failed: 1, skipped: 0 }) },
	command('scan', 'npm', 'run', '--silent', 'scan'),
	{ name: 'live', run: async () => await skipWithoutPython(async () => await inTurn('live', 'complete')) },
	{
		name: 'n8n',
		run: async () => await skipWithoutPython(async () => await jest('n8n', await n8nEnvironment(), oneFileAtATime)),
	},
	{
		name: 'editor',
		run: async () => {
			if (findChromium() || process.env.CI) return await skipWithoutPython(async () => await jest('editor', await n8nEnvironment()));
			console.log('skipped: there is no Chromium; install it, or set CHROMIUM to its path');
			return { passed: 0, failed: 0, skipped: 1 };
		},
	},
];

const main = async (chosen: string[]): Promise<boolean> => {
	const unknown = chosen.filter((name) => !layers.some((layer) => layer.name === name));
	if (unknown.length > 0) {
		console.error(`There is no layer ${unknown.join(', ')}.\n\n${usage}`);
		return false;
	}
	const total: Count = { passed: 0, failed: 0, skipped: 0 };
	const lines: string[] = [];
	try {
		for (const layer of layers.filter(({ name }) => chosen.length === 0 || chosen.includes(name))) {
			const started = Date.now();
			console.log(`\n── ${layer.name} ──`);
			let count: Count;
			try {
				count = await layer.run();
			} catch (error) {
				console.error((error as Error).message);
				count = { passed: 0, failed: 1, skipped: 0 };
			}
			add(total, count);
			lines.push(`${layer.name.padEnd(10)} ${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped (${Math.round((Date.now() - started) / 1000)} s)`);
		}
	} finally {
		await Promise.all([n8n?.stop(), labelStudio?.stop(), s3?.stop(), redis?.stop()]);
		rmSync(scratch, { recursive: true, force: true });
	}
	console.log(`\n${lines.join('\n')}\n`);
	console.log(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`);
	return total.failed === 0 && total.passed > 0;
};

const { values, positionals } = parseArgs({ allowPositionals: true, options: { help: { type: 'boolean' } } });
if (values.help) console.log(usage);
else process.exitCode = (await main(positionals)) ? 0 : 1;
