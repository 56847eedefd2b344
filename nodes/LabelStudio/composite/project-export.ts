import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { InputError } from '../execution/input-error';
import type { LabelStudioAnswer } from '../http/client';
import { isCommunity } from '../http/edition';
import { errorFromConnection, LabelStudioError, outcomeOf } from '../http/errors';
import { fileName, mimeType } from '../http/file-headers';
import { readProjectFields } from '../http/project';
import type { Composite, CompositeRun, Values } from './composite';
import { fileRows, rowFormats } from './file-rows';
import { withDescription } from './sending';
import { Snapshot } from './snapshot';

/** More tasks than a request should take on: 11,000 need 16 s in 1.23.2, and proxies wait for a minute. */
const manyTasks = 20_000;
const defaultMinutes = 60;
/** How often a download that breaks off is begun anew. */
const downloads = 3;

/** What is exported, and what becomes of it. */
interface Order {
	project: number;
	format: string;
	way: 'automatic' | 'direct' | 'snapshot';
	output: 'binary' | 'items';
	outputField: string;
	allTasks: boolean;
	withMedia: boolean;
	everyFrame?: boolean;
	filters: IDataObject;
	keep: boolean;
	minutes: number;
}

const orderOf = (values: Values): Order => {
	const { task_filter: tasks, annotation_filter: annotations, wait_minutes: minutes = defaultMinutes } = values;
	if (!((minutes as number) > 0)) throw new InputError('Wait at Most must be a number of minutes above 0');
	return {
		project: Number(values.id),
		format: (values.format as string | undefined) ?? 'JSON',
		way: values.way as Order['way'],
		output: values.output as Order['output'],
		outputField: (values.output_field as string | undefined) ?? 'data',
		allTasks: values.all_tasks === true,
		withMedia: values.with_media === true,
		everyFrame: values.every_frame as boolean | undefined,
		filters: { ...(tasks !== undefined && { task_filter_options: tasks as IDataObject }), ...(annotations !== undefined && { annotation_filter_options: annotations as IDataObject }) },
		keep: values.keep_snapshot === true,
		minutes: minutes as number,
	};
};

/** What the values say against each other. */
const checkOrder = (order: Order): void => {
	const { format, way, output, filters, keep } = order;
	if (output === 'items' && !rowFormats.includes(format)) {
		throw new InputError(`Format ${format} cannot be put out as items`, `Choose ${rowFormats.join(', ')}, or take the file as binary.`);
	}
	if (way !== 'direct') return;
	const only = Object.keys(filters).length > 0 ? 'Filters need' : keep ? 'Keep Snapshot needs' : undefined;
	if (only) throw new InputError(`${only} a snapshot, and Way is Direct`, 'Set Way to Automatic or Snapshot.');
};

/** The server would answer an unknown format with an empty error, and a view that is not there with all tasks (1.23.2). */
const checkAgainstServer = async ({ client }: CompositeRun, { project, format, filters }: Order): Promise<void> => {
	const formats = (await client.request({ method: 'GET', path: `/api/projects/${project}/export/formats` })).body as Array<{ name: string; disabled?: boolean }>;
	const known = formats.find(({ name }) => name === format);
	if (!known) throw new InputError(`Format ${format} is not one that the server offers`, `It offers ${formats.map(({ name }) => name).join(', ')}.`);
	if (known.disabled) {
		const others = formats.filter(({ disabled }) => !disabled).map(({ name }) => name);
		throw new InputError(`Format ${format} does not suit the labeling config of the project`, `The server offers ${others.join(', ')} for it.`);
	}
	const view = (filters.task_filter_options as IDataObject | undefined)?.view;
	if (view === undefined || view === null) return;
	const found = (await client.request({ method: 'GET', path: `/api/dm/views/${String(view)}/` })).body as { project?: number };
	if (found.project !== project) throw new InputError(`Task Filter: View ${String(view)} is not one of project ${project}`);
};

const direct = async ({ client }: CompositeRun, { project, format, allTasks, withMedia, everyFrame }: Order): Promise<LabelStudioAnswer> =>
	await client.request({
		method: 'GET',
		path: `/api/projects/${project}/export`,
		query: [
			['exportType', format],
			['download_all_tasks', String(allTasks)],
			...(withMedia ? [['download_resources', 'true'] as const] : []),
			...(everyFrame === undefined ? [] : [['interpolate_key_frames', String(everyFrame)] as const]),
		],
		file: true,
		// It would make all of the file again.
		repeatable: false,
	});

/** What makes the content of a snapshot the same as that of a direct export. */
const snapshotOptions = ({ allTasks, everyFrame, filters }: Order): IDataObject => ({
	...filters,
	...(!allTasks && { task_filter_options: { ...(filters.task_filter_options as IDataObject | undefined), only_with_annotations: true } }),
	serialization_options: {
		drafts: { only_id: false },
		predictions: { only_id: true },
		annotations__completed_by: { only_id: true },
		...(everyFrame !== undefined && { interpolate_key_frames: everyFrame }),
	},
});

/** Whether the direct way is tried first. */
const isDirectFirst = async (run: CompositeRun, { way, withMedia, filters, keep, project }: Order): Promise<boolean> => {
	const needsSnapshot = way === 'snapshot' || keep || Object.keys(filters).length > 0;
	if (needsSnapshot) {
		// Community puts files of the tasks into direct exports only: `Export.convert_file` of 1.23.2 is called without them.
		if (!withMedia || !(await isCommunity(run.client))) return false;
		throw new InputError('Include Media Files cannot go with a snapshot in Label Studio Community', 'Leave out filters and Keep Snapshot, and set Way to Automatic or Direct.');
	}
	if (way === 'direct' || withMedia) return true;
	const { task_number: count } = await readProjectFields(run.client, project, ['task_number']);
	return (count ?? 0) <= manyTasks;
};

