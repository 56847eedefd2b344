import 'reflect-metadata';
import { LoadOptionsContext, WorkflowExecute } from 'n8n-core';
import {
	createRunExecutionData,
	NodeConnectionTypes,
	Workflow,
	type ICredentialDataDecryptedObject,
	type IDataObject,
	type INodeListSearchResult,
	type INodePropertyOptions,
	type IHttpRequestHelper,
	type IHttpRequestOptions,
	type INode,
	type INodeExecutionData,
	type INodeParameters,
	type INodeType,
	type INodeTypes,
	type IWorkflowExecuteAdditionalData,
	type ResourceMapperFields,
} from 'n8n-workflow';
import { LabelStudioApi } from '../../credentials/LabelStudioApi.credentials';
import { LabelStudio } from '../../nodes/LabelStudio/LabelStudio.node';
import { patientRegexes } from './patient-regex.mts';

patientRegexes();

/** How one node run went. */
export interface NodeRun {
	items: INodeExecutionData[];
	/** Items of the error output, when the node has one. */
	failed: INodeExecutionData[];
	error?: Error & { description?: string | null; httpCode?: string | null; context?: { itemIndex?: number } };
}

export interface NodeRunOptions {
	/** Parameters of the Label Studio node. */
	parameters: INodeParameters;
	credential: { baseUrl: string; apiToken: string; ignoreTlsIssues?: boolean; sessionToken?: string };
	/** Input; one empty item when absent. */
	items?: INodeExecutionData[];
	onError?: INode['onError'];
	/** As n8n names the type of a node that a model uses as a tool. */
	asTool?: true;
	/** What n8n keeps of the workflow; the node may change it. */
	staticData?: IDataObject;
	/** Called with the workflow's cancel function as soon as it runs. */
	onStart?: (cancel: () => void) => void;
}

