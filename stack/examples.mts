import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkflowFile } from './n8n.mts';
import { projectRoot } from './paths.mts';

/** What a person would enter into an example besides the Label Studio credential. */
export interface ExampleEntries {
	/** Id of the project, for the nodes that have none chosen. */
	project?: number;
	/** Ids of further credentials by their type, such as `postgres`. */
	credentials?: Readonly<Record<string, string>>;
	/** Texts that stand for something of the person's own, and what takes their place. */
	texts?: Readonly<Record<string, string>>;
}

const folder = (): string => join(projectRoot(), 'examples');

/** Names of all examples: files in examples/, without their ending. */
export const exampleNames = (): string[] =>
	readdirSync(folder())
		.filter((file) => file.endsWith('.json'))
		.map((file) => file.replace(/\.json$/, ''));

/** Project fields that a person would choose something in. */
const chooseProject = (parameters: Record<string, unknown>, project: number): void => {
	const locator = parameters.project as { mode?: string; value?: unknown } | undefined;
	if (locator?.mode === 'list' && locator.value === '') parameters.project = { __rl: true, mode: 'list', value: project };
};

/**
 * An example workflow made ready to run: its files copied to where n8n may read them, its credentials and the rest
 * filled in.
 *
 * @param name file in examples/, without its ending
 * @param filesFolder what takes the place of the folder that a person would enter
 */
export const exampleWorkflow = (name: string, filesFolder: string, credentialId: string, { project, credentials = {}, texts = {} }: ExampleEntries = {}): WorkflowFile => {
	for (const file of readdirSync(folder()).filter((one) => one.endsWith('.csv'))) copyFileSync(join(folder(), file), join(filesFolder, file));
	let text = readFileSync(join(folder(), `${name}.json`), 'utf8');
	for (const [placeholder, own] of Object.entries({ '/path/to/examples': filesFolder, ...texts })) text = text.replaceAll(placeholder, own);
	const workflow = JSON.parse(text) as WorkflowFile;
	const ids: Record<string, string> = { labelStudioApi: credentialId, ...credentials };
	for (const node of workflow.nodes) {
		for (const [type, credential] of Object.entries(node.credentials ?? {})) credential.id = ids[type] ?? credential.id;
		if (project !== undefined) chooseProject(node.parameters, project);
	}
	return workflow;
};
