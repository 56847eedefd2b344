import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';
import { requireBinary } from '../execution/files';
import { InputError } from '../execution/input-error';
import type { LabelStudioClient } from '../http/client';
import { LabelStudioError, outcomeOf } from '../http/errors';
import type { FilePart } from '../http/multipart';
import { pause } from '../http/retry';
import { isLater, taskFilter } from '../http/task-query';
import type { CompositeRun, Outcome, Values } from './composite';
import { removeUploads } from './fence';
import { backgroundImport, type ImportAnswer } from './import-answer';
import { growingPause } from './poll';
import { ranges } from './sending';
import { highestTaskId, listTasks } from './stored-tasks';
import { groupItems } from './task-data';

/** Endings that Label Studio 1.23.2 takes (SUPPORTED_EXTENSIONS of core/settings/base.py). */
const extensions = '.bmp .csv .flac .gif .htm .html .jpg .jpeg .json .m4a .mp3 .ogg .png .svg .tsv .txt .wav .xml .mp4 .webm .webp .pdf'.split(' ');
/** Most files of a request, and most bytes: DATA_UPLOAD_MAX_NUMBER_FILES and DATA_UPLOAD_MAX_MEMORY_SIZE of 1.23.2. */
const maxFiles = 100;
const largestFile = 250 * 1024 * 1024;
/** What is held in memory at once, unless a single file is larger. */
const maxBytes = 32 * 1024 * 1024;
const maxAttempts = 3;
const shortestPatienceMs = 1000;

/** A file to import. */
interface ItemFile {
	item: number;
	property: string;
	fileName: string;
	mimeType: string;
	bytes: number;
}

/** A file that the server has, and the tasks that it made of it. */
interface Imported {
	uploadId: number;
	taskIds: number[];
}

const extensionOf = (fileName: string): string => /\.[^./\\]+$/.exec(fileName)?.[0].toLowerCase() ?? '';

/** The name under which a file is sent; its ending is what the server knows its type by. */
const nameOf = ({ fileName, fileExtension }: IBinaryData, property: string): string => {
	const name = fileName?.trim() || property;
	return extensionOf(name) === '' && fileExtension ? `${name}.${fileExtension}` : name;
};

const sizeOf = async (helpers: IExecuteFunctions['helpers'], binary: IBinaryData): Promise<number> =>
	binary.id ? (await helpers.getBinaryMetadata(binary.id)).fileSize : Buffer.byteLength(binary.data, 'base64');

const filesOf = async ({ items, helpers }: CompositeRun, item: number, properties: readonly string[]): Promise<ItemFile[]> => {
	const files: ItemFile[] = [];
	for (const property of properties) {
		const binary = requireBinary('Input Binary Fields', property, items[item]);
		const fileName = nameOf(binary, property);
		if (!extensions.includes(extensionOf(fileName))) {
			throw new InputError(`Label Studio takes no ${extensionOf(fileName) || 'such'} files: ${fileName} in the binary field "${property}"`, `It takes ${extensions.join(', ')}.`);
		}
		const bytes = await sizeOf(helpers, binary);
		if (bytes > largestFile) throw new InputError(`${fileName} is ${Math.ceil(bytes / 1024 / 1024)} MiB large, and Label Studio takes 250 MiB at most`, 'Put it into a storage that Label Studio is connected to.');
		files.push({ item, property, fileName, mimeType: binary.mimeType, bytes });
	}
	return files;
};

/** The first files that go into one request. */
const pack = (files: readonly ItemFile[]): number => {
	let bytes = 0;
	const tooMany = files.findIndex((file, index) => {
		bytes += file.bytes;
		return index > 0 && (index >= maxFiles || bytes > maxBytes);
	});
	return tooMany < 0 ? files.length : tooMany;
};

const halves = <T>(list: readonly T[]): [T[], T[]] => [list.slice(0, Math.ceil(list.length / 2)), list.slice(Math.ceil(list.length / 2))];

/** It is not known what was imported, or yet may be. */
const uncertain = Symbol('uncertain');

/** Files that the server has, and how many tasks there are in them, where it says so. */
interface Uploaded {
	ids: number[];
	/** As the server calls them, unlike any other file. */
	names: string[];
	expected?: number;
}

/**
 * Imports files into one project. They are uploaded first, which makes no tasks and can be done again, and then made into
 * tasks. When the answer to that is lost, deleting the uploads keeps a late request from making tasks of them: see fence.ts.
 * Seen in Label Studio 1.23.2 (data_import/api.py).
 */
class FileSender {
	private readonly client: LabelStudioClient;
	private readonly run: CompositeRun;
	private readonly project: string;
	/** No task of ours has an id up to this one. */
	private lastId = 0;

