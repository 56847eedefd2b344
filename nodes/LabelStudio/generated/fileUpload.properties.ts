// Written by the generator from capability/: change it there and run `npm run generate`.

import type { INodeProperties } from 'n8n-workflow';

export const fileUploadFields: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['fileUpload'] } },
		options: [
			{
				name: 'Delete',
				value: 'delete',
				action: 'Delete file upload',
				description: 'Remove an uploaded file; tasks made from it stay',
			},
			{
				name: 'Delete All',
				value: 'deleteMany',
				action: 'Delete all file uploads of project',
				description: 'Remove every uploaded file of a project; tasks made from them stay',
			},
			{
				name: 'Download',
				value: 'download',
				action: 'Download file upload',
				description: 'Fetch an uploaded file as it is',
			},
			{
				name: 'Get',
				value: 'get',
				action: 'Get file upload',
				description: 'Read what is known of an uploaded file',
			},
			{
				name: 'Get Many',
				value: 'getMany',
				action: 'Get many file uploads',
				description: 'List the files that were uploaded to a project',
			},
			{
				name: 'Update',
				value: 'update',
				action: 'Update file upload',
				description: 'Change the entry of an uploaded file',
			},
		],
		default: 'getMany',
	},
	{
		displayName: 'Project',
		name: 'projectScope',
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
						properties: { regex: '(.*/projects/(\\d+).*)?', errorMessage: 'Not the address of a project page' },
					},
				],
			},
		],
		description: 'Only helps to choose from the list below; it is not sent',
		displayOptions: {
			show: {
				resource: ['fileUpload'],
				operation: ['delete', 'get', 'update'],
				'/fileUploadId.mode': ['list'],
			},
		},
	},
	{
		displayName: 'File',
		name: 'fileUploadId',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a file...',
				typeOptions: { searchListMethod: 'searchFileUploads', searchable: true },
			},
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
		description: 'As Get Many lists it',
		displayOptions: { show: { resource: ['fileUpload'], operation: ['delete', 'get', 'update'] } },
	},
	{
		displayName: 'Project',
		name: 'projectId',
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
						properties: { regex: '\\s*[1-9][0-9]*\\s*', errorMessage: 'An ID is a whole number above 0' },
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
						properties: { regex: '.*/projects/(\\d+).*', errorMessage: 'Not the address of a project page' },
					},
				],
			},
		],
		required: true,
		description: 'Whose files to remove',
		displayOptions: { show: { resource: ['fileUpload'], operation: ['deleteMany'] } },
	},
	{
		displayName: 'File',
		name: 'filePath',
		type: 'string',
		default: '',
		required: true,
		description: 'Path of the file as Get Many lists it, for example upload/3/5f2c1a-photo.jpg',
		displayOptions: { show: { resource: ['fileUpload'], operation: ['download'] } },
	},
	{
		displayName: 'Project',
		name: 'projectId',
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
						properties: { regex: '\\s*[1-9][0-9]*\\s*', errorMessage: 'An ID is a whole number above 0' },
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
						properties: { regex: '.*/projects/(\\d+).*', errorMessage: 'Not the address of a project page' },
					},
				],
			},
		],
		required: true,
		description: 'Whose files to list',
		displayOptions: { show: { resource: ['fileUpload'], operation: ['getMany'] } },
	},
];

export const fileUploadCollections: INodeProperties[] = [
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		options: [
			{
				displayName: 'All',
				name: 'all',
				type: 'boolean',
				default: false,
				description: 'Whether to list all files; otherwise only those named by ID',
			},
			{
				displayName: 'File Upload IDs',
				name: 'fileUploadIds',
				type: 'string',
				default: '',
				placeholder: 'e.g. 4, 5',
				description: 'List only these, separated by commas',
			},
			{
				displayName: 'Ordering',
				name: 'ordering',
				type: 'string',
				default: '',
				description: 'Field to sort by; a minus in front sorts downwards',
			},
		],
		displayOptions: { show: { resource: ['fileUpload'], operation: ['getMany'] } },
	},
	{
		displayName: 'Update Fields',
		name: 'updateFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'File',
				name: 'file',
				type: 'string',
				default: '',
				description: 'Path of the file in the storage of the server',
			},
		],
		displayOptions: { show: { resource: ['fileUpload'], operation: ['update'], specifyBody: ['fields'] } },
	},
];
