// Written by the generator from capability/: change it there and run `npm run generate`.

import type { INodeProperties } from 'n8n-workflow';

export const pauseFields: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['pause'] } },
		options: [
			{
				name: 'Create (Enterprise)',
				value: 'create',
				action: 'Create pause in enterprise',
				description: 'Keep an annotator from working in a project until the pause is deleted',
			},
			{
				name: 'Delete (Enterprise)',
				value: 'delete',
				action: 'Delete pause in enterprise',
				description: 'End a pause, so that the annotator can go on',
			},
			{
				name: 'Get (Enterprise)',
				value: 'get',
				action: 'Get pause in enterprise',
				description: 'Read one pause',
			},
			{
				name: 'Get Many (Enterprise)',
				value: 'getMany',
				action: 'Get many pauses in enterprise',
				description: 'List the pauses of an annotator in a project',
			},
			{
				name: 'Update (Enterprise)',
				value: 'update',
				action: 'Update pause in enterprise',
				description: 'Change the reason of a pause or what the annotator is told',
			},
		],
		default: 'getMany',
	},
	{
		displayName: 'Project',
		name: 'projectId',
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
						properties: { regex: '\\s*[1-9][0-9]*\\s*', errorMessage: 'An ID is a whole number above 0' },
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
						properties: { regex: '.*/projects/(\\d+).*', errorMessage: 'Not the address of a project page' },
					},
				],
			},
		],
		required: true,
		description: 'Where the annotator works',
		displayOptions: { show: { resource: ['pause'], operation: ['create', 'delete', 'get', 'getMany', 'update'] } },
	},
	{
		displayName: 'User',
		name: 'userId',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a user...',
				typeOptions: { searchListMethod: 'searchUsers', searchable: true },
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
		description: 'Who is paused',
		displayOptions: { show: { resource: ['pause'], operation: ['create', 'delete', 'get', 'getMany', 'update'] } },
	},
	{
		displayName: 'Pause',
		name: 'pauseId',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a pause...',
				typeOptions: { searchListMethod: 'searchPauses', searchable: true },
			},
			{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 12' },
		],
		required: true,
		description: 'As Get Many lists it',
		displayOptions: { show: { resource: ['pause'], operation: ['delete', 'get', 'update'] } },
	},
];

export const pauseBodyFields: INodeProperties[] = [
	{
		displayName: 'Reason',
		name: 'reason',
		type: 'options',
		options: [
			{ name: 'Annotation Limit', value: 'ANNOTATION_LIMIT' },
			{ name: 'Annotator Evaluation', value: 'ANNOTATOR_EVALUATION' },
			{ name: 'Behavior', value: 'BEHAVIOR_BASED' },
			{ name: 'Decided by a Person', value: 'MANUAL' },
			{ name: 'Plugin', value: 'CUSTOM_SCRIPT' },
		],
		default: 'MANUAL',
		required: true,
		description: 'Why, for reports',
		displayOptions: { show: { resource: ['pause'], operation: ['create'], specifyBody: ['fields'] } },
	},
	{
		displayName: 'Message',
		name: 'message',
		type: 'string',
		default: '',
		typeOptions: { rows: 3 },
		description: 'What the annotator is told',
		displayOptions: { show: { resource: ['pause'], operation: ['create'], specifyBody: ['fields'] } },
	},
];

export const pauseCollections: INodeProperties[] = [
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		options: [
			{
				displayName: 'Include Ended',
				name: 'includeDeleted',
				type: 'boolean',
				default: false,
				description: 'Whether to list those too that are over',
			},
			{
				displayName: 'Ordering',
				name: 'ordering',
				type: 'string',
				default: '',
				placeholder: 'e.g. -created_at',
				description: 'Field to sort by; a minus in front sorts downwards',
			},
		],
		displayOptions: { show: { resource: ['pause'], operation: ['getMany'] } },
	},
	{
		displayName: 'Update Fields',
		name: 'updateFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Message',
				name: 'message',
				type: 'string',
				default: '',
				typeOptions: { rows: 3 },
				description: 'What the annotator is told',
			},
			{
				displayName: 'Reason',
				name: 'reason',
				type: 'options',
				options: [
					{ name: 'Annotation Limit', value: 'ANNOTATION_LIMIT' },
					{ name: 'Annotator Evaluation', value: 'ANNOTATOR_EVALUATION' },
					{ name: 'Behavior', value: 'BEHAVIOR_BASED' },
					{ name: 'Decided by a Person', value: 'MANUAL' },
					{ name: 'Plugin', value: 'CUSTOM_SCRIPT' },
				],
				default: 'ANNOTATION_LIMIT',
				description: 'Why, for reports',
			},
		],
		displayOptions: { show: { resource: ['pause'], operation: ['update'], specifyBody: ['fields'] } },
	},
];
