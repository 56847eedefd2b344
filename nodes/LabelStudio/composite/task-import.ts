import { InputError } from '../execution/input-error';
import { LabelStudioError, outcomeOf } from '../http/errors';
import type { Composite, CompositeRun, Outcome, Values } from './composite';
import { checkTaskData, groupItems, readProject, taskData } from './task-data';
import { prepareFiles, sendFiles } from './task-files';
import { sendTasks, type TaskRow } from './task-sending';

/** Label Studio takes no larger requests: DATA_UPLOAD_MAX_MEMORY_SIZE of 1.23.2. */
const largestTask = 250 * 1024 * 1024;

/** What the server would stumble over with 500, naming no row: seen in 1.23.2. */
const checkResults = (label: string, entries: unknown): void => {
	const wrong = (entries as unknown[] | undefined)?.find((entry) => !Array.isArray((entry as { result?: unknown } | null)?.result));
	if (wrong !== undefined) throw new InputError(`${label} must be a list of objects with a "result", which is a list of regions`);
};

/** The task of one item as it is sent. */
const taskOf = (data: TaskRow['task']['data'], values: Values): TaskRow['task'] => {
	const { annotations, predictions, meta, preannotated_from_fields: preannotated } = values;
	if (preannotated && (annotations || predictions || meta)) {
		throw new InputError('Preannotated From Fields cannot go with Annotations, Predictions or Meta', 'Label Studio would drop those.');
	}
	checkResults('Annotations', annotations);
	checkResults('Predictions', predictions);
	const task = { data, ...(annotations ? { annotations } : {}), ...(predictions ? { predictions } : {}), ...(meta ? { meta } : {}) };
	const bytes = Buffer.byteLength(JSON.stringify(task));
	if (bytes > largestTask) throw new InputError(`The task is ${Math.ceil(bytes / 1024 / 1024)} MiB large, and Label Studio takes 250 MiB at most`, 'Put large content into a storage, and its address into the task.');
	return task;
};

/** Items of one project that go together. */
interface Batch {
	project: string;
	preannotated: readonly string[];
	rows: TaskRow[];
}

/** Makes tasks of the items; items that cannot become one fail here. */
const prepareItems = async (run: CompositeRun, outcome: Outcome, values: ReadonlyArray<Values | undefined>): Promise<Batch[]> => {
	const batches: Batch[] = [];
	for (const [first, members] of groupItems(values, ['id', 'preannotated_from_fields'])) {
		const project = await outcomeOf(readProject(run.client, String(first.id)));
		const rows: TaskRow[] = [];
		for (const item of members) {
			await outcome.attempt(item, () => {
				if (project instanceof LabelStudioError) return Promise.reject(project);
				const own = values[item] as Values;
				const data = taskData(run.items[item] ?? { json: {} }, own, project);
				checkTaskData(data, project);
				rows.push({ item, task: taskOf(data, own) });
			});
		}
		batches.push({ project: String(first.id), preannotated: (first.preannotated_from_fields ?? []) as string[], rows });
	}
	return batches;
};

const sendItems = async (run: CompositeRun, outcome: Outcome, batches: readonly Batch[]): Promise<void> => {
	for (const { project, preannotated, rows } of batches) {
		const report = {
			done: ({ item }: TaskRow, id: number) => outcome.put(item, { id, project: Number(project), status: 'created' }),
			fail: ({ item }: TaskRow, error: Error) => outcome.fail(item, error),
			progress: run.progress,
		};
		await sendTasks(run.client, project, rows, report, { preannotated, signal: run.signal });
	}
};

/** Tasks of all input items, or of their files, in as few requests as their size allows. */
export const taskImport: Composite = {
	all: async (run, outcome, values) => {
		const from = (source: string) => values.map((own) => (own?.source === source ? own : undefined));
		const items = await prepareItems(run, outcome, from('items'));
		const files = await prepareFiles(run, outcome, from('files'));
		outcome.stopIfFailed();
		await sendItems(run, outcome, items);
		await sendFiles(run, outcome, files);
	},
};
