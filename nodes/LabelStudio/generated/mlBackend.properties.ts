// Written by the generator from capability/: change it there and run `npm run generate`.

import type { INodeProperties } from 'n8n-workflow';

export const mlBackendFields: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['mlBackend'] } },
		options: [
			{
				name: 'Create',
				value: 'create',
				action: 'Create ML backend',
				description: 'Connect a project to a model, which has to be running. Label Studio also adds a webhook that reports all events of the project to it.',
			},
			{
				name: 'Delete',
				value: 'delete',
				action: 'Delete ML backend',
				description: 'Disconnect a project from a model. The webhook that came with the connection stays.',
			},
			{
				name: 'Get',
				value: 'get',
				action: 'Get ML backend',
				description: 'Read one connection and whether the model is there',
			},
			{
				name: 'Get Many',
				value: 'getMany',
				action: 'Get many ML backends',
				description: 'List the models that a project is connected to; each of them is asked whether it is there',
			},
			{
				name: 'Get Model Versions',
				value: 'getModelVersions',
				action: 'Get model versions of ML backend',
				description: 'Ask a model which versions of it there are',
			},
			{
				name: 'Get Suggestion',
				value: 'getSuggestion',
				action: 'Get suggestion from ML backend',
				description: 'Ask an interactive model about one task and store nothing. What goes wrong stands as errors in the output.',
			},
			{
				name: 'Predict Tasks (Enterprise)',
				value: 'predictTasks',
				action: 'Predict tasks with ML backend in enterprise',
				description: 'Have a model predict all tasks of its project',
			},
			{
				name: 'Test',
				value: 'test',
				action: 'Test ML backend',
				description: 'Send a task to a model and read what was asked and answered; nothing is stored',
			},
			{
				name: 'Train',
				value: 'train',
				action: 'Train ML backend',
				description: 'Tell a model to learn from the annotations of its project. Whether it began to, the state in Get says.',
			},
			{
				name: 'Update',
				value: 'update',
				action: 'Update ML backend',
				description: 'Change some settings of a connection and leave the others. The model has to be running; if it asks for a password, add Authentication, User Name and Password each time.',
			},
		],
		default: 'getMany',
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
		displayOptions: { show: { resource: ['mlBackend'], operation: ['getSuggestion'] } },
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
			show: {
				resource: ['mlBackend'],
				operation: ['delete', 'get', 'getModelVersions', 'predictTasks', 'test', 'train', 'update'],
				'/mlBackendId.mode': ['list'],
			},
		},
	},
	{
		displayName: 'ML Backend',
		name: 'mlBackendId',
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
		description: 'Whose models to list',
		displayOptions: { show: { resource: ['mlBackend'], operation: ['getMany'] } },
	},
	{
		displayName: 'Task',
		name: 'random',
		type: 'options',
		options: [{ name: 'Any of the Project', value: 'true' }],
		default: 'true',
		required: true,
		displayOptions: { show: { resource: ['mlBackend'], operation: ['test'] } },
	},
];

export const mlBackendBodyFields: INodeProperties[] = [
	{
		displayName: 'URL',
		name: 'url',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://model.example.com:9090',
		required: true,
		description: 'Where the model answers. A private address needs ML_BLOCK_LOCAL_IP=false on the Label Studio server.',
		displayOptions: { show: { resource: ['mlBackend'], operation: ['create'], specifyBody: ['fields'] } },
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
		description: 'Project to connect',
		displayOptions: { show: { resource: ['mlBackend'], operation: ['create'], specifyBody: ['fields'] } },
	},
	{
		displayName: 'Title',
		name: 'title',
		type: 'string',
		default: '',
		placeholder: 'e.g. Street sign detector',
		description: 'What to recognise the model by. Where the project shows predictions of no model yet, it shows those of this one.',
		displayOptions: { show: { resource: ['mlBackend'], operation: ['create'], specifyBody: ['fields'] } },
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
		description: 'Task to ask about',
		displayOptions: { show: { resource: ['mlBackend'], operation: ['getSuggestion'], specifyBody: ['fields'] } },
	},
];

