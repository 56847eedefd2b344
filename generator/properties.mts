import type { INodeProperties, INodePropertyMode, INodePropertyOptions, NodeParameterValueType } from 'n8n-workflow';
import { choicesMethod, type ChoiceName } from '../nodes/LabelStudio/pickers/choice-names.ts';
import { mapperMethod, type MapperName } from '../nodes/LabelStudio/pickers/mapper-names.ts';
import { entities, requiredParents, searchMethod, type Entity } from '../nodes/LabelStudio/pickers/entities.ts';
import type { CapabilityOperation, CapabilityParameter } from './capability.mts';
import { formFields } from './forms.mts';
import { withoutJsonBody } from './panel.mts';
import { camelCase, lowerTitle, titleCase } from './naming.mts';
import {
	collections,
	hasBodyFields,
	hasFiles,
	isBodyField,
	isFormOnly,
	isList,
	isViewOfSelection,
	labelOf,
	propertyName as propertyNameOf,
	type Collection,
	type Placed,
} from './placement.mts';
import { rowType } from './table-row.mts';

/** Sorts by what people read. */
export const byName = (a: { name: string }, b: { name: string }): number => a.name.localeCompare(b.name, 'en', { sensitivity: 'base' });
const byLabel = (a: INodeProperties, b: INodeProperties): number => byName({ name: a.displayName }, { name: b.displayName });

const enumOptions = (parameter: CapabilityParameter): INodePropertyOptions[] =>
	(parameter.enum ?? [])
		.map((value) => {
			const name = parameter['x-n8n']?.options?.[value] ?? titleCase(value);
			return { name: parameter['x-n8n']?.enterprise?.includes(value) ? `${name} (Enterprise)` : name, value };
		})
		.sort(byName);

/**
 * What must be chosen for a list, and is not among the operation's own parameters. Of what the path names, the body tells nothing: what
 * it holds is going to be so.
 */
const missingParents = ({ in: place, 'x-n8n': own }: CapabilityParameter, operation: CapabilityOperation): string[] => {
	const telling = operation.parameters.filter((parameter) => place !== 'path' || parameter.in !== 'body');
	return requiredParents(own?.entity ?? '').filter((parent) => !telling.some(({ name, 'x-n8n': extension }) => extension?.entity === parent || name === parent));
};

/** The helper that lets a task or a storage be picked where the operation itself asks for no project. */
const needsScope = (parameter: CapabilityParameter, operation: CapabilityOperation): boolean => missingParents(parameter, operation).join() === 'project';

/** That helper: a field of the node alone. */
const projectScope: CapabilityParameter = {
	name: 'projectScope',
	in: 'query',
	description: 'Only helps to choose from the list below; it is not sent',
	'x-n8n': { entity: 'project' },
};

/** Hides that helper while what it helps with is not picked from a list. No operation has two such pickers of which only one needs it. */
const withoutList = Object.fromEntries(
	Object.keys(entities)
		.filter((entity) => requiredParents(entity).join() === 'project')
		.map((entity) => [`/${entity}.mode`, ['id', 'url']]),
);

const articleFor = (label: string): string => (/^([AEIO]|ML)/.test(label) ? 'an' : 'a');

