import type { INodeProperties, INodePropertyOptions, NodeParameterValueType } from 'n8n-workflow';
import type { Operation, OperationParameter } from '../nodes/LabelStudio/execution/operation.ts';
import { entities } from '../nodes/LabelStudio/pickers/entities.ts';
import {
	CapabilityError,
	type CapabilityOperation,
	type CapabilityParameter,
	type CapabilityResource,
} from './capability.mts';
import { actionText, camelCase, titleCase } from './naming.mts';

/** One n8n resource: its entry in the dropdown, its rows of the table and its properties. */
export interface NodeResource {
	value: string;
	label: string;
	description: string;
	operations: Record<string, Operation>;
	properties: INodeProperties[];
}

interface Placed {
	parameter: CapabilityParameter;
	/** The node's property, alone on top or inside `collection`. */
	property: string;
	collection?: Collection;
	label: string;
}

type Collection = 'filters' | 'additionalFields' | 'updateFields' | 'queryOptions';

const collections: Record<Collection, { label: string; placeholder: string }> = {
	filters: { label: 'Filters', placeholder: 'Add Filter' },
	additionalFields: { label: 'Additional Fields', placeholder: 'Add Field' },
	updateFields: { label: 'Update Fields', placeholder: 'Add Field' },
	queryOptions: { label: 'Query Options', placeholder: 'Add Option' },
};

const isList = (operation: CapabilityOperation): boolean => operation.output?.type === 'array';
const isBodyField = (parameter: CapabilityParameter): boolean => parameter.in === 'body' && !parameter['x-n8n']?.content;
const hasBodyFields = (operation: CapabilityOperation): boolean => operation.parameters.some(isBodyField);

const collectionOf = (operation: CapabilityOperation, parameter: CapabilityParameter): Collection => {
	if (parameter.in === 'body') return operation.method === 'POST' ? 'additionalFields' : 'updateFields';
	if (operation.method === 'GET' && isList(operation)) return 'filters';
	return hasBodyFields(operation) ? 'queryOptions' : 'additionalFields';
};

const propertyName = (parameter: CapabilityParameter): string => {
	const { property, entity } = parameter['x-n8n'] ?? {};
	if (property) return property;
	if (entity && parameter.in === 'path') return `${entity}Id`;
	return camelCase(parameter.name);
};

const labelOf = (parameter: CapabilityParameter): string => {
	const { displayName, entity } = parameter['x-n8n'] ?? {};
	return displayName ?? (entity ? (entities[entity]?.label ?? titleCase(entity)) : titleCase(parameter.name));
};

const place = (operation: CapabilityOperation): Placed[] => {
	const placed = operation.parameters.map((parameter): Placed => {
		const { prominent, content } = parameter['x-n8n'] ?? {};
		// On top an empty text means "not set"; a change has to be able to empty a field, so there it stays in the collection.
		const onTop = parameter.required || parameter.in === 'path' || content || (prominent && operation.method !== 'PATCH');
		return {
			parameter,
			property: propertyName(parameter),
			collection: onTop ? undefined : collectionOf(operation, parameter),
			label: labelOf(parameter),
		};
	});
	for (const { parameter, property, collection } of placed) {
		// Such a field always has a value, so one that may be left out has to be added to a collection.
		if (!collection && parameter['x-n8n']?.prominent && !parameter.required && (parameter.enum || ['boolean', 'integer', 'number'].includes(parameter.type ?? '')) && !parameter['x-n8n'].entity) {
			throw new CapabilityError([`${operation.source}: ${operation.name}: ${property} cannot be prominent, since it could not be left empty`]);
		}
	}
	const at = placed.map(({ collection, property }) => `${collection ?? ''}.${property}`);
	const clash = at.findIndex((position, index) => at.indexOf(position) !== index);
	if (clash >= 0) {
		throw new CapabilityError([
			`${operation.source}: ${operation.name}: two parameters would share the property ${placed[clash]?.property}; name one with x-n8n.property`,
		]);
	}
	return placed;
};

