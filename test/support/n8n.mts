import { n8nClient, type N8nClient } from '../../stack/n8n.mts';

/**
 * What the test runner tells the n8n layer.
 *
 * @throws Error when the suite was not started by it
 */
export const environment = (name: string): string => {
	const value = process.env[name];
	if (!value) throw new Error('Run this layer by `npm test`, which starts n8n');
	return value;
};

/** The n8n that the test runner started, as its owner. */
export const sharedN8n = (): N8nClient => n8nClient(environment('TEST_N8N_URL'), environment('TEST_N8N_INSTALLATION'), environment('TEST_N8N_SESSION'));

/**
 * Asks again and again until the answer is there: n8n listens a moment after a workflow was published.
 *
 * @throws Error when it does not come within a minute
 */
export const until = async <T,>(what: string, ask: () => Promise<T | undefined>): Promise<T> => {
	const deadline = Date.now() + 60_000;
	for (;;) {
		const answer = await ask();
		if (answer !== undefined) return answer;
		if (Date.now() > deadline) throw new Error(`${what} did not come`);
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
};
