// Written by the generator from capability/: change it there and run `npm run generate`.

import type { INodeProperties } from 'n8n-workflow';

export const exportFields: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['export'] } },
		options: [
			{
				name: 'Convert Snapshot',
				value: 'convertSnapshot',
				action: 'Convert export snapshot',
				description: 'Start turning a snapshot into another format; Get Snapshot tells when it is done',
			},
			{
				name: 'Create Snapshot',
				value: 'createSnapshot',
				action: 'Create export snapshot',
				description: 'Freeze the present state of a project, to be converted and downloaded later',
			},
			{
				name: 'Delete Snapshot',
				value: 'deleteSnapshot',
				action: 'Delete export snapshot',
				description: 'Remove a snapshot; tasks and annotations stay',
			},
			{
				name: 'Download',
				value: 'download',
				action: 'Download export',
				description: 'Export a project to a file in one request; Enterprise and very large projects need a snapshot instead',
			},
			{
				name: 'Download Snapshot',
				value: 'downloadSnapshot',
				action: 'Download export snapshot',
				description: 'Fetch the file of a finished snapshot',
			},
			{
				name: 'Get Formats',
				value: 'getFormats',
				action: 'Get export formats',
				description: 'List the export formats and which of them suit the labeling config of a project',
			},
			{
				name: 'Get Many Snapshots',
				value: 'getManySnapshots',
				action: 'Get many export snapshots',
				description: 'List the snapshots of a project, newest first and at most 100',
			},
			{
				name: 'Get Snapshot',
				value: 'getSnapshot',
				action: 'Get export snapshot',
				description: 'See whether a snapshot is ready and into which formats it was converted',
			},
		],
		default: 'convertSnapshot',
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
		description: 'Project that the snapshot belongs to',
		displayOptions: {
			show: {
				resource: ['export'],
				operation: ['convertSnapshot', 'deleteSnapshot', 'downloadSnapshot', 'getSnapshot'],
			},
		},
	},
	{
		displayName: 'Export Snapshot',
		name: 'exportSnapshotId',
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
			show: {
				resource: ['export'],
				operation: ['convertSnapshot', 'deleteSnapshot', 'downloadSnapshot', 'getSnapshot'],
			},
		},
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
		description: 'Project to export',
		displayOptions: { show: { resource: ['export'], operation: ['createSnapshot', 'download'] } },
	},
	{
		displayName: 'Format Name or ID',
		name: 'format',
		type: 'options',
		typeOptions: {
			loadOptionsMethod: 'getExportFormats',
			loadOptionsDependsOn: ['projectId.value', 'project.value'],
		},
		default: '',
		description: 'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
		displayOptions: { show: { resource: ['export'], operation: ['download', 'downloadSnapshot'] } },
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
		description: 'Project to look at',
		displayOptions: { show: { resource: ['export'], operation: ['getFormats'] } },
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
		description: 'Project whose snapshots to list',
		displayOptions: { show: { resource: ['export'], operation: ['getManySnapshots'] } },
	},
];

export const exportBodyFields: INodeProperties[] = [
	{
		displayName: 'Format Name or ID',
		name: 'format',
		type: 'options',
		typeOptions: {
			loadOptionsMethod: 'getExportFormats',
			loadOptionsDependsOn: ['projectId.value', 'project.value'],
		},
		default: '',
		description: 'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
		required: true,
		displayOptions: { show: { resource: ['export'], operation: ['convertSnapshot'], specifyBody: ['fields'] } },
	},
	{
		displayName: 'Title',
		name: 'title',
		type: 'string',
		default: '',
		placeholder: 'e.g. Nightly export',
		description: "What to recognise the snapshot by. Left empty, it is made of the project's title and the time.",
		displayOptions: { show: { resource: ['export'], operation: ['createSnapshot'], specifyBody: ['fields'] } },
	},
];

