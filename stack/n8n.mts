import { createRequire } from 'node:module';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { installOnce } from './install.mts';
import { projectRoot, stackFile } from './paths.mts';
import { freePort, type Progress, runCommand, type RunningProcess, startProcess, temporaryFolder, waitUntilReady } from './process.mts';

const packageName = 'n8n-nodes-label-studio';

/** A workflow as n8n exports it. */
export interface WorkflowFile {
	name: string;
	nodes: Array<{ name: string; type: string; parameters: Record<string, unknown>; credentials?: Record<string, { id: string; name: string }> } & Record<string, unknown>>;
	connections: Record<string, unknown>;
	settings?: Record<string, unknown>;
}

/** An item that a node put out. */
export interface OutputItem {
	json: Record<string, unknown>;
	binary?: Record<string, { fileName?: string; mimeType?: string }>;
	pairedItem?: unknown;
	error?: unknown;
}

/** How one node of an execution fared. */
export interface NodeResult {
	node: string;
	/** First output; none of a model or a tool, whose output goes to an agent. */
	items: OutputItem[];
	/** Milliseconds. */
	time: number;
	error?: { message: string; description?: string };
}

/** A finished execution. */
export interface Execution {
	id: string;
	status: string;
	/** In the order in which the nodes ran. */
	results: NodeResult[];
	error?: { message: string; description?: string; node?: { name: string } };
}

/** What can be asked of a running n8n as its owner. */
export interface N8nClient {
	/** The owner's cookie, which serves any client: n8n takes five log-ins a minute only. */
	readonly session: string;
	/** Calls n8n's own API; answers what is under `data`. */
	rest<T>(method: string, path: string, body?: unknown): Promise<T>;
	/** Fetches a file that n8n serves to its owner. */
	file(path: string): Promise<string>;
	createCredential(name: string, type: string, data: Record<string, unknown>): Promise<string>;
	createWorkflow(workflow: WorkflowFile): Promise<string>;
	/** Runs a workflow by its manual trigger and waits for its end. */
	run(workflowId: string): Promise<Execution>;
	/** Publishes a workflow, so that its triggers start it; rejects with n8n's words when a trigger cannot. */
	activate(workflowId: string): Promise<void>;
	deactivate(workflowId: string): Promise<void>;
	/** Ids of all executions of a workflow so far, oldest first, whether they have ended or not. */
	executionIds(workflowId: string): Promise<string[]>;
	/** All executions of a workflow, oldest first, each of them after its end. */
	executions(workflowId: string): Promise<Execution[]>;
}

/** An n8n with the packed package installed and an owner set up. */
export interface RunningN8n extends N8nClient {
	/** Its process id. */
	pid?: number;
	url: string;
	login: { email: string; password: string };
	/** Folder that n8n was installed into. */
	installation: string;
	/** Files that workflows may read. */
	filesFolder: string;
	/** Ends it like a crash (SIGKILL); what it has stored stays. */
	kill(): Promise<void>;
	/** Starts it again after `kill`, at the same address with what it has stored. */
	startAgain(): Promise<void>;
	/** Ends it and removes what it has stored. */
	stop(): Promise<void>;
}

/** Environment in which `node` is the project's own Node, whatever started this. */
const nodeEnvironment = (): NodeJS.ProcessEnv => ({ ...process.env, PATH: `${dirname(process.execPath)}:${process.env.PATH ?? ''}` });

const npm = async (args: string[], cwd: string): Promise<string> =>
	await runCommand({ name: `npm ${args[0]}`, command: 'npm', args: [...args, '--no-audit', '--no-fund', '--loglevel=error'], cwd, env: nodeEnvironment() });

const sqliteLoads = async (folder: string): Promise<void> => {
	await runCommand({ name: 'loading sqlite3', command: process.execPath, args: ['-e', "require('sqlite3')"], cwd: folder, env: process.env });
};

/** Headers of a Node that was installed whole: sqlite3 is N-API, so those of another release serve as well. */
const nodeHeaders = (): string | undefined =>
	(process.env.PATH ?? '')
		.split(':')
		.map((folder) => dirname(folder))
		.find((prefix) => existsSync(join(prefix, 'include', 'node', 'node_api.h')));

/** Installs n8n into the cache, unless it is there. Returns its folder. */
export const installN8n = async (progress: Progress): Promise<string> =>
	await installOnce('n8n', stackFile('n8n', 'package-lock.json'), progress, async (folder) => {
		progress('installing n8n (about 3 GB, a few minutes) …');
		cpSync(stackFile('n8n', 'package.json'), join(folder, 'package.json'));
		cpSync(stackFile('n8n', 'package-lock.json'), join(folder, 'package-lock.json'));
		// Some packages build things on install that n8n does without and that fail; SQLite is the one that it needs.
		await npm(['ci', '--ignore-scripts'], folder);
		progress('building SQLite for n8n …');
		const headers = nodeHeaders();
		await npm(['rebuild', 'sqlite3', ...(headers ? [`--nodedir=${headers}`] : [])], folder);
		await sqliteLoads(folder);
	});

