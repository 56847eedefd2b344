import type { LabelStudioClient } from '../http/client';
import { firstPageSize, readTaskPages } from '../http/task-pages';
import { allOfText, taskFilter } from '../http/task-query';

/** Ids that lie close together are asked for as a range, of as many as come in one answer. */
const idsInRange = firstPageSize;
/** Others are asked for one by one, in lists of so many, which an address has room for behind any proxy. */
const idsInList = 250;

const chunks = (ids: readonly number[], size: number): number[][] => Array.from({ length: Math.ceil(ids.length / size) }, (_, index) => ids.slice(index * size, (index + 1) * size));

/** At least every second number from the first to the last is there. */
const isDense = (sorted: readonly number[]): boolean => (sorted.at(-1) as number) - (sorted[0] as number) < 2 * sorted.length;

/** Lists of ids, each short enough for {@link readTasksById}. */
export const idBatches = (ids: Iterable<number>): number[][] =>
	chunks([...new Set(ids)].sort((a, b) => a - b), idsInRange).flatMap((batch) => (isDense(batch) ? [batch] : chunks(batch, idsInList)));

/**
 * Reads tasks of a project by their ids; those that it does not have are left out.
 *
 * @param ids one list of {@link idBatches}
 * @param fields what to read besides the id
 */
export const readTasksById = async <T extends { id: number }>(client: LabelStudioClient, project: string, ids: readonly number[], fields: ReadonlyArray<'data' | 'predictions'>): Promise<T[]> => {
	const wanted = new Set(ids);
	const filter = isDense(ids) ? taskFilter('id', 'in', { min: ids[0], max: ids.at(-1) }, 'Number') : taskFilter('id', 'in_list', ids, 'Number');
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
				['query', allOfText([filter])],
			],
			patient: true,
		},
		Infinity,
		(tasks) => {
			found.push(...(tasks as T[]).filter(({ id }) => wanted.has(id)));
			return true;
		},
	);
	return found;
};
