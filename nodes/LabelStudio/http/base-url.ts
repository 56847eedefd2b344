import { LabelStudioError } from './errors';

/**
 * The address under which `/api/…` lives, put right: spaces, trailing slashes and a pasted `/api` are taken off, a
 * sub-path stays (`https://host/label-studio`).
 *
 * @throws LabelStudioError when it is empty, has no scheme, or is no address
 */
export const normalizeBaseUrl = (baseUrl: unknown): string => {
	const text = typeof baseUrl === 'string' ? baseUrl.trim() : '';
	if (text === '') {
		throw new LabelStudioError('Base URL is empty', {
			description: 'Open the Label Studio credential and enter the address of your server, for example https://app.humansignal.com',
		});
	}
	if (!/^https?:\/\//i.test(text)) {
		throw new LabelStudioError(`Base URL has no http:// or https:// in front: ${text}`, {
			description: `Open the Label Studio credential and enter the whole address, for example https://${text.replace(/^[a-z]*:?\/*/i, '') || 'label-studio.example.com'}`,
		});
	}
	if (!URL.canParse(text) || /[?#]/.test(text)) {
		throw new LabelStudioError(`Base URL is not the address of a server: ${text}`, {
			description: 'Enter scheme, host and, where needed, port and path only',
		});
	}
	return text.replace(/\/+$/, '').replace(/\/api$/i, '').replace(/\/+$/, '');
};
