import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { runNode, type NodeRun } from '../support/engine.mts';
import { isRowImport, startFaultProxy, type Fault, type FaultProxy, type Passing } from '../support/fault-proxy.mts';
import { callLive, id, labelConfig, liveServer, many, one } from '../support/live.mts';

const { url, apiToken } = liveServer();

interface Task {
	id: number;
	data: Record<string, unknown>;
	file_upload: string | null;
}

let project: number;

const rows = (count: number, text = 'Row'): INodeExecutionData[] => Array.from({ length: count }, (_, index) => ({ json: { text: `${text} ${index}`, sku: `S${index}` } }));

const tasks = async (): Promise<Task[]> => (await many({ resource: 'task', operation: 'getMany', project: id(project), simplify: false })) as unknown as Task[];

beforeEach(async () => {
	project = Number((await one({ resource: 'project', operation: 'create', specifyBody: 'fields', title: `Import ${Math.random().toString(36).slice(2, 8)}`, labelConfig })).id);
});

afterEach(async () => {
	await callLive({ resource: 'project', operation: 'delete', projectId: id(project), confirm: true });
});

describe('Task: Import through a bad line', () => {
	let proxy: FaultProxy;
	beforeEach(async () => {
		proxy = await startFaultProxy(url);
	});
	afterEach(async () => {
		await proxy.settled();
		await proxy.close();
	});

	const count = 300;

	const run = async (parameters: INodeParameters = {}): Promise<NodeRun> =>
		await runNode({
			parameters: { resource: 'task', operation: 'import', projectId: id(project), ...parameters },
			credential: { baseUrl: proxy.url, apiToken },
			items: rows(count),
		});

	/** Every row exactly once, under the id that the node said. */
	const expectEachOnce = async ({ items, error }: NodeRun): Promise<void> => {
		expect(error).toBeUndefined();
		await proxy.settled();
		const stored = await tasks();
		expect(stored.map(({ data }) => data.text).sort()).toEqual(rows(count).map(({ json }) => json.text).sort());
		expect(stored.filter(({ file_upload: file }) => file !== null)).toEqual([]);
		const texts = new Map(stored.map((task) => [task.id, task.data.text]));
		expect(items.map(({ json, pairedItem }) => [texts.get(json.id as number), json.status, pairedItem])).toEqual(rows(count).map(({ json }, index) => [json.text, 'created', { item: index }]));
		expect(await many({ resource: 'fileUpload', operation: 'getMany', projectId: id(project), filters: { all: true } })).toEqual([]);
	};

	const once = (fault: Fault, which: (passing: Passing) => boolean = isRowImport) => {
		let left = 1;
		return (passing: Passing) => (which(passing) && left-- > 0 ? fault : undefined);
	};

	it.each<[string, Fault]>([
		['the connection is cut before the request', 'cut before'],
		['the connection is cut when the tasks are stored', 'cut after'],
		['the connection is cut half way through the answer', 'cut halfway'],
		['a proxy answers 502 and drops the request', { answer: 502 }],
		['a proxy answers 502 when the tasks are stored', { answerAfter: 502 }],
		['a proxy answers 504 and drops the request', { answer: 504 }],
		['a proxy answers 504 when the tasks are stored', { answerAfter: 504 }],
		['a proxy answers 504 and the request arrives later', { answer: 504, late: 4000 }],
		['a proxy answers 503 without saying when to come back', { answer: 503 }],
	])('stores each row once when %s', async (_what, fault) => {
		proxy.disturb(once(fault));
		await expectEachOnce(await run());
	});
});
