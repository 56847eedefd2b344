import { createHash, randomBytes, timingSafeEqual } from 'crypto';

/** Header in which Label Studio sends back the secret of a hook; its names may hold letters, digits, `-` and `_`. */
export const headerName = 'X-N8n-Trigger-Secret';

/** 64 hex digits that nobody can guess. */
export const makeSecret = (): string => randomBytes(32).toString('hex');

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/**
 * Whether a request carries the secret, compared in constant time.
 *
 * @param headers names in lower case, as Node gives them
 * @param secret undefined when nothing is registered: nothing matches then
 */
export const hasSecret = (headers: Readonly<Record<string, unknown>>, secret: unknown): boolean => {
	const sent = headers[headerName.toLowerCase()];
	if (typeof sent !== 'string' || typeof secret !== 'string' || secret === '') return false;
	// Digests are of one length, whatever was sent.
	return timingSafeEqual(digest(sent), digest(secret));
};
