// Written by the generator from capability/: change it there and run `npm run generate`.

import type { INodeProperties } from 'n8n-workflow';

export const userFields: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['user'] } },
		options: [
			{
				name: 'Create',
				value: 'create',
				action: 'Create user',
				description: 'Add an account to your organization. It has no password, so its owner has to set one before logging in.',
			},
			{
				name: 'Delete',
				value: 'delete',
				action: 'Delete user',
				description: 'Remove an account for good, with its drafts, views and labels and the records of its uploads. Submitted annotations stay, without an author. Enterprise does not offer it.',
			},
			{ name: 'Get', value: 'get', action: 'Get user', description: 'Read one account' },
			{
				name: 'Get Many',
				value: 'getMany',
				action: 'Get many users',
				description: 'List the accounts of your organization',
			},
			{
				name: 'Update',
				value: 'update',
				action: 'Update user',
				description: 'Change some fields of an account and leave the others',
			},
		],
		default: 'getMany',
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
		description: 'Account to remove',
		displayOptions: { show: { resource: ['user'], operation: ['delete'] } },
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
		description: 'Account to read',
		displayOptions: { show: { resource: ['user'], operation: ['get'] } },
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
		description: 'Account to change',
		displayOptions: { show: { resource: ['user'], operation: ['update'] } },
	},
];

export const userBodyFields: INodeProperties[] = [
	{
		displayName: 'Email',
		name: 'email',
		type: 'string',
		default: '',
		placeholder: 'e.g. anna@example.com',
		description: 'What the person logs in with; no two accounts share one',
		displayOptions: { show: { resource: ['user'], operation: ['create'], specifyBody: ['fields'] } },
	},
	{
		displayName: 'Username',
		name: 'username',
		type: 'string',
		default: '',
		placeholder: 'e.g. anna',
		description: 'Label Studio refuses an account without one',
		displayOptions: { show: { resource: ['user'], operation: ['create'], specifyBody: ['fields'] } },
	},
];

export const userCollections: INodeProperties[] = [
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
				placeholder: 'e.g. -date_joined',
				description: 'Field to sort by, with a minus in front downwards; Community ignores it',
			},
		],
		displayOptions: { show: { resource: ['user'], operation: ['getMany'] } },
	},
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Allow Newsletters',
				name: 'allowNewsletters',
				type: 'boolean',
				default: false,
				description: 'Whether the person wants news about Label Studio by email',
			},
			{
				displayName: 'Avatar',
				name: 'avatar',
				type: 'string',
				default: '',
				description: 'Address of a picture; Label Studio 1.23.2 ignores it',
			},
			{ displayName: 'First Name', name: 'firstName', type: 'string', default: '' },
			{
				displayName: 'Initials',
				name: 'initials',
				type: 'string',
				default: '',
				description: 'Label Studio makes them of the name and ignores this',
			},
			{ displayName: 'Last Name', name: 'lastName', type: 'string', default: '' },
			{
				displayName: 'Phone',
				name: 'phone',
				type: 'string',
				default: '',
				placeholder: 'e.g. +49 30 1234567',
			},
			{
				displayName: 'User ID',
				name: 'id',
				type: 'number',
				default: 0,
				typeOptions: { numberPrecision: 0 },
				description: 'Label Studio numbers accounts itself and ignores this',
			},
		],
		displayOptions: { show: { resource: ['user'], operation: ['create'], specifyBody: ['fields'] } },
	},
	{
		displayName: 'Update Fields',
		name: 'updateFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Allow Newsletters',
				name: 'allowNewsletters',
				type: 'boolean',
				default: false,
				description: 'Whether the person wants news about Label Studio by email',
			},
			{
				displayName: 'Avatar',
				name: 'avatar',
				type: 'string',
				default: '',
				description: 'Address of a picture; Label Studio 1.23.2 ignores it',
			},
			{
				displayName: 'Email',
				name: 'email',
				type: 'string',
				default: '',
				placeholder: 'e.g. anna@example.com',
				description: 'Cannot be changed this way. Community answers with an error, though it has saved the other fields by then.',
			},
			{ displayName: 'First Name', name: 'firstName', type: 'string', default: '' },
			{
				displayName: 'Initials',
				name: 'initials',
				type: 'string',
				default: '',
				description: 'Label Studio makes them of the name and ignores this',
			},
			{ displayName: 'Last Name', name: 'lastName', type: 'string', default: '' },
			{
				displayName: 'Phone',
				name: 'phone',
				type: 'string',
				default: '',
				placeholder: 'e.g. +49 30 1234567',
			},
			{
				displayName: 'User ID',
				name: 'id',
				type: 'number',
				default: 0,
				typeOptions: { numberPrecision: 0 },
				description: 'Label Studio numbers accounts itself and ignores this',
			},
			{
				displayName: 'Username',
				name: 'username',
				type: 'string',
				default: '',
				placeholder: 'e.g. anna',
			},
		],
		displayOptions: { show: { resource: ['user'], operation: ['update'], specifyBody: ['fields'] } },
	},
];
