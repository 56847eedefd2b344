/** What a trigger can wait for, besides deleted tasks: how it is asked for, and what is put out. */
export interface ChangeKind {
	/** What an item is. */
	of: 'task' | 'annotation' | 'prediction';
	/** Column of the Data Manager that tells changed rows from others. */
	column: 'created_at' | 'updated_at' | 'completed_at' | 'predictions';
	/** Field of the item that holds the time of the change. */
	time: 'created_at' | 'updated_at' | 'completed_at';
	/** Without those that were not changed since they were made. */
	changedOnly?: true;
}

/**
 * The kinds by name. Seen in Label Studio 1.23.2: a task's `updated_at` moves when the task is patched and when an
 * annotation of it is made, changed or deleted, or a prediction made singly. Imported predictions move nothing, but the
 * Data Manager compares `predictions` by their ids. `completed_at` is the time of the newest annotation of a task that
 * is done, and so stands still when a lowered overlap makes a task done.
 */
export const changeKinds = {
	annotationChanged: { of: 'annotation', column: 'updated_at', time: 'updated_at' },
	annotationCreated: { of: 'annotation', column: 'updated_at', time: 'created_at' },
	annotationUpdated: { of: 'annotation', column: 'updated_at', time: 'updated_at', changedOnly: true },
	predictionCreated: { of: 'prediction', column: 'predictions', time: 'created_at' },
	taskChanged: { of: 'task', column: 'updated_at', time: 'updated_at' },
	taskCompleted: { of: 'task', column: 'completed_at', time: 'completed_at' },
	taskCreated: { of: 'task', column: 'created_at', time: 'created_at' },
	taskUpdated: { of: 'task', column: 'updated_at', time: 'updated_at', changedOnly: true },
} as const satisfies Record<string, ChangeKind>;

/** Name of a kind of change. */
export type ChangeName = keyof typeof changeKinds;