const locator = (parameter: CapabilityParameter, operation: CapabilityOperation, onTop: boolean): Partial<INodeProperties> => {
	const name = parameter['x-n8n']?.entity as string;
	const { label, urlPattern, urlExample } = entities[name] as Entity;
	const required = onTop && (parameter.required === true || parameter.in === 'path');
	// n8n checks an empty field as well, also one that may be empty.
	const check = (regex: string, errorMessage: string): INodePropertyMode['validation'] => [
		{ type: 'regex', properties: { regex: required ? regex : `(${regex})?`, errorMessage } },
	];
	const method = searchMethod(name);
	const modes: INodePropertyMode[] = [];
	if (method && (missingParents(parameter, operation).length === 0 || (onTop && needsScope(parameter, operation)))) {
		const noun = lowerTitle(label);
		modes.push({
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: `Select ${articleFor(label)} ${noun}...`,
			typeOptions: { searchListMethod: method, searchable: true },
		});
	}
	modes.push({
		displayName: 'By ID',
		name: 'id',
		type: 'string',
		placeholder: 'e.g. 12',
		...(parameter.type !== 'string' && { validation: check('\\s*[1-9][0-9]*\\s*', 'An ID is a whole number above 0') }),
	});
	if (urlPattern) {
		modes.push({
			displayName: 'By URL',
			name: 'url',
			type: 'string',
			placeholder: `e.g. ${urlExample}`,
			validation: check(`.*${urlPattern}.*`, `Not the address of ${articleFor(label)} ${lowerTitle(label)} page`),
		});
	}
	return { type: 'resourceLocator', default: { mode: modes[0]?.name ?? 'id', value: '' }, modes };
};

/** A picker that stands alone, for nodes that are not made from a capability. */
export const picker = (entity: string, required: boolean): INodeProperties => {
	const { label } = entities[entity] as Entity;
	const field = locator({ name: entity, in: 'body', type: 'integer', required, 'x-n8n': { entity } }, { parameters: [] as CapabilityParameter[] } as CapabilityOperation, true);
	return { displayName: label, name: entity, ...field, ...(required && { required }) } as INodeProperties;
};

/** Fields that depend on other fields of the node; which there are is asked when the editor opens them. */
const mapping = (mapper: MapperName): Partial<INodeProperties> => ({
	type: 'resourceMapper',
	noDataExpression: true,
	default: { mappingMode: 'defineBelow', value: null },
	typeOptions: {
		loadOptionsDependsOn: ['project.value', 'matchField'],
		resourceMapper: {
			resourceMapperMethod: mapperMethod(mapper),
			mode: 'add',
			fieldWords: { singular: 'field', plural: 'fields' },
			addAllFields: true,
			supportAutoMap: true,
		},
	},
});

/** Options that the server lists; n8n wants names and a description of its own wording for such fields, so ours is their hint. */
const serverOptions = (choices: ChoiceName, list: boolean): Partial<INodeProperties> => ({
	type: list ? 'multiOptions' : 'options',
	typeOptions: { loadOptionsMethod: choicesMethod(choices), loadOptionsDependsOn: ['project.value'] },
	default: list ? [] : '',
	description: `Choose from the list, or specify ${list ? 'IDs' : 'an ID'} using an <a href="https://docs.n8n.io/code/expressions/">expression</a>`,
});

/** Fields for the members of an object, or for those of each row of a list. */
const memberFields = (parameter: CapabilityParameter, operation: CapabilityOperation): Partial<INodeProperties> => {
	const inRow = parameter.type === 'array';
	const members = (parameter['x-n8n']?.fields ?? []).map((member): INodeProperties =>
		fieldOf(member, operation, { label: labelOf(member), name: member['x-n8n']?.property ?? camelCase(member.name), onTop: false, inRow }),
	);
	if (parameter.type !== 'array') return { type: 'collection', placeholder: 'Add Field', default: {}, options: members.sort(byLabel) };
	return {
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Row',
		default: {},
		// n8n's lint wants long rows sorted.
		options: [{ displayName: 'Row', name: 'row', values: members.length > 4 ? members.sort(byLabel) : members }],
	};
};

