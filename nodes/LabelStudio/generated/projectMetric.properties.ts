// Written by the generator from capability/: change it there and run `npm run generate`.

import type { INodeProperties } from 'n8n-workflow';

export const projectMetricFields: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['projectMetric'] } },
		options: [
			{
				name: 'Check Custom Code (Enterprise)',
				value: 'checkCustomCode',
				action: 'Check code of custom metric in enterprise',
				description: "Try out the code of a project's own metric without putting it into service",
			},
			{
				name: 'Deploy Custom Code (Enterprise)',
				value: 'deployCustomCode',
				action: 'Deploy code of custom metric in enterprise',
				description: "Put the code of a project's own metric into service, wherever the server runs such code",
			},
			{
				name: 'Deploy Custom Code on AWS (Enterprise)',
				value: 'deployCustomCodeOnAws',
				action: 'Deploy code of custom metric on AWS in enterprise',
				description: "Put the code of a project's own metric into service on AWS Lambda",
			},
			{
				name: 'Deploy Custom Code on Google Cloud (Enterprise)',
				value: 'deployCustomCodeOnGoogleCloud',
				action: 'Deploy code of custom metric on GCP in enterprise',
				description: "Put the code of a project's own metric into service on Google Cloud Functions",
			},
			{
				name: 'Get (Enterprise)',
				value: 'get',
				action: 'Get project metric in enterprise',
				description: 'Read which metric a project measures agreement with, and its settings',
			},
			{
				name: 'Get Custom Code (Enterprise)',
				value: 'getCustomCode',
				action: 'Get code of custom metric in enterprise',
				description: "Read the Python code of a project's own metric and whether it is in service, wherever the server runs it",
			},
			{
				name: 'Get Custom Code on AWS (Enterprise)',
				value: 'getCustomCodeOnAws',
				action: 'Get code of custom metric on AWS in enterprise',
				description: "Read the Python code of a project's own metric and whether it is in service, where AWS Lambda runs it",
			},
			{
				name: 'Get Custom Code on Google Cloud (Enterprise)',
				value: 'getCustomCodeOnGoogleCloud',
				action: 'Get code of custom metric on GCP in enterprise',
				description: "Read the Python code of a project's own metric and whether it is in service, where Google Cloud Functions run it",
			},
			{
				name: 'Get Custom Logs (Enterprise)',
				value: 'getCustomLogs',
				action: 'Get logs of custom metric in enterprise',
				description: "Read what the code of a project's own metric has logged",
			},
			{
				name: 'Get Custom Logs on AWS (Enterprise)',
				value: 'getCustomLogsOnAws',
				action: 'Get logs of custom metric on AWS in enterprise',
				description: "Read what the code of a project's own metric has logged, where AWS Lambda runs it",
			},
			{
				name: 'Update (Enterprise)',
				value: 'update',
				action: 'Update project metric in enterprise',
				description: 'Choose the metric that a project measures agreement with, and its settings',
			},
		],
		default: 'checkCustomCode',
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
		description: 'Project whose metric is meant',
		displayOptions: {
			show: {
				resource: ['projectMetric'],
				operation: [
					'checkCustomCode',
					'deployCustomCode',
					'deployCustomCodeOnAws',
					'deployCustomCodeOnGoogleCloud',
					'get',
					'getCustomCode',
					'getCustomCodeOnAws',
					'getCustomCodeOnGoogleCloud',
					'getCustomLogs',
					'getCustomLogsOnAws',
					'update',
				],
			},
		},
	},
];

export const projectMetricBodyFields: INodeProperties[] = [
	{
		displayName: 'Code',
		name: 'code',
		type: 'string',
		default: '',
		typeOptions: { rows: 10 },
		required: true,
		description: 'Python with a function that compares two annotations and gives their agreement, from 0 to 1',
		displayOptions: {
			show: {
				resource: ['projectMetric'],
				operation: [
					'checkCustomCode',
					'deployCustomCode',
					'deployCustomCodeOnAws',
					'deployCustomCodeOnGoogleCloud',
				],
				specifyBody: ['fields'],
			},
		},
	},
];

export const projectMetricCollections: INodeProperties[] = [
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'IAM Role',
				name: 'role',
				type: 'string',
				default: '',
				placeholder: 'e.g. arn:aws:iam::123456789012:role/metrics',
				description: 'IAM role that it runs with, as an ARN; left out, it is the one that the server is set up with',
			},
			{
				displayName: 'Region',
				name: 'region',
				type: 'string',
				default: '',
				placeholder: 'e.g. eu-central-1',
				description: 'Where Lambda runs it; left out, it is where the server is set up to',
			},
		],
		displayOptions: {
			show: { resource: ['projectMetric'], operation: ['deployCustomCodeOnAws'], specifyBody: ['fields'] },
		},
	},
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Google Cloud Project ID',
				name: 'project',
				type: 'string',
				default: '',
				placeholder: 'e.g. my-project-123456',
				description: 'Google Cloud project that it belongs to; left out, it is the one that the server is set up with',
			},
			{
				displayName: 'Region',
				name: 'region',
				type: 'string',
				default: '',
				placeholder: 'e.g. europe-west3',
				description: 'Where it runs; left out, it is where the server is set up to',
			},
		],
		displayOptions: {
			show: {
				resource: ['projectMetric'],
				operation: ['deployCustomCodeOnGoogleCloud'],
				specifyBody: ['fields'],
			},
		},
	},
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'End Date',
				name: 'endDate',
				type: 'string',
				default: '',
				placeholder: 'e.g. 2026-11-30',
				description: 'Last day to read',
			},
			{
				displayName: 'Max Entries',
				name: 'maxEntries',
				type: 'number',
				default: 100,
				typeOptions: { numberPrecision: 0 },
				description: 'How many entries to read at most',
			},
			{
				displayName: 'Start Date',
				name: 'startDate',
				type: 'string',
				default: '',
				placeholder: 'e.g. 2026-11-01',
				description: 'First day to read',
			},
		],
		displayOptions: { show: { resource: ['projectMetric'], operation: ['getCustomLogs', 'getCustomLogsOnAws'] } },
	},
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Agreement Threshold',
				name: 'agreementThreshold',
				type: 'number',
				default: 0,
				typeOptions: { numberPrecision: 0 },
				description: 'Percentage of agreement that a task has to reach before it gets no more annotators',
			},
			{
				displayName: 'Max Additional Annotators',
				name: 'maxAdditionalAnnotatorsAssignable',
				type: 'number',
				default: 0,
				typeOptions: { numberPrecision: 0 },
				description: 'How many annotators a task can get on top while agreement is too low',
			},
			{
				displayName: 'Metric Name',
				name: 'metricName',
				type: 'string',
				default: '',
				description: 'Name of the metric, as Get shows it for a project that uses it',
			},
			{
				displayName: 'Metric Parameters',
				name: 'additionalParams',
				type: 'json',
				default: '{}',
				description: 'Settings of the metric itself, as Get shows them under metric_params, for example {"iou_threshold": 0.5}',
			},
		],
		displayOptions: { show: { resource: ['projectMetric'], operation: ['update'], specifyBody: ['fields'] } },
	},
];
