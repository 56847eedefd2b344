import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { fromOpenApi, type OpenApiDocument } from '../../generator/openapi.mts';
import { variants } from '../../generator/coverage.mts';
import type { Operation } from '../../nodes/LabelStudio/execution/operation.ts';
import { operations } from '../../nodes/LabelStudio/generated/operations.ts';
import { runNode, type NodeRun } from './engine.mts';
import { shape } from './facts.mts';

/** The real Label Studio that the test runner started, or the user named. */
export interface LiveServer {
	url: string;
	apiToken: string;
	legacyToken?: string;
}

/** @throws Error when the suite was not started by `npm test` */
export const liveServer = (): LiveServer => {
	const { TEST_LABEL_STUDIO_URL: url, TEST_LABEL_STUDIO_TOKEN: apiToken, TEST_LABEL_STUDIO_LEGACY_TOKEN: legacyToken } = process.env;
	if (!url || !apiToken) throw new Error('Run this layer with `npm test -- live`, which starts a Label Studio');
	return { url, apiToken, legacyToken: legacyToken || undefined };
};

/** `resource: operation`, with the value of its variant behind: how an operation is named in lists. */
export const operationName = (resource: string, operation: string, variant?: string): string => `${resource}: ${operation}${variant ? ` (${variant})` : ''}`;

/** The operation that parameters choose. */
const chosenOperation = ({ resource, operation, ...others }: INodeParameters): string => {
	const parameter = operations[String(resource)]?.[String(operation)]?.variant?.parameter;
	return operationName(String(resource), String(operation), parameter && String(others[parameter]));
};

/** Every plain call of the table by its name, each variant for itself. */
export const namedOperations = (): Map<string, Operation> =>
	new Map(
		Object.entries(operations).flatMap(([resource, named]) =>
			Object.entries(named).filter(([, { composite }]) => !composite).flatMap(([name, whole]) => variants(whole).map(({ variant, operation }) => [operationName(resource, name, variant), operation] as const)),
		),
	);

const notHere = 'not here: ';

/** A suite of operations that need more than Label Studio: skipped, with the reason, where that is lacking, and never in CI. */
export const describeUnless = (lacking: string | undefined, names: string[], title: string, suite: () => void): void => {
	if (!lacking) return describe(title, suite);
	if (process.env.CI) throw new Error(`${lacking}, and CI skips nothing`);
	const file = process.env.TEST_LIVE_CALLS;
	if (file) appendFileSync(file, names.map((name) => `${notHere}${name}\n`).join(''));
	describe.skip(`${title} (${lacking})`, suite);
};

/** Whether a suite said that the operation cannot be had here. */
export const isLackingHere = (name: string): boolean => calledOperations().has(`${notHere}${name}`);

/** What the live suites called so far, all files together; empty when the runner keeps no list. */
export const calledOperations = (): Set<string> => {
	const file = process.env.TEST_LIVE_CALLS;
	return new Set(file && existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : []);
};

let published: Set<string> | undefined;

/** All operations of a server's document, and each once more for each of its query parameters. */
const readPublished = (file: string): Set<string> =>
	new Set(
		fromOpenApi(JSON.parse(readFileSync(file, 'utf8')) as OpenApiDocument).flatMap(({ method, path, parameters }) => {
			const query = parameters.filter(({ in: place }) => place === 'query');
			return [shape(method, path), ...query.map((parameter) => `${shape(method, path)} query ${parameter.name}`)];
		}),
	);

/**
 * Whether the server's own OpenAPI document has the operation; an older release lacks some.
 *
 * @param name `resource: operation`, or `resource: operation query name` for one of its parameters
 */
export const isPublished = (name: string): boolean => {
	const file = process.env.TEST_LABEL_STUDIO_DOCUMENT;
	if (!file) return true;
	published ??= readPublished(file);
	const [named, parameter] = name.split(' query ') as [string, string | undefined];
	const operation = namedOperations().get(named);
	if (!operation) throw new Error(`There is no operation ${named}`);
	return published.has(`${shape(operation.method, operation.path)}${parameter ? ` query ${parameter}` : ''}`);
};

