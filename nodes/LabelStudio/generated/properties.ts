// Written by the generator from capability/: change it there and run `npm run generate`.

import type { INodeProperties } from 'n8n-workflow';
import { activityLogFields, activityLogCollections } from './activityLog.properties';
import { annotationFields, annotationBodyFields, annotationCollections } from './annotation.properties';
import { annotationHistoryFields, annotationHistoryCollections } from './annotationHistory.properties';
import { annotationReviewFields, annotationReviewBodyFields, annotationReviewCollections } from './annotationReview.properties';
import { apiTokenFields, apiTokenBodyFields, apiTokenCollections } from './apiToken.properties';
import { assignmentFields, assignmentBodyFields, assignmentCollections } from './assignment.properties';
import { billingFields } from './billing.properties';
import { bulkActionFields, bulkActionBodyFields } from './bulkAction.properties';
import { commentFields, commentBodyFields, commentCollections } from './comment.properties';
import { currentUserFields, currentUserCollections } from './currentUser.properties';
import { dimensionFields, dimensionBodyFields, dimensionCollections } from './dimension.properties';
import { exportFields, exportBodyFields, exportCollections } from './export.properties';
import { exportStorageFields, exportStorageBodyFields, exportStorageCollections } from './exportStorage.properties';
import { fileUploadFields, fileUploadCollections } from './fileUpload.properties';
import { importStorageFields, importStorageBodyFields, importStorageCollections } from './importStorage.properties';
import { labelFields, labelBodyFields, labelCollections } from './label.properties';
import { labelLinkFields, labelLinkBodyFields, labelLinkCollections } from './labelLink.properties';
import { memberTagFields, memberTagBodyFields, memberTagCollections } from './memberTag.properties';
import { mlBackendFields, mlBackendBodyFields, mlBackendCollections } from './mlBackend.properties';
import { modelProviderFields, modelProviderBodyFields, modelProviderCollections } from './modelProvider.properties';
import { organizationFields, organizationCollections } from './organization.properties';
import { organizationInviteFields, organizationInviteBodyFields, organizationInviteCollections } from './organizationInvite.properties';
import { organizationMemberFields, organizationMemberBodyFields, organizationMemberCollections } from './organizationMember.properties';
import { organizationPermissionFields, organizationPermissionBodyFields, organizationPermissionCollections } from './organizationPermission.properties';
import { pauseFields, pauseBodyFields, pauseCollections } from './pause.properties';
import { predictionFields, predictionBodyFields, predictionCollections } from './prediction.properties';
import { projectFields, projectBodyFields, projectCollections } from './project.properties';
import { projectMemberFields, projectMemberBodyFields, projectMemberCollections } from './projectMember.properties';
import { projectMetricFields, projectMetricBodyFields, projectMetricCollections } from './projectMetric.properties';
import { projectRoleFields, projectRoleBodyFields, projectRoleCollections } from './projectRole.properties';
import { projectStatisticFields, projectStatisticCollections } from './projectStatistic.properties';
import { projectTemplateFields, projectTemplateBodyFields, projectTemplateCollections } from './projectTemplate.properties';
import { promptFields, promptBodyFields, promptCollections } from './prompt.properties';
import { promptIndicatorFields } from './promptIndicator.properties';
import { promptRunFields, promptRunBodyFields, promptRunCollections } from './promptRun.properties';
import { promptVersionFields, promptVersionBodyFields, promptVersionCollections } from './promptVersion.properties';
import { reviewRoutingRuleFields, reviewRoutingRuleBodyFields, reviewRoutingRuleCollections } from './reviewRoutingRule.properties';
import { samlSsoFields, samlSsoBodyFields, samlSsoCollections } from './samlSso.properties';
import { scimFields, scimCollections } from './scim.properties';
import { serverFields } from './server.properties';
import { sessionPolicyFields, sessionPolicyCollections } from './sessionPolicy.properties';
import { stateFields, stateBodyFields, stateCollections } from './state.properties';
import { taskFields, taskBodyFields, taskCollections } from './task.properties';
import { userFields, userBodyFields, userCollections } from './user.properties';
import { viewFields, viewBodyFields, viewCollections } from './view.properties';
import { webhookFields, webhookBodyFields, webhookCollections } from './webhook.properties';
import { workspaceFields, workspaceBodyFields, workspaceCollections } from './workspace.properties';
import { workspaceMemberFields, workspaceMemberBodyFields, workspaceMemberCollections } from './workspaceMember.properties';
import { commonBodyChoice, commonShared, commonOutput } from './common.properties';

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

