import type { LabelStudioClient } from '../http/client';
import { LabelStudioError, parseRefusedRows } from '../http/errors';
import { pause } from '../http/retry';

/** What an import answers: in Community at once, elsewhere the number of an import in the background. */
export interface ImportAnswer {
	task_count?: number;
	task_ids?: number[];
	file_upload_ids?: number[];
	import?: number;
	reimport?: number;
}

interface ImportStatus extends ImportAnswer {
	status: 'created' | 'in_progress' | 'failed' | 'completed';
	error?: string | null;
}

const firstPauseMs = 250;
const longestPauseMs = 5000;
/** An import that takes longer is given up on, and what came of it looked up. */
const longestMs = 3_600_000;

/**
 * Waits for an import in the background: `GET /api/projects/{id}/imports/{import}/`, statuses as in projects/models.py of 1.23.2.
 * An answer that is whole already comes back at once.
 *
 * @throws LabelStudioError when it failed, with the rows that it named; it may have stored some all the same
 */
export const backgroundImport = async (client: LabelStudioClient, project: string, answer: ImportAnswer, signal?: AbortSignal): Promise<ImportAnswer> => {
	const path =
		answer.import !== undefined
			? `/api/projects/${project}/imports/${answer.import}/`
			: answer.reimport !== undefined
				? `/api/projects/${project}/reimports/${answer.reimport}/`
				: undefined;
	if (path === undefined) return answer;
	const until = Date.now() + longestMs;
	for (let milliseconds = firstPauseMs; Date.now() < until; milliseconds = Math.min(longestPauseMs, milliseconds * 1.5)) {
		await pause(milliseconds, signal);
		const status = (await client.request({ method: 'GET', path, patient: true })).body as ImportStatus;
		if (status.status === 'completed') return status;
		if (status.status === 'failed') {
			const refusedRows = parseRefusedRows(status.error);
			const text = refusedRows[0]?.message ?? String(status.error ?? '').split('\n')[0];
			throw new LabelStudioError(`Label Studio could not import the tasks${text ? `: ${text}` : ''}`, { outcomeUnknown: true, refusedRows });
		}
	}
	throw new LabelStudioError('The import in the background did not end within an hour', { description: 'Label Studio may have no worker for it.', outcomeUnknown: true });
};
