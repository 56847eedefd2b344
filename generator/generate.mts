import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INodeProperties } from 'n8n-workflow';
import { readCapabilities } from './capability.mts';
import { conditionFields } from './forms.mts';
import { literal } from './literal.mts';
import { toNodeResource, type NodeResource } from './node-model.mts';
import { arrange, findable, parts } from './panel.mts';
import { picker } from './properties.mts';
import { referencePage } from './reference-page.mts';

const header = '// Written by the generator from capability/: change it there and run `npm run generate`.\n\n';

const table = (resources: NodeResource[]): string => {
	const rows = Object.fromEntries(resources.map((resource) => [resource.value, resource.operations]));
	return `${header}import type { OperationTable } from '../execution/operation';\n\nexport const operations: OperationTable = ${literal(rows, 0, 180)};\n`;
};

const propertiesFile = (name: string, properties: INodeProperties[]): string =>
	`${header}import type { INodeProperties } from 'n8n-workflow';\n\nexport const ${name}: INodeProperties[] = ${literal(properties)};\n`;

/** The lists that make up the panel, from top to bottom, each by the name of its file. */
const propertyLists = (resources: NodeResource[]): Array<[name: string, properties: INodeProperties[]]> => {
	const all = resources.flatMap(({ value, operations }) => Object.keys(operations).map((operation) => ({ resource: value, operation })));
	const arranged = arrange(
		resources.flatMap(({ shown }) => shown),
		all,
	);
	const lists: Array<[string, INodeProperties[]]> = [['operation', resources.map(({ operationProperty }) => operationProperty)], ...parts.map((part): [string, INodeProperties[]] => [part, arranged[part]])];
	return lists.filter(([, properties]) => properties.length > 0);
};

const index = (resources: NodeResource[], lists: string[]): string => {
	const options = resources.map(({ label, value, description }) => ({ name: label, value, description }));
	const dropdown = {
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options,
		default: options.some(({ value }) => value === 'task') ? 'task' : options[0]?.value,
	};
	return (
		header +
		`import type { INodeProperties } from 'n8n-workflow';\n` +
		lists.map((name) => `import { ${name} } from './${name}.properties';\n`).join('') +
		`\nconst resource: INodeProperties = ${literal(dropdown)};\n\nconst findable: INodeProperties = ${literal(findable)};\n\n` +
		`export const properties: INodeProperties[] = [\n\tresource,\n\tfindable,\n${lists.map((name) => `\t...${name},\n`).join('')}];\n`
	);
};

/** Fields that the triggers share with the action node. */
const triggerFields = (): string => {
	const fields = { projectField: picker('project', true), viewField: picker('view', false) };
	return (
		header +
		`import type { INodeProperties } from 'n8n-workflow';\n` +
		Object.entries(fields).map(([name, field]) => `\nexport const ${name}: INodeProperties = ${literal(field)};\n`).join('') +
		`\nexport const conditionFields: INodeProperties[] = ${literal(conditionFields)};\n`
	);
};

/**
 * The generated files of some capability files.
 *
 * @returns the resources, sorted by label, each file's text by its name, and the page for people
 * @throws CapabilityError naming file, line and key
 */
export const generate = (capabilityFiles: string[]): { resources: NodeResource[]; files: Map<string, string>; page: string } => {
	const resources = readCapabilities(capabilityFiles)
		.map(toNodeResource)
		.sort((a, b) => a.label.localeCompare(b.label, 'en', { sensitivity: 'base' }));
	const files = new Map<string, string>();
	files.set('operations.ts', table([...resources].sort((a, b) => (a.value < b.value ? -1 : 1))));
	const lists = propertyLists(resources);
	files.set(
		'properties.ts',
		index(
			resources,
			lists.map(([name]) => name),
		),
	);
	files.set('trigger.properties.ts', triggerFields());
	for (const [name, properties] of lists) files.set(`${name}.properties.ts`, propertiesFile(name, properties));
	return { resources, files, page: referencePage(resources) };
};

const isGenerated = (name: string): boolean => name.endsWith('.ts');

/** Writes the files into a folder and removes what an earlier run left there. */
export const writeGenerated = (files: Map<string, string>, folder: string): void => {
	mkdirSync(folder, { recursive: true });
	for (const name of readdirSync(folder)) if (isGenerated(name) && !files.has(name)) rmSync(join(folder, name));
	for (const [name, text] of files) writeFileSync(join(folder, name), text);
};

/** Names of the files in a folder that differ from what would be generated, lacking and left-over ones included. */
export const staleFiles = (files: Map<string, string>, folder: string): string[] => {
	const there = new Map(readdirSync(folder).filter(isGenerated).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
	const names = new Set([...files.keys(), ...there.keys()]);
	return [...names].filter((name) => files.get(name) !== there.get(name)).sort();
};

/** The capability files of a folder, sorted. */
export const capabilityFiles = (folder: string): string[] =>
	readdirSync(folder)
		.filter((name) => name.endsWith('.yaml'))
		.sort()
		.map((name) => join(folder, name));
