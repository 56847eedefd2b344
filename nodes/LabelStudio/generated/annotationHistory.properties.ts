// Written by the generator from capability/: change it there and run `npm run generate`.

import type { INodeProperties } from 'n8n-workflow';

export const annotationHistoryFields: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['annotationHistory'] } },
		options: [
			{
				name: 'Delete Many (Enterprise)',
				value: 'deleteMany',
				action: 'Delete many annotation history entries in enterprise',
				description: 'Forget the history of an annotation, a task or a whole project for good; the annotations stay',
			},
			{
				name: 'Get (Enterprise)',
				value: 'get',
				action: 'Get annotation history entry in enterprise',
				description: 'Read one step of the history with the result as it was then',
			},
			{
				name: 'Get Many (Enterprise)',
				value: 'getMany',
				action: 'Get many annotation history entries in enterprise',
				description: 'List what was done to an annotation, step by step',
			},
			{
				name: 'Get Many of Project (Enterprise)',
				value: 'getManyByProject',
				action: 'Get many annotation history entries of project in enterprise',
				description: 'List what was done to all annotations of a project',
			},
		],
		default: 'getMany',
	},
	{
		displayName: 'History Entry ID',
		name: 'historyEntryId',
		type: 'number',
		default: 0,
		typeOptions: { numberPrecision: 0 },
		required: true,
		description: 'As Get Many lists it',
		displayOptions: { show: { resource: ['annotationHistory'], operation: ['get'] } },
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
		description: 'Project whose history to list',
		displayOptions: { show: { resource: ['annotationHistory'], operation: ['getManyByProject'] } },
	},
];

export const annotationHistoryCollections: INodeProperties[] = [
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		options: [
			{
				displayName: 'Annotation ID',
				name: 'annotation',
				type: 'number',
				default: 0,
				typeOptions: { numberPrecision: 0 },
				description: 'Annotation whose history to list',
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
		displayOptions: { show: { resource: ['annotationHistory'], operation: ['getMany'] } },
	},
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Annotation ID',
				name: 'annotation',
				type: 'number',
				default: 0,
				typeOptions: { numberPrecision: 0 },
				description: 'Annotation whose history to remove',
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
								properties: {
									regex: '(.*/projects/(\\d+).*)?',
									errorMessage: 'Not the address of a project page',
								},
							},
						],
					},
				],
				description: 'Project to remove the history of all annotations of. Leave it out to clear a single task or annotation.',
			},
			{
				displayName: 'Task ID',
				name: 'task',
				type: 'number',
				default: 0,
				typeOptions: { numberPrecision: 0 },
				description: 'Task to remove the history of all annotations of',
			},
		],
		displayOptions: { show: { resource: ['annotationHistory'], operation: ['deleteMany'] } },
	},
];