const plainType = (parameter: CapabilityParameter, alwaysShown: boolean): Partial<INodeProperties> => {
	const { rows, password, placeholder } = parameter['x-n8n'] ?? {};
	const type = rowType(parameter);
	const initial = parameter.default as NodeParameterValueType | undefined;
	switch (type.kind) {
		case 'json':
			return {
				type: 'json',
				// Where a field is always shown, empty means not set; in a collection it was added on purpose.
				default: initial !== undefined ? JSON.stringify(initial, null, 2) : alwaysShown ? '' : type.json === 'array' ? '[]' : '{}',
			};
		case 'boolean':
			return { type: 'boolean', default: initial ?? false };
		case 'integer':
		case 'number':
			return { type: 'number', default: initial ?? 0, ...(type.kind === 'integer' && { typeOptions: { numberPrecision: 0 } }) };
		case 'dateTime':
			return { type: 'dateTime', default: '' };
		case 'file':
			return { type: 'string', default: 'data', hint: 'The name of the input binary field with the file' };
		default: {
			const typeOptions = rows ? { rows } : password ? { password: true } : undefined;
			return { type: 'string', default: initial ?? '', ...(typeOptions && { typeOptions }), ...(placeholder && { placeholder }) };
		}
	}
};

const propertyType = (parameter: CapabilityParameter, operation: CapabilityOperation, { onTop, inRow }: Field): Partial<INodeProperties> => {
	const { entity, choices, fields, mapper } = parameter['x-n8n'] ?? {};
	if (mapper) return mapping(mapper);
	if (fields) return memberFields(parameter, operation);
	if (entity) return locator(parameter, operation, onTop);
	if (choices) return serverOptions(choices as ChoiceName, parameter.type === 'array');
	if (parameter.enum) {
		const options = enumOptions(parameter);
		if (parameter.type === 'array') return { type: 'multiOptions', options, default: parameter.default ?? [] } as Partial<INodeProperties>;
		return { type: 'options', options, default: (parameter.default ?? options[0]?.value) as string };
	}
	if (parameter.format === 'color') return { type: 'color', default: (parameter.default ?? '') as string };
	return plainType(parameter, onTop || inRow === true);
};

interface Field {
	label: string;
	name: string;
	onTop: boolean;
	/** One of the fields of a row, which are always all there. */
	inRow?: boolean;
}

/**
 * One field of the node. A picker that has to be used goes without a description: its label and the operation say what
 * it is for, and so all operations that work on a project share one picker.
 */
const fieldOf = (parameter: CapabilityParameter, operation: CapabilityOperation, field: Field): INodeProperties => {
	const { label, name, onTop, inRow } = field;
	const type = propertyType(parameter, operation, field);
	const fromServer = type.typeOptions?.loadOptionsMethod !== undefined;
	const many = type.type === 'multiOptions';
	// Where an expression chooses the variant, n8n shows the fields of all, and would insist on those of others: the node checks them itself.
	const required = onTop && (parameter.required || parameter.in === 'path') && !parameter['x-n8n']?.only;
	return {
		displayName: fromServer ? `${label} ${many ? 'Names or IDs' : 'Name or ID'}` : label,
		name,
		...type,
		...((required || (inRow && parameter.required)) && { required: true }),
		...(parameter.description && !(required && parameter['x-n8n']?.entity) && { [fromServer ? 'hint' : 'description']: parameter.description }),
	} as INodeProperties;
};

const property = ({ parameter, property: name, collection, label }: Placed, operation: CapabilityOperation): INodeProperties =>
	fieldOf(parameter, operation, { label, name, onTop: !collection });

/** A field of a collection; one that only some variants have is hidden from the others. */
const collectionField = (placed: Placed, operation: CapabilityOperation): INodeProperties => {
	const { only } = placed.parameter['x-n8n'] ?? {};
	const variant = operation.parameters.find((one) => one['x-n8n']?.variant);
	return { ...property(placed, operation), ...(only && variant && { displayOptions: { show: { [`/${propertyNameOf(variant)}`]: only } } }) };
};

const displayed = (show: Record<string, unknown[]>, hide: Record<string, unknown[]> = {}): INodeProperties['displayOptions'] =>
	({ ...(Object.keys(show).length > 0 && { show }), ...(Object.keys(hide).length > 0 && { hide }) }) as INodeProperties['displayOptions'];

