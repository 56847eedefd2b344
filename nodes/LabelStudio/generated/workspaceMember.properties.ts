// Written by the generator from capability/: change it there and run `npm run generate`.

import type { INodeProperties } from 'n8n-workflow';

export const workspaceMemberFields: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['workspaceMember'] } },
		options: [
			{
				name: 'Add (Enterprise)',
				value: 'add',
				action: 'Add workspace member in enterprise',
				description: 'Let a person work in a workspace',
			},
			{
				name: 'Add Many (Enterprise)',
				value: 'addMany',
				action: 'Add many workspace members in enterprise',
				description: 'Let several people, or everybody in the organization, work in a workspace',
			},
			{
				name: 'Get Many (Enterprise)',
				value: 'getMany',
				action: 'Get many workspace members in enterprise',
				description: 'List all members of a workspace',
			},
			{
				name: 'Remove (Enterprise)',
				value: 'remove',
				action: 'Remove workspace member in enterprise',
				description: 'Take a person out of a workspace; the account stays',
			},
			{
				name: 'Remove Many (Enterprise)',
				value: 'removeMany',
				action: 'Remove many workspace members in enterprise',
				description: 'Take several people, or everybody, out of a workspace; their accounts stay',
			},
			{
				name: 'Search (Enterprise)',
				value: 'search',
				action: 'Search workspace members in enterprise',
				description: 'List the accounts of members of a workspace by name, email address or ID',
			},
		],
		default: 'getMany',
	},
	{
		displayName: 'Workspace',
		name: 'workspaceId',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a workspace...',
				typeOptions: { searchListMethod: 'searchWorkspaces', searchable: true },
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
				placeholder: 'e.g. https://label-studio.example.com/workspaces/3',
				validation: [
					{
						type: 'regex',
						properties: { regex: '.*/workspaces/(\\d+).*', errorMessage: 'Not the address of a workspace page' },
					},
				],
			},
		],
		required: true,
		description: 'Workspace to work in',
		displayOptions: { show: { resource: ['workspaceMember'], operation: ['add', 'addMany'] } },
	},
	{
		displayName: 'Workspace',
		name: 'workspaceId',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a workspace...',
				typeOptions: { searchListMethod: 'searchWorkspaces', searchable: true },
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
				placeholder: 'e.g. https://label-studio.example.com/workspaces/3',
				validation: [
					{
						type: 'regex',
						properties: { regex: '.*/workspaces/(\\d+).*', errorMessage: 'Not the address of a workspace page' },
					},
				],
			},
		],
		required: true,
		description: 'Workspace whose members to list',
		displayOptions: { show: { resource: ['workspaceMember'], operation: ['getMany', 'search'] } },
	},
	{
		displayName: 'Workspace',
		name: 'workspaceId',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a workspace...',
				typeOptions: { searchListMethod: 'searchWorkspaces', searchable: true },
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
				placeholder: 'e.g. https://label-studio.example.com/workspaces/3',
				validation: [
					{
						type: 'regex',
						properties: { regex: '.*/workspaces/(\\d+).*', errorMessage: 'Not the address of a workspace page' },
					},
				],
			},
		],
		required: true,
		description: 'Workspace to work in no longer',
		displayOptions: { show: { resource: ['workspaceMember'], operation: ['remove', 'removeMany'] } },
	},
	{
		displayName: 'User',
		name: 'userId',
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
						properties: { regex: '\\s*[1-9][0-9]*\\s*', errorMessage: 'An ID is a whole number above 0' },
					},
				],
			},
		],
		required: true,
		description: 'Person to take out',
		displayOptions: { show: { resource: ['workspaceMember'], operation: ['remove'] } },
	},
	{
		displayName: 'Everybody',
		name: 'all',
		type: 'boolean',
		default: false,
		required: true,
		description: 'Whether everybody is taken out who fits the additional fields; User IDs do not count then',
		displayOptions: { show: { resource: ['workspaceMember'], operation: ['removeMany'] } },
	},
	{
		displayName: 'User IDs',
		name: 'userIds',
		type: 'string',
		default: '',
		placeholder: 'e.g. 12, 13',
		description: 'Who is taken out, separated by commas',
		displayOptions: { show: { resource: ['workspaceMember'], operation: ['removeMany'] } },
	},
	{
		displayName: 'Search',
		name: 'search',
		type: 'string',
		default: '',
		placeholder: 'e.g. anna',
		description: 'Words in the name or the email address',
		displayOptions: { show: { resource: ['workspaceMember'], operation: ['search'] } },
	},
];

