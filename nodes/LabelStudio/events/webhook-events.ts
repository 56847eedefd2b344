import { LabelStudioError } from '../http/errors';

/** Which hooks can have an event. */
export type Scope = 'project' | 'organization';

/** Something that happens in Label Studio, in plain words, and the actions of its webhooks that tell of it. */
export interface WebhookEvent {
	/** Value in the node and `event` of the items. */
	value: string;
	name: string;
	description: string;
	/** Singular and plural: Label Studio sends one or the other, whatever way the change was made. */
	actions: readonly string[];
	/** Only hooks of a whole organization have it. */
	organizationOnly?: true;
}

/** The event that Label Studio itself does not know: an annotation came that makes its task complete. */
export const taskCompleted = 'taskCompleted';

/**
 * All events, by name. Actions as `GET /api/webhooks/info/` of Label Studio 1.23.2 lists them; those of reviews as in
 * the published API document, only Enterprise has them.
 */
export const webhookEvents: readonly WebhookEvent[] = [
	{ value: 'annotationCreated', name: 'Annotation Created', description: 'Somebody submitted or skipped a task, or predictions were turned into annotations', actions: ['ANNOTATION_CREATED', 'ANNOTATIONS_CREATED'] },
	{ value: 'annotationDeleted', name: 'Annotation Deleted', description: 'Only the ID of the annotation is told. Label Studio tells nothing when an annotation becomes a draft again.', actions: ['ANNOTATIONS_DELETED'] },
	{ value: 'annotationUpdated', name: 'Annotation Updated', description: 'Somebody changed an annotation', actions: ['ANNOTATION_UPDATED'] },
	{
		value: 'labelLinkCreated',
		name: 'Label Link Created',
		description: 'A label was added to the project through the API. Label Studio 1.23.2 fails to add labels at all while a webhook listens for this.',
		actions: ['LABEL_LINK_CREATED'],
	},
	{ value: 'labelLinkDeleted', name: 'Label Link Deleted', description: 'Only the ID of the link is told', actions: ['LABEL_LINK_DELETED'] },
	{ value: 'labelLinkUpdated', name: 'Label Link Updated', description: 'The link of a label to the project was changed', actions: ['LABEL_LINK_UPDATED'] },
	{ value: 'projectCreated', name: 'Project Created (Enterprise)', description: 'A project was made', actions: ['PROJECT_CREATED'], organizationOnly: true },
	{ value: 'projectDeleted', name: 'Project Deleted (Enterprise)', description: 'Only the ID of the project is told', actions: ['PROJECT_DELETED'], organizationOnly: true },
	{ value: 'projectUpdated', name: 'Project Updated', description: 'The settings of the project were changed', actions: ['PROJECT_UPDATED'] },
	{ value: 'reviewCreated', name: 'Review Created (Enterprise)', description: 'A reviewer accepted or rejected an annotation', actions: ['REVIEW_CREATED'] },
	{ value: 'reviewDeleted', name: 'Review Deleted (Enterprise)', description: 'A review was taken back', actions: ['REVIEWS_DELETED'] },
	{ value: 'reviewUpdated', name: 'Review Updated (Enterprise)', description: 'A reviewer changed a review', actions: ['REVIEW_UPDATED'] },
	{
		value: taskCompleted,
		name: 'Task Completed',
		description: 'The annotation came that the task still needed. It is told once for a task; tasks that are imported complete do not count.',
		actions: ['ANNOTATION_CREATED', 'ANNOTATIONS_CREATED'],
	},
	{ value: 'taskCreated', name: 'Task Created', description: 'A task was made, imported or synced from a storage; many at once give an item each', actions: ['TASKS_CREATED'] },
	{ value: 'taskDeleted', name: 'Task Deleted', description: 'Only the ID of the task is told. Label Studio tells nothing when all tasks of a project are deleted with one API call.', actions: ['TASKS_DELETED'] },
];

/**
 * Actions that All Events leaves out: while a hook asks for LABEL_LINK_CREATED, `POST /api/labels/` of Label Studio
 * 1.23.2 answers 500 and adds nothing.
 */
const harmful: readonly string[] = ['LABEL_LINK_CREATED'];

/** `REVIEW_CREATED` → `reviewCreated`: the event of an action that this version of the node does not know. */
const nameFromAction = (action: string): string => action.toLowerCase().replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** The event that an action tells of. Task Completed is none, it is found out. */
export const eventOf = (action: string): string =>
	webhookEvents.find(({ value, actions }) => value !== taskCompleted && actions.includes(action))?.value ?? nameFromAction(action);

/** Actions of a server: `{<action>: {"organization-only": boolean}}`. Seen in Label Studio 1.23.2. */
export type KnownActions = Record<string, { 'organization-only'?: boolean }>;

const isOffered = (known: KnownActions, scope: Scope, action: string): boolean =>
	known[action] !== undefined && (scope === 'organization' || known[action]['organization-only'] !== true);

const listed = (names: string[]): string => names.join(', ');

/**
 * The actions to register a hook for, sorted.
 *
 * @param chosen event values; undefined for all that the server has
 * @param known what `GET /api/webhooks/info/` answers
 * @throws LabelStudioError when nothing is chosen, or something that this server or scope does not have
 */
export const actionsFor = (chosen: readonly string[] | undefined, scope: Scope, known: KnownActions): string[] => {
	if (chosen === undefined) {
		return Object.keys(known)
			.filter((action) => isOffered(known, scope, action) && !harmful.includes(action))
			.sort();
	}
	if (chosen.length === 0) throw new LabelStudioError('Events: no event is chosen', { description: 'Choose at least one, or set Trigger On to All Events.' });
	const actions = new Set<string>();
	const lacking: string[] = [];
	for (const value of chosen) {
		const event = webhookEvents.find((one) => one.value === value);
		const there = (event?.actions ?? []).filter((action) => isOffered(known, scope, action));
		if (event?.organizationOnly && scope === 'project') {
			throw new LabelStudioError(`Events: a webhook of one project cannot have ${event.name}`, { description: 'Set Scope to Whole Organization, which needs Label Studio Enterprise, or choose other events.' });
		}
		if (there.length === 0) lacking.push(event?.name ?? value);
		for (const action of there) actions.add(action);
	}
	if (lacking.length === 0) return [...actions].sort();
	const offered = webhookEvents.filter((event) => event.actions.some((action) => isOffered(known, scope, action))).map(({ name }) => name);
	throw new LabelStudioError(`Events: this Label Studio does not have ${listed(lacking)}`, { description: `It has: ${listed(offered)}. Others need a newer release or Label Studio Enterprise.` });
};
