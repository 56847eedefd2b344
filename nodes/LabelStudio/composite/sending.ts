import { LabelStudioError, outcomeOf } from '../http/errors';

/**
 * Many rows in few requests, none of them twice and none of them lost: rows are sent in order in chunks; one that the
 * server refuses is found and left out; after a request whose outcome is unknown the caller looks what arrived before
 * anything is sent again, and what cannot be known is reported and ends the work.
 */

/** A row to send, with the input item that it comes from. */
export interface Row {
	readonly item: number;
	/** All of them, where several items make one row. */
	readonly items?: readonly number[];
}

/** What the server has of each row; undefined where it has nothing. */
export type Settled<Answer> = ReadonlyArray<Answer | undefined>;

/** It cannot be known whether rows arrived, or are yet to arrive. */
export class Uncertain<Answer> {
	/** What is there; of what is undefined nothing is known. */
	readonly known: Settled<Answer>;
	/** Why it cannot be known. */
	readonly reason: string;

	constructor(known: Settled<Answer>, reason: string) {
		this.known = known;
		this.reason = reason;
	}
}

/** What to send, how, and whom to tell. */
export interface Shipment<R extends Row, Answer> {
	/** What a row becomes, for messages: `tasks`. */
	readonly noun: string;
	/** Most rows of a request. The server must store a request of so many rows whole or not at all when it refuses it. */
	readonly maxRows: number;
	/** JSON of one row; asked anew each time that the row is sent. */
	encode(row: R): string;
	/**
	 * Sends rows.
	 *
	 * @param json the encoded rows as a JSON list
	 * @returns one answer for each row, in order
	 * @throws LabelStudioError, with `outcomeUnknown` where the rows may have been stored all the same
	 */
	send(json: Buffer, rows: readonly R[]): Promise<readonly Answer[]>;
	/** What is there of rows whose request has ended in an error. */
	find(rows: readonly R[]): Promise<Settled<Answer>>;
	/**
	 * Finds out what came of rows whose request may still be under way, and sees to it that nothing more of them can arrive.
	 *
	 * @param patienceMs how long it may still be at work, as far as can be told
	 * @throws LabelStudioError, which leaves everything uncertain
	 */
	settle(rows: readonly R[], patienceMs: number): Promise<Settled<Answer> | Uncertain<Answer>>;
	/** A row is stored. */
	done(row: R, answer: Answer): void;
	/** A row is not stored, or it is not known whether. */
	fail(row: R, error: Error): void;
	progress(text: string): void;
}

/** A body grows no larger, unless a single row is. */
const maxBytes = 32 * 1024 * 1024;
/** Requests without an answer, one after the other, after which there is no point in going on. */
const maxUnanswered = 5;
/** Requests at which the server failed without naming a row, one after the other, after which there is no point in going on. */
const maxFailures = 30;
/** Requests that the server refused without naming a row, one after the other, after which all of the rest is taken for bad. */
const maxRefusals = 200;
/** Chunks are not made smaller than this only because an answer did not come. */
const fewRows = 100;
/** For a look at what arrived of a request that failed at once. */
const shortestPatienceMs = 1000;

/** Numbers as ranges: `0-2, 5`. */
export const ranges = (numbers: readonly number[]): string => {
	const parts: Array<[number, number]> = [];
	for (const number of [...numbers].sort((a, b) => a - b)) {
		const last = parts.at(-1);
		if (last && number <= last[1] + 1) last[1] = number;
		else parts.push([number, number]);
	}
	const shown = parts.slice(0, 20).map(([first, last]) => (first === last ? String(first) : `${first}-${last}`));
	return parts.length > shown.length ? `${shown.join(', ')}, …` : shown.join(', ');
};

/** The items of rows, for messages. */
const itemsOf = (rows: readonly Row[]): string => ranges(rows.flatMap(({ item, items }) => items ?? [item]));

/** As many of the first rows as fit, at least one, as a JSON list. */
const pack = <R extends Row>(rows: readonly R[], encode: (row: R) => string, maximum: { rows: number; bytes: number }): { count: number; json: Buffer } => {
	const texts: string[] = [];
	let bytes = 2;
	for (const row of rows) {
		const text = encode(row);
		bytes += Buffer.byteLength(text) + 1;
		if (texts.length > 0 && (texts.length >= maximum.rows || bytes > maximum.bytes)) break;
		texts.push(text);
	}
	return { count: texts.length, json: Buffer.from(`[${texts.join(',')}]`) };
};

const halves = <T>(list: readonly T[]): [T[], T[]] => {
	const middle = Math.ceil(list.length / 2);
	return [list.slice(0, middle), list.slice(middle)];
};

/** The same error in other words, with a text more. */
export const withDescription = (error: LabelStudioError, message: string, text: string): LabelStudioError =>
	new LabelStudioError(message, { description: [error.description, text].filter(Boolean).join('\n'), httpStatus: error.httpStatus, errorId: error.errorId });

/** A row's own error out of that of its request. */
const rowError = (error: LabelStudioError, message: string): LabelStudioError =>
	new LabelStudioError(`Label Studio did not accept the item: ${message}`, { httpStatus: error.httpStatus, errorId: error.errorId });

