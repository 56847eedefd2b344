import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as it arrived. */
export interface Recorded {
	method: string;
	/** Path without query. */
	path: string;
	query: URLSearchParams;
	headers: IncomingHttpHeaders;
	/** Body as text. */
	body: string;
}

/** Answers one request; may do with the response what it likes. */
export type Handler = (request: Recorded, response: ServerResponse, incoming: IncomingMessage) => void | Promise<void>;

export interface TestServer {
	url: string;
	requests: Recorded[];
	/** Most requests that were under way at once. */
	mostInFlight(): number;
	/** What answers from now on. */
	answer(handler: Handler): void;
	close(): Promise<void>;
}

/** Sends JSON. */
export const sendJson = (response: ServerResponse, body: unknown, status = 200, headers: Record<string, string> = {}): void => {
	response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
};

/** A real HTTP server on loopback that writes down what it is asked; on a free port unless one is given. */
export const startServer = async (handler: Handler = (_request, response) => sendJson(response, {}), port = 0): Promise<TestServer> => {
	let current = handler;
	let inFlight = 0;
	let most = 0;
	const requests: Recorded[] = [];
	const server = createServer((incoming, response) => {
		most = Math.max(most, ++inFlight);
		response.on('close', () => inFlight--);
		const chunks: Buffer[] = [];
		incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
		incoming.on('end', () => {
			const url = new URL(incoming.url ?? '/', 'http://127.0.0.1');
			const recorded: Recorded = {
				method: incoming.method ?? '',
				path: url.pathname,
				query: url.searchParams,
				headers: incoming.headers,
				body: Buffer.concat(chunks).toString(),
			};
			requests.push(recorded);
			void current(recorded, response, incoming);
		});
	});
	await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		requests,
		mostInFlight: () => most,
		answer: (next) => {
			current = next;
		},
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
};
