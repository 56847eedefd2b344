import { parse } from 'yaml';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileRows, parseDelimited } from '../../nodes/LabelStudio/composite/file-rows';
import { dataFields } from '../../nodes/LabelStudio/composite/labeling-config';
import { lastLine, poll } from '../../nodes/LabelStudio/composite/poll';
import { templates } from '../../nodes/LabelStudio/composite/templates';
import { checkWellFormed } from '../../nodes/LabelStudio/composite/well-formed';

describe('the check of a labeling config', () => {
	const message = (xml: string): string | undefined => {
		try {
			checkWellFormed('Labeling Config', xml);
			return undefined;
		} catch (error) {
			return (error as Error).message;
		}
	};

	it.each([
		['<View/>'],
		['<?xml version="1.0"?>\n<!-- a > b & c --><View a=\'1\' b = "x > y"><Text\n\tname="t"  value="$t" /> a &amp; b &#10; &#xA0;<![CDATA[ < & ]]></View>\n'],
		['<View className="a"><Style>.a > b { color: red }</Style></View>'],
		['<Größe élan="ja"/>'],
	])('takes %s', (xml) => {
		expect(message(xml)).toBeUndefined();
	});

	it.each([
		['', 'it has no tag at all (line 1, column 1)'],
		['  \n<!-- nothing -->', 'it has no tag at all (line 1, column 1)'],
		['a labeling config', 'it has to begin with a tag, such as <View> (line 1, column 1)'],
		['<View>\n  <Text name="t">\n</View>', '</View> closes a tag that is not open; <Text> of line 2, column 3 is (line 3, column 1)'],
		['<View></View></View>', '</View> closes a tag that was never opened (line 1, column 14)'],
		['<View>\n\t<Header value="Q & A"/></View>', 'an & stands alone; write &amp; (line 2, column 19)'],
		['<View>Q & A</View>', 'an & stands alone; write &amp; (line 1, column 9)'],
		['<View><Text name=t/></View>', 'the tag <Text name=t/></View> is not written properly: each attribute needs a name, = and a value in quotes, without < in it (line 1, column 7)'],
		['<View>1 < 2</View>', 'a < stands alone; in a text write &lt; (line 1, column 9)'],
		['<View><Text a="1" a="2"/></View>', '<Text> has the attribute a twice (line 1, column 7)'],
		['<View/><View/>', 'there is a second outermost tag; put all into one <View> (line 1, column 8)'],
		['<View/> and more', 'there is text after the end of the outermost tag (line 1, column 9)'],
		['<View>\n  <View', 'the tag <View is never closed (line 2, column 3)'],
		['<View>', '<View> is never closed (line 1, column 1)'],
		['<View><!-- half</View>', 'a comment is never closed (line 1, column 7)'],
	])('refuses %j', (xml, expected) => {
		expect(message(xml)).toBe(`Labeling Config is no XML: ${expected}`);
	});
});

describe('templates', () => {
	interface Field {
		name: string;
		enum?: string[];
		'x-n8n'?: { when?: { template: string[] }; options?: Record<string, string> };
	}
	const capability = parse(readFileSync(join(__dirname, '..', '..', 'capability', 'project.yaml'), 'utf8')) as {
		capability: { consumes: Array<{ resources: Array<{ operations: Array<{ name: string; 'x-n8n': { composite: { fields: Field[] } } }> }> }> };
	};
	const operation = capability.capability.consumes[0]!.resources.flatMap(({ operations }) => operations).find(({ name }) => name === 'create-from-template')!;
	const field = (name: string): Field => operation['x-n8n'].composite.fields.find((one) => one.name === name)!;
	const those = (test: (name: string) => unknown) => Object.keys(templates).filter(test).sort();

	it('are those of the dropdown, with the fields that apply', () => {
		expect([...field('template').enum!].sort()).toEqual(['own', ...Object.keys(templates)].sort());
		expect(Object.keys(field('template')['x-n8n']!.options!).sort()).toEqual([...field('template').enum!].sort());
		expect([...field('labels')['x-n8n']!.when!.template].sort()).toEqual(those((name) => templates[name]!.item));
		expect([...field('data_key')['x-n8n']!.when!.template].sort()).toEqual(those((name) => templates[name]!.key));
	});

	it.each(Object.entries(templates))('%s has its data key, and labels where it says so', (_name, { key, item, labels, config }) => {
		expect(() => checkWellFormed('Labeling Config', config)).not.toThrow();
		const fields = dataFields(config).map(({ path }) => path.join('.'));
		if (key) expect(fields).toEqual([key]);
		else expect(fields.length).toBeGreaterThan(0);
		expect(/^ *\{\{labels\}\}$/m.test(config)).toBe(item !== undefined);
		expect((labels?.length ?? 0) > 0).toBe(item !== undefined);
	});
});

describe('the rows of a file', () => {
	it('are those of a table, whatever is in its cells', () => {
		expect(parseDelimited('"a","b"\n1,"x ""y"", z\nsecond"\r\n,\n', ',')).toEqual([['a', 'b'], ['1', 'x "y", z\nsecond'], ['', '']]);
		expect(parseDelimited('a\tb,c\n1\t"2"', '\t')).toEqual([['a', 'b,c'], ['1', '2']]);
		expect(parseDelimited('', ',')).toEqual([]);
		expect(parseDelimited('a,', ',')).toEqual([['a', '']]);
		expect(() => parseDelimited('a,"b\n', ',')).toThrow('The table of Label Studio cannot be read');
		expect(fileRows('CSV', Buffer.from('\uFEFFid,text\n1,ä\n2\n'))).toEqual([{ id: '1', text: 'ä' }, { id: '2', text: '' }]);
	});

	it('are the tasks of a JSON list, which has to be whole', () => {
		expect(fileRows('JSON', Buffer.from('[{"id":1},{"id":2}]'))).toEqual([{ id: 1 }, { id: 2 }]);
		expect(() => fileRows('JSON', Buffer.from('[{"id":1},{'))).toThrow('incomplete');
	});
});

describe('waiting', () => {
	it('ends with the first answer, or when time is up', async () => {
		let asked = 0;
		expect(await poll(async () => (++asked === 2 ? 'here' : undefined), Date.now() + 60_000)).toBe('here');
		expect(await poll(async () => undefined, 0)).toBeUndefined();
	});

	it('ends when the execution is cancelled', async () => {
		const controller = new AbortController();
		controller.abort();
		await expect(poll(async () => undefined, Date.now() + 60_000, controller.signal)).rejects.toThrow('cancelled');
	});
});

it.each([
	['Traceback (most recent call last):\n  File "x.py", line 1, in f\nValueError: No such bucket\n', 'No such bucket'],
	['botocore.exceptions.ClientError: An error occurred', 'An error occurred'],
	['one\ntwo', 'two'],
	['KeyError', 'KeyError'],
	['', undefined],
	[null, undefined],
])('of a traceback only the last line is shown: %j', (traceback, expected) => {
	expect(lastLine(traceback)).toBe(expected);
});
