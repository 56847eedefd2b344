import type { OperationParameter } from '../../nodes/LabelStudio/execution/operation.ts';
import type { FactType } from '../support/facts.mts';

/** A value as a person enters it, and what must arrive at the server. */
export interface Sample {
	input: unknown;
	wire: unknown;
}

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

const factSample = (fact: FactType, row: OperationParameter): Sample => {
	const values = fact.enum ?? fact.oneOf?.find((one) => one.enum)?.enum;
	if (values) {
		const value = values.at(-1) as string;
		return { input: value, wire: value };
	}
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
			return row.kind === 'list' ? { input: 'first, second', wire: ['first', 'second'] } : json(['first', 'second']);
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

const textSample = (fact: FactType, row: OperationParameter): Sample => {
	if (fact.format === 'date-time') return { input: '2026-01-31T10:30:00+01:00', wire: '2026-01-31T09:30:00.000Z' };
	if (row.in === 'path') return row.kind === 'integer' ? { input: 41, wire: 41 } : { input: 'a-slug_1', wire: 'a-slug_1' };
	if (row.kind === 'json') {
		const value = { ordering: ['-tasks:id'], filters: { conjunction: 'or', items: [{ value: 'ä & b=c' }, {}] } };
		return { input: JSON.stringify(value), wire: JSON.stringify(value) };
	}
	if (row.kind === 'list') return { input: 'id, data', wire: 'id,data' };
	return { input: 'text with spaces, ä & b=c?', wire: 'text with spaces, ä & b=c?' };
};
