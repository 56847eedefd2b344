import type { FormKind, OperationParameter } from '../../nodes/LabelStudio/execution/operation.ts';
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
 * optional true or false, list or object is asked for as text. No number that Label Studio takes is meant to be -1.
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

/** How a value is written; inside a JSON body a list is JSON as well. */
const form = (parameter: CapabilityParameter, type: ModelInput['type'], inJson: boolean): string => {
	const { kind, json, items } = rowType(parameter);
	const { entity, placeholder } = parameter['x-n8n'] ?? {};
	switch (kind) {
		case 'integer':
			return entity ? 'An ID, a whole number' : 'A whole number';
		case 'boolean':
			return type === 'string' ? 'true or false' : '';
		case 'dateTime':
			return 'A date and time such as 2026-01-31T09:30:00Z';
		case 'list':
			if (type === 'json') return `A list, such as ${items ? '[12, 13]' : '["one", "two"]'}`;
			if (inJson) return 'JSON as text: a list in [ ]';
			return `Several with commas between them${placeholder ? '' : items ? ', such as 12, 13' : ', such as one, two'}`;
		case 'json': {
			const what = json === 'array' ? 'a list in [ ]' : json === 'object' ? 'an object in { }' : 'any value';
			return type === 'json' ? what.charAt(0).toUpperCase() + what.slice(1) : `JSON as text: ${what}`;
		}
		default:
			return '';
	}
};

const filters = '{"conjunction": "and", "items": [{"filter": "filter:tasks:total_annotations", "operator": "equal", "type": "Number", "value": 0}]}';

/** What people enter in the Data Manager's form, and a model as JSON. */
const formTexts: Partial<Record<FormKind, string>> = {
	filters: `Conditions that tasks must meet, for example ${filters}`,
	ordering: 'Order of the tasks, for example ["-tasks:created_at"]',
	selection: 'Which tasks: {"all": false, "included": [12, 13]} means these two, {"all": true, "excluded": []} all that meet the conditions',
	view: `Title, conditions and order of the tab, for example {"title": "Unlabeled", "filters": ${filters}, "ordering": ["-tasks:created_at"]}`,
};

const memberText = (member: CapabilityParameter): string => {
	const { kind, items } = rowType(member);
	const type = member.enum ? member.enum.join(' | ') : kind === 'list' ? `list of ${items ?? 'text'}` : kind === 'string' ? 'text' : kind;
	return `${member.name} (${type})`;
};

/** All that a model has to know of a value, in sentences. */
const describe = (parameter: CapabilityParameter, label: string, type: ModelInput['type'], inJson: boolean): string => {
	const { entity, fields, form: formKind, only, placeholder } = parameter['x-n8n'] ?? {};
	const sentences = [
		(formKind && formTexts[formKind]) ?? parameter.description ?? (entity ? `ID of the ${lowerTitle(entities[entity]?.label ?? label)}` : label),
		parameter.enum && `One of: ${parameter.enum.join(', ')}`,
		!parameter.enum && form(parameter, type, inJson),
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
 * @param inJson whether it becomes part of a body that is given as JSON
 */
export const modelInput = (parameter: CapabilityParameter, key: string, label: string, required: boolean, inJson: boolean): ModelInput => {
	const type = valueType(rowType(parameter), required);
	return { key, type, description: describe(parameter, label, type, inJson), ...(!required && { initial: type === 'number' ? unset.number : unset.string }) };
};

/** Text in an expression: on one line, and without what would end the expression. */
const quote = (text: string): string => JSON.stringify(text.replace(/\s+/g, ' ').replace(/\{(?=\{)/g, '{ ').replace(/\}(?=\})/g, '} '));

const call = ({ key, description, type, initial }: ModelInput): string => {
	const given = initial === undefined ? '' : `, ${JSON.stringify(initial)}`;
	return `$fromAI(${quote(key)}, ${quote(description)}, "${type}"${given})`;
};

/** The expression without its brackets: the model's value, undefined where it left an optional one out. */
export const valueOf = (input: ModelInput): string => {
	if (input.initial === undefined || input.meant) return call(input);
	return `((value) => value === ${JSON.stringify(input.initial)} ? undefined : value)(${call(input)})`;
};

/** One member of the object that a model gives; a dot in its name leads one level deeper. */
export const memberOf = (input: ModelInput, name: string): string => {
	const object = input.type === 'json' ? call(input) : `((value) => value === "" ? undefined : typeof value === "string" ? value.parseJson() : value)(${call(input)})`;
	return `(${object})${name.split('.').map((part) => `?.[${JSON.stringify(part)}]`).join('')}`;
};

/** The model's value as JSON text, empty where it left an optional one out. A value that is asked for as JSON text is that already. */
export const jsonOf = (input: ModelInput, isJsonText: boolean): string => {
	const text = isJsonText ? '(typeof value === "string" ? value : JSON.stringify(value))' : 'JSON.stringify(value)';
	const optional = input.initial === undefined || input.meant ? text : `value === ${JSON.stringify(input.initial)} ? "" : ${text}`;
	return `((value) => ${optional})(${call(input)})`;
};
