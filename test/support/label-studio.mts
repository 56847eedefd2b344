import { liveServer } from './live.mts';

/** Calls the real Label Studio as a browser or another program would, past the node. */
export interface LabelStudioApi {
	/** @throws Error with status and body for everything but a good answer */
	call<T = Record<string, unknown>>(method: string, path: string, body?: unknown): Promise<T>;
}

const sessionMs = 240_000;

/** As the user of the token; a personal access token is exchanged and renewed. */
export const labelStudioApi = (): LabelStudioApi => {
	const { url, apiToken, legacyToken } = liveServer();
	let session: { header: string; until: number } | undefined;
	const authorization = async (): Promise<string> => {
		const legacy = legacyToken ?? (/^[0-9a-f]{40}$/i.test(apiToken) ? apiToken : undefined);
		if (legacy) return `Token ${legacy}`;
		if (session && session.until > Date.now()) return session.header;
		const answer = await fetch(`${url}/api/token/refresh/`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ refresh: apiToken }) });
		const { access } = (await answer.json()) as { access: string };
		session = { header: `Bearer ${access}`, until: Date.now() + sessionMs };
		return session.header;
	};
	return {
		call: async <T,>(method: string, path: string, body?: unknown): Promise<T> => {
			const response = await fetch(`${url}${path}`, {
				method,
				headers: { authorization: await authorization(), 'content-type': 'application/json' },
				body: body === undefined ? undefined : JSON.stringify(body),
			});
			const text = await response.text();
			if (!response.ok) throw new Error(`Label Studio answers ${response.status} to ${method} ${path}: ${text.slice(0, 500)}`);
			return (text === '' ? undefined : JSON.parse(text)) as T;
		},
	};
};

/** Whether the Label Studio may call loopback: one that was started here may, one that the user named probably not. */
export const describeWithOwnServer: (name: string, suite: () => void) => void = process.env.TEST_LABEL_STUDIO_FOREIGN
	? (name, suite) => describe.skip(`${name} (the Label Studio of LABEL_STUDIO_URL may not call this machine)`, suite)
	: describe;

/** Waits until something holds; the message of what is still missing is that of `missing`. */
export const eventually = async <T,>(missing: string, look: () => Promise<T | undefined>, patienceMs = 60_000): Promise<T> => {
	const deadline = Date.now() + patienceMs;
	for (;;) {
		const found = await look();
		if (found !== undefined) return found;
		if (Date.now() > deadline) throw new Error(`Still missing after ${patienceMs / 1000} s: ${missing}`);
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
};
