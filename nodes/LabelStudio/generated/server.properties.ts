// Written by the generator from capability/: change it there and run `npm run generate`.

import type { INodeProperties } from 'n8n-workflow';

export const serverProperties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['server'] } },
		options: [
			{
				name: 'Get Version',
				value: 'getVersion',
				action: 'Get version server',
				description: 'Read which release and edition of Label Studio it runs',
			},
		],
		default: 'getVersion',
	},
];
