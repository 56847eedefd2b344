// Written by the generator from capability/: change it there and run `npm run generate`.

import type { INodeProperties } from 'n8n-workflow';
import { activityLogProperties } from './activityLog.properties';
import { annotationProperties } from './annotation.properties';
import { annotationHistoryProperties } from './annotationHistory.properties';
import { annotationReviewProperties } from './annotationReview.properties';
import { billingProperties } from './billing.properties';
import { bulkActionProperties } from './bulkAction.properties';
import { commentProperties } from './comment.properties';
import { currentUserProperties } from './currentUser.properties';
import { dimensionProperties } from './dimension.properties';
import { exportProperties } from './export.properties';
import { exportStorageProperties } from './exportStorage.properties';
import { fileUploadProperties } from './fileUpload.properties';
import { importStorageProperties } from './importStorage.properties';
import { predictionProperties } from './prediction.properties';
import { projectProperties } from './project.properties';
import { stateProperties } from './state.properties';
import { taskProperties } from './task.properties';
import { userProperties } from './user.properties';
import { viewProperties } from './view.properties';

const resource: INodeProperties = {
	displayName: 'Resource',
	name: 'resource',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Activity Log',
			value: 'activityLog',
			description: 'A record of the requests that people and programs have sent to Label Studio',
		},
		{
			name: 'Annotation',
			value: 'annotation',
			description: 'What an annotator submitted for a task',
		},
		{
			name: 'Annotation History',
			value: 'annotationHistory',
			description: 'Everything that was done to an annotation, from its first submission to its last review',
		},
		{
			name: 'Annotation Review',
			value: 'annotationReview',
			description: "A reviewer's verdict on an annotation",
		},
		{ name: 'Billing', value: 'billing', description: 'License and limits of the organization' },
		{
			name: 'Bulk Action',
			value: 'bulkAction',
			description: 'What the Data Manager can do to many tasks at once',
		},
		{
			name: 'Comment',
			value: 'comment',
			description: 'A remark on an annotation, from one colleague to another',
		},
		{
			name: 'Current User',
			value: 'currentUser',
			description: 'The account that the credential belongs to',
		},
		{
			name: 'Dimension',
			value: 'dimension',
			description: 'One aspect of annotations that agreement between annotators is measured on',
		},
		{
			name: 'Export',
			value: 'export',
			description: "Files with a project's tasks and annotations, at once or by way of a snapshot",
		},
		{
			name: 'Export Storage',
			value: 'exportStorage',
			description: 'Where the annotations of a project are written to, such as a bucket or a folder',
		},
		{
			name: 'File Upload',
			value: 'fileUpload',
			description: 'A file that tasks were imported from',
		},
		{
			name: 'Import Storage',
			value: 'importStorage',
			description: 'Where a project gets its tasks from, such as a bucket or a folder',
		},
		{ name: 'Prediction', value: 'prediction', description: 'What a model says about a task' },
		{
			name: 'Project',
			value: 'project',
			description: 'A set of tasks with its labeling config and settings',
		},
		{
			name: 'State',
			value: 'state',
			description: 'The workflow states (FSM) of tasks, annotations and projects',
		},
		{
			name: 'Task',
			value: 'task',
			description: 'One thing to label, with its data and what has been said about it',
		},
		{
			name: 'User',
			value: 'user',
			description: 'A person or program with an account in your organization',
		},
		{
			name: 'View',
			value: 'view',
			description: 'A tab of the Data Manager, with its filters and order',
		},
	],
	default: 'task',
};

export const properties: INodeProperties[] = [
	resource,
	...activityLogProperties,
	...annotationProperties,
	...annotationHistoryProperties,
	...annotationReviewProperties,
	...billingProperties,
	...bulkActionProperties,
	...commentProperties,
	...currentUserProperties,
	...dimensionProperties,
	...exportProperties,
	...exportStorageProperties,
	...fileUploadProperties,
	...importStorageProperties,
	...predictionProperties,
	...projectProperties,
	...stateProperties,
	...taskProperties,
	...userProperties,
	...viewProperties,
];
