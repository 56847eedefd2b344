import { createHash } from 'crypto';

/**
 * Label Studio knows two kinds of API token. A personal access token is a JWT of type `refresh`: it is exchanged at
 * `POST /api/token/refresh/` for an access token that lives 300 s. Anything else is a legacy token and sent as it is.
 * Seen in Label Studio 1.23.2.
 */
export type TokenKind = 'personal' | 'legacy';

/** The credential as the node uses it. */
export interface LabelStudioCredential {
	baseUrl: string;
	apiToken: string;
	ignoreTlsIssues?: boolean;
	/** See {@link Session}; kept by n8n, empty until the first exchange. */
	sessionToken?: string;
}

/** An exchanged access token, as text in one hidden property of the credential. */
interface Session {
	/** Fingerprint of token and address that it was made from, so that it dies with them. */
	owner: string;
	access: string;
	/** Milliseconds since 1970 by n8n's own clock, which may differ from the server's. */
	renewAt: number;
}

const claims = (jwt: string): Record<string, unknown> => {
	const parts = jwt.split('.');
	if (parts.length !== 3 || !parts[1]) return {};
	try {
		const payload: unknown = JSON.parse(Buffer.from(parts[1], 'base64url').toString());
		return typeof payload === 'object' && payload !== null ? (payload as Record<string, unknown>) : {};
	} catch {
		// Not a JWT, which is an answer as well.
		return {};
	}
};

/** Which kind of token this is, by its form alone. */
export const tokenKind = (apiToken: string): TokenKind => ('token_type' in claims(apiToken.trim()) ? 'personal' : 'legacy');

const owner = ({ apiToken, baseUrl }: LabelStudioCredential): string =>
	createHash('sha256').update(`${baseUrl}\n${apiToken}`).digest('hex').slice(0, 16);

const lifetimeMs = (access: string): number => {
	const { exp, iat } = claims(access);
	return typeof exp === 'number' && typeof iat === 'number' && exp > iat ? (exp - iat) * 1000 : 300_000;
};

/**
 * The session made from a fresh access token. It is renewed half a minute before its end, so that what is sent with
 * it arrives in time.
 */
export const makeSession = (credential: LabelStudioCredential, access: string, now = Date.now()): string => {
	const lifetime = lifetimeMs(access);
	const session: Session = { owner: owner(credential), access, renewAt: now + Math.max(lifetime - 30_000, lifetime / 2) };
	return JSON.stringify(session);
};

const readSession = (credential: LabelStudioCredential): Session | undefined => {
	if (!credential.sessionToken) return undefined;
	try {
		const session = JSON.parse(credential.sessionToken) as Session;
		return session.owner === owner(credential) ? session : undefined;
	} catch {
		// A text that this version did not write: there is no session.
		return undefined;
	}
};

/** Whether requests can be sent with this credential as it is. */
export const isFresh = (credential: LabelStudioCredential, now = Date.now()): boolean => {
	if (tokenKind(credential.apiToken) === 'legacy') return true;
	const session = readSession(credential);
	return session !== undefined && session.renewAt > now;
};

/** The Authorization header; undefined when a personal access token has not been exchanged yet. */
export const authorization = (credential: LabelStudioCredential): string | undefined => {
	const apiToken = credential.apiToken.trim();
	if (tokenKind(apiToken) === 'legacy') return `Token ${apiToken}`;
	const session = readSession(credential);
	return session && `Bearer ${session.access}`;
};

/** What is shorter occurs in any text, and taking it out would only show where it stood. */
const shortestSecret = 4;

/** Takes tokens, and other secrets that were sent, out of a text that a server sent. */
export const redact = (text: string, credential: LabelStudioCredential, sent: readonly string[] = []): string => {
	const secrets = [credential.apiToken.trim(), readSession(credential)?.access, ...sent.filter(({ length }) => length >= shortestSecret)];
	const quoted = (secret: string): string => JSON.stringify(secret).slice(1, -1);
	return secrets
		// An answer is JSON, and may repeat JSON that it was sent.
		.flatMap((secret) => (secret ? [secret, quoted(secret), quoted(quoted(secret))] : []))
		.reduce((redacted, secret) => redacted.replaceAll(secret, '…'), text);
};
