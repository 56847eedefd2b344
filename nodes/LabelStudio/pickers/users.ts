import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { ask, matching } from './search';

interface UserRow {
	id: number;
	email: string;
	first_name?: string;
	last_name?: string;
}

/** Users by name or email. `/api/users/` comes whole, so the text is looked for here. */
export async function searchUsers(this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
	return await ask(this, async (client) => {
		const { body } = await client.request({ method: 'GET', path: '/api/users/' });
		const users = (body as UserRow[]).map(({ id, email, first_name, last_name }) => {
			const fullName = [first_name, last_name].filter(Boolean).join(' ');
			return { name: fullName ? `${fullName} (${email})` : email, value: id };
		});
		return { results: matching(users, filter) };
	});
}