export const properties: INodeProperties[] = [
	resource,
	...activityLogFields,
	...annotationFields,
	...annotationHistoryFields,
	...annotationReviewFields,
	...apiTokenFields,
	...assignmentFields,
	...billingFields,
	...bulkActionFields,
	...commentFields,
	...currentUserFields,
	...dimensionFields,
	...exportFields,
	...exportStorageFields,
	...fileUploadFields,
	...importStorageFields,
	...labelFields,
	...labelLinkFields,
	...memberTagFields,
	...mlBackendFields,
	...modelProviderFields,
	...organizationFields,
	...organizationInviteFields,
	...organizationMemberFields,
	...organizationPermissionFields,
	...pauseFields,
	...predictionFields,
	...projectFields,
	...projectMemberFields,
	...projectMetricFields,
	...projectRoleFields,
	...projectStatisticFields,
	...projectTemplateFields,
	...promptFields,
	...promptIndicatorFields,
	...promptRunFields,
	...promptVersionFields,
	...reviewRoutingRuleFields,
	...samlSsoFields,
	...scimFields,
	...serverFields,
	...sessionPolicyFields,
	...stateFields,
	...taskFields,
	...userFields,
	...viewFields,
	...webhookFields,
	...workspaceFields,
	...workspaceMemberFields,
	...commonBodyChoice,
	...annotationBodyFields,
	...annotationReviewBodyFields,
	...apiTokenBodyFields,
	...assignmentBodyFields,
	...bulkActionBodyFields,
	...commentBodyFields,
	...dimensionBodyFields,
	...exportBodyFields,
	...exportStorageBodyFields,
	...importStorageBodyFields,
	...labelBodyFields,
	...labelLinkBodyFields,
	...memberTagBodyFields,
	...mlBackendBodyFields,
	...modelProviderBodyFields,
	...organizationInviteBodyFields,
	...organizationMemberBodyFields,
	...organizationPermissionBodyFields,
	...pauseBodyFields,
	...predictionBodyFields,
	...projectBodyFields,
	...projectMemberBodyFields,
	...projectMetricBodyFields,
	...projectRoleBodyFields,
	...projectTemplateBodyFields,
	...promptBodyFields,
	...promptRunBodyFields,
	...promptVersionBodyFields,
	...reviewRoutingRuleBodyFields,
	...samlSsoBodyFields,
	...stateBodyFields,
	...taskBodyFields,
	...userBodyFields,
	...viewBodyFields,
	...webhookBodyFields,
	...workspaceBodyFields,
	...workspaceMemberBodyFields,
	...commonShared,
	...activityLogCollections,
	...annotationCollections,
	...annotationHistoryCollections,
	...annotationReviewCollections,
	...apiTokenCollections,
	...assignmentCollections,
	...commentCollections,
	...currentUserCollections,
	...dimensionCollections,
	...exportCollections,
	...exportStorageCollections,
	...fileUploadCollections,
	...importStorageCollections,
	...labelCollections,
	...labelLinkCollections,
	...memberTagCollections,
	...mlBackendCollections,
	...modelProviderCollections,
	...organizationCollections,
	...organizationInviteCollections,
	...organizationMemberCollections,
	...organizationPermissionCollections,
	...pauseCollections,
	...predictionCollections,
	...projectCollections,
	...projectMemberCollections,
	...projectMetricCollections,
	...projectRoleCollections,
	...projectStatisticCollections,
	...projectTemplateCollections,
	...promptCollections,
	...promptRunCollections,
	...promptVersionCollections,
	...reviewRoutingRuleCollections,
	...samlSsoCollections,
	...scimCollections,
	...sessionPolicyCollections,
	...stateCollections,
	...taskCollections,
	...userCollections,
	...viewCollections,
	...webhookCollections,
	...workspaceCollections,
	...workspaceMemberCollections,
	...commonOutput,
];
