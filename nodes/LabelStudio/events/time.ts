const pattern = /^(\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d)(?:\.(\d{1,6})\d*)?(Z|[+-]\d\d:?\d\d)$/;

/**
 * A time of Label Studio's as microseconds since 1970: all that its texts say, and a safe integer for as long as years
 * have four digits here (2255). Seen in 1.23.2: `2026-01-31T09:30:00.123456Z`, without a fraction when it is zero.
 *
 * @returns undefined for what is no such text
 */
export const parseTime = (text: unknown): number | undefined => {
	const [, seconds, fraction = '', zone] = pattern.exec(String(text)) ?? [];
	if (seconds === undefined) return undefined;
	const milliseconds = Date.parse(`${seconds.replace(' ', 'T')}${zone}`);
	return Number.isNaN(milliseconds) ? undefined : milliseconds * 1000 + Number(fraction.padEnd(6, '0'));
};

/** Microseconds since 1970 in the one form that the Data Manager's filters take (1.23.2). */
export const formatTime = (microseconds: number): string => {
	const milliseconds = Math.floor(microseconds / 1_000_000) * 1000;
	return `${new Date(milliseconds).toISOString().slice(0, 19)}.${String(microseconds % 1_000_000).padStart(6, '0')}Z`;
};
