import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { LabelStudioClient } from '../http/client';

/** Values of one item's fields by the names that the capability gives them: checked and typed, those that were not set are absent. */
export type Values = Readonly<Record<string, unknown>>;

/** What a composite operation is given: the same for all items of an execution. */
export interface CompositeRun {
	readonly client: LabelStudioClient;
	/** The input items. */
	readonly items: readonly INodeExecutionData[];
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
	/**
	 * The fields of one item.
	 *
	 * @throws InputError naming the field
	 */
	values(index: number): Values;
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
}

/** One operation of more than one request; its file is named after it. */
export type Composite =
	/** Items one by one, or a bounded number at once, each for itself: the executor pairs, orders and catches. */
	| { each: (run: CompositeRun, index: number, values: Values) => Promise<INodeExecutionData[]> }
	/**
	 * All items together. Nothing may be sent before the fields of all items were read: an execution without Continue On
	 * Fail stops at the first one that is wrong, having done nothing.
	 */
	| { all: (run: CompositeRun, outcome: Outcome) => Promise<void> };
