import type { LabelStudioClient } from '../http/client';
import { LabelStudioError } from '../http/errors';
import { makeSecret, headerName } from './secret';

/** What one trigger node wants to have at Label Studio. */
export interface WantedHook {
	url: string;
	/** Absent for the whole organization. */
	project: number | undefined;
	actions: readonly string[];
}

/** What n8n keeps of the hook for the node: all of it or nothing. */
export interface StoredHook {
	hookId?: number;
	actions?: string[];
	secret?: string;
}

/** A webhook as `/api/webhooks/` of Label Studio 1.23.2 gives it. */
interface Hook {
	id: number;
	project: number | null;
	url: string;
	is_active: boolean;
	send_payload: boolean;
	send_for_all_actions: boolean;
	actions: string[];
	headers: Record<string, string> | null;
}

const list = '/api/webhooks/';
const one = (id: number): string => `${list}${id}/`;

const remember = (stored: StoredHook, hook: Hook, actions: readonly string[], secret: string): void => {
	Object.assign(stored, { hookId: hook.id, actions: [...actions], secret });
};

const forget = (stored: StoredHook): void => {
	delete stored.hookId;
	delete stored.actions;
	delete stored.secret;
};

/** What a request answers, undefined when the hook is gone. */
const unlessGone = async (answer: Promise<{ body: unknown }>): Promise<unknown> =>
	await answer.then(
		({ body }) => body,
		async (error: unknown) => (error instanceof LabelStudioError && error.httpStatus === 404 ? undefined : await Promise.reject(error)),
	);

const read = async (client: LabelStudioClient, id: number): Promise<Hook | undefined> =>
	(await unlessGone(client.request({ method: 'GET', path: one(id) }))) as Hook | undefined;

const remove = async (client: LabelStudioClient, { id }: Hook): Promise<void> => {
	await unlessGone(client.request({ method: 'DELETE', path: one(id) }));
};

/**
 * Everything that is sent for a hook. `send_for_all_actions` is true unless it is said otherwise, and a PATCH without
 * `actions` takes all of them away (both seen in Label Studio 1.23.2), so all of it is always sent.
 */
const bodyFor = ({ url, project, actions }: WantedHook, secret: string) => ({
	url,
	...(project !== undefined && { project }),
	actions,
	headers: { [headerName]: secret },
	is_active: true,
	send_payload: true,
	send_for_all_actions: false,
});

const change = async (client: LabelStudioClient, hook: Hook, wanted: WantedHook, secret: string): Promise<void> => {
	await client.request({ method: 'PATCH', path: one(hook.id), body: bodyFor(wanted, secret) });
};

const sameActions = (some: readonly string[], others: readonly string[]): boolean => [...some].sort().join() === [...others].sort().join();

const isAsWanted = (hook: Hook, { url, actions }: WantedHook, secret: string): boolean =>
	hook.url === url &&
	hook.is_active &&
	hook.send_payload &&
	!hook.send_for_all_actions &&
	hook.headers?.[headerName] === secret &&
	sameActions(hook.actions, actions);

/**
 * The hooks that belong to this node: the one that is remembered, or else those with its address, which n8n makes for
 * one node alone. A server that was set up anew gives ids out again, so an id alone is not believed.
 */
const ownHooks = async (client: LabelStudioClient, url: string, { hookId, secret }: StoredHook): Promise<Hook[]> => {
	const remembered = hookId === undefined ? undefined : await read(client, hookId);
	if (remembered && (remembered.url === url || remembered.headers?.[headerName] === secret)) return [remembered];
	const all = (await client.request({ method: 'GET', path: list })).body as Hook[];
	return all.filter((hook) => hook.url === url);
};

/**
 * Whether the hook is there, as it should be: one that was switched off or changed is mended, one that n8n has lost
 * track of is taken over with a new secret, and what else has its address is removed.
 *
 * @throws LabelStudioError when Label Studio does not answer or refuses; what is stored stays as it was then
 */
export const findHook = async (client: LabelStudioClient, wanted: WantedHook, stored: StoredHook): Promise<boolean> => {
	const own = await ownHooks(client, wanted.url, stored);
	// Label Studio does not let a hook change its project.
	const hook = own.find(({ project }) => (project ?? undefined) === wanted.project);
	for (const other of own) if (other !== hook) await remove(client, other);
	if (!hook) {
		forget(stored);
		return false;
	}
	const secret = hook.id === stored.hookId && stored.secret ? stored.secret : makeSecret();
	if (!isAsWanted(hook, wanted, secret)) await change(client, hook, wanted, secret);
	remember(stored, hook, wanted.actions, secret);
	return true;
};

/**
 * Makes the hook, with a secret of its own.
 *
 * @throws LabelStudioError when Label Studio refuses it
 */
export const createHook = async (client: LabelStudioClient, wanted: WantedHook, stored: StoredHook): Promise<void> => {
	const secret = makeSecret();
	const { body } = await client.request({ method: 'POST', path: list, body: bodyFor(wanted, secret) });
	remember(stored, body as Hook, wanted.actions, secret);
};

/**
 * Deletes the hook; one that is gone already is fine.
 *
 * @throws LabelStudioError when Label Studio does not answer or refuses; what is stored stays then, so that the next
 * activation finds the hook again
 */
export const deleteHook = async (client: LabelStudioClient, url: string, stored: StoredHook): Promise<void> => {
	for (const hook of await ownHooks(client, url, stored)) await remove(client, hook);
	forget(stored);
};

/**
 * The secrets of all hooks with this address, for when n8n has none stored: it stores it only after all triggers of a
 * workflow are activated, and not at all when it crashes before (2.41.1 does not look at the hook again after that).
 *
 * @throws LabelStudioError when Label Studio does not answer or refuses
 */
export const secretsAt = async (client: LabelStudioClient, url: string): Promise<string[]> =>
	(await ownHooks(client, url, {})).flatMap(({ headers }) => headers?.[headerName] || []);
