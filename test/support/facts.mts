import { existsSync, readFileSync } from 'node:fs';

/** A type in api-facts.json. */
export interface FactType {
	type: string | string[];
	format?: string;
	enum?: string[];
	oneOf?: FactType[];
	items?: FactType;
	fields?: Record<string, FactType>;
	required?: boolean;
}

export interface FactParameter extends FactType {
	name: string;
	in: 'path' | 'query' | 'header';
}

/** One operation of api-facts.json. */
export interface Fact {
	id: string;
	group: string;
	method: string;
	path: string;
	live: boolean;
	enterprise: boolean;
	capability?: string;
	parameters: FactParameter[];
	body?: FactType & { contentType: string };
	response: { status: number; kind?: string; envelope?: string[]; contentType?: string };
}

const folder = '../shared/reference';

/** Path of a reference document beside the project. */
export const reference = (name: string): string => `${folder}/${name}`;

/** Whether the reference documents are there. In CI they must be. */
export const hasReference = (): boolean => {
	const there = existsSync(reference('api-facts.json'));
	if (!there && process.env.CI) throw new Error(`${folder} is missing, and CI skips nothing`);
	return there;
};

export const readFacts = (): Fact[] => JSON.parse(readFileSync(reference('api-facts.json'), 'utf8')) as Fact[];

/** `describe` for suites that need the reference documents: skipped, with a message, where they are not there. */
export const describeWithReference: (name: string, suite: () => void) => void = hasReference()
	? describe
	: (name, suite) => describe.skip(`${name} (needs ${folder}, which is not there)`, suite);

/** Names of path parameters differ between documents. */
export const shape = (method: string, path: string): string => `${method} ${path.replace(/\{[^}]+\}/g, '{}')}`;
