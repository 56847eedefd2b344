import type { LabelStudioClient } from '../http/client';
import { LabelStudioError, outcomeOf, parseRefusedRows } from '../http/errors';
import { poll } from './poll';

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

/** An import that takes longer is given up on, and what came of it looked up. */
const longestMs = 3_600_000;

const pathOf = (project: string, answer: ImportAnswer): string | undefined => {
	if (answer.import !== undefined) return `/api/projects/${project}/imports/${answer.import}/`;
	return answer.reimport === undefined ? undefined : `/api/projects/${project}/reimports/${answer.reimport}/`;
};

/** What is known of the import itself when a question for it fails. */
const unanswered = ({ message, description, httpStatus, errorId }: LabelStudioError): LabelStudioError =>
	new LabelStudioError(message, { description, httpStatus, errorId, outcomeUnknown: true });

const failed = (error: unknown): LabelStudioError => {
	const refusedRows = parseRefusedRows(error);
	const text = refusedRows[0]?.message ?? String(error ?? '').split('\n')[0]?.slice(0, 300);
	return new LabelStudioError(`Label Studio could not import the tasks${text ? `: ${text}` : ''}`, { outcomeUnknown: true, refusedRows });
};

/**
 * Waits for an import in the background: `GET /api/projects/{id}/imports/{import}/`, statuses as in projects/models.py of 1.23.2.
 * An answer that is whole already comes back at once.
 *
 * @throws LabelStudioError when it failed, with the rows that it named, or cannot be asked for: it may have stored some all
 * the same
 */
export const backgroundImport = async (client: LabelStudioClient, project: string, answer: ImportAnswer, signal?: AbortSignal): Promise<ImportAnswer> => {
	const path = pathOf(project, answer);
	if (path === undefined) return answer;
	const ask = async (): Promise<ImportStatus | undefined> => {
		const asked = await outcomeOf(client.request({ method: 'GET', path, patient: true }));
		if (asked instanceof LabelStudioError) throw unanswered(asked);
		const status = asked.body as ImportStatus;
		return status.status === 'completed' || status.status === 'failed' ? status : undefined;
	};
	const ended = await poll(ask, Date.now() + longestMs, signal);
	if (!ended) throw new LabelStudioError('The import in the background did not end within an hour', { description: 'Label Studio may have no worker for it.', outcomeUnknown: true });
	if (ended.status === 'failed') throw failed(ended.error);
	return ended;
};
