import { normalizeBaseUrl } from '../../nodes/LabelStudio/http/base-url';
import { flattenValidationErrors, LabelStudioError, parseRetryAfter } from '../../nodes/LabelStudio/http/errors';
import { isIdempotent, pauseBeforeRetry } from '../../nodes/LabelStudio/http/retry';
import { tokenKind } from '../../nodes/LabelStudio/http/token';
import { accessToken, personalAccessToken } from '../support/tokens.mts';

describe('base URL', () => {
	it.each([
		['https://host', 'https://host'],
		[' https://host/ ', 'https://host'],
		['https://host/api', 'https://host'],
		['https://host/api/', 'https://host'],
		['http://host:8080/label-studio//', 'http://host:8080/label-studio'],
		['https://host/label-studio/API/', 'https://host/label-studio'],
		['https://host/apis', 'https://host/apis'],
	])('%s becomes %s', (text, expected) => {
		expect(normalizeBaseUrl(text)).toBe(expected);
	});

	it.each([[''], ['   '], [undefined], ['host'], ['ftp://host'], ['https://'], ['https://host/#a'], ['https://ho st']])('%s is refused', (text) => {
		expect(() => normalizeBaseUrl(text)).toThrow(LabelStudioError);
	});
});

describe('tokens', () => {
	it('are told apart by their form', () => {
		expect(tokenKind(personalAccessToken())).toBe('personal');
		expect(tokenKind(` ${personalAccessToken()}\n`)).toBe('personal');
		expect(tokenKind(accessToken())).toBe('personal');
		expect(tokenKind('0123456789abcdef0123456789abcdef01234567')).toBe('legacy');
		expect(tokenKind('a.b.c')).toBe('legacy');
		expect(tokenKind('')).toBe('legacy');
	});
});

describe('validation errors', () => {
	it('become lines that name their field', () => {
		expect(
			flattenValidationErrors({ title: ['Too short.', 'Too plain.'], non_field_errors: ['Odd.'], tasks: [{ data: ['Missing.'] }, { data: { image: ['No URL.'] } }] }),
		).toEqual(['title: Too short.', 'title: Too plain.', 'Odd.', 'tasks[0].data: Missing.', 'tasks[1].data.image: No URL.']);
	});
});

describe('texts of a server', () => {
	it.each([
		['a sentence with a link', 'No answer. <a href="https://labelstud.io/guide/ml.html">Learn more</a> about it.', ['No answer. Learn more about it.']],
		['a Python object', "Caused by NewConnectionError('<urllib3.connection.HTTPConnection object at 0x7f1a>: refused')", ["Caused by NewConnectionError('refused')"]],
		['a tag of a labeling config', 'There is no <Choices> in it', ['There is no <Choices> in it']],
		['a part of a page', '<h1>Oops</h1><p>Something went wrong</p>', []],
		['a page', '<!doctype html><p>Something went wrong', []],
	])('keep their words: %s', (_name, text, expected) => {
		expect(flattenValidationErrors([text])).toEqual(expected);
	});
});

describe('retries', () => {
	const failure = (retry: 'always' | 'idempotent' | undefined, retryAfter?: number) => new LabelStudioError('x', { retry, retryAfter });

	it('pause longer each time, within bounds, and not in step', () => {
		const pauses = [1, 2, 3, 10].map((attempt) => [0, 1].map((random) => pauseBeforeRetry(failure('always'), false, attempt, 20, random)));
		expect(pauses).toEqual([[250, 500], [500, 1000], [1000, 2000], [15_000, 30_000]]);
	});

	it.each([
		['GET', 'idempotent', true],
		['PUT', 'idempotent', true],
		['DELETE', 'idempotent', true],
		['POST', 'idempotent', false],
		['PATCH', 'idempotent', false],
		['POST', 'always', true],
		['GET', undefined, false],
	] as const)('of %s after a failure that allows %s: %s', (method, retry, expected) => {
		expect(pauseBeforeRetry(failure(retry), isIdempotent(method), 1, 3, 1) !== undefined).toBe(expected);
	});

	it('end after as many as allowed, and wait no longer than five minutes', () => {
		expect(pauseBeforeRetry(failure('always'), true, 4, 3)).toBeUndefined();
		expect(pauseBeforeRetry(failure('always', 2000), true, 1, 3)).toBe(2000);
		expect(pauseBeforeRetry(failure('always', 3_600_000), true, 1, 3)).toBeUndefined();
		expect(pauseBeforeRetry(new Error('not ours'), true, 1, 3)).toBeUndefined();
	});

	it('read Retry-After as seconds or as a date', () => {
		expect(parseRetryAfter('3')).toBe(3000);
		expect(parseRetryAfter(new Date(60_000).toUTCString(), 50_000)).toBe(10_000);
		expect(parseRetryAfter('soon')).toBeUndefined();
		expect(parseRetryAfter(undefined)).toBeUndefined();
	});
});
