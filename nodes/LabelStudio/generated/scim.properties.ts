// Written by the generator from capability/: change it there and run `npm run generate`.

import type { INodeProperties } from 'n8n-workflow';

export const scimProperties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['scim'] } },
		options: [
			{
				name: 'Get (Enterprise)',
				value: 'get',
				action: 'Get SCIM settings',
				description: 'Read what groups of the identity provider get in your organization',
			},
			{
				name: 'Update (Enterprise)',
				value: 'update',
				action: 'Update SCIM settings',
				description: 'Choose what groups of the identity provider get in your organization',
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
		displayOptions: { show: { resource: ['scim'], operation: ['update'] } },
	},
	{
		displayName: 'JSON Body',
		name: 'jsonBody',
		type: 'json',
		default: '{}',
		required: true,
		description: 'The whole request body, in place of the fields',
		displayOptions: { show: { resource: ['scim'], operation: ['update'], specifyBody: ['json'] } },
	},
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Project Groups',
				name: 'projectsGroups',
				type: 'fixedCollection',
				typeOptions: { multipleValues: true },
				placeholder: 'Add Row',
				default: {},
				options: [
					{
						displayName: 'Row',
						name: 'row',
						values: [
							{
								displayName: 'Group',
								name: 'group',
								type: 'string',
								default: '',
								placeholder: 'e.g. annotators',
								required: true,
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
												properties: {
													regex: '(\\s*[1-9][0-9]*\\s*)?',
													errorMessage: 'An ID is a whole number above 0',
												},
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
								required: true,
							},
							{
								displayName: 'Role',
								name: 'role',
								type: 'options',
								options: [
									{ name: 'Annotator', value: 'Annotator' },
									{ name: 'Inherited', value: 'Inherit' },
									{ name: 'Reviewer', value: 'Reviewer' },
								],
								default: 'Annotator',
								required: true,
								description: 'Role in the project; an inherited one is that in the organization',
							},
						],
					},
				],
				description: 'Which groups of the identity provider work in which projects; replaces the whole mapping',
			},
			{
				displayName: 'Role Groups',
				name: 'rolesGroups',
				type: 'json',
				default: '[]',
				description: 'Which groups of the identity provider have which role, as pairs of role and group, for example [["Manager", "team-leads"]]; replaces the whole mapping',
			},
			{
				displayName: 'Workspace Groups',
				name: 'workspacesGroups',
				type: 'json',
				default: '[]',
				description: 'Which groups of the identity provider belong to which workspace, as pairs of its title and the group, for example [["Street signs", "annotators"]]; replaces the whole mapping',
			},
		],
		displayOptions: { show: { resource: ['scim'], operation: ['update'], specifyBody: ['fields'] } },
	},
];
