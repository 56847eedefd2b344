// Written by the generator from capability/: change it there and run `npm run generate`.

import type { INodeProperties } from 'n8n-workflow';

export const dimensionFields: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['dimension'] } },
		options: [
			{
				name: 'Cancel Backfill (Enterprise)',
				value: 'cancelBackfill',
				action: 'Cancel dimension backfill in enterprise',
				description: 'Stop one job, or all jobs of a project, that compute agreement for older tasks',
			},
			{
				name: 'Get (Enterprise)',
				value: 'get',
				action: 'Get dimension in enterprise',
				description: 'Read one aspect with its metric and how its values are taken from annotations',
			},
			{
				name: 'Get Backfill Status (Enterprise)',
				value: 'getBackfillStatus',
				action: 'Get dimension backfill status in enterprise',
				description: 'See how far computing agreement for older tasks has come, for a job, a project or the whole organization',
			},
			{
				name: 'Get Many (Enterprise)',
				value: 'getMany',
				action: 'Get many dimensions in enterprise',
				description: 'List the aspects that agreement is measured on in a project',
			},
			{
				name: 'Get Many Backfills (Enterprise)',
				value: 'getManyBackfills',
				action: 'Get many dimension backfills in enterprise',
				description: 'List the jobs that compute agreement for older tasks, newest first',
			},
			{
				name: 'Start Backfill (Enterprise)',
				value: 'startBackfill',
				action: 'Start dimension backfill in enterprise',
				description: 'Compute agreement for older tasks that have none yet, in one project, in the next few or in all. Set a single one of the fields.',
			},
		],
		default: 'getMany',
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
						properties: { regex: '(.*/projects/(\\d+).*)?', errorMessage: 'Not the address of a project page' },
					},
				],
			},
		],
		description: 'Project whose jobs to stop',
		displayOptions: { show: { resource: ['dimension'], operation: ['cancelBackfill'] } },
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
		description: 'Project that the dimension belongs to',
		displayOptions: { show: { resource: ['dimension'], operation: ['get'] } },
	},
	{
		displayName: 'Dimension ID',
		name: 'dimensionId',
		type: 'number',
		default: 0,
		typeOptions: { numberPrecision: 0 },
		required: true,
		description: 'As Get Many lists it',
		displayOptions: { show: { resource: ['dimension'], operation: ['get'] } },
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
						properties: { regex: '(.*/projects/(\\d+).*)?', errorMessage: 'Not the address of a project page' },
					},
				],
			},
		],
		description: 'Project to ask about, by its latest job. With neither project nor job, it is the whole organization.',
		displayOptions: { show: { resource: ['dimension'], operation: ['getBackfillStatus'] } },
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
		description: 'Project whose dimensions to list',
		displayOptions: { show: { resource: ['dimension'], operation: ['getMany'] } },
	},
];

export const dimensionBodyFields: INodeProperties[] = [
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
						properties: { regex: '(.*/projects/(\\d+).*)?', errorMessage: 'Not the address of a project page' },
					},
				],
			},
		],
		description: 'The one project to do this for',
		displayOptions: { show: { resource: ['dimension'], operation: ['startBackfill'], specifyBody: ['fields'] } },
	},
];

export const dimensionCollections: INodeProperties[] = [
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		options: [
			{
				displayName: 'Active',
				name: 'isActive',
				type: 'boolean',
				default: false,
				description: 'Whether to list those that count towards agreement, or those that do not',
			},
			{
				displayName: 'Agreement Methodology',
				name: 'agreementMethodology',
				type: 'string',
				default: '',
				placeholder: 'e.g. consensus',
				description: 'How the metrics on offer compare annotations, pairwise or by consensus. Left out, it is as the project is set up.',
			},
			{
				displayName: 'Ordering',
				name: 'ordering',
				type: 'string',
				default: '',
				placeholder: 'e.g. order',
				description: 'Field to sort by; a minus in front sorts downwards',
			},
		],
		displayOptions: { show: { resource: ['dimension'], operation: ['getMany'] } },
	},
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		options: [
			{
				displayName: 'Status',
				name: 'status',
				type: 'string',
				default: '',
				placeholder: 'e.g. RUNNING',
				description: 'How far the jobs are; PENDING and QUEUED ones wait, then comes RUNNING, and the end is FAILED or COMPLETED',
			},
		],
		displayOptions: { show: { resource: ['dimension'], operation: ['getManyBackfills'] } },
	},
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Job ID',
				name: 'jobId',
				type: 'number',
				default: 0,
				typeOptions: { numberPrecision: 0 },
				description: 'The one job to stop, as Start Backfill names it',
			},
		],
		displayOptions: { show: { resource: ['dimension'], operation: ['cancelBackfill'] } },
	},
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Job ID',
				name: 'jobId',
				type: 'number',
				default: 0,
				typeOptions: { numberPrecision: 0 },
				description: 'The one job to ask about, as Start Backfill names it',
			},
		],
		displayOptions: { show: { resource: ['dimension'], operation: ['getBackfillStatus'] } },
	},
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'All Projects',
				name: 'allProjects',
				type: 'boolean',
				default: false,
				description: 'Whether to do this for every unfinished project of the organization; jobs that are running are cancelled and begin again',
			},
			{
				displayName: 'Number of Projects',
				name: 'numProjects',
				type: 'number',
				default: 0,
				typeOptions: { numberPrecision: 0 },
				description: 'How many projects to do next, lowest ID first. Run it again as long as the output has projects_remaining above 0.',
			},
		],
		displayOptions: { show: { resource: ['dimension'], operation: ['startBackfill'], specifyBody: ['fields'] } },
	},
];
