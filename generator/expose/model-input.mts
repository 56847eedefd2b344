import type { OperationParameter } from '../../nodes/LabelStudio/execution/operation.ts';
import { entities } from '../../nodes/LabelStudio/pickers/entities.ts';
import type { CapabilityParameter } from '../capability.mts';
import { lowerTitle } from '../naming.mts';
import { rowType } from '../table-row.mts';

/** One thing that a model fills in, as n8n's `$fromAI` declares it. */
export interface ModelInput {
	key: string;
	description: string;
	/** The types that n8n 2.41 knows. */
	type: 'string' | 'number' | 'boolean' | 'json';
	/** What stands for it when the model leaves it out; without one it is required. */
	initial?: string | number;
	/** Whether that is a value of its own, rather than "not set". */
	meant?: true;
}

/**
 * Stands for "not set". n8n has no optional inputs, only defaults, and a default has to be of the input's type: so an
 * optional true or false, list or object is asked for as text. No number of the API means something at -1.
 */
const unset = { string: '', number: -1 } as const;

const valueType = ({ kind, json }: Pick<OperationParameter, 'kind' | 'json'>, required: boolean): ModelInput['type'] => {
	switch (kind) {
		case 'integer':
		case 'number':
			return 'number';
		case 'boolean':
			return required ? 'boolean' : 'string';
		case 'list':
			return required ? 'json' : 'string';
		case 'json':
			return required && json ? 'json' : 'string';
		default:
			return 'string';
	}
};

const form = ({ kind, json, items }: Pick<OperationParameter, 'kind' | 'json' | 'items'>, type: ModelInput['type']): string => {
	switch (kind) {
		case 'integer':
			return 'A whole number';
		case 'boolean':
			return type === 'string' ? 'true or false' : '';
		case 'dateTime':
			return 'A date and time such as 2026-01-31T09:30:00Z';
		case 'list': {
			const example = items ? '12, 13' : 'one, two';
			return type === 'json' ? `A list, such as [${items ? example : '"one", "two"'}]` : `Several with commas between them, such as ${example}`;
		}
		case 'json': {
			const what = json === 'array' ? 'a list in [ ]' : json === 'object' ? 'an object in { }' : 'any value';
			return type === 'json' ? what.charAt(0).toUpperCase() + what.slice(1) : `JSON as text: ${what}`;
		}
		default:
			return '';
	}
};

const memberText = (member: CapabilityParameter): string => {
	const { kind, items } = rowType(member);
	const type = member.enum ? member.enum.join(' | ') : kind === 'list' ? `list of ${items ?? 'text'}` : kind === 'string' ? 'text' : kind;
	return `${member.name} (${type})`;
};

/** All that a model has to know of a value, in sentences. */
const describe = (parameter: CapabilityParameter, label: string, type: ModelInput['type']): string => {
	const { entity, fields, only, placeholder } = parameter['x-n8n'] ?? {};
	const sentences = [
		parameter.description ?? (entity ? `ID of the ${lowerTitle(entities[entity]?.label ?? label)}` : label),
		parameter.enum && `One of: ${parameter.enum.join(', ')}`,
		!parameter.enum && form(rowType(parameter), type),
		fields && `Fields${parameter.type === 'array' ? ' of each' : ''}: ${fields.map(memberText).join(', ')}`,
		placeholder,
		only && `Only for ${only.join(', ')}`,
	];
	return sentences
		.filter((sentence): sentence is string => typeof sentence === 'string' && sentence !== '')
		.map((sentence) => sentence.replace(/\.$/, ''))
		.join('. ');
};

/**
 * What a model is asked for, for a parameter of an operation.
 *
 * @param label display name, for a parameter without a description
 */
export const modelInput = (parameter: CapabilityParameter, key: string, label: string, required: boolean): ModelInput => {
	const type = valueType(rowType(parameter), required);
	return { key, type, description: describe(parameter, label, type), ...(!required && { initial: type === 'number' ? unset.number : unset.string }) };
};

/** Text in an expression: on one line, and without what would end the expression. */
const quote = (text: string): string => JSON.stringify(text.replace(/\s+/g, ' ').replaceAll('{{', '{ {').replaceAll('}}', '} }'));

const call = ({ key, description, type, initial }: ModelInput): string => {
	const given = initial === undefined ? '' : `, ${JSON.stringify(initial)}`;
	return `$fromAI(${quote(key)}, ${quote(description)}, "${type}"${given})`;
};

/** The expression without its brackets: the model's value, undefined where it left an optional one out. */
export const valueOf = (input: ModelInput): string => {
	if (input.initial === undefined || input.meant) return call(input);
	return typeof input.initial === 'number' ? `((value) => value === ${input.initial} ? undefined : value)(${call(input)})` : `${call(input)} || undefined`;
};

/** The model's value as JSON text, empty where it left an optional one out. A value that is asked for as JSON text is that already. */
export const jsonOf = (input: ModelInput, isJsonText: boolean): string => {
	const text = isJsonText ? '(typeof value === "string" ? value : JSON.stringify(value))' : 'JSON.stringify(value)';
	const optional = input.initial === undefined || input.meant ? text : `value === ${JSON.stringify(input.initial)} ? "" : ${text}`;
	return `((value) => ${optional})(${call(input)})`;
};
