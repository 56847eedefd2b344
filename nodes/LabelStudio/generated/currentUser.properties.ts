// Written by the generator from capability/: change it there and run `npm run generate`.

import type { INodeProperties } from 'n8n-workflow';

export const currentUserFields: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['currentUser'] } },
		options: [
			{
				name: 'Get',
				value: 'get',
				action: 'Get current user',
				description: 'Read the account that the credential belongs to and what it may do',
			},
			{
				name: 'Get Details (Enterprise)',
				value: 'getDetails',
				action: 'Get details of current user in enterprise',
				description: 'Read the account that the credential belongs to with its memberships',
			},
			{
				name: 'Get Hotkeys',
				value: 'getHotkeys',
				action: 'Get hotkeys of current user',
				description: 'Read your own keyboard shortcuts for the labeling interface',
			},
			{
				name: 'Get Token',
				value: 'getToken',
				action: 'Get token of current user',
				description: 'Read how your legacy API token begins, to tell which one it is. Label Studio shows the whole under Account & Settings.',
			},
			{
				name: 'Reset Token',
				value: 'resetToken',
				action: 'Reset token of current user',
				description: 'Replace your legacy API token with a new one, which Label Studio shows under Account & Settings. Workflows and programs that use the old one stop working at once.',
			},
			{
				name: 'Update (Enterprise)',
				value: 'update',
				action: 'Update current user in enterprise',
				description: 'Change some fields of the account that the credential belongs to and leave the others',
			},
			{
				name: 'Update Hotkeys',
				value: 'updateHotkeys',
				action: 'Update hotkeys of current user',
				description: 'Replace all your own keyboard shortcuts for the labeling interface',
			},
		],
		default: 'get',
	},
];

export const currentUserCollections: INodeProperties[] = [
	{
		displayName: 'Update Fields',
		name: 'updateFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Active Organization ID',
				name: 'activeOrganization',
				type: 'number',
				default: 0,
				typeOptions: { numberPrecision: 0 },
				description: 'Organization to work in from now on; the workflow sees no other',
			},
			{
				displayName: 'Allow Newsletters',
				name: 'allowNewsletters',
				type: 'boolean',
				default: false,
				description: 'Whether you want news about Label Studio by email',
			},
			{
				displayName: 'Custom Hotkeys',
				name: 'customHotkeys',
				type: 'json',
				default: '{}',
				description: 'Your keyboard shortcuts for the labeling interface, for example {"annotation:submit": {"key": "ctrl+enter", "active": true}}. They replace those that you have.',
			},
			{
				displayName: 'Date Joined',
				name: 'dateJoined',
				type: 'dateTime',
				default: '',
				description: 'When the account was opened',
			},
			{
				displayName: 'Email Notification Settings',
				name: 'emailNotificationSettings',
				type: 'json',
				default: '{}',
				description: 'Which emails you get, in the form in which Label Studio keeps your settings',
			},
			{
				displayName: 'Email Verified',
				name: 'isEmailVerified',
				type: 'boolean',
				default: false,
				description: 'Whether the email address counts as confirmed',
			},
			{ displayName: 'First Name', name: 'firstName', type: 'string', default: '' },
			{ displayName: 'Last Name', name: 'lastName', type: 'string', default: '' },
			{
				displayName: 'Onboarding State',
				name: 'onboardingState',
				type: 'string',
				default: '',
				description: 'How far you are in the tour for newcomers',
			},
			{
				displayName: 'Password',
				name: 'password',
				type: 'string',
				default: '',
				typeOptions: { password: true },
				description: 'New password for logging in',
			},
			{
				displayName: 'Phone',
				name: 'phone',
				type: 'string',
				default: '',
				placeholder: 'e.g. +49 30 1234567',
			},
			{
				displayName: 'Username',
				name: 'username',
				type: 'string',
				default: '',
				placeholder: 'e.g. anna',
			},
		],
		displayOptions: { show: { resource: ['currentUser'], operation: ['update'], specifyBody: ['fields'] } },
	},
	{
		displayName: 'Update Fields',
		name: 'updateFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Custom Hotkeys',
				name: 'customHotkeys',
				type: 'json',
				default: '{}',
				description: 'All shortcuts that differ from the standard, at most 200, for example {"annotation:submit": {"key": "ctrl+enter", "active": true}}. What is missing here goes back to the standard.',
			},
		],
		displayOptions: { show: { resource: ['currentUser'], operation: ['updateHotkeys'], specifyBody: ['fields'] } },
	},
];
