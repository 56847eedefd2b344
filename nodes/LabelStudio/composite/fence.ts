import { randomBytes } from 'crypto';
import type { LabelStudioClient } from '../http/client';
import { LabelStudioError, outcomeOf } from '../http/errors';
import { backgroundImport, type ImportAnswer } from './import-answer';

/**
 * An empty uploaded file that tasks refer to while they are imported. It does two things that nothing else in Label
 * Studio does: tasks that refer to it are ours and nobody else's, and once it is deleted the server cannot store any more
 * of them, however late a request arrives, since the reference leads nowhere. Deleting it takes the reference off the
 * tasks that are there, so nothing of it stays. Seen in 1.23.2 with SQLite and PostgreSQL; tasks refer to files in this
 * way since 1.0 (tasks/serializers.py, add_tasks; tasks/models.py, SET_NULL).
 */
export interface Fence {
	readonly id: number;
	/** Part of the file's name, unlike that of any other. */
	readonly name: string;
}

const attempts = 3;

/** The file of that name, where a request made it whose answer was lost. */
const findFence = async (client: LabelStudioClient, project: string, name: string): Promise<Fence | undefined> => {
	const files = (await client.request({ method: 'GET', path: `/api/projects/${project}/file-uploads`, query: [['all', 'true']], patient: true })).body;
	const file = (files as Array<{ id: number; file: string }>).find((one) => one.file.includes(name));
	return file && { id: file.id, name };
};

/**
 * Makes one.
 *
 * @returns undefined when the server takes no files, or not just now
 * @throws whatever is no answer of the server
 */
export const makeFence = async (client: LabelStudioClient, project: string, signal?: AbortSignal): Promise<Fence | undefined> => {
	const name = `n8n-import-${randomBytes(8).toString('hex')}`;
	const files = [{ name: 'file', fileName: `${name}.json`, mimeType: 'application/json', content: Buffer.from('[{}]') }];
	const upload = async (): Promise<Fence | undefined> => {
		const { body } = await client.request({ method: 'POST', path: `/api/projects/${project}/import`, query: [['commit_to_project', 'false']], files, patient: true });
		const id = (await backgroundImport(client, project, body as ImportAnswer, signal)).file_upload_ids?.[0];
		return id === undefined ? undefined : { id, name };
	};
	for (let attempt = 1; attempt <= attempts; attempt++) {
		const made = await outcomeOf(upload());
		if (!(made instanceof LabelStudioError)) return made;
		if (!made.outcomeUnknown) return undefined;
		const found = await outcomeOf(findFence(client, project, name));
		if (found instanceof LabelStudioError) return undefined;
		if (found) return found;
	}
	return undefined;
};

/**
 * Deletes uploaded files: from then on nothing can be stored that refers to them.
 *
 * @throws LabelStudioError when that failed
 */
export const removeUploads = async (client: LabelStudioClient, project: string, ids: readonly number[]): Promise<void> => {
	// Without ids the server would delete all files of the project: seen in 1.23.2.
	if (ids.length > 0) await client.request({ method: 'DELETE', path: `/api/projects/${project}/file-uploads`, body: { file_upload_ids: ids }, patient: true });
};
