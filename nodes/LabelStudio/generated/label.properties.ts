// Written by the generator from capability/: change it there and run `npm run generate`.

import type { INodeProperties } from 'n8n-workflow';

export const labelFields: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['label'] } },
		options: [
			{
				name: 'Create',
				value: 'create',
				action: 'Create label',
				description: 'Add labels to a control tag of a project. Community 1.23.2 fails with error 500 as long as the project has an active webhook.',
			},
			{
				name: 'Delete',
				value: 'delete',
				action: 'Delete label',
				description: 'Remove a label from all projects; annotations that hold it stay as they are',
			},
			{
				name: 'Get',
				value: 'get',
				action: 'Get label',
				description: 'Read one label and in which projects it is used',
			},
			{
				name: 'Get Many',
				value: 'getMany',
				action: 'Get many labels',
				description: 'List the labels of the organization that stand in no labeling config',
			},
			{
				name: 'Replace in Annotations',
				value: 'replaceInAnnotations',
				action: 'Replace label in annotations',
				description: 'Put another label in the place of one in all annotations of a project. Where the two become one, nothing tells them apart again.',
			},
			{
				name: 'Update',
				value: 'update',
				action: 'Update label',
				description: 'Change some fields of a label; annotations that hold it stay as they are',
			},
		],
		default: 'getMany',
	},
	{
		displayName: 'Label',
		name: 'labelId',
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
			{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 12' },
		],
		required: true,
		displayOptions: { show: { resource: ['label'], operation: ['delete', 'get', 'update'] } },
	},
];

export const labelBodyFields: INodeProperties[] = [
	{
		displayName: 'Labels',
		name: 'labels',
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
						displayName: 'Approved',
						name: 'approved',
						type: 'boolean',
						default: false,
						description: 'Whether the label counts as checked',
					},
					{
						displayName: 'Approved By',
						name: 'approvedBy',
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
										properties: {
											regex: '(\\s*[1-9][0-9]*\\s*)?',
											errorMessage: 'An ID is a whole number above 0',
										},
									},
								],
							},
						],
						description: 'Who has checked it',
					},
					{
						displayName: 'Control Tag',
						name: 'fromName',
						type: 'string',
						default: '',
						placeholder: 'e.g. label',
						required: true,
						description: 'Name of the control tag in the labeling config; Label Studio does not check that it exists',
					},
					{
						displayName: 'Description',
						name: 'description',
						type: 'string',
						default: '',
						description: 'When to use the label',
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
										properties: {
											regex: '(\\s*[1-9][0-9]*\\s*)?',
											errorMessage: 'An ID is a whole number above 0',
										},
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
						required: true,
					},
					{
						displayName: 'Title',
						name: 'title',
						type: 'string',
						default: '',
						placeholder: 'e.g. Traffic light',
						required: true,
						description: 'What annotators see; unique in the organization',
					},
					{
						displayName: 'Value',
						name: 'value',
						type: 'json',
						default: '',
						required: true,
						description: 'What a result holds where the label is chosen, for example ["Traffic light"]',
					},
				],
			},
		],
		required: true,
		description: 'The labels to add, all to the same project. A title that the organization has already brings the label that is there.',
		displayOptions: { show: { resource: ['label'], operation: ['create'], specifyBody: ['fields'] } },
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
		description: 'Whose annotations to change',
		displayOptions: { show: { resource: ['label'], operation: ['replaceInAnnotations'], specifyBody: ['fields'] } },
	},
	{
		displayName: 'Old Label',
		name: 'oldLabel',
		type: 'json',
		default: '',
		required: true,
		description: 'What the results hold now, compared as a whole, for example ["Car"]',
		displayOptions: { show: { resource: ['label'], operation: ['replaceInAnnotations'], specifyBody: ['fields'] } },
	},
	{
		displayName: 'New Label',
		name: 'newLabel',
		type: 'json',
		default: '',
		required: true,
		description: 'What they are to hold instead, for example ["Vehicle"]',
		displayOptions: { show: { resource: ['label'], operation: ['replaceInAnnotations'], specifyBody: ['fields'] } },
	},
];

export const labelCollections: INodeProperties[] = [
	{
		displayName: 'Update Fields',
		name: 'updateFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Approved',
				name: 'approved',
				type: 'boolean',
				default: false,
				description: 'Whether the label counts as checked',
			},
			{
				displayName: 'Approved By',
				name: 'approvedBy',
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
				description: 'Who has checked it',
			},
			{
				displayName: 'Created By',
				name: 'createdBy',
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
				description: 'Whose label it is',
			},
			{
				displayName: 'Description',
				name: 'description',
				type: 'string',
				default: '',
				description: 'When to use the label',
			},
			{
				displayName: 'Organization ID',
				name: 'organization',
				type: 'number',
				default: 0,
				typeOptions: { numberPrecision: 0 },
				description: 'Organization to move the label to',
			},
			{
				displayName: 'Title',
				name: 'title',
				type: 'string',
				default: '',
				description: 'What annotators see; unique in the organization',
			},
			{
				displayName: 'Value',
				name: 'value',
				type: 'json',
				default: '{}',
				description: 'What a result holds where the label is chosen, for example ["Traffic light"]',
			},
		],
		displayOptions: { show: { resource: ['label'], operation: ['update'], specifyBody: ['fields'] } },
	},
];
