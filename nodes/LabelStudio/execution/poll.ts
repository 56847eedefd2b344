import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { takeChanges, type CursorState } from '../events/cursor';
import { knowNothing, takeDeletions, type DeletionState } from '../events/deletions';
import { changeKinds, type ChangeName } from '../events/kinds';
import { fieldChoices, overlapSeconds, ProjectChanges, projectIds, type Filters, type Watched } from '../events/requests';
import { parseTime } from '../events/time';
import { defaultSettings, type LabelStudioClient } from '../http/client';
import { connect } from '../http/connect';
import { readForm } from './forms';
import { InputError } from './input-error';
import { toNodeError } from './node-errors';
import type { OperationParameter } from './operation';
import { wholeNumber } from './options';
import { toWire } from './values';

/** What the node keeps from one poll to the next, in the workflow's static data. */
interface Memory {
	/** Server, project and event that it is about. */
	subject: string;
	/** What the node said about its first run. */
	firstRun: string;
	cursor?: CursorState;
	deletions?: DeletionState;
}

/** What the node's fields say. */
interface Wanted {
	event: ChangeName | 'taskDeleted';
	project: number;
	/** Microseconds since 1970; undefined for now. */
	start?: number;
	/** The same as it was entered, since an expression may give another time with every poll. */
	firstRun: string;
	watched: Omit<Watched, 'kind'>;
	batch: number;
	/** Microseconds. */
	overlap: number;
	timeoutMs: number;
}

const parameter = (name: string, label: string, more: Partial<OperationParameter>): OperationParameter => ({ name, in: 'query', kind: 'integer', at: name, label, ...more });

const projectParameter = parameter('project', 'Project', { entity: 'project', required: true });
const viewParameter = parameter('view', 'View', { entity: 'view' });
const startParameter = parameter('startDate', 'Start Date', { kind: 'dateTime', required: true });
const fieldsParameter = parameter('fieldNames', 'Field Names', { kind: 'list', required: true });
const conditionsParameter = parameter('conditions', 'Conditions', { kind: 'json', form: 'filters' });

/** @throws InputError naming the field */
const readWanted = (context: IPollFunctions): Wanted => {
	const zone = context.getTimezone();
	const read = (name: string): unknown => context.getNodeParameter(name, null);
	// A field that is hidden gives null.
	const value = (field: OperationParameter): unknown => toWire(field, read(field.at), zone) ?? undefined;
	const event = String(read('event'));
	if (event !== 'taskDeleted' && !(event in changeKinds)) throw new InputError(`There is no event "${event}"`, 'Choose it again; it may be from another version of the node.');
	const project = value(projectParameter) as number;
	const view = value(viewParameter) as number | undefined;
	const filters = readForm(conditionsParameter, undefined, read, zone) as Filters | undefined;
	if (view !== undefined && filters) throw new InputError('View and Conditions exclude each other', 'Label Studio would ignore one of them: leave the other empty.');
	const { startDate } = context.getNode().parameters;
	const first = String(read('firstRun') ?? 'now');
	const fields = String(read('fields') ?? 'task');
	const { overlap, resolveUris, timeout } = (read('options') ?? {}) as Record<string, unknown>;
	return {
		event: event as Wanted['event'],
		project,
		start: first === 'everything' ? 0 : first === 'date' ? parseTime(value(startParameter)) : undefined,
		firstRun: first === 'date' ? `date ${String(startDate)}` : first,
		watched: { project, view, filters, fields: fields === 'chosen' ? (value(fieldsParameter) as string[]) : fieldChoices[fields], resolveUris: resolveUris === true },
		batch: wholeNumber('Largest Batch', read('batch') ?? 1000, 1),
		overlap: wholeNumber('Overlap', overlap ?? overlapSeconds, 1) * 1_000_000,
		timeoutMs: wholeNumber('Timeout', timeout ?? defaultSettings.timeoutMs / 1000, 1) * 1000,
	};
};

/** What a poll found, and what is to be remembered once that is delivered. */
interface Found {
	items: IDataObject[];
	memory: Memory;
}

const pollFor = async (client: LabelStudioClient, wanted: Wanted, memory: Memory | undefined, isLate: () => boolean): Promise<Found> => {
	const { event, project, firstRun, batch, overlap, watched } = wanted;
	const subject = `${client.baseUrl} ${project} ${event}`;
	// Something else to watch begins now; the first run is asked for only once, until it says something else.
	const start = memory !== undefined && memory.firstRun === firstRun ? undefined : wanted.start;
	const before = memory?.subject === subject && memory.firstRun === firstRun ? memory : undefined;
	if (event === 'taskDeleted') {
		const { ids, state } = await takeDeletions(before?.deletions ?? knowNothing(), projectIds(client, project), batch, isLate);
		return { items: ids.map((id) => ({ id, project })), memory: { subject, firstRun, deletions: state } };
	}
	const changes = new ProjectChanges(client, { ...watched, kind: changeKinds[event] });
	const cursor = before?.cursor ?? (start === undefined ? await changes.startNow() : changes.startAt(start, overlap));
	const { items, state } = await takeChanges(cursor, changes, { batch, overlap, isLate });
	return { items: items.map((item) => item.value as IDataObject), memory: { subject, firstRun, cursor: state } };
};

/** @throws InputError when there is nothing to show */
const sampleFor = async (client: LabelStudioClient, { event, project, watched }: Wanted): Promise<IDataObject> => {
	const kind = event === 'taskDeleted' ? changeKinds.taskCreated : changeKinds[event];
	const sample = await new ProjectChanges(client, { ...watched, kind: { ...kind, changedOnly: undefined } }).sample();
	if (!sample) throw new InputError(`There is no ${kind.of} yet to show as an example`, 'Nothing in the project is of this kind, or nothing matches. The trigger itself waits for it, once the workflow is active.');
	return event === 'taskDeleted' ? { id: sample.id, project } : (sample as IDataObject);
};

/** Milliseconds after which n8n may give a poll up; older releases do not tell. */
const budgetOf = (context: IPollFunctions): number => ('getPollBudgetMs' in context ? context.getPollBudgetMs() : 60_000);

/** Memories that a poll is working on: the next one may come before it has ended. */
const underWay = new WeakSet<IDataObject>();

/**
 * One poll of the trigger. What it remembers changes only when everything worked, right before the items are handed
 * over; a manual test changes nothing.
 *
 * @returns null when nothing is new
 */
export const poll = async (context: IPollFunctions): Promise<INodeExecutionData[][] | null> => {
	const started = Date.now();
	try {
		const wanted = readWanted(context);
		const client = await connect(context, { ...defaultSettings, timeoutMs: wanted.timeoutMs });
		if (context.getMode() === 'manual') return [[{ json: await sampleFor(client, wanted) }]];
		const data = context.getWorkflowStaticData('node');
		if (underWay.has(data)) return null;
		underWay.add(data);
		try {
			const patienceMs = budgetOf(context) / 2;
			const { items, memory } = await pollFor(client, wanted, data.memory as Memory | undefined, () => Date.now() - started > patienceMs);
			// Writing what is there already would make n8n store it again.
			if (JSON.stringify(memory) !== JSON.stringify(data.memory)) data.memory = memory as unknown as IDataObject;
			return items.length > 0 ? [items.map((json) => ({ json }))] : null;
		} finally {
			underWay.delete(data);
		}
	} catch (error) {
		throw toNodeError(context.getNode(), error);
	}
};
