import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { allOfText, taskFilter } from '../http/task-query';
import { ask, parentsOf, pickerPageSize } from './search';

interface TaskRow {
	id: number;
	data?: Record<string, unknown>;
}

const longestPreview = 80;

/** The longest text of a task's data, which is what a person recognises it by. */
const preview = ({ id, data }: TaskRow): string => {
	const texts = Object.values(data ?? {}).filter((value): value is string => typeof value === 'string' && value.trim() !== '');
	const text = texts.reduce((longest, one) => (one.length > longest.length ? one : longest), '');
	if (!text) return `Task ${id}`;
	return `${id}: ${text.length > longestPreview ? `${text.slice(0, longestPreview)}…` : text}`;
};

const byId = (filter: string): string => allOfText([taskFilter('id', 'equal', Number(filter), 'Number')]);

/** Tasks of the chosen project, page by page; a number finds the task with that id. */
export async function searchTasks(this: ILoadOptionsFunctions, filter?: string, paginationToken?: string): Promise<INodeListSearchResult> {
	const { project } = parentsOf(this, 'task') as { project: string };
	return await ask(this, async (client) => {
		const page = Number(paginationToken ?? 1);
		const text = filter?.trim() ?? '';
		const query: Array<[string, string]> = [
			['project', project],
			['include', 'id,data'],
			['resolve_uri', 'false'],
			['page', String(page)],
			['page_size', String(pickerPageSize)],
		];
		if (/^\d+$/.test(text)) query.push(['query', byId(text)]);
		const { body } = await client.request({ method: 'GET', path: '/api/tasks/', query });
		const { tasks, total } = body as { tasks: TaskRow[]; total: number };
		const results = tasks.map((task) => ({ name: preview(task), value: task.id }));
		const wanted = /^\d*$/.test(text) ? results : results.filter(({ name }) => name.toLowerCase().includes(text.toLowerCase()));
		return { results: wanted, paginationToken: page * pickerPageSize < total ? String(page + 1) : undefined };
	});
}
