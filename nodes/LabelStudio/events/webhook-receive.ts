import type { IDataObject, IExecuteFunctions, INodeExecutionData, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { operations } from '../generated/operations';
import { connect } from '../http/connect';
import type { Happening, Row } from './happening';
import { readTasks } from './read-tasks';
import { isSameSecret, sentSecret } from './secret';
import { completes, surelyCompletes } from './task-completion';
import { toTriggerError } from './webhook-errors';
import { taskCompleted } from './webhook-events';
import { happeningsIn, type WantedHappenings } from './webhook-payload';
import { secretsAt, type StoredHook } from './webhook-registration';

interface Filters {
	annotators?: Array<string | number>;
	ignoreSkipped?: boolean;
	labels?: string[];
}

const readWanted = (context: IWebhookFunctions): WantedHappenings => {
	const { annotators = [], ignoreSkipped = false, labels = [] } = context.getNodeParameter('filters', {}) as Filters;
	return {
		events: context.getNodeParameter('triggerOn') === 'all' ? undefined : new Set(context.getNodeParameter('events', []) as string[]),
		ignoreSkipped,
		annotators: new Set(annotators.map(String)),
		labels: new Set(labels),
	};
};

/** Answers with a status and starts nothing. */
const refuse = (context: IWebhookFunctions, status: number, message: string): IWebhookResponseData => {
	context.getResponseObject().status(status).json({ message });
	return { noWebhookResponse: true };
};

/** Label Studio waits 1 s for the answer (1.23.2), longer where somebody has set it so. */
const settings = { timeoutMs: 5_000, maxRetries: 0 };

/** Whether a call carries the secret of the hook. */
const isGenuine = async (context: IWebhookFunctions): Promise<boolean> => {
	const sent = sentSecret(context.getHeaderData());
	if (sent === undefined) return false;
	const { secret } = context.getWorkflowStaticData('node') as StoredHook;
	if (secret !== undefined) return isSameSecret(sent, secret);
	// Test runs keep it in memory, so this is about the address of the active workflow.
	const known = await secretsAt(await connect(context, settings), context.getNodeWebhookUrl('default') as string);
	return known.some((one) => isSameSecret(sent, one));
};

/**
 * Takes a call of Label Studio, which waits for the answer while an annotator waits for it in turn: checks the secret,
 * splits the payload, filters, and does nothing that takes time. n8n answers as soon as the execution is made; what has
 * to be asked of Label Studio is asked in there ({@link complete}).
 *
 * It leaves the static data alone: n8n would write those of the whole workflow back, over what an activation or a
 * poll has stored meanwhile.
 */
export const receive = async (context: IWebhookFunctions): Promise<IWebhookResponseData> => {
	try {
		if (!(await isGenuine(context))) return refuse(context, 401, 'The secret of the webhook is missing or wrong');
	} catch (error) {
		context.logger.error(`A call of "${context.getNode().name}" could not be checked: ${(error as Error).message}`);
		return refuse(context, 503, 'The secret of the webhook cannot be checked now');
	}
	const happenings = happeningsIn(context.getBodyData(), readWanted(context));
	if (!happenings) return refuse(context, 400, 'Not the payload of a Label Studio webhook');
	if (happenings.length === 0) return { webhookResponse: { message: 'Nothing that the workflow waits for' } };
	return { workflowData: [happenings.map((json) => ({ json: json as IDataObject }))] };
};

/** Whether the task has to be read: because it was asked for, or because the payload does not tell whether it is complete. */
const needsTask = (happening: Happening, always: boolean): boolean => {
	const { event, task } = happening;
	// Of a deleted task there is only the id.
	if (!task || !('data' in task)) return false;
	return always || (event === taskCompleted && !surelyCompletes(happening));
};

/** The tasks of some happenings as they are now, by id. */
const readNow = async (context: IExecuteFunctions, happenings: readonly Happening[]): Promise<Map<number, Row>> => {
	const ids = new Map<number, Set<number>>();
	for (const { task } of happenings) {
		const project = Number(task?.project);
		ids.set(project, (ids.get(project) ?? new Set()).add(Number(task?.id)));
	}
	const tasks = new Map<number, Row>();
	if (ids.size === 0) return tasks;
	const client = await connect(context);
	for (const [project, some] of ids) for (const [id, task] of await readTasks(client, project, [...some])) tasks.set(id, task);
	return tasks;
};

/** Whether a happening is one: Task Completed was only supposed so far. A task that is gone can be asked no more. */
const isReal = (happening: Happening, task: Row | undefined): boolean => {
	if (happening.event !== taskCompleted || surelyCompletes(happening)) return true;
	return task ? completes(happening, task) : happening.task?.is_labeled === true;
};

/** What Simplify leaves of each part: for tasks and annotations the same as in the action node. */
const simpleFields: Record<string, readonly string[] | undefined> = {
	annotation: operations.annotation?.get?.simplify,
	project: ['id', 'title'],
	task: operations.task?.get?.simplify,
};

const simplified = (happening: Row): Row =>
	Object.fromEntries(
		Object.entries(happening)
			.filter(([key]) => key !== 'action')
			.map(([key, part]) => {
				const fields = simpleFields[key];
				return [key, fields ? Object.fromEntries(fields.filter((field) => field in (part as Row)).map((field) => [field, (part as Row)[field]])) : part];
			}),
	);

/**
 * The trigger's own step in the execution, where nobody waits: tasks are read again where that is needed, and the items
 * get their form. An error is one of the execution, whose input n8n keeps, so that it can be tried again.
 *
 * @throws NodeApiError when Label Studio cannot be asked
 */
export const complete = async (context: IExecuteFunctions): Promise<INodeExecutionData[][]> => {
	const happenings = context.getInputData().map(({ json }) => json as Row as Happening);
	const simplify = context.getNodeParameter('simplify', 0) === true;
	const { readTask = false } = context.getNodeParameter('options', 0, {}) as { readTask?: boolean };
	try {
		const tasks = await readNow(context, happenings.filter((happening) => needsTask(happening, readTask)));
		const items = happenings.flatMap((happening, item) => {
			const task = tasks.get(Number(happening.task?.id));
			if (!isReal(happening, task)) return [];
			const whole = readTask && task ? { ...happening, task } : happening;
			return [{ json: (simplify ? simplified(whole) : whole) as IDataObject, pairedItem: { item } }];
		});
		return [items];
	} catch (error) {
		throw toTriggerError(context.getNode(), error);
	}
};
