import type { INodeParameters } from 'n8n-workflow';
import type { OperationParameter } from '../../nodes/LabelStudio/execution/operation.ts';
import type { PackageOperation } from './catalogue.mts';
import { credentials, fieldValue, prefix, put, withIds, type Workflow, type WorkflowNode } from './workflow.mts';

/** An operation as a route. */
export interface Route {
	name: string;
	operation: PackageOperation;
}

const rows = 50;

const member = (object: string, name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? `${object}.${name}` : `${object}[${JSON.stringify(name)}]`);

/** Where the request has the value of a parameter. */
const source = ({ name, in: place, kind }: OperationParameter): string => {
	// Files come as binary data by the name of their part.
	if (kind === 'file') return name;
	if (place === 'content') return '={{ $json.body }}';
	const from = place === 'path' ? '$json.params' : place === 'query' ? '$json.query' : '$json.body';
	return `={{ ${member(from, name.replace(/\[\]$/, ''))} }}`;
};

/** A member of an object that the query has as JSON. */
const memberSource = ({ name }: OperationParameter, path: string): string =>
	`={{ ${member('$json.query', name)}?.parseJson()${path.split('.').map((part) => `?.[${JSON.stringify(part)}]`).join('')} }}`;

/** Parameters of the node behind a route: everything comes from path, query and body, and the whole answer goes back. */
export const routeParameters = (operation: PackageOperation): INodeParameters => {
	const { row, variant } = operation;
	const parameters: INodeParameters = { resource: operation.resource, operation: operation.name };
	if (variant) put(parameters, variant.property, variant.value);
	for (const parameter of row.parameters) {
		if (row.jsonBody && (parameter.in === 'body' || parameter.in === 'content')) continue;
		put(parameters, parameter.at, fieldValue(parameter, source(parameter), (name) => memberSource(parameter, name)));
	}
	if (row.jsonBody) {
		parameters.specifyBody = 'json';
		parameters.jsonBody = '={{ $json.body }}';
	}
	// A route is chosen on purpose, and what selects nothing is refused all the same.
	if (row.destructive) parameters.confirm = true;
	if (row.simplify) parameters.simplify = false;
	parameters.options = { fullResponse: true };
	if (row.list && row.method === 'GET') {
		const isPaged = row.list.paging !== 'none';
		parameters.returnAll = !isPaged;
		if (isPaged) {
			parameters.limit = `={{ Number($json.query.page_size ?? ${rows}) }}`;
			put(parameters, 'options.page', '={{ $json.query.page ?? 1 }}');
		}
	}
	return parameters;
};

/** The path that n8n listens at: it puts a webhook's id before a path with parameters, and nothing before others. */
const listenPath = (path: string): string => {
	const own = path.replace(/^\//, '').replace(/\{([^}]+)\}/g, ':$1');
	return own.includes(':') ? own : `${prefix}/${own}`;
};

/** The address of a route after `/webhook/`, as people and programs call it. */
export const routePath = ({ operation }: Route): string => `${prefix}${operation.row.path}`;

const json = { entries: [{ name: 'Content-Type', value: 'application/json; charset=utf-8' }] };

const answer = 'Answer';
const fileAnswer = 'Answer with File';
const errorAnswer = 'Answer with Error';

const responders = (height: number, withFiles: boolean): Array<Omit<WorkflowNode, 'id'>> => {
	const node = (name: string, row: number, parameters: INodeParameters): Omit<WorkflowNode, 'id'> => ({
		name,
		type: 'n8n-nodes-base.respondToWebhook',
		typeVersion: 1.5,
		position: [800, (height * row) / 4],
		parameters,
	});
	return [
		node(answer, 1, {
			respondWith: 'text',
			responseBody: '={{ $json.body === null ? "" : JSON.stringify($json.body) }}',
			options: { responseCode: '={{ $json.statusCode }}', responseHeaders: json },
		}),
		...(withFiles ? [node(fileAnswer, 2, { respondWith: 'binary', options: {} })] : []),
		node(errorAnswer, 3, {
			respondWith: 'text',
			// Without a status of Label Studio's, either nothing was sent or nothing came back.
			responseBody: '={{ JSON.stringify({ error: $json.error, detail: $json.details?.description, error_id: $json.details?.errorId }) }}',
			options: { responseCode: '={{ $json.details?.statusCode ?? ($json.details?.refused ? 400 : 502) }}', responseHeaders: json },
		}),
	];
};

const gap = 160;

/** A workflow with a webhook for each route, for n8n 2.41. */
export const restWorkflow = (routes: Route[]): Workflow => {
	const connections: Workflow['connections'] = {};
	const to = (...names: string[]): Array<Array<{ node: string; type: string; index: number }>> => names.map((node) => [{ node, type: 'main', index: 0 }]);
	const nodes = routes.flatMap(({ name, operation }, index): Array<Omit<WorkflowNode, 'id'>> => {
		const { row } = operation;
		const webhook = `${row.method} ${row.path}`;
		connections[webhook] = { main: to(name) };
		connections[name] = { main: to(row.file ? fileAnswer : answer, errorAnswer) };
		return [
			{
				name: webhook,
				type: 'n8n-nodes-base.webhook',
				typeVersion: 2.1,
				position: [0, index * gap],
				parameters: { httpMethod: row.method, path: listenPath(row.path), authentication: 'headerAuth', responseMode: 'responseNode', options: {} },
				webhookId: prefix,
				credentials: credentials.header,
			},
			{
				name,
				type: 'n8n-nodes-label-studio.labelStudio',
				typeVersion: 1,
				position: [400, index * gap],
				parameters: routeParameters(operation),
				onError: 'continueErrorOutput',
				credentials: credentials.labelStudio,
			},
		];
	});
	return {
		id: `${prefix}-rest`,
		name: 'Label Studio: REST',
		nodes: withIds([...nodes, ...responders(routes.length * gap, routes.some(({ operation }) => operation.row.file === true))]),
		connections,
		settings: { executionOrder: 'v1' },
	};
};
