// Written by the generator from capability/: change it there and run `npm run generate`.

import type { INodeProperties } from 'n8n-workflow';

export const assignmentFields: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['assignment'] } },
		options: [
			{
				name: 'Create (Enterprise)',
				value: 'create',
				action: 'Create assignment in enterprise',
				description: 'Assign people to a task',
			},
			{
				name: 'Create for Many Tasks (Enterprise)',
				value: 'createMany',
				action: 'Create assignments for many tasks in enterprise',
				description: 'Assign people to chosen tasks of a project',
			},
			{
				name: 'Delete (Enterprise)',
				value: 'delete',
				action: 'Delete assignment in enterprise',
				description: 'Take some people, or all who are to label or to review, off a task; what they have done stays',
			},
			{
				name: 'Get Many (Enterprise)',
				value: 'getMany',
				action: 'Get many assignments in enterprise',
				description: 'List who is assigned to a task',
			},
			{
				name: 'Update (Enterprise)',
				value: 'update',
				action: 'Update assignment in enterprise',
				description: 'Change who is assigned to a task',
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
		description: 'Project of the tasks',
		displayOptions: {
			show: {
				resource: ['assignment'],
				operation: ['create', 'createMany', 'delete', 'getMany', 'update'],
			},
		},
	},
	{
		displayName: 'Task',
		name: 'taskId',
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
						properties: { regex: '\\s*[1-9][0-9]*\\s*', errorMessage: 'An ID is a whole number above 0' },
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
						properties: { regex: '.*[?&]task=(\\d+).*', errorMessage: 'Not the address of a task page' },
					},
				],
			},
		],
		required: true,
		displayOptions: { show: { resource: ['assignment'], operation: ['create', 'delete', 'getMany', 'update'] } },
	},
	{
		displayName: 'User IDs',
		name: 'userIds',
		type: 'string',
		default: '',
		placeholder: 'e.g. 4, 7',
		description: 'Whom to take off, separated by commas; left empty, it is all who are to do this work',
		displayOptions: { show: { resource: ['assignment'], operation: ['delete'] } },
	},
];

export const assignmentBodyFields: INodeProperties[] = [
	{
		displayName: 'Work',
		name: 'work',
		type: 'options',
		options: [{ name: 'Label', value: 'AN' }, { name: 'Review', value: 'RE' }],
		default: 'AN',
		required: true,
		description: 'What they are to do',
		displayOptions: {
			show: {
				resource: ['assignment'],
				operation: ['create', 'createMany', 'update'],
				specifyBody: ['fields'],
			},
		},
	},
	{
		displayName: 'User IDs',
		name: 'userIds',
		type: 'string',
		default: '',
		placeholder: 'e.g. 4, 7',
		required: true,
		description: 'Who is to do it, separated by commas',
		displayOptions: {
			show: {
				resource: ['assignment'],
				operation: ['create', 'createMany', 'update'],
				specifyBody: ['fields'],
			},
		},
	},
	{
		displayName: 'Tasks',
		name: 'taskSelection',
		type: 'options',
		options: [
			{ name: 'All Tasks of the Project', value: 'all' },
			{ name: 'Tasks That Match Conditions', value: 'conditions' },
			{ name: 'Tasks With Given IDs', value: 'ids' },
		],
		default: 'ids',
		description: 'Which tasks this is done to',
		displayOptions: { show: { resource: ['assignment'], operation: ['createMany'], specifyBody: ['fields'] } },
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
				resource: ['assignment'],
				operation: ['createMany'],
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
				resource: ['assignment'],
				operation: ['createMany'],
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
				resource: ['assignment'],
				operation: ['createMany'],
				specifyBody: ['fields'],
				taskSelection: ['conditions'],
			},
		},
	},
];

export const assignmentCollections: INodeProperties[] = [
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Work',
				name: 'work',
				type: 'options',
				options: [{ name: 'Label', value: 'AN' }, { name: 'Review', value: 'RE' }],
				default: 'AN',
				description: 'What they were to do; left out, it is both',
			},
		],
		displayOptions: { show: { resource: ['assignment'], operation: ['delete'] } },
	},
];
