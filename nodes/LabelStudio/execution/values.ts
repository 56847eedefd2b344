import { DateTime } from 'luxon';
import type { Mapping } from '../composite/composite';
import { entities } from '../pickers/entities';
import { InputError } from './input-error';
import type { OperationParameter } from './operation';

/** How a refused value is shown in a message. */
const show = (value: unknown): string => {
	const text = typeof value === 'string' ? `"${value}"` : (JSON.stringify(value) ?? String(value));
	return text.length > 60 ? `${text.slice(0, 60)}…` : text;
};

const refuse = ({ label, secret }: OperationParameter, expected: string, value: unknown): never => {
	throw new InputError(`${label} must be ${expected}${secret ? '' : `, but is ${show(value)}`}`);
};

interface Locator {
	__rl: true;
	mode: string;
	value: unknown;
}

const isLocator = (value: unknown): value is Locator => typeof value === 'object' && value !== null && '__rl' in value;

/** The id that a resource locator names, whichever way it was chosen. */
const located = (parameter: OperationParameter, locator: Locator): unknown => {
	if (locator.mode !== 'url' || locator.value === '' || locator.value === undefined || locator.value === null) return locator.value;
	const entity = entities[parameter.entity ?? ''];
	const id = entity?.urlPattern && new RegExp(entity.urlPattern).exec(String(locator.value))?.[1];
	if (!id) {
		throw new InputError(
			`${parameter.label}: there is no ${entity?.label.toLowerCase() ?? 'object'} in the address ${show(locator.value)}`,
			entity?.urlExample && `Copy the address from the browser, for example ${entity.urlExample}`,
		);
	}
	return id;
};

const toInteger = (parameter: OperationParameter, value: unknown): number => {
	const number = typeof value === 'string' && /^\s*-?\d+\s*$/.test(value) ? Number(value) : value;
	return Number.isSafeInteger(number) ? (number as number) : refuse(parameter, 'a whole number', value);
};

const toNumber = (parameter: OperationParameter, value: unknown): number => {
	const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	return typeof number === 'number' && Number.isFinite(number) ? number : refuse(parameter, 'a number', value);
};

const toBoolean = (parameter: OperationParameter, value: unknown): boolean => {
	if (typeof value === 'boolean') return value;
	if (value === 'true') return true;
	if (value === 'false') return false;
	return refuse(parameter, 'true or false', value);
};

const toText = (parameter: OperationParameter, value: unknown): string => {
	// What $now and its like give is a text to the server.
	if (value instanceof Date) return value.toISOString();
	if (DateTime.isDateTime(value)) return value.toISO() ?? refuse(parameter, 'a valid date', value);
	return typeof value === 'object' ? refuse(parameter, 'text', value) : String(value);
};

const toDateTime = (parameter: OperationParameter, value: unknown, zone: string): string => {
	const time =
		value instanceof Date
			? DateTime.fromJSDate(value)
			: DateTime.isDateTime(value)
				? value
				: typeof value === 'string'
					? DateTime.fromISO(value.trim().replace(' ', 'T'), { zone, setZone: true })
					: undefined;
	if (!time?.isValid) return refuse(parameter, 'a date and time such as 2026-01-31T09:30:00Z', value);
	// Label Studio writes microseconds, of which luxon drops the last three.
	const micros = typeof value === 'string' ? /:\d\d[.,]\d{3}(\d{1,3})/.exec(value)?.[1] : undefined;
	return (time.toUTC().toISO() as string).replace(/Z$/, `${micros ?? ''}Z`);
};

/**
 * Parses JSON that was typed in; what an expression gave as an object stays as it is.
 *
 * @param secret whether no part of it may be shown, as the parser's own words do
 * @throws InputError naming the field
 */
export const parseJson = (label: string, value: unknown, secret = false): unknown => {
	if (typeof value !== 'string') return value;
	let reason: string;
	try {
		return JSON.parse(value) as unknown;
	} catch (error) {
		reason = (error as Error).message;
	}
	throw new InputError(`${label} is no valid JSON`, `${secret ? '' : `${reason}. `}Check quotes, commas and brackets.`);
};

