// Written by the generator from capability/: change it there and run `npm run generate`.

import type { INodeProperties } from 'n8n-workflow';
import { operation } from './operation.properties';
import { fieldsAbove } from './fieldsAbove.properties';
import { bodyChoice } from './bodyChoice.properties';
import { fields } from './fields.properties';
import { shared } from './shared.properties';
import { collections } from './collections.properties';
import { output } from './output.properties';

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
		{
			name: 'API Token',
			value: 'apiToken',
			description: 'Personal access tokens, and which kinds of tokens an organization accepts',
		},
		{ name: 'Assignment', value: 'assignment', description: 'Who is to label or review a task' },
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
		{
			name: 'Label',
			value: 'label',
			description: 'A label that a project knows besides those of its labeling config',
		},
		{
			name: 'Label Link',
			value: 'labelLink',
			description: 'The use of a label by a control tag of a project',
		},
		{
			name: 'Member Tag',
			value: 'memberTag',
			description: 'A mark on people of an organization, such as a skill or a team',
		},
		{
			name: 'ML Backend',
			value: 'mlBackend',
			description: 'A model of your own that a project is connected to',
		},
		{
			name: 'Model Provider',
			value: 'modelProvider',
			description: 'The account at a provider of large language models that prompts run on',
		},
		{
			name: 'Organization',
			value: 'organization',
			description: 'Everybody and everything that shares one Label Studio account',
		},
		{
			name: 'Organization Invite',
			value: 'organizationInvite',
			description: 'Links and emails with which people join your organization',
		},
		{
			name: 'Organization Member',
			value: 'organizationMember',
			description: 'A person in an organization and the role there',
		},
		{
			name: 'Organization Permission',
			value: 'organizationPermission',
			description: 'Which roles may do something, where an organization differs from the standard',
		},
		{
			name: 'Pause',
			value: 'pause',
			description: 'A stop that keeps an annotator from working in a project',
		},
		{ name: 'Prediction', value: 'prediction', description: 'What a model says about a task' },
		{
			name: 'Project',
			value: 'project',
			description: 'A set of tasks with its labeling config and settings',
		},
		{
			name: 'Project Member',
			value: 'projectMember',
			description: 'Somebody who can work in a project',
		},
		{
			name: 'Project Metric',
			value: 'projectMetric',
			description: 'How agreement between annotators is measured in a project',
		},
		{
			name: 'Project Role',
			value: 'projectRole',
			description: 'A role that somebody has in one project, in place of the one in the organization',
		},
		{
			name: 'Project Statistic',
			value: 'projectStatistic',
			description: 'A figure on agreement, speed, quality or labels of a project',
		},
		{
			name: 'Project Template',
			value: 'projectTemplate',
			description: 'Settings of a project, kept to make more projects like it',
		},
		{
			name: 'Prompt',
			value: 'prompt',
			description: 'A task for a large language model that labels projects',
		},
		{
			name: 'Prompt Indicator',
			value: 'promptIndicator',
			description: 'A figure that says how well a prompt run went',
		},
		{
			name: 'Prompt Run',
			value: 'promptRun',
			description: 'One pass of a prompt version over the tasks of a project',
		},
		{
			name: 'Prompt Version',
			value: 'promptVersion',
			description: 'What a prompt says to which model',
		},
		{
			name: 'Review Routing Rule',
			value: 'reviewRoutingRule',
			description: 'Which finished tasks of a project go to reviewers',
		},
		{
			name: 'SAML SSO',
			value: 'samlSso',
			description: 'How people log in through the identity provider of your company',
		},
		{
			name: 'SCIM',
			value: 'scim',
			description: 'What groups of your identity provider get in Label Studio when it manages accounts',
		},
		{ name: 'Server', value: 'server', description: 'The Label Studio server itself' },
		{
			name: 'Session Policy',
			value: 'sessionPolicy',
			description: 'How long people of your organization stay logged in',
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
		{
			name: 'Webhook',
			value: 'webhook',
			description: 'An address to which Label Studio reports what happens in a project',
		},
		{
			name: 'Workspace',
			value: 'workspace',
			description: 'A place for projects that belong together, with its own members',
		},
		{
			name: 'Workspace Member',
			value: 'workspaceMember',
			description: 'A person who can work in the projects of a workspace',
		},
	],
	default: 'task',
};

const findable: INodeProperties = {
	displayName: 'Specify Body',
	name: 'specifyBody',
	type: 'hidden',
	default: 'fields',
	displayOptions: { show: { resource: [''] } },
};

export const properties: INodeProperties[] = [
	resource,
	findable,
	...operation,
	...fieldsAbove,
	...bodyChoice,
	...fields,
	...shared,
	...collections,
	...output,
];
