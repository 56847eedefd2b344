import type {
	IAuthenticate,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IDataObject,
	IHttpRequestHelper,
	INodeProperties,
	Icon,
} from 'n8n-workflow';
import { exchangeToken } from '../nodes/LabelStudio/http/exchange';
import { authorization, type LabelStudioCredential } from '../nodes/LabelStudio/http/token';

const asCredential = (credentials: ICredentialDataDecryptedObject | IDataObject): LabelStudioCredential => ({
	baseUrl: String(credentials.baseUrl ?? ''),
	apiToken: String(credentials.apiToken ?? ''),
	ignoreTlsIssues: credentials.ignoreTlsIssues === true,
	sessionToken: typeof credentials.sessionToken === 'string' ? credentials.sessionToken : '',
});

export class LabelStudioApi implements ICredentialType {
	name = 'labelStudioApi';

	displayName = 'Label Studio API';

	icon: Icon = { light: 'file:../nodes/LabelStudio/labelStudio.svg', dark: 'file:../nodes/LabelStudio/labelStudio.dark.svg' };

	documentationUrl = 'https://github.com/n8n-nodes-label-studio/n8n-nodes-label-studio#credential';

	properties: INodeProperties[] = [
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://app.humansignal.com',
			description: 'Address of your Label Studio, as in the browser, without what follows the host (a sub-path such as /label-studio belongs to it)',
		},
		{
			displayName: 'API Token',
			name: 'apiToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'A personal access token or a legacy token, from Account & Settings in Label Studio; the node tells them apart',
		},
		{
			displayName: 'Ignore TLS Issues',
			name: 'ignoreTlsIssues',
			type: 'boolean',
			default: false,
			description: 'Whether to connect even if the TLS certificate of the server is not trusted (insecure)',
		},
		{
			displayName: 'Session Token',
			name: 'sessionToken',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
		},
	];

	async preAuthentication(this: IHttpRequestHelper, credentials: ICredentialDataDecryptedObject): Promise<IDataObject> {
		return await exchangeToken(this.helpers, asCredential(credentials));
	}

	// A function costs half of what the declarative form does for each request.
	authenticate: IAuthenticate = async (credentials, requestOptions) => {
		const value = authorization(asCredential(credentials));
		if (value !== undefined) requestOptions.headers = { ...requestOptions.headers, Authorization: value };
		return requestOptions;
	};

	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{ $credentials.baseUrl.trim().replace(/\\/+$/, "").replace(/\\/api$/i, "") }}',
			url: '/api/current-user/whoami',
			skipSslCertificateValidation: '={{ $credentials.ignoreTlsIssues }}',
		},
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message: 'Label Studio does not accept the API token. Copy it again from Account & Settings; legacy tokens are switched off on newer servers, so make a personal access token there.',
				},
			},
			{ type: 'responseCode', properties: { value: 404, message: 'The Base URL does not lead to Label Studio' } },
			{
				type: 'responseSuccessBody',
				properties: { key: 'email', value: undefined, message: 'The Base URL does not lead to Label Studio' },
			},
			// n8n takes both kinds of rule side by side; only its type does not say so.
		] as ICredentialTestRequest['rules'],
	};
}
