import { InputError } from '../execution/input-error';
import { runPool } from '../execution/pool';
import type { LabelStudioClient } from '../http/client';
import { isCommunity } from '../http/edition';
import { LabelStudioError, outcomeOf } from '../http/errors';
import { taskFilter } from '../http/task-query';
import { canonical } from './canonical';
import type { Composite, CompositeRun, Outcome, Values } from './composite';
import { listTasks, type StoredTask } from './stored-tasks';
import { checkTaskData, groupItems, readProject, taskData, type TaskProject } from './task-data';
import { sendTasks, type TaskRow } from './task-sending';

type Data = Readonly<Record<string, unknown>>;

/** Most values that the server looks up at once; seen in 1.23.2. */
const maxValues = 5000;
/** Longest text of the values in an address. Many proxies take addresses of 8 kB. */
const maxAddress = 6000;

/**
 * The value that tells which task an item belongs to, as text: spreadsheets make numbers of what is text elsewhere.
 *
 * @throws InputError naming the field
 */
const keyOf = (field: string, data: Data): string => {
	const value = data[field];
	if (value === undefined) {
		const there = Object.keys(data).slice(0, 20).map((key) => `"${key}"`);
		throw new InputError(`Match Field: the data has no "${field}"`, there.length > 0 ? `It has ${there.join(', ')}.` : 'It is empty.');
	}
	if (value === null || value === '') throw new InputError(`Match Field: "${field}" is empty`, 'An item without it cannot be told from others.');
	if (typeof value !== 'string' && typeof value !== 'number') throw new InputError(`Match Field: "${field}" must be a text or a number`);
	return String(value);
};

/** Fields by which the server can look up; it takes other names for operators, paths or nothing at all: tried in 1.23.2. */
const canLookUp = (field: string): boolean => /^[\p{L}_][\p{L}\p{N}_-]*$/u.test(field) && !field.includes('__') && !field.endsWith('_');

/** A text, and the number that it may be stored as. */
const forms = (key: string): unknown[] => (String(Number(key)) === key && Number.isFinite(Number(key)) ? [key, Number(key)] : [key]);

/** Values in lists that are short enough to be sent in an address. */
const lookUps = (keys: readonly string[]): unknown[][] => {
	const lists: unknown[][] = [];
	let length = Infinity;
	for (const key of keys) {
		const values = forms(key);
		const added = encodeURIComponent(JSON.stringify(values)).length;
		if (length + added > maxAddress || (lists.at(-1)?.length ?? 0) + values.length > maxValues) {
			lists.push([]);
			length = 0;
		}
		lists.at(-1)?.push(...values);
		length += added;
	}
	return lists;
};

/** The tasks that have one of the values, by value. */
const findTasks = async (client: LabelStudioClient, { id, taskCount }: TaskProject, field: string, keys: readonly string[], width: number): Promise<Map<string, StoredTask[]>> => {
	const wanted = new Set(keys);
	const found = new Map<string, StoredTask[]>();
	const add = (tasks: readonly StoredTask[]): void => {
		for (const task of tasks) {
			const value = task.data[field];
			const key = typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
			if (key === undefined || !wanted.has(key)) continue;
			const list = found.get(key);
			if (list) list.push(task);
			else found.set(key, [task]);
		}
	};
	if (taskCount <= keys.length || !canLookUp(field)) {
		add(await listTasks(client, id, []));
		return found;
	}
	const lists = lookUps(keys);
	await runPool(lists.length, width, async (index) => add(await listTasks(client, id, [taskFilter(`data.${field}`, 'in_list', lists[index])])));
	return found;
};

/** What is to be done about an item. */
interface Plan {
	item: number;
	data: Data;
	key: string;
	status: 'created' | 'updated' | 'unchanged' | 'skipped';
	task?: StoredTask;
	/** Why an item is skipped. */
	reason?: string;
	/** The item whose task it would have been. */
	instead?: number;
}

/** The data that a task is to have: fields of its own stay, and so does the form of the value that it was found by. */
const merged = (data: Data, stored: Data, field: string): Data => ({ ...stored, ...data, [field]: stored[field] });

const differs = (data: Data, stored: Data): boolean => Object.entries(data).some(([key, value]) => value !== undefined && canonical(value) !== canonical(stored[key]));

/** What to do with an item that counts, given the tasks that have its value. */
const decide = (plan: Plan, tasks: readonly StoredTask[], project: TaskProject, field: string, write: unknown): Plan => {
	const [task] = tasks;
	if (tasks.length > 1) {
		const ids = tasks.slice(0, 10).map(({ id }) => id);
		throw new InputError(`${tasks.length} tasks have "${field}" = ${JSON.stringify(plan.key)}: ${ids.join(', ')}${tasks.length > ids.length ? ', …' : ''}`, 'It cannot be told which of them the item belongs to. Delete the others, or match by another field.');
	}
	if (!task) {
		if (write === 'update') return { ...plan, status: 'skipped', reason: 'no task has this value' };
		checkTaskData(plan.data, project);
		return { ...plan, status: 'created' };
	}
	if (!differs(merged(plan.data, task.data, field), task.data)) return { ...plan, task, status: 'unchanged' };
	return write === 'create' ? { ...plan, task, status: 'skipped', reason: 'a task has this value already' } : { ...plan, task, status: 'updated' };
};

