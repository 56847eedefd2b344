import type { INodeParameters } from 'n8n-workflow';
import type { OperationParameter } from '../../nodes/LabelStudio/execution/operation.ts';
import { isFormOnly, type Placed } from '../placement.mts';
import type { PackageOperation } from './catalogue.mts';
import { hintText, type Hints } from './hints.mts';
import { jsonOf, memberOf, modelInput, valueOf, type ModelInput } from './model-input.mts';
import { credentials, fieldValue, prefix, put, withIds, type Workflow, type WorkflowNode } from './workflow.mts';

/** An operation as a tool. */
export interface Tool {
	name: string;
	operation: PackageOperation;
	hints: Hints;
}

/** A place in the node and what fills it. */
interface Place {
	at: string;
	input: ModelInput;
	row: OperationParameter;
}

const rows = 50;

/** `ids[]` is how Django reads a list that documents call `ids`; n8n takes letters, digits, _ and - only. */
const keyOf = (name: string): string => name.replace(/\[\]$/, '').replace(/[^A-Za-z0-9_-]/g, '_');

/**
 * Names for the inputs: those on the wire, as capabilities have them. A body field that shares its name with a part
 * of the path is told apart; n8n reads the key `query` before all others, and would look for theirs in it.
 */
const keysOf = (operation: PackageOperation): Map<Placed, string> => {
	const keys = new Map<Placed, string>();
	const taken = new Map<string, Placed>();
	for (const placed of operation.placed) {
		const { name, in: place } = placed.parameter;
		const twin = taken.get(keyOf(name));
		const isOther = (twin !== undefined && twin.parameter.in !== place) || keyOf(name) === 'query';
		const key = isOther ? `${place}_${keyOf(name)}` : keyOf(name);
		keys.set(placed, key);
		if (!taken.has(key)) taken.set(key, placed);
	}
	return keys;
};

/** What only other variants have, or only some choices ask for, can be left out. */
const isNeeded = ({ required, only, when }: OperationParameter, { variant }: PackageOperation): boolean => required === true && (!only || variant !== undefined) && !when;

/** What a model is asked for. Variants may have a parameter each of one name: n8n wants one description for all of them. */
const placesOf = (operation: PackageOperation, asJson: boolean): Place[] => {
	const keys = keysOf(operation);
	const inputs = new Map<string, ModelInput>();
	// A composite reads the form itself, and takes no JSON in its place.
	const fillable = operation.placed.filter(({ parameter }) => parameter.in !== 'own' || !isFormOnly(parameter));
	return fillable.map((placed) => {
		const { parameter, label } = placed;
		const key = keys.get(placed) as string;
		const row = operation.row.parameters.find((one) => one.at === (placed.collection ? `${placed.collection}.${placed.property}` : placed.property)) as OperationParameter;
		const input = inputs.get(key) ?? modelInput(parameter, key, label, isNeeded(row, operation), asJson && row.in === 'body');
		inputs.set(key, input);
		return { at: row.at, input, row };
	});
};

/** The form of the Data Manager and the members of objects have fields of their own; a model gives such a body as JSON. */
const needsJsonBody = ({ placed, row }: PackageOperation): boolean =>
	row.jsonBody === true && placed.some(({ parameter }) => parameter.in === 'body' && (isFormOnly(parameter) || parameter['x-n8n']?.fields));

const isInBody = ({ row }: Place): boolean => row.in === 'body' || row.in === 'content';

const jsonBody = (places: Place[]): string => {
	const whole = places.find(({ row }) => row.in === 'content');
	if (whole) return `={{ ${valueOf(whole.input)} }}`;
	const isJsonText = ({ kind, values }: OperationParameter): boolean => !values && ['boolean', 'json', 'list'].includes(kind);
	const pairs = places.map(({ input, row }) => `[${JSON.stringify(row.name)}, ${jsonOf(input, isJsonText(row))}]`);
	return `={{ "{" + [${pairs.join(', ')}].filter(([, json]) => json !== "").map(([name, json]) => JSON.stringify(name) + ":" + json).join(",") + "}" }}`;
};

