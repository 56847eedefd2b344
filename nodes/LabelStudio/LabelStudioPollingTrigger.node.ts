import { NodeConnectionTypes, type INodeExecutionData, type INodeType, type INodeTypeDescription, type IPollFunctions } from 'n8n-workflow';
import { pollingProperties } from './events/polling-properties';
import { poll } from './execution/poll';
import { optionLists } from './pickers/choices';
import { listSearches } from './pickers/search';

export class LabelStudioPollingTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Label Studio Polling Trigger',
		name: 'labelStudioPollingTrigger',
		icon: { light: 'file:labelStudio.svg', dark: 'file:labelStudio.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["event"] }}',
		description: 'Starts the workflow when tasks, annotations or predictions in Label Studio change, by asking at set times',
		defaults: { name: 'Label Studio Polling Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'labelStudioApi', required: true }],
		properties: pollingProperties,
	};

	methods = { listSearch: listSearches, loadOptions: optionLists };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await poll(this);
	}
}
