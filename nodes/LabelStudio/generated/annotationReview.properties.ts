// Written by the generator from capability/: change it there and run `npm run generate`.

import type { INodeProperties } from 'n8n-workflow';

export const annotationReviewFields: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['annotationReview'] } },
		options: [
			{
				name: 'Create (Enterprise)',
				value: 'create',
				action: 'Create annotation review in enterprise',
				description: 'Accept or reject an annotation',
			},
			{
				name: 'Delete (Enterprise)',
				value: 'delete',
				action: 'Delete annotation review in enterprise',
				description: 'Take a verdict back for good',
			},
			{
				name: 'Get (Enterprise)',
				value: 'get',
				action: 'Get annotation review in enterprise',
				description: 'Read one verdict',
			},
			{
				name: 'Get Many (Enterprise)',
				value: 'getMany',
				action: 'Get many annotation reviews in enterprise',
				description: 'List the verdicts on an annotation or on all annotations of a project',
			},
			{
				name: 'Update (Enterprise)',
				value: 'update',
				action: 'Update annotation review in enterprise',
				description: 'Change some fields of a verdict and leave the others',
			},
		],
		default: 'getMany',
	},
	{
		displayName: 'Review ID',
		name: 'reviewId',
		type: 'number',
		default: 0,
		typeOptions: { numberPrecision: 0 },
		required: true,
		description: 'As Get Many lists it',
		displayOptions: { show: { resource: ['annotationReview'], operation: ['delete', 'get', 'update'] } },
	},
];

export const annotationReviewBodyFields: INodeProperties[] = [
	{
		displayName: 'Annotation ID',
		name: 'annotation',
		type: 'number',
		default: 0,
		typeOptions: { numberPrecision: 0 },
		required: true,
		description: "The number after the # in the annotation's tab on the task page",
		displayOptions: { show: { resource: ['annotationReview'], operation: ['create'], specifyBody: ['fields'] } },
	},
	{
		displayName: 'Comment',
		name: 'comment',
		type: 'string',
		default: '',
		typeOptions: { rows: 3 },
		description: 'What the annotator should know about the verdict',
		displayOptions: { show: { resource: ['annotationReview'], operation: ['create'], specifyBody: ['fields'] } },
	},
];

export const annotationReviewCollections: INodeProperties[] = [
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		options: [
			{
				displayName: 'Annotation ID',
				name: 'annotation',
				type: 'number',
				default: 0,
				typeOptions: { numberPrecision: 0 },
				description: 'Only reviews of this annotation',
			},
			{
				displayName: 'Ordering',
				name: 'ordering',
				type: 'string',
				default: '',
				placeholder: 'e.g. -created_at',
				description: 'Field to sort by; a minus in front sorts downwards',
			},
			{
				displayName: 'Project',
				name: 'project',
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
								properties: { regex: '(\\s*[1-9][0-9]*\\s*)?', errorMessage: 'An ID is a whole number above 0' },
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
								properties: {
									regex: '(.*/projects/(\\d+).*)?',
									errorMessage: 'Not the address of a project page',
								},
							},
						],
					},
				],
				description: 'Only reviews of annotations in this project',
			},
		],
		displayOptions: { show: { resource: ['annotationReview'], operation: ['getMany'] } },
	},
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Accepted',
				name: 'accepted',
				type: 'boolean',
				default: false,
				description: 'Whether the annotation is accepted; off means rejected',
			},
			{
				displayName: 'Last History Entry ID',
				name: 'lastAnnotationHistory',
				type: 'number',
				default: 0,
				typeOptions: { numberPrecision: 0 },
				description: "Step of the annotation's history that the verdict is about",
			},
			{
				displayName: 'Remove From Queue',
				name: 'removeFromQueue',
				type: 'boolean',
				default: false,
				description: 'Whether a rejected annotation is not sent back to its annotator',
			},
			{
				displayName: 'Result',
				name: 'result',
				type: 'json',
				default: '{}',
				description: 'Regions as the reviewer corrected them, in the form in which Label Studio exports them, for example [{"from_name": "sentiment", "to_name": "text", "type": "choices", "value": {"choices": ["Positive"]}}]',
			},
			{
				displayName: 'Started At',
				name: 'startedAt',
				type: 'dateTime',
				default: '',
				description: 'When the reviewer began',
			},
		],
		displayOptions: { show: { resource: ['annotationReview'], operation: ['create'], specifyBody: ['fields'] } },
	},
	{
		displayName: 'Update Fields',
		name: 'updateFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Accepted',
				name: 'accepted',
				type: 'boolean',
				default: false,
				description: 'Whether the annotation is accepted; off means rejected',
			},
			{
				displayName: 'Annotation ID',
				name: 'annotation',
				type: 'number',
				default: 0,
				typeOptions: { numberPrecision: 0 },
				description: 'Another annotation that the verdict is about',
			},
			{
				displayName: 'Comment',
				name: 'comment',
				type: 'string',
				default: '',
				typeOptions: { rows: 3 },
				description: 'What the annotator should know about the verdict',
			},
			{
				displayName: 'Last History Entry ID',
				name: 'lastAnnotationHistory',
				type: 'number',
				default: 0,
				typeOptions: { numberPrecision: 0 },
				description: "Step of the annotation's history that the verdict is about",
			},
			{
				displayName: 'Remove From Queue',
				name: 'removeFromQueue',
				type: 'boolean',
				default: false,
				description: 'Whether a rejected annotation is not sent back to its annotator',
			},
			{
				displayName: 'Result',
				name: 'result',
				type: 'json',
				default: '{}',
				description: 'Regions as the reviewer corrected them, in the form in which Label Studio exports them, for example [{"from_name": "sentiment", "to_name": "text", "type": "choices", "value": {"choices": ["Positive"]}}]',
			},
			{
				displayName: 'Started At',
				name: 'startedAt',
				type: 'dateTime',
				default: '',
				description: 'When the reviewer began',
			},
		],
		displayOptions: { show: { resource: ['annotationReview'], operation: ['update'], specifyBody: ['fields'] } },
	},
	{
		displayName: 'Query Options',
		name: 'queryOptions',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Update Statistics Later',
				name: 'asyncPostprocess',
				type: 'boolean',
				default: false,
				description: 'Whether Label Studio answers before it has updated agreement, queues and statistics',
			},
		],
		displayOptions: { show: { resource: ['annotationReview'], operation: ['create'] } },
	},
];
