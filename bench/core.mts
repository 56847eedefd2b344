import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { IDataObject, INodeExecutionData, INodeType } from 'n8n-workflow';
import { projectRoot } from '../stack/paths.mts';

const require = createRequire(import.meta.url);

interface NodeRun {
	items: INodeExecutionData[];
	error?: Error;
}

/**
 * Runs the built node (dist/) in n8n's own engine, without n8n around it.
 *
 * @param credential with a legacy token, as nothing exchanges tokens here
 */
export const runInCore = async (parameters: IDataObject, credential: { baseUrl: string; apiToken: string }, items: INodeExecutionData[]): Promise<NodeRun> => {
	require('reflect-metadata');
	const { WorkflowExecute } = require('n8n-core') as typeof import('n8n-core');
	const { createRunExecutionData, Workflow } = require('n8n-workflow') as typeof import('n8n-workflow');
	const dist = (...parts: string[]) => require(join(projectRoot(), 'dist', ...parts)) as Record<string, new () => unknown>;
	const node = new (dist('nodes', 'LabelStudio', 'LabelStudio.node.js').LabelStudio as new () => INodeType)();
	const type = new (dist('credentials', 'LabelStudioApi.credentials.js').LabelStudioApi as new () => { authenticate: (...values: unknown[]) => unknown; properties: unknown[] })();
	const source = { description: { displayName: 'Source', name: 'source', group: ['input'], version: 1, defaults: {}, inputs: [], outputs: ['main'], properties: [] }, execute: async () => [items] } as unknown as INodeType;
	const types: Record<string, INodeType> = { 'n8n-nodes-base.manualTrigger': source, labelStudio: node };
	const nodeTypes = { getByName: (name: string) => types[name], getByNameAndVersion: (name: string) => types[name], getKnownTypes: () => ({}) };
	const workflow = new Workflow({
		id: 'bench',
		name: 'bench',
		active: false,
		nodes: [
			{ id: '1', name: 'Source', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, position: [0, 0], parameters: {} },
			{ id: '2', name: 'Node', type: 'labelStudio', typeVersion: 1, position: [200, 0], parameters: parameters as never, credentials: { labelStudioApi: { id: '1', name: 'Label Studio' } } },
		],
		connections: { Source: { main: [[{ node: 'Node', type: 'main', index: 0 }]] } },
		nodeTypes: nodeTypes as never,
		settings: { executionOrder: 'v1' },
	});
	const stored = { ignoreTlsIssues: false, sessionToken: '', ...credential };
	const credentialsHelper = {
		getParentTypes: () => [],
		isCredentialUsableByNode: () => true,
		authenticate: async (credentials: unknown, _type: string, options: unknown) => await type.authenticate(credentials, options),
		preAuthentication: async () => undefined,
		getDecrypted: async () => ({ ...stored }),
		getCredentialsProperties: () => type.properties,
	};
	const addresses = Object.fromEntries(['restApiUrl', 'instanceBaseUrl', 'formWaitingBaseUrl', 'webhookBaseUrl', 'webhookWaitingBaseUrl', 'webhookTestBaseUrl'].map((name) => [name, 'http://127.0.0.1']));
	const additionalData = { credentialsHelper, currentNodeExecutionIndex: 0, executionId: 'bench', ...addresses, variables: {}, userId: 'bench', setExecutionStatus: () => {}, hooks: { runHook: async () => {}, addHandler: () => {} } };
	const { data } = await new WorkflowExecute(additionalData as never, 'manual', createRunExecutionData({})).run({ workflow });
	const run = data.resultData.runData.Node?.at(-1);
	return { items: run?.data?.main?.[0] ?? [], error: (run?.error ?? data.resultData.error) as Error | undefined };
};
