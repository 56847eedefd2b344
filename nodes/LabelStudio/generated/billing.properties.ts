// Written by the generator from capability/: change it there and run `npm run generate`.

import type { INodeProperties } from 'n8n-workflow';

export const billingFields: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['billing'] } },
		options: [
			{
				name: 'Get (Enterprise)',
				value: 'get',
				action: 'Get billing in enterprise',
				description: 'Read when the license ends, how much of its limits is used and which features it includes',
			},
		],
		default: 'get',
	},
];
