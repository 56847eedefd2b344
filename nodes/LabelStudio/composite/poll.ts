import { pause } from '../http/retry';

const firstPauseMs = 250;
const longestPauseMs = 5000;

/**
 * How long to wait after an attempt.
 *
 * @param attempt 1 after the first
 * @returns milliseconds
 */
export const growingPause = (attempt: number, growth = 2): number => Math.min(longestPauseMs, firstPauseMs * growth ** (attempt - 1));

/**
 * Asks again and again, with growing pauses, until there is an answer.
 *
 * @param until time in milliseconds since 1970 after which it is given up; asked once at least
 * @returns undefined when time is up
 */
export const poll = async <T>(ask: () => Promise<T | undefined>, until: number, signal?: AbortSignal): Promise<T | undefined> => {
	for (let attempt = 1; ; attempt++) {
		const answer = await ask();
		if (answer !== undefined) return answer;
		const left = until - Date.now();
		if (left <= 0) return undefined;
		await pause(Math.min(growingPause(attempt, 1.5), left), signal);
	}
};

/** What a server's traceback comes down to: its last line, without the exception's class. */
export const lastLine = (traceback: unknown): string | undefined => {
	const line = String(traceback ?? '')
		.trim()
		.split('\n')
		.at(-1)
		?.trim();
	return line?.replace(/^[\w.]+(?:Error|Exception|Warning|Exit|Interrupt)(?:: |$)/, '').slice(0, 500) || line || undefined;
};
