import type { ICredentialDataDecryptedObject, IExecuteFunctions, IHookFunctions, ILoadOptionsFunctions, IPollFunctions, IWebhookFunctions } from 'n8n-workflow';
import { LabelStudioClient, type ClientSettings } from './client';
import type { LabelStudioCredential } from './token';

type Context = IExecuteFunctions | IHookFunctions | ILoadOptionsFunctions | IPollFunctions | IWebhookFunctions;

/**
 * A client for the credential of the node. The credential is decrypted here, once; the requests share it and what is
 * renewed in it.
 *
 * @throws LabelStudioError when the credential's address or token is unusable
 */
export const connect = async (context: Context, settings?: ClientSettings): Promise<LabelStudioClient> => {
	const credential = await context.getCredentials('labelStudioApi');
	const credentialsDecrypted = { id: '', name: '', type: 'labelStudioApi', data: credential };
	const signal = 'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
	return new LabelStudioClient(
		async (options) => await context.helpers.httpRequestWithAuthentication.call(context, 'labelStudioApi', options, { credentialsDecrypted }),
		credential as ICredentialDataDecryptedObject & LabelStudioCredential,
		settings,
		signal,
	);
};
