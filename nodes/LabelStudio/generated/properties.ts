// Written by the generator from capability/: change it there and run `npm run generate`.

import type { INodeProperties } from 'n8n-workflow';
import { annotationProperties } from './annotation.properties';

const resource: INodeProperties = {
	displayName: 'Resource',
	name: 'resource',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Annotation',
			value: 'annotation',
			description: 'What an annotator submitted for a task',
		},
	],
	default: 'annotation',
};

export const properties: INodeProperties[] = [
	resource,
	...annotationProperties,
];