/** The items of one project with one way of matching. */
class Upsert {
	private readonly run: CompositeRun;
	private readonly outcome: Outcome;
	private readonly values: ReadonlyArray<Values | undefined>;
	private readonly field: string;
	private readonly first: Values;
	private plans: Plan[] = [];
	/** Ids of the tasks of items that were written. */
	private readonly ids = new Map<number, number>();

	constructor(run: CompositeRun, outcome: Outcome, values: ReadonlyArray<Values | undefined>, first: Values) {
		this.run = run;
		this.outcome = outcome;
		this.values = values;
		this.first = first;
		this.field = String(first.match_field).trim();
	}

	/** Finds out what is to be done; reads only. */
	async prepare(members: readonly number[]): Promise<void> {
		const project = await outcomeOf(readProject(this.run.client, String(this.first.id)));
		if (project instanceof LabelStudioError) {
			for (const item of members) this.outcome.fail(item, project);
			return;
		}
		const candidates: Plan[] = [];
		for (const item of members) {
			await this.outcome.attempt(item, () => {
				const data = taskData(this.run.items[item] ?? { json: {} }, this.values[item] as Values, project, [this.field]);
				candidates.push({ item, data, key: keyOf(this.field, data), status: 'created' });
			});
		}
		// The last one counts.
		const last = new Map(candidates.map((plan) => [plan.key, plan.item]));
		this.run.progress(`looking up ${last.size} values of "${this.field}"`);
		const found = await outcomeOf(findTasks(this.run.client, project, this.field, [...last.keys()], this.run.width));
		for (const plan of candidates) {
			await this.outcome.attempt(plan.item, () => {
				if (found instanceof LabelStudioError) return Promise.reject(found);
				const counts = last.get(plan.key) as number;
				if (counts === plan.item) this.plans.push(decide(plan, found.get(plan.key) ?? [], project, this.field, this.first.write));
				else this.plans.push({ ...plan, status: 'skipped', reason: `item ${counts} has the same value and counts instead`, instead: counts });
			});
		}
	}

	async write(): Promise<void> {
		const isDry = this.first.dry_run === true;
		for (const { item, task } of this.plans) if (task) this.ids.set(item, task.id);
		for (const plan of this.plans) if (isDry || plan.status === 'unchanged') this.tell(plan);
		if (isDry) return;
		await this.update(this.plans.filter(({ status }) => status === 'updated'));
		await this.create(this.plans.filter(({ status }) => status === 'created'));
		for (const plan of this.plans) if (plan.status === 'skipped') this.tell(plan);
	}

	private tell({ item, status, reason, instead }: Plan): void {
		const id = this.ids.get(instead ?? item) ?? null;
		const isDry = this.first.dry_run === true;
		this.outcome.put(item, { id, project: Number(this.first.id), status, ...(reason && { reason }), ...(isDry && { dry_run: true }) });
	}

	/**
	 * Community reads a task twice before it changes it, with all that the Data Manager shows of it; asked for a review, it leaves
	 * most of that out and takes a quarter less time, and told the project, it need not look for it (`TaskAPI.get_queryset` of
	 * 1.23.2). Nothing of the answer is used, so it need not hold more than the id. What else Enterprise makes of it is not known.
	 */
	private async quickly(): Promise<Array<[string, string]>> {
		return (await isCommunity(this.run.client).catch(() => false)) ? [['review', 'true'], ['project', String(this.first.id)], ['include', 'id']] : [];
	}

	/** Sending the same data twice does no more than once, so lost answers do no harm here. */
	private async update(plans: readonly Plan[]): Promise<void> {
		if (plans.length === 0) return;
		const query = await this.quickly();
		let count = 0;
		await runPool(plans.length, this.run.width, async (index) => {
			const plan = plans[index] as Plan;
			const task = plan.task as StoredTask;
			const isDone = await this.outcome.attempt(plan.item, async () => {
				const body = { data: merged(plan.data, task.data, this.field) };
				await this.run.client.request({ method: 'PATCH', path: `/api/tasks/${task.id}/`, query, body, repeatable: true, patient: true });
				this.tell(plan);
			});
			if (!isDone) this.outcome.stopIfFailed();
			if (++count % 100 === 0) this.run.progress(`${count} of ${plans.length} tasks updated`);
		});
	}

	private async create(plans: readonly Plan[]): Promise<void> {
		const rows = plans.map((plan): TaskRow & { plan: Plan } => ({ item: plan.item, task: { data: plan.data }, plan }));
		await sendTasks(this.run.client, String(this.first.id), rows, {
			done: ({ plan }, id) => {
				this.ids.set(plan.item, id);
				this.tell(plan);
			},
			fail: ({ item }, error) => this.outcome.fail(item, error),
			progress: this.run.progress,
		}, { signal: this.run.signal });
	}
}

/** Creates or updates the task of each item, by a value of its data. */
export const taskUpsert: Composite = {
	all: async (run, outcome, values) => {
		const upserts: Upsert[] = [];
		for (const [first, members] of groupItems(values, ['id', 'match_field', 'write', 'dry_run'])) {
			const upsert = new Upsert(run, outcome, values, first);
			await upsert.prepare(members);
			upserts.push(upsert);
		}
		outcome.stopIfFailed();
		for (const upsert of upserts) await upsert.write();
	},
};
