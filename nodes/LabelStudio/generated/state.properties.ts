// Written by the generator from capability/: change it there and run `npm run generate`.

import type { INodeProperties } from 'n8n-workflow';

export const stateFields: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['state'] } },
		options: [
			{
				name: 'Cancel Backfill (Enterprise)',
				value: 'cancelBackfill',
				action: 'Cancel state backfill in enterprise',
				description: 'Stop one job, or all jobs of a project, that give older things their first state',
			},
			{
				name: 'Get Backfill Status (Enterprise)',
				value: 'getBackfillStatus',
				action: 'Get state backfill status in enterprise',
				description: 'See how far giving older things their first state has come, for a job, a project or the whole organization',
			},
			{
				name: 'Get History',
				value: 'getHistory',
				action: 'Get state history',
				description: 'List the states that a task, an annotation or a project has been in; Community keeps none unless its feature flags turn states on',
			},
			{
				name: 'Get Many Backfills (Enterprise)',
				value: 'getManyBackfills',
				action: 'Get many state backfills in enterprise',
				description: 'Read the ten newest jobs that give older things their first state, as one item with a list of jobs',
			},
			{
				name: 'Run Transition',
				value: 'runTransition',
				action: 'Run state transition',
				description: 'Move a task, an annotation or a project to another state; Community answers success and moves nothing unless its feature flags turn states on',
			},
			{
				name: 'Start Backfill (Enterprise)',
				value: 'startBackfill',
				action: 'Start state backfill in enterprise',
				description: 'Give older tasks, annotations and projects that have no state their first one',
			},
		],
		default: 'cancelBackfill',
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
		displayOptions: { show: { resource: ['state'], operation: ['cancelBackfill'] } },
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
		displayOptions: { show: { resource: ['state'], operation: ['getBackfillStatus'] } },
	},
	{
		displayName: 'Entity Name',
		name: 'entityName',
		type: 'string',
		default: '',
		placeholder: 'e.g. task',
		required: true,
		description: 'What kind of thing has the states, one of task, annotation and project',
		displayOptions: { show: { resource: ['state'], operation: ['getHistory'] } },
	},
	{
		displayName: 'Entity ID',
		name: 'entityId',
		type: 'number',
		default: 0,
		typeOptions: { numberPrecision: 0 },
		required: true,
		description: 'Which task, annotation or project',
		displayOptions: { show: { resource: ['state'], operation: ['getHistory', 'runTransition'] } },
	},
	{
		displayName: 'Entity Name',
		name: 'entityName',
		type: 'string',
		default: '',
		placeholder: 'e.g. task',
		required: true,
		description: 'What kind of thing to move, one of task, annotation and project',
		displayOptions: { show: { resource: ['state'], operation: ['runTransition'] } },
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
		description: 'Project to do this for. Left empty, it is every project of the organization.',
		displayOptions: { show: { resource: ['state'], operation: ['startBackfill'] } },
	},
];

export const stateBodyFields: INodeProperties[] = [
	{
		displayName: 'Transition Name',
		name: 'transitionName',
		type: 'string',
		default: '',
		placeholder: 'e.g. task_completed',
		required: true,
		description: 'Transition to run. It must be one that Label Studio does not start by itself.',
		displayOptions: { show: { resource: ['state'], operation: ['runTransition'], specifyBody: ['fields'] } },
	},
];

export const stateCollections: INodeProperties[] = [
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		options: [
			{
				displayName: 'Changed After',
				name: 'createdAtFrom',
				type: 'string',
				default: '',
				placeholder: 'e.g. 2026-11-01T00:00:00Z',
				description: 'Oldest change to list',
			},
			{
				displayName: 'Changed Before',
				name: 'createdAtTo',
				type: 'string',
				default: '',
				placeholder: 'e.g. 2026-11-30T23:59:59Z',
				description: 'Newest change to list',
			},
			{
				displayName: 'Ordering',
				name: 'ordering',
				type: 'string',
				default: '',
				description: 'Only the ID of a change can be sorted by, written in lower case. Left out, the newest change comes first.',
			},
			{
				displayName: 'Previous State',
				name: 'previousState',
				type: 'string',
				default: '',
				placeholder: 'e.g. CREATED',
				description: 'Only changes away from this state',
			},
			{
				displayName: 'State',
				name: 'state',
				type: 'string',
				default: '',
				placeholder: 'e.g. COMPLETED',
				description: 'Only changes to this state',
			},
			{
				displayName: 'Transition Name',
				name: 'transitionName',
				type: 'string',
				default: '',
				placeholder: 'e.g. task_completed',
				description: 'Only changes made by this transition',
			},
			{
				displayName: 'Triggered By',
				name: 'triggeredBy',
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
				description: 'Only changes that this user caused',
			},
		],
		displayOptions: { show: { resource: ['state'], operation: ['getHistory'] } },
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
		displayOptions: { show: { resource: ['state'], operation: ['cancelBackfill'] } },
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
		displayOptions: { show: { resource: ['state'], operation: ['getBackfillStatus'] } },
	},
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Transition Data',
				name: 'transitionData',
				type: 'json',
				default: '{}',
				description: 'Values that the transition asks for, in the form {"name": "value"}; those of Community ask for none',
			},
		],
		displayOptions: { show: { resource: ['state'], operation: ['runTransition'], specifyBody: ['fields'] } },
	},
];
