import { PollContext } from 'n8n-core';
import { Workflow, type IDataObject, type INodeExecutionData, type INodeParameters, type WorkflowExecuteMode } from 'n8n-workflow';
import { LabelStudioPollingTrigger } from '../../nodes/LabelStudio/LabelStudioPollingTrigger.node';
import { makeAdditionalData, nodeTypes, type NodeRunOptions } from './engine.mts';

/** The trigger under test. */
export const pollingTrigger = new LabelStudioPollingTrigger();

/** An active workflow that begins with the polling trigger. */
export interface PollingWorkflow {
	/** One poll, as n8n makes it at a poll time: items, none when nothing is new. */
	poll(): Promise<IDataObject[]>;
	/** What the editor's test of the trigger shows. */
	test(): Promise<IDataObject[]>;
	/** Other parameters, as after saving the workflow; what the node keeps stays. */
	configure(parameters: INodeParameters): void;
	/** What n8n stores of the workflow. */
	stored(): IDataObject;
	/** n8n is started again with what was stored; or with nothing, as after a loss. */
	restart(stored?: IDataObject): void;
}

/** @param parameters of the trigger; those that are absent have their defaults */
export const pollingWorkflow = (parameters: INodeParameters, credential: NodeRunOptions['credential']): PollingWorkflow => {
	const make = (staticData: IDataObject): Workflow =>
		new Workflow({
			id: 'test',
			name: 'test',
			active: true,
			nodes: [{ id: '1', name: 'Trigger', type: 'trigger', typeVersion: 1, position: [0, 0], parameters, credentials: { labelStudioApi: { id: '1', name: 'Label Studio' } } }],
			connections: {},
			nodeTypes: nodeTypes({ trigger: pollingTrigger }),
			settings: { timezone: 'Europe/Berlin' },
			staticData: structuredClone(staticData),
		});
	const additionalData = makeAdditionalData({ credential });
	let workflow = make({});
	const stored = (): IDataObject => JSON.parse(JSON.stringify(workflow.staticData)) as IDataObject;
	const run = async (mode: WorkflowExecuteMode): Promise<IDataObject[]> => {
		const node = Object.values(workflow.nodes)[0];
		if (!node) throw new Error('The workflow has no node');
		const context = new PollContext(workflow, node, additionalData, mode, 'activate');
		const output = (await pollingTrigger.poll.call(context)) as INodeExecutionData[][] | null;
		return (output?.[0] ?? []).map(({ json }) => json);
	};
	return {
		poll: async () => await run('trigger'),
		test: async () => await run('manual'),
		configure: (next) => {
			parameters = next;
			workflow = make(stored());
		},
		stored,
		restart: (data = stored()) => {
			workflow = make(data);
		},
	};
};
