import type { INodeProperties } from 'n8n-workflow';
import { choicesMethod } from '../nodes/LabelStudio/pickers/choice-names.ts';
import { operators } from '../nodes/LabelStudio/pickers/columns.ts';
import type { CapabilityOperation } from './capability.mts';

const column: INodeProperties = {
	displayName: 'Column Name or ID',
	name: 'column',
	type: 'options',
	typeOptions: { loadOptionsMethod: choicesMethod('columns'), loadOptionsDependsOn: ['project.value'] },
	default: '',
	description: 'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
};

const byLabel = [...operators].sort((a, b) => a.label.localeCompare(b.label, 'en'));
const taking = (...operands: unknown[]): string[] => byLabel.filter((operator) => operands.includes(operator.operands)).map(({ value }) => value);

const conditions: INodeProperties = {
	displayName: 'Conditions',
	name: 'conditions',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Condition',
	default: {},
	options: [
		{
			displayName: 'Condition',
			name: 'condition',
			values: [
				column,
				{ displayName: 'Operator', name: 'operator', type: 'options', options: byLabel.map(({ label, value }) => ({ name: label, value })), default: 'equal', description: 'Tasks with nothing at all in the column fit Is Empty only, and none of those with a Not' },
				{
					displayName: 'Value',
					name: 'value',
					type: 'string',
					default: '',
					description: 'A number, a text, true or false, or a date such as 2026-01-31T09:30:00Z, as the column needs it; several for a list, separated by commas',
					displayOptions: { hide: { operator: taking(0) } },
				},
				{ displayName: 'And', name: 'valueTo', type: 'string', default: '', description: 'Upper end of the range', displayOptions: { show: { operator: taking(2) } } },
			],
		},
	],
};

const mustMatch: INodeProperties = {
	displayName: 'Must Match',
	name: 'mustMatch',
	type: 'options',
	options: [
		{ name: 'All Conditions', value: 'and' },
		{ name: 'Any Condition', value: 'or' },
	],
	default: 'and',
};

const sort: INodeProperties = {
	displayName: 'Sort',
	name: 'sort',
	type: 'fixedCollection',
	placeholder: 'Add Sort Rule',
	default: {},
	options: [
		{
			displayName: 'Rule',
			name: 'rule',
			values: [
				column,
				{
					displayName: 'Direction',
					name: 'direction',
					type: 'options',
					options: [
						{ name: 'Ascending', value: 'asc' },
						{ name: 'Descending', value: 'desc' },
					],
					default: 'asc',
				},
			],
		},
	],
};

/** Conditions that tasks must match, for nodes that are not made from a capability. */
export const conditionFields: INodeProperties[] = [conditions, mustMatch];

const viewTitle: INodeProperties = { displayName: 'Title', name: 'viewTitle', type: 'string', default: '', placeholder: 'e.g. Unlabeled', description: 'Name of the tab; an update that does not give it takes it away' };

const selection = (hasView: boolean): INodeProperties[] => [
	{
		displayName: 'Tasks',
		name: 'taskSelection',
		type: 'options',
		options: [
			{ name: 'All Tasks of the Project', value: 'all' },
			...(hasView ? [{ name: 'Tasks of a View', value: 'view' }] : []),
			{ name: 'Tasks That Match Conditions', value: 'conditions' },
			{ name: 'Tasks With Given IDs', value: 'ids' },
		],
		default: 'ids',
		description: 'Which tasks this is done to',
	},
	{
		displayName: 'Task IDs',
		name: 'taskIds',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 12, 13',
		displayOptions: { show: { taskSelection: ['ids'] } },
	},
];

/** The Data Manager's form of an operation: fields for its filters, order and selection of tasks. */
export const formFields = (operation: CapabilityOperation): INodeProperties[] => {
	const forms = new Set(operation.parameters.map((parameter) => parameter['x-n8n']?.form));
	const selects = forms.has('selection');
	const filters = forms.has('filters') || forms.has('query') || forms.has('view');
	const withConditions = (field: INodeProperties): INodeProperties => (selects ? { ...field, displayOptions: { show: { taskSelection: ['conditions'] } } } : field);
	return [
		...(selects ? selection(operation.parameters.some((parameter) => parameter['x-n8n']?.entity === 'view')) : []),
		...(forms.has('view') ? [viewTitle] : []),
		...(filters ? [withConditions(conditions), withConditions(mustMatch)] : []),
		...(forms.has('ordering') || forms.has('query') || forms.has('view') ? [sort] : []),
	];
};
