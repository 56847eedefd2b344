import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { freePort, runCommand, startProcess, temporaryFolder, waitUntilReady } from './process.mts';

/** How a Redis is reached. */
export interface RedisAddress {
	port: number;
	password: string;
}

/** A Redis with nothing in it, on 127.0.0.1. */
export interface RunningRedis extends RedisAddress {
	stop(): Promise<void>;
}

/** Whether Redis is installed on this machine. */
export const hasRedis = (): boolean => {
	try {
		execFileSync('redis-server', ['--version'], { stdio: 'ignore' });
		return true;
	} catch {
		return false;
	}
};

/**
 * Runs one command of Redis.
 *
 * @returns its answer as text
 * @throws Error with what Redis says
 */
export const redisCommand = async ({ port, password }: RedisAddress, database: number, ...command: string[]): Promise<string> =>
	await runCommand({
		name: `redis-cli ${command[0]}`,
		command: 'redis-cli',
		args: ['-e', '-h', '127.0.0.1', '-p', String(port), '-n', String(database), ...command],
		env: { ...process.env, REDISCLI_AUTH: password },
	});

/** Starts a Redis that keeps everything in memory. */
export const startRedis = async (): Promise<RunningRedis> => {
	const folder = temporaryFolder('redis');
	const [port, password] = [await freePort(), randomBytes(12).toString('hex')];
	const server = startProcess({
		name: 'Redis',
		command: 'redis-server',
		args: ['--bind', '127.0.0.1', '--port', String(port), '--requirepass', password, '--dir', folder, '--save', '', '--appendonly', 'no'],
		env: process.env,
	});
	const stop = async (): Promise<void> => {
		await server.stop();
		rmSync(folder, { recursive: true, force: true });
	};
	try {
		await waitUntilReady('Redis', server, async () => (await redisCommand({ port, password }, 0, 'PING')) === 'PONG');
		return { port, password, stop };
	} catch (error) {
		await stop();
		throw error;
	}
};
