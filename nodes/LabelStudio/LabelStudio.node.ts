import { NodeConnectionTypes, type IExecuteFunctions, type INodeExecutionData, type INodeType, type INodeTypeDescription } from 'n8n-workflow';
import { execute } from './execution/execute';
import { optionsProperty } from './execution/options';
import { properties } from './generated/properties';
import { optionLists } from './pickers/choices';
import { resourceMappers } from './pickers/mappers';
import { listSearches } from './pickers/search';
import { searchTasks } from './pickers/tasks';
import { searchUsers } from './pickers/users';

export class LabelStudio implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Label Studio',
		name: 'labelStudio',
		icon: { light: 'file:labelStudio.svg', dark: 'file:labelStudio.dark.svg' },
		group: ['input'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Work with projects, tasks, annotations and predictions in Label Studio',
		defaults: { name: 'Label Studio' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'labelStudioApi', required: true }],
		properties: [...properties, optionsProperty],
	};

	methods = { listSearch: { ...listSearches, searchTasks, searchUsers }, loadOptions: optionLists, resourceMapping: resourceMappers };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await execute(this);
	}
}
