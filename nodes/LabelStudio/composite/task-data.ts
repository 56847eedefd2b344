import type { INodeExecutionData } from 'n8n-workflow';
import { InputError } from '../execution/input-error';
import type { LabelStudioClient } from '../http/client';
import { readProjectFields } from '../http/project';
import type { Mapping, Values } from './composite';
import { dataFields, missingField, type DataField } from './labeling-config';

/** What the node has to know of a project to make tasks for it. */
export interface TaskProject {
	readonly id: string;
	/** Fields that each task needs. */
	readonly fields: readonly DataField[];
	readonly taskCount: number;
}

/**
 * Reads it: `GET /api/projects/{id}/`, seen in 1.23.2.
 *
 * @throws LabelStudioError
 */
export const readProject = async (client: LabelStudioClient, id: string): Promise<TaskProject> => {
	const { label_config: config, task_number: count } = await readProjectFields(client, id, ['label_config', 'task_number']);
	return { id, fields: dataFields(String(config ?? '')), taskCount: Number(count ?? 0) };
};

/** Items by what their fields have in common, as they share requests only then. */
export const groupItems = (values: ReadonlyArray<Values | undefined>, names: readonly string[]): Map<Values, number[]> => {
	const groups = new Map<string, { first: Values; items: number[] }>();
	values.forEach((own, item) => {
		if (!own) return;
		const key = JSON.stringify(names.map((name) => own[name] ?? null));
		const group = groups.get(key);
		if (group) group.items.push(item);
		else groups.set(key, { first: own, items: [item] });
	});
	return new Map([...groups.values()].map(({ first, items }) => [first, items]));
};

/**
 * The data of the task that an item is to become.
 *
 * @param more fields that are taken from the item besides those of the labeling config, when they are mapped by name
 */
export const taskData = ({ json }: INodeExecutionData, { data_mode: mode, columns }: Values, { fields }: TaskProject, more: readonly string[] = []): Readonly<Record<string, unknown>> => {
	if (mode !== 'mapped') return json;
	const mapping = columns as Mapping;
	if (mapping.values) return mapping.values;
	const wanted = new Set([...fields.map(({ path }) => path[0] as string), ...mapping.fields, ...more]);
	return Object.fromEntries(Object.entries(json).filter(([key]) => wanted.has(key)));
};

/**
 * Checks that data has what the labeling config shows.
 *
 * @throws InputError naming the field
 */
export const checkTaskData = (data: Readonly<Record<string, unknown>>, { id, fields }: TaskProject): void => {
	const missing = missingField(fields, data);
	if (missing === undefined) return;
	const there = Object.keys(data);
	throw new InputError(
		`The data has no "${missing}", which the labeling config of project ${id} shows`,
		there.length > 0 ? `It has ${there.slice(0, 20).map((key) => `"${key}"`).join(', ')}. Rename the field before this node, or map it.` : 'It is empty.',
	);
};
