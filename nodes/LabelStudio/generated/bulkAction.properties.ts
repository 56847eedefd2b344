// Written by the generator from capability/: change it there and run `npm run generate`.

import type { INodeProperties } from 'n8n-workflow';

export const bulkActionFields: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['bulkAction'] } },
		options: [
			{
				name: 'Get Form',
				value: 'getForm',
				action: 'Get form of bulk action',
				description: 'Read which settings an action asks for before it runs',
			},
			{
				name: 'Get Many',
				value: 'getMany',
				action: 'Get many bulk actions',
				description: 'List what can be done to the tasks of a project by the user of the token',
			},
			{
				name: 'Run',
				value: 'run',
				action: 'Run bulk action',
				description: 'Do something to chosen tasks of a project. What is deleted is gone for good. Settings that Get Form lists go into a JSON body.',
			},
		],
		default: 'getMany',
	},
	{
		displayName: 'Action ID',
		name: 'actionName',
		type: 'string',
		default: '',
		required: true,
		description: 'As Get Many lists it, for example predictions_to_annotations',
		displayOptions: { show: { resource: ['bulkAction'], operation: ['getForm'] } },
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
		description: 'Project whose tasks are meant',
		displayOptions: { show: { resource: ['bulkAction'], operation: ['getForm', 'getMany', 'run'] } },
	},
	{
		displayName: 'Action Name or ID',
		name: 'actionId',
		type: 'options',
		typeOptions: {
			loadOptionsMethod: 'getBulkActions',
			loadOptionsDependsOn: ['projectId.value', 'project.value'],
		},
		default: '',
		description: 'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
		required: true,
		displayOptions: { show: { resource: ['bulkAction'], operation: ['run'] } },
	},
];

export const bulkActionBodyFields: INodeProperties[] = [
	{
		displayName: 'View',
		name: 'view',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a view...',
				typeOptions: { searchListMethod: 'searchViews', searchable: true },
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
				placeholder: 'e.g. https://label-studio.example.com/projects/12/data?tab=7',
				validation: [
					{
						type: 'regex',
						properties: { regex: '(.*[?&]tab=(\\d+).*)?', errorMessage: 'Not the address of a view page' },
					},
				],
			},
		],
		description: 'Act on what this tab of the Data Manager shows. It stands in place of selection and filters.',
		displayOptions: {
			show: {
				resource: ['bulkAction'],
				operation: ['run'],
				taskSelection: ['view'],
				specifyBody: ['fields'],
			},
		},
	},
	{
		displayName: 'View',
		name: 'view',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a view...',
				typeOptions: { searchListMethod: 'searchViews', searchable: true },
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
				placeholder: 'e.g. https://label-studio.example.com/projects/12/data?tab=7',
				validation: [
					{
						type: 'regex',
						properties: { regex: '(.*[?&]tab=(\\d+).*)?', errorMessage: 'Not the address of a view page' },
					},
				],
			},
		],
		description: 'Act on what this tab of the Data Manager shows. It stands in place of selection and filters.',
		displayOptions: { show: { resource: ['bulkAction'], operation: ['run'], specifyBody: ['json'] } },
	},
	{
		displayName: 'Tasks',
		name: 'taskSelection',
		type: 'options',
		options: [
			{ name: 'All Tasks of the Project', value: 'all' },
			{ name: 'Tasks of a View', value: 'view' },
			{ name: 'Tasks That Match Conditions', value: 'conditions' },
			{ name: 'Tasks With Given IDs', value: 'ids' },
		],
		default: 'ids',
		description: 'Which tasks this is done to',
		displayOptions: { show: { resource: ['bulkAction'], operation: ['run'], specifyBody: ['fields'] } },
	},
	{
		displayName: 'Task IDs',
		name: 'taskIds',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 12, 13',
		displayOptions: {
			show: {
				resource: ['bulkAction'],
				operation: ['run'],
				specifyBody: ['fields'],
				taskSelection: ['ids'],
			},
		},
	},
	{
		displayName: 'Conditions',
		name: 'conditions',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Condition',
		default: {},
		options: [
			{
				displayName: 'Condition',
				name: 'condition',
				values: [
					{
						displayName: 'Column Name or ID',
						name: 'column',
						type: 'options',
						typeOptions: {
							loadOptionsMethod: 'getColumns',
							loadOptionsDependsOn: ['projectId.value', 'project.value'],
						},
						default: '',
						description: 'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
					},
					{
						displayName: 'Operator',
						name: 'operator',
						type: 'options',
						options: [
							{ name: 'Contains', value: 'contains' },
							{ name: 'Does Not Contain', value: 'not_contains' },
							{ name: 'Does Not Equal', value: 'not_equal' },
							{ name: 'Equals', value: 'equal' },
							{ name: 'Is Between', value: 'in' },
							{ name: 'Is Empty', value: 'empty' },
							{ name: 'Is Greater Than', value: 'greater' },
							{ name: 'Is Greater Than or Equal To', value: 'greater_or_equal' },
							{ name: 'Is Less Than', value: 'less' },
							{ name: 'Is Less Than or Equal To', value: 'less_or_equal' },
							{ name: 'Is None Of', value: 'not_in_list' },
							{ name: 'Is Not Between', value: 'not_in' },
							{ name: 'Is Not Empty', value: 'not_empty' },
							{ name: 'Is One Of', value: 'in_list' },
							{ name: 'Matches Regular Expression', value: 'regex' },
						],
						default: 'equal',
						description: 'Tasks with nothing at all in the column fit Is Empty only, and none of those with a Not',
					},
					{
						displayName: 'Value',
						name: 'value',
						type: 'string',
						default: '',
						description: 'A number, a text, true or false, or a date such as 2026-01-31T09:30:00Z, as the column needs it; several for a list, separated by commas',
						displayOptions: { hide: { operator: ['empty', 'not_empty'] } },
					},
					{
						displayName: 'And',
						name: 'valueTo',
						type: 'string',
						default: '',
						description: 'Upper end of the range',
						displayOptions: { show: { operator: ['in', 'not_in'] } },
					},
				],
			},
		],
		displayOptions: {
			show: {
				resource: ['bulkAction'],
				operation: ['run'],
				specifyBody: ['fields'],
				taskSelection: ['conditions'],
			},
		},
	},
	{
		displayName: 'Must Match',
		name: 'mustMatch',
		type: 'options',
		options: [{ name: 'All Conditions', value: 'and' }, { name: 'Any Condition', value: 'or' }],
		default: 'and',
		displayOptions: {
			show: {
				resource: ['bulkAction'],
				operation: ['run'],
				specifyBody: ['fields'],
				taskSelection: ['conditions'],
			},
		},
	},
	{
		displayName: 'Sort',
		name: 'sort',
		type: 'fixedCollection',
		placeholder: 'Add Sort Rule',
		default: {},
		options: [
			{
				displayName: 'Rule',
				name: 'rule',
				values: [
					{
						displayName: 'Column Name or ID',
						name: 'column',
						type: 'options',
						typeOptions: {
							loadOptionsMethod: 'getColumns',
							loadOptionsDependsOn: ['projectId.value', 'project.value'],
						},
						default: '',
						description: 'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
					},
					{
						displayName: 'Direction',
						name: 'direction',
						type: 'options',
						options: [{ name: 'Ascending', value: 'asc' }, { name: 'Descending', value: 'desc' }],
						default: 'asc',
					},
				],
			},
		],
		displayOptions: { show: { resource: ['bulkAction'], operation: ['run'], specifyBody: ['fields'] } },
	},
];
