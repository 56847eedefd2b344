// Written by the generator from capability/: change it there and run `npm run generate`.

import type { INodeProperties } from 'n8n-workflow';

export const labelLinkProperties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['labelLink'] } },
		options: [
			{
				name: 'Create',
				value: 'create',
				action: 'Create label link',
				description: 'Let a project use a label that there is already',
			},
			{
				name: 'Delete',
				value: 'delete',
				action: 'Delete label link',
				description: 'Take a label from a project; the label itself stays',
			},
			{
				name: 'Get',
				value: 'get',
				action: 'Get label link',
				description: 'Read one link and in how many annotations of the project the label occurs',
			},
			{
				name: 'Get Many',
				value: 'getMany',
				action: 'Get many label links',
				description: 'List which projects use which labels besides those of their labeling configs',
			},
			{
				name: 'Update',
				value: 'update',
				action: 'Update label link',
				description: 'Give a label to another control tag or project, or the control tag another label',
			},
		],
		default: 'getMany',
	},
	{
		displayName: 'Label Link',
		name: 'labelLinkId',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a label link...',
				typeOptions: { searchListMethod: 'searchLabelLinks', searchable: true },
			},
			{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 12' },
		],
		required: true,
		displayOptions: { show: { resource: ['labelLink'], operation: ['delete', 'get', 'update'] } },
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
		description: 'Whose labels to list; those of all projects, if empty',
		displayOptions: { show: { resource: ['labelLink'], operation: ['getMany'] } },
	},
	{
		displayName: 'Specify Body',
		name: 'specifyBody',
		type: 'options',
		noDataExpression: true,
		options: [{ name: 'Using Fields Below', value: 'fields' }, { name: 'Using JSON', value: 'json' }],
		default: 'fields',
		displayOptions: { show: { resource: ['labelLink'], operation: ['create', 'update'] } },
	},
	{
		displayName: 'JSON Body',
		name: 'jsonBody',
		type: 'json',
		default: '{}',
		required: true,
		description: 'The whole request body, in place of the fields',
		displayOptions: { show: { resource: ['labelLink'], operation: ['create', 'update'], specifyBody: ['json'] } },
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
		description: 'Project that is to use the label',
		displayOptions: { show: { resource: ['labelLink'], operation: ['create'], specifyBody: ['fields'] } },
	},
	{
		displayName: 'Label',
		name: 'label',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a label...',
				typeOptions: { searchListMethod: 'searchLabels', searchable: true },
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
		description: 'Each label once in a project',
		displayOptions: { show: { resource: ['labelLink'], operation: ['create'], specifyBody: ['fields'] } },
	},
	{
		displayName: 'Control Tag',
		name: 'fromName',
		type: 'string',
		default: '',
		placeholder: 'e.g. label',
		required: true,
		description: 'Name of the control tag in the labeling config; Label Studio does not check that it exists',
		displayOptions: { show: { resource: ['labelLink'], operation: ['create'], specifyBody: ['fields'] } },
	},
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
		displayOptions: { show: { resource: ['labelLink'], operation: ['getMany'] } },
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		description: 'Max number of results to return',
		displayOptions: { show: { resource: ['labelLink'], operation: ['getMany'], returnAll: [false] } },
	},
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		options: [
			{
				displayName: 'Label Created After',
				name: 'labelCreatedAtGte',
				type: 'dateTime',
				default: '',
				description: 'Only labels that were made then or later',
			},
			{
				displayName: 'Label Created At',
				name: 'labelCreatedAt',
				type: 'dateTime',
				default: '',
				description: 'Only labels that were made at exactly this time',
			},
			{
				displayName: 'Label Created Before',
				name: 'labelCreatedAtLte',
				type: 'dateTime',
				default: '',
				description: 'Only labels that were made then or earlier',
			},
			{
				displayName: 'Label Created By',
				name: 'labelCreatedBy',
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
								properties: { regex: '(\\s*[1-9][0-9]*\\s*)?', errorMessage: 'An ID is a whole number above 0' },
							},
						],
					},
				],
				description: 'Only labels that this user made',
			},
		],
		displayOptions: { show: { resource: ['labelLink'], operation: ['getMany'] } },
	},
	{
		displayName: 'Update Fields',
		name: 'updateFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Control Tag',
				name: 'fromName',
				type: 'string',
				default: '',
				placeholder: 'e.g. label',
				description: 'Name of the control tag in the labeling config; Label Studio does not check that it exists',
			},
			{
				displayName: 'Label',
				name: 'label',
				type: 'resourceLocator',
				default: { mode: 'list', value: '' },
				modes: [
					{
						displayName: 'From List',
						name: 'list',
						type: 'list',
						placeholder: 'Select a label...',
						typeOptions: { searchListMethod: 'searchLabels', searchable: true },
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
				],
				description: 'Another label in the place of this one',
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
				description: 'Another project that is to use the label',
			},
		],
		displayOptions: { show: { resource: ['labelLink'], operation: ['update'], specifyBody: ['fields'] } },
	},
];
