import { userId, type Happening, type Row } from './happening';

/** Whether a skip counts for the completion of a task: a setting of the project. */
const skipsCount = ({ project }: Happening): boolean => project?.skip_queue === 'IGNORE_SKIPPED';

const counts = (annotation: Row, happening: Happening): boolean => annotation.was_cancelled !== true || skipsCount(happening);

/**
 * Whether the annotation of a payload may have completed its task. Only a new annotation can: by an update alone one
 * cannot tell a correction of a complete task from the skip that was taken back. In a plural payload `is_labeled` is
 * that of before (Label Studio 1.23.2 counts afterwards), so it says nothing there.
 */
export const couldComplete = (happening: Happening): boolean => {
	const { action, annotation, task } = happening;
	if (!annotation || !task || !counts(annotation, happening)) return false;
	return (action === 'ANNOTATION_CREATED' && task.is_labeled === true) || action === 'ANNOTATIONS_CREATED';
};

/** Whether the payload alone says that it did: there is no other annotation that could have. */
export const surelyCompletes = (happening: Happening): boolean => {
	const { action, task } = happening;
	if (action !== 'ANNOTATION_CREATED' || !task) return false;
	return Number(task.total_annotations) + (skipsCount(happening) ? Number(task.cancelled_annotations) : 0) === 1;
};

/**
 * Whether it was this annotation that completed its task, by all annotations that the task has now. A task is complete
 * with as many annotators as its overlap (tasks/mixins.py of Label Studio 1.23.2), so the annotation that brought the
 * last of them did it: one of them, however many were submitted at the same moment.
 *
 * @param task read again, with annotations, skipped ones included
 */
export const completes = (happening: Happening, task: Row): boolean => {
	const id = Number(happening.annotation?.id);
	const annotations = (Array.isArray(task.annotations) ? (task.annotations as Row[]) : [])
		.filter((annotation) => counts(annotation, happening))
		.sort((a, b) => Number(a.id) - Number(b.id));
	const annotators = new Set<unknown>();
	for (const annotation of annotations) {
		annotators.add(userId(annotation.completed_by));
		if (annotators.size >= Number(task.overlap)) return Number(annotation.id) === id;
	}
	// Enterprise has rules of its own, such as agreement: its word counts then, and the latest annotation.
	return task.is_labeled === true && Number(annotations.at(-1)?.id) === id;
};