export const exportCollections: INodeProperties[] = [
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
				description: 'Field to sort by; Community keeps the newest first whatever stands here',
			},
		],
		displayOptions: { show: { resource: ['export'], operation: ['getManySnapshots'] } },
	},
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Include Media Files',
				name: 'downloadResources',
				type: 'boolean',
				default: false,
				description: 'Whether images, audio and other files of the tasks are put into the converted file; COCO and YOLO formats decide this by their name, as in YOLO_WITH_IMAGES',
			},
		],
		displayOptions: { show: { resource: ['export'], operation: ['convertSnapshot'], specifyBody: ['fields'] } },
	},
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Annotation Filter',
				name: 'annotationFilterOptions',
				type: 'collection',
				placeholder: 'Add Field',
				default: {},
				options: [
					{
						displayName: 'Ground Truth',
						name: 'groundTruth',
						type: 'boolean',
						default: false,
						description: 'Whether to take ground truths',
					},
					{
						displayName: 'Reviewed',
						name: 'reviewed',
						type: 'options',
						options: [{ name: 'Leave These Out', value: 'exclude' }, { name: 'Only These', value: 'only' }],
						default: 'exclude',
						description: 'Annotations that were reviewed (Enterprise)',
					},
					{
						displayName: 'Skipped',
						name: 'skipped',
						type: 'boolean',
						default: false,
						description: 'Whether to take skipped annotations',
					},
					{
						displayName: 'Usual',
						name: 'usual',
						type: 'boolean',
						default: true,
						description: 'Whether to take annotations that are neither skipped nor ground truth',
					},
				],
				description: 'Which kinds of annotations to take',
			},
			{
				displayName: 'Content Options',
				name: 'serializationOptions',
				type: 'collection',
				placeholder: 'Add Field',
				default: {},
				options: [
					{
						displayName: 'Annotators by ID Only',
						name: 'annotatorsById',
						type: 'boolean',
						default: false,
						description: 'Whether annotators are given by their ID alone',
					},
					{
						displayName: 'Drafts by ID Only',
						name: 'draftsById',
						type: 'boolean',
						default: false,
						description: 'Whether drafts are given by their ID alone',
					},
					{
						displayName: 'Include Annotation History',
						name: 'includeAnnotationHistory',
						type: 'boolean',
						default: false,
						description: 'Whether the history of each annotation comes along (Enterprise)',
					},
					{
						displayName: 'Interpolate Key Frames',
						name: 'interpolateKeyFrames',
						type: 'boolean',
						default: false,
						description: 'Whether every frame of a video track is written, not just the key frames',
					},
					{
						displayName: 'Predictions by ID Only',
						name: 'predictionsById',
						type: 'boolean',
						default: false,
						description: 'Whether predictions are given by their ID alone',
					},
				],
				description: 'What is written out in full instead of as an ID',
			},
			{
				displayName: 'Converted Formats',
				name: 'convertedFormats',
				type: 'json',
				default: '[]',
				description: 'Conversions of the snapshot; use Convert Snapshot instead, because Community answers this field with an error',
			},
			{
				displayName: 'Counters',
				name: 'counters',
				type: 'json',
				default: '{}',
				description: 'Number of exported tasks; Label Studio counts them itself',
			},
			{
				displayName: 'Created By',
				name: 'createdBy',
				type: 'json',
				default: '{}',
				description: 'Who made the snapshot; Community always takes the owner of the token',
			},
			{
				displayName: 'Finished At',
				name: 'finishedAt',
				type: 'dateTime',
				default: '',
				description: 'When the snapshot was ready; Label Studio fills it in',
			},
			{
				displayName: 'MD5',
				name: 'md5',
				type: 'string',
				default: '',
				description: 'Checksum of the file; Label Studio fills it in',
			},
			{
				displayName: 'Status',
				name: 'status',
				type: 'options',
				options: [
					{ name: 'Completed', value: 'completed' },
					{ name: 'Created', value: 'created' },
					{ name: 'Failed', value: 'failed' },
					{ name: 'In Progress', value: 'in_progress' },
				],
				default: 'completed',
				description: 'State of the work, kept by Label Studio; In Progress would keep it from starting',
			},
			{
				displayName: 'Task Filter',
				name: 'taskFilterOptions',
				type: 'collection',
				placeholder: 'Add Field',
				default: {},
				options: [
					{
						displayName: 'Annotated',
						name: 'annotated',
						type: 'options',
						options: [{ name: 'Leave These Out', value: 'exclude' }, { name: 'Only These', value: 'only' }],
						default: 'exclude',
						description: 'Tasks that have an annotation',
					},
					{
						displayName: 'Finished',
						name: 'finished',
						type: 'options',
						options: [{ name: 'Leave These Out', value: 'exclude' }, { name: 'Only These', value: 'only' }],
						default: 'exclude',
						description: 'Tasks that are done',
					},
					{
						displayName: 'Only with Annotations',
						name: 'onlyWithAnnotations',
						type: 'boolean',
						default: false,
						description: 'Whether to leave out tasks without any annotation',
					},
					{
						displayName: 'Reviewed',
						name: 'reviewed',
						type: 'options',
						options: [{ name: 'Leave These Out', value: 'exclude' }, { name: 'Only These', value: 'only' }],
						default: 'exclude',
						description: 'Tasks that were reviewed (Enterprise)',
					},
					{
						displayName: 'Skipped',
						name: 'skipped',
						type: 'options',
						options: [{ name: 'Leave These Out', value: 'exclude' }, { name: 'Only These', value: 'only' }],
						default: 'exclude',
						description: 'Tasks that somebody skipped',
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
								placeholder: 'e.g. https://label-studio.example.com/projects/12/data?tab=7',
								validation: [
									{
										type: 'regex',
										properties: {
											regex: '(.*[?&]tab=(\\d+).*)?',
											errorMessage: 'Not the address of a view page',
										},
									},
								],
							},
						],
						description: 'Take what this tab of the Data Manager shows',
					},
				],
				description: 'Which tasks to take',
			},
		],
		displayOptions: { show: { resource: ['export'], operation: ['createSnapshot'], specifyBody: ['fields'] } },
	},
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Include Media Files',
				name: 'downloadResources',
				type: 'boolean',
				default: false,
				description: 'Whether images, audio and other files of the tasks are put into the export, which is then a zip; COCO and YOLO formats decide this by their name, as in YOLO_WITH_IMAGES',
			},
			{
				displayName: 'Include Tasks Without Annotations',
				name: 'downloadAllTasks',
				type: 'boolean',
				default: false,
				description: 'Whether tasks that nobody has annotated are in the file too',
			},
			{
				displayName: 'Task IDs',
				name: 'taskIds',
				type: 'string',
				default: '',
				placeholder: 'e.g. 12, 13, 14',
				description: 'Export nothing but these, separated by commas',
			},
		],
		displayOptions: { show: { resource: ['export'], operation: ['download'] } },
	},
];
