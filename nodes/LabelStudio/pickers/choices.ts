import { NodeApiError, type ILoadOptionsFunctions, type INodePropertyOptions } from 'n8n-workflow';
import type { LabelStudioClient } from '../http/client';
import { readProjectFields } from '../http/project';
import { columnTypes } from './columns';
import { choiceNames, choicesMethod, type ChoiceName } from './choice-names';
import { chosen } from './chosen';
import { ask } from './search';

type Load = (client: LabelStudioClient, project: string) => Promise<INodePropertyOptions[]>;

const get = async <T>(client: LabelStudioClient, path: string, query: Array<readonly [string, string]> = []): Promise<T> =>
	(await client.request({ method: 'GET', path, query })).body as T;

interface Column {
	id: string;
	title: string;
	type: string;
	parent?: string;
}

/** `GET /api/dm/columns/?project=`; what lies inside of the task's data comes first there, and here. Seen in 1.23.2. */
const columns: Load = async (client, project) => {
	const answer = await get<{ columns: Column[] }>(client, '/api/dm/columns/', [['project', project]]);
	return answer.columns
		.filter(({ id }) => id !== 'data')
		.map(({ id, title, type, parent }) => {
			if (parent === 'data') return { name: `Data: ${title}`, value: `data.${id}` };
			// The type of a column that this version of the node does not know has to travel with it.
			return { name: title, value: id in columnTypes ? id : `${id}|${type}` };
		});
};

/** `GET /api/projects/{id}/export/formats`. Seen in 1.23.2. */
const exportFormats: Load = async (client, project) => {
	const formats = await get<Array<{ name: string; title: string; description?: string; disabled?: boolean }>>(client, `/api/projects/${project}/export/formats`);
	return formats.map(({ name, title, description, disabled }) => ({ name: disabled ? `${title} (Not for This Project)` : title, value: name, description }));
};

/** `GET /api/dm/actions/?project=`: what the user of the token may do. Seen in 1.23.2. */
const bulkActions: Load = async (client, project) => {
	const actions = await get<Array<{ id: string; title: string; hidden?: boolean }>>(client, '/api/dm/actions/', [['project', project]]);
	return actions.filter(({ hidden }) => !hidden).map(({ id, title }) => ({ name: title, value: id }));
};

/** `GET /api/projects/{id}/model-versions/`: `{version: number of predictions}`. Seen in 1.23.2. */
const modelVersions: Load = async (client, project) => {
	const versions = await get<Record<string, number>>(client, `/api/projects/${project}/model-versions/`);
	return Object.entries(versions).map(([version, count]) => ({ name: `${version} (${count} Predictions)`, value: version }));
};

/** Labels of all control tags in the project's `parsed_label_config`. Seen in 1.23.2. */
const labels: Load = async (client, project) => {
	const { parsed_label_config: config } = await readProjectFields(client, project, ['parsed_label_config']);
	const all = Object.values((config ?? {}) as Record<string, { labels?: string[] }>).flatMap(({ labels: some }) => some ?? []);
	return [...new Set(all)].map((label) => ({ name: label, value: label }));
};

const lists: Readonly<Record<ChoiceName, Load>> = { bulkActions, columns, exportFormats, labels, modelVersions };

const loader = (load: Load) =>
	async function (this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		const project = chosen(this, 'project');
		if (project === undefined) {
			const message = 'Choose the project first, or enter the value as an expression';
			throw new NodeApiError(this.getNode(), { message }, { message });
		}
		return await ask(this, async (client) => await load(client, project));
	};

/** Option lists that the server knows, all of them a project's: the node's `methods.loadOptions`. */
export const optionLists = Object.fromEntries(choiceNames.map((name) => [choicesMethod(name), loader(lists[name])]));
