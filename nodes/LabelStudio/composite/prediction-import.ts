import type { IDataObject } from 'n8n-workflow';
import type { LabelStudioClient } from '../http/client';
import { LabelStudioError, outcomeOf } from '../http/errors';
import { pause } from '../http/retry';
import { InputError } from '../execution/input-error';
import type { Composite, CompositeRun, Outcome } from './composite';
import type { Result } from './flat-rows';
import { idBatches, readTasksById } from './known-tasks';
import { grouped, groupLabels, type LabelGroup } from './labeled-items';
import { growingPause } from './poll';
import { ship, type Settled, type Shipment } from './sending';

/** Each request makes the server count anew for all tasks of the project (data_import/api.py of 1.23.2), so that few large ones are much faster. */
const maxPredictions = 10_000;
/** One of the server's two ways to store them takes so many at a time; a refusal then leaves the ones before in place (same file). */
const storedAtOnce = 500;

interface TaskWithPredictions {
	id: number;
	predictions?: Array<{ id: number; result?: Result[] }>;
}

const mean = (values: readonly number[]): number | undefined => (values.length > 0 ? values.reduce((total, value) => total + value, 0) / values.length : undefined);

const scoreOf = ({ results }: LabelGroup): number | undefined => mean(results.flatMap(({ score }) => (typeof score === 'number' ? [score] : [])));

const bodyOf = (group: LabelGroup): object => ({ task: group.task, result: group.results, score: scoreOf(group), model_version: group.values.model_version });

const partlyStored = ({ message, description, httpStatus, errorId }: LabelStudioError): LabelStudioError =>
	new LabelStudioError(message, { description, httpStatus, errorId, outcomeUnknown: true, refusedRows: [] });

/**
 * Sends predictions of one project, each exactly once as far as can be told. They are known by the ids of their regions. Of
 * a request whose answer was lost, what is not there after as long again is sent anew; should it arrive later all the same,
 * the copies are removed at the end.
 */
class PredictionSender {
	private readonly client: LabelStudioClient;
	private readonly project: string;
	private readonly signal?: AbortSignal;
	/** Predictions of which a copy may still arrive. */
	private readonly doubtful = new Set<LabelGroup>();
	private longestPatienceMs = 0;

	constructor(client: LabelStudioClient, project: string, signal?: AbortSignal) {
		this.client = client;
		this.project = project;
		this.signal = signal;
	}

	async run(groups: readonly LabelGroup[], report: Pick<Shipment<LabelGroup, true>, 'done' | 'fail' | 'progress'>): Promise<void> {
		await ship<LabelGroup, true>(groups, {
			noun: 'predictions imported',
			maxRows: maxPredictions,
			encode: (group) => JSON.stringify(bodyOf(group)),
			send: async (json, chunk) => await this.send(json, chunk),
			find: async (chunk) => this.isThere(chunk, await this.copies(chunk)),
			settle: async (chunk, patienceMs) => await this.settle(chunk, patienceMs),
			...report,
		});
		if (this.doubtful.size === 0) return;
		const cleaned = await outcomeOf(this.removeCopies());
		if (!(cleaned instanceof LabelStudioError)) return;
		const error = new LabelStudioError(`The prediction was sent twice, since an answer was lost, and it is not known whether it is there twice: ${cleaned.message}`, { description: cleaned.description });
		for (const group of this.doubtful) report.fail(group, error);
	}

	private async send(json: Buffer, chunk: readonly LabelGroup[]): Promise<true[]> {
		const sent = await outcomeOf(this.client.request({ method: 'POST', path: `/api/projects/${this.project}/import/predictions`, json, patient: true }));
		if (sent instanceof LabelStudioError) throw sent.httpStatus === 400 && chunk.length > storedAtOnce ? partlyStored(sent) : sent;
		const { created } = (sent.body ?? {}) as { created?: number };
		// What the server finds wrong it only writes into its log, and leaves out: seen in 1.23.2.
		if (created !== chunk.length) {
			throw new LabelStudioError('Label Studio left out the prediction', {
				description: 'It does not say why; its log does. Usually the labeling config was changed meanwhile, or is stricter than the node knows.',
				outcomeUnknown: true,
				refusedRows: [],
			});
		}
		return chunk.map(() => true);
	}

