// Written by the generator from capability/: change it there and run `npm run generate`.

import type { INodeProperties } from 'n8n-workflow';

export const promptRunFields: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['promptRun'] } },
		options: [
			{
				name: 'Add Failed Predictions (Enterprise)',
				value: 'addFailedPredictions',
				action: 'Add failed predictions to prompt run in enterprise',
				description: 'Store for which tasks a model has failed in a run',
			},
			{
				name: 'Add Predictions (Enterprise)',
				value: 'addPredictions',
				action: 'Add predictions to prompt run in enterprise',
				description: 'Store what a model has answered in a run',
			},
			{
				name: 'Cancel (Enterprise)',
				value: 'cancel',
				action: 'Cancel prompt run in enterprise',
				description: 'Stop a run that is going on',
			},
			{
				name: 'Create (Enterprise)',
				value: 'create',
				action: 'Create prompt run in enterprise',
				description: 'Have a version predict tasks of a project',
			},
			{
				name: 'Get Many (Enterprise)',
				value: 'getMany',
				action: 'Get many prompt runs in enterprise',
				description: 'List the runs of a version and how far they are',
			},
		],
		default: 'getMany',
	},
	{
		displayName: 'Prompt',
		name: 'promptId',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a prompt...',
				typeOptions: { searchListMethod: 'searchPrompts', searchable: true },
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
		displayOptions: { show: { resource: ['promptRun'], operation: ['cancel', 'create', 'getMany'] } },
	},
	{
		displayName: 'Prompt Version',
		name: 'promptVersionId',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a prompt version...',
				typeOptions: { searchListMethod: 'searchPromptVersions', searchable: true },
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
		displayOptions: { show: { resource: ['promptRun'], operation: ['cancel', 'create', 'getMany'] } },
	},
	{
		displayName: 'Run',
		name: 'inferenceRunId',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a run...',
				typeOptions: { searchListMethod: 'searchInferenceRuns', searchable: true },
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
		displayOptions: { show: { resource: ['promptRun'], operation: ['cancel'] } },
	},
];

export const promptRunBodyFields: INodeProperties[] = [
	{
		displayName: 'Run',
		name: 'modelrunId',
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
						properties: { regex: '\\s*[1-9][0-9]*\\s*', errorMessage: 'An ID is a whole number above 0' },
					},
				],
			},
		],
		required: true,
		description: 'Run that the answers belong to',
		displayOptions: {
			show: {
				resource: ['promptRun'],
				operation: ['addFailedPredictions', 'addPredictions'],
				specifyBody: ['fields'],
			},
		},
	},
	{
		displayName: 'Failed Predictions',
		name: 'failedPredictions',
		type: 'json',
		default: '',
		required: true,
		description: 'The failures, one object for each task',
		displayOptions: {
			show: { resource: ['promptRun'], operation: ['addFailedPredictions'], specifyBody: ['fields'] },
		},
	},
	{
		displayName: 'Results',
		name: 'results',
		type: 'json',
		default: '',
		required: true,
		description: 'The answers, one object for each task',
		displayOptions: { show: { resource: ['promptRun'], operation: ['addPredictions'], specifyBody: ['fields'] } },
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
		description: 'Whose tasks to predict',
		displayOptions: { show: { resource: ['promptRun'], operation: ['create'], specifyBody: ['fields'] } },
	},
];