export const workspaceMemberBodyFields: INodeProperties[] = [
	{
		displayName: 'User',
		name: 'user',
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
						properties: { regex: '\\s*[1-9][0-9]*\\s*', errorMessage: 'An ID is a whole number above 0' },
					},
				],
			},
		],
		required: true,
		description: 'Person to add',
		displayOptions: { show: { resource: ['workspaceMember'], operation: ['add'], specifyBody: ['fields'] } },
	},
	{
		displayName: 'Everybody',
		name: 'all',
		type: 'boolean',
		default: false,
		required: true,
		description: 'Whether everybody is added but those under Excluded User IDs; User IDs do not count then',
		displayOptions: { show: { resource: ['workspaceMember'], operation: ['addMany'], specifyBody: ['fields'] } },
	},
	{
		displayName: 'User IDs',
		name: 'userIds',
		type: 'string',
		default: '',
		placeholder: 'e.g. 12, 13',
		description: 'Who is added, separated by commas',
		displayOptions: { show: { resource: ['workspaceMember'], operation: ['addMany'], specifyBody: ['fields'] } },
	},
];

export const workspaceMemberCollections: INodeProperties[] = [
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		options: [
			{
				displayName: 'User IDs',
				name: 'ids',
				type: 'string',
				default: '',
				placeholder: 'e.g. 12, 13',
				description: 'Only these people, separated by commas',
			},
		],
		displayOptions: { show: { resource: ['workspaceMember'], operation: ['search'] } },
	},
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Workspace',
				name: 'workspace',
				type: 'resourceLocator',
				default: { mode: 'list', value: '' },
				modes: [
					{
						displayName: 'From List',
						name: 'list',
						type: 'list',
						placeholder: 'Select a workspace...',
						typeOptions: { searchListMethod: 'searchWorkspaces', searchable: true },
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
						placeholder: 'e.g. https://label-studio.example.com/workspaces/3',
						validation: [
							{
								type: 'regex',
								properties: {
									regex: '(.*/workspaces/(\\d+).*)?',
									errorMessage: 'Not the address of a workspace page',
								},
							},
						],
					},
				],
				description: 'Leave it out; the workspace above is the one that counts',
			},
		],
		displayOptions: { show: { resource: ['workspaceMember'], operation: ['add'], specifyBody: ['fields'] } },
	},
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Excluded User IDs',
				name: 'excluded',
				type: 'string',
				default: '',
				placeholder: 'e.g. 14, 15',
				description: 'Who is not added in spite of Everybody, separated by commas',
			},
		],
		displayOptions: { show: { resource: ['workspaceMember'], operation: ['addMany'], specifyBody: ['fields'] } },
	},
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Excluded User IDs',
				name: 'excluded',
				type: 'string',
				default: '',
				placeholder: 'e.g. 14, 15',
				description: 'Who stays in spite of Everybody, separated by commas',
			},
			{
				displayName: 'Only User IDs',
				name: 'ids',
				type: 'string',
				default: '',
				placeholder: 'e.g. 12, 13',
				description: 'Of everybody, only these people, separated by commas',
			},
			{
				displayName: 'Search',
				name: 'search',
				type: 'string',
				default: '',
				placeholder: 'e.g. anna',
				description: 'Of everybody, only people with these words in their name or email address',
			},
		],
		displayOptions: { show: { resource: ['workspaceMember'], operation: ['removeMany'] } },
	},
];