const rowType = (parameter: CapabilityParameter): Pick<OperationParameter, 'kind' | 'items' | 'json'> => {
	if (parameter.format === 'date-time') return { kind: 'dateTime' };
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

const row = (operation: CapabilityOperation, placed: Placed[]): Operation => {
	const { extension, output } = operation;
	return {
		method: operation.method,
		path: operation.path,
		parameters: placed.map(({ parameter, property, collection, label }) => {
			const { entity, style, content } = parameter['x-n8n'] ?? {};
			return {
				name: parameter.name,
				in: content ? 'content' : (parameter.in as 'path' | 'query' | 'body'),
				...rowType(parameter),
				at: collection ? `${collection}.${property}` : property,
				label,
				required: parameter.required || parameter.in === 'path' ? true : undefined,
				values: parameter.enum,
				style,
				entity,
			};
		}),
		list: output?.type === 'array' ? { at: output.value.slice(2), paging: extension.paging ?? 'none' } : undefined,
		file: operation.format === 'binary' ? true : undefined,
		simplify: extension.simplify,
		twin: extension.twin,
		enterprise: extension.edition === 'enterprise' ? true : undefined,
		destructive: extension.destructive
			? { when: extension.destructive === true ? undefined : extension.destructive }
			: undefined,
		selection: extension.selection,
		exclusive: extension.exclusive,
		secret: extension.secret,
		jsonBody: hasBodyFields(operation) ? true : undefined,
	};
};

const byName = (a: { name: string }, b: { name: string }): number => a.name.localeCompare(b.name, 'en', { sensitivity: 'base' });
const byLabel = (a: INodeProperties, b: INodeProperties): number => byName({ name: a.displayName }, { name: b.displayName });

const enumOptions = (parameter: CapabilityParameter): INodePropertyOptions[] =>
	(parameter.enum ?? [])
		.map((value) => ({ name: parameter['x-n8n']?.options?.[value] ?? titleCase(value), value }))
		.sort(byName);

const locator = (entityName: string, operation: CapabilityOperation, required: boolean): Partial<INodeProperties> => {
	const entity = entities[entityName];
	if (!entity) throw new CapabilityError([`${operation.source}: entity ${entityName} is not in pickers/entities.ts`]);
	// n8n checks an empty field as well, also one that may be empty.
	const optional = (regex: string): string => (required ? regex : `(${regex})?`);
	const hasProject = operation.parameters.some((parameter) => parameter['x-n8n']?.entity === 'project');
	const modes: INodeProperties['modes'] = [];
	if (entity.search && (!entity.perProject || hasProject)) {
		modes.push({
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: `Select ${/^[AEIOU]/i.test(entity.label) && entity.label !== 'User' ? 'an' : 'a'} ${entity.label.toLowerCase()}...`,
			typeOptions: { searchListMethod: entity.search, searchable: true },
		});
	}
	modes.push({
		displayName: 'By ID',
		name: 'id',
		type: 'string',
		placeholder: 'e.g. 12',
		validation: [{ type: 'regex', properties: { regex: optional('\\s*[1-9][0-9]*\\s*'), errorMessage: 'An ID is a whole number above 0' } }],
	});
	if (entity.urlPattern) {
		modes.push({
			displayName: 'By URL',
			name: 'url',
			type: 'string',
			placeholder: `e.g. ${entity.urlExample}`,
			validation: [
				{ type: 'regex', properties: { regex: optional(`.*${entity.urlPattern}.*`), errorMessage: `Not the address of a ${entity.label.toLowerCase()} page` } },
			],
		});
	}
	return { type: 'resourceLocator', default: { mode: modes[0]?.name ?? 'id', value: '' }, modes };
};

const propertyType = (parameter: CapabilityParameter, operation: CapabilityOperation, onTop: boolean): Partial<INodeProperties> => {
	const { entity, rows, password, placeholder } = parameter['x-n8n'] ?? {};
	if (entity) return locator(entity, operation, onTop && (parameter.required === true || parameter.in === 'path'));
	if (parameter.enum) {
		const options = enumOptions(parameter);
		return { type: 'options', options, default: (parameter.default ?? options[0]?.value) as string };
	}
	if (parameter.format === 'color') return { type: 'color', default: (parameter.default ?? '') as string };
	const type = rowType(parameter);
	const initial = parameter.default as NodeParameterValueType | undefined;
	switch (type.kind) {
		case 'json':
			return {
				type: 'json',
				// On top, empty means not set; in a collection the field was added on purpose.
				default: initial !== undefined ? JSON.stringify(initial, null, 2) : onTop ? '' : type.json === 'array' ? '[]' : '{}',
			};
		case 'boolean':
			return { type: 'boolean', default: initial ?? false };
		case 'integer':
		case 'number':
			return { type: 'number', default: initial ?? 0, ...(type.kind === 'integer' && { typeOptions: { numberPrecision: 0 } }) };
		case 'dateTime':
			return { type: 'dateTime', default: '' };
		default: {
			const typeOptions = rows ? { rows } : password ? { password: true } : undefined;
			return { type: 'string', default: initial ?? '', ...(typeOptions && { typeOptions }), ...(placeholder && { placeholder }) };
		}
	}
};

const property = ({ parameter, property: name, collection, label }: Placed, operation: CapabilityOperation): INodeProperties =>
	({
		displayName: label,
		name,
		...propertyType(parameter, operation, !collection),
		...(!collection && (parameter.required || parameter.in === 'path') && { required: true }),
		...(parameter.description && { description: parameter.description }),
	}) as INodeProperties;

const show = (resource: string, operation: string, more: Record<string, unknown[]> = {}): INodeProperties['displayOptions'] =>
	({ show: { resource: [resource], operation: [operation], ...more } }) as INodeProperties['displayOptions'];

const body: Record<string, unknown[]> = { specifyBody: ['fields'] };

/** All properties of one operation, in the order in which the panel shows them. */
const operationProperties = (resource: string, value: string, operation: CapabilityOperation, placed: Placed[]): INodeProperties[] => {
	const result: INodeProperties[] = [];
	const when = (placement: Placed) => show(resource, value, isBodyField(placement.parameter) ? body : {});
	const onTop = placed.filter(({ collection }) => !collection);
	for (const placement of onTop.filter(({ parameter }) => !isBodyField(parameter))) {
		result.push({ ...property(placement, operation), displayOptions: when(placement) });
	}
	if (hasBodyFields(operation)) {
		result.push(
			{
				displayName: 'Specify Body',
				name: 'specifyBody',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'Using Fields Below', value: 'fields' },
					{ name: 'Using JSON', value: 'json' },
				],
				default: 'fields',
				displayOptions: show(resource, value),
			},
			{
				displayName: 'JSON Body',
				name: 'jsonBody',
				type: 'json',
				default: '{}',
				required: true,
				description: 'The whole request body, in place of the fields',
				displayOptions: show(resource, value, { specifyBody: ['json'] }),
			},
		);
	}
	for (const placement of onTop.filter(({ parameter }) => isBodyField(parameter))) {
		result.push({ ...property(placement, operation), displayOptions: when(placement) });
	}
	const { destructive } = operation.extension;
	if (destructive) {
		result.push({
			displayName: 'Confirm',
			name: 'confirm',
			type: 'boolean',
			default: false,
			description: 'Whether to really do this: it can remove more than one thing, and nothing brings them back',
			displayOptions: show(
				resource,
				value,
				destructive === true ? {} : { [propertyOf(placed, destructive.parameter)]: [...destructive.values].sort() },
			),
		});
	}
	if (operation.method === 'GET' && isList(operation)) {
		result.push(
			{
				displayName: 'Return All',
				name: 'returnAll',
				type: 'boolean',
				default: false,
				description: 'Whether to return all results or only up to a given limit',
				displayOptions: show(resource, value),
			},
			{
				displayName: 'Limit',
				name: 'limit',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 50,
				description: 'Max number of results to return',
				displayOptions: show(resource, value, { returnAll: [false] }),
			},
		);
	}
	if (operation.extension.simplify) {
		result.push({
			displayName: 'Simplify',
			name: 'simplify',
			type: 'boolean',
			default: true,
			description: 'Whether to return a simplified version of the response instead of the raw data',
			displayOptions: show(resource, value),
		});
	}
	for (const name of Object.keys(collections) as Collection[]) {
		const members = placed.filter(({ collection }) => collection === name);
		if (members.length === 0) continue;
		result.push({
			displayName: collections[name].label,
			name,
			type: 'collection',
			placeholder: collections[name].placeholder,
			default: {},
			options: members.map((placement) => property(placement, operation)).sort(byLabel),
			displayOptions: show(resource, value, members.some(({ parameter }) => isBodyField(parameter)) ? body : {}),
		});
	}
	if (operation.format === 'binary') {
		result.push({
			displayName: 'Put Output File in Field',
			name: 'binaryPropertyName',
			type: 'string',
			default: 'data',
			required: true,
			hint: 'The name of the output binary field to put the file in',
			displayOptions: show(resource, value),
		});
	}
	return result;
};

