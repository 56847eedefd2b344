import type { Recorded } from './server.mts';

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token in the form of Label Studio's, signed with nothing: only its form counts here. */
const jwt = (claims: Record<string, unknown>): string => `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}.${encode(Math.random())}`;

/** A personal access token as Label Studio 1.23.2 makes them. */
export const personalAccessToken = (): string => jwt({ token_type: 'refresh', exp: 8_102_725_850, iat: 1_795_525_850, jti: 'x', user_id: '1' });

/** An access token that lives as many seconds. `iat` is the server's clock, which may be wrong. */
export const accessToken = (seconds = 300, iat = Math.floor(Date.now() / 1000)): string =>
	jwt({ token_type: 'access', iat, exp: iat + seconds, user_id: '1' });

/** Whether a request is the exchange of a personal access token. */
export const isExchange = (request: Recorded): boolean => request.method === 'POST' && request.path.endsWith('/api/token/refresh/');
