import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { Operation } from '../nodes/LabelStudio/execution/operation.ts';
import type { CapabilityResource } from './capability.mts';
import { actionText, camelCase, titleCase } from './naming.mts';
import type { Shown } from './panel.mts';
import { place } from './placement.mts';
import { byName, operationProperties } from './properties.mts';
import { row } from './table-row.mts';

/** One n8n resource: its entry in the dropdown, its rows of the table and its properties. */
export interface NodeResource {
	value: string;
	label: string;
	description: string;
	operations: Record<string, Operation>;
	/** The dropdown of its operations. */
	operationProperty: INodeProperties;
	/** What its operations show, in their order. */
	shown: Shown[];
}

/** Turns one capability resource into what the node needs of it. */
export const toNodeResource = (resource: CapabilityResource): NodeResource => {
	const value = camelCase(resource.name);
	const label = resource.label || titleCase(resource.name);
	const operations: Record<string, Operation> = {};
	const entries: INodePropertyOptions[] = [];
	const shown: Shown[] = [];
	for (const operation of [...resource.operations].sort(byName)) {
		const name = camelCase(operation.name);
		const title = operation.label ?? titleCase(operation.name);
		const placed = place(operation);
		operations[name] = row(operation, placed);
		// The edition is seen in the list of actions as well as in the dropdown, before anybody tries it.
		entries.push({
			name: operation.extension.edition ? `${title} (Enterprise)` : title,
			value: name,
			// The lint takes no brackets and no capitals here.
			action: (operation.extension.action ?? actionText(title, label)) + (operation.extension.edition ? ' in enterprise' : ''),
			description: operation.description,
		});
		shown.push(...operationProperties(operation, placed).map((property) => ({ resource: value, operation: name, property })));
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
	return { value, label, description: resource.description, operations, operationProperty, shown };
};
