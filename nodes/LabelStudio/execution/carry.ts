import type { LabelStudioClient, LabelStudioRequest } from '../http/client';

/**
 * Completes a change with the fields that it may not leave out, as they are now. Label Studio 1.23.2 empties the
 * `actions` of a webhook when a PATCH does not give them, and answers 500 to one of an ML backend without `url` and
 * `project`.
 *
 * @param carry names of these fields
 * @throws LabelStudioError when the object cannot be read
 */
export const withCarried = async (client: LabelStudioClient, request: LabelStudioRequest, carry: readonly string[]): Promise<LabelStudioRequest> => {
	const changes = request.body as Record<string, unknown>;
	if (carry.every((name) => name in changes)) return request;
	const { body } = await client.request({ method: 'GET', path: request.path, enterprise: request.enterprise });
	const present = Object.entries(body as Record<string, unknown>).filter(([name]) => carry.includes(name));
	return { ...request, body: { ...Object.fromEntries(present), ...changes } };
};
