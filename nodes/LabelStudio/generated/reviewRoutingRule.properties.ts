// Written by the generator from capability/: change it there and run `npm run generate`.

import type { INodeProperties } from 'n8n-workflow';

export const reviewRoutingRuleProperties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['reviewRoutingRule'] } },
		options: [
			{
				name: 'Get Many (Enterprise)',
				value: 'getMany',
				action: 'Get many review routing rules',
				description: 'List the rules of a project in the order in which they are tried',
			},
			{
				name: 'Replace All (Enterprise)',
				value: 'replace',
				action: 'Replace all review routing rules',
				description: 'Set all rules of a project at once. Rules that are there and not given are removed.',
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
		description: 'Whose rules are meant',
		displayOptions: { show: { resource: ['reviewRoutingRule'], operation: ['getMany', 'replace'] } },
	},
	{
		displayName: 'Specify Body',
		name: 'specifyBody',
		type: 'options',
		noDataExpression: true,
		options: [{ name: 'Using Fields Below', value: 'fields' }, { name: 'Using JSON', value: 'json' }],
		default: 'fields',
		displayOptions: { show: { resource: ['reviewRoutingRule'], operation: ['replace'] } },
	},
	{
		displayName: 'JSON Body',
		name: 'jsonBody',
		type: 'json',
		default: '{}',
		required: true,
		description: 'The whole request body, in place of the fields',
		displayOptions: { show: { resource: ['reviewRoutingRule'], operation: ['replace'], specifyBody: ['json'] } },
	},
	{
		displayName: 'Rules',
		name: 'rules',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Row',
		default: {},
		options: [
			{
				displayName: 'Row',
				name: 'row',
				values: [
					{
						displayName: 'Agreement',
						name: 'operator',
						type: 'options',
						options: [
							{ name: 'Any', value: '' },
							{ name: 'Is Above', value: 'gt' },
							{ name: 'Is at Least', value: 'gte' },
							{ name: 'Is at Most', value: 'lte' },
							{ name: 'Is Below', value: 'lt' },
							{ name: 'Is Exactly', value: 'eq' },
						],
						default: '',
						description: 'Which agreement the rule is for',
					},
					{
						displayName: 'Dimension',
						name: 'dimension',
						type: 'resourceLocator',
						default: { mode: 'list', value: '' },
						modes: [
							{
								displayName: 'From List',
								name: 'list',
								type: 'list',
								placeholder: 'Select a dimension...',
								typeOptions: { searchListMethod: 'searchDimensions', searchable: true },
							},
							{
								displayName: 'By ID',
								name: 'id',
								type: 'string',
								placeholder: 'e.g. 12',
								validation: [
									{
										type: 'regex',
										properties: {
											regex: '(\\s*[1-9][0-9]*\\s*)?',
											errorMessage: 'An ID is a whole number above 0',
										},
									},
								],
							},
						],
						description: 'Whose agreement counts; left empty, it is that of the whole task',
					},
					{
						displayName: 'In Place Of',
						name: 'ruleId',
						type: 'resourceLocator',
						default: { mode: 'list', value: '' },
						modes: [
							{
								displayName: 'From List',
								name: 'list',
								type: 'list',
								placeholder: 'Select a review routing rule...',
								typeOptions: { searchListMethod: 'searchReviewRoutingRules', searchable: true },
							},
							{
								displayName: 'By ID',
								name: 'id',
								type: 'string',
								placeholder: 'e.g. 12',
								validation: [
									{
										type: 'regex',
										properties: {
											regex: '(\\s*[1-9][0-9]*\\s*)?',
											errorMessage: 'An ID is a whole number above 0',
										},
									},
								],
							},
						],
						description: 'Which rule this one takes the place of; left empty, it is a new one',
					},
					{
						displayName: 'Sample Rate',
						name: 'sampleRate',
						type: 'string',
						default: '1',
						placeholder: 'e.g. 0.25',
						required: true,
						description: 'Share of the tasks that go to reviewers, from 0 for none to 1 for all',
					},
					{
						displayName: 'Threshold',
						name: 'threshold',
						type: 'string',
						default: '',
						placeholder: 'e.g. 0.8',
						description: 'From 0 to 1, what agreement is compared with; left empty for any agreement',
					},
				],
			},
		],
		required: true,
		description: 'The first that fits a task decides whether it goes to reviewers',
		displayOptions: { show: { resource: ['reviewRoutingRule'], operation: ['replace'], specifyBody: ['fields'] } },
	},
	{
		displayName: 'Confirm',
		name: 'confirm',
		type: 'boolean',
		default: false,
		description: 'Whether to really do this: it can remove more than one thing, and nothing brings them back',
		displayOptions: { show: { resource: ['reviewRoutingRule'], operation: ['replace'] } },
	},
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
		displayOptions: { show: { resource: ['reviewRoutingRule'], operation: ['getMany'] } },
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		description: 'Max number of results to return',
		displayOptions: { show: { resource: ['reviewRoutingRule'], operation: ['getMany'], returnAll: [false] } },
	},
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
				placeholder: 'e.g. -order',
				description: 'Field to sort by; a minus in front sorts downwards',
			},
		],
		displayOptions: { show: { resource: ['reviewRoutingRule'], operation: ['getMany'] } },
	},
];
