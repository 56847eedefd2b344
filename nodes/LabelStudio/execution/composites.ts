import { NodeError, NodeOperationError, type IDataObject, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { composites } from '../composite';
import type { Composite, CompositeRun, Outcome, Values } from '../composite/composite';
import { ranges } from '../composite/sending';
import type { LabelStudioClient } from '../http/client';
import { LabelStudioError } from '../http/errors';
import { InputError } from './input-error';
import { errorItem, toNodeError } from './node-errors';
import type { Operation } from './operation';
import { runPool } from './pool';

/** What Simplify leaves of an item's JSON. */
export type Shape = (json: IDataObject, index: number) => IDataObject;

/** How many items came to something, which failed, and of which nothing was said. */
interface Tally {
	done: number;
	failed: number[];
	untold: number[];
}

/** The results of all items, kept by item until they are put out in input order. */
class Results implements Outcome {
	/** By item; most come to one thing, and a list of one for each would be much for many. */
	private readonly items: Array<INodeExecutionData | INodeExecutionData[] | undefined> = [];
	private readonly errors = new Map<number, Error>();
	private readonly shape: Shape;
	/** Ends the execution if an item has failed that should end it. */
	readonly stopIfFailed: () => void;

	constructor(shape: Shape, orThrow: (results: Results) => void) {
		this.shape = shape;
		this.stopIfFailed = () => orThrow(this);
	}

	put(index: number, json: IDataObject, binary?: INodeExecutionData['binary']): void {
		const made: INodeExecutionData = { json: this.shape(json, index), ...(binary && { binary }), pairedItem: { item: index } };
		const before = this.items[index];
		if (Array.isArray(before)) before.push(made);
		else this.items[index] = before === undefined ? made : [before, made];
	}

	fail(index: number, error: Error): void {
		this.errors.set(index, error);
	}

	async attempt(index: number, work: () => void | Promise<void>): Promise<boolean> {
		try {
			await work();
			return true;
		} catch (error) {
			this.fail(index, error as Error);
			return false;
		}
	}

	tally(count: number): Tally {
		const untold = this.untold(count);
		return { done: count - this.errors.size - untold.length, failed: [...this.errors.keys()], untold };
	}

	/** The items of which nothing was said. */
	untold(count: number): number[] {
		return Array.from({ length: count }, (_, index) => index).filter((index) => !this.errors.has(index) && this.items[index] === undefined);
	}

	/** The failed item that comes first in the input. */
	firstFailure(): { index: number; error: Error } | undefined {
		if (this.errors.size === 0) return undefined;
		const index = [...this.errors.keys()].reduce((a, b) => Math.min(a, b));
		return { index, error: this.errors.get(index) as Error };
	}

	/** What goes out, in input order; a failed item stands for itself. */
	inOrder(count: number): INodeExecutionData[] {
		const all: INodeExecutionData[] = [];
		for (let index = 0; index < count; index++) {
			const error = this.errors.get(index);
			const made = error ? errorItem(error, index) : this.items[index];
			if (Array.isArray(made)) for (const item of made) all.push(item);
			else if (made) all.push(made);
		}
		return all;
	}
}

/** The composite of an operation; undefined for a plain call. */
export const compositeOf = (context: IExecuteFunctions, operation: Operation): Composite | undefined => {
	if (operation.composite === undefined) return undefined;
	const composite = composites[operation.composite];
	if (!composite) throw new NodeOperationError(context.getNode(), `There is no composite operation ${operation.composite}`);
	return composite;
};

/** Reads the fields of one item; throws InputError naming the field. */
export type ReadValues = (index: number) => Values;

const runOf = (context: IExecuteFunctions, client: LabelStudioClient, width: number): CompositeRun => ({
	client,
	items: context.getInputData(),
	width,
	continueOnFail: context.continueOnFail(),
	zone: context.getTimezone(),
	helpers: context.helpers,
	state: context.getWorkflowStaticData('node'),
	signal: context.getExecutionCancelSignal(),
	progress: (text) => {
		context.logger.info(`${context.getNode().name}: ${text}`);
		// Whoever watches a manual execution sees it in the browser's console.
		context.sendMessageToUI(text);
	},
});

/** Where many items share requests, one that failed does not say what became of the others. */
const withTally = (error: Error, { done, failed, untold }: Tally): Error => {
	if (error instanceof NodeError && done > 0) {
		const rest = untold.length > 0 ? ` Nothing was done about items ${ranges(untold)}.` : '';
		error.description = [error.description, `Failed: items ${ranges(failed)}. Done: ${done} of ${done + failed.length + untold.length}.${rest}`].filter(Boolean).join('\n');
	}
	return error;
};

/**
 * Runs a composite operation for all input items. Items whose fields are wrong are found before anything is sent.
 *
 * @param width how many items of an `each` composite are under way at once
 * @throws the error of the first failed item, unless the node continues on fail
 */
export const runComposite = async (
	context: IExecuteFunctions,
	client: LabelStudioClient,
	composite: Composite,
	read: ReadValues,
	width: number,
	shape: Shape,
): Promise<INodeExecutionData[]> => {
	const run = runOf(context, client, width);
	const { items, continueOnFail } = run;
	const orThrow = (results: Results): void => {
		const failure = continueOnFail ? undefined : results.firstFailure();
		if (failure) throw withTally(toNodeError(context.getNode(), failure.error, failure.index), results.tally(items.length));
	};
	const results = new Results(shape, orThrow);
	const values = new Array<Values | undefined>(items.length);
	for (let index = 0; index < items.length; index++) {
		await results.attempt(index, () => {
			values[index] = read(index);
		});
		orThrow(results);
	}
	if ('all' in composite) {
		await composite.all(run, results, values).catch((error: unknown) => {
			if (!(error instanceof LabelStudioError || error instanceof InputError)) return Promise.reject(error);
			for (const index of results.untold(items.length)) results.fail(index, error);
		});
	} else {
		await runPool(items.length, width, async (index) => {
			const own = values[index];
			if (!own) return;
			await results.attempt(index, async () => {
				for (const { json, binary } of await composite.each(run, index, own)) results.put(index, json, binary);
			});
			orThrow(results);
		});
	}
	orThrow(results);
	return results.inOrder(items.length);
};
