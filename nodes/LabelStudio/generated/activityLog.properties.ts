// Written by the generator from capability/: change it there and run `npm run generate`.

import type { INodeProperties } from 'n8n-workflow';

export const activityLogFields: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['activityLog'] } },
		options: [
			{
				name: 'Get Many (Enterprise)',
				value: 'getMany',
				action: 'Get many activity logs in enterprise',
				description: 'List who did what on the server, and when',
			},
		],
		default: 'getMany',
	},
];

export const activityLogCollections: INodeProperties[] = [
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		options: [
			{
				displayName: 'End Date',
				name: 'endDate',
				type: 'string',
				default: '',
				placeholder: 'e.g. 2026-11-30T23:59:59Z',
				description: 'Newest date and time to list',
			},
			{
				displayName: 'Method',
				name: 'method',
				type: 'options',
				options: [
					{ name: 'All', value: 'all' },
					{ name: 'DELETE', value: 'DELETE' },
					{ name: 'GET', value: 'GET' },
					{ name: 'PATCH', value: 'PATCH' },
					{ name: 'POST', value: 'POST' },
					{ name: 'PUT', value: 'PUT' },
				],
				default: 'all',
				description: 'What kind of request; GET only reads, the others change something',
			},
			{
				displayName: 'Ordering',
				name: 'ordering',
				type: 'string',
				default: '',
				placeholder: 'e.g. -datetime',
				description: 'Field to sort by; a minus in front sorts downwards',
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
				description: 'Only requests that concern this project',
			},
			{
				displayName: 'Search',
				name: 'search',
				type: 'string',
				default: '',
				placeholder: 'e.g. tasks AND import',
				description: 'Words in the address that was called, joined by AND or OR',
			},
			{
				displayName: 'Start Date',
				name: 'startDate',
				type: 'string',
				default: '',
				placeholder: 'e.g. 2026-11-01T00:00:00Z',
				description: 'Oldest date and time to list',
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
								properties: { regex: '(\\s*[1-9][0-9]*\\s*)?', errorMessage: 'An ID is a whole number above 0' },
							},
						],
					},
				],
				description: 'Only what this user did',
			},
			{
				displayName: 'Workspace Owner',
				name: 'workspace',
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
				description: 'Only what happened in workspaces that this user owns',
			},
		],
		displayOptions: { show: { resource: ['activityLog'], operation: ['getMany'] } },
	},
];