/**
 * Packs the built package as it would be published.
 *
 * @param folder where the tarball goes
 * @returns path of the tarball
 */
export const packPackage = async (folder: string): Promise<string> => {
	await npm(['pack', '--pack-destination', folder, '--ignore-scripts'], projectRoot());
	const tarball = readdirSync(folder).find((name) => name.startsWith(packageName) && name.endsWith('.tgz'));
	if (!tarball) throw new Error('npm pack wrote no tarball');
	return join(folder, tarball);
};

/** Puts a package where n8n keeps community packages, so that node types get the names that they have at a user's. */
export const installCommunityPackage = async (tarball: string, userFolder: string, name = packageName): Promise<void> => {
	const folder = join(userFolder, '.n8n', 'nodes');
	const target = join(folder, 'node_modules', name);
	mkdirSync(target, { recursive: true });
	writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'installed-nodes', private: true, dependencies: {} }));
	await runCommand({ name: 'tar', command: 'tar', args: ['-xzf', tarball, '-C', target, '--strip-components=1'], env: process.env });
};

interface RawExecution {
	id: string;
	status: string;
	finished: boolean;
	data: string;
}

interface RawRunData {
	resultData: {
		runData: Record<string, Array<{ executionIndex: number; executionTime: number; data?: { main?: Array<OutputItem[] | null> }; error?: NodeResult['error'] }>>;
		error?: Execution['error'];
	};
}

const running = new Set(['new', 'running', 'waiting']);

interface Publication {
	status: string;
	triggers: Array<{ status: string; errorMessage: string | null }>;
}

const toExecution = (raw: RawExecution, data: RawRunData): Execution => {
	const results = Object.entries(data.resultData.runData)
		.flatMap(([node, runs]) => runs.map((one) => ({ node, run: one })))
		.sort((a, b) => a.run.executionIndex - b.run.executionIndex)
		.map(({ node, run }): NodeResult => ({ node, items: run.data?.main?.[0] ?? [], time: run.executionTime, error: run.error }));
	return { id: raw.id, status: raw.status, results, error: data.resultData.error };
};

/** What n8n is told, so that it is private, quiet and asks nobody outside. */
const settings = (port: number, brokerPort: number, userFolder: string, files: string): NodeJS.ProcessEnv => ({
	// A test runner that starts it has `test` here, which n8n takes to heart.
	NODE_ENV: 'production',
	N8N_USER_FOLDER: userFolder,
	N8N_PORT: String(port),
	// Fixed otherwise, so that a second n8n on the machine does not start.
	N8N_RUNNERS_BROKER_PORT: String(brokerPort),
	N8N_LISTEN_ADDRESS: '127.0.0.1',
	N8N_HOST: '127.0.0.1',
	WEBHOOK_URL: `http://127.0.0.1:${port}/`,
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_VERIFIED_PACKAGES_ENABLED: 'false',
	N8N_SECURE_COOKIE: 'false',
	N8N_RESTRICT_FILE_ACCESS_TO: files,
	N8N_LOG_LEVEL: 'warn',
	NO_COLOR: '1',
});

/**
 * Talks to a running n8n.
 *
 * Sends no `browser-id`, to which n8n would tie the session.
 *
 * @param installation folder that it was installed into
 * @param session cookie of a user; without it there is none until the first answer that sets one
 */
