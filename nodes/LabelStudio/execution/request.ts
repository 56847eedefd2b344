import type { LabelStudioRequest } from '../http/client';
import { InputError } from './input-error';
import type { Operation, OperationParameter } from './operation';

/** All texts in a secret value, so that an error can leave them out. */
const texts = (value: unknown): string[] =>
	typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];

/** Checked and typed values of one item by wire name and place. */
export type WireValues = ReadonlyArray<readonly [parameter: OperationParameter, value: unknown]>;

const queryPairs = (parameter: OperationParameter, value: unknown): Array<[string, string]> => {
	const text = (entry: unknown): string => (typeof entry === 'object' ? JSON.stringify(entry) : String(entry));
	if (!Array.isArray(value) || parameter.kind === 'json') return [[parameter.name, text(value)]];
	switch (parameter.style) {
		case 'comma':
			return [[parameter.name, value.map(text).join(',')]];
		case 'json':
			return [[parameter.name, JSON.stringify(value)]];
		default:
			return value.map((entry) => [parameter.name, text(entry)]);
	}
};

/** Whether a value of a selecting parameter selects anything. */
const selects = (value: unknown): boolean => {
	// An added field that was left at its default is no choice.
	if (value === undefined || value === null || value === '' || value === 0 || value === false) return false;
	if (Array.isArray(value)) return value.length > 0;
	if (typeof value !== 'object') return true;
	// Label Studio 1.23.2 takes {"all": false, "included": []} for everything.
	const { all, included } = value as { all?: unknown; included?: unknown };
	return all === true || (all === false && Array.isArray(included) && included.length > 0);
};

/**
 * What must hold before anything is sent that can touch more than one thing.
 *
 * @param confirmed the confirmation field
 * @throws InputError saying what is missing
 */
export const guard = (operation: Operation, values: WireValues, body: unknown, confirmed: unknown): void => {
	const find = (name: string): unknown =>
		values.find(([parameter]) => parameter.name === name)?.[1] ?? (body as Record<string, unknown> | undefined)?.[name];
	const labels = (names: readonly string[]): string[] =>
		names.map((name) => operation.parameters.find((parameter) => parameter.name === name)?.label ?? name);
	const { destructive, selection, exclusive } = operation;
	// A switch that is off excludes nothing.
	const chosen = (exclusive ?? []).filter((name) => find(name) !== undefined && find(name) !== false);
	if (chosen.length > 1) {
		throw new InputError(`${labels(chosen).join(' and ')} exclude each other`, 'Label Studio would silently ignore all but one of them: leave the others empty.');
	}
	if (selection && !selection.some((name) => selects(find(name)))) {
		throw new InputError(
			`Nothing is selected: ${labels(selection).join(' or ')} must choose something`,
			`Label Studio would take an empty selection for everything.${selection.includes('selectedItems') ? ' To select all on purpose, say so: {"all": true}.' : ''}`,
		);
	}
	for (const { name, label, when } of operation.parameters) {
		const lacking = Object.entries(when ?? {}).find(([other, allowed]) => !allowed.includes(String(find(other))));
		if (!lacking || !selects(find(name))) continue;
		const [other, allowed] = lacking;
		const wanted = allowed.map((value) => ({ true: 'on', false: 'off' })[value] ?? value).join(' or ');
		throw new InputError(`${label} has no effect unless ${labels([other]).join()} is ${wanted}`, 'Set both of them, or leave this one out.');
	}
	const deletes = ({ parameter, values: deleting, except }: NonNullable<NonNullable<Operation['destructive']>['when']>): boolean => {
		const value = String(find(parameter));
		return deleting ? deleting.includes(value) : !except?.includes(value);
	};
	const applies = destructive && (!destructive.when || deletes(destructive.when));
	if (applies && confirmed !== true) {
		throw new InputError('Confirm is off', 'This can remove more than one thing, and nothing brings them back: switch on Confirm to go on.');
	}
};

/**
 * Puts one item's values where they belong.
 *
 * @param jsonBody replaces the body fields when given
 * @param variant value of the operation's variant parameter
 */
export const buildRequest = (operation: Operation, values: WireValues, jsonBody: unknown, variant?: string): LabelStudioRequest => {
	let { path } = operation;
	const query: Array<[string, string]> = [];
	let fields: Record<string, unknown> | undefined = operation.jsonBody ? {} : undefined;
	let content: unknown;
	for (const [parameter, value] of values) {
		switch (parameter.in) {
			case 'path':
				path = path.replace(`{${parameter.name}}`, String(value).split('/').map(encodeURIComponent).join('/'));
				break;
			case 'query':
				if (value !== null) query.push(...queryPairs(parameter, value));
				if (parameter.alsoInBody) fields = { ...fields, [parameter.name]: value };
				break;
			case 'body':
				// The file itself is read when the request is sent.
				if (parameter.kind === 'file') break;
				fields = { ...fields, [parameter.name]: value };
				break;
			case 'content':
				content = value;
		}
	}
	const body = jsonBody ?? content ?? fields;
	const secrets = operation.parameters.filter(({ secret }) => secret).flatMap(({ name }) => texts((body as Record<string, unknown> | undefined)?.[name]));
	return {
		method: operation.method,
		path,
		query,
		body,
		...(secrets.length > 0 && { secrets }),
		file: operation.file,
		enterprise: operation.enterprise || operation.variant?.enterprise?.includes(variant ?? '') || undefined,
	};
};
