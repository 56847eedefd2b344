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
}

const rowsOf = (body: unknown, at: string): unknown[] => {
	const rows = at === '' ? body : (body as Record<string, unknown> | undefined)?.[at];
	if (Array.isArray(rows)) return rows;
	// Some lists of older releases come without their envelope.
	return Array.isArray(body) ? body : [];
};

/**
 * Reads a list up to `limit` rows.
 *
 * @param limit whole number from 1, or Infinity
 * @throws LabelStudioError for any page that fails; nothing is returned then
 */
export const readList = async (client: LabelStudioClient, request: LabelStudioRequest, shape: ListShape, limit: number): Promise<ListAnswer> => {
	switch (shape.paging) {
		case 'tasks':
			return await readTasks(client, request, limit);
		case 'offset':
			return await readOffsets(client, request, shape, limit);
		case 'page':
		case 'pageArray':
			return await readPages(client, request, shape, limit, Math.min(pageSize, limit));
		case 'none': {
			const answer = await client.request(request);
			return { rows: rowsOf(answer.body, shape.at).slice(0, limit), answer };
		}
	}
};

const isPastTheEnd = (error: unknown, page: number): boolean => page > 1 && error instanceof LabelStudioError && error.httpStatus === 404;

/** By page number. Rows that the list shifts onto a second page while it is read come once. */
const readPages = async (
	client: LabelStudioClient,
	request: LabelStudioRequest,
	{ at, paging }: ListShape,
	limit: number,
	size: number,
): Promise<ListAnswer> => {
	const rows: unknown[] = [];
	const seen = new Set<unknown>();
	let last: LabelStudioAnswer | undefined;
	for (let page = 1; ; page++) {
		const query = [...(request.query ?? []), ['page', String(page)], ['page_size', String(size)]] as const;
		const answer = await client
			.request({ ...request, query: query as LabelStudioRequest['query'] })
			.catch((error: unknown) => (isPastTheEnd(error, page) ? undefined : Promise.reject(error)));
		if (answer === undefined) return { rows, answer: last as LabelStudioAnswer };
		last = answer;
		const found = rowsOf(answer.body, at);
		const before = rows.length;
		for (const row of found) {
			const identity = (row as { id?: unknown } | null)?.id ?? JSON.stringify(row);
			if (seen.has(identity)) continue;
			seen.add(identity);
			rows.push(row);
		}
		// A server that does not know page numbers sends the same rows for ever.
		const isNew = rows.length > before;
		const { next } = (answer.body ?? {}) as { next?: unknown };
		const isLast = paging === 'page' ? !next : found.length < size;
		if (!isNew || isLast || rows.length >= limit) return { rows: rows.slice(0, limit), answer };
	}
};

/** By offset, as the server says where the next rows begin. */
const readOffsets = async (client: LabelStudioClient, request: LabelStudioRequest, { at }: ListShape, limit: number): Promise<ListAnswer> => {
	const rows: unknown[] = [];
	for (let offset = 0; ; ) {
		const size = Math.min(pageSize, limit - rows.length);
		const query = [...(request.query ?? []), ['limit', String(size)], ['offset', String(offset)]] as const;
		const answer = await client.request({ ...request, query: query as LabelStudioRequest['query'] });
		rows.push(...rowsOf(answer.body, at));
		const { next_offset: next } = (answer.body ?? {}) as { next_offset?: unknown };
		// One that does not lead on would do so for ever.
		if (typeof next !== 'number' || next <= offset || rows.length >= limit) return { rows: rows.slice(0, limit), answer };
		offset = next;
	}
};

interface TaskQuery {
	filters?: { conjunction?: string; items?: unknown[] };
	ordering?: string[];
}

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
const readTasks = async (client: LabelStudioClient, request: LabelStudioRequest, limit: number): Promise<ListAnswer> => {
	const largest = parameter(request, 'fields') === 'all' ? wholeTasksPageSize : tasksPageSize;
	const size = Math.min(largest, limit);
	const query = parseTaskQuery(parameter(request, 'query'));
	const ordering = query.ordering ?? [];
	const byId = ordering.length === 0 || (ordering.length === 1 && ordering[0] === 'tasks:id');
	const combinable = (query.filters?.items ?? []).length < 2 || query.filters?.conjunction !== 'or';
	if (!byId || !combinable || parameter(request, 'view') !== undefined) {
		return await readPages(client, request, { at: 'tasks', paging: 'pageArray' }, limit, size);
	}
	const others = withId((request.query ?? []).filter(([name]) => name !== 'query'));
	const rows: unknown[] = [];
	for (let after = 0; ; ) {
		const items = [...(query.filters?.items ?? [])];
		if (after > 0) items.push({ filter: 'filter:tasks:id', operator: 'greater', type: 'Number', value: after });
		const page: TaskQuery = { ...query, filters: { conjunction: 'and', items }, ordering: ['tasks:id'] };
		const answer = await client.request({
			...request,
			query: [...others, ['query', JSON.stringify(page)], ['page', '1'], ['page_size', String(Math.min(size, limit - rows.length))]],
		});
		const found = rowsOf(answer.body, 'tasks');
		for (const row of found) rows.push(row);
		const id = (found.at(-1) as { id?: unknown } | undefined)?.id;
		const { total } = (answer.body ?? {}) as { total?: unknown };
		// `total` counts what the filter leaves, so the last page holds all of it.
		const isLast = typeof total === 'number' ? found.length >= total : found.length === 0;
		if (typeof id !== 'number' || isLast || rows.length >= limit) return { rows: rows.slice(0, limit), answer };
		after = id;
	}
};

/** The way on needs each row's id, so a choice of fields that leaves it out gets it too. */
const withId = (query: Array<readonly [string, string]>): Array<readonly [string, string]> =>
	query.map(([name, value]) => (name === 'include' && !value.split(',').includes('id') ? ([name, `id,${value}`] as const) : ([name, value] as const)));
