// Written by the generator from capability/: change it there and run `npm run generate`.

import type { INodeProperties } from 'n8n-workflow';

export const webhookFields: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['webhook'] } },
		options: [
			{
				name: 'Create',
				value: 'create',
				action: 'Create webhook',
				description: 'Have what happens in a project reported to an address',
			},
			{
				name: 'Delete',
				value: 'delete',
				action: 'Delete webhook',
				description: 'Stop reporting to an address for good',
			},
			{
				name: 'Get',
				value: 'get',
				action: 'Get webhook',
				description: 'Read one webhook; of the values of its headers only the beginning is shown',
			},
			{
				name: 'Get Events',
				value: 'getEvents',
				action: 'Get webhook events',
				description: 'Read which events there are, by their names in the API',
			},
			{
				name: 'Get Many',
				value: 'getMany',
				action: 'Get many webhooks',
				description: 'List the webhooks of a project, or of all projects',
			},
			{
				name: 'Update',
				value: 'update',
				action: 'Update webhook',
				description: 'Change some settings of a webhook and leave the others',
			},
		],
		default: 'getMany',
	},
	{
		displayName: 'Webhook',
		name: 'webhookId',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a webhook...',
				typeOptions: { searchListMethod: 'searchWebhooks', searchable: true },
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. 12',
				validation: [
					{
						type: 'regex',
						properties: { regex: '\\s*[1-9][0-9]*\\s*', errorMessage: 'An ID is a whole number above 0' },
					},
				],
			},
		],
		required: true,
		displayOptions: { show: { resource: ['webhook'], operation: ['delete', 'get', 'update'] } },
	},
	{
		displayName: 'Project',
		name: 'project',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a project...',
				typeOptions: { searchListMethod: 'searchProjects', searchable: true },
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. 12',
				validation: [
					{
						type: 'regex',
						properties: { regex: '(\\s*[1-9][0-9]*\\s*)?', errorMessage: 'An ID is a whole number above 0' },
					},
				],
			},
			{
				displayName: 'By URL',
				name: 'url',
				type: 'string',
				placeholder: 'e.g. https://label-studio.example.com/projects/12/data',
				validation: [
					{
						type: 'regex',
						properties: { regex: '(.*/projects/(\\d+).*)?', errorMessage: 'Not the address of a project page' },
					},
				],
			},
		],
		description: 'Whose webhooks to list; all of the organization, if empty',
		displayOptions: { show: { resource: ['webhook'], operation: ['getMany'] } },
	},
];

export const webhookBodyFields: INodeProperties[] = [
	{
		displayName: 'URL',
		name: 'url',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://n8n.example.com/webhook/labels',
		required: true,
		description: 'Where to report. A private address needs SSRF_PROTECTION_ENABLED=false on the Label Studio server.',
		displayOptions: { show: { resource: ['webhook'], operation: ['create'], specifyBody: ['fields'] } },
	},
	{
		displayName: 'Project',
		name: 'project',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a project...',
				typeOptions: { searchListMethod: 'searchProjects', searchable: true },
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. 12',
				validation: [
					{
						type: 'regex',
						properties: { regex: '(\\s*[1-9][0-9]*\\s*)?', errorMessage: 'An ID is a whole number above 0' },
					},
				],
			},
			{
				displayName: 'By URL',
				name: 'url',
				type: 'string',
				placeholder: 'e.g. https://label-studio.example.com/projects/12/data',
				validation: [
					{
						type: 'regex',
						properties: { regex: '(.*/projects/(\\d+).*)?', errorMessage: 'Not the address of a project page' },
					},
				],
			},
		],
		description: 'Whose events to report. Only Enterprise can leave it empty and report on all projects.',
		displayOptions: { show: { resource: ['webhook'], operation: ['create'], specifyBody: ['fields'] } },
	},
	{
		displayName: 'Send All Events',
		name: 'sendForAllActions',
		type: 'boolean',
		default: true,
		required: true,
		description: 'Whether all events are reported, also those that later releases add. Switch it off to choose some.',
		displayOptions: { show: { resource: ['webhook'], operation: ['create'], specifyBody: ['fields'] } },
	},
	{
		displayName: 'Events',
		name: 'actions',
		type: 'multiOptions',
		options: [
			{ name: 'Annotation Created or Task Skipped', value: 'ANNOTATION_CREATED' },
			{ name: 'Annotation Updated', value: 'ANNOTATION_UPDATED' },
			{ name: 'Annotations Deleted', value: 'ANNOTATIONS_DELETED' },
			{ name: 'Label Link Created', value: 'LABEL_LINK_CREATED' },
			{ name: 'Label Link Deleted', value: 'LABEL_LINK_DELETED' },
			{ name: 'Label Link Updated', value: 'LABEL_LINK_UPDATED' },
			{ name: 'Project Created', value: 'PROJECT_CREATED' },
			{ name: 'Project Deleted', value: 'PROJECT_DELETED' },
			{ name: 'Project Updated', value: 'PROJECT_UPDATED' },
			{ name: 'Review Created (Enterprise)', value: 'REVIEW_CREATED' },
			{ name: 'Review Updated (Enterprise)', value: 'REVIEW_UPDATED' },
			{ name: 'Reviews Deleted (Enterprise)', value: 'REVIEWS_DELETED' },
			{ name: 'Several Annotations Created at Once', value: 'ANNOTATIONS_CREATED' },
			{ name: 'Tasks Created', value: 'TASKS_CREATED' },
			{ name: 'Tasks Deleted', value: 'TASKS_DELETED' },
		],
		default: [],
		required: true,
		description: 'What to report. Projects that are created or deleted are reported by webhooks of the whole organization only.',
		displayOptions: {
			show: {
				resource: ['webhook'],
				operation: ['create'],
				sendForAllActions: [false],
				specifyBody: ['fields'],
			},
		},
	},
];

