import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { entities } from './entities';

/** What a field of the node holds: a plain value or a resource locator. */
type Stored = { mode?: string; value?: unknown } | number | string | undefined;

const located = (stored: Stored, entity: string): string => {
	if (typeof stored !== 'object' || stored === null) return String(stored ?? '');
	const text = String(stored.value ?? '');
	return stored.mode === 'url' ? (new RegExp(entities[entity]?.urlPattern ?? '').exec(text)?.[1] ?? '') : text;
};

/** Where operations keep an object's id: on top, as a helper for pickers, or in a collection. */
const places = (entity: string): string[] => [
	entity,
	`${entity}Scope`,
	...['filters', 'additionalFields', 'updateFields', 'queryOptions'].map((collection) => `${collection}.${entity}`),
];

/** The id of an object that the node has chosen so far, wherever the operation keeps it; undefined for an expression. */
export const chosen = (context: ILoadOptionsFunctions, entity: string): string | undefined => {
	for (const name of places(entity)) {
		// n8n's own extractValue throws for a property that the operation does not have.
		const value = located(context.getCurrentNodeParameter(name) as Stored, entity);
		if (/^[A-Za-z0-9_]+$/.test(value)) return value;
	}
	return undefined;
};
