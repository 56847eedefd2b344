import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { chosenProject, matching, search } from './search';

interface ViewRow {
	id: number;
	project: number;
	data?: { title?: string };
}

/** Data Manager tabs of the chosen project, or of all projects while none is chosen. */
export async function searchViews(this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
	return await search(this, async (client) => {
		const project = chosenProject(this);
		const { body } = await client.request({ method: 'GET', path: '/api/dm/views/', query: project ? [['project', project]] : [] });
		const views = (body as ViewRow[]).map((view) => {
			const title = view.data?.title?.trim() ? view.data.title : `View ${view.id}`;
			return { name: project ? title : `${title} (project ${view.project})`, value: view.id };
		});
		return { results: matching(views, filter) };
	});
}
