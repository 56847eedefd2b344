// Written by the generator from capability/: change it there and run `npm run generate`.

import type { INodeProperties } from 'n8n-workflow';

export const projectRoleProperties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['projectRole'] } },
		options: [
			{
				name: 'Create (Enterprise)',
				value: 'create',
				action: 'Create project role',
				description: 'Give somebody a role in one project, whatever they are in the organization',
			},
			{
				name: 'Delete (Enterprise)',
				value: 'delete',
				action: 'Delete project role',
				description: 'Take a role away; the user then has the same one as in the organization',
			},
			{
				name: 'Get Many (Enterprise)',
				value: 'getMany',
				action: 'Get many project roles',
				description: 'List who has a role of their own in a project. Members who are not listed have the same role as in the organization.',
			},
			{
				name: 'Get Own (Enterprise)',
				value: 'getOwn',
				action: 'Get own project roles',
				description: 'List the roles that the user of the token has in projects',
			},
		],
		default: 'getMany',
	},
	{
		displayName: 'Project',
		name: 'projectScope',
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
		description: 'Only helps to choose from the list below; it is not sent',
		displayOptions: { show: { resource: ['projectRole'], operation: ['delete'], '/projectRoleId.mode': ['list'] } },
	},
	{
		displayName: 'Project Role',
		name: 'projectRoleId',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a project role...',
				typeOptions: { searchListMethod: 'searchProjectRoles', searchable: true },
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
		description: 'As Get Many lists it',
		displayOptions: { show: { resource: ['projectRole'], operation: ['delete'] } },
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
		description: 'Project whose roles to list',
		displayOptions: { show: { resource: ['projectRole'], operation: ['getMany'] } },
	},
	{
		displayName: 'Specify Body',
		name: 'specifyBody',
		type: 'options',
		noDataExpression: true,
		options: [{ name: 'Using Fields Below', value: 'fields' }, { name: 'Using JSON', value: 'json' }],
		default: 'fields',
		displayOptions: { show: { resource: ['projectRole'], operation: ['create'] } },
	},
	{
		displayName: 'JSON Body',
		name: 'jsonBody',
		type: 'json',
		default: '{}',
		required: true,
		description: 'The whole request body, in place of the fields',
		displayOptions: { show: { resource: ['projectRole'], operation: ['create'], specifyBody: ['json'] } },
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
		description: 'Where the role holds',
		displayOptions: { show: { resource: ['projectRole'], operation: ['create'], specifyBody: ['fields'] } },
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
		displayOptions: { show: { resource: ['projectRole'], operation: ['create'], specifyBody: ['fields'] } },
	},
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
		description: 'Who gets the role',
		displayOptions: { show: { resource: ['projectRole'], operation: ['create'], specifyBody: ['fields'] } },
	},
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
		displayOptions: { show: { resource: ['projectRole'], operation: ['getMany', 'getOwn'] } },
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		description: 'Max number of results to return',
		displayOptions: { show: { resource: ['projectRole'], operation: ['getMany', 'getOwn'], returnAll: [false] } },
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
				placeholder: 'e.g. -project',
				description: 'Field to sort by; a minus in front sorts downwards',
			},
			{
				displayName: 'Role ID',
				name: 'roleId',
				type: 'number',
				default: 0,
				typeOptions: { numberPrecision: 0 },
				description: 'Only the role of this ID',
			},
		],
		displayOptions: { show: { resource: ['projectRole'], operation: ['getOwn'] } },
	},
];
