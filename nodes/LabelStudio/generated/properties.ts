// Written by the generator from capability/: change it there and run `npm run generate`.

import type { INodeProperties } from 'n8n-workflow';
import { annotationProperties } from './annotation.properties';
import { exportProperties } from './export.properties';
import { projectProperties } from './project.properties';

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
		{
			name: 'Export',
			value: 'export',
			description: "Files with a project's tasks and annotations, at once or by way of a snapshot",
		},
		{
			name: 'Project',
			value: 'project',
			description: 'A set of tasks with its labeling config and settings',
		},
	],
	default: 'annotation',
};

export const properties: INodeProperties[] = [
	resource,
	...annotationProperties,
	...exportProperties,
	...projectProperties,
];
