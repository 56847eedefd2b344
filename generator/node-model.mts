import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { Operation } from '../nodes/LabelStudio/execution/operation.ts';
import type { CapabilityResource } from './capability.mts';
import { actionText, camelCase, titleCase } from './naming.mts';
import { collections, place } from './placement.mts';
import { byName, operationProperties } from './properties.mts';
import { row } from './table-row.mts';

/** One n8n resource: its entry in the dropdown, its rows of the table and its properties. */
export interface NodeResource {
	value: string;
	label: string;
	description: string;
	operations: Record<string, Operation>;
	properties: INodeProperties[];
}

/** What every operation shows below its own fields, in this order. */
const footer = ['confirm', 'returnAll', 'limit', 'simplify', ...Object.keys(collections), 'binaryPropertyName'];

/** A property stands where its first operation has it, so those that many share would drift between others' fields. */
const inOrder = (properties: INodeProperties[]): INodeProperties[] => {
	const rank = ({ name, displayOptions }: INodeProperties): number => {
		if (footer.includes(name)) return 3 + footer.indexOf(name);
		// The project that helps with several pickers stands above all of them.
		if (name === 'projectScope' && displayOptions?.show && !Object.keys(displayOptions.show).some((key) => key.endsWith('.mode'))) return -1;
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
