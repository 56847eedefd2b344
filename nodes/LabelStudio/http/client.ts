import type { IHttpRequestOptions } from 'n8n-workflow';
import { normalizeBaseUrl } from './base-url';
import { errorFromAnswer, errorFromConnection, errorFromUnreadable, LabelStudioError, type FailedAnswer } from './errors';
import { multipart, type FilePart } from './multipart';
import { isIdempotent, pause, pauseBeforeRetry } from './retry';
import { isFresh, redact, tokenKind, type LabelStudioCredential } from './token';

/** One call of Label Studio. */
export interface LabelStudioRequest {
	method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
	/** Exact path, encoded, from `/api/` on. */
	path: string;
	/** Encoded in this order; a name may stand several times. */
	query?: ReadonlyArray<readonly [name: string, value: string]>;
	/** Sent as JSON; undefined sends no body. */
	body?: unknown;
	/** A body that is JSON already, in place of `body`. */
	json?: Buffer;
	/** With files the body is a form: its fields are those of `body`. */
	files?: readonly FilePart[];
	/** Parts of the body that no error may show, should the server repeat them. */
	secrets?: readonly string[];
	/** The answer is a file: it comes as a stream. */
	file?: boolean;
	/** Sent beside the client's own. */
	headers?: Readonly<Record<string, string>>;
	/** Only Enterprise has it: makes a better message out of a 404. */
	enterprise?: boolean;
	/** Whether sending it twice is no worse than sending it once; by default the method tells. */
	repeatable?: boolean;
	/** Part of long work, which outlasts a restart of the server: retried for {@link patienceMs}, where a retry is safe. */
	patient?: true;
}

/** How long requests of long work are tried for. */
export const patienceMs = 180_000;

/** What came back. */
export interface LabelStudioAnswer {
	status: number;
	headers: Record<string, unknown>;
	/** Parsed JSON, undefined for an empty answer, a stream for a file. */
	body: unknown;
	/** Characters of the JSON; none of a file. */
	length?: number;
}

/** How patient and how stubborn the client is. */
export interface ClientSettings {
	timeoutMs: number;
	maxRetries: number;
}

export const defaultSettings: ClientSettings = { timeoutMs: 120_000, maxRetries: 3 };

/** n8n's authenticated request, bound to node and credential; it adds the token and the cancel signal. */
export type Transport = (options: IHttpRequestOptions) => Promise<unknown>;

interface FullAnswer {
	statusCode: number;
	headers: Record<string, unknown>;
	body: unknown;
}

/** Reads the beginning of a body that came as a stream, as text; an error body is short or not worth reading. */
export const readText = async (body: unknown, bytes = 65_536): Promise<string> => {
	if (typeof body === 'string') return body;
	if (body === null || typeof body !== 'object' || !(Symbol.asyncIterator in body)) return '';
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of body as AsyncIterable<Uint8Array>) {
		chunks.push(Buffer.from(chunk));
		size += chunk.length;
		if (size >= bytes) break;
	}
	return Buffer.concat(chunks).subarray(0, bytes).toString();
};

const parseAnswer = (body: unknown): unknown => {
	if (typeof body !== 'string' || body.trim() === '') return undefined;
	try {
		return JSON.parse(body) as unknown;
	} catch {
		return errorFromUnreadable(body);
	}
};

/** As bytes: n8n would leave out empty objects and lists, and parse a text again on its way. */
const encode = ({ body, json, files }: LabelStudioRequest): { contentType?: string; body?: Buffer } => {
	if (files) return multipart((body ?? {}) as Record<string, unknown>, files);
	if (json) return { contentType: 'application/json', body: json };
	return body === undefined ? {} : { contentType: 'application/json', body: Buffer.from(JSON.stringify(body)) };
};

/** n8n wraps what went wrong into errors of its own; the cause tells. */
interface WrappedError {
	cause?: unknown;
	code?: string;
	message?: string;
	response?: { status?: number; headers?: Record<string, unknown>; data?: unknown };
}

/**
 * Sends requests to one Label Studio server: base URL, token, timeout, retries, errors. Knows nothing of n8n's
 * properties or items.
 */
export class LabelStudioClient {
	private readonly transport: Transport;
	private readonly credential: LabelStudioCredential;
	private readonly settings: ClientSettings;
	private readonly signal?: AbortSignal;
	/** Address of the server, under which `/api/…` lives. */
	readonly baseUrl: string;
	private renewal?: Promise<void>;

