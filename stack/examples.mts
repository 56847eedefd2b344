import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkflowFile } from './n8n.mts';
import { projectRoot } from './paths.mts';

/**
 * An example workflow made ready to run: its files copied to where n8n may read them, its credential filled in.
 *
 * @param name file in examples/, without its ending
 * @param filesFolder what takes the place of the folder that a person would enter
 */
export const exampleWorkflow = (name: string, filesFolder: string, credentialId: string): WorkflowFile => {
	const examples = join(projectRoot(), 'examples');
	for (const file of readdirSync(examples).filter((one) => one.endsWith('.csv'))) copyFileSync(join(examples, file), join(filesFolder, file));
	const text = readFileSync(join(examples, `${name}.json`), 'utf8').replaceAll('/path/to/examples', filesFolder);
	const workflow = JSON.parse(text) as WorkflowFile;
	for (const node of workflow.nodes) {
		if (node.credentials?.labelStudioApi) node.credentials.labelStudioApi = { id: credentialId, name: 'Label Studio' };
	}
	return workflow;
};