/** A node that puts out the given items, in place of whatever comes before in a real workflow. */
class Source implements INodeType {
	description = {
		displayName: 'Source',
		name: 'source',
		group: ['input' as const],
		version: 1,
		description: '',
		defaults: { name: 'Source' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		properties: [],
	};

	execute: () => Promise<INodeExecutionData[][]>;

	constructor(items: INodeExecutionData[]) {
		this.execute = async () => [items];
	}
}

const credentialType = new LabelStudioApi();

/**
 * What n8n's own credentials helper does (packages/cli/src/credentials-helper.ts, 2.41.1), without its database: the
 * exchange runs while the expirable property is empty, and again after a 401; a renewed session is kept.
 */
const credentialsHelper = (stored: ICredentialDataDecryptedObject) => ({
	getParentTypes: () => [],
	isCredentialUsableByNode: () => true,
	authenticate: async (credentials: ICredentialDataDecryptedObject, _type: string, options: IHttpRequestOptions) =>
		await (credentialType.authenticate as (c: ICredentialDataDecryptedObject, o: IHttpRequestOptions) => Promise<IHttpRequestOptions>)(credentials, options),
	preAuthentication: async (
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		_type: string,
		_node: INode,
		credentialsExpired: boolean,
	) => {
		if (credentials.sessionToken !== '' && !credentialsExpired) return undefined;
		const output = (await credentialType.preAuthentication.call(helpers, credentials)) as ICredentialDataDecryptedObject;
		if (output.sessionToken === undefined) return undefined;
		stored.sessionToken = output.sessionToken;
		return Object.assign(credentials, output);
	},
	getDecrypted: async () => ({ ...stored }),
	getCredentialsProperties: () => credentialType.properties,
});

/** The node types of a workflow, by the names that it uses. */
export const nodeTypes = (types: Record<string, INodeType>): INodeTypes => ({
	getByName: (name) => types[name] as INodeType,
	getByNameAndVersion: (name) => types[name] as INodeType,
	getKnownTypes: () => ({}),
});

/** The node under test, made once: its description is the same for every run. */
export const labelStudio = new LabelStudio();

const makeWorkflow = ({ parameters, items = [{ json: {} }], onError, asTool, staticData }: NodeRunOptions): Workflow =>
	new Workflow({
		id: 'test',
		name: 'test',
		active: false,
		nodes: [
			{ id: '1', name: 'Source', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, position: [0, 0], parameters: {} },
			{
				id: '2',
				name: 'Label Studio',
				type: asTool ? 'labelStudioTool' : 'labelStudio',
				typeVersion: 1,
				position: [200, 0],
				parameters,
				credentials: { labelStudioApi: { id: '1', name: 'Label Studio' } },
				onError,
			},
		],
		connections: { Source: { main: [[{ node: 'Label Studio', type: NodeConnectionTypes.Main, index: 0 }]] } },
		nodeTypes: nodeTypes({ 'n8n-nodes-base.manualTrigger': new Source(items), labelStudio, labelStudioTool: labelStudio }),
		settings: { timezone: 'Europe/Berlin', executionOrder: 'v1' },
		staticData,
	});

/** What n8n gives an execution to know of its surroundings, as far as the nodes need it. */
export const makeAdditionalData = ({ credential }: Pick<NodeRunOptions, 'credential'>): IWorkflowExecuteAdditionalData =>
	({
		credentialsHelper: credentialsHelper({ ignoreTlsIssues: false, sessionToken: '', ...credential }),
		currentNodeExecutionIndex: 0,
		executionId: 'test',
		restApiUrl: 'http://127.0.0.1',
		instanceBaseUrl: 'http://127.0.0.1',
		formWaitingBaseUrl: 'http://127.0.0.1',
		webhookBaseUrl: 'http://127.0.0.1',
		webhookWaitingBaseUrl: 'http://127.0.0.1',
		webhookTestBaseUrl: 'http://127.0.0.1',
		variables: {},
		userId: 'test',
		setExecutionStatus: () => {},
		executeWorkflow: async () => {
			throw new Error('not used here');
		},
		hooks: { runHook: async () => {}, addHandler: () => {} },
	}) as unknown as IWorkflowExecuteAdditionalData;

/** Runs the node in n8n's own engine (n8n-core's WorkflowExecute) on the given items. */
export const runNode = async (options: NodeRunOptions): Promise<NodeRun> => {
	const execution = new WorkflowExecute(makeAdditionalData(options), 'manual', createRunExecutionData({})).run({ workflow: makeWorkflow(options) });
	options.onStart?.(() => execution.cancel());
	const { data } = await execution;
	const run = data.resultData.runData['Label Studio']?.at(-1);
	return {
		items: run?.data?.main?.[0] ?? [],
		failed: run?.data?.main?.[1] ?? [],
		error: (run?.error ?? (run ? undefined : data.resultData.error)) as NodeRun['error'],
	};
};

/** What a picker of the node gets while its fields hold the given parameters, as n8n's editor asks for it. */
const loadContext = (options: Pick<NodeRunOptions, 'parameters' | 'credential'>): LoadOptionsContext => {
	const workflow = makeWorkflow(options);
	const node = workflow.getNode('Label Studio') as INode;
	// The workflow has put in the defaults of the fields that are shown, as the editor does.
	const additionalData = { ...makeAdditionalData(options), currentNodeParameters: node.parameters };
	return new LoadOptionsContext(workflow, node, additionalData, '');
};

/** Runs a list search of the node. */
export const searchList = async (method: string, options: Pick<NodeRunOptions, 'parameters' | 'credential'>, filter?: string, page?: string): Promise<INodeListSearchResult> =>
	await (labelStudio.methods.listSearch as Record<string, (this: LoadOptionsContext, filter?: string, page?: string) => Promise<INodeListSearchResult>>)[method]!.call(loadContext(options), filter, page);

/** Loads an option list of the node. */
export const loadOptions = async (method: string, options: Pick<NodeRunOptions, 'parameters' | 'credential'>): Promise<INodePropertyOptions[]> =>
	await (labelStudio.methods.loadOptions as Record<string, (this: LoadOptionsContext) => Promise<INodePropertyOptions[]>>)[method]!.call(loadContext(options));

/** Asks the node which fields can be mapped. */
export const loadMapping = async (method: string, options: Pick<NodeRunOptions, 'parameters' | 'credential'>): Promise<ResourceMapperFields> =>
	await (labelStudio.methods.resourceMapping as Record<string, (this: LoadOptionsContext) => Promise<ResourceMapperFields>>)[method]!.call(loadContext(options));
