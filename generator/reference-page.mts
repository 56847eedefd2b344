import type { INodePropertyOptions } from 'n8n-workflow';
import type { NodeResource } from './node-model.mts';

const operationsOf = ({ properties }: NodeResource): INodePropertyOptions[] => (properties.find(({ name }) => name === 'operation')?.options ?? []) as INodePropertyOptions[];

const anchor = (label: string): string => label.toLowerCase().replaceAll(' ', '-');

/** Markdown that survives a table cell. */
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');

const section = (resource: NodeResource): string => {
	const rows = operationsOf(resource).map(({ name, value, description }) => {
		const { method, path, composite } = resource.operations[String(value)] as NodeResource['operations'][string];
		return `| ${cell(name)} | ${cell(description ?? '')} | ${composite ? 'several requests' : `\`${method} ${path}\``} |`;
	});
	return `## ${resource.label}\n\n${cell(resource.description)}\n\n| Operation | What it does | Request |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
};

/** The page that lists all resources and operations of the node for people (docs/operations.md). */
export const referencePage = (resources: NodeResource[]): string => {
	const count = resources.reduce((sum, resource) => sum + operationsOf(resource).length, 0);
	const contents = resources.map((resource) => `- [${resource.label}](#${anchor(resource.label)}): ${operationsOf(resource).map(({ name }) => name).join(', ')}`);
	return `<!-- Written by the generator from capability/: change it there and run \`npm run generate\`. -->\n\n# Resources and operations\n\nThe Label Studio node has ${count} operations of ${resources.length} resources. Where a name ends in (Enterprise), Label Studio Community answers that it does not have it.\n\n${contents.join('\n')}\n\n${resources.map(section).join('\n')}`;
};