const count = (key: string, description: string, initial: number): string => `={{ ${valueOf({ key, description, type: 'number', initial, meant: true })} }}`;

const listParameters = ({ row }: PackageOperation, places: Place[]): INodeParameters => {
	if (!row.list || row.method !== 'GET') return {};
	if (row.list.paging !== 'none') {
		return {
			returnAll: false,
			limit: count('page_size', 'How many rows a page has, at most 100', rows),
			options: { page: count('page', 'Which page of the list, the first one being 1', 1) },
		};
	}
	const own = places.some(({ input }) => input.key === 'limit');
	return { returnAll: false, limit: own ? rows : count('limit', 'How many rows to return at most', rows) };
};

/** Parameters of the node as a tool: every value that the capability knows is filled in by the model. */
export const toolParameters = (operation: PackageOperation): INodeParameters => {
	const { row, variant } = operation;
	const parameters: INodeParameters = { resource: operation.resource, operation: operation.name };
	if (variant) put(parameters, variant.property, variant.value);
	const asJson = needsJsonBody(operation);
	const places = placesOf(operation, asJson);
	if (row.jsonBody) parameters.specifyBody = asJson ? 'json' : 'fields';
	for (const place of places) {
		if (asJson && isInBody(place)) continue;
		const { at, row: parameter, input } = place;
		put(parameters, at, fieldValue(parameter, `={{ ${valueOf(input)} }}`, (name) => `={{ ${memberOf(input, name)} }}`));
	}
	if (asJson) parameters.jsonBody = jsonBody(places.filter(isInBody));
	// Who lets a model have a destructive tool has confirmed it.
	if (row.destructive) parameters.confirm = true;
	if (row.simplify) parameters.simplify = true;
	for (const [name, value] of Object.entries(listParameters(operation, places))) parameters[name] = value;
	return parameters;
};

/** What a model reads of a tool before it chooses: the hints, what it does, and where it works. */
export const toolDescription = ({ operation: { operation, row }, hints }: Tool): string =>
	`${hintText(hints)} ${operation.description.replace(/\.$/, '')}.${row.enterprise ? ' Needs Label Studio Enterprise.' : ''}`;

const server = 'Label Studio MCP Server';

const instructions =
	'Tools for Label Studio, where people label data. Each description begins with what the tool does to the data: Read-only, Changes data, or Destructive. Inputs that are not needed are left out. Lists give 50 rows at most unless asked for more.';

const perRow = 6;

/** A workflow with an MCP server that has the given tools, for n8n 2.41. */
export const mcpWorkflow = (tools: Tool[]): Workflow => {
	const trigger: Omit<WorkflowNode, 'id'> = {
		name: server,
		type: '@n8n/n8n-nodes-langchain.mcpTrigger',
		typeVersion: 2.1,
		position: [0, 0],
		parameters: { authentication: 'bearerAuth', path: prefix, instructions },
		webhookId: `${prefix}-mcp`,
		credentials: credentials.bearer,
	};
	const nodes = tools.map((tool, index): Omit<WorkflowNode, 'id'> => ({
		name: tool.name,
		type: 'n8n-nodes-label-studio.labelStudioTool',
		typeVersion: 1,
		position: [(index % perRow) * 220, 260 + Math.floor(index / perRow) * 180],
		parameters: { descriptionType: 'manual', toolDescription: toolDescription(tool), ...toolParameters(tool.operation) },
		credentials: credentials.labelStudio,
	}));
	return {
		id: `${prefix}-mcp`,
		name: 'Label Studio: MCP server',
		nodes: withIds([trigger, ...nodes]),
		connections: Object.fromEntries(tools.map(({ name }) => [name, { ai_tool: [[{ node: server, type: 'ai_tool', index: 0 }]] }])),
		settings: { executionOrder: 'v1' },
	};
};
