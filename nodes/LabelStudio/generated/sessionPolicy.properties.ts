// Written by the generator from capability/: change it there and run `npm run generate`.

import type { INodeProperties } from 'n8n-workflow';

export const sessionPolicyProperties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['sessionPolicy'] } },
		options: [
			{
				name: 'Get',
				value: 'get',
				action: 'Get session policy',
				description: 'Read after how many minutes people are logged out',
			},
			{
				name: 'Update',
				value: 'update',
				action: 'Update session policy',
				description: 'Change after how many minutes people are logged out of the browser; tokens are not concerned',
			},
		],
		default: 'get',
	},
	{
		displayName: 'Specify Body',
		name: 'specifyBody',
		type: 'options',
		noDataExpression: true,
		options: [{ name: 'Using Fields Below', value: 'fields' }, { name: 'Using JSON', value: 'json' }],
		default: 'fields',
		displayOptions: { show: { resource: ['sessionPolicy'], operation: ['update'] } },
	},
	{
		displayName: 'JSON Body',
		name: 'jsonBody',
		type: 'json',
		default: '{}',
		required: true,
		description: 'The whole request body, in place of the fields',
		displayOptions: { show: { resource: ['sessionPolicy'], operation: ['update'], specifyBody: ['json'] } },
	},
	{
		displayName: 'Update Fields',
		name: 'updateFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Longest Idle Time',
				name: 'maxTimeBetweenActivity',
				type: 'number',
				default: 4320,
				typeOptions: { numberPrecision: 0 },
				description: 'Minutes after which a person who does nothing is logged out; 4320 are three days',
			},
			{
				displayName: 'Longest Session',
				name: 'maxSessionAge',
				type: 'number',
				default: 11520,
				typeOptions: { numberPrecision: 0 },
				description: 'Minutes after which a person has to log in again; 11520 are eight days',
			},
		],
		displayOptions: { show: { resource: ['sessionPolicy'], operation: ['update'], specifyBody: ['fields'] } },
	},
];
