import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { installOnce } from './install.mts';
import { stackFile } from './paths.mts';
import { freePort, type Progress, runCommand, startProcess, temporaryFolder, waitUntilReady } from './process.mts';

/** A Label Studio that can be used right now. */
export interface RunningLabelStudio {
	url: string;
	/** Log-in of a server that was started here; absent for one that was there before. */
	login?: { email: string; password: string };
	/** What goes into the credential: a personal access token where there is one. */
	apiToken: string;
	/** 40 hex digits; absent for a server that was there before and gave a personal access token. */
	legacyToken?: string;
	/** Stops a server that was started here. */
	stop(): Promise<void>;
}

/** There is no Python to run Label Studio with, and no server given instead. */
export class NoPythonError extends Error {}

const useExisting = `To use a Label Studio that runs already, set LABEL_STUDIO_URL to its address and LABEL_STUDIO_API_KEY to an API token of a user that may be played with.`;

const pythons = ['python3.13', 'python3.12', 'python3.11', 'python3.10', 'python3', 'python'];

const isUsable = (python: string): boolean => {
	try {
		execFileSync(python, ['-c', 'import sys, venv, ensurepip; sys.exit(0 if (3, 10) <= sys.version_info[:2] <= (3, 13) else 1)'], { stdio: 'ignore' });
		return true;
	} catch {
		return false;
	}
};

const findPython = (): string => {
	const candidates = process.env.PYTHON ? [process.env.PYTHON] : pythons;
	const found = candidates.find(isUsable);
	if (found) return found;
	throw new NoPythonError(`Label Studio needs Python 3.10 to 3.13 with its venv module, and none of ${candidates.join(', ')} is that.\n${useExisting}`);
};

/** What pip installs: the newest release that the stack knows, or the older one that LABEL_STUDIO_VERSION names. */
const requirementsFile = (): string => {
	const version = process.env.LABEL_STUDIO_VERSION;
	if (!version) return stackFile('label-studio', 'requirements.txt');
	const file = stackFile('label-studio', `requirements-${version}.txt`);
	if (!existsSync(file)) throw new Error(`LABEL_STUDIO_VERSION is ${version}, but there is no ${file}`);
	return file;
};

/** Installs Label Studio into the cache, unless it is there. Returns its Python. */
export const installLabelStudio = async (progress: Progress): Promise<string> => {
	const requirements = requirementsFile();
	const python = findPython();
	const folder = await installOnce('label-studio', requirements, progress, async (target) => {
		progress('installing Label Studio (about 1 GB, a minute or two) …');
		await runCommand({ name: 'python -m venv', command: python, args: ['-m', 'venv', join(target, 'venv')], env: process.env });
		await runCommand({
			name: 'pip install label-studio',
			command: join(target, 'venv', 'bin', 'python'),
			args: ['-m', 'pip', 'install', '--disable-pip-version-check', '--no-input', '--retries', '5', '--requirement', requirements],
			env: process.env,
		});
	});
	return join(folder, 'venv', 'bin', 'python');
};

const existing = (): RunningLabelStudio | undefined => {
	const { LABEL_STUDIO_URL: url, LABEL_STUDIO_API_KEY: apiToken } = process.env;
	if (!url && !apiToken) return undefined;
	if (!url || !apiToken) throw new Error(`LABEL_STUDIO_URL and LABEL_STUDIO_API_KEY belong together: set both or none`);
	return {
		url: url.replace(/\/+$/, ''),
		apiToken,
		legacyToken: /^[0-9a-f]{40}$/i.test(apiToken) ? apiToken : undefined,
		stop: async () => {},
	};
};

const personalAccessToken = async (url: string, legacyToken: string): Promise<string> => {
	const response = await fetch(`${url}/api/token/`, { method: 'POST', headers: { Authorization: `Token ${legacyToken}` } });
	if (!response.ok) throw new Error(`POST /api/token/ answers ${response.status}: Label Studio made no personal access token`);
	return ((await response.json()) as { token: string }).token;
};

/**
 * Starts a private Label Studio with an empty database, or uses the one that LABEL_STUDIO_URL and
 * LABEL_STUDIO_API_KEY name.
 *
 * @throws NoPythonError when it can neither
 */
export const startLabelStudio = async (progress: Progress): Promise<RunningLabelStudio> => {
	const given = existing();
	if (given) {
		progress(`using the Label Studio at ${given.url}`);
		return given;
	}
	const python = await installLabelStudio(progress);
	const data = temporaryFolder('label-studio');
	const port = await freePort();
	const url = `http://127.0.0.1:${port}`;
	const legacyToken = randomBytes(20).toString('hex');
	const login = { email: 'owner@example.com', password: randomBytes(9).toString('base64url') };
	const server = startProcess({
		name: 'Label Studio',
		command: python,
		args: [
			...['-m', 'label_studio.server', 'start', '--no-browser', '--data-dir', data, '--port', String(port), '--internal-host', '127.0.0.1'],
			...['--username', login.email, '--password', login.password, '--user-token', legacyToken],
		],
		cwd: data,
		env: {
			...process.env,
			COLLECT_ANALYTICS: 'false',
			LATEST_VERSION_CHECK: 'false',
			// Off by default since 1.22.0.
			LABEL_STUDIO_ENABLE_LEGACY_API_TOKEN: 'true',
			// The servers of the stack meet on loopback, which Label Studio refuses for webhooks and ML backends otherwise.
			SSRF_PROTECTION_ENABLED: 'false',
			ML_BLOCK_LOCAL_IP: 'false',
		},
	});
	const stop = async (): Promise<void> => {
		await server.stop();
		rmSync(data, { recursive: true, force: true });
	};
	try {
		await waitUntilReady('Label Studio', server, async () => (await fetch(`${url}/api/version/`)).ok);
		return { url, login, legacyToken, apiToken: await personalAccessToken(url, legacyToken), stop };
	} catch (error) {
		await stop();
		throw error;
	}
};
