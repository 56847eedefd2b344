/** What the Data Manager is asked for, as far as lists look into it. */
export interface TaskQuery {
	filters?: { conjunction?: string; items?: readonly unknown[] };
	ordering?: string[];
}

/** A query of the Data Manager as text. The server decodes percent signs once more than it should: seen in 1.23.2 (data_manager/functions.py). */
export const taskQueryText = (query: unknown): string => JSON.stringify(query).replaceAll('%', '\\u0025');

/** A condition of the Data Manager. */
export interface TaskFilter {
	filter: string;
	operator: string;
	type: 'String' | 'Number' | 'Datetime';
	value: unknown;
}

export const taskFilter = (column: string, operator: string, value: unknown, type: TaskFilter['type'] = 'String'): TaskFilter => ({ filter: `filter:tasks:${column}`, operator, type, value });

/** Tasks with a higher id. */
export const isLater = (id: number): TaskFilter => taskFilter('id', 'greater', id, 'Number');

/** The text of a query for the tasks that meet all conditions. */
export const allOfText = (filters: readonly TaskFilter[]): string => taskQueryText({ filters: { conjunction: 'and', items: filters } });

/** A query of the Data Manager from its text; an empty one for none. */
export const parseTaskQuery = (text: string | undefined): TaskQuery => {
	if (text === undefined) return {};
	const query: unknown = JSON.parse(text);
	return typeof query === 'object' && query !== null ? query : {};
};
