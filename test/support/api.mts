/** Calls Label Studio past the node, to make what a test or a measurement is about. Answers the parsed body. */
export type Api = <T = Record<string, unknown>>(method: string, path: string, body?: unknown) => Promise<T>;

const sessionMs = 240_000;

/**
 * @param apiToken of either kind
 * @throws Error with the server's words, from each call that fails
 */
export const labelStudioApi = (url: string, apiToken: string): Api => {
	let authorization = `Token ${apiToken}`;
	let renewAt = apiToken.split('.').length === 3 ? 0 : Infinity;
	const send = async (method: string, path: string, headers: Record<string, string>, body: unknown): Promise<unknown> => {
		const response = await fetch(`${url}${path}`, { method, headers: { 'content-type': 'application/json', ...headers }, body: body === undefined ? undefined : JSON.stringify(body) });
		const text = await response.text();
		if (!response.ok) throw new Error(`Label Studio answers ${response.status} to ${method} ${path}: ${text.slice(0, 300)}`);
		return text === '' ? undefined : JSON.parse(text);
	};
	return async <T,>(method: string, path: string, body?: unknown) => {
		if (Date.now() > renewAt) {
			renewAt = Date.now() + sessionMs;
			const { access } = (await send('POST', '/api/token/refresh/', {}, { refresh: apiToken })) as { access: string };
			authorization = `Bearer ${access}`;
		}
		return (await send(method, path, { authorization }, body)) as T;
	};
};

/** Does something for each entry, a number of them at once. */
export const sideBySide = async <T,>(width: number, entries: readonly T[], work: (entry: T) => Promise<unknown>): Promise<void> => {
	const left = [...entries];
	const worker = async (): Promise<void> => {
		for (let entry = left.shift(); entry !== undefined; entry = left.shift()) await work(entry);
	};
	await Promise.all(Array.from({ length: width }, worker));
};
