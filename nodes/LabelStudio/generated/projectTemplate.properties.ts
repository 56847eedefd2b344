// Written by the generator from capability/: change it there and run `npm run generate`.

import type { INodeProperties } from 'n8n-workflow';

export const projectTemplateFields: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['projectTemplate'] } },
		options: [
			{
				name: 'Create (Enterprise)',
				value: 'create',
				action: 'Create project template in enterprise',
				description: 'Keep the settings of a project as a template',
			},
			{
				name: 'Create Project (Enterprise)',
				value: 'createProject',
				action: 'Create project from template in enterprise',
				description: 'Set up a new project with the settings of a template',
			},
			{
				name: 'Delete (Enterprise)',
				value: 'delete',
				action: 'Delete project template in enterprise',
				description: 'Remove a template; projects made from it stay',
			},
			{
				name: 'Get (Enterprise)',
				value: 'get',
				action: 'Get project template in enterprise',
				description: 'Read one template with the settings that it keeps',
			},
			{
				name: 'Get Many (Enterprise)',
				value: 'getMany',
				action: 'Get many project templates in enterprise',
				description: 'List the templates of the organization',
			},
			{
				name: 'Update (Enterprise)',
				value: 'update',
				action: 'Update project template in enterprise',
				description: 'Change some fields of a template and leave the others; projects made from it stay as they are',
			},
		],
		default: 'getMany',
	},
	{
		displayName: 'Project Template',
		name: 'projectTemplateId',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a project template...',
				typeOptions: { searchListMethod: 'searchProjectTemplates', searchable: true },
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
		displayOptions: {
			show: { resource: ['projectTemplate'], operation: ['createProject', 'delete', 'get', 'update'] },
		},
	},
];

export const projectTemplateBodyFields: INodeProperties[] = [
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		default: '',
		required: true,
		displayOptions: { show: { resource: ['projectTemplate'], operation: ['create'], specifyBody: ['fields'] } },
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
		description: 'Whose settings to take',
		displayOptions: { show: { resource: ['projectTemplate'], operation: ['create'], specifyBody: ['fields'] } },
	},
	{
		displayName: 'Title',
		name: 'title',
		type: 'string',
		default: '',
		placeholder: 'e.g. Street signs',
		required: true,
		description: 'Between 3 and 50 characters',
		displayOptions: {
			show: { resource: ['projectTemplate'], operation: ['createProject'], specifyBody: ['fields'] },
		},
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
		description: 'Where the project goes',
		displayOptions: {
			show: { resource: ['projectTemplate'], operation: ['createProject'], specifyBody: ['fields'] },
		},
	},
	{
		displayName: 'Description',
		name: 'description',
		type: 'string',
		default: '',
		typeOptions: { rows: 3 },
		description: 'Shown under the title in the list of projects',
		displayOptions: {
			show: { resource: ['projectTemplate'], operation: ['createProject'], specifyBody: ['fields'] },
		},
	},
];

