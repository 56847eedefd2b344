import { createHash, randomBytes, timingSafeEqual } from 'crypto';

/** Header in which Label Studio sends back the secret of a hook; its names may hold letters, digits, `-` and `_`. */
export const headerName = 'X-N8n-Trigger-Secret';

/** 64 hex digits that nobody can guess. */
export const makeSecret = (): string => randomBytes(32).toString('hex');

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** The secret that a request carries; undefined when it carries none. Names of headers are in lower case, as Node gives them. */
export const sentSecret = (headers: Readonly<Record<string, unknown>>): string | undefined => {
	const sent = headers[headerName.toLowerCase()];
	return typeof sent === 'string' && sent !== '' ? sent : undefined;
};

/** Whether two secrets are the same, compared in constant time: digests are of one length, whatever was sent. */
export const isSameSecret = (sent: string, expected: string): boolean => timingSafeEqual(digest(sent), digest(expected));
