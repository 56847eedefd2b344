import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { LabelStudioClient } from '../http/client';

/**
 * Values of one item's fields by the names that the capability gives them: checked and typed, those that were not set are
 * absent. Where the answer is a list, `limit` says how many items are wanted: a whole number from 1, or Infinity.
 */
export type Values = Readonly<Record<string, unknown>>;

/** Values for several fields, as n8n's resource mapper gives them. */
export interface Mapping {
	fields: readonly string[];
	/** Absent when the fields are to be taken from the item by their names. */
	values?: Readonly<Record<string, unknown>>;
}

/** What a composite operation is given: the same for all items of an execution. */
export interface CompositeRun {
	readonly client: LabelStudioClient;
	/** The input items. */
	readonly items: readonly INodeExecutionData[];
	/** How many requests may be under way at once: the option Concurrency. */
	readonly width: number;
	/** Whether an item that fails leaves the others going on: Continue On Fail or an error output. */
	readonly continueOnFail: boolean;
	/** Time zone for dates that name none, such as Europe/Berlin. */
	readonly zone: string;
	/** n8n's way to binary data: `assertBinaryData`, `getBinaryStream`, `prepareBinaryData`. */
	readonly helpers: IExecuteFunctions['helpers'];
	/** What the node keeps from one execution of an active workflow to the next. */
	readonly state: IDataObject;
	/** Aborted when the execution is cancelled. */
	readonly signal?: AbortSignal;
	/** Says in the execution's log how far long work is. */
	progress(text: string): void;
}

/** What became of the items: one entry for each, a failed one with its error. */
export interface Outcome {
	/** Puts out an item, paired with the input item. */
	put(index: number, json: IDataObject, binary?: INodeExecutionData['binary']): void;
	/**
	 * Records that an item failed, for good or because of what others of its request did; the last word counts. Without
	 * {@link CompositeRun.continueOnFail} the node fails in the end with the error of the first such item.
	 */
	fail(index: number, error: Error): void;
	/** Runs what may fail for one item, and records it. Tells whether it worked. */
	attempt(index: number, work: () => void | Promise<void>): Promise<boolean>;
	/**
	 * Ends the execution if an item has failed and the others are not to go on: to be called before anything is sent, and
	 * between writes that have nothing to do with each other.
	 *
	 * @throws the error of the first failed item
	 */
	stopIfFailed(): void;
}

/** One operation of more than one request; its file is named after it. */
export type Composite =
	/** Items one by one, or a bounded number at once, each for itself: the executor pairs, orders and catches. */
	| { each: (run: CompositeRun, index: number, values: Values) => Promise<INodeExecutionData[]> }
	/**
	 * All items together. An item whose fields are wrong has failed before, and has no values. An error that this throws is
	 * that of all items of which nothing was said.
	 */
	| { all: (run: CompositeRun, outcome: Outcome, values: ReadonlyArray<Values | undefined>) => Promise<void> };
