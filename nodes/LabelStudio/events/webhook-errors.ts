import { NodeApiError, type INode } from 'n8n-workflow';
import { LabelStudioError } from '../http/errors';
import type { Scope } from './webhook-events';

const pollingInstead = 'The Label Studio Polling Trigger needs none of this: it asks Label Studio, and Label Studio need not reach n8n.';

/** Where n8n is told its own address. */
const addressSetting = 'N8N_WEBHOOK_URL of n8n (WEBHOOK_URL in older releases)';

const origin = (url: string): string => new URL(url).origin;

/** An address of n8n that is its default, so that it was probably never set. */
const isDefaultAddress = (url: string): boolean => /^(localhost|127\.|\[::1\]|0\.0\.0\.0)/.test(new URL(url).hostname);

const addressAdvice = (url: string): string =>
	isDefaultAddress(url) ? `This is the address that n8n has when none is set: set ${addressSetting} to the address at which Label Studio reaches it. ` : '';

const refined = (error: LabelStudioError, message: string, description: string): LabelStudioError =>
	new LabelStudioError(message, { description: `${description}\n${pollingInstead}`, httpStatus: error.httpStatus, errorId: error.errorId });

/**
 * Says what Label Studio has against a webhook: which address, which setting of which server. The server's own words
 * are those of Label Studio 1.23.2.
 *
 * @param url the address of n8n that was to be registered
 */
export const explainRefusal = (error: unknown, url: string, scope: Scope): unknown => {
	if (!(error instanceof LabelStudioError)) return error;
	const words = `${error.message}\n${error.description ?? ''}`;
	const address = origin(url);
	if (error.httpStatus === 403 && /reserved network address|URL was not allowed/.test(words)) {
		return refined(
			error,
			`Label Studio refuses to call n8n at ${address}, because that is a private address`,
			`${addressAdvice(url)}Since 1.23.1 Label Studio sends webhooks to public addresses only. If it may call private ones, start Label Studio with SSRF_PROTECTION_ENABLED=false; or, to allow some networks alone, with USE_DEFAULT_BANNED_SUBNETS=false and the others in USER_ADDITIONAL_BANNED_SUBNETS.`,
		);
	}
	if (/resolve hostname/.test(words)) {
		return refined(error, `Label Studio does not find the host of n8n: ${address}`, `${addressAdvice(url)}The name has to be known where Label Studio runs. ${addressSetting} sets another one.`);
	}
	if (error.httpStatus === 400 && /\burl: /i.test(words)) {
		return refined(
			error,
			`Label Studio does not take the address of n8n: ${address}`,
			`The name of its host must have a dot in it, such as n8n.local; a container's bare name is not enough, an IP address or localhost is. Set ${addressSetting} to such an address.`,
		);
	}
	if (scope === 'organization' && error.httpStatus === 404) {
		return refined(error, 'Webhooks of a whole organization need Label Studio Enterprise', 'Label Studio Community has webhooks of single projects only: set Scope to One Project, and use a trigger for each project.');
	}
	if (error.httpStatus === 400 && /\bproject: /i.test(words)) {
		return new LabelStudioError('The project does not exist', { description: 'It may have been deleted, or belong to another organization than the user of the API token. Choose the project again.', httpStatus: 400, errorId: error.errorId });
	}
	return error;
};

/** The certificate of n8n is one that Label Studio will probably not trust. */
export const untrustedCertificate = (url: string): LabelStudioError =>
	new LabelStudioError(`The TLS certificate of n8n at ${origin(url)} is not trusted`, {
		description: `Label Studio would send nothing to it, and tell nobody. Give n8n a certificate of a known authority, or register an http:// address with ${addressSetting}. If Label Studio does trust it (REQUESTS_CA_BUNDLE of Label Studio names its authority), switch on Skip Certificate Check in the options of the trigger.\n${pollingInstead}`,
	});

/** What went wrong in an execution, as n8n shows it. Anything that is not ours is passed on unchanged. */
export const toTriggerError = (node: INode, error: unknown): Error => {
	if (!(error instanceof LabelStudioError)) return error as Error;
	const { message, description, httpStatus, errorId } = error;
	return new NodeApiError(node, { message, ...(errorId && { errorId }) }, { message, description, httpCode: httpStatus === undefined ? undefined : String(httpStatus) });
};

/** What went wrong with the webhook. When a workflow is published n8n 2.41 shows the message alone, so all is in there. */
export const toHookError = (node: INode, error: unknown): Error => {
	if (!(error instanceof LabelStudioError)) return error as Error;
	const { message, description, httpStatus, errorId } = error;
	const text = [message, ...(description ?? '').split('\n')].filter(Boolean).join('. ').replace(/([.:])\. /g, '$1 ');
	return toTriggerError(node, new LabelStudioError(text, { httpStatus, errorId }));
};