const propertyOf = (placed: Placed[], parameter: string): string =>
	placed.find((placement) => placement.parameter.name === parameter)?.property ?? parameter;

/** What every operation shows below its own fields, in this order. */
const footer = ['confirm', 'returnAll', 'limit', 'simplify', ...Object.keys(collections), 'binaryPropertyName'];

/** A property stands where its first operation has it, so those that many share would drift between others' fields. */
const inOrder = (properties: INodeProperties[]): INodeProperties[] => {
	const rank = ({ name, displayOptions }: INodeProperties): number => {
		if (footer.includes(name)) return 3 + footer.indexOf(name);
		if (name === 'specifyBody' || name === 'jsonBody') return 1;
		return displayOptions?.show?.specifyBody ? 2 : 0;
	};
	return [...properties].sort((a, b) => rank(a) - rank(b));
};

/** Operations that show the same property share it: a value stays when the operation is switched. */
const merge = (properties: INodeProperties[]): INodeProperties[] => {
	const merged = new Map<string, INodeProperties>();
	for (const candidate of properties) {
		const { operation, ...others } = candidate.displayOptions?.show as { operation: string[] };
		const identity = JSON.stringify({ ...candidate, displayOptions: others });
		const twin = merged.get(identity);
		if (twin) (twin.displayOptions?.show as { operation: string[] }).operation.push(...operation);
		else merged.set(identity, candidate);
	}
	for (const { displayOptions } of merged.values()) (displayOptions?.show as { operation: string[] }).operation.sort();
	return [...merged.values()];
};

/** Turns one capability resource into what the node needs of it. */
export const toNodeResource = (resource: CapabilityResource): NodeResource => {
	const value = camelCase(resource.name);
	const label = resource.label || titleCase(resource.name);
	const operations: Record<string, Operation> = {};
	const entries: INodePropertyOptions[] = [];
	const properties: INodeProperties[] = [];
	for (const operation of [...resource.operations].sort(byName)) {
		const name = camelCase(operation.name);
		const title = operation.label ?? titleCase(operation.name);
		const placed = place(operation);
		operations[name] = row(operation, placed);
		entries.push({
			name: operation.extension.edition ? `${title} (Enterprise)` : title,
			value: name,
			action: operation.extension.action ?? actionText(title, label),
			description: operation.description,
		});
		properties.push(...operationProperties(value, name, operation, placed));
	}
	entries.sort(byName);
	const operationProperty: INodeProperties = {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [value] } },
		options: entries,
		default: (entries.find((entry) => entry.value === 'getMany') ?? entries[0])?.value ?? '',
	};
	return { value, label, description: resource.description, operations, properties: [operationProperty, ...inOrder(merge(properties))] };
};
