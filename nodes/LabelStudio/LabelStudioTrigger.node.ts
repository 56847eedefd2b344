import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type IHookFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { checkExists, create, remove } from './events/webhook-lifecycle';
import { webhookProperties } from './events/webhook-properties';
import { complete, receive } from './events/webhook-receive';
import { optionLists } from './pickers/choices';
import { listSearches } from './pickers/search';
import { getUsers } from './pickers/users';

export class LabelStudioTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Label Studio Trigger',
		name: 'labelStudioTrigger',
		icon: { light: 'file:labelStudio.svg', dark: 'file:labelStudio.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["triggerOn"] === "all" ? "all events" : $parameter["events"] }}',
		description: 'Starts the workflow when something changes in Label Studio, which calls n8n for it',
		defaults: { name: 'Label Studio Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'labelStudioApi', required: true }],
		webhooks: [{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', path: 'webhook' }],
		properties: webhookProperties,
	};

	methods = { listSearch: listSearches, loadOptions: { ...optionLists, getUsers } };

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await checkExists(this);
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await create(this);
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return await remove(this);
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this);
	}

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await complete(this);
	}
}
