const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const bits = 6;
const shortestRun = 4;

const repeated = (digit: string, count: number): string => (count < shortestRun ? digit.repeat(count) : `${digit}~${count.toString(36)}.`);

/**
 * Ids as text: one bit for each number from the first id on, six to a digit, repeated digits counted. Ids without gaps take
 * a few characters however many they are; scattered ones take about six characters each.
 *
 * @param ids positive whole numbers in rising order
 */
export const encodeIds = (ids: readonly number[]): string => {
	const [first] = ids;
	if (first === undefined) return '';
	let text = `${first.toString(36)}:`;
	let digit = '';
	let count = 0;
	const put = (next: string, times: number): void => {
		if (next !== digit) {
			text += repeated(digit, count);
			digit = next;
			count = 0;
		}
		count += times;
	};
	let place = 0;
	let value = 0;
	for (const id of ids) {
		const here = Math.floor((id - first) / bits);
		if (here > place) {
			put(digits.charAt(value), 1);
			if (here > place + 1) put(digits.charAt(0), here - place - 1);
			place = here;
			value = 0;
		}
		value |= 1 << ((id - first) % bits);
	}
	put(digits.charAt(value), 1);
	return text + repeated(digit, count);
};

/** The ids of {@link encodeIds}, in rising order. */
export const decodeIds = (text: string): number[] => {
	const ids: number[] = [];
	const colon = text.indexOf(':');
	let id = parseInt(text.slice(0, colon), 36);
	for (const [, digit, count] of text.slice(colon + 1).matchAll(/([\w-])(?:~([0-9a-z]+)\.)?/g)) {
		const value = digits.indexOf(digit as string);
		const times = count === undefined ? 1 : parseInt(count, 36);
		for (let time = 0; time < times && value > 0; time++) {
			for (let bit = 0; bit < bits; bit++) if (value & (1 << bit)) ids.push(id + time * bits + bit);
		}
		id += times * bits;
	}
	return ids;
};
