import type { LabelStudioAnswer, LabelStudioRequest } from './client';
import { LabelStudioError } from './errors';

/** Sends one request of a list. */
export type Ask = (request: LabelStudioRequest) => Promise<LabelStudioAnswer>;

/** Is given the rows of each answer, and tells whether more are wanted. */
export type Take = (rows: unknown[], answer: LabelStudioAnswer) => boolean;

/** The rows of an answer, which stand under a key or, where that is empty, are the answer itself. */
export const rowsOf = (body: unknown, at: string): unknown[] => {
	const rows = at === '' ? body : (body as Record<string, unknown> | undefined)?.[at];
	if (Array.isArray(rows)) return rows;
	// Some lists of older releases come without their envelope.
	return Array.isArray(body) ? body : [];
};

/** The request for one page of a list. */
export const numbered = (request: LabelStudioRequest, page: number, size: number): LabelStudioRequest => ({
	...request,
	query: [...(request.query ?? []), ['page', String(page)], ['page_size', String(size)]],
});

const isPastTheEnd = (error: unknown, page: number): boolean => page > 1 && error instanceof LabelStudioError && error.httpStatus === 404;

/**
 * Reads a list by page number. Rows that the list shifts onto a second page while it is read come once.
 *
 * @param at key of the rows; empty when the answer itself is the list
 * @param hasNext an answer tells by `next` whether more follows; otherwise a short page is the last one
 * @throws LabelStudioError for any page that fails
 */
export const readPages = async (ask: Ask, request: LabelStudioRequest, { at, hasNext }: { at: string; hasNext: boolean }, size: number, take: Take): Promise<void> => {
	const seen = new Set<unknown>();
	for (let page = 1; ; page++) {
		const answer = await ask(numbered(request, page, size)).catch((error: unknown) => (isPastTheEnd(error, page) ? undefined : Promise.reject(error)));
		if (answer === undefined) return;
		const found = rowsOf(answer.body, at);
		const fresh = found.filter((row) => {
			const identity = (row as { id?: unknown } | null)?.id ?? JSON.stringify(row);
			const isNew = !seen.has(identity);
			seen.add(identity);
			return isNew;
		});
		const { next } = (answer.body ?? {}) as { next?: unknown };
		const isLast = hasNext ? !next : found.length < size;
		// A server that does not know page numbers sends the same rows for ever.
		if (!take(fresh, answer) || fresh.length === 0 || isLast) return;
	}
};
