import type { LabelStudioAnswer, LabelStudioClient, LabelStudioRequest } from './client';
import { numbered, readPages, rowsOf, type Take } from './pages';
import { readTaskPages } from './task-pages';

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
			await readTaskPages(client, request, limit, take);
			break;
		case 'offset':
			await readOffsets(client, request, shape, limit, take);
			break;
		case 'page':
		case 'pageArray':
			await readPages(async (one) => await client.request(one), request, { at: shape.at, hasNext: shape.paging === 'page' }, Math.min(pageSize, limit), take);
			break;
		case 'none': {
			const answer = await client.request(request);
			const all = rowsOf(answer.body, shape.at);
			return { rows: all.slice(0, limit), answer, whole: all.length <= limit || undefined };
		}
	}
	return { rows: rows.slice(0, limit), answer: last as LabelStudioAnswer };
};

const readPage = async (client: LabelStudioClient, request: LabelStudioRequest, { at }: ListShape, page: number, size: number): Promise<ListAnswer> => {
	const answer = await client.request(numbered(request, page, size));
	return { rows: rowsOf(answer.body, at), answer, whole: true };
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
