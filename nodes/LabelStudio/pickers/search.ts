import { NodeApiError, type ILoadOptionsFunctions, type INodeListSearchItems, type INodeListSearchResult } from 'n8n-workflow';
import type { LabelStudioClient } from '../http/client';
import { connect } from '../http/connect';
import type { LabelStudioError } from '../http/errors';
import { entities } from './entities';

/** Rows that a picker shows before it asks for more. */
export const pickerPageSize = 50;

/** Runs a picker's search with a client; what fails is shown in the picker in the node's own words. */
export const search = async (
	context: ILoadOptionsFunctions,
	find: (client: LabelStudioClient) => Promise<INodeListSearchResult>,
): Promise<INodeListSearchResult> => {
	try {
		return await find(await connect(context, { timeoutMs: 30_000, maxRetries: 1 }));
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

const located = ({ mode, value }: { mode?: string; value?: unknown }): string => {
	const text = String(value ?? '');
	return mode === 'url' ? (new RegExp(entities.project?.urlPattern ?? '').exec(text)?.[1] ?? '') : text;
};

/** The project that the node has chosen so far, wherever the operation keeps it. */
export const chosenProject = (context: ILoadOptionsFunctions): string | undefined => {
	for (const name of ['projectId', 'project', 'filters.project', 'additionalFields.project', 'updateFields.project']) {
		// n8n's own extractValue throws for a property that the operation does not have.
		const stored = context.getCurrentNodeParameter(name) as { mode?: string; value?: unknown } | number | string | undefined;
		const value = typeof stored === 'object' ? located(stored) : String(stored ?? '');
		if (/^\d+$/.test(value)) return value;
	}
	return undefined;
};