export const webhookCollections: INodeProperties[] = [
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Active',
				name: 'isActive',
				type: 'boolean',
				default: true,
				description: 'Whether reports are sent at present',
			},
			{
				displayName: 'Headers',
				name: 'headers',
				type: 'json',
				default: '{}',
				description: 'Up to 10 headers for each report, for example a secret that the receiver checks: {"X-Secret": "a long random text"}',
			},
			{
				displayName: 'Send Content',
				name: 'sendPayload',
				type: 'boolean',
				default: true,
				description: 'Whether a report holds the tasks and annotations in question, instead of the name of the event alone',
			},
		],
		displayOptions: { show: { resource: ['webhook'], operation: ['create'], specifyBody: ['fields'] } },
	},
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Organization Only',
				name: 'organizationOnly',
				type: 'boolean',
				default: false,
				description: 'Whether to read the events that only webhooks of the whole organization report, or all others. Left out, it is both.',
			},
		],
		displayOptions: { show: { resource: ['webhook'], operation: ['getEvents'] } },
	},
	{
		displayName: 'Update Fields',
		name: 'updateFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Active',
				name: 'isActive',
				type: 'boolean',
				default: true,
				description: 'Whether reports are sent at present',
			},
			{
				displayName: 'Events',
				name: 'actions',
				type: 'multiOptions',
				options: [
					{ name: 'Annotation Created or Task Skipped', value: 'ANNOTATION_CREATED' },
					{ name: 'Annotation Updated', value: 'ANNOTATION_UPDATED' },
					{ name: 'Annotations Deleted', value: 'ANNOTATIONS_DELETED' },
					{ name: 'Label Link Created', value: 'LABEL_LINK_CREATED' },
					{ name: 'Label Link Deleted', value: 'LABEL_LINK_DELETED' },
					{ name: 'Label Link Updated', value: 'LABEL_LINK_UPDATED' },
					{ name: 'Project Created', value: 'PROJECT_CREATED' },
					{ name: 'Project Deleted', value: 'PROJECT_DELETED' },
					{ name: 'Project Updated', value: 'PROJECT_UPDATED' },
					{ name: 'Review Created (Enterprise)', value: 'REVIEW_CREATED' },
					{ name: 'Review Updated (Enterprise)', value: 'REVIEW_UPDATED' },
					{ name: 'Reviews Deleted (Enterprise)', value: 'REVIEWS_DELETED' },
					{ name: 'Several Annotations Created at Once', value: 'ANNOTATIONS_CREATED' },
					{ name: 'Tasks Created', value: 'TASKS_CREATED' },
					{ name: 'Tasks Deleted', value: 'TASKS_DELETED' },
				],
				default: [],
				description: 'All that is to be reported from now on; Send All Events has to be added too and switched off',
			},
			{
				displayName: 'Headers',
				name: 'headers',
				type: 'json',
				default: '{}',
				description: 'Up to 10 headers for each report, for example a secret that the receiver checks: {"X-Secret": "a long random text"}',
			},
			{
				displayName: 'Send All Events',
				name: 'sendForAllActions',
				type: 'boolean',
				default: false,
				description: 'Whether all events are reported, instead of those chosen in Events',
			},
			{
				displayName: 'Send Content',
				name: 'sendPayload',
				type: 'boolean',
				default: true,
				description: 'Whether a report holds the tasks and annotations in question, instead of the name of the event alone',
			},
			{
				displayName: 'URL',
				name: 'url',
				type: 'string',
				default: '',
				placeholder: 'e.g. https://n8n.example.com/webhook/labels',
				description: 'Another address to report to',
			},
		],
		displayOptions: { show: { resource: ['webhook'], operation: ['update'], specifyBody: ['fields'] } },
	},
];
