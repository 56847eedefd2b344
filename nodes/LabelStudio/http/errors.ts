/** What can be told of a failed call, besides its message. */
export interface LabelStudioErrorDetails {
	/** What to do about it, or the server's own words. */
	description?: string;
	/** HTTP status, when the server answered. Not called `status`, which n8n would take for a reason to replace the message. */
	httpStatus?: number;
	/** Label Studio's id of the error, for its log. */
	errorId?: string;
	/** The server may have done what it was asked. */
	outcomeUnknown?: boolean;
	/** May be tried again, by any method when the request surely did nothing. */
	retry?: 'always' | 'idempotent';
	/** Milliseconds that the server asks to wait. */
	retryAfter?: number;
	/** Rows of the request that the server named as the reason; absent when what was sent was not the reason. */
	refusedRows?: readonly RefusedRow[];
}

/** A row that the server does not take. */
export interface RefusedRow {
	/** Place in the list that was sent, from 0. */
	row: number;
	message: string;
}

/** A call of Label Studio that failed, in words for the user: no HTML, no traceback, no token. */
export class LabelStudioError extends Error {
	readonly description?: string;
	readonly httpStatus?: number;
	readonly errorId?: string;
	readonly outcomeUnknown: boolean;
	readonly retry?: 'always' | 'idempotent';
	readonly retryAfter?: number;
	readonly refusedRows?: readonly RefusedRow[];

	constructor(message: string, details: LabelStudioErrorDetails = {}) {
		super(message);
		this.name = 'LabelStudioError';
		this.description = details.description;
		this.httpStatus = details.httpStatus;
		this.errorId = details.errorId;
		this.outcomeUnknown = details.outcomeUnknown ?? false;
		this.retry = details.retry;
		this.retryAfter = details.retryAfter;
		this.refusedRows = details.refusedRows;
	}
}

/** What a call came to: its result, or how Label Studio failed it. Anything else that goes wrong is still thrown. */
export const outcomeOf = async <T>(call: Promise<T>): Promise<T | LabelStudioError> =>
	await call.catch((error: unknown) => (error instanceof LabelStudioError ? error : Promise.reject(error)));

/** What the server answered to a failed request. */
export interface FailedAnswer {
	status: number;
	headers: Record<string, unknown>;
	/** Body as text; empty when there was none or it could not be read. */
	text: string;
}

/** What is known of the request, to say which of several causes is the likely one. */
export interface RequestFacts {
	method: string;
	path: string;
	/** Only Label Studio Enterprise has the operation. */
	enterprise?: boolean;
	tokenKind: 'personal' | 'legacy';
}

const isHtml = (text: string): boolean => /^\s*(<!doctype|<html|<head|<body)/i.test(text);

/** Links and emphasis in a sentence, and what Python shows of its objects; a tag of a labeling config is none of them. */
const decoration = /<\/?(?:a|b|br|code|em|i|li|p|pre|span|strong|ul)(?:\s[^<>]*)?>|<[\w.]+ object at 0x[0-9a-f]+>(?:: )?/gi;

/** Cuts what a person should not see out of a server's text: tracebacks, markup, excess. */
const clean = (text: string): string => {
	const withoutTrace = text.split('Traceback (most recent call last)')[0] ?? '';
	const sentence = withoutTrace.replace(decoration, '');
	// What still has elements is a page or a part of one.
	if (isHtml(withoutTrace) || /<\/[a-z]/i.test(sentence)) return '';
	const trimmed = sentence.trim();
	return trimmed.length > 1000 ? `${trimmed.slice(0, 1000)}…` : trimmed;
};

/**
 * Label Studio's `validation_errors`, nested by field and index, as lines `field: text`.
 * `non_field_errors` lose their name. Seen in Label Studio 1.23.2: `{title: ["…"]}`, `{non_field_errors: ["…"]}`.
 */
