import type { INodeProperties } from 'n8n-workflow';
import { projectLocator } from '../pickers/project-locator';
import { webhookEvents, type WebhookEvent } from './webhook-events';

const eventOptions = (events: readonly WebhookEvent[]) => events.map(({ name, value, description }) => ({ name, value, description }));

const eventsProperty = (scope: string, events: readonly WebhookEvent[]): INodeProperties => ({
	displayName: 'Events',
	name: 'events',
	type: 'multiOptions',
	options: eventOptions(events),
	default: [],
	required: true,
	displayOptions: { show: { triggerOn: ['chosen'], scope: [scope] } },
	description: 'What starts the workflow',
});

/** Everything that the webhook trigger shows. */
export const webhookProperties: INodeProperties[] = [
	{
		displayName: 'While the workflow is active, Label Studio calls n8n, so n8n must have an address that Label Studio can reach and may call. Where it has none, use the Label Studio Polling Trigger.',
		name: 'notice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Scope',
		name: 'scope',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'One Project', value: 'project' },
			{ name: 'Whole Organization (Enterprise)', value: 'organization', description: 'All projects, also those that are made later' },
		],
		default: 'project',
		description: 'Where the changes happen that start the workflow',
	},
	{ ...projectLocator, displayOptions: { show: { scope: ['project'] } } },
	{
		displayName: 'Trigger On',
		name: 'triggerOn',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'All Events', value: 'all', description: 'Every event that the server has except Label Link Created, which Label Studio 1.23.2 cannot send' },
			{ name: 'Chosen Events', value: 'chosen' },
		],
		default: 'chosen',
	},
	eventsProperty('project', webhookEvents.filter(({ organizationOnly }) => !organizationOnly)),
	eventsProperty('organization', webhookEvents),
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		description: 'Which annotations start the workflow. Events without an annotation always do, and so does a deleted annotation, of which only the ID is known.',
		options: [
			{
				displayName: 'Annotator Names or IDs',
				name: 'annotators',
				type: 'multiOptions',
				typeOptions: { loadOptionsMethod: 'getUsers' },
				default: [],
				description: 'Only annotations of these users. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
			},
			{
				displayName: 'Ignore Skipped',
				name: 'ignoreSkipped',
				type: 'boolean',
				default: true,
				description: 'Whether to leave out annotations that stand for a skipped task',
			},
			{
				displayName: 'Label Names or IDs',
				name: 'labels',
				type: 'multiOptions',
				typeOptions: { loadOptionsMethod: 'getLabels', loadOptionsDependsOn: ['project.value'] },
				default: [],
				description: 'Only annotations with at least one of these labels or choices. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
			},
		],
	},
	{
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Read Task Again',
				name: 'readTask',
				type: 'boolean',
				default: true,
				description: 'Whether to put the task as it is when the workflow runs, with all annotations and predictions, in place of the task as it was at the event',
			},
			{
				displayName: 'Skip Certificate Check',
				name: 'skipCertificateCheck',
				type: 'boolean',
				default: true,
				description: 'Whether to register an https:// address of n8n even if its TLS certificate does not look trusted from here, because Label Studio knows it',
			},
		],
	},
];
