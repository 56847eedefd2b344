/** How the Data Manager compares the values of a column. */
export type ColumnType = 'Number' | 'Datetime' | 'Boolean' | 'String' | 'List' | 'Time' | 'Unknown';

/**
 * The Data Manager's own columns and the types that its filters need. `GET /api/dm/columns/` of Label Studio 1.23.2, and for the
 * Enterprise ones label_studio_sdk.data_manager.Column of 2.1.2. Columns of the task's data are named `data.<key>`. Lead times
 * are Number in 1.20.0 and 1.22.0, which take Time as well.
 */
export const columnTypes: Readonly<Record<string, ColumnType>> = {
	agreement: 'Number',
	annotations_ids: 'String',
	annotations_results: 'String',
	annotators: 'List',
	avg_lead_time: 'Time',
	cancelled_annotations: 'Number',
	comments: 'String',
	completed_at: 'Datetime',
	created_at: 'Datetime',
	draft_exists: 'Boolean',
	file_upload: 'String',
	ground_truth: 'Boolean',
	id: 'Number',
	inner_id: 'Number',
	predictions_model_versions: 'List',
	predictions_results: 'String',
	predictions_score: 'Number',
	reviewed: 'Boolean',
	reviewers: 'List',
	reviews_accepted: 'Number',
	reviews_rejected: 'Number',
	storage_filename: 'String',
	total_annotations: 'Number',
	total_predictions: 'Number',
	unresolved_comment_count: 'Number',
	updated_at: 'Datetime',
	updated_by: 'List',
};

/** What a condition compares with, on the wire and in words. */
export interface Operator {
	value: string;
	label: string;
	/** Column types that it can be used with. */
	types: readonly ColumnType[];
	/** How many values it takes; a list is one. */
	operands: 0 | 1 | 2 | 'list';
}

/** All but what is true or false, and never empty. */
const emptiable: readonly ColumnType[] = ['Number', 'Datetime', 'String', 'List', 'Time', 'Unknown'];
const ordered: readonly ColumnType[] = ['Number', 'Datetime', 'Time'];
const texts: readonly ColumnType[] = ['String', 'Unknown'];

/** The operators that Label Studio 1.23.2 really knows (data_manager/managers.py); it takes any other for equality. */
export const operators: readonly Operator[] = [
	{ value: 'contains', label: 'Contains', types: [...texts, 'List'], operands: 1 },
	{ value: 'equal', label: 'Equals', types: [...ordered, ...texts, 'Boolean'], operands: 1 },
	{ value: 'in', label: 'Is Between', types: ordered, operands: 2 },
	{ value: 'empty', label: 'Is Empty', types: emptiable, operands: 0 },
	{ value: 'greater', label: 'Is Greater Than', types: ordered, operands: 1 },
	{ value: 'greater_or_equal', label: 'Is Greater Than or Equal To', types: ordered, operands: 1 },
	{ value: 'less', label: 'Is Less Than', types: ordered, operands: 1 },
	{ value: 'less_or_equal', label: 'Is Less Than or Equal To', types: ordered, operands: 1 },
	{ value: 'not_empty', label: 'Is Not Empty', types: emptiable, operands: 0 },
	{ value: 'in_list', label: 'Is One Of', types: ['Number', ...texts], operands: 'list' },
	{ value: 'regex', label: 'Matches Regular Expression', types: texts, operands: 1 },
	{ value: 'not_contains', label: 'Does Not Contain', types: [...texts, 'List'], operands: 1 },
	{ value: 'not_equal', label: 'Does Not Equal', types: [...ordered, ...texts, 'Boolean'], operands: 1 },
	{ value: 'not_in', label: 'Is Not Between', types: ordered, operands: 2 },
	{ value: 'not_in_list', label: 'Is None Of', types: ['Number', ...texts], operands: 'list' },
];

/**
 * Columns with which Label Studio 1.23.2 gets some operators of their type wrong (data_manager/managers.py), and those that
 * it gets right: it compares whole results with JSON alone, takes predictions for empty where there are no annotations,
 * puts separators around names of files in storages, means the path of an uploaded file of which lists show the name, and
 * looks into annotation IDs for any of several.
 */
const columnOperators: Readonly<Record<string, readonly string[]>> = {
	annotations_ids: ['contains', 'not_contains', 'empty', 'not_empty'],
	annotations_results: ['contains', 'not_contains', 'empty', 'not_empty', 'regex'],
	file_upload: ['contains', 'not_contains', 'empty', 'not_empty', 'regex'],
	predictions_results: ['contains', 'not_contains', 'regex'],
	storage_filename: ['contains', 'not_contains', 'regex'],
};

/** The operators that can be used with a column. */
export const operatorsOf = (column: string, type: ColumnType): Operator[] =>
	operators.filter(({ value, types }) => types.includes(type) && (columnOperators[column]?.includes(value) ?? true));
