import type { Operation, OperationParameter } from '../nodes/LabelStudio/execution/operation.ts';
import type { CapabilityOperation, CapabilityParameter } from './capability.mts';
import { camelCase } from './naming.mts';
import { hasBodyFields, hasFiles, isFormOnly, labelOf, type Placed } from './placement.mts';

/** How a parameter's value is checked and typed. */
export const rowType = (parameter: CapabilityParameter): Pick<OperationParameter, 'kind' | 'items' | 'json'> => {
	if (parameter.format === 'date-time') return { kind: 'dateTime' };
	if (parameter.format === 'binary') return { kind: 'file' };
	if (parameter.format === 'path') return { kind: 'filePath' };
	if (parameter['x-n8n']?.mapper) return { kind: 'mapping' };
	if (parameter.format === 'segment') return { kind: 'segment' };
	switch (parameter.type) {
		case 'array':
			if (parameter.items === 'object' || parameter.items === undefined) return { kind: 'json', json: 'array' };
			return { kind: 'list', items: parameter.items === 'string' ? undefined : parameter.items };
		case 'object':
			return { kind: 'json', json: 'object' };
		// A body field without a type takes any JSON; in a path or a query all is text.
		case undefined:
			return { kind: parameter.in === 'body' ? 'json' : 'string' };
		default:
			return { kind: parameter.type };
	}
};

const member = (parameter: CapabilityParameter): OperationParameter => ({
	name: parameter.name,
	in: 'body',
	...rowType(parameter),
	at: parameter['x-n8n']?.property ?? camelCase(parameter.name),
	label: labelOf(parameter),
	required: parameter.required ? true : undefined,
	values: parameter.enum,
	entity: parameter['x-n8n']?.entity,
	secret: parameter['x-n8n']?.password,
	emptyAsNull: parameter['x-n8n']?.emptyAsNull,
});

const parameterRow = ({ parameter, property, collection, label }: Placed): OperationParameter => {
	const { entity, style, alsoInBody, content, fields, form, only, when, password } = parameter['x-n8n'] ?? {};
	return {
		name: parameter.name,
		in: content ? 'content' : (parameter.in as OperationParameter['in']),
		...rowType(parameter),
		at: collection ? `${collection}.${property}` : property,
		label,
		required: (parameter.required || parameter.in === 'path') && !isFormOnly(parameter) ? true : undefined,
		values: parameter.enum,
		style,
		alsoInBody,
		entity,
		fields: fields?.map(member),
		form,
		only,
		when,
		secret: password,
	};
};

const variantRow = ({ parameters }: CapabilityOperation): Operation['variant'] => {
	const parameter = parameters.find((one) => one['x-n8n']?.variant);
	return parameter && { parameter: parameter.name, enterprise: parameter['x-n8n']?.enterprise };
};

/** The row of the operation table. */
export const row = (operation: CapabilityOperation, placed: Placed[]): Operation => {
	const { extension, output } = operation;
	return {
		method: operation.method,
		path: operation.path,
		parameters: placed.map(parameterRow),
		list: output?.type === 'array' ? { at: output.value.slice(2), paging: extension.paging ?? 'none' } : undefined,
		file: operation.format === 'binary' ? true : undefined,
		simplify: extension.simplify,
		twin: extension.twin,
		enterprise: extension.edition === 'enterprise' ? true : undefined,
		destructive: extension.destructive
			? { when: extension.destructive === true ? undefined : extension.destructive }
			: undefined,
		selection: extension.selection,
		carry: extension.carry,
		exclusive: extension.exclusive,
		secret: extension.secret,
		variant: variantRow(operation),
		jsonBody: hasBodyFields(operation) && !hasFiles(operation) ? true : undefined,
		multipart: hasFiles(operation) ? true : undefined,
		composite: extension.composite?.run,
	};
};

