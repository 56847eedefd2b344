import type { ILoadOptionsFunctions, INodeListSearchItems, INodeListSearchResult, INodePropertyOptions } from 'n8n-workflow';
import type { LabelStudioClient } from '../http/client';
import { ask, matching } from './search';

interface UserRow {
	id: number;
	email: string;
	first_name?: string;
	last_name?: string;
}

const readUsers = async (client: LabelStudioClient): Promise<INodeListSearchItems[]> => {
	const { body } = await client.request({ method: 'GET', path: '/api/users/' });
	return (body as UserRow[]).map(({ id, email, first_name, last_name }) => {
		const fullName = [first_name, last_name].filter(Boolean).join(' ');
		return { name: fullName ? `${fullName} (${email})` : email, value: id };
	});
};

/** Users by name or email. `/api/users/` comes whole, so the text is looked for here. */
export async function searchUsers(this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
	return await ask(this, async (client) => ({ results: matching(await readUsers(client), filter) }));
}

/** The same users for fields that take several, in `methods.loadOptions`. */
export async function getUsers(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return await ask(this, readUsers);
}