const toJson = (parameter: OperationParameter, value: unknown): unknown => {
	const parsed = parseJson(parameter.label, value, parameter.secret);
	if (parsed === null) return parsed;
	if (parameter.json === 'array' && !Array.isArray(parsed)) return refuse(parameter, 'a JSON list in [ ]', parsed);
	if (parameter.json === 'object' && (typeof parsed !== 'object' || Array.isArray(parsed))) return refuse(parameter, 'a JSON object in { }', parsed);
	return parsed;
};

const toList = (parameter: OperationParameter, value: unknown): unknown[] => {
	let entries: unknown;
	if (typeof value === 'string' && value.trim().startsWith('[')) entries = parseJson(parameter.label, value);
	else if (typeof value === 'string') entries = value.split(',').map((entry) => entry.trim()).filter((entry) => entry !== '');
	else entries = typeof value === 'number' ? [value] : value;
	if (!Array.isArray(entries)) return refuse(parameter, 'a list, such as 12, 13', value);
	const typed = parameter.items === 'integer' ? toInteger : parameter.items === 'number' ? toNumber : toText;
	return entries.map((entry) => typed(parameter, entry));
};

/** A path below /data/upload/, given as lists and tasks of Label Studio show it: `upload/3/a.jpg`, `/data/upload/3/a.jpg`. */
const toFilePath = (parameter: OperationParameter, value: unknown): string => {
	const path = toText(parameter, value)
		.trim()
		.replace(/^\/?(data\/)?(upload\/)?/, '');
	const segments = path.split('/');
	return segments.every((segment) => segment !== '' && segment !== '.' && segment !== '..' && !/[%?#\\]/.test(segment))
		? path
		: refuse(parameter, 'the path of an uploaded file, such as upload/3/photo.jpg', value);
};

/** Free text as one part of a path: encoded, nothing of it leads to another address but dots alone and what proxies take for a slash. */
const toSegment = (parameter: OperationParameter, value: unknown): string => {
	const text = toText(parameter, value).trim();
	const isSafe = text !== '.' && text !== '..' && !/[/\\%]|\p{Cc}/u.test(text);
	return isSafe ? text : refuse(parameter, 'text without /, \\ and %', value);
};

/** An id in a path: a positive whole number or a plain slug, so that no value can lead to another address. */
const toPathSegment = (parameter: OperationParameter, value: unknown): string => {
	if (parameter.kind === 'filePath') return toFilePath(parameter, value);
	if (parameter.kind === 'segment') return toSegment(parameter, value);
	if (parameter.kind === 'integer') {
		const id = toInteger(parameter, value);
		return id > 0 ? String(id) : refuse(parameter, 'an ID, a whole number above 0', value);
	}
	const slug = toText(parameter, value).trim();
	if (parameter.values && !parameter.values.includes(slug)) return refuse(parameter, `one of ${parameter.values.join(', ')}`, value);
	return /^[A-Za-z0-9_-]([A-Za-z0-9._-]*[A-Za-z0-9_-])?$/.test(slug) && !slug.includes('..')
		? slug
		: refuse(parameter, 'made of letters, digits, - and _ only', value);
};

/** What n8n's resource mapper holds. A field that was left alone is null there. */
const toMapping = (parameter: OperationParameter, stored: unknown): Mapping => {
	if (typeof stored !== 'object' || stored === null) return refuse(parameter, 'a mapping of fields', stored);
	const { mappingMode, value, schema } = stored as { mappingMode?: string; value?: Record<string, unknown> | null; schema?: Array<{ id: string; removed?: boolean }> };
	if (mappingMode === 'autoMapInputData') return { fields: (schema ?? []).filter(({ removed }) => !removed).map(({ id }) => id) };
	const values = Object.fromEntries(Object.entries(value ?? {}).filter(([, one]) => one !== null && one !== undefined));
	if (Object.keys(values).length === 0) throw new InputError(`${parameter.label} is required, but no field has a value`);
	return { fields: Object.keys(values), values };
};

const convert = (parameter: OperationParameter, value: unknown, zone: string): unknown => {
	switch (parameter.kind) {
		case 'integer':
			return toInteger(parameter, value);
		case 'number':
			return toNumber(parameter, value);
		case 'boolean':
			return toBoolean(parameter, value);
		case 'dateTime':
			return toDateTime(parameter, value, zone);
		case 'json':
			return toJson(parameter, value);
		case 'list':
			return toList(parameter, value);
		case 'mapping':
			return toMapping(parameter, value);
		case 'string':
		case 'file':
		case 'filePath':
		case 'segment':
			return toText(parameter, value);
	}
};

/** A list without entries, or an object of fields of which none was set. */
const isEmpty = ({ fields }: OperationParameter, value: unknown): boolean =>
	Array.isArray(value) ? value.length === 0 : fields !== undefined && Object.keys(value as object).length === 0;

/** Members of a nested object that were set, typed. */
const toMembers = (parameter: OperationParameter, value: object, zone: string, explicit: boolean): Record<string, unknown> => {
	const result: Record<string, unknown> = {};
	for (const member of parameter.fields ?? []) {
		const named = { ...member, label: `${parameter.label}: ${member.label}` };
		const wire = toWire(named, (value as Record<string, unknown>)[member.at], zone, explicit);
		if (wire === undefined && !member.emptyAsNull) continue;
		// A dot leads one level deeper.
		const [outer, inner] = member.name.split('.') as [string, string | undefined];
		result[outer] = inner === undefined ? (wire ?? null) : { ...(result[outer] as object), [inner]: wire ?? null };
	}
	return result;
};

/** Fields of an object's members, or of the members of each row of a list. */
const toObject = (parameter: OperationParameter, value: unknown, zone: string): unknown => {
	if (value === undefined || value === null || value === '') return undefined;
	if (parameter.json !== 'array') return typeof value === 'object' ? toMembers(parameter, value, zone, true) : refuse(parameter, 'an object', value);
	const { row: rows } = value as { row?: object[] };
	// All fields of a row are always there: an empty text was not filled in.
	return rows?.map((row, index) => toMembers({ ...parameter, label: `${parameter.label} ${index + 1}` }, row, zone, false));
};

/**
 * Checks and types what the node's field holds.
 *
 * @param value undefined when the field was not set
 * @param zone time zone for dates that name none, such as Europe/Berlin
 * @param explicit whether an empty text was set on purpose: in a collection, where a field is only when it was added
 * @returns undefined when nothing is to be sent; null when null is
 * @throws InputError naming the field
 */
export const toWire = (parameter: OperationParameter, value: unknown, zone: string, explicit = parameter.at.includes('.')): unknown => {
	const raw = parameter.fields ? toObject(parameter, value, zone) : isLocator(value) ? located(parameter, value) : value;
	// An emptied field of any other type than text was left out.
	const isSet = raw !== undefined && (raw !== '' || (parameter.kind === 'string' && !parameter.entity && !parameter.values && explicit));
	if (!isSet || (raw === null && parameter.required)) {
		if (parameter.required) throw new InputError(`${parameter.label} is required, but empty`);
		return undefined;
	}
	if (raw === null) return null;
	if (parameter.in === 'path') return toPathSegment(parameter, raw);
	const converted = convert(parameter, raw, zone);
	if (parameter.required && isEmpty(parameter, converted)) throw new InputError(`${parameter.label} is required, but empty`);
	if (parameter.entity && typeof converted === 'number' && converted < 1) return refuse(parameter, 'an ID, a whole number above 0', raw);
	if (parameter.values) {
		const wrong = (Array.isArray(converted) ? converted : [converted]).find((one) => !parameter.values?.includes(one as string));
		if (wrong !== undefined) return refuse(parameter, `one of ${parameter.values.join(', ')}`, wrong);
	}
	return converted;
};