/**
 * Sends all rows, and says of each what became of it. Ends early when going on makes no sense: rows that were not sent
 * fail, saying so.
 *
 * @throws whatever is no answer of the server, such as the execution's cancellation
 */
export const ship = async <R extends Row, Answer>(rows: readonly R[], shipment: Shipment<R, Answer>): Promise<void> => {
	const maximum = { rows: shipment.maxRows, bytes: maxBytes };
	/** What is left, in order; the last entry comes first. */
	const parts: R[][] = [[...rows]];
	const putBack = (...lists: R[][]): void => void parts.push(...lists.filter((list) => list.length > 0).reverse());
	let finished = 0;
	let unanswered = 0;
	let failures = 0;
	let refusals = 0;
	const done = (row: R, answer: Answer): void => {
		finished++;
		unanswered = failures = refusals = 0;
		shipment.done(row, answer);
	};
	const fail = (row: R, error: Error): void => {
		finished++;
		shipment.fail(row, error);
	};
	const stop = (error: LabelStudioError): void => {
		const left = parts.splice(0).reverse().flat();
		const text = `Nothing of items ${itemsOf(left)} was sent.`;
		for (const row of left) fail(row, withDescription(error, `Not sent, since the items before could not be: ${error.message}`, text));
	};

	/** Rows of a request that was given up after several attempts, and of which nothing is there. */
	const giveUp = (missing: R[], error: LabelStudioError): void => {
		const text = `Label Studio has none of items ${itemsOf(missing)}, and it was tried several times.`;
		for (const row of missing) fail(row, withDescription(error, error.message, text));
		stop(error);
	};

	/** Rows that the server has not stored, though it judged them: those that it named are out, otherwise halves tell. */
	const refuse = (missing: R[], error: LabelStudioError): void => {
		const named = new Map((error.refusedRows ?? []).filter(({ row }) => row < missing.length).map(({ row, message }) => [row, message]));
		if (named.size > 0) {
			named.forEach((message, index) => fail(missing[index] as R, rowError(error, message)));
			putBack(missing.filter((_row, index) => !named.has(index)));
		} else if (++refusals > maxRefusals) {
			giveUp(missing, error);
		} else if (missing.length === 1) {
			fail(missing[0] as R, error);
		} else {
			putBack(...halves(missing));
		}
	};

	/** Says what is known, and leaves the rest alone. */
	const leave = (missing: R[], error: LabelStudioError, why: string): void => {
		const items = itemsOf(missing);
		const reason = withDescription(
			error,
			`It is not known whether Label Studio took items ${items}: ${error.message}`,
			`They may be there, or may still arrive: look in Label Studio before you send items ${items} again. Why it could not be found out: ${why}`,
		);
		for (const row of missing) fail(row, reason);
		stop(reason);
	};

	/** Looks what came of a request whose outcome is unknown. */
	const look = async (chunk: R[], error: LabelStudioError, tookMs: number): Promise<void> => {
		shipment.progress(`${error.message}: looking what arrived of items ${itemsOf(chunk)}`);
		// A server that says that it failed has ended; any other may be at work as long again.
		const settled = await outcomeOf(error.refusedRows ? shipment.find(chunk) : shipment.settle(chunk, Math.max(shortestPatienceMs, tookMs)));
		const doubt = settled instanceof LabelStudioError ? settled.message : settled instanceof Uncertain ? settled.reason : undefined;
		const known = settled instanceof LabelStudioError ? [] : settled instanceof Uncertain ? settled.known : settled;
		const missing = chunk.filter((row, index) => {
			const answer = known[index];
			if (answer !== undefined) done(row, answer);
			return answer === undefined;
		});
		// What took too long may work in smaller pieces.
		if (!error.refusedRows) maximum.rows = Math.max(Math.min(fewRows, chunk.length), Math.ceil(chunk.length / 2));
		if (missing.length === 0) return;
		const isHopeless = error.refusedRows ? ++failures > maxFailures : ++unanswered > maxUnanswered;
		if (doubt !== undefined) leave(missing, error, doubt);
		else if (isHopeless) giveUp(missing, error);
		else if (error.refusedRows) refuse(missing, error);
		else putBack(missing);
	};

	for (let part = parts.pop(); part; part = parts.pop()) {
		const { count, json } = pack(part, (row) => shipment.encode(row), maximum);
		const chunk = part.slice(0, count);
		putBack(part.slice(count));
		const started = Date.now();
		const outcome = await outcomeOf(shipment.send(json, chunk));
		if (!(outcome instanceof LabelStudioError)) {
			chunk.forEach((row, index) => done(row, outcome[index] as Answer));
		} else if (outcome.outcomeUnknown) {
			await look(chunk, outcome, Date.now() - started);
		} else if (outcome.refusedRows) {
			refuse(chunk, outcome);
		} else if (outcome.httpStatus === 413 && chunk.length > 1) {
			maximum.bytes = Math.ceil(json.length / 2);
			putBack(chunk);
		} else {
			for (const row of chunk) fail(row, outcome);
			// A row that is too large says nothing about the others; whatever else is wrong is wrong for all.
			if (outcome.httpStatus !== 413) stop(outcome);
		}
		if (parts.length > 0) shipment.progress(`${finished} of ${rows.length} ${shipment.noun}`);
	}
};
