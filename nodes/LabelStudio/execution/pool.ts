/**
 * Runs a task for each index from 0 to `count` - 1, at most `width` at once, started in order.
 *
 * @throws the error of the lowest index that failed; nothing new is started after a failure, and what is under way
 * is awaited first, so that nothing goes on behind the caller's back
 */
export const runPool = async (count: number, width: number, task: (index: number) => Promise<void>): Promise<void> => {
	const failures = new Map<number, unknown>();
	let next = 0;
	const worker = async (): Promise<void> => {
		while (next < count && failures.size === 0) {
			const index = next++;
			try {
				await task(index);
			} catch (error) {
				failures.set(index, error);
			}
		}
	};
	await Promise.all(Array.from({ length: Math.min(Math.max(1, width), count) }, worker));
	if (failures.size > 0) throw failures.get(Math.min(...failures.keys()));
};
