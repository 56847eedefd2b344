// Written by the generator from capability/: change it there and run `npm run generate`.

import type { INodeProperties } from 'n8n-workflow';

export const organizationMemberFields: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['organizationMember'] } },
		options: [
			{
				name: 'Get',
				value: 'get',
				action: 'Get organization member',
				description: 'Read how much a person has done in an organization',
			},
			{
				name: 'Get Many',
				value: 'getMany',
				action: 'Get many organization members',
				description: 'List the people of an organization. Community filters none of them.',
			},
			{
				name: 'Remove',
				value: 'remove',
				action: 'Remove organization member',
				description: 'Take a person out of an organization. Account and annotations stay, and Community goes on listing the member. It must be the organization that you are working in, and nobody can remove themselves.',
			},
			{
				name: 'Update (Enterprise)',
				value: 'update',
				action: 'Update organization member in enterprise',
				description: 'Give a person another role in an organization',
			},
		],
		default: 'getMany',
	},
	{
		displayName: 'Organization',
		name: 'organizationId',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select an organization...',
				typeOptions: { searchListMethod: 'searchOrganizations', searchable: true },
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
		description: 'Organization that the person belongs to',
		displayOptions: { show: { resource: ['organizationMember'], operation: ['get'] } },
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
		description: 'Person to read',
		displayOptions: { show: { resource: ['organizationMember'], operation: ['get'] } },
	},
	{
		displayName: 'Organization',
		name: 'organizationId',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select an organization...',
				typeOptions: { searchListMethod: 'searchOrganizations', searchable: true },
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
		description: 'Organization whose people to list',
		displayOptions: { show: { resource: ['organizationMember'], operation: ['getMany'] } },
	},
	{
		displayName: 'Organization',
		name: 'organizationId',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select an organization...',
				typeOptions: { searchListMethod: 'searchOrganizations', searchable: true },
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
		description: 'Organization that the person leaves',
		displayOptions: { show: { resource: ['organizationMember'], operation: ['remove'] } },
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
		description: 'Person to remove',
		displayOptions: { show: { resource: ['organizationMember'], operation: ['remove'] } },
	},
	{
		displayName: 'Organization',
		name: 'organizationId',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select an organization...',
				typeOptions: { searchListMethod: 'searchOrganizations', searchable: true },
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
		description: 'Organization in which the role changes',
		displayOptions: { show: { resource: ['organizationMember'], operation: ['update'] } },
	},
];

export const organizationMemberBodyFields: INodeProperties[] = [
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
		description: 'Person whose role changes',
		displayOptions: { show: { resource: ['organizationMember'], operation: ['update'], specifyBody: ['fields'] } },
	},
	{
		displayName: 'Role',
		name: 'role',
		type: 'options',
		options: [
			{ name: 'Administrator', value: 'AD' },
			{ name: 'Annotator', value: 'AN' },
			{ name: 'Deactivated', value: 'DI' },
			{ name: 'Manager', value: 'MA' },
			{ name: 'Not Activated', value: 'NO' },
			{ name: 'Owner', value: 'OW' },
			{ name: 'Reviewer', value: 'RE' },
		],
		default: 'AN',
		required: true,
		description: 'What the person may do from now on',
		displayOptions: { show: { resource: ['organizationMember'], operation: ['update'], specifyBody: ['fields'] } },
	},
];

export const organizationMemberCollections: INodeProperties[] = [
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		options: [
			{
				displayName: 'Include Projects',
				name: 'contributedToProjects',
				type: 'boolean',
				default: false,
				description: 'Whether to name the projects that a person has made or annotated in as well',
			},
			{
				displayName: 'Not in Project',
				name: 'excludeProjectId',
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
				description: 'Leave out who can work in this project already',
			},
			{
				displayName: 'Not in Workspace',
				name: 'excludeWorkspaceId',
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
				description: 'Leave out who can work in this workspace already',
			},
			{
				displayName: 'Ordering',
				name: 'ordering',
				type: 'string',
				default: '',
				placeholder: 'e.g. user__email',
				description: 'Field to sort by; a minus in front sorts downwards',
			},
			{
				displayName: 'Roles',
				name: 'role',
				type: 'multiOptions',
				options: [
					{ name: 'Administrator', value: 'AD' },
					{ name: 'Annotator', value: 'AN' },
					{ name: 'Deactivated', value: 'DI' },
					{ name: 'Manager', value: 'MA' },
					{ name: 'Not Activated', value: 'NO' },
					{ name: 'Owner', value: 'OW' },
					{ name: 'Reviewer', value: 'RE' },
				],
				default: [],
				description: 'Only people with one of these roles',
			},
			{
				displayName: 'Scope',
				name: 'scope',
				type: 'options',
				options: [
					{ name: 'Everybody', value: 'all' },
					{ name: 'People of Own Projects and Workspaces', value: 'accessible' },
				],
				default: 'accessible',
				description: 'Whom a manager sees',
			},
			{
				displayName: 'Search',
				name: 'search',
				type: 'string',
				default: '',
				description: 'Words in the name or the email address',
			},
			{
				displayName: 'Tag IDs',
				name: 'tags',
				type: 'string',
				default: '',
				placeholder: 'e.g. 5, 6',
				description: 'Only people with one of these tags, separated by commas',
			},
		],
		displayOptions: { show: { resource: ['organizationMember'], operation: ['getMany'] } },
	},
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Include Projects',
				name: 'contributedToProjects',
				type: 'boolean',
				default: false,
				description: 'Whether to name the projects that a person has made or annotated in as well',
			},
		],
		displayOptions: { show: { resource: ['organizationMember'], operation: ['get'] } },
	},
];
