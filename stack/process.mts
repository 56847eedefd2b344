import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A line for whoever watches. */
export type Progress = (line: string) => void;

export interface ProcessOptions {
	command: string;
	args: string[];
	env?: NodeJS.ProcessEnv;
	cwd?: string;
	/** How messages name it. */
	name: string;
}

/** A process that was started here, with all its children. */
export interface RunningProcess {
	/** Its process id; undefined when it could not be started. */
	pid?: number;
	/** Settles with the exit code when it ends; null when it was killed. */
	exited: Promise<number | null>;
	isRunning(): boolean;
	/** The last lines that it printed. */
	tail(lines?: number): string;
	/** Ends it and its children, and waits until they are gone. */
	stop(): Promise<void>;
	/** Ends it and its children at once, without a chance to tidy up (SIGKILL), and waits until it is gone. */
	kill(): Promise<void>;
}

const keptLines = 200;
const patienceMs = 10_000;

const running = new Set<ChildProcess>();
const folders = new Set<string>();

const killGroup = (child: ChildProcess, signal: NodeJS.Signals): void => {
	if (child.pid === undefined) return;
	try {
		// Its own group, so that its children go with it.
		process.kill(-child.pid, signal);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
	}
};

let guarding = false;
/** Whatever way this process ends, what it started ends too, and nothing of it is left. */
const guard = (): void => {
	if (guarding) return;
	guarding = true;
	process.on('exit', () => {
		for (const child of running) killGroup(child, 'SIGKILL');
		// A killed child may still be writing for a moment.
		for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
	});
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
		process.on(signal, () => {
			// Whoever listens as well stops things in order; otherwise this is the end.
			if (process.listenerCount(signal) === 1) process.exit(signal === 'SIGINT' ? 130 : 143);
		});
	}
};

/** Makes an empty folder that goes when this process ends, however it ends. */
export const temporaryFolder = (prefix: string): string => {
	guard();
	const folder = mkdtempSync(join(tmpdir(), `${prefix}-`));
	folders.add(folder);
	return folder;
};

/** Starts a process in a group of its own and keeps its last lines. */
export const startProcess = ({ command, args, env, cwd }: ProcessOptions): RunningProcess => {
	guard();
	const child = spawn(command, args, { env, cwd, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
	running.add(child);
	let lines: string[] = [];
	let rest = '';
	const collect = (chunk: Buffer): void => {
		const parts = (rest + chunk.toString()).split('\n');
		rest = parts.pop() ?? '';
		lines = [...lines, ...parts].slice(-keptLines);
	};
	child.stdout.on('data', collect);
	child.stderr.on('data', collect);
	const exited = new Promise<number | null>((resolve) => {
		child.once('error', (error) => {
			lines.push(error.message);
			running.delete(child);
			resolve(127);
		});
		child.once('exit', (code) => {
			running.delete(child);
			resolve(code);
		});
	});
	const isRunning = (): boolean => running.has(child);
	return {
		pid: child.pid,
		exited,
		isRunning,
		tail: (count = 30) => [...lines, rest].filter(Boolean).slice(-count).join('\n'),
		stop: async () => {
			if (!isRunning()) return;
			killGroup(child, 'SIGTERM');
			const patience = setTimeout(() => killGroup(child, 'SIGKILL'), patienceMs);
			await exited;
			clearTimeout(patience);
			// Children that outlived their parent.
			killGroup(child, 'SIGKILL');
		},
		kill: async () => {
			if (!isRunning()) return;
			killGroup(child, 'SIGKILL');
			await exited;
		},
	};
};

/**
 * Runs a command to its end.
 *
 * @returns what it printed last
 * @throws Error with its last lines when it fails
 */
export const runCommand = async (options: ProcessOptions): Promise<string> => {
	const started = startProcess(options);
	const code = await started.exited;
	if (code !== 0) throw new Error(`${options.name} failed${code === null ? '' : ` with exit code ${code}`}:\n${started.tail()}`);
	return started.tail(keptLines);
};

/** A TCP port that nobody uses right now. */
export const freePort = async (): Promise<number> => {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	server.close();
	await once(server, 'close');
	return port;
};

/**
 * Waits until a started server answers.
 *
 * @param isReady asks it; a rejection counts as "not yet"
 * @throws Error with the server's last lines when it ends, or is not ready after ten minutes
 */
export const waitUntilReady = async (name: string, server: RunningProcess, isReady: () => Promise<boolean>): Promise<void> => {
	const deadline = Date.now() + 600_000;
	for (;;) {
		if (!server.isRunning()) throw new Error(`${name} ended while starting (${(await server.exited) ?? 'killed'}):\n${server.tail()}`);
		if (await isReady().catch(() => false)) return;
		if (Date.now() > deadline) throw new Error(`${name} did not get ready:\n${server.tail()}`);
		await new Promise((resolve) => setTimeout(resolve, 250));
	}
};
