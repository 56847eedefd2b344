import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { pickerPageSize, search } from './search';

interface ProjectRow {
	id: number;
	title: string | null;
}

/** Projects by title: `title` filters on the server, `search` is ignored by Community 1.23.2. */
export async function searchProjects(this: ILoadOptionsFunctions, filter?: string, paginationToken?: string): Promise<INodeListSearchResult> {
	return await search(this, async (client) => {
		const page = Number(paginationToken ?? 1);
		const query: Array<[string, string]> = [
			['include', 'id,title'],
			['page', String(page)],
			['page_size', String(pickerPageSize)],
		];
		if (filter?.trim()) query.push(['title', filter.trim()]);
		const { body } = await client.request({ method: 'GET', path: '/api/projects/', query });
		const { results, next } = body as { results: ProjectRow[]; next: string | null };
		return {
			results: results.map(({ id, title }) => ({ name: title?.trim() ? title : `Project ${id}`, value: id })),
			paginationToken: next ? String(page + 1) : undefined,
		};
	});
}
