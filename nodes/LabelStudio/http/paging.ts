import type { LabelStudioAnswer, LabelStudioClient, LabelStudioRequest } from './client';
import { LabelStudioError } from './errors';

/** How a list is followed beyond its first page. */
export type PagingStyle =
	/** `page` and `page_size` (at most 100), envelope `{count, next, previous, results}`. */
	| 'page'
	/** `page` and `page_size` over a bare array; a short page is the last one. */
	| 'pageArray'
	/** `limit` and `offset`, envelope `{results, next_offset}`. */
	| 'offset'
	/** `/api/tasks/`: by task id, so that rows which come and go are neither skipped nor repeated. */
	| 'tasks'
	/** The whole list comes in one answer. */
	| 'none';

/** Most rows that a paged list gives at once, whatever is asked; `/api/projects/` of Label Studio 1.23.2. */
const pageSize = 100;
/** `/api/tasks/` has no such limit in Community 1.23.2; more gains nothing. Enterprise gives 100 all the same. */
const tasksPageSize = 1000;
/** Whole rows with annotations and predictions are large. */
const wholeTasksPageSize = 200;

/** Where the rows are in an answer, and how the list goes on. */
export interface ListShape {
	/** Key of the rows; empty when the answer itself is the list. */
	at: string;
	paging: PagingStyle;
}

/** All rows that were asked for, and the last answer that brought some. */
export interface ListAnswer {
	rows: unknown[];
	answer: LabelStudioAnswer;
	/** The answer holds exactly these rows: nothing came from other pages, and nothing was cut off. */
	whole?: true;
}

/** How much of a list is read. */
export interface ListRange {
	/** Most rows: a whole number from 1, or Infinity. */
	limit: number;
	/** Only this page, `limit` rows long, instead of the list from its start. A list that comes whole has no pages. */
	page?: number;
}

/** Is given the rows of each answer, and tells whether more are wanted. */
type Take = (rows: unknown[], answer: LabelStudioAnswer) => boolean;

const rowsOf = (body: unknown, at: string): unknown[] => {
	const rows = at === '' ? body : (body as Record<string, unknown> | undefined)?.[at];
	if (Array.isArray(rows)) return rows;
	// Some lists of older releases come without their envelope.
	return Array.isArray(body) ? body : [];
};

/**
 * Reads a list up to a limit, or one page of it.
 *
 * @throws LabelStudioError for any page that fails; nothing is returned then
 */
export const readList = async (client: LabelStudioClient, request: LabelStudioRequest, shape: ListShape, { limit, page }: ListRange): Promise<ListAnswer> => {
	if (page !== undefined && shape.paging !== 'none') return await readPage(client, request, shape, page, limit === Infinity ? pageSize : limit);
	const rows: unknown[] = [];
	let last: LabelStudioAnswer | undefined;
	const take: Take = (found, answer) => {
		for (const row of found) rows.push(row);
		last = answer;
		return rows.length < limit;
	};
	switch (shape.paging) {
		case 'tasks':
			await readTasks(client, request, limit, take);
			break;
		case 'offset':
			await readOffsets(client, request, shape, limit, take);
			break;
		case 'page':
		case 'pageArray':
			await readPages(client, request, shape, Math.min(pageSize, limit), take);
			break;
		case 'none': {
			const answer = await client.request(request);
			const all = rowsOf(answer.body, shape.at);
			return { rows: all.slice(0, limit), answer, whole: all.length <= limit || undefined };
		}
	}
	return { rows: rows.slice(0, limit), answer: last as LabelStudioAnswer };
};

const numbered = (request: LabelStudioRequest, page: number, size: number): LabelStudioRequest => ({
	...request,
	query: [...(request.query ?? []), ['page', String(page)], ['page_size', String(size)]],
});

const readPage = async (client: LabelStudioClient, request: LabelStudioRequest, { at }: ListShape, page: number, size: number): Promise<ListAnswer> => {
	const answer = await client.request(numbered(request, page, size));
	return { rows: rowsOf(answer.body, at), answer, whole: true };
};

/**
 * Reads tasks page by page, so that they need not all be kept.
 *
 * @param take is given the tasks of each page, and tells whether more are wanted
 * @throws LabelStudioError for any page that fails
 */
export const readTaskPages = async (client: LabelStudioClient, request: LabelStudioRequest, take: (tasks: unknown[]) => boolean): Promise<void> =>
	await readTasks(client, request, Infinity, take);

