import type { IDataObject } from 'n8n-workflow';
import type { LabelStudioClient, LabelStudioRequest } from '../http/client';
import { LabelStudioError, outcomeOf } from '../http/errors';
import { readList } from '../http/paging';
import { allOfText, isLater } from '../http/task-query';
import type { Composite, CompositeRun, Values } from './composite';
import { withDescription } from './sending';
import { sendTasks, type TaskRow } from './task-sending';

/** What makes a project what it is, besides its tasks. `GET /api/projects/{id}/` of Label Studio 1.23.2. */
const settings = [
	'color',
	'control_weights',
	'description',
	'enable_empty_annotation',
	'evaluate_predictions_automatically',
	'expert_instruction',
	'label_config',
	'maximum_annotations',
	'min_annotations_to_start_training',
	'overlap_cohort_percentage',
	'reveal_preannotations_interactively',
	'sampling',
	'show_annotation_history',
	'show_collab_predictions',
	'show_ground_truth_first',
	'show_instruction',
	'show_overlap_first',
	'show_skip_button',
	'skip_queue',
	'start_training_on_annotation_update',
];

/** What an import takes of an annotation and of a prediction: tasks/serializers.py of 1.23.2. */
const annotationFields = ['result', 'completed_by', 'was_cancelled', 'ground_truth', 'lead_time'];
const predictionFields = ['result', 'score', 'model_version'];

/** So many tasks are held in memory at once. */
const batchSize = 5000;

interface StoredTask extends IDataObject {
	id: number;
	data: IDataObject;
	annotations?: IDataObject[];
	predictions?: IDataObject[];
}

const only = (fields: readonly string[], { ...from }: IDataObject): IDataObject =>
	Object.fromEntries(fields.flatMap((name) => (from[name] === undefined || from[name] === null ? [] : [[name, from[name]]])));

/** The tasks behind one of a project, in order of their ids; all that there are if fewer than asked for. */
const tasksAfter = async (client: LabelStudioClient, project: string, id: number, whole: boolean): Promise<StoredTask[]> => {
	const request: LabelStudioRequest = {
		method: 'GET',
		path: '/api/tasks/',
		query: [['project', project], whole ? ['fields', 'all'] : ['include', 'id,data,meta'], ['resolve_uri', 'false'], ['query', allOfText([isLater(id)])]],
		patient: true,
	};
	return (await readList(client, request, { at: 'tasks', paging: 'tasks' }, { limit: batchSize })).rows as StoredTask[];
};

/** Copies all tasks of a project to another one, in order. Returns how many there are. */
const copyTasks = async (run: CompositeRun, from: string, to: number, values: Values): Promise<number> => {
	const { client, signal } = run;
	const { copy_annotations: withAnnotations, copy_predictions: withPredictions } = values;
	let copied = 0;
	const copyOf = ({ data, meta, annotations = [], predictions = [] }: StoredTask): TaskRow['task'] => ({
		data,
		...(meta && { meta }),
		...(withAnnotations === true && { annotations: annotations.map((one) => only(annotationFields, one)) }),
		...(withPredictions === true && { predictions: predictions.map((one) => only(predictionFields, one)) }),
	});
	for (let after = 0; ; ) {
		const tasks = await outcomeOf(tasksAfter(client, from, after, withAnnotations === true || withPredictions === true));
		const failed: Error[] = tasks instanceof LabelStudioError ? [tasks] : [];
		const batch = tasks instanceof LabelStudioError ? [] : tasks;
		const report = {
			done: () => void copied++,
			fail: (_row: TaskRow, error: Error) => void failed.push(error),
			progress: run.progress,
		};
		const sent = await outcomeOf(sendTasks(client, String(to), batch.map((task) => ({ item: task.id, task: copyOf(task) })), report, { signal }));
		if (sent instanceof LabelStudioError) failed.push(sent);
		const [first] = failed;
		if (first instanceof LabelStudioError) {
			const text = [
				`Project ${to} was made, and surely has ${copied} tasks of project ${from}.`,
				/\bitems\b/.test(`${first.message} ${first.description ?? ''}`) ? 'By items its tasks are meant, numbered by their IDs.' : '',
				`Delete project ${to} before you duplicate again.`,
			];
			throw withDescription(first, `Not all tasks could be copied: ${first.message}`, text.filter(Boolean).join(' '));
		}
		if (first) throw first;
		if (batch.length < batchSize) return copied;
		after = (batch.at(-1) as StoredTask).id;
		run.progress(`${copied} tasks copied`);
	}
};

/** A new project with the labeling config and the settings of another, and with its tasks if wanted. */
export const projectDuplicate: Composite = {
	each: async (run, _index, values) => {
		const { client } = run;
		const { project, title, copy_tasks: withTasks } = values;
		const original = (await client.request({ method: 'GET', path: `/api/projects/${String(project)}/` })).body as IDataObject;
		const body: IDataObject = { title: title as string };
		for (const name of settings) if (original[name] !== undefined && original[name] !== null) body[name] = original[name];
		const made = (await client.request({ method: 'POST', path: '/api/projects/', body })).body as IDataObject;
		if (withTasks !== true) return [{ json: made }];
		const count = await copyTasks(run, String(project), made.id as number, values);
		return [{ json: { ...made, task_number: count } }];
	},
};
