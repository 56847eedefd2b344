import { setSafeRegexEngine } from 'n8n-workflow';

/**
 * n8n gives up on a regular expression after 250 ms, which on a busy machine is the time that a process is not run at all:
 * here they take the time that they need.
 */
export const patientRegexes = (): void => {
	const all = (flags = ''): string => (flags.includes('g') ? flags : `${flags}g`);
	setSafeRegexEngine({
		exec: (pattern, input, flags) => new RegExp(pattern, flags).exec(input),
		test: (pattern, input, flags) => new RegExp(pattern, flags).test(input),
		replace: (pattern, input, flags, replacement) => input.replace(new RegExp(pattern, flags), replacement),
		matchAll: (pattern, input, flags) => [...input.matchAll(new RegExp(pattern, all(flags)))],
		split: (pattern, input, flags) => input.split(new RegExp(pattern, flags)),
	});
};
