import type { INodeProperties } from 'n8n-workflow';
import { entities } from './entities';

const { urlPattern, urlExample } = entities.project as { urlPattern: string; urlExample: string };

/** The project of a trigger; the action node's own are generated. Read with `extractValue`. */
export const projectLocator: INodeProperties = {
	displayName: 'Project',
	name: 'project',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select a project...',
			typeOptions: { searchListMethod: 'searchProjects', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 12',
			validation: [{ type: 'regex', properties: { regex: '\\s*[1-9][0-9]*\\s*', errorMessage: 'An ID is a whole number above 0' } }],
		},
		{
			displayName: 'By URL',
			name: 'url',
			type: 'string',
			placeholder: `e.g. ${urlExample}`,
			validation: [{ type: 'regex', properties: { regex: `.*${urlPattern}.*`, errorMessage: 'Not the address of a project page' } }],
			extractValue: { type: 'regex', regex: `.*${urlPattern}.*` },
		},
	],
	description: 'Project whose changes start the workflow',
};
