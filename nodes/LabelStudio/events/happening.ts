export type Row = Record<string, unknown>;

/** One thing that happened: the event in plain words, the action of Label Studio, and what it is about. */
export interface Happening extends Row {
	event: string;
	action: string;
	/** Whole, as Label Studio sent it, without secrets; absent where the payload has none. */
	project?: Row;
	task?: Row;
	annotation?: Row;
}

export const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A user comes as an id, or as an object from some endpoints and releases. */
export const userId = (user: unknown): unknown => (isRow(user) ? user.id : user);
