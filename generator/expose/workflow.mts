import type { INodeParameters } from 'n8n-workflow';
import type { OperationParameter } from '../../nodes/LabelStudio/execution/operation.ts';

/** A node of a workflow file. */
export interface WorkflowNode {
	id: string;
	name: string;
	type: string;
	typeVersion: number;
	position: [number, number];
	parameters: INodeParameters;
	webhookId?: string;
	onError?: 'continueErrorOutput';
	/** n8n looks a credential without an id up by its name when the workflow is imported. */
	credentials?: Record<string, { id: null; name: string }>;
}

/** A workflow as n8n imports it. */
export interface Workflow {
	/** n8n's command line wants one, and replaces the workflow that has it already. */
	id: string;
	name: string;
	nodes: WorkflowNode[];
	connections: Record<string, Record<string, Array<Array<{ node: string; type: string; index: number }>>>>;
	settings: { executionOrder: 'v1' };
}

/** Credentials by the names that n8n itself proposes for them, so that a newcomer's are found. */
export const credentials = {
	labelStudio: { labelStudioApi: { id: null, name: 'Label Studio account' } },
	bearer: { httpBearerAuth: { id: null, name: 'Bearer Auth account' } },
	header: { httpHeaderAuth: { id: null, name: 'Header Auth account' } },
} as const;

/** First part of all addresses that the workflows listen at. */
export const prefix = 'label-studio';

/** Gives each node an id of its own, the same in every run. */
export const withIds = (nodes: Array<Omit<WorkflowNode, 'id'>>): WorkflowNode[] =>
	nodes.map((node, index) => ({ id: `00000000-0000-4000-8000-${String(index + 1).padStart(12, '0')}`, ...node }));

/** Puts a value where the node keeps it: at a property, or at `collection.property`. */
export const put = (parameters: INodeParameters, at: string, value: INodeParameters[string]): void => {
	const [outer, inner] = at.split('.') as [string, string | undefined];
	if (inner === undefined) parameters[outer] = value;
	else parameters[outer] = { ...(parameters[outer] as INodeParameters | undefined), [inner]: value };
};

/** An id in a field that can also be chosen from a list. */
const byId = (value: string): INodeParameters[string] => ({ __rl: true, mode: 'id', value }) as unknown as INodeParameters[string];

/**
 * What a field of the node holds so that it gets a value by an expression: an id stands in a picker, and an object in
 * as many fields as it has members.
 *
 * @param member expression for a member of the object by its name
 */
export const fieldValue = ({ entity, fields }: OperationParameter, value: string, member: (name: string) => string): INodeParameters[string] => {
	if (fields) return Object.fromEntries(fields.map((field) => [field.at, fieldValue(field, member(field.name), member)]));
	return entity ? byId(value) : value;
};
