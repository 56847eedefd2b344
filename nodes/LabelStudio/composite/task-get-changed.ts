import type { IDataObject } from 'n8n-workflow';
import { takeChanges, type CursorState } from '../events/cursor';
import { changeKinds, type ChangeName } from '../events/kinds';
import { fieldChoices, overlapSeconds, ProjectChanges, type Filters, type Json } from '../events/requests';
import { parseTime } from '../events/time';
import { InputError } from '../execution/input-error';
import type { LabelStudioClient } from '../http/client';
import type { Composite, Values } from './composite';

/** Where the last run ended, for each server, project, kind of change and choice of the first run. */
type Memory = Readonly<Record<string, CursorState>>;

const atLeastOne = (label: string, value: unknown): number => {
	if (Number(value) >= 1) return Number(value);
	throw new InputError(`${label} must be a whole number, at least 1`);
};

/** The changed tasks of one input item, by time, and the memory after them. */
const changesOf = async (client: LabelStudioClient, values: Values, memory: Memory): Promise<{ tasks: Json[]; memory: Memory }> => {
	const { project, change, since, first_run: firstRun, start, filters, view } = values as { project: number; change: ChangeName } & Values;
	if (view !== undefined && filters !== undefined) throw new InputError('View and Conditions exclude each other', 'Label Studio would ignore one of them: leave the other empty.');
	const overlap = atLeastOne('Overlap', values.overlap ?? overlapSeconds) * 1_000_000;
	const batch = values.limit === undefined ? Infinity : atLeastOne('Limit', values.limit);
	const changes = new ProjectChanges(client, {
		project,
		kind: changeKinds[change],
		filters: filters as Filters | undefined,
		view: view as number | undefined,
		fields: fieldChoices[String(values.fields)],
		resolveUris: values.resolve_uri === true,
	});
	const key = `${client.baseUrl} ${project} ${change} ${String(firstRun)}`;
	const begin = async (): Promise<CursorState> => {
		if (since === 'time') return changes.startAt(parseTime(start) ?? 0, overlap);
		return memory[key] ?? (firstRun === 'now' ? await changes.startNow() : changes.startAt(0, overlap));
	};
	// Nothing has to be remembered when nothing goes on from here.
	const { items, state } = await takeChanges(await begin(), changes, { batch, overlap, rows: Infinity, ...(since === 'time' && { memory: Infinity }) });
	return { tasks: items.map(({ value }) => value), memory: since === 'time' ? memory : { ...memory, [key]: state } };
};

/**
 * Tasks that changed, each change once. What is remembered moves when all of it is put out; n8n stores it when the
 * execution of an active workflow ends.
 */
export const taskGetChanged: Composite = {
	all: async (run, outcome, values) => {
		const before = (run.state.changes ?? {}) as unknown as Memory;
		let memory = before;
		for (const [index, own] of values.entries()) {
			if (!own) continue;
			await outcome.attempt(index, async () => {
				const changed = await changesOf(run.client, own, memory);
				for (const task of changed.tasks) outcome.put(index, task as IDataObject);
				memory = changed.memory;
			});
			outcome.stopIfFailed();
		}
		if (memory !== before) run.state.changes = memory as unknown as IDataObject;
	},
};