	/**
	 * @param credential shared with the transport, which writes a renewed session into it
	 * @throws LabelStudioError when the credential's address or token is unusable
	 */
	constructor(transport: Transport, credential: LabelStudioCredential, settings: ClientSettings = defaultSettings, signal?: AbortSignal) {
		if (typeof credential.apiToken !== 'string' || credential.apiToken.trim() === '') {
			throw new LabelStudioError('API token is empty', { description: 'Open the Label Studio credential and enter a token.' });
		}
		this.baseUrl = normalizeBaseUrl(credential.baseUrl);
		this.transport = transport;
		this.credential = credential;
		this.settings = settings;
		this.signal = signal;
	}

	/**
	 * Sends one request, again where that is safe.
	 *
	 * @throws LabelStudioError for everything but a good answer
	 */
	async request(request: LabelStudioRequest): Promise<LabelStudioAnswer> {
		let uncertain = false;
		const patientUntil = request.patient ? Date.now() + patienceMs : 0;
		const repeatable = request.repeatable ?? isIdempotent(request.method);
		for (let attempt = 1; ; attempt++) {
			const outcome = await this.attempt(request);
			if (!(outcome instanceof Error)) return outcome;
			if (!(outcome instanceof LabelStudioError)) throw outcome;
			// An earlier attempt whose answer was lost has deleted it.
			if (request.method === 'DELETE' && outcome.httpStatus === 404 && uncertain) return { status: 204, headers: {}, body: undefined };
			uncertain ||= outcome.outcomeUnknown;
			const maxRetries = Date.now() < patientUntil ? Infinity : this.settings.maxRetries;
			const milliseconds = pauseBeforeRetry(outcome, repeatable, attempt, maxRetries);
			if (milliseconds === undefined) throw outcome;
			await pause(milliseconds, this.signal);
		}
	}

	/** A failure is returned, so that the caller decides what becomes of it. */
	private async attempt(request: LabelStudioRequest): Promise<LabelStudioAnswer | Error> {
		try {
			const { statusCode: status, headers, body } = await this.send(this.options(request));
			if (status >= 300) return this.failure({ status, headers, text: await readText(body) }, request);
			const parsed = request.file ? body : parseAnswer(body);
			return parsed instanceof LabelStudioError ? parsed : { status, headers, body: parsed, ...(typeof body === 'string' && { length: body.length }) };
		} catch (error) {
			return await this.translate(error as WrappedError, request);
		}
	}

	private options(request: LabelStudioRequest): IHttpRequestOptions {
		const query = (request.query ?? []).map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&');
		const headers: Record<string, string> = { Accept: request.file ? '*/*' : 'application/json', ...request.headers };
		const { contentType, body } = encode(request);
		if (contentType) headers['Content-Type'] = contentType;
		return {
			method: request.method,
			url: `${this.baseUrl}${request.path}${query && `?${query}`}`,
			headers,
			body,
			encoding: request.file ? 'stream' : 'text',
			timeout: this.settings.timeoutMs,
			skipSslCertificateValidation: this.credential.ignoreTlsIssues,
			disableFollowRedirect: true,
			// A 401 has to reach n8n, which then renews the session and tries again.
			ignoreHttpStatusErrors: { ignore: true, except: [401] },
			returnFullResponse: true,
		};
	}

	/** The first request that meets a stale session renews it; the others wait for that one. */
	private async send(options: IHttpRequestOptions): Promise<FullAnswer> {
		while (!isFresh(this.credential)) {
			if (this.renewal) {
				await this.renewal;
				continue;
			}
			// Empty is what makes n8n exchange the token before it sends.
			this.credential.sessionToken = '';
			const sent = this.transport(options);
			this.renewal = sent.then(
				() => undefined,
				() => undefined,
			);
			try {
				return (await sent) as FullAnswer;
			} finally {
				this.renewal = undefined;
			}
		}
		return (await this.transport(options)) as FullAnswer;
	}

	private async translate(error: WrappedError, request: LabelStudioRequest): Promise<Error> {
		const cause = (error.cause ?? error) as WrappedError;
		if (cause instanceof LabelStudioError) return cause;
		if (this.signal?.aborted || cause.code === 'ERR_CANCELED') return error as Error;
		const { status, headers, data } = cause.response ?? {};
		// An answer that began well and broke off has a good status too.
		if (status !== undefined && status >= 300) {
			return this.failure({ status, headers: headers ?? {}, text: await readText(data) }, request);
		}
		return errorFromConnection(cause.code ?? '', cause.message ?? '', this.settings.timeoutMs / 1000);
	}

	private failure(answer: FailedAnswer, request: LabelStudioRequest): LabelStudioError {
		return errorFromAnswer(
			{ ...answer, text: redact(answer.text, this.credential, request.secrets) },
			{ method: request.method, path: request.path, enterprise: request.enterprise, tokenKind: tokenKind(this.credential.apiToken) },
		);
	}
}
