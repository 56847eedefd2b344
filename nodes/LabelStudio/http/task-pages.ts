import type { LabelStudioClient, LabelStudioRequest } from './client';
import { leanTasks } from './lean-tasks';
import { readPages, rowsOf, type Take } from './pages';
import { isLater, parseTaskQuery, taskQueryText, type TaskQuery } from './task-query';

/**
 * Rows of the first page, after which it is known how heavy they are. `/api/tasks/` of Community 1.23.2 has no limit;
 * Enterprise gives 100 whatever is asked.
 */
export const firstPageSize = 500;
/** More gains nothing: 1.23.2. */
const largestPageSize = 3000;
/** Pages that go by number are all of one size. */
const pageSize = 1000;
/** Whole rows with annotations and predictions are large. */
const wholePageSize = 200;

/** What one answer should hold: characters of JSON, which a string of half a billion could not, and how long it may take. */
const wantedCharacters = 16_000_000;
const wantedMilliseconds = 5000;

const parameter = (request: LabelStudioRequest, name: string): string | undefined => request.query?.find(([key]) => key === name)?.[1];

/** Rows to ask for next, so that the answer is about as large as wanted, by the last one. */
const nextPageSize = (rows: number, characters: number, milliseconds: number): number => {
	const share = Math.min(wantedCharacters / characters, wantedMilliseconds / milliseconds);
	return Math.min(largestPageSize, Math.max(1, Math.floor(rows * share)));
};

/**
 * Reads tasks page by page, so that they need not all be kept. They come by id: each page asks for ids greater than the
 * last one, so that tasks which are made or deleted meanwhile neither shift rows past us nor bring them twice. An order
 * of the user's own, an `or` of filters, and a view (which makes the server ignore filters: 1.23.2) leave only page
 * numbers.
 *
 * @param limit most tasks: a whole number from 1, or Infinity
 * @param take is given the tasks of each page, and tells whether more are wanted
 * @throws LabelStudioError for any page that fails
 */
export const readTaskPages = async (client: LabelStudioClient, request: LabelStudioRequest, limit: number, take: Take): Promise<void> => {
	const isWhole = parameter(request, 'fields') === 'all';
	const query = parseTaskQuery(parameter(request, 'query'));
	const ordering = query.ordering ?? [];
	const byId = ordering.length === 0 || (ordering.length === 1 && ordering[0] === 'tasks:id');
	const combinable = (query.filters?.items ?? []).length < 2 || query.filters?.conjunction !== 'or';
	const ask = leanTasks(client, parameter(request, 'project'));
	if (!byId || !combinable || parameter(request, 'view') !== undefined) {
		return await readPages(ask, request, { at: 'tasks', hasNext: false }, Math.min(isWhole ? wholePageSize : pageSize, limit), take);
	}
	const others = withId((request.query ?? []).filter(([name]) => name !== 'query'));
	let left = limit;
	let size = isWhole ? wholePageSize : firstPageSize;
	for (let after = 0; ; ) {
		const items = [...(query.filters?.items ?? [])];
		if (after > 0) items.push(isLater(after));
		const page: TaskQuery = { ...query, filters: { conjunction: 'and', items }, ordering: ['tasks:id'] };
		const asked = Date.now();
		const answer = await ask({
			...request,
			query: [...others, ['query', taskQueryText(page)], ['page', '1'], ['page_size', String(Math.min(size, left))]],
		});
		const found = rowsOf(answer.body, 'tasks');
		left -= found.length;
		const id = (found.at(-1) as { id?: unknown } | undefined)?.id;
		const { total } = (answer.body ?? {}) as { total?: unknown };
		// `total` counts what the filter leaves, so the last page holds all of it.
		const isLast = typeof total === 'number' ? found.length >= total : found.length === 0;
		if (!take(found, answer) || typeof id !== 'number' || isLast) return;
		after = id;
		size = nextPageSize(found.length, answer.length ?? 0, Date.now() - asked);
	}
};

/** The way on needs each row's id, so a choice of fields that leaves it out gets it too. */
const withId = (query: Array<readonly [string, string]>): Array<readonly [string, string]> =>
	query.map(([name, value]) => (name === 'include' && !value.split(',').includes('id') ? ([name, `id,${value}`] as const) : ([name, value] as const)));
