import type { IDataObject } from 'n8n-workflow';
import { InputError } from '../execution/input-error';
import type { Composite, Values } from './composite';
import { dataFields } from './labeling-config';
import { templates } from './templates';
import { checkWellFormed } from './well-formed';

/** Fields that make up the labeling config; the others are the project's. */
const own = ['template', 'labels', 'data_key'];

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/\n/g, '&#10;');

const checkLabels = (labels: readonly string[]): void => {
	if (labels.length === 0 || labels.some((label) => label.trim() === '')) throw new InputError('Labels must be texts that are not empty, such as Cat, Dog');
	const twice = labels.find((label, index) => labels.indexOf(label) !== index);
	if (twice !== undefined) throw new InputError(`Labels: "${twice}" is there twice`);
};

/** The labeling config that the fields of an item ask for. */
const configOf = ({ template: name, labels, data_key: key, label_config: whole }: Values): string => {
	if (name === 'own') return whole as string;
	const template = templates[name as string];
	if (!template) throw new InputError(`Template "${String(name)}" is not known`);
	const all = (labels as string[] | undefined) ?? template.labels ?? [];
	if (template.item) checkLabels(all);
	const filled = template.config.replace(/^( *)\{\{labels\}\}$/m, (_line, indent: string) => all.map((label) => `${indent}<${template.item} value="${escaped(label)}"/>`).join('\n'));
	if (key === undefined || !template.key) return filled;
	if (!/^\w+$/.test(key as string)) throw new InputError(`Data Key must be made of letters, digits and _, but is "${String(key)}"`);
	return filled.replaceAll(`"$${template.key}"`, () => `"$${String(key)}"`);
};

/** A new project for a common labeling job, or with a labeling config of the user's own; the config is checked before anything is made. */
export const projectFromTemplate: Composite = {
	each: async ({ client }, _index, values) => {
		const config = configOf(values);
		checkWellFormed('Labeling Config', config);
		const fields = dataFields(config).map(({ path }) => path.join('.'));
		if (fields.length === 0) {
			throw new InputError('Labeling Config shows no data', 'At least one tag has to have a name, and a value with the key of the task data behind a $, such as <Text name="text" value="$text"/>.');
		}
		await client.request({ method: 'POST', path: '/api/projects/validate/', body: { label_config: config }, repeatable: true });
		const settings = Object.fromEntries(Object.entries(values).filter(([name]) => !own.includes(name)));
		const made = await client.request({ method: 'POST', path: '/api/projects/', body: { ...settings, label_config: config } });
		return [{ json: { ...(made.body as IDataObject), data_fields: fields } }];
	},
};
