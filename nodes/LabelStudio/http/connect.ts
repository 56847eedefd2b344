import type { ICredentialDataDecryptedObject, IExecuteFunctions, ILoadOptionsFunctions, IPollFunctions } from 'n8n-workflow';
import { LabelStudioClient, type ClientSettings } from './client';
import type { LabelStudioCredential } from './token';

/**
 * A client for the credential of the node. The credential is decrypted here, once; the requests share it and what is
 * renewed in it.
 *
 * @throws LabelStudioError when the credential's address or token is unusable
 */
export const connect = async (context: IExecuteFunctions | ILoadOptionsFunctions | IPollFunctions, settings?: ClientSettings): Promise<LabelStudioClient> => {
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