export const mlBackendCollections: INodeProperties[] = [
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Authentication',
				name: 'authMethod',
				type: 'options',
				options: [{ name: 'None', value: 'NONE' }, { name: 'User Name and Password', value: 'BASIC_AUTH' }],
				default: 'NONE',
				description: 'How Label Studio proves to the model who is asking; user name and password have to be added too',
			},
			{
				displayName: 'Description',
				name: 'description',
				type: 'string',
				default: '',
				description: 'What the model does',
			},
			{
				displayName: 'Extra Parameters',
				name: 'extraParams',
				type: 'json',
				default: '{}',
				description: 'Settings that the model is given when Label Studio connects to it, for example {"threshold": 0.5}',
			},
			{
				displayName: 'Interactive',
				name: 'isInteractive',
				type: 'boolean',
				default: false,
				description: 'Whether the model also makes suggestions while an annotator draws',
			},
			{
				displayName: 'Password',
				name: 'basicAuthPass',
				type: 'string',
				default: '',
				typeOptions: { password: true },
			},
			{
				displayName: 'Timeout',
				name: 'timeout',
				type: 'number',
				default: 100,
				typeOptions: { numberPrecision: 0 },
				description: 'How many seconds Label Studio waits for an answer of the model',
			},
			{ displayName: 'User Name', name: 'basicAuthUser', type: 'string', default: '' },
		],
		displayOptions: { show: { resource: ['mlBackend'], operation: ['create'], specifyBody: ['fields'] } },
	},
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Context',
				name: 'context',
				type: 'json',
				default: '{}',
				description: 'What the annotator has marked so far, for example {"result": [], "event_id": "click"}; the model defines its form',
			},
		],
		displayOptions: { show: { resource: ['mlBackend'], operation: ['getSuggestion'], specifyBody: ['fields'] } },
	},
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Batch Size',
				name: 'batchSize',
				type: 'number',
				default: 0,
				typeOptions: { numberPrecision: 0 },
				description: 'How many tasks without predictions the model is given',
			},
		],
		displayOptions: { show: { resource: ['mlBackend'], operation: ['predictTasks'] } },
	},
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Use Ground Truth',
				name: 'useGroundTruth',
				type: 'boolean',
				default: false,
				description: 'Whether the model may learn from ground truths as well; Community 1.23.2 ignores it',
			},
		],
		displayOptions: { show: { resource: ['mlBackend'], operation: ['train'], specifyBody: ['fields'] } },
	},
	{
		displayName: 'Update Fields',
		name: 'updateFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Authentication',
				name: 'authMethod',
				type: 'options',
				options: [{ name: 'None', value: 'NONE' }, { name: 'User Name and Password', value: 'BASIC_AUTH' }],
				default: 'NONE',
				description: 'How Label Studio proves to the model who is asking; user name and password have to be added too',
			},
			{
				displayName: 'Description',
				name: 'description',
				type: 'string',
				default: '',
				description: 'What the model does',
			},
			{
				displayName: 'Extra Parameters',
				name: 'extraParams',
				type: 'json',
				default: '{}',
				description: 'Settings that the model is given when Label Studio connects to it, for example {"threshold": 0.5}',
			},
			{
				displayName: 'Interactive',
				name: 'isInteractive',
				type: 'boolean',
				default: false,
				description: 'Whether the model also makes suggestions while an annotator draws',
			},
			{
				displayName: 'Password',
				name: 'basicAuthPass',
				type: 'string',
				default: '',
				typeOptions: { password: true },
				description: 'Left empty, the password stays as it is',
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
				description: 'Another project to connect the model to',
			},
			{
				displayName: 'Timeout',
				name: 'timeout',
				type: 'number',
				default: 100,
				typeOptions: { numberPrecision: 0 },
				description: 'How many seconds Label Studio waits for an answer of the model',
			},
			{
				displayName: 'Title',
				name: 'title',
				type: 'string',
				default: '',
				description: 'What to recognise the model by',
			},
			{
				displayName: 'URL',
				name: 'url',
				type: 'string',
				default: '',
				description: 'Another address of the model. A private one needs ML_BLOCK_LOCAL_IP=false on the Label Studio server.',
			},
			{ displayName: 'User Name', name: 'basicAuthUser', type: 'string', default: '' },
		],
		displayOptions: { show: { resource: ['mlBackend'], operation: ['update'], specifyBody: ['fields'] } },
	},
];