	/** Ids of the stored predictions that bear the region ids of each group, oldest first. */
	private async copies(groups: readonly LabelGroup[]): Promise<Map<LabelGroup, number[]>> {
		const byRegion = new Map(groups.map((group) => [group.results[0]?.id, group]));
		const copies = new Map<LabelGroup, number[]>();
		for (const ids of idBatches(groups.map(({ task }) => task))) {
			const tasks = await readTasksById<TaskWithPredictions>(this.client, this.project, ids, ['predictions']);
			for (const { id, result } of tasks.flatMap(({ predictions = [] }) => predictions)) {
				const group = byRegion.get(result?.[0]?.id);
				if (group) copies.set(group, [...(copies.get(group) ?? []), id].sort((a, b) => a - b));
			}
		}
		return copies;
	}

	private isThere(chunk: readonly LabelGroup[], copies: ReadonlyMap<LabelGroup, number[]>): Settled<true> {
		return chunk.map((group) => (copies.has(group) ? true : undefined));
	}

	/** Looks until all are there, or none has come for a while. */
	private async settle(chunk: readonly LabelGroup[], patienceMs: number): Promise<Settled<true>> {
		this.longestPatienceMs = Math.max(this.longestPatienceMs, patienceMs);
		let until = Date.now() + patienceMs;
		let before = 0;
		for (let attempt = 1; ; attempt++) {
			const copies = await this.copies(chunk);
			if (copies.size > before) until = Date.now() + patienceMs;
			before = copies.size;
			const left = until - Date.now();
			if (copies.size === chunk.length || left <= 0) {
				for (const group of chunk) if (!copies.has(group)) this.doubtful.add(group);
				return this.isThere(chunk, copies);
			}
			await pause(Math.min(growingPause(attempt), left), this.signal);
		}
	}

	private async removeCopies(): Promise<void> {
		await pause(this.longestPatienceMs, this.signal);
		for (const [, ...late] of (await this.copies([...this.doubtful])).values()) {
			for (const id of late) await this.client.request({ method: 'DELETE', path: `/api/predictions/${id}/`, patient: true });
		}
	}
}

/** Has a project show the predictions of one model version to its annotators. */
const show = async (client: LabelStudioClient, project: string, version: string): Promise<void> => {
	await client.request({ method: 'PATCH', path: `/api/projects/${project}/`, body: { model_version: version, show_collab_predictions: true }, repeatable: true, patient: true });
};

/** The model versions that items want to be shown. */
const shownVersions = (groups: readonly LabelGroup[]): string[] => [...new Set(groups.filter(({ values }) => values.show === true).map(({ values }) => String(values.model_version)))];

const importOfProject = async (run: CompositeRun, outcome: Outcome, project: string, groups: readonly LabelGroup[], version: string | undefined): Promise<void> => {
	const { client, signal, progress } = run;
	const done: LabelGroup[] = [];
	await new PredictionSender(client, project, signal).run(groups, {
		done: (group) => {
			done.push(group);
			group.items.forEach((index, place) => {
				outcome.put(index, {
					task: group.task,
					project: Number(project),
					model_version: group.values.model_version as string,
					score: scoreOf(group) ?? null,
					result: [group.results[place] as IDataObject],
				});
			});
		},
		fail: ({ items }, error) => items.forEach((index) => outcome.fail(index, error)),
		progress,
	});
	const shown = version === undefined || done.length === 0 ? undefined : await outcomeOf(show(client, project, version));
	if (!(shown instanceof LabelStudioError)) return;
	const error = new LabelStudioError(`The prediction is stored, but could not be shown to annotators: ${shown.message}`, { description: shown.description, httpStatus: shown.httpStatus });
	for (const { items } of done) items.forEach((index) => outcome.fail(index, error));
};

/** What models say about tasks, from plain fields. Items about the same task and of the same model version become one prediction. */
export const predictionImport: Composite = {
	all: async (run, outcome, values) => {
		const groups = await groupLabels(run, outcome, values, ({ model_version: version }) => version);
		const byProject = [...grouped(groups, ({ project }) => project)].map(([project, own]) => ({ project, own, versions: shownVersions(own) }));
		for (const { own, versions } of byProject) {
			if (versions.length < 2) continue;
			const error = new InputError(`Show to Annotators: a project shows one Model Version, but the items have ${versions.join(', ')}`);
			for (const index of own.flatMap(({ items }) => items)) outcome.fail(index, error);
		}
		outcome.stopIfFailed();
		for (const { project, own, versions } of byProject) {
			if (versions.length > 1) continue;
			await importOfProject(run, outcome, project, own, versions[0]);
			outcome.stopIfFailed();
		}
	},
};
