import { startServer, type Recorded, type TestServer } from './server.mts';
import { isExchange } from './tokens.mts';

/** An answer of the recorder's own, in place of the server's. */
export interface OwnAnswer {
	status: number;
	contentType?: string;
	body?: string;
}

/** One request that passed, and what came back. */
export interface Passed {
	request: Recorded;
	status: number;
	body: string;
}

export interface Recorder {
	url: string;
	/** What passed, without exchanges of tokens. */
	passed: Passed[];
	close(): Promise<void>;
}

/** Headers that belong to one connection only. */
const ownHeaders = new Set(['host', 'connection', 'content-length', 'transfer-encoding', 'accept-encoding']);

/**
 * Stands before a real Label Studio and writes down what passes.
 *
 * @param own answers a request itself, such as one that the server does not have
 */
export const startRecorder = async (target: string, own: (request: Recorded) => OwnAnswer | undefined): Promise<Recorder> => {
	const passed: Passed[] = [];
	const server: TestServer = await startServer(async (request, response) => {
		const answer = own(request) ?? (await forward(target, request));
		if (!isExchange(request)) passed.push({ request, status: answer.status, body: answer.body ?? '' });
		response.writeHead(answer.status, answer.contentType ? { 'content-type': answer.contentType } : {}).end(answer.body);
	});
	return { url: server.url, passed, close: server.close };
};

const forward = async (target: string, { method, path, query, headers, body }: Recorded): Promise<OwnAnswer> => {
	const passedOn = Object.fromEntries(Object.entries(headers).filter(([name]) => !ownHeaders.has(name))) as Record<string, string>;
	const text = query.toString();
	const response = await fetch(`${target}${path}${text && `?${text}`}`, { method, headers: passedOn, body: body === '' ? undefined : body, redirect: 'manual' });
	return { status: response.status, contentType: response.headers.get('content-type') ?? undefined, body: await response.text() };
};
