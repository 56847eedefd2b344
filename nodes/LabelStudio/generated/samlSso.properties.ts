// Written by the generator from capability/: change it there and run `npm run generate`.

import type { INodeProperties } from 'n8n-workflow';

export const samlSsoFields: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['samlSso'] } },
		options: [
			{
				name: 'Get (Enterprise)',
				value: 'get',
				action: 'Get SAML SSO settings in enterprise',
				description: 'Read how people of your organization log in through SAML, with the addresses that the identity provider asks for',
			},
			{
				name: 'Reset (Enterprise)',
				value: 'reset',
				action: 'Reset SAML SSO settings in enterprise',
				description: 'Clear all SAML settings of your organization. Nobody can log in through the identity provider afterwards.',
			},
			{
				name: 'Update (Enterprise)',
				value: 'update',
				action: 'Update SAML SSO settings in enterprise',
				description: 'Set up how people of your organization log in through SAML. Wrong settings lock them out.',
			},
			{
				name: 'Validate Metadata URL (Enterprise)',
				value: 'validateMetadataUrl',
				action: 'Validate SAML metadata URL in enterprise',
				description: 'Check that an address has metadata of an identity provider; saves nothing',
			},
		],
		default: 'get',
	},
];

export const samlSsoBodyFields: INodeProperties[] = [
	{
		displayName: 'Metadata URL',
		name: 'metadataUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://idp.example.com/metadata.xml',
		required: true,
		description: 'Where the identity provider publishes its metadata',
		displayOptions: { show: { resource: ['samlSso'], operation: ['validateMetadataUrl'], specifyBody: ['fields'] } },
	},
];

export const samlSsoCollections: INodeProperties[] = [
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Domains',
				name: 'domain',
				type: 'string',
				default: '',
				placeholder: 'e.g. example.com,example.org',
				description: 'Email domains of your own company, separated by commas without spaces; never one that everybody can have an address at',
			},
			{
				displayName: 'Email Attribute',
				name: 'mappingEmail',
				type: 'string',
				default: '',
				placeholder: 'e.g. Email',
				description: 'Attribute in which the identity provider sends the email address',
			},
			{
				displayName: 'First Name Attribute',
				name: 'mappingFirstName',
				type: 'string',
				default: '',
				placeholder: 'e.g. FirstName',
				description: 'Attribute in which the identity provider sends the first name',
			},
			{
				displayName: 'Groups Attribute',
				name: 'mappingGroups',
				type: 'string',
				default: '',
				placeholder: 'e.g. Groups',
				description: 'Attribute in which the identity provider sends the groups of the person',
			},
			{
				displayName: 'Identity Provider',
				name: 'idpProvider',
				type: 'string',
				default: '',
				placeholder: 'e.g. okta',
				description: 'Which identity provider it is; custom stands for any that Label Studio does not know',
			},
			{
				displayName: 'Last Name Attribute',
				name: 'mappingLastName',
				type: 'string',
				default: '',
				placeholder: 'e.g. LastName',
				description: 'Attribute in which the identity provider sends the last name',
			},
			{
				displayName: 'Manual Role Management',
				name: 'manualRoleManagement',
				type: 'boolean',
				default: false,
				description: 'Whether roles are given out in Label Studio instead of by groups. An expression that gives null leaves it to your license.',
			},
			{
				displayName: 'Metadata URL',
				name: 'metadataUrl',
				type: 'string',
				default: '',
				placeholder: 'e.g. https://idp.example.com/metadata.xml',
				description: 'Where the identity provider publishes its metadata',
			},
			{
				displayName: 'Metadata XML',
				name: 'metadataXml',
				type: 'string',
				default: '',
				typeOptions: { rows: 6 },
				description: 'The metadata itself, where there is no address for it',
			},
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
		displayOptions: { show: { resource: ['samlSso'], operation: ['update'], specifyBody: ['fields'] } },
	},
];
