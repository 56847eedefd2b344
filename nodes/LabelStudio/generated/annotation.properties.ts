// Written by the generator from capability/: change it there and run `npm run generate`.

import type { INodeProperties } from 'n8n-workflow';

export const annotationProperties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['annotation'] } },
		options: [
			{
				name: 'Convert to Draft',
				value: 'convertToDraft',
				action: 'Convert annotation to draft',
				description: 'Take a submitted annotation back, so that its author can go on with it as a draft',
			},
			{
				name: 'Create',
				value: 'create',
				action: 'Create annotation',
				description: 'Add an annotation to a task, as if a person had submitted it',
			},
			{
				name: 'Create Many (Enterprise)',
				value: 'createMany',
				action: 'Create many annotations',
				description: 'Give many tasks the same annotation',
			},
			{
				name: 'Delete',
				value: 'delete',
				action: 'Delete annotation',
				description: 'Remove one annotation for good',
			},
			{
				name: 'Delete Many (Enterprise)',
				value: 'deleteMany',
				action: 'Delete many annotations',
				description: 'Remove several annotations of a project for good',
			},
			{
				name: 'Get',
				value: 'get',
				action: 'Get annotation',
				description: 'Read one annotation with its full result',
			},
			{
				name: 'Get Many',
				value: 'getMany',
				action: 'Get many annotations',
				description: 'List the annotations of one task',
			},
			{
				name: 'Update',
				value: 'update',
				action: 'Update annotation',
				description: 'Change some fields of an annotation and leave the others',
			},
		],
		default: 'getMany',
	},
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
			show: { resource: ['annotation'], operation: ['create', 'getMany'], '/taskId.mode': ['list'] },
		},
	},
	{
		displayName: 'Task',
		name: 'taskId',
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
		description: 'Task to annotate',
		displayOptions: { show: { resource: ['annotation'], operation: ['create'] } },
	},
	{
		displayName: 'Task',
		name: 'taskId',
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
		description: 'Task whose annotations to list',
		displayOptions: { show: { resource: ['annotation'], operation: ['getMany'] } },
	},
	{
		displayName: 'Specify Body',
		name: 'specifyBody',
		type: 'options',
		noDataExpression: true,
		options: [{ name: 'Using Fields Below', value: 'fields' }, { name: 'Using JSON', value: 'json' }],
		default: 'fields',
		displayOptions: {
			show: { resource: ['annotation'], operation: ['create', 'createMany', 'deleteMany', 'update'] },
		},
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
				resource: ['annotation'],
				operation: ['create', 'createMany', 'deleteMany', 'update'],
				specifyBody: ['json'],
			},
		},
	},
	{
		displayName: 'Result',
		name: 'result',
		type: 'json',
		default: '',
		description: 'The labeled regions, as Label Studio exports them',
		displayOptions: {
			show: { resource: ['annotation'], operation: ['create', 'createMany'], specifyBody: ['fields'] },
		},
	},
	{
		displayName: 'Task IDs',
		name: 'tasks',
		type: 'string',
		default: '',
		placeholder: 'e.g. 12, 13, 14',
		description: 'IDs of the tasks to annotate, separated by commas',
		displayOptions: { show: { resource: ['annotation'], operation: ['createMany'], specifyBody: ['fields'] } },
	},
	{
		displayName: 'Annotation IDs',
		name: 'ids',
		type: 'string',
		default: '',
		placeholder: 'e.g. 12, 13, 14',
		required: true,
		description: 'IDs of the annotations to remove, separated by commas',
		displayOptions: { show: { resource: ['annotation'], operation: ['deleteMany'], specifyBody: ['fields'] } },
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
		description: 'Project that they belong to',
		displayOptions: { show: { resource: ['annotation'], operation: ['deleteMany'], specifyBody: ['fields'] } },
	},
	{
		displayName: 'Confirm',
		name: 'confirm',
		type: 'boolean',
		default: false,
		description: 'Whether to really do this: it can remove more than one thing, and nothing brings them back',
		displayOptions: { show: { resource: ['annotation'], operation: ['deleteMany'] } },
	},
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
		displayOptions: { show: { resource: ['annotation'], operation: ['getMany'] } },
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		description: 'Max number of results to return',
		displayOptions: { show: { resource: ['annotation'], operation: ['getMany'], returnAll: [false] } },
	},
	{
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
		displayOptions: {
			show: { resource: ['annotation'], operation: ['create', 'createMany', 'get', 'getMany', 'update'] },
		},
	},
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
		displayOptions: { show: { resource: ['annotation'], operation: ['getMany'] } },
	},
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Completed By',
				name: 'completedBy',
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
				description: 'Who gets the credit for the annotation',
			},
			{
				displayName: 'Ground Truth',
				name: 'groundTruth',
				type: 'boolean',
				default: false,
				description: 'Whether other annotations of the task are compared with this one',
			},
			{
				displayName: 'Lead Time',
				name: 'leadTime',
				type: 'number',
				default: 0,
				description: 'Seconds that the annotator spent',
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
				description: 'Project of the task; Label Studio fills it in',
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
								properties: { regex: '(\\s*[1-9][0-9]*\\s*)?', errorMessage: 'An ID is a whole number above 0' },
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
								properties: { regex: '(.*[?&]task=(\\d+).*)?', errorMessage: 'Not the address of a task page' },
							},
						],
					},
				],
				description: 'Same task again; only needed by servers that do not take it from the address',
			},
			{
				displayName: 'Updated By',
				name: 'updatedBy',
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
				description: 'Who made the last change',
			},
			{
				displayName: 'Was Cancelled',
				name: 'wasCancelled',
				type: 'boolean',
				default: false,
				description: 'Whether the annotator skipped the task',
			},
		],
		displayOptions: { show: { resource: ['annotation'], operation: ['create'], specifyBody: ['fields'] } },
	},
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Bulk Created',
				name: 'bulkCreated',
				type: 'boolean',
				default: false,
				description: 'Whether the annotations are marked as made in bulk',
			},
			{
				displayName: 'Completed By',
				name: 'completedBy',
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
				description: 'Who gets the credit for the annotation',
			},
			{
				displayName: 'Draft Created At',
				name: 'draftCreatedAt',
				type: 'dateTime',
				default: '',
				description: 'When the draft behind the annotation was begun',
			},
			{
				displayName: 'Ground Truth',
				name: 'groundTruth',
				type: 'boolean',
				default: false,
				description: 'Whether other annotations of the task are compared with this one',
			},
			{
				displayName: 'Import ID',
				name: 'importId',
				type: 'number',
				default: 0,
				typeOptions: { numberPrecision: 0 },
				description: 'ID that the annotation had where it was imported from',
			},
			{
				displayName: 'Last Action',
				name: 'lastAction',
				type: 'options',
				options: [
					{ name: 'Accepted', value: 'accepted' },
					{ name: 'Deleted Review', value: 'deleted_review' },
					{ name: 'Fixed and Accepted', value: 'fixed_and_accepted' },
					{ name: 'Imported', value: 'imported' },
					{ name: 'Prediction', value: 'prediction' },
					{ name: 'Propagated Annotation', value: 'propagated_annotation' },
					{ name: 'Rejected', value: 'rejected' },
					{ name: 'Skipped', value: 'skipped' },
					{ name: 'Submitted', value: 'submitted' },
					{ name: 'Updated', value: 'updated' },
				],
				default: 'accepted',
				description: 'What is recorded as the last thing done to the annotation',
			},
			{
				displayName: 'Last Created By',
				name: 'lastCreatedBy',
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
				description: 'Who made the newest draft',
			},
			{
				displayName: 'Lead Time',
				name: 'leadTime',
				type: 'number',
				default: 0,
				description: 'Seconds that the annotator spent',
			},
			{
				displayName: 'Parent Annotation ID',
				name: 'parentAnnotation',
				type: 'number',
				default: 0,
				typeOptions: { numberPrecision: 0 },
				description: 'ID of the annotation that this one was copied from',
			},
			{
				displayName: 'Parent Prediction ID',
				name: 'parentPrediction',
				type: 'number',
				default: 0,
				typeOptions: { numberPrecision: 0 },
				description: 'ID of the prediction that this annotation was made from',
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
				description: 'Project of the task; Label Studio fills it in',
			},
			{
				displayName: 'Selected Items',
				name: 'selectedItems',
				type: 'json',
				default: '{}',
				description: 'Tasks chosen in the Data Manager instead of by ID, for example {"all": false, "included": [12, 13]}',
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
								properties: { regex: '(\\s*[1-9][0-9]*\\s*)?', errorMessage: 'An ID is a whole number above 0' },
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
								properties: { regex: '(.*[?&]task=(\\d+).*)?', errorMessage: 'Not the address of a task page' },
							},
						],
					},
				],
				description: 'A single task, instead of the list',
			},
			{
				displayName: 'Unique ID',
				name: 'uniqueId',
				type: 'string',
				default: '',
				description: 'UUID of your own, to recognise the annotation by',
			},
			{
				displayName: 'Updated By',
				name: 'updatedBy',
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
				description: 'Who made the last change',
			},
			{
				displayName: 'Was Cancelled',
				name: 'wasCancelled',
				type: 'boolean',
				default: false,
				description: 'Whether the annotator skipped the task',
			},
		],
		displayOptions: { show: { resource: ['annotation'], operation: ['createMany'], specifyBody: ['fields'] } },
	},
	{
		displayName: 'Update Fields',
		name: 'updateFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Completed By',
				name: 'completedBy',
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
				description: 'Who gets the credit for the annotation',
			},
			{
				displayName: 'Ground Truth',
				name: 'groundTruth',
				type: 'boolean',
				default: false,
				description: 'Whether other annotations of the task are compared with this one',
			},
			{
				displayName: 'Lead Time',
				name: 'leadTime',
				type: 'number',
				default: 0,
				description: 'Seconds that the annotator spent',
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
				description: 'Project of the task; Label Studio fills it in',
			},
			{
				displayName: 'Result',
				name: 'result',
				type: 'json',
				default: '[]',
				description: 'The labeled regions, as Label Studio exports them',
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
								properties: { regex: '(\\s*[1-9][0-9]*\\s*)?', errorMessage: 'An ID is a whole number above 0' },
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
								properties: { regex: '(.*[?&]task=(\\d+).*)?', errorMessage: 'Not the address of a task page' },
							},
						],
					},
				],
				description: 'Task that the annotation belongs to',
			},
			{
				displayName: 'Updated By',
				name: 'updatedBy',
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
				description: 'Who made the last change',
			},
			{
				displayName: 'Was Cancelled',
				name: 'wasCancelled',
				type: 'boolean',
				default: false,
				description: 'Whether the annotator skipped the task',
			},
		],
		displayOptions: { show: { resource: ['annotation'], operation: ['update'], specifyBody: ['fields'] } },
	},
];
