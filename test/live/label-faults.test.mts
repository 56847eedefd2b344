import { runNode, type NodeRun } from '../support/engine.mts';
import { lineFaults, only, startFaultProxy, type Fault, type FaultProxy, type Passing } from '../support/fault-proxy.mts';
import { deleteProjects, id, importRows, labelConfig, liveServer, many, one, title } from '../support/live.mts';

const { url, apiToken } = liveServer();
const count = 12;

/** How each resource is brought in, and what is stored then. */
const kinds = {
	prediction: {
		parameters: { modelVersion: 'faults-1' },
		isImport: ({ method, path }: Passing): boolean => method === 'POST' && path.endsWith('/import/predictions'),
		stored: async (project: number): Promise<unknown[]> => (await many({ resource: 'prediction', operation: 'getMany', project: id(project) })).map(({ task }) => task),
	},
	annotation: {
		parameters: {},
		isImport: ({ method, path }: Passing): boolean => method === 'POST' && path.endsWith('/annotations/'),
		stored: async (project: number): Promise<unknown[]> => {
			const tasks = await many({ resource: 'task', operation: 'getMany', project: id(project), simplify: false, filters: { fields: 'all' } });
			return tasks.flatMap((task) => (task.annotations as unknown[]).map(() => task.id));
		},
	},
} as const;

describe.each(Object.entries(kinds))('%s: Import through a bad line', (resource, { parameters, isImport, stored }) => {
	let proxy: FaultProxy;
	let project: number;
	let tasks: number[];
	beforeEach(async () => {
		proxy = await startFaultProxy(url);
		project = Number((await one({ resource: 'project', operation: 'create', specifyBody: 'fields', title: title('Faults'), labelConfig })).id);
		tasks = await importRows(project, Array.from({ length: count }, (_, index) => ({ data: { text: `Row ${index}` } })));
	}, 60_000);
	afterEach(async () => {
		await proxy.settled();
		await proxy.close();
		await deleteProjects([project]);
	}, 60_000);

	const run = async (onError?: 'continueRegularOutput'): Promise<NodeRun> =>
		await runNode({
			parameters: { resource, operation: 'import', project: id(project), task: id('={{ $json.task }}'), labelType: 'choices', controlTag: 'sentiment', choices: 'Positive', ...parameters },
			credential: { baseUrl: proxy.url, apiToken },
			items: tasks.map((task) => ({ json: { task } })),
			onError,
		});

	/** One for each task, and the node says so. */
	const expectEachOnce = async ({ items, error }: NodeRun): Promise<void> => {
		expect(error).toBeUndefined();
		expect(items.map(({ json, pairedItem }) => [json.task, pairedItem])).toEqual(tasks.map((task, item) => [task, { item }]));
		await proxy.settled();
		expect((await stored(project)).toSorted()).toEqual(tasks.toSorted());
	};

	it.each<[string, Fault]>([
		...lineFaults(1500),
		['the token expires', { token: 'Bearer expired' }],
	])('stores each once when %s', async (_what, fault) => {
		proxy.disturb(only(fault, isImport));
		await expectEachOnce(await run());
		expect(proxy.requests.filter(({ fault: met }) => met !== undefined)).toHaveLength(1);
	}, 120_000);

	it('stores each once when every third request is answered 429', async () => {
		proxy.disturb(({ number }) => (number % 3 === 0 ? { answer: 429, headers: { 'retry-after': '0' } } : undefined));
		await expectEachOnce(await run());
	}, 120_000);

	// Annotations go one by one, and each is tried for minutes.
	if (resource === 'prediction') it('says what it does not know when the server stays away', async () => {
		let lost = false;
		proxy.disturb((passing) => {
			if (isImport(passing)) lost = true;
			// 400 is nothing that is tried again, so that the test ends.
			return lost ? (isImport(passing) ? 'cut after' : { answer: 400 }) : undefined;
		});
		const { items } = await run('continueRegularOutput');
		expect(items.map(({ json }) => json.error)).toEqual(tasks.map(() => expect.stringMatching(/^It is not known whether Label Studio took/)));
		expect((await stored(project)).length).toBeGreaterThan(0);
	}, 120_000);
});
