import type { LabelStudioClient } from './client';

/** What is used of a project. */
interface ProjectFields {
	/** XML of the labeling interface. */
	label_config: string;
	/** What the server makes of it, by the names of the control tags. */
	parsed_label_config: unknown;
	task_number: number;
}

/**
 * Reads some fields of a project. Choosing them takes the server a third of the time that all take it (`include` of
 * `GET /api/projects/{id}/`, 1.23.2).
 *
 * @throws LabelStudioError when the project cannot be read
 */
export const readProjectFields = async <Name extends keyof ProjectFields>(client: LabelStudioClient, id: string | number, names: readonly Name[]): Promise<Partial<Pick<ProjectFields, Name>>> =>
	(await client.request({ method: 'GET', path: `/api/projects/${id}/`, query: [['include', names.join(',')]] })).body as Partial<Pick<ProjectFields, Name>>;
