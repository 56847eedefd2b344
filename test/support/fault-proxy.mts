import { createServer, request as send, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What goes wrong with one request on its way. */
export type Fault =
	/** The connection breaks before the server sees the request. */
	| 'cut before'
	/** It breaks when the server has done the work, before its answer. */
	| 'cut after'
	/** It breaks in the middle of the answer. */
	| 'cut halfway'
	/** The proxy answers by itself, and the server never sees the request. */
	| { answer: number; headers?: Record<string, string>; body?: string }
	/** The proxy answers by itself once the server has done the work. */
	| { answerAfter: number }
	/** The server gets the request with another token, as if it had expired. */
	| { token: string }
	/** The proxy answers by itself at once, and lets the server have the request only then: after some milliseconds. */
	| { answer: number; late: number };

/** A request that came by. */
export interface Passing {
	method: string;
	path: string;
	query: URLSearchParams;
	body: string;
	/** Its place among all requests, from 1. */
	number: number;
	fault?: Fault;
	/** What the server answered; undefined when it never saw the request, or is still at it. */
	status?: number;
}

export interface FaultProxy {
	url: string;
	requests: Passing[];
	/** Decides what goes wrong from now on; may wait for what has to happen before a request goes on. */
	disturb(decide: (passing: Passing) => Fault | undefined | Promise<Fault | undefined>): void;
	/** Where requests go from now on. */
	lead(target: string): void;
	/** Waits for requests that are still with the server. */
	settled(): Promise<void>;
	close(): Promise<void>;
}

interface Answer {
	status: number;
	headers: IncomingMessage['headers'];
	body: Buffer;
}

const read = async (message: IncomingMessage): Promise<Buffer> => {
	const chunks: Buffer[] = [];
	for await (const chunk of message) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks);
};

/** A request of the test, on the import of rows only: what the fixtures around it send is left alone. */
export const isRowImport = ({ method, path, query }: Passing): boolean => method === 'POST' && path.endsWith('/import') && !query.has('commit_to_project');

/** Lets only so many go wrong of the requests that are meant. */
export const only = (fault: Fault, which: (passing: Passing) => boolean, times = 1) => {
	let left = times;
	return (passing: Passing): Fault | undefined => (which(passing) && left-- > 0 ? fault : undefined);
};

/**
 * Whatever a line can do to a request that stores something, with words for it.
 *
 * @param lateMs when a request arrives that was given up
 */
export const lineFaults = (lateMs: number): Array<[string, Fault]> => [
	['the connection is cut before the request', 'cut before'],
	['the connection is cut when all is stored', 'cut after'],
	['the connection is cut half way through the answer', 'cut halfway'],
	['a proxy answers 502 and drops the request', { answer: 502 }],
	['a proxy answers 502 when all is stored', { answerAfter: 502 }],
	['a proxy answers 504 and drops the request', { answer: 504 }],
	['a proxy answers 504 when all is stored', { answerAfter: 504 }],
	['a proxy answers 504 and the request arrives later', { answer: 504, late: lateMs }],
	['a proxy answers 503 without saying when to come back', { answer: 503 }],
];

/** A real HTTP proxy in front of a real server, which lets chosen requests go wrong. */
export const startFaultProxy = async (firstTarget: string): Promise<FaultProxy> => {
	let target = firstTarget;
	let decide: (passing: Passing) => Fault | undefined | Promise<Fault | undefined> = () => undefined;
	const requests: Passing[] = [];
	const underWay = new Set<Promise<unknown>>();

	const forward = async (incoming: IncomingMessage, body: Buffer, passing: Passing, more: Record<string, string> = {}): Promise<Answer> => {
		const answered = new Promise<Answer>((resolve, reject) => {
			const { 'transfer-encoding': _chunked, ...others } = incoming.headers;
			const headers = { ...others, ...(body.length > 0 && { 'content-length': String(body.length) }), ...more };
			// A connection of its own: one that is kept may be closed by the server just now.
			const outgoing = send(`${target}${incoming.url}`, { agent: false, method: incoming.method, headers }, (response) => {
				read(response).then((content) => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: content }), reject);
			});
			outgoing.on('error', reject);
			outgoing.end(body);
		});
		underWay.add(answered);
		try {
			const answer = await answered;
			passing.status = answer.status;
			return answer;
		} finally {
			underWay.delete(answered);
		}
	};

	const pass = (response: ServerResponse, { status, headers, body }: Answer): void => {
		const { 'transfer-encoding': _chunked, ...others } = headers;
		response.writeHead(status, { ...others, 'content-length': String(body.length) }).end(body);
	};

	const handle = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
		const body = await read(incoming);
		const url = new URL(incoming.url ?? '/', 'http://proxy');
		const passing: Passing = { method: incoming.method ?? '', path: url.pathname, query: url.searchParams, body: body.toString(), number: requests.length + 1 };
		requests.push(passing);
		const fault = await decide(passing);
		passing.fault = fault;
		if (fault === 'cut before') {
			response.destroy();
		} else if (fault === 'cut after') {
			await forward(incoming, body, passing);
			response.destroy();
		} else if (fault === 'cut halfway') {
			const answer = await forward(incoming, body, passing);
			response.writeHead(answer.status, { 'content-type': String(answer.headers['content-type']), 'content-length': String(answer.body.length) });
			response.write(answer.body.subarray(0, Math.floor(answer.body.length / 2)), () => response.destroy());
		} else if (fault && 'answerAfter' in fault) {
			await forward(incoming, body, passing);
			response.writeHead(fault.answerAfter, { 'content-type': 'text/html' }).end('<html><body>Bad gateway</body></html>');
		} else if (fault && 'late' in fault) {
			response.writeHead(fault.answer, { 'content-type': 'text/html' }).end('<html><body>Gateway timeout</body></html>');
			const later = new Promise((resolve) => setTimeout(resolve, fault.late)).then(async () => await forward(incoming, body, passing));
			underWay.add(later);
			await later.finally(() => underWay.delete(later));
		} else if (fault && 'token' in fault) {
			pass(response, await forward(incoming, body, passing, { authorization: fault.token }));
		} else if (fault) {
			response.writeHead(fault.answer, { 'content-type': 'text/html', ...fault.headers }).end(fault.body ?? '<html><body>Refused</body></html>');
		} else {
			pass(response, await forward(incoming, body, passing));
		}
	};

	const server = createServer((incoming, response) => {
		// A server that is down is a connection that breaks.
		handle(incoming, response).catch(() => response.destroy());
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		requests,
		disturb: (next) => {
			decide = next;
		},
		lead: (next) => {
			target = next;
		},
		settled: async () => {
			while (underWay.size > 0) await Promise.allSettled(underWay);
		},
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
};
