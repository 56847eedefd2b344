/** A field of the task's data that a labeling config shows. */
export interface DataField {
	/** Key in the task's data; what follows a dot lies deeper. */
	path: readonly string[];
	/** The tag that shows it, such as Text or Image. */
	tag: string;
}

const entities: Readonly<Record<string, string>> = { amp: '&', apos: "'", gt: '>', lt: '<', quot: '"' };

const unescape = (text: string): string =>
	text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
		if (name !== undefined) return entities[name] ?? whole;
		return String.fromCodePoint(decimal ? Number(decimal) : parseInt(hex as string, 16));
	});

const tags = /<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>|<([A-Za-z_][\w.:-]*)((?:\s+[\w.:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*\/?>/g;
const attributes = /([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** The key in a `value` attribute: all of `$image`, or the first `$name` inside of a longer text. */
const keyIn = (value: string): string | undefined => (/^\$./.test(value) ? value.slice(1) : /\$(\w+)/.exec(value)?.[1]);

/** A tag of a labeling config. */
export interface ConfigTag {
	tag: string;
	attributes: Readonly<Record<string, string>>;
}

/** The opening tags of a labeling config, in order; what is no XML has none. */
export const configTags = (config: string): ConfigTag[] =>
	[...config.matchAll(tags)].flatMap(([, tag, text]) =>
		tag === undefined
			? []
			: [{ tag, attributes: Object.fromEntries([...(text as string).matchAll(attributes)].map(([, key, double, single]) => [key as string, unescape(double ?? single ?? '')])) }],
	);

/**
 * The fields that each task must have for a labeling config: those of tags with a name and a value. Label Studio refuses tasks
 * without them; seen in 1.23.2 (core/label_config.py, extract_data_types).
 *
 * @param config the labeling config as XML; what is no XML has no fields
 */
export const dataFields = (config: string): DataField[] => {
	const fields = new Map<string, DataField>();
	for (const { tag, attributes: { name, value } } of configTags(config)) {
		const key = name && value ? keyIn(value) : undefined;
		if (key === undefined) continue;
		// A list that is repeated: images[{{idx}}].
		const [path] = key.split('[') as [string];
		if (!fields.has(path)) fields.set(path, { path: path.split('.'), tag });
	}
	return [...fields.values()];
};

/** The first field of a labeling config that a task's data lacks, as it is written there; undefined when it has all. */
export const missingField = (fields: readonly DataField[], data: Readonly<Record<string, unknown>>): string | undefined =>
	fields.find(({ path }) => path.reduce<unknown>((part, key) => (typeof part === 'object' && part !== null ? (part as Record<string, unknown>)[key] : undefined), data) === undefined)?.path.join('.');
