// Written by the generator from capability/: change it there and run `npm run generate`.

import type { INodeProperties } from 'n8n-workflow';

export const viewFields: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['view'] } },
		options: [
			{
				name: 'Create',
				value: 'create',
				action: 'Create view',
				description: 'Add a view to a project',
			},
			{
				name: 'Delete',
				value: 'delete',
				action: 'Delete view',
				description: 'Remove a view; its tasks stay',
			},
			{
				name: 'Delete All',
				value: 'deleteMany',
				action: 'Delete all views of project',
				description: 'Remove every view of a project; its tasks stay',
			},
			{
				name: 'Get',
				value: 'get',
				action: 'Get view',
				description: 'Read one view with its filters',
			},
			{
				name: 'Get Columns',
				value: 'getColumns',
				action: 'Get view columns',
				description: 'List the columns that tasks of a project can be filtered and sorted by',
			},
			{
				name: 'Get Many',
				value: 'getMany',
				action: 'Get many views',
				description: 'List the views of a project, or of all projects',
			},
			{
				name: 'Reorder',
				value: 'reorder',
				action: 'Reorder views',
				description: 'Put the tabs of a project into a new order',
			},
			{
				name: 'Update',
				value: 'update',
				action: 'Update view',
				description: 'Change the title, filters or order of a view. Filters and order stay when they are not given; title, columns and the rest of the tab are set anew.',
			},
		],
		default: 'getMany',
	},
	{
		displayName: 'View',
		name: 'viewId',
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
						properties: { regex: '\\s*[1-9][0-9]*\\s*', errorMessage: 'An ID is a whole number above 0' },
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
						properties: { regex: '.*[?&]tab=(\\d+).*', errorMessage: 'Not the address of a view page' },
					},
				],
			},
		],
		required: true,
		description: 'The number after tab= in the address of the Data Manager',
		displayOptions: { show: { resource: ['view'], operation: ['delete', 'get', 'update'] } },
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
		description: 'Whose views to remove',
		displayOptions: { show: { resource: ['view'], operation: ['deleteMany'] } },
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
		description: 'Whose columns to list',
		displayOptions: { show: { resource: ['view'], operation: ['getColumns'] } },
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
		description: 'Whose views to list; all that you may see, if empty',
		displayOptions: { show: { resource: ['view'], operation: ['getMany'] } },
	},
];

export const viewBodyFields: INodeProperties[] = [
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
		description: 'Project that the view belongs to',
		displayOptions: { show: { resource: ['view'], operation: ['create'], specifyBody: ['fields'] } },
	},
	{
		displayName: 'Title',
		name: 'viewTitle',
		type: 'string',
		default: '',
		placeholder: 'e.g. Unlabeled',
		description: 'Name of the tab; an update that does not give it takes it away',
		displayOptions: { show: { resource: ['view'], operation: ['create', 'update'], specifyBody: ['fields'] } },
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
		displayOptions: { show: { resource: ['view'], operation: ['create', 'update'], specifyBody: ['fields'] } },
	},
	{
		displayName: 'Must Match',
		name: 'mustMatch',
		type: 'options',
		options: [{ name: 'All Conditions', value: 'and' }, { name: 'Any Condition', value: 'or' }],
		default: 'and',
		displayOptions: { show: { resource: ['view'], operation: ['create', 'update'], specifyBody: ['fields'] } },
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
		displayOptions: { show: { resource: ['view'], operation: ['create', 'update'], specifyBody: ['fields'] } },
	},
	{
		displayName: 'View IDs',
		name: 'ids',
		type: 'string',
		default: '',
		placeholder: 'e.g. 7, 5, 6',
		required: true,
		description: 'All view IDs of the project from left to right, separated by commas',
		displayOptions: { show: { resource: ['view'], operation: ['reorder'], specifyBody: ['fields'] } },
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
		description: 'Whose tabs to sort',
		displayOptions: { show: { resource: ['view'], operation: ['reorder'], specifyBody: ['fields'] } },
	},
];

export const viewCollections: INodeProperties[] = [
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Data',
				name: 'data',
				type: 'json',
				default: '{}',
				description: 'Anything else of the tab, for example {"hiddenColumns": {"explore": ["tasks:inner_id"], "labeling": []}}',
			},
		],
		displayOptions: { show: { resource: ['view'], operation: ['create'], specifyBody: ['fields'] } },
	},
	{
		displayName: 'Update Fields',
		name: 'updateFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Data',
				name: 'data',
				type: 'json',
				default: '{}',
				description: 'Anything else of the tab, for example {"hiddenColumns": {"explore": ["tasks:inner_id"], "labeling": []}}; {"filters": {"conjunction": "and", "items": []}} takes all filters away',
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
				description: 'Project that the view belongs to',
			},
		],
		displayOptions: { show: { resource: ['view'], operation: ['update'], specifyBody: ['fields'] } },
	},
];