export const flattenValidationErrors = (errors: unknown, path = ''): string[] => {
	if (errors === null || errors === undefined) return [];
	if (Array.isArray(errors)) {
		return errors.flatMap((entry, index) =>
			flattenValidationErrors(entry, typeof entry === 'object' && errors.length > 1 ? `${path}[${index}]` : path),
		);
	}
	if (typeof errors === 'object') {
		return Object.entries(errors).flatMap(([field, entry]) => {
			const name = field === 'non_field_errors' ? path : path ? `${path}.${field}` : field;
			return flattenValidationErrors(entry, name);
		});
	}
	const text = clean(String(errors));
	if (text === '') return [];
	return [path ? `${path}: ${text}` : text];
};

const texts = (errors: unknown): string[] => {
	if (typeof errors === 'string') return [errors];
	return typeof errors === 'object' && errors !== null ? Object.values(errors).flatMap(texts) : [];
};

/** Takes out of a row's message what only repeats the row. */
const ofRow = (message: string): string => {
	const short = message.replace(/ \[assume: [^]*$/, '').replace(/^(data\['[^']*'\])=[^]*( is of type '\w+', but the object tag )/, '$1$2');
	return clean(short) || 'Label Studio does not accept it';
};

/**
 * The rows that an import names: `Error at item 3: … :: {the row}` and `Task 3, prediction 0: …`, each row once. Label Studio
 * 1.23.2 names at most 99 (tasks/serializers.py, data_import/api.py).
 *
 * @param errors `validation_errors`, or a text
 */
export const parseRefusedRows = (errors: unknown): RefusedRow[] => {
	const rows = new Map<number, string>();
	const add = (row: string, message: string): void => {
		if (!rows.has(Number(row))) rows.set(Number(row), message);
	};
	for (const text of texts(errors)) {
		// In an import in the background the texts come as Python shows them.
		for (const [, row, message] of text.matchAll(/(?:^|string=['"])Errors?\b[^:]*? at item (\d+): ([^]*?)(?= :: |$)/g)) add(row as string, ofRow(message as string));
		for (const [, row, message] of text.matchAll(/(?:^|\n)(?:- )?Task (\d+)(?:, prediction \d+)?: (.*)/g)) add(row as string, ofRow(message as string));
	}
	return [...rows].map(([row, message]) => ({ row, message }));
};

interface ErrorBody {
	id?: unknown;
	detail?: unknown;
	validation_errors?: unknown;
}

const parseBody = (text: string): ErrorBody | undefined => {
	if (!/^\s*[[{]/.test(text)) return undefined;
	try {
		const body: unknown = JSON.parse(text);
		// Django REST framework answers some field errors bare: {"field": ["text"]} or ["text"].
		if (Array.isArray(body)) return { validation_errors: body };
		const record = body as Record<string, unknown>;
		if ('detail' in record || 'validation_errors' in record) return record;
		// A few endpoints have a form of their own, such as /api/current-user/hotkeys/ in 1.23.2.
		return typeof record.error === 'string' ? { detail: record.error } : { validation_errors: record };
	} catch {
		return undefined;
	}
};

/** Milliseconds of a Retry-After header: seconds or a date. */
export const parseRetryAfter = (value: unknown, now = Date.now()): number | undefined => {
	if (typeof value !== 'string' || value.trim() === '') return undefined;
	const seconds = Number(value);
	if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
	const date = Date.parse(value);
	return Number.isNaN(date) ? undefined : Math.max(0, date - now);
};

const advice401 = (detail: string, facts: RequestFacts): { message: string; description: string } => {
	// `POST /api/token/refresh/` judges the token in the body so, seen in 1.23.2; one that authenticates is judged in other words.
	if (/^token is (invalid|blacklisted|expired)/i.test(detail)) {
		return {
			message: 'Label Studio does not accept the token that was entered',
			description: 'It was revoked, has expired, belongs to another server, or was not copied whole. The token of the credential is another matter.',
		};
	}
	if (/legacy token/i.test(detail)) {
		return {
			message: 'Legacy tokens are switched off on this Label Studio server',
			description: 'Create a personal access token in Label Studio (Account & Settings → Personal Access Token) and put it into the credential, or ask an administrator to allow legacy tokens.',
		};
	}
	return {
		message: 'Label Studio does not accept the API token',
		description:
			facts.tokenKind === 'personal'
				? 'The personal access token worked for a moment and was then refused: it was probably revoked, or the server was set up anew. Create a new one in Label Studio (Account & Settings → Personal Access Token).'
				: 'The credential holds something that is no personal access token, so it was sent as a legacy token. Copy the token again from Label Studio (Account & Settings), whole and without quotes.',
	};
};

const adviceFor = (answer: FailedAnswer, facts: RequestFacts, detail: string): { message: string; description?: string } => {
	const html = isHtml(answer.text);
	switch (answer.status) {
		case 400:
			return { message: 'Label Studio did not accept the values' };
		case 401:
			return advice401(detail, facts);
		case 403:
			if (/reserved network address|URL was not allowed/.test(detail)) return adviceAddress(facts);
			return {
				message: 'Label Studio does not allow this',
				description: 'The user behind the API token lacks the role or permission for it.',
			};
		case 404:
			if (facts.enterprise) {
				return {
					message: 'This operation needs Label Studio Enterprise',
					description: 'The server does not have it, or the object does not exist.',
				};
			}
			return html
				? {
						message: 'Label Studio found nothing there',
						description: `Probably an ID in ${facts.path} does not exist or belongs to somebody else; or this release of Label Studio does not have the operation; or the Base URL of the credential leads elsewhere.`,
					}
				: { message: 'Label Studio found no such object', description: 'Check the IDs; the object may have been deleted or belong to another organization.' };
		case 405:
			// Label Studio 1.23.2 also answers so to what it knows and forbids, such as removing oneself from an organization.
			return { message: detail === '' || /^method .* not allowed/i.test(detail) ? 'This release of Label Studio does not have the operation' : 'Label Studio does not allow this' };
		case 409:
			return { message: 'Label Studio has something there already that conflicts' };
		case 413:
			return {
				message: 'The request is too large for the server',
				description: 'A proxy before Label Studio, or Label Studio itself, limits the size. Send fewer or smaller items at once.',
			};
		case 429:
			return { message: 'Label Studio asks to slow down', description: 'Too many requests: lower Concurrency in the options, or try again later.' };
		case 502:
		case 503:
		case 504:
			return {
				message: `Label Studio could not be reached through its proxy (${answer.status})`,
				description:
					answer.status === 504
						? 'It took longer than the proxy waits. What was asked for may still be going on: look before you send it again.'
						: 'It may be restarting or overloaded: try again in a while.',
			};
		default:
			if (answer.status >= 300 && answer.status < 400) return adviceRedirect(answer);
			return answer.status >= 500
				? { message: 'Label Studio failed while working on the request', description: 'Often a value is the cause: check the parameters. Otherwise the server\'s log says more.' }
				: { message: `Label Studio refused the request (${answer.status})` };
	}
};

/** What Label Studio calls is kept off its own network; ML backends have a switch of their own. Seen in 1.23.2. */
const adviceAddress = ({ path }: RequestFacts): { message: string; description: string } => ({
	message: 'Label Studio refuses to call a private address',
	description: `Use a public one, or have an administrator start Label Studio with ${path.startsWith('/api/ml/') ? 'ML_BLOCK_LOCAL_IP' : 'SSRF_PROTECTION_ENABLED'}=false.`,
});

const adviceRedirect = (answer: FailedAnswer): { message: string; description: string } => {
	const target = String(answer.headers.location ?? '');
	const origin = URL.canParse(target) ? new URL(target).origin : '';
	return {
		message: 'The server sends requests on to another address',
		description: `${origin ? `It points to ${origin}. ` : ''}Enter the final address as Base URL in the credential, usually the one with https://.`,
	};
};

/** Makes an error out of an answer: what happened, what to do next, Label Studio's own words, its error id. */
export const errorFromAnswer = (answer: FailedAnswer, facts: RequestFacts): LabelStudioError => {
	const body = parseBody(answer.text);
	const detail = body ? clean(typeof body.detail === 'string' ? body.detail : '') : clean(answer.text);
	const fields = flattenValidationErrors(body?.validation_errors);
	const { message, description } = adviceFor(answer, facts, detail);
	const own = fields.length > 0 ? fields : detail && answer.status !== 401 ? [detail] : [];
	const errorId = typeof body?.id === 'string' ? body.id : undefined;
	const retryAfter = parseRetryAfter(answer.headers['retry-after']);
	const lines = [...own, description, errorId && `Error ID in Label Studio's log: ${errorId}`].filter(Boolean);
	return new LabelStudioError(own.length > 0 ? `${message}: ${own[0]}` : message, {
		description: (own.length === 1 ? lines.slice(1) : lines).join('\n') || undefined,
		httpStatus: answer.status,
		errorId,
		retryAfter,
		// A server that fails after it stored what it was sent answers 500 as well: seen in 1.23.2.
		outcomeUnknown: answer.status === 408 || (answer.status >= 500 && retryFor(answer.status, retryAfter) !== 'always'),
		retry: retryFor(answer.status, retryAfter),
		refusedRows: answer.status === 400 || answer.status === 500 ? parseRefusedRows(body?.validation_errors ?? body?.detail) : undefined,
	});
};

const retryFor = (status: number, retryAfter: number | undefined): LabelStudioError['retry'] => {
	if (status === 429 || (status === 503 && retryAfter !== undefined)) return 'always';
	return status === 502 || status === 503 || status === 504 ? 'idempotent' : undefined;
};

const connectionAdvice: Record<string, { message: string; description: string; retry?: 'always' | 'idempotent' }> = {
	ECONNREFUSED: {
		message: 'No server answers at the Base URL',
		description: 'Label Studio may be stopped or starting, or the port is wrong. From inside a container, localhost is the container itself.',
		retry: 'always',
	},
	ENOTFOUND: { message: 'The host of the Base URL is not known', description: 'Check the spelling of the address in the credential.' },
	EAI_AGAIN: { message: 'The host of the Base URL could not be looked up', description: 'Name resolution failed for now: try again.', retry: 'always' },
	EHOSTUNREACH: { message: 'The host of the Base URL cannot be reached', description: 'Check network and firewall between n8n and Label Studio.', retry: 'always' },
	ENETUNREACH: { message: 'The network of the Base URL cannot be reached', description: 'Check network and firewall between n8n and Label Studio.', retry: 'always' },
};

/** Whether a connection failed because of the server's certificate, by Node's code. */
export const isCertificateError = (code: string): boolean => /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|ERR_TLS/.test(code);

/**
 * Makes an error out of a request that got no whole answer.
 *
 * @param code Node's or axios's code, such as ECONNRESET
 * @param seconds the timeout that was set
 */
export const errorFromConnection = (code: string, text: string, seconds: number): LabelStudioError => {
	const known = connectionAdvice[code];
	if (known) return new LabelStudioError(known.message, known);
	if (isCertificateError(code)) {
		return new LabelStudioError('The TLS certificate of the server is not trusted', {
			description: 'Install a certificate that n8n trusts, or switch on Ignore TLS Issues in the credential if you know the server.',
		});
	}
	if (code === 'ECONNABORTED' || code === 'ETIMEDOUT' || /timeout/i.test(text)) {
		return new LabelStudioError(`Label Studio did not answer within ${seconds} seconds`, {
			description: 'It may still be working on the request. A longer Timeout can be set in the options of the node.',
			outcomeUnknown: true,
			retry: 'idempotent',
		});
	}
	if (/EPROTO|ERR_SSL|WRONG_VERSION/.test(`${code} ${text}`)) {
		return new LabelStudioError('The server does not speak https at this address', { description: 'Try http:// in the Base URL, or the port of the https service.' });
	}
	return new LabelStudioError('The connection to Label Studio was lost before the answer was complete', {
		description: 'It may have done what it was asked. Check network and proxies between n8n and Label Studio.',
		outcomeUnknown: true,
		retry: 'idempotent',
	});
};

/** The answer has a good status but is not what Label Studio sends. */
export const errorFromUnreadable = (text: string): LabelStudioError =>
	isHtml(text)
		? new LabelStudioError('A web page came instead of data', {
				description: 'Check the Base URL of the credential: it should lead to Label Studio itself, not to a log-in page or another service.',
				outcomeUnknown: true,
			})
		: new LabelStudioError('The answer of Label Studio is incomplete or no JSON', {
				description: 'A proxy may have cut it off. Try again, or ask for less at once.',
				outcomeUnknown: true,
				retry: 'idempotent',
			});
