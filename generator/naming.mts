const acronyms: Readonly<Record<string, string>> = {
	api: 'API',
	id: 'ID',
	ids: 'IDs',
	fsm: 'FSM',
	json: 'JSON',
	md5: 'MD5',
	ml: 'ML',
	ttl: 'TTL',
	uri: 'URI',
	url: 'URL',
};

/** Small words stay small inside a title, as n8n's lint asks. */
const small = new Set(
	'a an and as at because but by en for if in neither nor of on only or over per so some than that the to up upon versus via when with without yet'.split(' '),
);

const words = (name: string): string[] =>
	name
		.replace(/([a-z0-9])([A-Z])/g, '$1 $2')
		.split(/[^A-Za-z0-9]+/)
		.filter(Boolean)
		.map((word) => word.toLowerCase());

const capitalise = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** `annotation-review`, `import_pk` → `annotationReview`, `importPk`. */
export const camelCase = (name: string): string =>
	words(name)
		.map((word, index) => (index === 0 ? word : capitalise(word)))
		.join('');

/** `reset_token` → `Reset Token`, `user_id` → `User ID`. */
export const titleCase = (name: string): string =>
	words(name)
		.map((word, index, all) => acronyms[word] ?? (index > 0 && index < all.length - 1 && small.has(word) ? word : capitalise(word)))
		.join(' ');

/** `Annotation Review` → `annotation review`; acronyms stay. */
export const lowerTitle = (title: string): string =>
	title
		.split(' ')
		.map((word) => (/^[A-Z0-9]+s?$/.test(word) && word.length > 1 ? word : word.toLowerCase()))
		.join(' ');

/** Plural of a resource's name: `Activity Log` → `Activity Logs`, `Query` → `Queries`. */
export const plural = (noun: string): string => {
	if (/(s|x|ch|sh)$/.test(noun)) return `${noun}es`;
	return /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
};

/** The text of an operation in the node panel, in sentence case: `Get Many`, `View` → `Get many views`. */
export const actionText = (operation: string, resource: string): string => {
	const noun = / Many$/.test(operation) ? plural(resource) : resource;
	const text = lowerTitle(`${operation} ${noun}`);
	return capitalise(text);
};
