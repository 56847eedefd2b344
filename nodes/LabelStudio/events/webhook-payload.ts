import { isRow, userId, type Happening, type Row } from './happening';
import { couldComplete } from './task-completion';
import { eventOf, taskCompleted } from './webhook-events';

/** Which happenings start the workflow. */
export interface WantedHappenings {
	/** Event values; undefined for all. */
	events: ReadonlySet<string> | undefined;
	ignoreSkipped: boolean;
	/** Ids of users; empty for anybody. */
	annotators: ReadonlySet<string>;
	/** Empty for any. */
	labels: ReadonlySet<string>;
}

const singular = (key: string): string => key.replace(/s$/, '');

/** Secrets of the project that Label Studio 1.23.2 sends along. */
const projectSecrets = new Set(['task_data_login', 'task_data_password', 'token']);

const harmless = (project: unknown): Row | undefined =>
	isRow(project) ? Object.fromEntries(Object.entries(project).filter(([key]) => !projectSecrets.has(key))) : undefined;

/**
 * What a payload tells, one row for each task or annotation. Lists of a payload go in step: `annotation: [a, b]` with
 * `task: [s, t]` is a with s and b with t. Their keys become singular: `tasks`, `annotations` and `reviews` hold one of
 * them each. Forms seen in Label Studio 1.23.2.
 */
const rowsOf = (payload: Row): Row[] => {
	const parts = Object.entries(payload).filter(([key]) => key !== 'action' && key !== 'project');
	const lists = parts.map(([, part]) => part).filter((part) => Array.isArray(part));
	const count = lists.length > 0 ? Math.max(...lists.map(({ length }) => length)) : 1;
	const project = harmless(payload.project);
	return Array.from({ length: count }, (_, index) => ({
		...(project && { project }),
		...Object.fromEntries(parts.map(([key, part]) => (Array.isArray(part) ? [singular(key), part[index] as unknown] : [key, part]))),
	}));
};

/** Label texts of one region: `value.<type>` for most control tags, `value.labels` of videos, `labels` of relations. */
const labelsOfRegion = (region: unknown): unknown[] => {
	if (!isRow(region)) return [];
	const value = isRow(region.value) ? region.value : {};
	// A taxonomy has lists of lists.
	return [region.labels, value.labels, typeof region.type === 'string' ? value[region.type] : undefined].flat(3);
};

const hasLabel = (annotation: Row, labels: ReadonlySet<string>): boolean =>
	Array.isArray(annotation.result) && annotation.result.flatMap(labelsOfRegion).some((label) => typeof label === 'string' && labels.has(label));

/** Filters hold for annotations. Of a deleted one only the id is known, so it passes. */
const passes = ({ annotation }: Row, { ignoreSkipped, annotators, labels }: WantedHappenings): boolean => {
	if (!isRow(annotation) || !('result' in annotation)) return true;
	if (ignoreSkipped && annotation.was_cancelled === true) return false;
	if (annotators.size > 0 && !annotators.has(String(userId(annotation.completed_by)))) return false;
	return labels.size === 0 || hasLabel(annotation, labels);
};

/**
 * The happenings in a payload that are wanted. Task Completed is among them for every annotation that could have
 * completed its task: whether it did is found out later (task-completion.ts).
 *
 * @returns undefined when the payload is not one of Label Studio's
 */
export const happeningsIn = (payload: unknown, wanted: WantedHappenings): Happening[] | undefined => {
	if (!isRow(payload) || typeof payload.action !== 'string' || payload.action === '') return undefined;
	const { action } = payload;
	const event = eventOf(action);
	const isWanted = (value: string): boolean => wanted.events === undefined || wanted.events.has(value);
	return rowsOf(payload)
		.filter((row) => passes(row, wanted))
		.flatMap((row) => {
			const happenings: Happening[] = [];
			if (isWanted(event)) happenings.push({ event, action, ...row });
			if (isWanted(taskCompleted) && couldComplete({ event, action, ...row })) happenings.push({ event: taskCompleted, action, ...row });
			return happenings;
		});
};
