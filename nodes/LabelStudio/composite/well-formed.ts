import { InputError } from '../execution/input-error';

/** One piece of XML: a comment, CDATA, an instruction, a doctype, or a tag. */
const piece = /<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>|<\?[^]*?\?>|<!DOCTYPE[^>]*>|<(\/?)([\p{L}_:][\p{L}\p{N}_:.-]*)((?:\s+[\p{L}_:][\p{L}\p{N}_:.-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/uy;
const attributeName = /([\p{L}_:][\p{L}\p{N}_:.-]*)\s*=\s*(?:"[^"]*"|'[^']*')/gu;
const looseAmpersand = /&(?!(?:[\p{L}_:][\p{L}\p{N}_:.-]*|#\d+|#x[\da-f]+);)/iu;

interface Fault {
	at: number;
	what: string;
}

/** Why a tag at that place cannot be read. */
const tagFault = (xml: string, at: number): string => {
	const text = xml.slice(at, at + 40).split('\n')[0] as string;
	if (xml.startsWith('<!--', at)) return 'a comment is never closed';
	if (xml.startsWith('<![CDATA[', at)) return 'a CDATA section is never closed';
	if (!xml.includes('>', at)) return `the tag ${text} is never closed`;
	if (/^<\s/.test(text)) return 'a < stands alone; in a text write &lt;';
	return `the tag ${text} is not written properly: each attribute needs a name, = and a value in quotes, without < in it`;
};

const repeated = (attributes: string): string | undefined => {
	const names = [...attributes.matchAll(attributeName)].map(([, name]) => name);
	return names.find((name, index) => names.indexOf(name) !== index);
};

/** The first thing that keeps a text from being XML. */
const faultOf = (xml: string): Fault | undefined => {
	const open: Array<{ name: string; at: number }> = [];
	let hasRoot = false;
	let at = 0;
	while (at < xml.length) {
		const next = xml.indexOf('<', at);
		const text = xml.slice(at, next < 0 ? undefined : next);
		const ampersand = looseAmpersand.exec(text);
		if (ampersand) return { at: at + ampersand.index, what: 'an & stands alone; write &amp;' };
		if (open.length === 0 && text.trim() !== '') return { at: at + text.search(/\S/), what: hasRoot ? 'there is text after the end of the outermost tag' : 'it has to begin with a tag, such as <View>' };
		if (next < 0) break;
		piece.lastIndex = next;
		const match = piece.exec(xml);
		if (!match) return { at: next, what: tagFault(xml, next) };
		at = piece.lastIndex;
		const [whole, slash, name, attributes, selfClosing] = match;
		if (name === undefined) continue;
		const loose = looseAmpersand.exec(whole);
		if (loose) return { at: next + loose.index, what: 'an & stands alone; write &amp;' };
		if (slash) {
			const last = open.pop();
			if (last?.name === name) continue;
			return { at: next, what: last ? `</${name}> closes a tag that is not open; <${last.name}> of ${place(xml, last.at)} is` : `</${name}> closes a tag that was never opened` };
		}
		if (open.length === 0 && hasRoot) return { at: next, what: 'there is a second outermost tag; put all into one <View>' };
		const twice = repeated(attributes ?? '');
		if (twice !== undefined) return { at: next, what: `<${name}> has the attribute ${twice} twice` };
		hasRoot = true;
		if (!selfClosing) open.push({ name, at: next });
	}
	const last = open.at(-1);
	if (last) return { at: last.at, what: `<${last.name}> is never closed` };
	return hasRoot ? undefined : { at: 0, what: 'it has no tag at all' };
};

const place = (xml: string, at: number): string => {
	const lines = xml.slice(0, at).split('\n');
	return `line ${lines.length}, column ${(lines.at(-1) as string).length + 1}`;
};

/**
 * Checks that a text is well-formed XML, as far as people get it wrong.
 *
 * @param label name of the field, for the message
 * @throws InputError that says what is wrong, and in which line and column
 */
export const checkWellFormed = (label: string, xml: string): void => {
	const fault = faultOf(xml);
	if (fault) throw new InputError(`${label} is no XML: ${fault.what} (${place(xml, fault.at)})`);
};
