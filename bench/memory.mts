import { parseArgs } from 'node:util';
import type { IDataObject } from 'n8n-workflow';
import { runInCore } from './core.mts';
import { benchRow } from './rows.mts';

/**
 * A process of its own, started with --expose-gc, that runs the node once and prints by how many bytes it grew beyond the items:
 * `{ "grown": …, "items": … }`. Resident memory is looked at every 20 ms.
 */
const { values } = parseArgs({ options: { parameters: { type: 'string' }, url: { type: 'string' }, token: { type: 'string' }, items: { type: 'string' } } });
const parameters = JSON.parse(values.parameters ?? '{}') as IDataObject;
const credential = { baseUrl: values.url ?? '', apiToken: values.token ?? '' };

// Loads all that n8n has loaded long before.
await runInCore({ resource: 'server', operation: 'getVersion' }, credential, [{ json: {} }]);
const items = Array.from({ length: Number(values.items) }, (_, index) => ({ json: benchRow(index) }));
(globalThis as { gc?: () => void }).gc?.();
const before = process.memoryUsage.rss();
let most = before;
const look = setInterval(() => {
	most = Math.max(most, process.memoryUsage.rss());
}, 20);
const { items: made, error } = await runInCore(parameters, credential, items);
most = Math.max(most, process.memoryUsage.rss());
clearInterval(look);
if (error) throw error;
console.log(JSON.stringify({ grown: most - before, items: made.length }));
