// Written by the generator from capability/: change it there and run `npm run generate`.

import type { INodeProperties } from 'n8n-workflow';

export const workspaceProperties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['workspace'] } },
		options: [
			{
				name: 'Add Project (Enterprise)',
				value: 'addProject',
				action: 'Add project to workspace',
				description: 'Put a project into a workspace',
			},
			{
				name: 'Create (Enterprise)',
				value: 'create',
				action: 'Create workspace',
				description: 'Set up a workspace',
			},
			{
				name: 'Delete (Enterprise)',
				value: 'delete',
				action: 'Delete workspace',
				description: 'Remove a workspace. Move projects that you want to keep into another one first.',
			},
			{
				name: 'Get (Enterprise)',
				value: 'get',
				action: 'Get workspace',
				description: 'Read one workspace',
			},
			{
				name: 'Get Many (Enterprise)',
				value: 'getMany',
				action: 'Get many workspaces',
				description: 'List the workspaces of your organization',
			},
			{
				name: 'Get Many Projects (Enterprise)',
				value: 'getManyProjects',
				action: 'Get many projects of workspace',
				description: 'List the projects of a workspace',
			},
			{
				name: 'Remove Project (Enterprise)',
				value: 'removeProject',
				action: 'Remove project from workspace',
				description: 'Take a project out of a workspace; the project itself stays',
			},
			{
				name: 'Update (Enterprise)',
				value: 'update',
				action: 'Update workspace',
				description: 'Change some fields of a workspace and leave the others',
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
		description: 'Workspace that the project goes into',
		displayOptions: { show: { resource: ['workspace'], operation: ['addProject'] } },
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
		description: 'Workspace to remove',
		displayOptions: { show: { resource: ['workspace'], operation: ['delete'] } },
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
		description: 'Workspace to read',
		displayOptions: { show: { resource: ['workspace'], operation: ['get'] } },
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
		description: 'Workspace whose projects to list',
		displayOptions: { show: { resource: ['workspace'], operation: ['getManyProjects'] } },
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
		description: 'Workspace that the project leaves',
		displayOptions: { show: { resource: ['workspace'], operation: ['removeProject'] } },
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
		description: 'Project to take out',
		displayOptions: { show: { resource: ['workspace'], operation: ['removeProject'] } },
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
		description: 'Workspace to change',
		displayOptions: { show: { resource: ['workspace'], operation: ['update'] } },
	},
	{
		displayName: 'Specify Body',
		name: 'specifyBody',
		type: 'options',
		noDataExpression: true,
		options: [{ name: 'Using Fields Below', value: 'fields' }, { name: 'Using JSON', value: 'json' }],
		default: 'fields',
		displayOptions: { show: { resource: ['workspace'], operation: ['addProject', 'create', 'update'] } },
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
				resource: ['workspace'],
				operation: ['addProject', 'create', 'update'],
				specifyBody: ['json'],
			},
		},
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
		description: 'Project to put there',
		displayOptions: { show: { resource: ['workspace'], operation: ['addProject'], specifyBody: ['fields'] } },
	},
	{
		displayName: 'Title',
		name: 'title',
		type: 'string',
		default: '',
		placeholder: 'e.g. Street signs',
		required: true,
		displayOptions: { show: { resource: ['workspace'], operation: ['create'], specifyBody: ['fields'] } },
	},
	{
		displayName: 'Confirm',
		name: 'confirm',
		type: 'boolean',
		default: false,
		description: 'Whether to really do this: it can remove more than one thing, and nothing brings them back',
		displayOptions: { show: { resource: ['workspace'], operation: ['delete'] } },
	},
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
		displayOptions: { show: { resource: ['workspace'], operation: ['getMany', 'getManyProjects'] } },
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		description: 'Max number of results to return',
		displayOptions: {
			show: { resource: ['workspace'], operation: ['getMany', 'getManyProjects'], returnAll: [false] },
		},
	},
	{
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
		displayOptions: { show: { resource: ['workspace'], operation: ['getManyProjects'] } },
	},
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		options: [
			{
				displayName: 'Archived',
				name: 'isArchived',
				type: 'boolean',
				default: false,
				description: 'Whether to list archived workspaces, or those that are not',
			},
			{
				displayName: 'Include All Workspaces',
				name: 'includeAllWorkspaces',
				type: 'boolean',
				default: false,
				description: 'Whether to list the personal workspaces of other people as well, which only owners and administrators can',
			},
			{
				displayName: 'Ordering',
				name: 'ordering',
				type: 'string',
				default: '',
				placeholder: 'e.g. title',
				description: 'Field to sort by; a minus in front sorts downwards',
			},
			{
				displayName: 'Personal',
				name: 'isPersonal',
				type: 'boolean',
				default: false,
				description: 'Whether to list personal workspaces, or those that are not',
			},
		],
		displayOptions: { show: { resource: ['workspace'], operation: ['getMany'] } },
	},
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Archived',
				name: 'isArchived',
				type: 'boolean',
				default: false,
				description: 'Whether the workspace is hidden from daily work',
			},
			{ displayName: 'Color', name: 'color', type: 'color', default: '' },
			{
				displayName: 'Description',
				name: 'description',
				type: 'string',
				default: '',
				typeOptions: { rows: 3 },
				description: 'What the workspace is for',
			},
			{
				displayName: 'Personal',
				name: 'isPersonal',
				type: 'boolean',
				default: false,
				description: 'Whether the workspace is for one person alone',
			},
		],
		displayOptions: { show: { resource: ['workspace'], operation: ['create'], specifyBody: ['fields'] } },
	},
	{
		displayName: 'Update Fields',
		name: 'updateFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Archived',
				name: 'isArchived',
				type: 'boolean',
				default: false,
				description: 'Whether the workspace is hidden from daily work',
			},
			{ displayName: 'Color', name: 'color', type: 'color', default: '' },
			{
				displayName: 'Description',
				name: 'description',
				type: 'string',
				default: '',
				typeOptions: { rows: 3 },
				description: 'What the workspace is for',
			},
			{
				displayName: 'Personal',
				name: 'isPersonal',
				type: 'boolean',
				default: false,
				description: 'Whether the workspace is for one person alone',
			},
			{ displayName: 'Title', name: 'title', type: 'string', default: '' },
		],
		displayOptions: { show: { resource: ['workspace'], operation: ['update'], specifyBody: ['fields'] } },
	},
];
