import type { IHookFunctions } from 'n8n-workflow';
import type { LabelStudioClient } from '../http/client';
import { connect } from '../http/connect';
import { isCertificateError, LabelStudioError } from '../http/errors';
import { explainRefusal, toHookError, untrustedCertificate } from './webhook-errors';
import { actionsFor, type KnownActions, type Scope } from './webhook-events';
import { createHook, deleteHook, findHook, type StoredHook, type WantedHook } from './webhook-registration';

/** n8n waits while a workflow is activated, and so does the person who does it. */
const settings = { timeoutMs: 30_000, maxRetries: 2 };

const scopeOf = (context: IHookFunctions): Scope => context.getNodeParameter('scope') as Scope;

const urlOf = (context: IHookFunctions): string => context.getNodeWebhookUrl('default') as string;

const readProject = (context: IHookFunctions): number => {
	const value = String(context.getNodeParameter('project', '', { extractValue: true }) ?? '').trim();
	if (/^[1-9]\d*$/.test(value)) return Number(value);
	throw new LabelStudioError(value === '' ? 'Project: no project is chosen' : `Project must be the ID of a project, but is "${value.slice(0, 60)}"`);
};

const readWanted = async (context: IHookFunctions, client: LabelStudioClient): Promise<WantedHook> => {
	const scope = scopeOf(context);
	const project = scope === 'project' ? readProject(context) : undefined;
	const chosen = context.getNodeParameter('triggerOn') === 'all' ? undefined : (context.getNodeParameter('events', []) as string[]);
	const { body } = await client.request({ method: 'GET', path: '/api/webhooks/info/' });
	return { url: urlOf(context), project, actions: actionsFor(chosen, scope, body as KnownActions) };
};

/** n8n keeps it for the node until the workflow is deactivated; a test run has its own. */
const storedHook = (context: IHookFunctions): StoredHook => context.getWorkflowStaticData('node') as StoredHook;

/** Does something about the hook; what fails is said in words for the user. */
const attempt = async <T>(context: IHookFunctions, work: (client: LabelStudioClient) => Promise<T>): Promise<T> => {
	try {
		return await work(await connect(context, settings));
	} catch (error) {
		throw toHookError(context.getNode(), explainRefusal(error, urlOf(context), scopeOf(context)));
	}
};

/**
 * A certificate that nobody trusts is not refused by Label Studio: its calls fail later, and only its log says so. So
 * n8n looks at its own address first. That n8n cannot reach it is no sign of anything.
 */
const checkCertificate = async (context: IHookFunctions, url: string): Promise<void> => {
	const { skipCertificateCheck } = context.getNodeParameter('options', {}) as { skipCertificateCheck?: boolean };
	if (!url.startsWith('https:') || skipCertificateCheck) return;
	const failure = await context.helpers
		.httpRequest({ method: 'HEAD', url: new URL(url).origin, timeout: 5_000, ignoreHttpStatusErrors: true, disableFollowRedirect: true })
		.then(() => undefined)
		.catch((error: { code?: string }) => error.code);
	if (failure !== undefined && isCertificateError(failure)) throw untrustedCertificate(url);
};

/** See {@link findHook}. */
export const checkExists = async (context: IHookFunctions): Promise<boolean> =>
	await attempt(context, async (client) => await findHook(client, await readWanted(context, client), storedHook(context)));

/** See {@link createHook}. */
export const create = async (context: IHookFunctions): Promise<boolean> =>
	await attempt(context, async (client) => {
		await checkCertificate(context, urlOf(context));
		await createHook(client, await readWanted(context, client), storedHook(context));
		return true;
	});

/** See {@link deleteHook}. */
export const remove = async (context: IHookFunctions): Promise<boolean> =>
	await attempt(context, async (client) => {
		await deleteHook(client, urlOf(context), storedHook(context));
		return true;
	});
