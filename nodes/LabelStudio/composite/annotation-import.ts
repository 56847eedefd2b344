import { randomUUID } from 'crypto';
import type { IDataObject } from 'n8n-workflow';
import { LabelStudioError, outcomeOf } from '../http/errors';
import { runPool } from '../execution/pool';
import type { Composite, CompositeRun } from './composite';
import type { Result } from './flat-rows';
import { groupLabels, type LabelGroup } from './labeled-items';
import { ranges } from './sending';

interface StoredAnnotation extends IDataObject {
	id: number;
	completed_by: IDataObject[string];
	ground_truth: boolean;
	lead_time: number | null;
}

/** The annotation that a lost or repeated request has made, by the ids of its regions. */
const find = async ({ client }: CompositeRun, { task, results }: LabelGroup): Promise<StoredAnnotation | undefined> => {
	const { body } = await client.request({ method: 'GET', path: `/api/tasks/${task}/annotations/`, patient: true });
	return (body as StoredAnnotation[]).find(({ result }) => (result as Result[] | undefined)?.[0]?.id === results[0]?.id);
};

/**
 * Stores one annotation, once: the server refuses a second one with the same `unique_id` (409, seen in 1.23.2), so that a
 * request whose answer was lost can be sent again.
 */
const store = async (run: CompositeRun, group: LabelGroup): Promise<StoredAnnotation> => {
	const { completed_by, ground_truth, lead_time } = group.values;
	const sent = await outcomeOf(
		run.client.request({
			method: 'POST',
			path: `/api/tasks/${group.task}/annotations/`,
			body: { result: group.results, unique_id: randomUUID(), completed_by, ground_truth, lead_time },
			repeatable: true,
			patient: true,
		}),
	);
	if (!(sent instanceof LabelStudioError)) return sent.body as StoredAnnotation;
	if (sent.httpStatus !== 409 && !sent.outcomeUnknown) throw sent;
	const found = await outcomeOf(find(run, group));
	if (found && !(found instanceof LabelStudioError)) return found;
	throw new LabelStudioError(`It is not known whether Label Studio took items ${ranges(group.items)}: ${sent.message}`, {
		description: [sent.description, `The annotation may still arrive: look at task ${group.task} before you send items ${ranges(group.items)} again.`].filter(Boolean).join('\n'),
	});
};

/** What people have said about tasks elsewhere, from plain fields. Items about the same task and of the same annotator become one annotation. */
export const annotationImport: Composite = {
	all: async (run, outcome, values) => {
		const groups = await groupLabels(run, outcome, values, ({ completed_by: by }) => by);
		let finished = 0;
		let first: Error | undefined;
		await runPool(groups.length, run.width, async (place) => {
			const group = groups[place] as LabelGroup;
			const stored = first ? new LabelStudioError('Not sent, since an annotation before could not be stored') : await outcomeOf(store(run, group));
			if (stored instanceof LabelStudioError) {
				for (const index of group.items) outcome.fail(index, stored);
				if (!run.continueOnFail) first ??= stored;
				return;
			}
			const { id, completed_by, ground_truth, lead_time } = stored;
			group.items.forEach((index, own) => {
				outcome.put(index, { id, task: group.task, project: Number(group.project), completed_by, ground_truth, lead_time, result: [group.results[own] as IDataObject] });
			});
			if (++finished % 100 === 0) run.progress(`${finished} of ${groups.length} annotations imported`);
		});
	},
};
