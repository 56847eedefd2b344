import { join } from 'node:path';
import { projectRoot } from '../stack/paths.mts';
import { type RunningProcess, startProcess, waitUntilReady } from '../stack/process.mts';

/** What the stub takes for a token. */
export const legacyToken = '0123456789abcdef0123456789abcdef01234567';

/** The middle of the values, which a few slow ones do not move. */
export const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] as number;

/** Starts what stands in for Label Studio (stub.mts). */
export const startStub = async (): Promise<{ url: string; process: RunningProcess }> => {
	const stub = startProcess({ name: 'stub', command: process.execPath, args: [join(projectRoot(), 'bench', 'stub.mts')], env: process.env });
	let port = '';
	await waitUntilReady('stub', stub, async () => {
		port = /port (\d+)/.exec(stub.tail())?.[1] ?? '';
		return port !== '';
	});
	return { url: `http://127.0.0.1:${port}`, process: stub };
};