	constructor(run: CompositeRun, project: string) {
		this.client = run.client;
		this.run = run;
		this.project = project;
	}

	/**
	 * @param report is told of each file once
	 */
	async send(files: readonly ItemFile[], report: (file: ItemFile, result: Imported | LabelStudioError) => void): Promise<void> {
		const fail = (list: readonly ItemFile[], error: LabelStudioError): void => list.forEach((file) => report(file, error));
		const lastId = await outcomeOf(highestTaskId(this.client, this.project));
		if (lastId instanceof LabelStudioError) return fail(files, lastId);
		this.lastId = lastId;
		let finished = 0;
		const parts: ItemFile[][] = [[...files]];
		for (let part = parts.pop(); part; part = parts.pop()) {
			const count = pack(part);
			const group = part.slice(0, count);
			if (count < part.length) parts.push(part.slice(count));
			const result = await this.sendGroup(group);
			if (Array.isArray(result)) {
				group.forEach((file, index) => report(file, result[index] as Imported));
			} else if ((result.refusedRows && !result.outcomeUnknown) || result.httpStatus === 413) {
				// One of them, or that they do not go together: the server checks them all against each other.
				if (group.length > 1) parts.push(...halves(group).reverse());
				else fail(group, result);
			} else {
				fail([...group, ...parts.splice(0).reverse().flat()], result);
			}
			finished = files.length - parts.flat().length;
			this.run.progress(`${finished} of ${files.length} files imported`);
		}
	}

	private async sendGroup(group: readonly ItemFile[]): Promise<Imported[] | LabelStudioError> {
		let problem: LabelStudioError | undefined;
		for (let attempt = 1; attempt <= maxAttempts; attempt++) {
			const uploaded = await outcomeOf(this.upload(group));
			if (uploaded instanceof LabelStudioError) {
				problem = uploaded;
				if (uploaded.outcomeUnknown && !uploaded.refusedRows) continue;
				return uploaded;
			}
			const started = Date.now();
			const made = await outcomeOf(this.makeTasks(uploaded));
			if (!(made instanceof LabelStudioError)) return made;
			if (!made.outcomeUnknown) {
				await outcomeOf(this.remove(uploaded));
				return made;
			}
			problem = made;
			this.run.progress(`${made.message}: looking what came of ${group.length} files`);
			const settled = await outcomeOf(this.settle(uploaded, made.refusedRows ? 0 : Math.max(shortestPatienceMs, Date.now() - started)));
			if (settled === uncertain || settled instanceof LabelStudioError) {
				const items = ranges(group.map(({ item }) => item));
				return new LabelStudioError(`It is not known whether Label Studio imported the files of items ${items}: ${made.message}`, {
					description: `Look for their tasks in Label Studio before you import the files of items ${items} again.`,
					outcomeUnknown: true,
				});
			}
			if (settled) return settled;
			if (made.refusedRows) return new LabelStudioError(made.message, { description: made.description, httpStatus: made.httpStatus, refusedRows: made.refusedRows });
		}
		return problem as LabelStudioError;
	}

