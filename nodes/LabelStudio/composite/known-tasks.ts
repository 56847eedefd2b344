import type { LabelStudioClient } from '../http/client';
import { readTaskPages, taskQueryText } from '../http/paging';

/** Tasks are asked for by their ids in lists of so many, which an address has room for behind any proxy. */
const idsAtOnce = 250;

/** Lists of ids, each short enough for one request of {@link readTasksById}. */
export const idBatches = (ids: Iterable<number>): number[][] => {
	const distinct = [...new Set(ids)];
	return Array.from({ length: Math.ceil(distinct.length / idsAtOnce) }, (_, index) => distinct.slice(index * idsAtOnce, (index + 1) * idsAtOnce));
};

/**
 * Reads tasks of a project by their ids; those that it does not have are left out.
 *
 * @param ids one list of {@link idBatches}
 * @param fields what to read besides the id
 */
export const readTasksById = async <T extends { id: number }>(client: LabelStudioClient, project: string, ids: readonly number[], fields: ReadonlyArray<'data' | 'predictions'>): Promise<T[]> => {
	const filter = { filter: 'filter:tasks:id', operator: 'in_list', type: 'Number', value: ids };
	const found: T[] = [];
	await readTaskPages(
		client,
		{
			method: 'GET',
			path: '/api/tasks/',
			query: [
				['project', project],
				// Without it the server leaves predictions out, though they are included: seen in 1.23.2.
				...(fields.includes('predictions') ? [['fields', 'all'] as const] : []),
				['include', ['id', ...fields].join(',')],
				['resolve_uri', 'false'],
				['query', taskQueryText({ filters: { conjunction: 'and', items: [filter] } })],
			],
		},
		(tasks) => {
			found.push(...(tasks as T[]));
			return true;
		},
	);
	return found;
};