const isPastTheEnd = (error: unknown, page: number): boolean => page > 1 && error instanceof LabelStudioError && error.httpStatus === 404;

/** By page number. Rows that the list shifts onto a second page while it is read come once. */
const readPages = async (client: LabelStudioClient, request: LabelStudioRequest, { at, paging }: ListShape, size: number, take: Take): Promise<void> => {
	const seen = new Set<unknown>();
	for (let page = 1; ; page++) {
		const answer = await client
			.request(numbered(request, page, size))
			.catch((error: unknown) => (isPastTheEnd(error, page) ? undefined : Promise.reject(error)));
		if (answer === undefined) return;
		const found = rowsOf(answer.body, at);
		const fresh = found.filter((row) => {
			const identity = (row as { id?: unknown } | null)?.id ?? JSON.stringify(row);
			const isNew = !seen.has(identity);
			seen.add(identity);
			return isNew;
		});
		const { next } = (answer.body ?? {}) as { next?: unknown };
		const isLast = paging === 'page' ? !next : found.length < size;
		// A server that does not know page numbers sends the same rows for ever.
		if (!take(fresh, answer) || fresh.length === 0 || isLast) return;
	}
};

/** By offset, as the server says where the next rows begin. */
const readOffsets = async (client: LabelStudioClient, request: LabelStudioRequest, { at }: ListShape, limit: number, take: Take): Promise<void> => {
	let left = limit;
	for (let offset = 0; ; ) {
		const query = [...(request.query ?? []), ['limit', String(Math.min(pageSize, left))], ['offset', String(offset)]] as const;
		const answer = await client.request({ ...request, query: query as LabelStudioRequest['query'] });
		const found = rowsOf(answer.body, at);
		left -= found.length;
		const { next_offset: next } = (answer.body ?? {}) as { next_offset?: unknown };
		// One that does not lead on would do so for ever.
		if (!take(found, answer) || typeof next !== 'number' || next <= offset) return;
		offset = next;
	}
};

interface TaskQuery {
	filters?: { conjunction?: string; items?: readonly unknown[] };
	ordering?: string[];
}

/** A query of the Data Manager as text. The server decodes percent signs once more than it should: seen in 1.23.2 (data_manager/functions.py). */
export const taskQueryText = (query: unknown): string => JSON.stringify(query).replaceAll('%', '\\u0025');

const parameter = (request: LabelStudioRequest, name: string): string | undefined => request.query?.find(([key]) => key === name)?.[1];

const parseTaskQuery = (text: string | undefined): TaskQuery => {
	if (text === undefined) return {};
	const query: unknown = JSON.parse(text);
	return typeof query === 'object' && query !== null ? query : {};
};

/**
 * Tasks by id: each page asks for ids greater than the last one, so that tasks which are made or deleted meanwhile
 * neither shift rows past us nor bring them twice. An order of the user's own, an `or` of filters, and a view (which
 * makes the server ignore filters: 1.23.2) leave only page numbers.
 */
const readTasks = async (client: LabelStudioClient, request: LabelStudioRequest, limit: number, take: Take): Promise<void> => {
	const largest = parameter(request, 'fields') === 'all' ? wholeTasksPageSize : tasksPageSize;
	const size = Math.min(largest, limit);
	const query = parseTaskQuery(parameter(request, 'query'));
	const ordering = query.ordering ?? [];
	const byId = ordering.length === 0 || (ordering.length === 1 && ordering[0] === 'tasks:id');
	const combinable = (query.filters?.items ?? []).length < 2 || query.filters?.conjunction !== 'or';
	if (!byId || !combinable || parameter(request, 'view') !== undefined) {
		return await readPages(client, request, { at: 'tasks', paging: 'pageArray' }, size, take);
	}
	const others = withId((request.query ?? []).filter(([name]) => name !== 'query'));
	let left = limit;
	for (let after = 0; ; ) {
		const items = [...(query.filters?.items ?? [])];
		if (after > 0) items.push({ filter: 'filter:tasks:id', operator: 'greater', type: 'Number', value: after });
		const page: TaskQuery = { ...query, filters: { conjunction: 'and', items }, ordering: ['tasks:id'] };
		const answer = await client.request({
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
	}
};

/** The way on needs each row's id, so a choice of fields that leaves it out gets it too. */
const withId = (query: Array<readonly [string, string]>): Array<readonly [string, string]> =>
	query.map(([name, value]) => (name === 'include' && !value.split(',').includes('id') ? ([name, `id,${value}`] as const) : ([name, value] as const)));
