import { randomUUID } from 'node:crypto';
import { liveServer } from './live.mts';

/** A person with tokens of their own on the live server. */
export interface LiveUser {
	id: number;
	email: string;
	/** Personal access token; there can be no second one beside it. */
	apiToken: string;
	/** Works only where the server allows legacy tokens. */
	legacyToken: string;
}

/** What a browser does with cookies, as far as signing up needs it. */
class Browser {
	private readonly url: string;
	private readonly cookies = new Map<string, string>();

	constructor(url: string) {
		this.url = url;
	}

	/** @throws Error for a failing status */
	async open(path: string, form?: Record<string, string>): Promise<Response> {
		const csrf = this.cookies.get('csrftoken') ?? '';
		const response = await fetch(new URL(path, this.url), {
			method: form ? 'POST' : 'GET',
			redirect: 'manual',
			headers: { cookie: [...this.cookies].map((pair) => pair.join('=')).join('; '), 'x-csrftoken': csrf },
			body: form && new URLSearchParams({ ...form, csrfmiddlewaretoken: csrf }),
		});
		for (const cookie of response.headers.getSetCookie()) {
			const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
			if (name !== undefined && value !== undefined) this.cookies.set(name, value);
		}
		if (response.status >= 400) throw new Error(`${path.split('?')[0]} answered ${response.status}`);
		return response;
	}

	async read<T>(path: string, form?: Record<string, string>): Promise<T> {
		return (await (await this.open(path, form)).json()) as T;
	}
}

/**
 * Makes a person who has joined the organization, for operations that would lock out the user whose token the suites
 * run with. Label Studio gives out tokens to nobody but their owner, so the person signs up as people do: by the invite
 * link, in a browser session. Whoever calls it deletes the user.
 *
 * @param invitePath path of the invite link, `/user/signup/?token=…`
 */
export const signUp = async (invitePath: string): Promise<LiveUser> => {
	const browser = new Browser(liveServer().url);
	const email = `${randomUUID()}@example.com`;
	await browser.open(invitePath);
	const joined = await browser.open(invitePath, { email, password: randomUUID() });
	// A form with a mistake comes again instead.
	if (joined.status !== 302) throw new Error('Label Studio did not let a test user sign up');
	const { id } = await browser.read<{ id: number }>('/api/current-user/whoami');
	// A person has a legacy token from the start, but not one who joins while Label Studio 1.23.2 deletes a project: a new one is sure.
	const { token: legacyToken } = await browser.read<{ token: string }>('/api/current-user/reset-token/', {});
	const { token: apiToken } = await browser.read<{ token: string }>('/api/token/', {});
	return { id, email, apiToken, legacyToken };
};
