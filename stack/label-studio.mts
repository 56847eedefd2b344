import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { stackFile } from './paths.mts';
import { freePort, type Progress, startProcess, temporaryFolder, waitUntilReady } from './process.mts';
import { installPython } from './python.mts';

/** A Label Studio that can be used right now. */
export interface RunningLabelStudio {
	url: string;
	/** Log-in of a server that was started here; absent for one that was there before. */
	login?: { email: string; password: string };
	/** What goes into the credential: a personal access token where there is one. */
	apiToken: string;
	/** 40 hex digits; absent for a server that was there before and gave a personal access token. */
	legacyToken?: string;
	/** Folder whose subfolders can be local storages of a server that was started here. */
	filesFolder?: string;
	/** Port on 127.0.0.1 where a server that was started here looks for Google Cloud Storage; nothing listens there by itself. */
	googleStoragePort?: number;
	/** Stops a server that was started here. */
	stop(): Promise<void>;
}

/** A Label Studio that was started here. */
export interface OwnLabelStudio extends RunningLabelStudio {
	/** Kills it and starts it again on its address and data; settles when it answers. */
	restart(): Promise<void>;
}

/** What pip installs: the newest release that the stack knows, or the older one that LABEL_STUDIO_VERSION names. */
const requirementsFile = (): string => {
	const version = process.env.LABEL_STUDIO_VERSION;
	if (!version) return stackFile('label-studio', 'requirements.txt');
	const file = stackFile('label-studio', `requirements-${version}.txt`);
	if (!existsSync(file)) throw new Error(`LABEL_STUDIO_VERSION is ${version}, but there is no ${file}`);
	return file;
};

/**
 * Installs Label Studio into the cache, unless it is there. Returns its Python.
 *
 * @throws NoPythonError when there is no Python
 */
export const installLabelStudio = async (progress: Progress): Promise<string> =>
	await installPython(
		{
			label: 'Label Studio',
			name: 'label-studio',
			requirements: requirementsFile(),
			size: 'about 1 GB, a minute or two',
			instead: 'To use a Label Studio that runs already, set LABEL_STUDIO_URL to its address and LABEL_STUDIO_API_KEY to an API token of a user that may be played with.',
		},
		progress,
	);

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
	if (!given) return await startOwnLabelStudio(progress);
	progress(`using the Label Studio at ${given.url}`);
	return given;
};

/**
 * Starts a private Label Studio with an empty database.
 *
 * @throws NoPythonError when it cannot
 */
export const startOwnLabelStudio = async (progress: Progress): Promise<OwnLabelStudio> => {
	const python = await installLabelStudio(progress);
	const data = temporaryFolder('label-studio');
	const filesFolder = join(data, 'files');
	mkdirSync(filesFolder);
	const [port, googleStoragePort] = [await freePort(), await freePort()];
	const url = `http://127.0.0.1:${port}`;
	const legacyToken = randomBytes(20).toString('hex');
	const login = { email: 'owner@example.com', password: randomBytes(12).toString('hex') };
	const options = {
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
			// It gives up on a webhook after 1 s (1.23.2), and n8n drops a call whose sender has left: too soon for a busy machine.
			WEBHOOK_TIMEOUT: '10',
			ML_BLOCK_LOCAL_IP: 'false',
			LOCAL_FILES_SERVING_ENABLED: 'true',
			LOCAL_FILES_DOCUMENT_ROOT: filesFolder,
			// Google's client library reads it (google-cloud-storage 3.17).
			STORAGE_EMULATOR_HOST: `http://127.0.0.1:${googleStoragePort}`,
		},
	};
	let server = startProcess(options);
	const isReady = async (): Promise<void> => await waitUntilReady('Label Studio', server, async () => (await fetch(`${url}/api/version/`)).ok);
	const restart = async (): Promise<void> => {
		await server.kill();
		server = startProcess(options);
		await isReady();
	};
	const stop = async (): Promise<void> => {
		await server.stop();
		rmSync(data, { recursive: true, force: true });
	};
	try {
		await isReady();
		return { url, login, legacyToken, apiToken: await personalAccessToken(url, legacyToken), filesFolder, googleStoragePort, stop, restart };
	} catch (error) {
		await stop();
		throw error;
	}
};
