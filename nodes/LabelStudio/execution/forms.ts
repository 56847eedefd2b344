import { columnTypes, operators, operatorsOf, type ColumnType, type Operator } from '../pickers/columns';
import { InputError } from './input-error';
import type { FormKind, OperationParameter } from './operation';
import { toWire } from './values';

/** A condition as the node's form holds it. */
interface Condition {
	column?: unknown;
	operator?: unknown;
	value?: unknown;
	valueTo?: unknown;
}

/** A filter of the Data Manager on the wire. Seen in Label Studio 1.23.2. */
interface WireFilter {
	filter: string;
	operator: string;
	type: string;
	value: unknown;
}

/** Reads a property of the node for the item at hand. */
export type Read = (property: string) => unknown;

/** The column and its type; one that the node does not know carries its type behind a bar. */
const columnOf = (label: string, value: unknown): { column: string; type?: ColumnType } => {
	const text = String(value ?? '').trim().replace(/^(filter:)?tasks:/, '');
	if (text === '') throw new InputError(`${label}: Column is required, but empty`);
	if (/^data\../.test(text)) return { column: text };
	const [column, carried] = text.split('|') as [string, ColumnType | undefined];
	const type = carried ?? columnTypes[column];
	if (!type) {
		throw new InputError(
			`${label}: there is no column "${column}"`,
			`Columns are ${Object.keys(columnTypes).join(', ')}, or data.<key> for what lies in the task's data. Choose from the list to get others that the server has.`,
		);
	}
	return { column, type };
};

const comparing = new Set(['greater', 'greater_or_equal', 'less', 'less_or_equal', 'in', 'not_in']);

const operatorOf = (label: string, value: unknown, column: string, type: ColumnType): Operator => {
	const operator = operators.find((one) => one.value === value);
	if (!operator) throw new InputError(`${label}: there is no operator "${String(value)}"`, `Operators are ${operators.map((one) => one.value).join(', ')}.`);
	const fitting = operatorsOf(column, type);
	if (!fitting.includes(operator)) {
		throw new InputError(`${label}: "${operator.label}" cannot be used with ${column}`, `What can: ${fitting.map((one) => one.label).join(', ')}.`);
	}
	return operator;
};

/** How one value of a column is typed and checked. */
const operandOf = (label: string, column: string, type: ColumnType, operator: Operator): OperationParameter => {
	const operand = { name: 'value', in: 'body', at: 'value', label: `${label}: ${column}`, required: true } as const;
	if (column === 'annotations_ids') return { ...operand, kind: 'list', items: 'integer' };
	const whole = type === 'List' && column !== 'predictions_model_versions';
	const kinds: Partial<Record<ColumnType, OperationParameter['kind']>> = { Number: 'number', Time: 'number', Datetime: 'dateTime', Boolean: 'boolean' };
	const kind = whole ? 'integer' : operator.operands === 'list' ? 'list' : (kinds[type] ?? 'string');
	return { ...operand, kind, items: operator.operands === 'list' && type === 'Number' ? 'number' : undefined };
};

/** What a text can stand for in a task's data: itself, a number, true or false. */
const readings = (text: string): unknown[] => {
	if (text === 'true' || text === 'false') return [text, text === 'true'];
	// No more digits than a number can hold, and no zeros in front, which only a text can have.
	return /^-?(0|[1-9]\d{0,14})(\.\d+)?$/.test(text) ? [text, Number(text)] : [text];
};

const listOperators: Readonly<Record<string, string>> = { equal: 'in_list', not_equal: 'not_in_list', in_list: 'in_list', not_in_list: 'not_in_list' };

/**
 * Equality with what lies in the task's data. The server compares strictly, and "5" can be a text in one task and a number
 * in the other: all that is written alike is meant.
 */
const dataEquality = (operator: string, value: unknown): Pick<WireFilter, 'operator' | 'value'> => {
	const list = listOperators[operator];
	const all = list ? [value].flat().flatMap((text) => readings(String(text))) : [];
	return list && all.length > 1 ? { operator: list, value: all } : { operator, value };
};