/** Enterprise has no direct way, and a large project outlasts a proxy or our patience: a snapshot does better in both cases. */
const isBetterBySnapshot = ({ httpStatus, outcomeUnknown, retry }: LabelStudioError): boolean => httpStatus === 404 || (outcomeUnknown && retry !== undefined);

/** The content of the file as a whole. */
const readAll = async (body: unknown): Promise<Buffer> => {
	const chunks: Uint8Array[] = [];
	for await (const chunk of body as AsyncIterable<Uint8Array>) chunks.push(chunk);
	return Buffer.concat(chunks);
};

type FileBody = Parameters<CompositeRun['helpers']['prepareBinaryData']>[0];

const itemsOf = async (run: CompositeRun, order: Order, { body, headers }: LabelStudioAnswer, facts: IDataObject): Promise<INodeExecutionData[]> => {
	if (order.output === 'items') return fileRows(order.format, await readAll(body)).map((json) => ({ json }));
	const name = fileName(headers);
	const binary = await run.helpers.prepareBinaryData(body as FileBody, name, mimeType(headers));
	return [{ json: { fileName: name ?? null, mimeType: binary.mimeType, format: order.format, ...facts }, binary: { [order.outputField]: binary } }];
};

/** What became of a stream that ended before its time; undefined for whatever else goes wrong, such as storage that is full. */
const brokenOff = (error: unknown): LabelStudioError | undefined => {
	const { code = '', message = '' } = error as { code?: string; message?: string };
	return /^(ECONN|ERR_STREAM|ETIMEDOUT|EPIPE)/.test(code) || /aborted|socket hang up/.test(message) ? errorFromConnection(code, message, 0) : undefined;
};

/** Takes in a file, from the beginning again when it breaks off. */
const take = async (run: CompositeRun, order: Order, open: () => Promise<LabelStudioAnswer>, facts: IDataObject): Promise<INodeExecutionData[]> => {
	for (let attempt = 1; ; attempt++) {
		const taken = await itemsOf(run, order, await open(), facts).catch((error: unknown) => {
			const broken = run.signal?.aborted ? undefined : brokenOff(error);
			return broken && attempt < downloads ? broken : Promise.reject((broken ?? error) as Error);
		});
		if (!(taken instanceof LabelStudioError)) return taken;
		run.progress(`${taken.message}: the file is fetched again`);
	}
};

const named = ({ id, title }: Snapshot): IDataObject => ({ id: id ?? null, title });

/** Deletes what is left of a snapshot, and says so if that cannot be. */
const afterFailure = async (snapshot: Snapshot, keep: boolean, error: unknown): Promise<unknown> => {
	if (!(error instanceof LabelStudioError)) {
		await snapshot.remove().catch(() => undefined);
		return error;
	}
	const left = keep ? [snapshot.id].filter((id) => id !== undefined) : await snapshot.remove();
	return left.length === 0 ? error : withDescription(error, error.message, `Snapshot ${left.join(', ')} ("${snapshot.title}") is still in Label Studio.`);
};

const bySnapshot = async (run: CompositeRun, order: Order): Promise<INodeExecutionData[]> => {
	const snapshot = new Snapshot(run, order.project, order.minutes);
	const make = async (): Promise<INodeExecutionData[]> => {
		const tasks = await snapshot.create(snapshotOptions(order));
		const open = async (): Promise<LabelStudioAnswer> => await snapshot.download(order.format, order.withMedia);
		return await take(run, order, open, { way: 'snapshot', ...(tasks !== undefined && { tasks }), ...(order.keep && { snapshot: named(snapshot) }) });
	};
	const items = await make().catch(async (error: unknown) => await Promise.reject((await afterFailure(snapshot, order.keep, error)) as Error));
	if (order.keep) return items;
	const left = await snapshot.remove();
	if (left.length === 0) return items;
	run.progress(`snapshot ${left.join(', ')} could not be deleted`);
	if (order.output === 'binary') for (const { json } of items) json.snapshot = named(snapshot);
	return items;
};

/** A project as a file or as items, the direct way or by a snapshot that is waited for, converted, downloaded and deleted. */
export const projectExport: Composite = {
	each: async (run, _index, values) => {
		const order = orderOf(values);
		checkOrder(order);
		await checkAgainstServer(run, order);
		if (!(await isDirectFirst(run, order))) return await bySnapshot(run, order);
		run.progress(`project ${order.project} is being exported`);
		const attempt = await outcomeOf(take(run, order, async () => await direct(run, order), { way: 'direct' }));
		if (!(attempt instanceof LabelStudioError)) return attempt;
		if (order.way === 'direct' || !isBetterBySnapshot(attempt)) throw directError(attempt);
		if (order.withMedia && (await isCommunity(run.client))) throw attempt;
		run.progress(`${attempt.message}: trying a snapshot`);
		return await bySnapshot(run, order);
	},
};

const directError = (error: LabelStudioError): LabelStudioError =>
	error.httpStatus === 404
		? new LabelStudioError('The server has no direct export', { ...error, description: 'Label Studio Enterprise exports by snapshot only: set Way to Automatic or Snapshot.' })
		: error;