export const promptRunCollections: INodeProperties[] = [
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		options: [
			{
				displayName: 'Ordering',
				name: 'ordering',
				type: 'string',
				default: '',
				placeholder: 'e.g. -created_at',
				description: 'Field to sort by; a minus in front sorts downwards',
			},
			{
				displayName: 'Parent Prompt ID',
				name: 'parentModel',
				type: 'number',
				default: 0,
				typeOptions: { numberPrecision: 0 },
				description: 'Only runs of this prompt',
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
				description: 'Only runs over tasks of this project',
			},
			{
				displayName: 'Tasks',
				name: 'projectSubset',
				type: 'options',
				options: [
					{ name: 'All Tasks', value: 'All' },
					{ name: 'Sample of the Tasks', value: 'Sample' },
					{ name: 'Tasks With Ground Truth', value: 'HasGT' },
				],
				default: 'All',
				description: 'Only runs over these tasks',
			},
		],
		displayOptions: { show: { resource: ['promptRun'], operation: ['getMany'] } },
	},
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Job ID',
				name: 'jobId',
				type: 'string',
				default: '',
				description: 'Job that has done the work',
			},
		],
		displayOptions: {
			show: {
				resource: ['promptRun'],
				operation: ['addFailedPredictions', 'addPredictions'],
				specifyBody: ['fields'],
			},
		},
	},
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Filters',
				name: 'filtersJson',
				type: 'json',
				default: '{}',
				description: 'Data Manager filters that the tasks were chosen by, kept with the run, for example {"conjunction": "and", "items": []}',
			},
			{
				displayName: 'Job ID',
				name: 'jobId',
				type: 'string',
				default: '',
				description: 'Job that does the work; Label Studio fills it in',
			},
			{
				displayName: 'Only Missing Predictions',
				name: 'onlyMissingPredictions',
				type: 'boolean',
				default: false,
				description: 'Whether to leave out tasks that the version has predicted already',
			},
			{
				displayName: 'Organization ID',
				name: 'organization',
				type: 'number',
				default: 0,
				typeOptions: { numberPrecision: 0 },
				description: 'Where the run belongs',
			},
			{
				displayName: 'Predictions Updated At',
				name: 'predictionsUpdatedAt',
				type: 'dateTime',
				default: '',
				description: 'When the run last stored predictions; Label Studio fills it in',
			},
			{
				displayName: 'Sample Size',
				name: 'sampleSubsetSize',
				type: 'number',
				default: 0,
				typeOptions: { numberPrecision: 0 },
				description: 'How many tasks a sample has',
			},
			{
				displayName: 'Tasks',
				name: 'projectSubset',
				type: 'options',
				options: [
					{ name: 'All Tasks', value: 'All' },
					{ name: 'Chosen Tasks', value: 'Custom' },
					{ name: 'Sample of the Tasks', value: 'Sample' },
					{ name: 'Tasks With Ground Truth', value: 'HasGT' },
				],
				default: 'All',
				description: 'Which tasks to predict',
			},
			{
				displayName: 'Total Correct Predictions',
				name: 'totalCorrectPredictions',
				type: 'number',
				default: 0,
				typeOptions: { numberPrecision: 0 },
				description: 'How many predictions agree with the ground truth; Label Studio counts them',
			},
			{
				displayName: 'Total Predictions',
				name: 'totalPredictions',
				type: 'number',
				default: 0,
				typeOptions: { numberPrecision: 0 },
				description: 'How many predictions there are; Label Studio counts them',
			},
			{
				displayName: 'Total Tasks',
				name: 'totalTasks',
				type: 'number',
				default: 0,
				typeOptions: { numberPrecision: 0 },
				description: 'How many tasks the run is about; Label Studio counts them',
			},
		],
		displayOptions: { show: { resource: ['promptRun'], operation: ['create'], specifyBody: ['fields'] } },
	},
	{
		displayName: 'Query Options',
		name: 'queryOptions',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Number of Failed Predictions',
				name: 'numFailedPredictions',
				type: 'number',
				default: 0,
				typeOptions: { numberPrecision: 0 },
				description: 'How many failures they are; this is only for statistics',
			},
		],
		displayOptions: { show: { resource: ['promptRun'], operation: ['addFailedPredictions'] } },
	},
	{
		displayName: 'Query Options',
		name: 'queryOptions',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Number of Predictions',
				name: 'numPredictions',
				type: 'number',
				default: 0,
				typeOptions: { numberPrecision: 0 },
				description: 'How many answers they are; this is only for statistics',
			},
		],
		displayOptions: { show: { resource: ['promptRun'], operation: ['addPredictions'] } },
	},
];