/** A test of what older servers lack, named as in `isPublished`: skipped, with a message, where the server's own document has not all of it. */
export const itWith = (names: string[], title: string, test: () => Promise<void>, timeout?: number): void => {
	const lacking = names.filter((name) => !isPublished(name));
	if (lacking.length > 0) it.skip(`${title} (this server has no ${lacking.join(', ')})`, test);
	else it(title, test, timeout);
};

/** Runs the node on the live server, with the suites' own token unless another is given. */
export const callLive = async (parameters: INodeParameters, items?: INodeExecutionData[], apiToken = liveServer().apiToken): Promise<NodeRun> => {
	const { url } = liveServer();
	if (process.env.TEST_LIVE_CALLS) appendFileSync(process.env.TEST_LIVE_CALLS, `${chosenOperation(parameters)}\n`);
	return await runNode({ parameters, credential: { baseUrl: url, apiToken }, items });
};

/** Runs it for one item and expects one item. */
export const one = async (parameters: INodeParameters, items?: INodeExecutionData[]): Promise<Record<string, unknown>> => {
	const { items: made, error } = await callLive(parameters, items);
	if (error) throw new Error(`${String(parameters.resource)} ${String(parameters.operation)}: ${error.message} ${error.description ?? ''}`);
	expect(made).toHaveLength(1);
	return made[0]?.json as Record<string, unknown>;
};

/** Runs it and returns all items' JSON. */
export const many = async (parameters: INodeParameters): Promise<Array<Record<string, unknown>>> => {
	const { items, error } = await callLive({ returnAll: true, ...parameters });
	if (error) throw new Error(`${String(parameters.resource)} ${String(parameters.operation)}: ${error.message} ${error.description ?? ''}`);
	return items.map(({ json }) => json as Record<string, unknown>);
};

/** Runs it and returns how it failed. */
export const failure = async (parameters: INodeParameters): Promise<{ message: string; description: string; httpCode?: string | null }> => {
	const { error } = await callLive(parameters);
	if (!error) throw new Error(`${String(parameters.resource)} ${String(parameters.operation)} was expected to fail`);
	return { message: error.message, description: error.description ?? '', httpCode: error.httpCode };
};

/** A resource locator that names an id. */
export const id = (value: unknown) => ({ __rl: true as const, mode: 'id', value: value as string });

/** A labeling config with one choice about a text. */
export const labelConfig = `<View>
  <Text name="text" value="$text"/>
  <Choices name="sentiment" toName="text"><Choice value="Positive"/><Choice value="Negative"/></Choices>
</View>`;

const chosen = (choice: string) => [{ from_name: 'sentiment', to_name: 'text', type: 'choices', value: { choices: [choice] } }];

/** Results that the config knows. */
export const positive = chosen('Positive');
export const negative = chosen('Negative');

/** A title that no other run has, so that a shared server is no problem. */
export const title = (what: string): string => `${what} ${Math.random().toString(36).slice(2, 8)}`;

/** Makes a project with the config, and returns its id. */
export const createProject = async (what: string): Promise<number> =>
	Number((await one({ resource: 'project', operation: 'create', specifyBody: 'fields', title: title(what), labelConfig, description: 'Made by a test' })).id);

/** Removes projects with all that is in them. */
export const deleteProjects = async (projects: number[]): Promise<void> => {
	for (const project of projects) await callLive({ resource: 'project', operation: 'delete', project: id(project), confirm: true });
};

/** Imports whole tasks in one request, and returns their ids. */
export const importRows = async (project: number, rows: object[]): Promise<number[]> =>
	(await one({ resource: 'task', operation: 'importJson', project: id(project), tasks: JSON.stringify(rows), additionalFields: { returnTaskIds: true } })).task_ids as number[];

/** Imports tasks with the texts `Text 1`, `Text 2` and so on. */
export const importTasks = async (project: number, count: number): Promise<number[]> =>
	await importRows(project, Array.from({ length: count }, (_, index) => ({ data: { text: `Text ${index + 1}` } })));