export const n8nClient = (url: string, installation: string, session = ''): N8nClient => {
	let cookie = session;
	const rest = async <T,>(method: string, path: string, body?: unknown): Promise<T> => {
		const response = await fetch(`${url}/rest${path}`, {
			method,
			headers: { 'content-type': 'application/json', cookie },
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		const text = await response.text();
		if (!response.ok) throw new Error(`n8n answers ${response.status} to ${method} ${path}: ${text.slice(0, 500)}`);
		const set = response.headers.getSetCookie().map((one) => one.split(';')[0]);
		if (set.length > 0) cookie = set.join('; ');
		return (JSON.parse(text) as { data: T }).data;
	};
	// Executions come flattened by a library of n8n's own.
	const { parse } = createRequire(join(installation, 'node_modules', 'n8n', 'package.json'))('flatted') as { parse: (text: string) => unknown };
	const waitForEnd = async (id: string): Promise<Execution> => {
		// Each look makes n8n allocate megabytes: at an even 200 ms a minute of looking let it grow by 150 MB.
		for (let milliseconds = 100; ; milliseconds = Math.min(milliseconds * 1.3, 5000)) {
			const raw = await rest<RawExecution>('GET', `/executions/${id}`);
			if (!running.has(raw.status)) return toExecution(raw, parse(raw.data) as RawRunData);
			await new Promise((resolve) => setTimeout(resolve, milliseconds));
		}
	};
	/** n8n publishes in the background: waits until it is done with a workflow. */
	const settled = async (workflowId: string): Promise<Publication> => {
		for (;;) {
			const publication = await rest<Publication>('GET', `/workflows/${workflowId}/publication-status`);
			if (publication.status !== 'in_progress') return publication;
			await new Promise((resolve) => setTimeout(resolve, 100));
		}
	};
	const executionIds = async (workflowId: string): Promise<string[]> => {
		const filter = encodeURIComponent(JSON.stringify({ workflowId }));
		// One that ends between two pages is on both.
		const ids = new Set<string>();
		for (let cursor: string | null | undefined = ''; cursor !== null && cursor !== undefined; ) {
			const page: { results: Array<{ id: string }>; nextCursor?: string | null } = await rest('GET', `/executions?filter=${filter}&limit=100${cursor && `&cursor=${cursor}`}`);
			for (const { id } of page.results) ids.add(id);
			cursor = page.nextCursor;
		}
		return [...ids].sort((one, other) => Number(one) - Number(other));
	};
	return {
		get session() {
			return cookie;
		},
		rest,
		file: async (path) => await (await fetch(`${url}${path}`, { headers: { cookie } })).text(),
		createCredential: async (name, type, data) => (await rest<{ id: string }>('POST', '/credentials', { name, type, data })).id,
		createWorkflow: async (workflow) => (await rest<{ id: string }>('POST', '/workflows', { settings: { executionOrder: 'v1' }, ...workflow })).id,
		run: async (workflowId) => {
			const workflowData = await rest<WorkflowFile>('GET', `/workflows/${workflowId}`);
			const trigger = workflowData.nodes.find((node) => node.type === 'n8n-nodes-base.manualTrigger');
			const { executionId } = await rest<{ executionId: string }>('POST', `/workflows/${workflowId}/run`, {
				workflowData,
				triggerToStartFrom: trigger && { name: trigger.name },
			});
			return await waitForEnd(executionId);
		},
		activate: async (workflowId) => {
			// Since 2.0 it is a version that gets active.
			const { versionId } = await rest<{ versionId: string }>('GET', `/workflows/${workflowId}`);
			await rest('POST', `/workflows/${workflowId}/activate`, { versionId });
			const { triggers } = await settled(workflowId);
			const failures = triggers.filter(({ status }) => status === 'failed').map(({ errorMessage }) => errorMessage);
			if (failures.length > 0) throw new Error(failures.join('\n'));
		},
		deactivate: async (workflowId) => {
			await rest('POST', `/workflows/${workflowId}/deactivate`, {});
			await settled(workflowId);
		},
		executionIds,
		executions: async (workflowId) => {
			const executions: Execution[] = [];
			for (const id of await executionIds(workflowId)) executions.push(await waitForEnd(id));
			return executions;
		},
	};
};

/** More packages to install beside the one under test, and more environment. */
export interface N8nOptions {
	tarball: string;
	progress: Progress;
	packages?: Array<{ name: string; tarball: string }>;
	env?: NodeJS.ProcessEnv;
}

/**
 * Starts a private n8n with an empty database, the package installed the way community packages live, and an owner.
 *
 * @throws Error with n8n's last lines when it does not start
 */
export const startN8n = async ({ tarball, progress, packages = [], env = {} }: N8nOptions): Promise<RunningN8n> => {
	const installation = await installN8n(progress);
	const userFolder = temporaryFolder('n8n');
	const filesFolder = join(userFolder, 'files');
	mkdirSync(filesFolder);
	await installCommunityPackage(tarball, userFolder);
	for (const extra of packages) await installCommunityPackage(extra.tarball, userFolder, extra.name);
	const port = await freePort();
	const brokerPort = await freePort();
	const url = `http://127.0.0.1:${port}`;
	const launch = (): RunningProcess =>
		startProcess({
			name: 'n8n',
			command: process.execPath,
			args: [join(installation, 'node_modules', 'n8n', 'bin', 'n8n'), 'start'],
			cwd: userFolder,
			env: { ...nodeEnvironment(), ...settings(port, brokerPort, userFolder, filesFolder), ...env },
		});
	let server = launch();
	const stop = async (): Promise<void> => {
		await server.stop();
		rmSync(userFolder, { recursive: true, force: true });
	};
	const login = { email: 'owner@example.com', password: 'Label-Studio-1' };
	const client = n8nClient(url, installation);
	try {
		const owner = { ...login, firstName: 'Label', lastName: 'Studio' };
		// It listens some seconds before it can take an owner.
		await waitUntilReady('n8n', server, async () => {
			await client.rest('POST', '/owner/setup', owner);
			return true;
		});
	} catch (error) {
		await stop();
		throw error;
	}
	return {
		...client,
		get pid() {
			return server.pid;
		},
		url,
		login,
		installation,
		filesFolder,
		kill: async () => await server.kill(),
		startAgain: async () => {
			server = launch();
			await waitUntilReady('n8n', server, async () => {
				await client.rest('GET', '/workflows?take=1');
				return true;
			});
		},
		stop,
	};
};
