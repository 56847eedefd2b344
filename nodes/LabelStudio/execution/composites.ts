import { NodeOperationError, type IDataObject, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { composites } from '../composite';
import type { Composite, CompositeRun, Outcome, Values } from '../composite/composite';
import type { LabelStudioClient } from '../http/client';
import { errorItem, toNodeError } from './node-errors';
import type { Operation } from './operation';
import { runPool } from './pool';

/** What Simplify leaves of an item's JSON. */
export type Shape = (json: IDataObject, index: number) => IDataObject;

/** The results of all items, kept by item until they are put out in input order. */
class Results implements Outcome {
	private readonly items = new Map<number, INodeExecutionData[]>();
	private readonly errors = new Map<number, Error>();
	private readonly shape: Shape;

	constructor(shape: Shape) {
		this.shape = shape;
	}

	put(index: number, json: IDataObject, binary?: INodeExecutionData['binary']): void {
		const made = this.items.get(index) ?? [];
		made.push({ json: this.shape(json, index), ...(binary && { binary }), pairedItem: { item: index } });
		this.items.set(index, made);
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

	/** The failed item that comes first in the input. */
	firstFailure(): { index: number; error: Error } | undefined {
		if (this.errors.size === 0) return undefined;
		const index = Math.min(...this.errors.keys());
		return { index, error: this.errors.get(index) as Error };
	}

	/** What goes out, in input order; a failed item stands for itself. */
	inOrder(count: number): INodeExecutionData[] {
		const all: INodeExecutionData[] = [];
		for (let index = 0; index < count; index++) {
			const error = this.errors.get(index);
			if (error) all.push(errorItem(error, index));
			else for (const item of this.items.get(index) ?? []) all.push(item);
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

const runOf = (context: IExecuteFunctions, client: LabelStudioClient, read: ReadValues): CompositeRun => ({
	client,
	items: context.getInputData(),
	continueOnFail: context.continueOnFail(),
	zone: context.getTimezone(),
	helpers: context.helpers,
	state: context.getWorkflowStaticData('node'),
	signal: context.getExecutionCancelSignal(),
	values: read,
	progress: (text) => {
		context.logger.info(`${context.getNode().name}: ${text}`);
		// Whoever watches a manual execution sees it in the browser's console.
		context.sendMessageToUI(text);
	},
});

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
	const run = runOf(context, client, read);
	const { items, continueOnFail } = run;
	const results = new Results(shape);
	const orThrow = (): void => {
		const failure = continueOnFail ? undefined : results.firstFailure();
		if (failure) throw toNodeError(context.getNode(), failure.error, failure.index);
	};
	if ('all' in composite) {
		await composite.all(run, results);
	} else {
		const values = new Map<number, Values>();
		for (let index = 0; index < items.length; index++) {
			await results.attempt(index, () => void values.set(index, read(index)));
			orThrow();
		}
		await runPool(items.length, width, async (index) => {
			const own = values.get(index);
			if (!own) return;
			await results.attempt(index, async () => {
				for (const { json, binary } of await composite.each(run, index, own)) results.put(index, json, binary);
			});
			orThrow();
		});
	}
	orThrow();
	return results.inOrder(items.length);
};
