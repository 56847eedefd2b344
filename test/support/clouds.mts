import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { sendJson, startServer, type Handler, type Recorded } from './server.mts';

/** One bucket of a cloud that is not here: just as much of its HTTP interface as Label Studio 1.23.2 uses. */
export interface Cloud {
	url: string;
	/** Text by key. */
	objects: Map<string, string>;
	close(): Promise<void>;
}

/** Keys right below a prefix. */
const listed = (objects: Map<string, string>, { query }: Recorded): string[] => {
	const prefix = query.get('prefix') ?? '';
	const delimiter = query.get('delimiter');
	return [...objects.keys()].filter((key) => key.startsWith(prefix) && !(delimiter && key.slice(prefix.length).includes(delimiter))).sort();
};

const start = async (answer: (objects: Map<string, string>) => Handler, port?: number): Promise<Cloud> => {
	const objects = new Map<string, string>();
	const { url, close } = await startServer(answer(objects), port);
	return { url, objects, close };
};

const modified = new Date(0).toUTCString();

/** Azure Blob Storage with one container; its account is the first part of the path. */
export const startAzure = async (container: string): Promise<Cloud> =>
	await start((objects) => ({ method, path, query, body, ...request }, response) => {
		const [, , named, ...parts] = path.split('/').map(decodeURIComponent);
		const key = parts.join('/');
		const headers = { etag: '"1"', 'last-modified': modified, 'x-ms-version': '2025-01-05' };
		const fail = (status: number, code: string): unknown => response.writeHead(status, { ...headers, 'x-ms-error-code': code }).end();
		const text = objects.get(key);
		if (named !== container) fail(404, 'ContainerNotFound');
		else if (method === 'PUT') {
			objects.set(key, body);
			response.writeHead(201, headers).end();
		} else if (query.get('comp') === 'list') {
			const blobs = listed(objects, { method, path, query, body, ...request }).map(
				(name) => `<Blob><Name>${name}</Name><Properties><Content-Length>${objects.get(name)?.length}</Content-Length><BlobType>BlockBlob</BlobType></Properties></Blob>`,
			);
			const xml = `<?xml version="1.0" encoding="utf-8"?><EnumerationResults ContainerName="${container}"><Blobs>${blobs.join('')}</Blobs><NextMarker/></EnumerationResults>`;
			response.writeHead(200, { ...headers, 'content-type': 'application/xml' }).end(xml);
		} else if (query.get('restype') === 'container') response.writeHead(200, headers).end();
		else if (text === undefined) fail(404, 'BlobNotFound');
		else {
			const size = Buffer.byteLength(text);
			response.writeHead(206, { ...headers, 'x-ms-blob-type': 'BlockBlob', 'content-length': size, 'content-range': `bytes 0-${size - 1}/${size}` }).end(text);
		}
	});

/** What is uploaded comes with its name, as two parts of one body. */
const uploaded = ({ body, headers }: Recorded): [key: string, text: string] => {
	const boundary = /boundary="?([^";]+)/.exec(headers['content-type'] ?? '')?.[1] ?? '';
	const [metadata, text] = body.split(`--${boundary}`).slice(1, 3).map((part) => part.slice(part.search(/\r?\n\r?\n/)).trim()) as [string, string];
	return [(JSON.parse(metadata) as { name: string }).name, text];
};

const sendText = (response: ServerResponse, text: string): void => {
	response.writeHead(200, { 'content-type': 'text/plain', 'x-goog-hash': `md5=${createHash('md5').update(text).digest('base64')}` }).end(text);
};

/** Google Cloud Storage with one bucket. */
export const startGoogle = async (bucket: string, port: number): Promise<Cloud> =>
	await start(
		(objects) => (request, response) => {
			const [place, key] = request.path.replace(/^(\/upload|\/download)?\/storage\/v1\/b\//, '').split(/\/o(?:\/|$)/).map(decodeURIComponent);
			const text = objects.get(key ?? '');
			if (place !== bucket) sendJson(response, { error: { code: 404, message: 'The specified bucket does not exist.' } }, 404);
			else if (request.method === 'POST') {
				const [name, content] = uploaded(request);
				objects.set(name, content);
				sendJson(response, { name, bucket });
			} else if (key === undefined) sendJson(response, { kind: 'storage#bucket', id: bucket, name: bucket });
			else if (key === '') sendJson(response, { items: listed(objects, request).map((name) => ({ name, bucket, size: String(objects.get(name)?.length) })) });
			else if (text === undefined) sendJson(response, { error: { code: 404, message: 'No such object' } }, 404);
			else sendText(response, text);
		},
		port,
	);
