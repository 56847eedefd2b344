import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const packageName = 'n8n-nodes-label-studio';

/**
 * The folder of this project: the working folder or one above it.
 *
 * @throws Error when the working folder is outside of the project
 */
export const projectRoot = (): string => {
	for (let folder = resolve('.'); ; folder = dirname(folder)) {
		const file = join(folder, 'package.json');
		if (existsSync(file) && (JSON.parse(readFileSync(file, 'utf8')) as { name?: string }).name === packageName) return folder;
		if (folder === dirname(folder)) throw new Error(`Run this inside of the ${packageName} project`);
	}
};

/** A file of the stack in the project. */
export const stackFile = (...parts: string[]): string => join(projectRoot(), 'stack', ...parts);

/** Where the servers are installed, outside of the checkout; LABEL_STUDIO_NODE_CACHE puts it elsewhere. */
export const cacheFolder = (): string =>
	process.env.LABEL_STUDIO_NODE_CACHE ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), packageName);
