import { stackFile } from './paths.mts';
import { freePort, type Progress, startProcess, waitUntilReady } from './process.mts';
import { installPython } from './python.mts';

/** An S3-compatible server with nothing in it; it takes any keys. */
export interface RunningS3 {
	url: string;
	stop(): Promise<void>;
}

/**
 * Starts moto's server, which keeps its buckets in memory.
 *
 * @throws NoPythonError when there is no Python to run it with
 */
export const startS3 = async (progress: Progress): Promise<RunningS3> => {
	const python = await installPython({ label: 'Moto', name: 's3', requirements: stackFile('s3', 'requirements.txt'), size: 'about 140 MB, half a minute' }, progress);
	const port = await freePort();
	const url = `http://127.0.0.1:${port}`;
	const server = startProcess({ name: 'Moto', command: python, args: ['-m', 'moto.server', '--host', '127.0.0.1', '--port', String(port)], env: process.env });
	try {
		await waitUntilReady('Moto', server, async () => (await fetch(`${url}/moto-api/data.json`)).ok);
		return { url, stop: server.stop };
	} catch (error) {
		await server.stop();
		throw error;
	}
};
