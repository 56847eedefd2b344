// Written by the generator from capability/: change it there and run `npm run generate`.

import type { INodeProperties } from 'n8n-workflow';

export const organizationInviteFields: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['organizationInvite'] } },
		options: [
			{
				name: 'Get Link',
				value: 'getLink',
				action: 'Get link of organization invite',
				description: 'Read the link with which people join your organization; Community leaves out the address of the server',
			},
			{
				name: 'Reset Link',
				value: 'resetLink',
				action: 'Reset link of organization invite',
				description: 'Make a new link with which people join your organization; the old one stops working',
			},
			{
				name: 'Revoke (Enterprise)',
				value: 'revoke',
				action: 'Revoke organization invite in enterprise',
				description: 'Take back an invitation that was not accepted yet',
			},
			{
				name: 'Send (Enterprise)',
				value: 'send',
				action: 'Send organization invite in enterprise',
				description: 'Invite people by email',
			},
		],
		default: 'getLink',
	},
];

export const organizationInviteBodyFields: INodeProperties[] = [
	{
		displayName: 'Email',
		name: 'email',
		type: 'string',
		default: '',
		placeholder: 'e.g. anna@example.com',
		required: true,
		description: 'Address that the invitation went to',
		displayOptions: { show: { resource: ['organizationInvite'], operation: ['revoke'], specifyBody: ['fields'] } },
	},
	{
		displayName: 'Emails',
		name: 'emails',
		type: 'string',
		default: '',
		placeholder: 'e.g. anna@example.com, ben@example.com',
		required: true,
		description: 'Email addresses, separated by commas',
		displayOptions: { show: { resource: ['organizationInvite'], operation: ['send'], specifyBody: ['fields'] } },
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
		description: 'What they may do when they have joined',
		displayOptions: { show: { resource: ['organizationInvite'], operation: ['send'], specifyBody: ['fields'] } },
	},
];

export const organizationInviteCollections: INodeProperties[] = [
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Project IDs',
				name: 'projects',
				type: 'string',
				default: '',
				placeholder: 'e.g. 12, 13',
				description: 'Projects that they become members of, separated by commas',
			},
			{
				displayName: 'Workspace IDs',
				name: 'workspaces',
				type: 'string',
				default: '',
				placeholder: 'e.g. 3, 4',
				description: 'Workspaces that they become members of, separated by commas',
			},
		],
		displayOptions: { show: { resource: ['organizationInvite'], operation: ['send'], specifyBody: ['fields'] } },
	},
];
