import { NodeApiError, type ILoadOptionsFunctions, type ResourceMapperField, type ResourceMapperFields } from 'n8n-workflow';
import { dataFields } from '../composite/labeling-config';
import { readProjectFields } from '../http/project';
import { chosen } from './chosen';
import { mapperMethod, type MapperName } from './mapper-names';
import { ask } from './search';

const field = (id: string, required: boolean): ResourceMapperField => ({ id, displayName: id, required, defaultMatch: false, display: true });

/**
 * The fields of a project's tasks: those that the labeling config needs, the field to match by where the node has one, and those
 * that tasks have already. `GET /api/projects/{id}/` and `…/summary/`, seen in 1.23.2.
 */
async function taskFields(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	const project = chosen(this, 'project');
	if (project === undefined) {
		const message = 'Choose the project first';
		throw new NodeApiError(this.getNode(), { message }, { message });
	}
	return await ask(this, async (client) => {
		const [{ label_config: config }, { body: summary }] = await Promise.all([
			readProjectFields(client, project, ['label_config']),
			client.request({ method: 'GET', path: `/api/projects/${project}/summary/` }),
		]);
		const { all_data_columns: seen } = summary as { all_data_columns?: Record<string, number> | null };
		const needed = dataFields(config ?? '').map(({ path }) => path[0] as string);
		const match = String(this.getCurrentNodeParameter('matchField') ?? '').trim();
		const required = new Set(match === '' || match.startsWith('=') ? needed : [match, ...needed]);
		const others = Object.keys(seen ?? {}).filter((key) => !required.has(key));
		return {
			fields: [...[...required].map((key) => field(key, true)), ...others.map((key) => ({ ...field(key, false), removed: true }))],
			emptyFieldsNotice: 'The labeling config of the project shows no data. Set it up in Label Studio, or use all fields of the item.',
		};
	});
}

/** Fields that can be mapped: the node's `methods.resourceMapping`. */
export const resourceMappers: Readonly<Record<string, typeof taskFields>> = { [mapperMethod('taskFields' satisfies MapperName)]: taskFields };
