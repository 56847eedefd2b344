import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, runCommand, startProcess, temporaryFolder, waitUntilReady } from './process.mts';

/** How a PostgreSQL is reached. */
export interface PostgresAddress {
	host: string;
	port: number;
	database: string;
	user: string;
	password: string;
}

/** A PostgreSQL with one empty database, on 127.0.0.1. */
export interface RunningPostgres extends PostgresAddress {
	/** Runs one SELECT and gives its rows. */
	rows(select: string): Promise<Array<Record<string, unknown>>>;
	stop(): Promise<void>;
}

/** Debian keeps the server's programs out of the PATH, a folder for each major version. */
const debian = '/usr/lib/postgresql';

/** Folder of the PostgreSQL on this machine, of the newest one where there are several; undefined when there is none. */
const programs = (): string | undefined => {
	const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
	const folders = [...(process.env.PATH ?? '').split(':'), ...versions.map((version) => join(debian, version, 'bin'))];
	return folders.find((folder) => ['initdb', 'pg_ctl', 'postgres', 'psql'].every((program) => existsSync(join(folder, program))));
};

/** Whether PostgreSQL is installed on this machine. */
export const hasPostgres = (): boolean => programs() !== undefined;

/** PostgreSQL refuses to run as root, so root lends it the account that its package has made. */
const account = process.getuid?.() === 0 ? 'postgres' : undefined;

/**
 * Starts a PostgreSQL with an empty database.
 *
 * @throws Error when it is not installed or does not start
 */
export const startPostgres = async (): Promise<RunningPostgres> => {
	const bin = programs();
	if (!bin) throw new Error('PostgreSQL is not installed (Debian: apt-get install postgresql)');
	const folder = temporaryFolder('postgres');
	const [port, password] = [await freePort(), randomBytes(12).toString('hex')];
	const address: PostgresAddress = { host: '127.0.0.1', port, database: 'postgres', user: 'n8n', password };
	const as = (name: string, ...args: string[]) => ({
		name,
		command: account ? 'runuser' : join(bin, name),
		args: account ? ['-u', account, '--', join(bin, name), ...args] : args,
		cwd: folder,
		env: { ...process.env, PGPASSWORD: password },
	});
	const [data, passwordFile] = [join(folder, 'data'), join(folder, 'password')];
	writeFileSync(passwordFile, password);
	if (account) await runCommand({ name: 'chown', command: 'chown', args: ['-R', account, folder], env: process.env });
	await runCommand(as('initdb', '--pgdata', data, '--username', address.user, '--pwfile', passwordFile, '--auth', 'scram-sha-256', '--encoding', 'UTF8', '--no-sync'));
	const server = startProcess(as('postgres', '-D', data, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-c', `unix_socket_directories=${folder}`, '-c', 'fsync=off'));
	const rows = async (select: string): Promise<Array<Record<string, unknown>>> => {
		const query = `SELECT coalesce(json_agg(answer), '[]') FROM (${select}) AS answer`;
		const text = await runCommand(as('psql', '--no-psqlrc', '--tuples-only', '--no-align', '--host', address.host, '--port', String(port), '--username', address.user, '--dbname', address.database, '--command', query));
		return JSON.parse(text) as Array<Record<string, unknown>>;
	};
	const stop = async (): Promise<void> => {
		// A plain end would wait for all clients to leave.
		if (server.isRunning()) await runCommand(as('pg_ctl', 'stop', '--pgdata', data, '--mode', 'immediate'));
		await server.exited;
		rmSync(folder, { recursive: true, force: true });
	};
	try {
		await waitUntilReady('PostgreSQL', server, async () => (await rows('SELECT 1 AS one')).length === 1);
		return { ...address, rows, stop };
	} catch (error) {
		await stop();
		throw error;
	}
};
