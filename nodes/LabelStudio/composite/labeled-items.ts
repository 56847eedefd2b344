import { randomBytes } from 'crypto';
import { LabelStudioError, outcomeOf } from '../http/errors';
import { InputError } from '../execution/input-error';
import type { CompositeRun, Outcome, Values } from './composite';
import { projectControls, type Controls } from './control-tags';
import type { Result } from './flat-rows';
import { idBatches, readTasksById } from './known-tasks';
import { buildResult, isRegion, needsData, type PlainLabel } from './regions';
import type { Row } from './sending';

/** The fields of one item that say what is labeled and how. */
export type LabelValues = PlainLabel & { project: number; task: number } & Values;

/** What becomes one prediction or one annotation: the results of one or several items about the same task. */
export interface LabelGroup extends Row {
	readonly project: string;
	readonly task: number;
	readonly items: number[];
	/** In step with the items. */
	readonly results: Result[];
	/** Of the first item. */
	readonly values: LabelValues;
}

/** Lists of what has the same key, in the order of the first of each. */
export const grouped = <T, K>(list: Iterable<T>, keyOf: (one: T) => K): Map<K, T[]> => {
	const groups = new Map<K, T[]>();
	for (const one of list) {
		const own = groups.get(keyOf(one));
		if (own) own.push(one);
		else groups.set(keyOf(one), [one]);
	}
	return groups;
};

/** Nothing else in the world has it, so that it tells later what came of a lost request. */
const newRegionId = (): string => randomBytes(8).toString('base64url');

const dataIsNeeded = (controls: Controls, values: LabelValues): boolean => {
	try {
		return needsData(controls, values);
	} catch {
		// What is wrong with it is said when it is built.
		return false;
	}
};

/** Builds the results of all items of a project; reads tasks in batches, of which only the results are kept. */
const buildOfProject = async (run: CompositeRun, outcome: Outcome, project: string, items: ReadonlyArray<readonly [index: number, values: LabelValues]>, results: Map<number, Result>): Promise<void> => {
	const controls = await projectControls(run.client, project);
	const byTask = grouped(items, ([, { task }]) => task);
	const withData = items.filter(([, values]) => dataIsNeeded(controls, values)).map(([, { task }]) => task);
	const plain = new Set(byTask.keys());
	for (const task of withData) plain.delete(task);
	for (const [ids, fields] of [[withData, ['data']], [plain, []]] as const) {
		for (const batch of idBatches(ids)) {
			const found = new Map((await readTasksById<{ id: number; data?: Record<string, unknown> }>(run.client, project, batch, fields)).map((task) => [task.id, task]));
			for (const [index, values] of batch.flatMap((task) => byTask.get(task) ?? [])) {
				await outcome.attempt(index, () => {
					const task = found.get(values.task);
					if (!task) throw new InputError(`Task: there is no task ${values.task} in project ${project}`);
					results.set(index, buildResult(controls, values, newRegionId(), task.data ?? {}));
				});
			}
		}
	}
};

/**
 * Makes results of the items' plain values, checks them against the labeling config of their project and the data of their
 * task, and puts those together that belong to the same prediction or annotation. Items that do not fit fail.
 *
 * @param keyOf what must be the same for items about the same task to be put together
 * @returns the groups in the order of their first items
 * @throws the error of the first failed item, unless the node continues on fail
 */
export const groupLabels = async (
	run: CompositeRun,
	outcome: Outcome,
	allValues: ReadonlyArray<Values | undefined>,
	keyOf: (values: LabelValues) => unknown,
): Promise<LabelGroup[]> => {
	const items = allValues.flatMap((own, index) => (own ? [[index, own as LabelValues] as const] : []));
	const results = new Map<number, Result>();
	for (const [project, own] of grouped(items, ([, values]) => String(values.project))) {
		const failure = await outcomeOf(buildOfProject(run, outcome, project, own, results));
		if (!(failure instanceof LabelStudioError)) continue;
		for (const [index] of own) {
			results.delete(index);
			outcome.fail(index, failure);
		}
	}
	const groups = new Map<string, LabelGroup>();
	for (const [index, own] of items) {
		const result = results.get(index);
		if (!result) continue;
		const key = JSON.stringify([own.project, own.task, keyOf(own)]);
		const group = groups.get(key);
		await outcome.attempt(index, () => {
			const same = isRegion(own.kind) ? -1 : (group?.results.findIndex((other) => other.from_name === result.from_name) ?? -1);
			if (same >= 0) throw new InputError(`Task ${own.task} has a value for "${result.from_name}" already, from item ${group?.items[same]}`, 'A tag that asks about the whole task has one answer; several choices go into one item.');
			if (group) {
				group.items.push(index);
				group.results.push(result);
			} else {
				groups.set(key, { item: index, items: [index], project: String(own.project), task: own.task, results: [result], values: own });
			}
		});
	}
	outcome.stopIfFailed();
	return [...groups.values()];
};
