import type { ServerResponse } from 'node:http';
import { HookContext, WebhookContext, WorkflowExecute } from 'n8n-core';
import {
	createRunExecutionData,
	NodeHelpers,
	Workflow,
	type IDataObject,
	type INode,
	type INodeExecutionData,
	type INodeParameters,
	type IWebhookData,
	type IWorkflowExecuteAdditionalData,
	type WebhookSetupMethodNames,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import { LabelStudioTrigger } from '../../nodes/LabelStudio/LabelStudioTrigger.node.ts';
import { makeAdditionalData, nodeTypes, type NodeRunOptions } from './engine.mts';
import { sendJson, startServer, type Recorded, type TestServer } from './server.mts';

/** One execution that a call of the webhook started. */
export interface Started {
	/** What the trigger put out. */
	items: Array<Record<string, unknown>>;
	pairedItems: unknown[];
	error?: Error & { description?: string | null };
}

/** A Label Studio Trigger in a workflow of its own, and an HTTP server in the place of n8n's webhooks. */
export interface TestTrigger {
	/** Where Label Studio calls it. */
	url: string;
	/** What n8n would store. */
	staticData: IDataObject;
	/** Changes some parameters of the node, as somebody does who publishes a new version of the workflow. */
	change(parameters: INodeParameters): void;
	/** What n8n does when the workflow is activated: looks whether the hook is there, and makes it otherwise. */
	activate(): Promise<'there' | 'made'>;
	run(method: WebhookSetupMethodNames): Promise<boolean>;
	/** n8n is killed before it stores anything, or the node is renamed. */
	loseStaticData(): void;
}

export interface Receiver {
	url: string;
	server: TestServer;
	/** All executions so far, in the order in which they were started. */
	executions(): Promise<Started[]>;
	trigger(parameters: INodeParameters, credential: NodeRunOptions['credential'], more?: { webhookId?: string; isTest?: boolean; address?: string }): TestTrigger;
	close(): Promise<void>;
}

const nodeType = new LabelStudioTrigger();

/** The part of Express' response that n8n gives to nodes. */
const expressResponse = (response: ServerResponse) => ({
	status(code: number) {
		response.statusCode = code;
		return this;
	},
	json(body: unknown) {
		sendJson(response, body, response.statusCode);
	},
});

const parse = (text: string): unknown => {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return {};
	}
};

/** Runs the workflow as n8n does after a webhook: the trigger's step is the first of the execution. */
const runExecution = async (workflow: Workflow, node: INode, additionalData: IWorkflowExecuteAdditionalData, main: INodeExecutionData[][]): Promise<Started> => {
	const data = createRunExecutionData({ executionData: { nodeExecutionStack: [{ node, data: { main }, source: null }] } });
	const { data: result } = await new WorkflowExecute(additionalData, 'webhook', data).processRunExecutionData(workflow);
	const run = result.resultData.runData[node.name]?.at(-1);
	const items = run?.data?.main?.[0] ?? [];
	return { items: items.map(({ json }) => json), pairedItems: items.map(({ pairedItem }) => pairedItem), error: (run?.error ?? result.resultData.error) as Started['error'] };
};

/**
 * Starts an HTTP server that does with a call what n8n's webhook server does (packages/cli/src/webhooks, 2.41.1):
 * the node's `webhook` answers it or starts an execution, in n8n-core's own contexts and engine.
 */
export const startReceiver = async (): Promise<Receiver> => {
	const started: Array<Promise<Started>> = [];
	const handlers = new Map<string, (request: Recorded, response: ServerResponse) => Promise<void>>();
	const server = await startServer(async (request, response) => {
		const handler = handlers.get(request.path);
		if (!handler || request.method !== 'POST') sendJson(response, { message: 'not registered' }, 404);
		else await handler(request, response);
	});

	const trigger: Receiver['trigger'] = (parameters, credential, { webhookId = 'a-webhook', isTest = false, address = server.url } = {}) => {
		const node: INode = {
			id: '1',
			name: 'Label Studio Trigger',
			type: 'labelStudioTrigger',
			typeVersion: 1,
			position: [0, 0],
			webhookId,
			parameters,
			credentials: { labelStudioApi: { id: '1', name: 'Label Studio' } },
		};
		let staticData: IDataObject = {};
		const workflow = (): Workflow =>
			new Workflow({ id: 'test', name: 'test', active: true, nodes: [node], connections: {}, staticData, nodeTypes: nodeTypes({ labelStudioTrigger: nodeType }), settings: { executionOrder: 'v1' } });
		const additionalData = (): IWorkflowExecuteAdditionalData => ({ ...makeAdditionalData({ credential }), webhookBaseUrl: `${address}/webhook`, webhookTestBaseUrl: `${address}/webhook-test` });
		const description = nodeType.description.webhooks?.[0] as IWebhookData['webhookDescription'];
		const webhookData = { isTest, webhookDescription: description, node: node.name } as unknown as IWebhookData;
		const mode: WorkflowExecuteMode = isTest ? 'manual' : 'trigger';
		const path = NodeHelpers.getNodeWebhookPath('test', node, String(description.path));
		const urlPath = `/${isTest ? 'webhook-test' : 'webhook'}/${path}`;

		const run = async (method: WebhookSetupMethodNames): Promise<boolean> => {
			const one = workflow();
			const context = new HookContext(one, node, additionalData(), mode, 'activate', webhookData);
			try {
				return await nodeType.webhookMethods.default[method].call(context);
			} finally {
				// As n8n stores and loads it.
				staticData = JSON.parse(JSON.stringify(one.staticData)) as IDataObject;
			}
		};
		handlers.set(urlPath, async (request, response) => {
			const one = workflow();
			const data = { ...additionalData(), httpRequest: { body: parse(request.body), headers: request.headers, params: {}, query: {} }, httpResponse: expressResponse(response) };
			const context = new WebhookContext(one, node, data as unknown as IWorkflowExecuteAdditionalData, 'webhook', webhookData, [], null);
			const { workflowData, webhookResponse, noWebhookResponse } = await nodeType.webhook.call(context);
			if (workflowData) started.push(runExecution(one, node, additionalData(), workflowData));
			if (!noWebhookResponse) sendJson(response, webhookResponse ?? { message: 'Workflow was started' });
		});
		return {
			url: `${address}${urlPath}`,
			get staticData() {
				return (staticData[`node:${node.name}`] ?? {}) as IDataObject;
			},
			change: (some) => {
				node.parameters = { ...node.parameters, ...some };
			},
			run,
			activate: async () => {
				if (await run('checkExists')) return 'there';
				await run('create');
				return 'made';
			},
			loseStaticData: () => {
				staticData = {};
			},
		};
	};
	return { url: server.url, server, trigger, executions: async () => await Promise.all(started), close: async () => await server.close() };
};
