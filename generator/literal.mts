const key = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : quote(name));

const quote = (text: string): string => {
	const escaped = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"');
	return text.includes("'") && !text.includes('"') ? `"${escaped}"` : `'${escaped.replaceAll("'", "\\'")}'`;
};

/**
 * A value as TypeScript source: tabs, single quotes, trailing commas. What fits on a line of `width` characters stays
 * on one, so that tables read as rows. Undefined members are left out; keys keep their order.
 */
export const literal = (value: unknown, indent = 0, width = 100): string => {
	if (typeof value === 'string') return quote(value);
	if (value === null || typeof value !== 'object') return JSON.stringify(value);
	const members = Array.isArray(value)
		? value.map((member) => ['', member] as const)
		: Object.entries(value)
				.filter(([, member]) => member !== undefined)
				.map(([name, member]) => [`${key(name)}: `, member] as const);
	const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
	if (members.length === 0) return open + close;
	const inner = members.map(([name, member]) => name + literal(member, indent + 1, width));
	const space = open === '{' ? ' ' : '';
	const line = `${open}${space}${inner.join(', ')}${space}${close}`;
	if (line.length + indent * 2 <= width && !line.includes('\n')) return line;
	const tabs = '\t'.repeat(indent + 1);
	return `${open}\n${inner.map((member) => `${tabs}${member},\n`).join('')}${'\t'.repeat(indent)}${close}`;
};