/** All properties of one operation, in the order in which the panel shows them. */
export const operationProperties = (operation: CapabilityOperation, placed: Placed[]): INodeProperties[] => {
	const result: INodeProperties[] = [];
	const variant = operation.parameters.find((one) => one['x-n8n']?.variant);
	const withFields = hasBodyFields(operation) && !hasFiles(operation);
	const when = ({ parameter }: Placed): INodeProperties['displayOptions'] => {
		const ofView = isViewOfSelection(operation, parameter);
		return displayed(
			{
				...Object.fromEntries(Object.entries(parameter['x-n8n']?.when ?? {}).map(([name, values]) => [propertyOf(placed, name), typed(placed, name, values)])),
				...(parameter['x-n8n']?.only && variant && { [propertyNameOf(variant)]: parameter['x-n8n'].only }),
				...(ofView && { taskSelection: ['view'] }),
			},
			withFields && (isBodyField(parameter) || ofView) ? withoutJsonBody : {},
		);
	};
	const onTop = placed.filter(({ collection, parameter }) => !collection && !isFormOnly(parameter));
	const scoped = onTop.filter(({ parameter }) => parameter['x-n8n']?.entity && needsScope(parameter, operation));
	const add = (placement: Placed): void => {
		if (placement === scoped[0]) {
			result.push({
				...fieldOf(projectScope, operation, { label: labelOf(projectScope), name: projectScope.name, onTop: true }),
				// One for all; it can hide only where it depends on a single picker.
				displayOptions: scoped.length > 1 ? when(placement) : { ...when(placement), hide: { ...when(placement)?.hide, ...withoutList } },
			});
		}
		result.push({ ...property(placement, operation), displayOptions: when(placement) });
		// A body that is given as JSON selects tasks without the form, or leaves that to a view.
		if (isViewOfSelection(operation, placement.parameter) && withFields) {
			result.push({ ...property(placement, operation), displayOptions: displayed({ specifyBody: ['json'] }) });
		}
	};
	const first = onTop.filter(({ parameter }) => !isBodyField(parameter));
	for (const placement of first.toSorted((a, b) => Number(b.parameter === variant) - Number(a.parameter === variant))) add(placement);
	if (withFields) {
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
			},
			{
				displayName: 'JSON Body',
				name: 'jsonBody',
				type: 'json',
				default: '{}',
				required: true,
				description: 'The whole request body, in place of the fields',
				displayOptions: displayed({ specifyBody: ['json'] }),
			},
		);
	}
	for (const placement of onTop.filter(({ parameter }) => isBodyField(parameter))) add(placement);
	for (const field of formFields(operation)) {
		result.push({ ...field, displayOptions: displayed({ ...(field.displayOptions?.show as Record<string, unknown[]>) }, withFields ? withoutJsonBody : {}) });
	}
	const { destructive } = operation.extension;
	if (destructive) {
		result.push({
			displayName: 'Confirm',
			name: 'confirm',
			type: 'boolean',
			default: false,
			description: 'Whether to really do this: it can remove more than one thing, and nothing brings them back',
			displayOptions: displayed(
				destructive !== true && destructive.values ? { [propertyOf(placed, destructive.parameter)]: [...destructive.values].sort() } : {},
				destructive !== true && destructive.except ? { [propertyOf(placed, destructive.parameter)]: [...destructive.except].sort() } : {},
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
			},
			{
				displayName: 'Limit',
				name: 'limit',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 50,
				description: 'Max number of results to return',
				displayOptions: displayed({ returnAll: [false] }),
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
			options: members.map((placement) => collectionField(placement, operation)).sort(byLabel),
			displayOptions: displayed({}, withFields && members.some(({ parameter }) => isBodyField(parameter)) ? withoutJsonBody : {}),
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
		});
	}
	return result;
};

/** Values of a parameter as n8n compares them with the field's. */
const typed = (placed: Placed[], name: string, values: string[]): unknown[] =>
	placed.find(({ parameter }) => parameter.name === name)?.parameter.type === 'boolean' ? values.map((value) => value === 'true') : values;

const propertyOf = (placed: Placed[], parameter: string): string =>
	placed.find((placement) => placement.parameter.name === parameter)?.property ?? parameter;

