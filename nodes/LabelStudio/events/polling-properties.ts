import type { INodeProperties } from 'n8n-workflow';
import { conditionFields, projectField, viewField } from '../generated/trigger.properties';

const ofTasks = ['taskChanged', 'taskCompleted', 'taskCreated', 'taskUpdated'];
const notDeleted: INodeProperties['displayOptions'] = { hide: { event: ['taskDeleted'] } };

/** The fields of the polling trigger; n8n itself adds those for the poll times. */
export const pollingProperties: INodeProperties[] = [
	projectField,
	{
		displayName: 'Event',
		name: 'event',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Annotation Created', value: 'annotationCreated', description: 'One item for each new annotation, skipped tasks included' },
			{ name: 'Annotation Created or Updated', value: 'annotationChanged', description: 'One item for each annotation that is new or was changed' },
			{ name: 'Annotation Updated', value: 'annotationUpdated', description: 'One item for each annotation that was changed after it was made' },
			{ name: 'Prediction Created', value: 'predictionCreated', description: 'One item for each new prediction' },
			{ name: 'Task Completed', value: 'taskCompleted', description: 'One item for each task that got as many annotations as it needs' },
			{ name: 'Task Created', value: 'taskCreated', description: 'One item for each new task' },
			{ name: 'Task Created or Updated', value: 'taskChanged', description: 'One item for each task that is new or was changed' },
			{ name: 'Task Deleted', value: 'taskDeleted', description: 'One item with the ID of each task that is gone' },
			{ name: 'Task Updated', value: 'taskUpdated', description: 'One item for each task that was changed after it was made, or whose annotations were' },
		],
		default: 'annotationCreated',
	},
	{
		displayName: 'First Run',
		name: 'firstRun',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Everything There Is', value: 'everything', description: 'Begin with all that the project has' },
			{ name: 'From a Date', value: 'date', description: 'Begin with what happened since a date' },
			{ name: 'From Now', value: 'now', description: 'Begin with what happens after the workflow was activated' },
		],
		default: 'now',
		description: 'Where to begin when the workflow is activated for the first time, or again after this field was changed. After that, each poll goes on where the last one ended.',
		displayOptions: notDeleted,
	},
	{
		displayName: 'Start Date',
		name: 'startDate',
		type: 'dateTime',
		default: '',
		required: true,
		displayOptions: { show: { firstRun: ['date'] }, ...notDeleted },
	},
	{
		displayName: 'Fields',
		name: 'fields',
		type: 'options',
		options: [
			{ name: 'Chosen Fields', value: 'chosen' },
			{ name: 'Everything', value: 'everything', description: 'With annotations, predictions and drafts' },
			{ name: 'ID', value: 'id' },
			{ name: 'ID and Data', value: 'idAndData' },
			{ name: 'Whole Task', value: 'task', description: 'Without annotations and predictions' },
		],
		default: 'task',
		description: 'How much of each task to read',
		displayOptions: { show: { event: ofTasks } },
	},
	{
		displayName: 'Field Names',
		name: 'fieldNames',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. data, is_labeled',
		description: 'The fields to read, separated by commas; ID and the time of the change come with them',
		displayOptions: { show: { event: ofTasks, fields: ['chosen'] } },
	},
	{ ...viewField, description: 'Only tasks that this tab of the Data Manager shows', displayOptions: notDeleted },
	...conditionFields.map((field) => ({ ...field, displayOptions: notDeleted })),
	{
		displayName: 'Largest Batch',
		name: 'batch',
		type: 'number',
		typeOptions: { minValue: 1, numberPrecision: 0 },
		default: 1000,
		description: 'Most items to put out at once. When there are more, the rest comes with the next poll.',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Overlap',
				name: 'overlap',
				type: 'number',
				typeOptions: { minValue: 1, numberPrecision: 0 },
				default: 60,
				description: 'Seconds after which a change can surely be seen. Large imports are stored some time after the time that their tasks carry: make it longer than the longest one takes.',
			},
			{
				displayName: 'Resolve URIs',
				name: 'resolveUris',
				type: 'boolean',
				default: false,
				description: 'Whether to turn addresses of files in cloud storage into links that open for a while',
			},
			{
				displayName: 'Timeout',
				name: 'timeout',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 120,
				description: 'Seconds to wait for each answer',
			},
		],
	},
];
