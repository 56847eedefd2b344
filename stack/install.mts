import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from './paths.mts';
import type { Progress } from './process.mts';

const attempts = 3;
const sleep = async (milliseconds: number): Promise<void> => await new Promise((resolve) => setTimeout(resolve, milliseconds));

const isAlive = (pid: number): boolean => {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
};

/** Lets one process at a time in; the lock of one that died is taken over. */
const withLock = async <T,>(lock: string, progress: Progress, work: () => Promise<T>): Promise<T> => {
	for (let waited = false; ; waited = true) {
		try {
			writeFileSync(lock, String(process.pid), { flag: 'wx' });
			break;
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
		}
		const holder = Number(existsSync(lock) ? readFileSync(lock, 'utf8') : 0);
		if (holder > 0 && !isAlive(holder)) rmSync(lock, { force: true });
		else {
			if (!waited) progress('another process is installing the same; waiting for it …');
			await sleep(1000);
		}
	}
	try {
		return await work();
	} finally {
		rmSync(lock, { force: true });
	}
};

/**
 * Installs something into the cache, once for each version of its lock file.
 *
 * @param name what it is, also the name of its folder
 * @param lockFile the file that pins it
 * @param build fills an empty folder; called again, up to three times, when it fails
 * @returns the complete folder
 * @throws Error of the last attempt
 */
export const installOnce = async (name: string, lockFile: string, progress: Progress, build: (folder: string) => Promise<void>): Promise<string> => {
	const hash = createHash('sha256').update(readFileSync(lockFile)).digest('hex').slice(0, 16);
	const folder = join(cacheFolder(), `${name}-${hash}`);
	const complete = join(folder, '.complete');
	if (existsSync(complete)) return folder;
	mkdirSync(cacheFolder(), { recursive: true });
	return await withLock(`${folder}.lock`, progress, async () => {
		const started = Date.now();
		for (let attempt = 1; !existsSync(complete); attempt++) {
			// What an interrupted install left behind is not to be trusted.
			rmSync(folder, { recursive: true, force: true });
			mkdirSync(folder, { recursive: true });
			const ticking = setInterval(() => progress(`still installing ${name} (${Math.round((Date.now() - started) / 1000)} s)`), 15_000);
			try {
				await build(folder);
				writeFileSync(complete, '');
				progress(`${name} installed in ${Math.round((Date.now() - started) / 1000)} s`);
			} catch (error) {
				if (attempt === attempts) throw error;
				progress(`installing ${name} failed, trying again (${attempt + 1} of ${attempts}): ${(error as Error).message.split('\n')[0]}`);
				await sleep(5000 * attempt);
			} finally {
				clearInterval(ticking);
			}
		}
		return folder;
	});
};
