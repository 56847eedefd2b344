// Written by the generator from capability/: change it there and run `npm run generate`.

import type { INodeProperties } from 'n8n-workflow';

export const fieldsAbove: INodeProperties[] = [
	{
		displayName: 'Annotation ID',
		name: 'annotationId',
		type: 'number',
		default: 0,
		typeOptions: { numberPrecision: 0 },
		required: true,
		description: "The number after the # in the annotation's tab on the task page",
		displayOptions: { show: { resource: ['annotation'], operation: ['convertToDraft', 'delete', 'get', 'update'] } },
	},
	{
		displayName: 'Review ID',
		name: 'reviewId',
		type: 'number',
		default: 0,
		typeOptions: { numberPrecision: 0 },
		required: true,
		description: 'As Get Many lists it',
		displayOptions: { show: { resource: ['annotationReview'], operation: ['delete', 'get', 'update'] } },
	},
	{
		displayName: 'Action ID',
		name: 'actionName',
		type: 'string',
		default: '',
		required: true,
		description: 'As Get Many lists it, for example predictions_to_annotations',
		displayOptions: { show: { operation: ['getForm'] } },
	},
	{
		displayName: 'Action Name or ID',
		name: 'actionId',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getBulkActions', loadOptionsDependsOn: ['project.value'] },
		default: '',
		description: 'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
		required: true,
		hint: "What to do, by the ID that the list of the project's actions has for it, such as retrieve_tasks_predictions, predictions_to_annotations or delete_tasks",
		displayOptions: { show: { operation: ['run'] } },
	},
	{
		displayName: 'Comment ID',
		name: 'commentId',
		type: 'string',
		default: '',
		required: true,
		description: 'As Get Many lists it',
		displayOptions: { show: { resource: ['comment'], operation: ['delete', 'get', 'update'] } },
	},
	{
		displayName: 'Provider',
		name: 'provider',
		type: 'options',
		options: [
			{ name: 'Amazon S3', value: 's3' },
			{ name: 'Amazon S3 with IAM Role (Enterprise)', value: 's3s' },
			{ name: 'Azure Blob Storage', value: 'azure' },
			{ name: 'Azure Blob Storage with Service Principal (Enterprise)', value: 'azure_spi' },
			{ name: 'Databricks Files (Enterprise)', value: 'databricks' },
			{ name: 'Google Cloud Storage', value: 'gcs' },
			{ name: 'Google Cloud Storage with Service Account (Enterprise)', value: 'gcs_sa' },
			{ name: 'Google Cloud Storage with WIF (Enterprise)', value: 'gcswif' },
			{ name: 'Local Files', value: 'localfiles' },
			{ name: 'Redis', value: 'redis' },
		],
		default: 's3',
		required: true,
		displayOptions: {
			show: {
				resource: ['exportStorage', 'importStorage'],
				operation: ['create', 'delete', 'get', 'getMany', 'sync', 'syncAndWait', 'update', 'validate'],
			},
		},
	},
	{
		displayName: 'Project',
		name: 'projectScope',
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
						properties: { regex: '(.*/projects/(\\d+).*)?', errorMessage: 'Not the address of a project page' },
					},
				],
			},
		],
		description: 'Only helps to choose from the list below; it is not sent',
		displayOptions: {
			hide: {
				'/dimension.mode': ['id', 'url'],
				'/exportSnapshot.mode': ['id', 'url'],
				'/fileUpload.mode': ['id', 'url'],
				'/mlBackend.mode': ['id', 'url'],
				'/projectRole.mode': ['id', 'url'],
				'/reviewRoutingRule.mode': ['id', 'url'],
				'/task.mode': ['id', 'url'],
			},
			show: {
				resource: ['exportStorage', 'fileUpload', 'importStorage', 'mlBackend', 'projectRole', 'task'],
				operation: [
					'createEvent',
					'delete',
					'get',
					'getAgreement',
					'getModelVersions',
					'predictTasks',
					'sync',
					'syncAndWait',
					'test',
					'train',
					'update',
				],
			},
		},
	},
	{
		displayName: 'Project',
		name: 'projectScope',
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
						properties: { regex: '(.*/projects/(\\d+).*)?', errorMessage: 'Not the address of a project page' },
					},
				],
			},
		],
		description: 'Only helps to choose from the list below; it is not sent',
		displayOptions: {
			hide: {
				'/dimension.mode': ['id', 'url'],
				'/exportSnapshot.mode': ['id', 'url'],
				'/fileUpload.mode': ['id', 'url'],
				'/mlBackend.mode': ['id', 'url'],
				'/projectRole.mode': ['id', 'url'],
				'/reviewRoutingRule.mode': ['id', 'url'],
				'/task.mode': ['id', 'url'],
			},
			show: { resource: ['annotation'], operation: ['create', 'getMany'] },
		},
	},
	{
		displayName: 'Export Storage',
		name: 'exportStorage',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select an export storage...',
				typeOptions: { searchListMethod: 'searchExportStorages', searchable: true },
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
			show: { resource: ['exportStorage'], operation: ['delete', 'get', 'sync', 'syncAndWait', 'update'] },
		},
	},
	{
		displayName: 'File',
		name: 'fileUpload',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a file...',
				typeOptions: { searchListMethod: 'searchFileUploads', searchable: true },
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
		displayOptions: { show: { resource: ['fileUpload'], operation: ['delete', 'get', 'update'] } },
	},
	{
		displayName: 'Import Storage',
		name: 'importStorage',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select an import storage...',
				typeOptions: { searchListMethod: 'searchImportStorages', searchable: true },
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
			show: { resource: ['importStorage'], operation: ['delete', 'get', 'sync', 'syncAndWait', 'update'] },
		},
	},
	{
		displayName: 'Label',
		name: 'label',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a label...',
				typeOptions: { searchListMethod: 'searchLabels', searchable: true },
			},
			{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 12' },
		],
		required: true,
		displayOptions: { show: { resource: ['label'], operation: ['delete', 'get', 'update'] } },
	},
	{
		displayName: 'Label Link',
		name: 'labelLink',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a label link...',
				typeOptions: { searchListMethod: 'searchLabelLinks', searchable: true },
			},
			{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 12' },
		],
		required: true,
		displayOptions: { show: { resource: ['labelLink'], operation: ['delete', 'get', 'update'] } },
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
						properties: { regex: '\\s*[1-9][0-9]*\\s*', errorMessage: 'An ID is a whole number above 0' },
					},
				],
			},
		],
		required: true,
		displayOptions: { show: { resource: ['memberTag', 'organizationMember', 'organizationPermission'] } },
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
						properties: { regex: '\\s*[1-9][0-9]*\\s*', errorMessage: 'An ID is a whole number above 0' },
					},
				],
			},
		],
		required: true,
		displayOptions: { show: { resource: ['organization'], operation: ['get', 'setDefaultRole', 'update'] } },
	},
	{
		displayName: 'Tag',
		name: 'memberTag',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a tag...',
				typeOptions: { searchListMethod: 'searchMemberTags', searchable: true },
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
		displayOptions: { show: { resource: ['memberTag'], operation: ['delete', 'get', 'update'] } },
	},
	{
		displayName: 'Project',
		name: 'projectScope',
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
						properties: { regex: '(.*/projects/(\\d+).*)?', errorMessage: 'Not the address of a project page' },
					},
				],
			},
		],
		description: 'Only helps to choose from the list below; it is not sent',
		displayOptions: { show: { operation: ['getSuggestion'] } },
	},
	{
		displayName: 'ML Backend',
		name: 'mlBackend',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select an ML backend...',
				typeOptions: { searchListMethod: 'searchMlBackends', searchable: true },
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
			show: {
				resource: ['mlBackend'],
				operation: [
					'delete',
					'get',
					'getModelVersions',
					'getSuggestion',
					'predictTasks',
					'test',
					'train',
					'update',
				],
			},
		},
	},
	{
		displayName: 'Model Provider Connection',
		name: 'modelProvider',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a model provider connection...',
				typeOptions: { searchListMethod: 'searchModelProviders', searchable: true },
			},
			{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 12' },
		],
		required: true,
		displayOptions: { show: { resource: ['modelProvider'], operation: ['delete', 'get', 'update'] } },
	},
	{
		displayName: 'Permission',
		name: 'permission',
		type: 'string',
		default: '',
		required: true,
		description: 'As Get Many lists it',
		displayOptions: { show: { resource: ['organizationPermission'], operation: ['delete', 'get', 'update'] } },
	},
	{
		displayName: 'Prediction ID',
		name: 'predictionId',
		type: 'number',
		default: 0,
		typeOptions: { numberPrecision: 0 },
		required: true,
		description: 'As Get Many lists it',
		displayOptions: { show: { resource: ['prediction'], operation: ['delete', 'get', 'update'] } },
	},
	{
		displayName: 'Project Template',
		name: 'projectTemplate',
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
	{
		displayName: 'Prompt',
		name: 'prompt',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a prompt...',
				typeOptions: { searchListMethod: 'searchPrompts', searchable: true },
			},
			{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 12' },
		],
		required: true,
		displayOptions: { show: { resource: ['prompt'], operation: ['delete', 'get', 'update'] } },
	},
	{
		displayName: 'Prompt',
		name: 'prompt',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a prompt...',
				typeOptions: { searchListMethod: 'searchPrompts', searchable: true },
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
			show: {
				resource: ['promptRun', 'promptVersion'],
				operation: [
					'cancel',
					'create',
					'delete',
					'estimateCost',
					'get',
					'getDefaultName',
					'getMany',
					'getRefinement',
					'refine',
					'update',
				],
			},
		},
	},
	{
		displayName: 'Prompt Version',
		name: 'promptVersion',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a prompt version...',
				typeOptions: { searchListMethod: 'searchPromptVersions', searchable: true },
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
			show: {
				resource: ['promptVersion'],
				operation: ['delete', 'estimateCost', 'get', 'getRefinement', 'refine', 'update'],
			},
		},
	},
	{
		displayName: 'Prompt Version',
		name: 'promptVersion',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a prompt version...',
				typeOptions: { searchListMethod: 'searchPromptVersions', searchable: true },
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
		displayOptions: { show: { resource: ['promptRun'], operation: ['cancel', 'create', 'getMany'] } },
	},
	{
		displayName: 'Entity Name',
		name: 'entityName',
		type: 'string',
		default: '',
		placeholder: 'e.g. task',
		required: true,
		description: 'What kind of thing, one of task, annotation and project',
		displayOptions: { show: { operation: ['getHistory', 'runTransition'] } },
	},
	{
		displayName: 'Entity ID',
		name: 'entityId',
		type: 'number',
		default: 0,
		typeOptions: { numberPrecision: 0 },
		required: true,
		description: 'Which task, annotation or project',
		displayOptions: { show: { operation: ['getHistory', 'runTransition'] } },
	},
	{
		displayName: 'View',
		name: 'view',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a view...',
				typeOptions: { searchListMethod: 'searchViews', searchable: true },
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
				placeholder: 'e.g. https://label-studio.example.com/projects/12/data?tab=7',
				validation: [
					{
						type: 'regex',
						properties: { regex: '.*[?&]tab=(\\d+).*', errorMessage: 'Not the address of a view page' },
					},
				],
			},
		],
		required: true,
		displayOptions: { show: { resource: ['view'], operation: ['delete', 'get', 'update'] } },
	},
	{
		displayName: 'Webhook',
		name: 'webhook',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a webhook...',
				typeOptions: { searchListMethod: 'searchWebhooks', searchable: true },
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
		displayOptions: { show: { resource: ['webhook'], operation: ['delete', 'get', 'update'] } },
	},
	{
		displayName: 'Workspace',
		name: 'workspace',
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
		displayOptions: {
			show: {
				resource: ['workspace'],
				operation: ['addProject', 'delete', 'get', 'getManyProjects', 'removeProject', 'update'],
			},
		},
	},
	{
		displayName: 'Workspace',
		name: 'workspace',
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
		displayOptions: { show: { resource: ['workspaceMember'] } },
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
		displayOptions: {
			show: {
				resource: ['export', 'project', 'projectMetric', 'projectStatistic'],
				operation: [
					'checkCustomCode',
					'convertSnapshot',
					'createSnapshot',
					'delete',
					'deleteSnapshot',
					'deployCustomCode',
					'deployCustomCodeOnAws',
					'deployCustomCodeOnGoogleCloud',
					'download',
					'downloadSnapshot',
					'duplicate',
					'duplicateOnServer',
					'export',
					'get',
					'getAgreementMatrix',
					'getAnnotatorAgreement',
					'getAnnotators',
					'getCustomCode',
					'getCustomCodeOnAws',
					'getCustomCodeOnGoogleCloud',
					'getCustomLogs',
					'getCustomLogsOnAws',
					'getDataFilters',
					'getFinishedTasks',
					'getForDataManager',
					'getFormats',
					'getGroundTruthAgreement',
					'getLabelChoices',
					'getLabelDistribution',
					'getLeadTime',
					'getManyAnnotatorAgreements',
					'getManyGroundTruthAgreements',
					'getManyPredictionAgreements',
					'getManyReviewScores',
					'getManySnapshots',
					'getMemberPerformance',
					'getModelAgreement',
					'getModelAnnotatorAgreement',
					'getModelGroundTruthAgreement',
					'getPredictionAgreement',
					'getReimportStatus',
					'getReviewScore',
					'getSnapshot',
					'getSubsetTasks',
					'getSubsets',
					'getTotalAgreement',
					'recalculate',
					'update',
					'validateLabelConfig',
				],
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
		displayOptions: {
			show: {
				resource: ['prediction', 'task', 'view', 'workspace'],
				operation: [
					'deleteMany',
					'getAgreementMatrix',
					'getChanged',
					'getColumns',
					'getImportStatus',
					'getManyOfProject',
					'getRows',
					'import',
					'importJson',
					'removeProject',
					'upsert',
				],
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
		displayOptions: {
			show: {
				resource: ['assignment', 'bulkAction', 'dimension', 'pause', 'projectMember', 'reviewRoutingRule'],
				operation: [
					'add',
					'addMany',
					'create',
					'createMany',
					'delete',
					'get',
					'getForm',
					'getMany',
					'remove',
					'removeMany',
					'replace',
					'run',
					'update',
				],
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
		displayOptions: {
			show: {
				resource: ['exportStorage', 'fileUpload', 'importStorage', 'mlBackend', 'projectRole'],
				operation: ['deleteMany', 'getMany', 'getManyOfProject'],
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
		displayOptions: {
			show: { resource: ['annotation', 'annotationHistory'], operation: ['getManyByProject', 'import'] },
		},
	},
	{
		displayName: 'Task',
		name: 'task',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a task...',
				typeOptions: { searchListMethod: 'searchTasks', searchable: true },
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
				placeholder: 'e.g. https://label-studio.example.com/projects/12/data?task=345',
				validation: [
					{
						type: 'regex',
						properties: { regex: '.*[?&]task=(\\d+).*', errorMessage: 'Not the address of a task page' },
					},
				],
			},
		],
		required: true,
		displayOptions: { show: { resource: ['annotation', 'assignment'], operation: ['create', 'getMany'] } },
	},
	{
		displayName: 'Task',
		name: 'task',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a task...',
				typeOptions: { searchListMethod: 'searchTasks', searchable: true },
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
				placeholder: 'e.g. https://label-studio.example.com/projects/12/data?task=345',
				validation: [
					{
						type: 'regex',
						properties: { regex: '.*[?&]task=(\\d+).*', errorMessage: 'Not the address of a task page' },
					},
				],
			},
		],
		required: true,
		displayOptions: {
			show: {
				resource: ['assignment', 'task'],
				operation: ['createEvent', 'delete', 'get', 'getAgreement', 'getAgreementMatrix', 'update'],
			},
		},
	},
	{
		displayName: 'Task',
		name: 'task',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a task...',
				typeOptions: { searchListMethod: 'searchTasks', searchable: true },
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
				placeholder: 'e.g. https://label-studio.example.com/projects/12/data?task=345',
				validation: [
					{
						type: 'regex',
						properties: { regex: '.*[?&]task=(\\d+).*', errorMessage: 'Not the address of a task page' },
					},
				],
			},
		],
		required: true,
		displayOptions: { show: { resource: ['annotation', 'prediction'], operation: ['import'] } },
	},
	{
		displayName: 'View',
		name: 'view',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a view...',
				typeOptions: { searchListMethod: 'searchViews', searchable: true },
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
				placeholder: 'e.g. https://label-studio.example.com/projects/12/data?tab=7',
				validation: [
					{
						type: 'regex',
						properties: { regex: '(.*[?&]tab=(\\d+).*)?', errorMessage: 'Not the address of a view page' },
					},
				],
			},
		],
		description: 'Act on what this tab of the Data Manager shows. It stands in place of selection and filters.',
		displayOptions: { show: { operation: ['run'], taskSelection: ['view'] }, hide: { specifyBody: ['json'] } },
	},
	{
		displayName: 'View',
		name: 'view',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a view...',
				typeOptions: { searchListMethod: 'searchViews', searchable: true },
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
				placeholder: 'e.g. https://label-studio.example.com/projects/12/data?tab=7',
				validation: [
					{
						type: 'regex',
						properties: { regex: '(.*[?&]tab=(\\d+).*)?', errorMessage: 'Not the address of a view page' },
					},
				],
			},
		],
		description: 'Act on what this tab of the Data Manager shows. It stands in place of selection and filters.',
		displayOptions: { show: { operation: ['run'], specifyBody: ['json'] } },
	},
	{
		displayName: 'Export Snapshot',
		name: 'exportSnapshot',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select an export snapshot...',
				typeOptions: { searchListMethod: 'searchExportSnapshots', searchable: true },
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
			show: { operation: ['convertSnapshot', 'deleteSnapshot', 'downloadSnapshot', 'getSnapshot'] },
		},
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
						properties: { regex: '\\s*[1-9][0-9]*\\s*', errorMessage: 'An ID is a whole number above 0' },
					},
				],
			},
		],
		required: true,
		displayOptions: {
			show: {
				resource: ['pause', 'projectStatistic'],
				operation: [
					'create',
					'delete',
					'get',
					'getAnnotatorAgreement',
					'getGroundTruthAgreement',
					'getMany',
					'getPredictionAgreement',
					'getReviewScore',
					'update',
				],
			},
		},
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
						properties: { regex: '\\s*[1-9][0-9]*\\s*', errorMessage: 'An ID is a whole number above 0' },
					},
				],
			},
		],
		required: true,
		displayOptions: {
			show: {
				resource: ['projectMember', 'user', 'workspaceMember'],
				operation: ['delete', 'get', 'remove', 'update'],
			},
		},
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
						properties: { regex: '\\s*[1-9][0-9]*\\s*', errorMessage: 'An ID is a whole number above 0' },
					},
				],
			},
		],
		required: true,
		displayOptions: { show: { resource: ['organizationMember'], operation: ['get', 'remove'] } },
	},
	{
		displayName: 'Pause',
		name: 'pause',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a pause...',
				typeOptions: { searchListMethod: 'searchPauses', searchable: true },
			},
			{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 12' },
		],
		required: true,
		displayOptions: { show: { resource: ['pause'], operation: ['delete', 'get', 'update'] } },
	},
];
