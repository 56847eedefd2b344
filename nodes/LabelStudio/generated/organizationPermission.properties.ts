// Written by the generator from capability/: change it there and run `npm run generate`.

import type { INodeProperties } from 'n8n-workflow';

export const organizationPermissionProperties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['organizationPermission'] } },
		options: [
			{
				name: 'Create (Enterprise)',
				value: 'create',
				action: 'Create organization permission',
				description: 'Let other roles than the standard ones do something',
			},
			{
				name: 'Delete (Enterprise)',
				value: 'delete',
				action: 'Delete organization permission',
				description: 'Go back to the standard with one permission',
			},
			{
				name: 'Get (Enterprise)',
				value: 'get',
				action: 'Get organization permission',
				description: 'Read one permission in which an organization differs from the standard',
			},
			{
				name: 'Get Many (Enterprise)',
				value: 'getMany',
				action: 'Get many organization permissions',
				description: 'List the permissions in which an organization differs from the standard',
			},
			{
				name: 'Get Options (Enterprise)',
				value: 'getOptions',
				action: 'Get options of organization permissions',
				description: 'List the permissions that can differ from the standard, with the roles that each can be given to',
			},
			{
				name: 'Update (Enterprise)',
				value: 'update',
				action: 'Update organization permission',
				description: 'Change which roles have a permission in which an organization differs from the standard',
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
		description: 'Organization whose permissions are meant',
		displayOptions: {
			show: {
				resource: ['organizationPermission'],
				operation: ['create', 'delete', 'get', 'getMany', 'getOptions', 'update'],
			},
		},
	},
	{
		displayName: 'Permission',
		name: 'permission',
		type: 'string',
		default: '',
		required: true,
		description: 'As Get Many lists it',
		displayOptions: { show: { resource: ['organizationPermission'], operation: ['delete', 'get', 'update'] } },
	},
	{
		displayName: 'Specify Body',
		name: 'specifyBody',
		type: 'options',
		noDataExpression: true,
		options: [{ name: 'Using Fields Below', value: 'fields' }, { name: 'Using JSON', value: 'json' }],
		default: 'fields',
		displayOptions: { show: { resource: ['organizationPermission'], operation: ['create', 'update'] } },
	},
	{
		displayName: 'JSON Body',
		name: 'jsonBody',
		type: 'json',
		default: '{}',
		required: true,
		description: 'The whole request body, in place of the fields',
		displayOptions: {
			show: {
				resource: ['organizationPermission'],
				operation: ['create', 'update'],
				specifyBody: ['json'],
			},
		},
	},
	{
		displayName: 'Permission',
		name: 'permission',
		type: 'string',
		default: '',
		required: true,
		description: 'As Get Options lists it',
		displayOptions: {
			show: { resource: ['organizationPermission'], operation: ['create'], specifyBody: ['fields'] },
		},
	},
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
		displayOptions: { show: { resource: ['organizationPermission'], operation: ['getMany', 'getOptions'] } },
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		description: 'Max number of results to return',
		displayOptions: {
			show: {
				resource: ['organizationPermission'],
				operation: ['getMany', 'getOptions'],
				returnAll: [false],
			},
		},
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
				placeholder: 'e.g. permission',
				description: 'Field to sort by; a minus in front sorts downwards',
			},
		],
		displayOptions: { show: { resource: ['organizationPermission'], operation: ['getMany', 'getOptions'] } },
	},
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Roles',
				name: 'roles',
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
				description: 'Who may do it; all others may not',
			},
		],
		displayOptions: {
			show: { resource: ['organizationPermission'], operation: ['create'], specifyBody: ['fields'] },
		},
	},
	{
		displayName: 'Update Fields',
		name: 'updateFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'New Permission',
				name: 'newPermission',
				type: 'string',
				default: '',
				description: 'Another permission that the roles are for from now on',
			},
			{
				displayName: 'Roles',
				name: 'roles',
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
				description: 'Who may do it; all others may not',
			},
		],
		displayOptions: {
			show: { resource: ['organizationPermission'], operation: ['update'], specifyBody: ['fields'] },
		},
	},
];
