// Written by the generator from capability/: change it there and run `npm run generate`.

import type { INodeProperties } from 'n8n-workflow';

export const projectField: INodeProperties = {
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
};

export const viewField: INodeProperties = {
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
};

export const conditionFields: INodeProperties[] = [
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
						typeOptions: { loadOptionsMethod: 'getColumns', loadOptionsDependsOn: ['project.value'] },
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
	},
	{
		displayName: 'Must Match',
		name: 'mustMatch',
		type: 'options',
		options: [{ name: 'All Conditions', value: 'and' }, { name: 'Any Condition', value: 'or' }],
		default: 'and',
	},
];
