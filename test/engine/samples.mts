import type { OperationParameter } from '../../nodes/LabelStudio/execution/operation.ts';
import type { FactType } from '../support/facts.mts';

/** A value as a person enters it, and what must arrive at the server. */
export interface Sample {
	input: unknown;
	wire: unknown;
	/** Properties of the node that make up the value, where it is not one field. */
	parameters?: Record<string, unknown>;
}

/** What the Data Manager's form of a parameter is filled in with; undefined for one that is entered as JSON. */
export const formSample = ({ form }: OperationParameter, selection: 'ids' | 'conditions'): Sample | undefined => {
	const made = (parameters: Record<string, unknown>, wire: unknown): Sample => ({ input: undefined, wire, parameters });
	switch (form) {
		case 'selection':
			return selection === 'ids'
				? made({ taskSelection: 'ids', taskIds: '12, 13' }, { all: false, included: [12, 13] })
				: made({ taskSelection: 'conditions' }, { all: true, excluded: [] });
		case 'filters':
			return made(
				{ conditions: { condition: [{ column: 'total_annotations', operator: 'equal', value: '0' }] }, mustMatch: 'or' },
				{ conjunction: 'or', items: [{ filter: 'filter:tasks:total_annotations', operator: 'equal', type: 'Number', value: 0 }] },
			);
		case 'ordering':
			return made({ sort: { rule: { column: 'created_at', direction: 'desc' } } }, ['-tasks:created_at']);
		default:
			return undefined;
	}
};

const types = (fact: FactType): string[] => (Array.isArray(fact.type) ? fact.type : fact.type.split('|')).filter((type) => type !== 'null');

const json = (wire: unknown): Sample => ({ input: JSON.stringify(wire), wire });

/**
 * A value for a parameter, made from the facts alone; only how it is entered (picker, text, JSON) is taken from the
 * table. Falsy values on purpose: an explicit false or 0 has to arrive.
 */
export const sample = (fact: FactType, row: OperationParameter): Sample => {
	const base = factSample(fact, row);
	if (!row.entity) return base;
	return { input: { __rl: true, mode: 'id', value: String(base.wire) }, wire: base.wire };
};

/** A value from the table alone, for what the facts do not know: members of objects, most of all. */
export const tableSample = (row: OperationParameter): Sample => {
	const { input, wire } = tableValue(row);
	return { input: row.entity ? { __rl: true, mode: 'id', value: String(wire) } : input, wire };
};

const tableValue = (row: OperationParameter): Sample => {
	if (row.values) return { input: row.kind === 'list' ? row.values : row.values.at(-1), wire: row.kind === 'list' ? row.values : row.values.at(-1) };
	switch (row.kind) {
		case 'integer':
		case 'number':
			return { input: 41, wire: 41 };
		case 'boolean':
			return { input: false, wire: false };
		case 'dateTime':
			return { input: '2026-01-31T10:30:00+01:00', wire: '2026-01-31T09:30:00.000Z' };
		case 'json':
			return row.json === 'array' ? json([{ a: 1 }]) : json({ a: 1 });
		case 'list':
			return row.items ? { input: '12, 13', wire: [12, 13] } : { input: 'first, second', wire: ['first', 'second'] };
		default:
			return { input: 'text', wire: 'text' };
	}
};

const membersSample = (row: OperationParameter): Sample => {
	const made = (row.fields ?? []).map((member) => ({ member, ...tableSample(member) }));
	const input = Object.fromEntries(made.map((one) => [one.member.at, one.input]));
	const wire: Record<string, unknown> = {};
	for (const { member, wire: value } of made) {
		const [outer, inner] = member.name.split('.') as [string, string?];
		wire[outer] = inner ? { ...(wire[outer] as object), [inner]: value } : value;
	}
	return row.json === 'array' ? { input: { row: [input] }, wire: [wire] } : { input, wire };
};

const factSample = (fact: FactType, row: OperationParameter): Sample => {
	if (row.fields) return membersSample(row);
	const values = fact.enum ?? fact.oneOf?.find((one) => one.enum)?.enum;
	if (values) {
		const value = values.at(-1) as string;
		return { input: value, wire: value };
	}
	if (fact.items?.enum) return { input: fact.items.enum, wire: fact.items.enum };
	const type = types(fact)[0] as string;
	switch (type) {
		case 'integer':
			return row.in === 'path' || row.entity ? { input: 41, wire: 41 } : { input: 0, wire: 0 };
		case 'number':
			return row.entity ? { input: 41, wire: 41 } : { input: 0.25, wire: 0.25 };
		case 'boolean':
			return { input: false, wire: false };
		case 'array<integer>':
			return row.kind === 'list' ? { input: '12, 13', wire: [12, 13] } : json([12, 13]);
		case 'array<string>':
			if (fact.items?.enum) return { input: fact.items.enum, wire: fact.items.enum };
			return row.kind === 'list' ? { input: 'first, second', wire: ['first', 'second'] } : json(['first', 'second']);
		case 'array<array<string>>':
			return json([['first', 'a "quoted" text'], ['second', '']]);
		case 'array<any>':
		case 'array<object>':
			return json([{ data: { text: 'a "quoted" text' }, nested: [1, null, { deep: false }] }]);
		case 'object':
		case 'any':
			// A selection that selects, where one is asked for; any object elsewhere.
			return json({ all: false, included: [12] });
		case 'string':
			return textSample(fact, row);
		default:
			throw new Error(`no sample for the type ${type}`);
	}
};

/** What the facts call a text and the node a list: comma-separated on the wire. */
const listTextSample = ({ items }: OperationParameter): Sample => (items ? { input: '12, 13', wire: '12,13' } : { input: 'id, data', wire: 'id,data' });

const textSample = (fact: FactType, row: OperationParameter): Sample => {
	if (fact.format === 'date-time') return { input: '2026-01-31T10:30:00+01:00', wire: '2026-01-31T09:30:00.000Z' };
	// Some ids are published as texts.
	if (row.kind === 'integer') return { input: 41, wire: 41 };
	if (row.in === 'path') return { input: 'a-slug_1', wire: 'a-slug_1' };
	if (row.kind === 'json') {
		const value = { ordering: ['-tasks:id'], filters: { conjunction: 'or', items: [{ value: 'ä & b=c' }, {}] } };
		return { input: JSON.stringify(value), wire: JSON.stringify(value) };
	}
	if (row.values) return { input: row.values, wire: row.values };
	if (row.kind === 'list') return listTextSample(row);
	return { input: 'text with spaces, ä & b=c?', wire: 'text with spaces, ä & b=c?' };
};
