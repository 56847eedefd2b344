import type { LabelStudioClient } from '../http/client';
import { readList } from '../http/paging';
import { allOfText, taskQueryText, type TaskFilter } from '../http/task-query';

/** A task as it is stored: addresses of storages are not turned into links. */
export interface StoredTask {
	id: number;
	data: Readonly<Record<string, unknown>>;
	/** Name of the uploaded file that it comes from; only listed when something filters by it. Seen in 1.23.2. */
	file_upload?: string | null;
}

/**
 * Id and data of all tasks of a project that meet all conditions, by id.
 *
 * @param include fields to read
 */
export const listTasks = async (client: LabelStudioClient, project: string, filters: readonly TaskFilter[], include = 'id,data'): Promise<StoredTask[]> => {
	const query = [
		['project', project],
		['include', include],
		['resolve_uri', 'false'],
		['query', allOfText(filters)],
	] as const;
	const { rows } = await readList(client, { method: 'GET', path: '/api/tasks/', query, patient: true }, { at: 'tasks', paging: 'tasks' }, { limit: Infinity });
	return rows as StoredTask[];
};

/** The highest id of a project's tasks; 0 where there are none. */
export const highestTaskId = async (client: LabelStudioClient, project: string): Promise<number> => {
	const query = [['project', project], ['include', 'id'], ['query', taskQueryText({ ordering: ['-tasks:id'] })], ['page', '1'], ['page_size', '1']] as const;
	const { body } = await client.request({ method: 'GET', path: '/api/tasks/', query, patient: true });
	return (body as { tasks: StoredTask[] }).tasks[0]?.id ?? 0;
};