export const projectTemplateCollections: INodeProperties[] = [
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
				description: 'Field to sort by; a minus in front sorts downwards',
			},
		],
		displayOptions: { show: { resource: ['projectTemplate'], operation: ['getMany'] } },
	},
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Assignment Settings',
				name: 'assignmentSettings',
				type: 'json',
				default: '{}',
				description: 'How tasks reach annotators, in place of what the project has, for example {"label_stream_task_distribution": "assigned_only"}',
			},
			{
				displayName: 'Created By',
				name: 'createdBy',
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
				description: 'Who counts as its maker',
			},
			{
				displayName: 'Custom Script',
				name: 'customScript',
				type: 'string',
				default: '',
				typeOptions: { rows: 10 },
				description: 'JavaScript of the plugins in projects made from it',
			},
			{
				displayName: 'Description',
				name: 'description',
				type: 'string',
				default: '',
				typeOptions: { rows: 3 },
			},
			{
				displayName: 'Organization',
				name: 'organization',
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
								properties: { regex: '(\\s*[1-9][0-9]*\\s*)?', errorMessage: 'An ID is a whole number above 0' },
							},
						],
					},
				],
				description: 'Where it belongs',
			},
			{
				displayName: 'Project Settings',
				name: 'projectSettings',
				type: 'json',
				default: '{}',
				description: 'Settings in place of what the project has, under the names that Get of a project shows, for example {"maximum_annotations": 2}',
			},
			{
				displayName: 'Require Comment on Skip',
				name: 'requireCommentOnSkip',
				type: 'boolean',
				default: false,
				description: 'Whether annotators have to say why they skip a task',
			},
			{
				displayName: 'Review Settings',
				name: 'reviewSettings',
				type: 'json',
				default: '{}',
				description: 'Rules for reviewers, in place of what the project has, for example {"review_criteria": "one", "require_comment_on_reject": true}',
			},
			{
				displayName: 'Show Unused Data Columns to Annotators',
				name: 'showUnusedDataColumnsToAnnotators',
				type: 'boolean',
				default: false,
				description: 'Whether annotators also see task data that the labeling config does not use',
			},
			{
				displayName: 'Tags',
				name: 'tags',
				type: 'json',
				default: '{}',
				description: 'Words to find it by, for example ["text", "reviewed"]',
			},
		],
		displayOptions: { show: { resource: ['projectTemplate'], operation: ['create'], specifyBody: ['fields'] } },
	},
	{
		displayName: 'Update Fields',
		name: 'updateFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Assignment Settings',
				name: 'assignmentSettings',
				type: 'json',
				default: '{}',
				description: 'How tasks reach annotators, in place of what the project has, for example {"label_stream_task_distribution": "assigned_only"}',
			},
			{
				displayName: 'Created By',
				name: 'createdBy',
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
				description: 'Who counts as its maker',
			},
			{
				displayName: 'Custom Script',
				name: 'customScript',
				type: 'string',
				default: '',
				typeOptions: { rows: 10 },
				description: 'JavaScript of the plugins in projects made from it',
			},
			{
				displayName: 'Description',
				name: 'description',
				type: 'string',
				default: '',
				typeOptions: { rows: 3 },
			},
			{ displayName: 'Name', name: 'name', type: 'string', default: '' },
			{
				displayName: 'Organization',
				name: 'organization',
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
								properties: { regex: '(\\s*[1-9][0-9]*\\s*)?', errorMessage: 'An ID is a whole number above 0' },
							},
						],
					},
				],
				description: 'Where it belongs',
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
				description: 'Whose settings to take anew',
			},
			{
				displayName: 'Project Settings',
				name: 'projectSettings',
				type: 'json',
				default: '{}',
				description: 'Settings in place of what the project has, under the names that Get of a project shows, for example {"maximum_annotations": 2}',
			},
			{
				displayName: 'Require Comment on Skip',
				name: 'requireCommentOnSkip',
				type: 'boolean',
				default: false,
				description: 'Whether annotators have to say why they skip a task',
			},
			{
				displayName: 'Review Settings',
				name: 'reviewSettings',
				type: 'json',
				default: '{}',
				description: 'Rules for reviewers, in place of what the project has, for example {"review_criteria": "one", "require_comment_on_reject": true}',
			},
			{
				displayName: 'Show Unused Data Columns to Annotators',
				name: 'showUnusedDataColumnsToAnnotators',
				type: 'boolean',
				default: false,
				description: 'Whether annotators also see task data that the labeling config does not use',
			},
			{
				displayName: 'Tags',
				name: 'tags',
				type: 'json',
				default: '{}',
				description: 'Words to find it by, for example ["text", "reviewed"]',
			},
		],
		displayOptions: { show: { resource: ['projectTemplate'], operation: ['update'], specifyBody: ['fields'] } },
	},
];
