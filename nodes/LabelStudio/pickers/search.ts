import { NodeApiError, type ILoadOptionsFunctions, type INodeListSearchItems, type INodeListSearchResult } from 'n8n-workflow';
import type { LabelStudioClient } from '../http/client';
import { connect } from '../http/connect';
import type { LabelStudioError } from '../http/errors';
import { chosen } from './chosen';
import { entities, requiredParents, searchMethod, type Entity, type EntityList } from './entities';

/** Rows that a picker shows before it asks for more. */
export const pickerPageSize = 50;

/** Runs what a picker asks with a client; what fails is shown in the picker in the node's own words. */
export const ask = async <T>(context: ILoadOptionsFunctions, question: (client: LabelStudioClient) => Promise<T>): Promise<T> => {
	try {
		return await question(await connect(context, { timeoutMs: 30_000, maxRetries: 1 }));
	} catch (error) {
		const { message, description } = error as LabelStudioError;
		throw new NodeApiError(context.getNode(), { message }, { message, description });
	}
};

/** Entries whose name or id holds the text, whatever its case. */
export const matching = (entries: INodeListSearchItems[], filter: string | undefined): INodeListSearchItems[] => {
	const text = filter?.trim().toLowerCase();
	return text ? entries.filter(({ name, value }) => name.toLowerCase().includes(text) || String(value) === text) : entries;
};

/**
 * The parents that a list needs.
 *
 * @throws NodeApiError naming the one that is not chosen yet
 */
export const parentsOf = (context: ILoadOptionsFunctions, entity: string): Record<string, string> =>
	Object.fromEntries(
		requiredParents(entity).map((parent) => {
			const value = chosen(context, parent);
			if (value !== undefined) return [parent, value];
			const message = `Choose ${parent === 'provider' ? 'the provider' : `the ${entities[parent]?.label.toLowerCase() ?? parent}`} first, or enter the ID`;
			throw new NodeApiError(context.getNode(), { message }, { message });
		}),
	);

type Row = { id: number | string } & Record<string, unknown>;

const fieldOf = (row: Row, path: string): unknown => path.split('.').reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], row);

const titleOf = (row: Row, { label, list }: Entity): string => {
	for (const title of list?.title ?? []) {
		const value = title.includes('{') ? title.replace(/\{([\w.]+)\}/g, (_, path: string) => String(fieldOf(row, path))) : fieldOf(row, title);
		if (typeof value === 'string' && value.trim() !== '') return value;
	}
	return `${label} ${row.id}`;
};

const queryOf = (context: ILoadOptionsFunctions, list: EntityList, parents: Record<string, string>): Array<readonly [string, string]> => {
	const query = [...(list.query ?? [])];
	for (const [parent, value] of Object.entries(parents)) if (!list.path.includes(`{${parent}}`)) query.push([parent, value]);
	for (const parent of list.narrowedBy ?? []) {
		const value = chosen(context, parent);
		if (value !== undefined) query.push([parent, value]);
	}
	return query;
};

const searchOf = (name: string, entity: Entity, list: EntityList) =>
	async function (this: ILoadOptionsFunctions, filter?: string, paginationToken?: string): Promise<INodeListSearchResult> {
		const parents = parentsOf(this, name);
		return await ask(this, async (client) => {
			const page = Number(paginationToken ?? 1);
			const text = filter?.trim() ?? '';
			const query = queryOf(this, list, parents);
			if (list.paged) query.push(['page', String(page)], ['page_size', String(pickerPageSize)]);
			if (list.searchBy && text) query.push([list.searchBy, text]);
			const path = list.path.replace(/\{(\w+)\}/g, (_, parent: string) => encodeURIComponent(parents[parent] ?? ''));
			const { body } = await client.request({ method: 'GET', path, query });
			const { results, next } = (Array.isArray(body) ? { results: body } : body) as { results: Row[]; next?: string | null };
			const entries = results.map((row) => ({ name: titleOf(row, entity), value: row.id }));
			return {
				results: list.searchBy ? entries : matching(entries, filter),
				paginationToken: list.paged && next ? String(page + 1) : undefined,
			};
		});
	};

/** The list searches of all entities that are listed the plain way, for the node's `methods.listSearch`. */
export const listSearches = Object.fromEntries(
	Object.entries(entities).flatMap(([name, entity]) => (entity.list ? [[searchMethod(name) as string, searchOf(name, entity, entity.list)]] : [])),
);
