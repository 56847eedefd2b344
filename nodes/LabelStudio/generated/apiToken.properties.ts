// Written by the generator from capability/: change it there and run `npm run generate`.

import type { INodeProperties } from 'n8n-workflow';

export const apiTokenFields: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['apiToken'] } },
		options: [
			{
				name: 'Create',
				value: 'create',
				action: 'Create API token',
				description: 'Make a personal access token for the user of the credential. There can be one at a time, so the credential must hold a legacy token. The item shows only how the new token begins and nothing shows the rest later; one that you want to use is made in Label Studio.',
			},
			{
				name: 'Get Many',
				value: 'getMany',
				action: 'Get many API tokens',
				description: 'List the personal access tokens of the user of the credential that are still good, each without the signature that makes it work',
			},
			{
				name: 'Get Settings',
				value: 'getSettings',
				action: 'Get settings of API tokens',
				description: 'Read which kinds of tokens your organization accepts',
			},
			{
				name: 'Refresh',
				value: 'refresh',
				action: 'Refresh API token',
				description: 'Exchange a personal access token for an access token of five minutes, which shows whether it still works. The node does this for its own token by itself.',
			},
			{
				name: 'Revoke',
				value: 'revoke',
				action: 'Revoke API token',
				description: "Make a personal access token useless for good. With the credential's own token, this workflow is locked out within five minutes, like all others that use it.",
			},
			{
				name: 'Rotate',
				value: 'rotate',
				action: 'Rotate API token',
				description: "Make a personal access token useless and give the user of the credential a new one. The item shows only how the new token begins and nothing shows the rest later. With the credential's own token, this workflow is locked out within five minutes, like all others that use it.",
			},
			{
				name: 'Update Settings',
				value: 'updateSettings',
				action: 'Update settings of API tokens',
				description: 'Choose which kinds of tokens your organization accepts. Without the kind that the credential holds, this workflow is locked out.',
			},
		],
		default: 'getMany',
	},
];

export const apiTokenBodyFields: INodeProperties[] = [
	{
		displayName: 'Token',
		name: 'token',
		type: 'string',
		default: '',
		typeOptions: { password: true },
		required: true,
		description: 'The whole token',
		displayOptions: { show: { resource: ['apiToken'], operation: ['refresh', 'rotate'], specifyBody: ['fields'] } },
	},
	{
		displayName: 'Token',
		name: 'token',
		type: 'string',
		default: '',
		typeOptions: { password: true },
		required: true,
		description: 'The whole token, or as much of it as Get Many lists',
		displayOptions: { show: { resource: ['apiToken'], operation: ['revoke'], specifyBody: ['fields'] } },
	},
	{
		displayName: 'Days Until Tokens Expire',
		name: 'apiTokenTtlDays',
		type: 'number',
		default: 73000,
		typeOptions: { numberPrecision: 0 },
		required: true,
		description: 'After how many days new personal access tokens end. Get Settings tells the present number in Enterprise; Community ignores it and keeps to 200 years.',
		displayOptions: { show: { resource: ['apiToken'], operation: ['updateSettings'], specifyBody: ['fields'] } },
	},
];

export const apiTokenCollections: INodeProperties[] = [
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
				placeholder: 'e.g. -created_at',
				description: 'Field to sort by, with a minus in front downwards; Community ignores it',
			},
		],
		displayOptions: { show: { resource: ['apiToken'], operation: ['getMany'] } },
	},
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Legacy Tokens Enabled',
				name: 'legacyApiTokensEnabled',
				type: 'boolean',
				default: true,
				description: 'Whether legacy tokens are accepted',
			},
			{
				displayName: 'Personal Access Tokens Enabled',
				name: 'apiTokensEnabled',
				type: 'boolean',
				default: true,
				description: 'Whether personal access tokens are accepted',
			},
		],
		displayOptions: { show: { resource: ['apiToken'], operation: ['updateSettings'], specifyBody: ['fields'] } },
	},
];