	/** Uploads files without making tasks of them. Returns their ids and the names that they got, in order. */
	private async upload(group: readonly ItemFile[]): Promise<Uploaded> {
		const files: FilePart[] = [];
		for (const [index, { item, property, fileName, mimeType }] of group.entries()) {
			// Of parts that share a name the server takes the last one only: seen in 1.23.2.
			files.push({ name: `file${index}`, fileName, mimeType, content: await this.run.helpers.getBinaryDataBuffer(item, property) });
		}
		const { body } = await this.client.request({ method: 'POST', path: `/api/projects/${this.project}/import`, query: [['commit_to_project', 'false']], files, patient: true });
		const { file_upload_ids: ids = [], task_count: expected } = await backgroundImport(this.client, this.project, body as ImportAnswer, this.run.signal);
		const listed = await this.client.request({ method: 'GET', path: `/api/projects/${this.project}/file-uploads`, query: [['ids', JSON.stringify(ids)]], patient: true });
		const names = new Map((listed.body as Array<{ id: number; file: string }>).map(({ id, file }) => [id, file.replace(/^.*\//, '')]));
		if (ids.length !== group.length || ids.some((id) => !names.has(id))) {
			throw new LabelStudioError(`Label Studio took ${ids.length} of ${group.length} files`, { description: 'It does not say which. Import fewer at once.' });
		}
		return { ids, names: ids.map((id) => names.get(id) as string), expected };
	}

	private async makeTasks(uploaded: Uploaded): Promise<Imported[]> {
		const body = { file_upload_ids: uploaded.ids, files_as_tasks_list: true };
		const { body: answer } = await this.client.request({ method: 'POST', path: `/api/projects/${this.project}/reimport`, body, patient: true });
		await backgroundImport(this.client, this.project, answer as ImportAnswer, this.run.signal);
		return await this.tasksOf(uploaded);
	}

	private async remove({ ids }: Uploaded): Promise<void> {
		await removeUploads(this.client, this.project, ids);
	}

	/** The tasks that were made of uploads, file by file. */
	private async tasksOf({ ids, names }: Uploaded): Promise<Imported[]> {
		const filters = [taskFilter('file_upload', 'empty', false), ...(names.length === 1 ? [taskFilter('file_upload', 'contains', names[0])] : []), isLater(this.lastId)];
		const made = new Map(names.map((name, index) => [name, { uploadId: ids[index] as number, taskIds: [] as number[] }]));
		for (const { id, file_upload: name } of await listTasks(this.client, this.project, filters, 'id,file_upload')) made.get(name ?? '')?.taskIds.push(id);
		return [...made.values()];
	}

	/** What came of uploads whose answer was lost; undefined when nothing did, and nothing will. */
	private async settle(uploaded: Uploaded, patienceMs: number): Promise<Imported[] | undefined | typeof uncertain> {
		const until = Date.now() + patienceMs;
		for (let attempt = 1; ; attempt++) {
			const made = await this.tasksOf(uploaded);
			const count = made.reduce((sum, { taskIds }) => sum + taskIds.length, 0);
			if (count > 0 && count === uploaded.expected) return made;
			const left = until - Date.now();
			if (left > 0) await pause(Math.min(growingPause(attempt), left), this.run.signal);
			else if (count > 0) return uncertain;
			else break;
		}
		const before = new Set((await listTasks(this.client, this.project, [isLater(this.lastId)], 'id')).map(({ id }) => id));
		await this.remove(uploaded);
		// A task that came in meanwhile has lost its file, so nobody can say whose it is.
		const after = await listTasks(this.client, this.project, [isLater(this.lastId)], 'id');
		return after.some(({ id }) => !before.has(id)) ? uncertain : undefined;
	}
}

/** Files by item, of one project. */
interface FileBatch {
	project: string;
	files: ItemFile[];
}

/** Reads which files the items have; items that cannot be imported fail here. */
export const prepareFiles = async (run: CompositeRun, outcome: Outcome, values: ReadonlyArray<Values | undefined>): Promise<FileBatch[]> => {
	const batches: FileBatch[] = [];
	for (const [first, members] of groupItems(values, ['id'])) {
		const batch: FileBatch = { project: String(first.id), files: [] };
		for (const item of members) {
			await outcome.attempt(item, async () => {
				batch.files.push(...(await filesOf(run, item, values[item]?.binary_fields as string[])));
			});
		}
		batches.push(batch);
	}
	return batches;
};

/** Imports the files of all items; an item that has several is told of once, when all of them are through. */
export const sendFiles = async (run: CompositeRun, outcome: Outcome, batches: readonly FileBatch[]): Promise<void> => {
	for (const { project, files } of batches) {
		const told = new Map<number, Array<readonly [ItemFile, Imported | LabelStudioError]>>();
		await new FileSender(run, project).send(files, (file, result) => {
			told.set(file.item, [...(told.get(file.item) ?? []), [file, result]]);
		});
		for (const [item, results] of told) tell(outcome, project, item, results);
	}
};

const tell = (outcome: Outcome, project: string, item: number, results: ReadonlyArray<readonly [ItemFile, Imported | LabelStudioError]>): void => {
	const good = results.flatMap(([{ fileName }, result]) => (result instanceof LabelStudioError ? [] : [{ fileName, ...result }]));
	const bad = results.flatMap(([{ fileName }, result]) => (result instanceof LabelStudioError ? [{ fileName, error: result }] : []));
	const [first] = bad;
	if (first) {
		const others = good.map(({ fileName, taskIds }) => `${fileName} was imported (${taskIds.length} tasks)`);
		const reasons = bad.slice(1).map(({ fileName, error }) => `${fileName}: ${error.message}`);
		const description = [first.error.description, ...reasons, ...others].filter(Boolean).join('\n');
		outcome.fail(item, new LabelStudioError(`${first.fileName}: ${first.error.message}`, { description, httpStatus: first.error.httpStatus, errorId: first.error.errorId }));
		return;
	}
	const taskIds = good.flatMap((one) => one.taskIds);
	outcome.put(item, { project: Number(project), status: 'created', file_upload_ids: good.map(({ uploadId }) => uploadId), task_count: taskIds.length, task_ids: taskIds });
};
