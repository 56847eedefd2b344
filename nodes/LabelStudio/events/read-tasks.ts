import type { LabelStudioClient } from '../http/client';
import { readList } from '../http/paging';
import { allOfText, taskFilter } from '../http/task-query';
import type { Row } from './happening';

/** Ids in one request: they stand in its address, which servers allow some 4,000 characters. */
const idsAtOnce = 100;

/**
 * Tasks as they are now, with annotations and predictions, by id; those that are gone are missing. They are read from
 * the project's list: the page of a single task would ask a connected ML backend for predictions (Label Studio 1.23.2).
 *
 * @throws LabelStudioError when a request fails
 */
export const readTasks = async (client: LabelStudioClient, project: number, ids: readonly number[]): Promise<Map<number, Row>> => {
	const tasks = new Map<number, Row>();
	for (let start = 0; start < ids.length; start += idsAtOnce) {
		const filter = taskFilter('id', 'in_list', ids.slice(start, start + idsAtOnce), 'Number');
		const query: Array<readonly [string, string]> = [
			['project', String(project)],
			['fields', 'all'],
			['resolve_uri', 'false'],
			['query', allOfText([filter])],
		];
		const { rows } = await readList(client, { method: 'GET', path: '/api/tasks/', query }, { at: 'tasks', paging: 'tasks' }, { limit: idsAtOnce });
		for (const row of rows as Row[]) tasks.set(Number(row.id), row);
	}
	return tasks;
};
