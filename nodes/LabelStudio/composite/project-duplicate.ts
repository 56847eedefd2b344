import type { IDataObject } from 'n8n-workflow';
import type { Composite } from './composite';

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

/** A new project with the labeling config and the settings of another. */
export const projectDuplicate: Composite = {
	each: async ({ client }, _index, { project, title }) => {
		const original = (await client.request({ method: 'GET', path: `/api/projects/${String(project)}/` })).body as IDataObject;
		const body: IDataObject = { title: title as string };
		for (const name of settings) if (original[name] !== undefined && original[name] !== null) body[name] = original[name];
		const made = await client.request({ method: 'POST', path: '/api/projects/', body });
		return [{ json: made.body as IDataObject }];
	},
};
