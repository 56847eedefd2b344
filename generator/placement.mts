import { choiceNames } from '../nodes/LabelStudio/pickers/choice-names.ts';
import { entities } from '../nodes/LabelStudio/pickers/entities.ts';
import { CapabilityError, type CapabilityOperation, type CapabilityParameter } from './capability.mts';
import { camelCase, titleCase } from './naming.mts';

/** A parameter and its place in the node. */
export interface Placed {
	parameter: CapabilityParameter;
	/** The node's property, alone on top or inside `collection`. */
	property: string;
	collection?: Collection;
	label: string;
}

export type Collection = 'filters' | 'additionalFields' | 'updateFields' | 'queryOptions';

/** Collections in the order in which the panel shows them. */
export const collections: Record<Collection, { label: string; placeholder: string }> = {
	filters: { label: 'Filters', placeholder: 'Add Filter' },
	additionalFields: { label: 'Additional Fields', placeholder: 'Add Field' },
	updateFields: { label: 'Update Fields', placeholder: 'Add Field' },
	queryOptions: { label: 'Query Options', placeholder: 'Add Option' },
};

/** Whether an operation's answer is a list. */
export const isList = (operation: CapabilityOperation): boolean => operation.output?.type === 'array';
/** Whether a parameter is a field of the body, or the whole of it in fields, rather than the whole of it as JSON. */
export const isBodyField = ({ in: place, 'x-n8n': extension }: CapabilityParameter): boolean =>
	place === 'body' && (!extension?.content || extension.fields !== undefined);
/** Whether the body consists of fields, so that it can be given as JSON as well. */
export const hasBodyFields = (operation: CapabilityOperation): boolean => operation.parameters.some(isBodyField);

/** Whether files of the item are sent. */
export const hasFiles = (operation: CapabilityOperation): boolean => operation.parameters.some(({ format }) => format === 'binary');

const collectionOf = (operation: CapabilityOperation, parameter: CapabilityParameter): Collection => {
	if (parameter.in === 'own') return 'additionalFields';
	if (parameter.in === 'body') return operation.method === 'POST' ? 'additionalFields' : 'updateFields';
	if (operation.method === 'GET' && isList(operation)) return 'filters';
	return hasBodyFields(operation) ? 'queryOptions' : 'additionalFields';
};

/** The node's property of a parameter. What the API only calls `id`, `pk` or `user_id` has the name of what is picked. */
export const propertyName = (parameter: CapabilityParameter): string => {
	const { property, entity } = parameter['x-n8n'] ?? {};
	if (property) return property;
	const name = camelCase(parameter.name);
	return entity && (parameter.in === 'path' || name === 'id' || name === `${entity}Id`) ? entity : name;
};

/** Display name of a parameter. */
export const labelOf = (parameter: CapabilityParameter): string => {
	const { displayName, entity } = parameter['x-n8n'] ?? {};
	return displayName ?? (entity ? (entities[entity]?.label ?? titleCase(entity)) : titleCase(parameter.name));
};

/**
 * Decides for each parameter of an operation where the node keeps it.
 *
 * @throws CapabilityError for parameters that would share a place, or refer to what does not exist
 */
export const place = (operation: CapabilityOperation): Placed[] => {
	const placed = operation.parameters.map((parameter): Placed => ({
		parameter,
		property: propertyName(parameter),
		collection: isOnTop(operation, parameter) ? undefined : collectionOf(operation, parameter),
		label: labelOf(parameter),
	}));
	check(operation, placed);
	return placed;
};

/** Whether the Data Manager's form is the only way in which a value is entered. */
export const isFormOnly = (parameter: CapabilityParameter): boolean => ['filters', 'ordering', 'selection'].includes(parameter['x-n8n']?.form ?? '');

/** Whether a tab of the Data Manager is one of the ways to select tasks. */
export const isViewOfSelection = (operation: CapabilityOperation, parameter: CapabilityParameter): boolean =>
	parameter['x-n8n']?.entity === 'view' && operation.parameters.some((other) => other['x-n8n']?.form === 'selection');

const isOnTop = (operation: CapabilityOperation, parameter: CapabilityParameter): boolean => {
	const { prominent, content, mapper } = parameter['x-n8n'] ?? {};
	if (parameter.required || parameter.in === 'path' || content || mapper || isFormOnly(parameter) || isViewOfSelection(operation, parameter)) return true;
	// On top an empty text means "not set"; a change has to be able to empty a field, so there it stays in the collection.
	return prominent === true && (operation.method !== 'PATCH' || parameter.in === 'own');
};

/** A field on top always has a value, unless it is a text, a picker or JSON. */
const alwaysHasValue = (parameter: CapabilityParameter): boolean =>
	!parameter['x-n8n']?.entity && (parameter.enum !== undefined || ['boolean', 'integer', 'number'].includes(parameter.type ?? ''));

const unknownReference = ({ 'x-n8n': extension }: CapabilityParameter): string | undefined => {
	const { entity, choices } = extension ?? {};
	if (entity && !entities[entity]) return `entity ${entity} is not in pickers/entities.ts`;
	if (choices && !(choiceNames as readonly string[]).includes(choices)) return `choices ${choices} is not in pickers/choice-names.ts`;
	return undefined;
};

const overlap = (a: string[] | undefined, b: string[] | undefined): boolean => !a || !b || a.some((value) => b.includes(value));

const check = (operation: CapabilityOperation, placed: Placed[]): void => {
	const fail = (text: string): never => {
		throw new CapabilityError([`${operation.source}: ${operation.name}: ${text}`]);
	};
	placed.forEach(({ parameter, property, collection }, index) => {
		const unknown = unknownReference(parameter);
		if (unknown) fail(unknown);
		if (!collection && parameter['x-n8n']?.prominent && !parameter.required && parameter.in !== 'own' && alwaysHasValue(parameter)) {
			fail(`${property} cannot be prominent, since it could not be left empty`);
		}
		const clash = placed
			.slice(0, index)
			.some((other) => other.collection === collection && other.property === property && overlap(other.parameter['x-n8n']?.only, parameter['x-n8n']?.only));
		if (clash) fail(`two parameters would share the property ${property}; name one with x-n8n.property`);
	});
};
