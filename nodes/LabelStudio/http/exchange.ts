import type { IDataObject, IHttpRequestHelper } from 'n8n-workflow';
import { normalizeBaseUrl } from './base-url';
import { errorFromConnection, LabelStudioError } from './errors';
import { makeSession, tokenKind, type LabelStudioCredential } from './token';

const exchangeTimeoutMs = 30_000;

/**
 * Exchanges a personal access token for an access token: `POST /api/token/refresh/`, seen in Label Studio 1.23.2. The
 * personal token itself stays as it is. A legacy token needs none of this.
 *
 * @returns what n8n stores in the credential
 * @throws LabelStudioError when the token or the address is refused
 */
export const exchangeToken = async (helpers: IHttpRequestHelper['helpers'], credential: LabelStudioCredential): Promise<IDataObject> => {
	const baseUrl = normalizeBaseUrl(credential.baseUrl);
	if (credential.apiToken.trim() === '') throw new LabelStudioError('API token is empty', { description: 'Open the Label Studio credential and enter a token.' });
	if (tokenKind(credential.apiToken) === 'legacy') return {};
	const answer = (await helpers
		.httpRequest({
			method: 'POST',
			url: `${baseUrl}/api/token/refresh/`,
			headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
			body: { refresh: credential.apiToken.trim() },
			json: true,
			timeout: exchangeTimeoutMs,
			skipSslCertificateValidation: credential.ignoreTlsIssues,
			disableFollowRedirect: true,
			ignoreHttpStatusErrors: true,
			returnFullResponse: true,
		})
		.catch((error: { code?: string; message?: string }) => {
			throw unanswered(error);
		})) as { statusCode: number; body: unknown };
	const access = (answer.body as { access?: unknown } | undefined)?.access;
	if (answer.statusCode === 200 && typeof access === 'string') return { sessionToken: makeSession(credential, access) };
	throw refused(answer.statusCode);
};

const unanswered = (error: { code?: string; message?: string }): LabelStudioError => {
	const reason = errorFromConnection(error.code ?? '', error.message ?? '', exchangeTimeoutMs / 1000);
	// The request itself was not sent yet, so it can always be tried again.
	return new LabelStudioError(reason.message, { description: reason.description, retry: reason.retry && 'always' });
};

const refused = (status: number): LabelStudioError => {
	if (status === 401 || status === 403) {
		return new LabelStudioError('Label Studio does not accept the personal access token', {
			description: 'It was revoked, belongs to another server, or was not copied whole. Create a new one in Label Studio: Account & Settings → Personal Access Token.',
			httpStatus: status,
		});
	}
	if (status === 429 || status >= 500) {
		return new LabelStudioError(`Label Studio could not exchange the personal access token for now (${status})`, {
			description: 'The server may be restarting or overloaded: try again in a while.',
			httpStatus: status,
			retry: 'always',
		});
	}
	return new LabelStudioError('The Base URL does not lead to a Label Studio that knows personal access tokens', {
		description: 'Check the address in the credential (a redirect to https:// counts as another address), or use a legacy token with an older server.',
		httpStatus: status,
	});
};
