// Written by the generator from capability/: change it there and run `npm run generate`.

import type { INodeProperties } from 'n8n-workflow';

export const promptIndicatorProperties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['promptIndicator'] } },
		options: [
			{
				name: 'Get (Enterprise)',
				value: 'get',
				action: 'Get prompt indicator',
				description: 'Read one key figure of a run in detail',
			},
			{
				name: 'Get Many (Enterprise)',
				value: 'getMany',
				action: 'Get many prompt indicators',
				description: 'List the key figures of a run',
			},
		],
		default: 'getMany',
	},
	{
		displayName: 'Run',
		name: 'inferenceRunId',
		type: 'resourceLocator',
		default: { mode: 'id', value: '' },
		modes: [
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
		description: 'As Get Many of Prompt Run lists it',
		displayOptions: { show: { resource: ['promptIndicator'], operation: ['get', 'getMany'] } },
	},
	{
		displayName: 'Indicator Key',
		name: 'indicatorKey',
		type: 'string',
		default: '',
		required: true,
		description: 'Which figure, by its key in the dashboard of the prompt',
		displayOptions: { show: { resource: ['promptIndicator'], operation: ['get'] } },
	},
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
		displayOptions: { show: { resource: ['promptIndicator'], operation: ['getMany'] } },
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		description: 'Max number of results to return',
		displayOptions: { show: { resource: ['promptIndicator'], operation: ['getMany'], returnAll: [false] } },
	},
];
