import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * Stands in for Label Studio in a process of its own: answers every GET at once with an annotation, and counts how
 * many requests are under way. `/most-in-flight` tells the highest count and starts a new one.
 */
let inFlight = 0;
let most = 0;

const annotation = (id: number): string =>
	JSON.stringify({ id, task: id, project: 1, completed_by: 1, result: [{ from_name: 'sentiment', to_name: 'text', type: 'choices', value: { choices: ['Positive'] } }], was_cancelled: false, ground_truth: false, lead_time: 4.2, created_at: '2026-01-31T09:30:00.000000Z', updated_at: '2026-01-31T09:30:00.000000Z' });

const server = createServer((request, response) => {
	if (request.url === '/most-in-flight') {
		response.end(String(most));
		most = 0;
		return;
	}
	most = Math.max(most, ++inFlight);
	response.on('close', () => inFlight--);
	// A turn of the event loop later, so that requests that arrive together count together.
	setImmediate(() => response.writeHead(200, { 'content-type': 'application/json' }).end(annotation(Number(request.url?.split('/')[3] ?? 0))));
});

server.listen(0, '127.0.0.1', () => console.log(`port ${(server.address() as AddressInfo).port}`));
