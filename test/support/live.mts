import type { INodeParameters } from 'n8n-workflow';
import { runNode, type NodeRun } from './engine.mts';

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

const called = new Set<string>();

/** `resource: operation` of everything that was called so far in this file. */
export const calledOperations = (): Set<string> => called;

/** Runs the node on the live server. */
export const callLive = async (parameters: INodeParameters, items?: Array<{ json: Record<string, never> }>): Promise<NodeRun> => {
	const { url, apiToken } = liveServer();
	called.add(`${String(parameters.resource)}: ${String(parameters.operation)}`);
	return await runNode({ parameters, credential: { baseUrl: url, apiToken }, items });
};

/** Runs it for one item and expects one item. */
export const one = async (parameters: INodeParameters): Promise<Record<string, unknown>> => {
	const { items, error } = await callLive(parameters);
	if (error) throw new Error(`${String(parameters.resource)} ${String(parameters.operation)}: ${error.message} ${error.description ?? ''}`);
	expect(items).toHaveLength(1);
	return items[0]?.json as Record<string, unknown>;
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

/** A result that the config knows. */
export const positive = [{ from_name: 'sentiment', to_name: 'text', type: 'choices', value: { choices: ['Positive'] } }];
