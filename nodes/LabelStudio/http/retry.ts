import { OperationalError, sleep } from 'n8n-workflow';
import { LabelStudioError } from './errors';

const firstPauseMs = 500;
const longestPauseMs = 30_000;
/** A server that asks for more patience than this gets an error instead, which says for how long. */
const longestRetryAfterMs = 300_000;

/** Whether requests of this method do no more when they are sent twice. */
export const isIdempotent = (method: string): boolean => method === 'GET' || method === 'PUT' || method === 'DELETE';

/**
 * How long to pause before a failed request is sent again.
 *
 * @param repeatable whether sending it twice does no more than sending it once
 * @param attempt 1 after the first failure
 * @param random number from 0 to 1, so that many clients do not come back in step
 * @returns milliseconds; undefined when it must not be sent again
 */
export const pauseBeforeRetry = (error: unknown, repeatable: boolean, attempt: number, maxRetries: number, random = Math.random()): number | undefined => {
	if (!(error instanceof LabelStudioError) || error.retry === undefined || attempt > maxRetries) return undefined;
	if (error.retry === 'idempotent' && !repeatable) return undefined;
	if (error.retryAfter !== undefined) return error.retryAfter <= longestRetryAfterMs ? error.retryAfter : undefined;
	return Math.min(longestPauseMs, firstPauseMs * 2 ** (attempt - 1)) * (0.5 + random / 2);
};

/** Waits, and ends early with an error when the execution is cancelled. */
export const pause = async (milliseconds: number, signal: AbortSignal | undefined): Promise<void> => {
	const until = Date.now() + milliseconds;
	for (let rest = milliseconds; rest > 0; rest = until - Date.now()) {
		if (signal?.aborted) throw new OperationalError('The execution was cancelled');
		await sleep(Math.min(rest, 250));
	}
};
