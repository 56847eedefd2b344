import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { installOnce } from './install.mts';
import { type Progress, runCommand } from './process.mts';

/** There is no Python to run a server with. */
export class NoPythonError extends Error {}

/** A server that pip installs. */
export interface PythonServer {
	/** How messages name it. */
	label: string;
	/** Name of its folder in the cache. */
	name: string;
	/** The file that pins all that pip installs. */
	requirements: string;
	/** How much that is, for whoever waits. */
	size: string;
	/** What to do without Python. */
	instead?: string;
}

const pythons = ['python3.13', 'python3.12', 'python3.11', 'python3.10', 'python3', 'python'];

const isUsable = (python: string): boolean => {
	try {
		execFileSync(python, ['-c', 'import sys, venv, ensurepip; sys.exit(0 if (3, 10) <= sys.version_info[:2] <= (3, 13) else 1)'], { stdio: 'ignore' });
		return true;
	} catch {
		return false;
	}
};

const findPython = ({ label, instead }: PythonServer): string => {
	const candidates = process.env.PYTHON ? [process.env.PYTHON] : pythons;
	const found = candidates.find(isUsable);
	if (found) return found;
	throw new NoPythonError(`${label} needs Python 3.10 to 3.13 with its venv module, and none of ${candidates.join(', ')} is that.${instead ? `\n${instead}` : ''}`);
};

/**
 * Installs a server into a virtual environment in the cache, unless it is there.
 *
 * @returns the environment's Python
 * @throws NoPythonError when there is no Python to make one of
 */
export const installPython = async (server: PythonServer, progress: Progress): Promise<string> => {
	const { label, name, requirements, size } = server;
	const python = findPython(server);
	const folder = await installOnce(name, requirements, progress, async (target) => {
		progress(`installing ${label} (${size}) …`);
		await runCommand({ name: 'python -m venv', command: python, args: ['-m', 'venv', join(target, 'venv')], env: process.env });
		await runCommand({
			name: `pip install of ${label}`,
			command: join(target, 'venv', 'bin', 'python'),
			args: ['-m', 'pip', 'install', '--disable-pip-version-check', '--no-input', '--retries', '5', '--requirement', requirements],
			env: process.env,
		});
	});
	return join(folder, 'venv', 'bin', 'python');
};
