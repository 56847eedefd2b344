import { sendJson, startServer, type TestServer } from './server.mts';

/** A message of a conversation, as the chat completions protocol of OpenAI has it. */
export interface ChatMessage {
	role: 'system' | 'developer' | 'user' | 'assistant' | 'tool';
	content: string | null;
	tool_calls?: Array<{ id: string; function: { name: string; arguments: string } }>;
	tool_call_id?: string;
}

/** What the model is asked. */
export interface ChatRequest {
	model: string;
	messages: ChatMessage[];
	tools?: Array<{ type: 'function'; function: { name: string; description: string; parameters: { properties?: Record<string, unknown>; required?: string[] } } }>;
}

/** What it answers: words, or a call of a tool. */
export type Reply = string | { tool: string; input: unknown };

export interface Model {
	/** Base URL for the credential. */
	url: string;
	requests: ChatRequest[];
	close(): Promise<void>;
}

/** A language model behind the protocol of OpenAI that says what a script lets it say. */
export const startModel = async (script: (request: ChatRequest) => Reply): Promise<Model> => {
	const requests: ChatRequest[] = [];
	const server: TestServer = await startServer(({ method, path, body }, response) => {
		if (method !== 'POST' || path !== '/v1/chat/completions') return sendJson(response, { error: { message: `no ${method} ${path} here`, type: 'invalid_request_error' } }, 404);
		const request = JSON.parse(body) as ChatRequest;
		requests.push(request);
		const reply = script(request);
		const message: ChatMessage =
			typeof reply === 'string'
				? { role: 'assistant', content: reply }
				: { role: 'assistant', content: null, tool_calls: [{ id: `call_${requests.length}`, ...{ type: 'function' }, function: { name: reply.tool, arguments: JSON.stringify(reply.input) } }] };
		sendJson(response, {
			id: `chatcmpl-${requests.length}`,
			object: 'chat.completion',
			created: 0,
			model: request.model,
			choices: [{ index: 0, message, finish_reason: typeof reply === 'string' ? 'stop' : 'tool_calls' }],
			usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
		});
	});
	return { url: `${server.url}/v1`, requests, close: server.close };
};

/** What tools have answered so far, in order. */
export const toolAnswers = ({ messages }: ChatRequest): string[] => messages.filter(({ role }) => role === 'tool').map(({ content }) => content ?? '');
