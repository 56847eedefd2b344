// Written by the generator from capability/: change it there and run `npm run generate`.

import type { INodeProperties } from 'n8n-workflow';

export const predictionFields: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['prediction'] } },
		options: [
			{
				name: 'Create',
				value: 'create',
				action: 'Create prediction',
				description: 'Add a prediction to one task. Import adds many at once, and much faster.',
			},
			{
				name: 'Delete',
				value: 'delete',
				action: 'Delete prediction',
				description: 'Remove one prediction for good',
			},
			{
				name: 'Get',
				value: 'get',
				action: 'Get prediction',
				description: 'Read one prediction with its full result',
			},
			{
				name: 'Get Many',
				value: 'getMany',
				action: 'Get many predictions',
				description: 'List the predictions of a project or of one task',
			},
			{
				name: 'Import JSON',
				value: 'importJson',
				action: 'Import predictions as JSON',
				description: 'Add predictions that are given as one JSON list, in one request. If a task is not in the project, none is added.',
			},
			{
				name: 'Update',
				value: 'update',
				action: 'Update prediction',
				description: 'Change some fields of a prediction and leave the others',
			},
		],
		default: 'getMany',
	},
	{
		displayName: 'Prediction ID',
		name: 'predictionId',
		type: 'number',
		default: 0,
		typeOptions: { numberPrecision: 0 },
		required: true,
		description: 'As Get Many lists it',
		displayOptions: { show: { resource: ['prediction'], operation: ['delete', 'get', 'update'] } },
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
		description: 'List those of a whole project',
		displayOptions: { show: { resource: ['prediction'], operation: ['getMany'] } },
	},
	{
		displayName: 'Task',
		name: 'task',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a task...',
				typeOptions: { searchListMethod: 'searchTasks', searchable: true },
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
				placeholder: 'e.g. https://label-studio.example.com/projects/12/data?task=345',
				validation: [
					{
						type: 'regex',
						properties: { regex: '(.*[?&]task=(\\d+).*)?', errorMessage: 'Not the address of a task page' },
					},
				],
			},
		],
		description: 'List those of one task',
		displayOptions: { show: { resource: ['prediction'], operation: ['getMany'] } },
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
		description: 'Project of the tasks',
		displayOptions: { show: { resource: ['prediction'], operation: ['importJson'] } },
	},
	{
		displayName: 'Predictions',
		name: 'predictions',
		type: 'json',
		default: '',
		required: true,
		description: 'List such as [{"task": 12, "model_version": "v1", "score": 0.9, "result": [{"from_name": "sentiment", "to_name": "text", "type": "choices", "value": {"choices": ["Positive"]}}]}]',
		displayOptions: { show: { resource: ['prediction'], operation: ['importJson'] } },
	},
];

export const predictionBodyFields: INodeProperties[] = [
	{
		displayName: 'Project',
		name: 'projectScope',
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
		description: 'Only helps to choose from the list below; it is not sent',
		displayOptions: {
			show: {
				resource: ['prediction'],
				operation: ['create'],
				specifyBody: ['fields'],
				'/task.mode': ['list'],
			},
		},
	},
	{
		displayName: 'Task',
		name: 'task',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a task...',
				typeOptions: { searchListMethod: 'searchTasks', searchable: true },
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
				placeholder: 'e.g. https://label-studio.example.com/projects/12/data?task=345',
				validation: [
					{
						type: 'regex',
						properties: { regex: '(.*[?&]task=(\\d+).*)?', errorMessage: 'Not the address of a task page' },
					},
				],
			},
		],
		description: 'Which task it is about',
		displayOptions: { show: { resource: ['prediction'], operation: ['create'], specifyBody: ['fields'] } },
	},
	{
		displayName: 'Result',
		name: 'result',
		type: 'json',
		default: '',
		description: 'Regions as in an annotation, for example [{"from_name": "sentiment", "to_name": "text", "type": "choices", "value": {"choices": ["Positive"]}}]; names that the labeling config does not have are never shown',
		displayOptions: { show: { resource: ['prediction'], operation: ['create'], specifyBody: ['fields'] } },
	},
];

export const predictionCollections: INodeProperties[] = [
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Model Version',
				name: 'modelVersion',
				type: 'string',
				default: '',
				placeholder: 'e.g. sentiment-2026-01',
				description: 'What you call this version of the model; the project shows the predictions of one version',
			},
			{
				displayName: 'Score',
				name: 'score',
				type: 'number',
				default: 0,
				description: 'How sure the model is, usually from 0 to 1',
			},
		],
		displayOptions: { show: { resource: ['prediction'], operation: ['create'], specifyBody: ['fields'] } },
	},
	{
		displayName: 'Update Fields',
		name: 'updateFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Model Version',
				name: 'modelVersion',
				type: 'string',
				default: '',
				placeholder: 'e.g. sentiment-2026-01',
				description: 'What you call this version of the model; the project shows the predictions of one version',
			},
			{
				displayName: 'Result',
				name: 'result',
				type: 'json',
				default: '[]',
				description: 'Regions as in an annotation; they take the place of all old ones',
			},
			{
				displayName: 'Score',
				name: 'score',
				type: 'number',
				default: 0,
				description: 'How sure the model is, usually from 0 to 1',
			},
			{
				displayName: 'Task',
				name: 'task',
				type: 'resourceLocator',
				default: { mode: 'id', value: '' },
				modes: [
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
						placeholder: 'e.g. https://label-studio.example.com/projects/12/data?task=345',
						validation: [
							{
								type: 'regex',
								properties: { regex: '(.*[?&]task=(\\d+).*)?', errorMessage: 'Not the address of a task page' },
							},
						],
					},
				],
				description: 'Which task it is about',
			},
		],
		displayOptions: { show: { resource: ['prediction'], operation: ['update'], specifyBody: ['fields'] } },
	},
];
