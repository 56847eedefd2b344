import type { LabelStudioClient } from './client';

/** Whether the server is Label Studio Community, by `GET /api/version/` (1.23.2). */
export const isCommunity = async (client: LabelStudioClient): Promise<boolean> =>
	((await client.request({ method: 'GET', path: '/api/version/' })).body as { edition?: string }).edition === 'Community';