const wireFilter = (label: string, condition: Condition, zone: string): WireFilter => {
	const { column, type: known } = columnOf(label, condition.column);
	// Data has no types of its own; what compares by size is a number there.
	const type = known ?? (comparing.has(String(condition.operator)) ? 'Number' : 'String');
	const operator = operatorOf(label, condition.operator, column, type);
	const operand = operandOf(label, column, type, operator);
	const typed = (value: unknown): unknown => {
		const wire = toWire(operand, value, zone);
		// Several versions or annotations may be looked for at once: a list of the ones, a text with the others.
		if (column === 'predictions_model_versions') return [wire];
		return column === 'annotations_ids' ? String(wire) : wire;
	};
	const filter = `filter:tasks:${column}`;
	switch (operator.operands) {
		case 0:
			return { filter, operator: 'empty', type, value: operator.value === 'empty' };
		case 2:
			return { filter, operator: operator.value, type, value: { min: typed(condition.value), max: typed(condition.valueTo) } };
		default: {
			const value = typed(condition.value);
			return { filter, type, ...(known ? { operator: operator.value, value } : dataEquality(operator.value, value)) };
		}
	}
};

const readFilters = (read: Read, zone: string): { conjunction: string; items: WireFilter[] } | undefined => {
	const { condition: conditions = [] } = (read('conditions') ?? {}) as { condition?: Condition[] };
	if (conditions.length === 0) return undefined;
	const items = conditions.map((condition, index) => wireFilter(`Condition ${index + 1}`, condition, zone));
	return { conjunction: read('mustMatch') === 'or' ? 'or' : 'and', items };
};

/** One rule: Label Studio 1.23.2 sorts by the first one and ignores the others (data_manager/managers.py). */
const readOrdering = (read: Read): string[] | undefined => {
	const { rule } = (read('sort') ?? {}) as { rule?: { column?: unknown; direction?: unknown } };
	return rule && [`${rule.direction === 'desc' ? '-' : ''}tasks:${columnOf('Sort', rule.column).column}`];
};

const taskIds: OperationParameter = { name: 'included', in: 'body', kind: 'list', items: 'integer', at: 'taskIds', label: 'Task IDs', required: true };

const readSelection = (read: Read, zone: string): unknown => {
	switch (read('taskSelection')) {
		case 'all':
			return { all: true, excluded: [] };
		case 'conditions':
			if (readFilters(read, zone)) return { all: true, excluded: [] };
			throw new InputError('Conditions is required, but empty', 'Without a condition all tasks would be meant. To mean all on purpose, choose All in Tasks.');
		case 'view':
			return undefined;
		default:
			return { all: false, included: toWire(taskIds, read('taskIds'), zone) };
	}
};

const readQuery = (read: Read, zone: string): { filters?: unknown; ordering?: unknown } | undefined => {
	const [filters, ordering] = [readFilters(read, zone), readOrdering(read)];
	return filters || ordering ? { ...(filters && { filters }), ...(ordering && { ordering }) } : undefined;
};

const readers: Record<FormKind, (read: Read, zone: string) => unknown> = {
	filters: (read, zone) => (['ids', 'all', 'view'].includes(String(read('taskSelection'))) ? undefined : readFilters(read, zone)),
	ordering: readOrdering,
	query: readQuery,
	selection: readSelection,
	view: (read, zone) => {
		const title = read('viewTitle');
		const made = { ...(typeof title === 'string' && title.trim() !== '' && { title: title.trim() }), ...readQuery(read, zone) };
		return Object.keys(made).length > 0 ? made : undefined;
	},
};

/**
 * What the Data Manager's form says, as Label Studio wants it.
 *
 * @param own what the parameter's own JSON field holds, where it has one besides the form
 * @param zone time zone for dates that name none
 * @throws InputError naming the condition and what is wrong with it
 */
export const readForm = (parameter: OperationParameter, own: unknown, read: Read, zone: string): unknown => {
	const made = readers[parameter.form as FormKind](read, zone);
	if (made === undefined) return own;
	if (own === undefined) return made;
	if (parameter.form === 'view') return { ...(own as object), ...made };
	throw new InputError(`${parameter.label} and the fields for conditions and sorting exclude each other`, `Leave one of them empty.`);
};
