import type { INodeProperties } from 'n8n-workflow';
import type { ClientSettings } from '../http/client';
import { defaultSettings } from '../http/client';
import { InputError } from './input-error';
import type { Operation } from './operation';
import type { ParameterReader } from './parameters';

/** Requests in flight at once for operations that only read. */
const readConcurrency = 8;
/** Writes go one by one, in item order, so that what the server sees is what the workflow says. */
const writeConcurrency = 1;
const retriesDefault = defaultSettings.maxRetries;
const timeoutDefault = defaultSettings.timeoutMs / 1000;

/** The Options collection that every operation has. */
export const optionsProperty: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Concurrency',
			name: 'concurrency',
			type: 'number',
			typeOptions: { minValue: 1, numberPrecision: 0 },
			default: readConcurrency,
			description: 'How many requests may be under way at once. Without this option, reads run 8 at a time and writes one after the other in item order.',
		},
		{
			displayName: 'Full Response',
			name: 'fullResponse',
			type: 'boolean',
			default: false,
			description: 'Whether to return status code and headers together with the body, unsplit and not simplified',
		},
		{
			displayName: 'Page',
			name: 'page',
			type: 'number',
			typeOptions: { minValue: 1, numberPrecision: 0 },
			default: 1,
			description: 'Read only this page of a list, as long as Limit says, instead of the list from its start. A list that Label Studio gives whole has no pages.',
		},
		{
			displayName: 'Retries',
			name: 'retries',
			type: 'number',
			typeOptions: { minValue: 0, numberPrecision: 0 },
			default: retriesDefault,
			description: 'How often a failed request is sent again. Only where that is safe: reads and deletes after lost connections or an overloaded server, anything else only if the server surely did not take it.',
		},
		{
			displayName: 'Timeout',
			name: 'timeout',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: timeoutDefault,
			description: 'Seconds to wait for each answer',
		},
	],
};

/** What the Options collection says, with the defaults for the operation. */
export interface ExecutionOptions {
	concurrency: number;
	fullResponse: boolean;
	/** The only page of a list that is read. */
	page?: number;
	client: ClientSettings;
}

/** @throws InputError naming the option */
export const wholeNumber = (label: string, value: unknown, smallest: number): number => {
	const number = Number(value);
	if (!Number.isInteger(number) || number < smallest) throw new InputError(`${label} must be a whole number, at least ${smallest}`);
	return number;
};

/**
 * Options hold for the whole execution; an expression in them is read for the first item.
 *
 * @throws InputError naming the option
 */
export const readOptions = (reader: ParameterReader, operation: Operation): ExecutionOptions => {
	const { concurrency, fullResponse, page, retries, timeout } = (reader.read('options', 0) ?? {}) as Record<string, unknown>;
	const seconds = Number(timeout ?? timeoutDefault);
	if (!(seconds > 0)) throw new InputError('Timeout must be a number of seconds above 0');
	return {
		concurrency:
			concurrency === undefined ? (operation.method === 'GET' ? readConcurrency : writeConcurrency) : wholeNumber('Concurrency', concurrency, 1),
		fullResponse: fullResponse === true,
		page: page === undefined ? undefined : wholeNumber('Page', page, 1),
		client: {
			timeoutMs: seconds * 1000,
			maxRetries: retries === undefined ? retriesDefault : wholeNumber('Retries', retries, 0),
		},
	};
};
