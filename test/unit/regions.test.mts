import { readControls } from '../../nodes/LabelStudio/composite/control-tags';
import { buildResult, needsData, type PlainLabel } from '../../nodes/LabelStudio/composite/regions';

const text = { type: 'Text', valueType: null, value: 'review.text' };
const image = { type: 'Image', valueType: null, value: 'photo' };
const controls = readControls({
	label_config: `<View><Text name="t" value="$review.text"/><Text name="far" value="$url" valueType="url"/><Image name="i" value="$photo"/>
		<Choices name="mood" toName="t"/><Choices name="topics" toName="t" choice="multiple"/><Choices name="dynamic" toName="t" value="$topics"/>
		<Labels name="who" toName="t"/><Labels name="farther" toName="far"/><Labels name="heard" toName="a"/>
		<RectangleLabels name="cars" toName="i"/><Rectangle name="box" toName="i"/><Rating name="stars" toName="t" maxRating="7"/>
		<Number name="price" toName="t" min="0" max="9.5"/><TextArea name="note" toName="t"/><TextArea name="each" toName="i" perRegion="true"/></View>`,
	parsed_label_config: {
		mood: { type: 'Choices', to_name: ['t'], inputs: [text], labels: ['Good', 'Bad'] },
		topics: { type: 'Choices', to_name: ['t'], inputs: [text], labels: ['Price', 'Taste'] },
		dynamic: { type: 'Choices', to_name: ['t'], inputs: [text], labels: [], dynamic_labels: true },
		who: { type: 'Labels', to_name: ['t'], inputs: [text], labels: ['Person', 'Place'] },
		farther: { type: 'Labels', to_name: ['far'], inputs: [{ type: 'Text', valueType: 'url', value: 'url' }], labels: ['Person'] },
		heard: { type: 'Labels', to_name: ['a'], inputs: [{ type: 'Audio', valueType: null, value: 'sound' }], labels: ['Speech'] },
		cars: { type: 'RectangleLabels', to_name: ['i'], inputs: [image], labels: ['Car', 'Bus'] },
		box: { type: 'Rectangle', to_name: ['i'], inputs: [image], labels: [] },
		stars: { type: 'Rating', to_name: ['t'], inputs: [text], labels: [] },
		price: { type: 'Number', to_name: ['t'], inputs: [text], labels: [] },
		note: { type: 'TextArea', to_name: ['t'], inputs: [text], labels: [] },
		each: { type: 'TextArea', to_name: ['i'], inputs: [image], labels: [] },
	},
});

const data = { review: { text: 'Ada in Paris' }, photo: '/a.png' };
const build = (label: PlainLabel) => buildResult(controls, label, 'r1', data);
const box = { kind: 'box', control: 'cars', labels: ['Car'] } as const;
const pixels = { ...box, unit: 'pixels', image_width: 640, image_height: 480 } as const;

describe('results from plain values', () => {
	it.each<[string, PlainLabel, object]>([
		['a choice', { kind: 'choices', control: 'mood', choices: ['Good'] }, { from_name: 'mood', to_name: 't', type: 'choices', value: { choices: ['Good'] } }],
		['several choices', { kind: 'choices', control: 'topics', choices: ['Taste', 'Price'], score: 0 }, { from_name: 'topics', to_name: 't', type: 'choices', value: { choices: ['Taste', 'Price'] }, score: 0 }],
		['a choice that the data brings', { kind: 'choices', control: 'dynamic', choices: ['Anything'] }, { from_name: 'dynamic', to_name: 't', type: 'choices', value: { choices: ['Anything'] } }],
		['a span', { kind: 'span', control: 'who', labels: ['Place'], start: 7, end: 12, score: 1 }, { from_name: 'who', to_name: 't', type: 'labels', value: { start: 7, end: 12, text: 'Paris', labels: ['Place'] }, score: 1 }],
		['a span of a text elsewhere', { kind: 'span', control: 'farther', labels: ['Person'], start: 0, end: 99 }, { from_name: 'farther', to_name: 'far', type: 'labels', value: { start: 0, end: 99, labels: ['Person'] } }],
		['a box in percent', { ...box, unit: 'percent', x: 10, y: 20, width: 90, height: 30.5 }, { from_name: 'cars', to_name: 'i', type: 'rectanglelabels', value: { x: 10, y: 20, width: 90, height: 30.5, rotation: 0, rectanglelabels: ['Car'] } }],
		['a box in pixels', { ...pixels, x: 64, y: 120, width: 320, height: 360 }, { from_name: 'cars', to_name: 'i', type: 'rectanglelabels', original_width: 640, original_height: 480, image_rotation: 0, value: { x: 10, y: 25, width: 50, height: 75, rotation: 0, rectanglelabels: ['Car'] } }],
		['a box without label', { kind: 'box', control: 'box', unit: 'percent', x: 0, y: 0, width: 100, height: 100 }, { from_name: 'box', to_name: 'i', type: 'rectangle', value: { x: 0, y: 0, width: 100, height: 100, rotation: 0 } }],
		['a rating', { kind: 'rating', rating: 7 }, { from_name: 'stars', to_name: 't', type: 'rating', value: { rating: 7 } }],
		['a number', { kind: 'number', number: 0 }, { from_name: 'price', to_name: 't', type: 'number', value: { number: 0 } }],
		['a text', { kind: 'text', text: 'Lovely' }, { from_name: 'note', to_name: 't', type: 'textarea', value: { text: ['Lovely'] } }],
	])('%s', (_name, label, expected) => {
		expect(build(label)).toEqual({ id: 'r1', ...expected });
	});

	it('keep a box that rounding makes a hair too wide inside of the image', () => {
		const { value } = build({ ...pixels, x: 213.34, y: 0, width: 426.67, height: 480 });
		expect((value?.x as number) + (value?.width as number)).toBeLessThanOrEqual(100);
		expect(value).toMatchObject({ y: 0, height: 100 });
	});

	it('need the data of the task for spans of its text only', () => {
		expect(needsData(controls, { kind: 'span', control: 'who' })).toBe(true);
		expect(needsData(controls, { kind: 'span', control: 'farther' })).toBe(false);
		expect(needsData(controls, { kind: 'choices', control: 'mood' })).toBe(false);
	});

	it.each<[string, PlainLabel, string]>([
		['no such tag', { kind: 'choices', control: 'moods', choices: ['Good'] }, 'Control Tag: the labeling config has no tag "moods"'],
		['a tag of another kind', { kind: 'choices', control: 'who', choices: ['Good'] }, 'Control Tag: "who" is a Labels tag, which takes no choices'],
		['labels on a sound', { kind: 'span', control: 'heard', labels: ['Speech'], start: 0, end: 1 }, 'Control Tag: "heard" is a Labels tag, which takes no spans of a text'],
		['a tag for each region', { kind: 'text', control: 'each', text: 'x' }, 'Control Tag: "each" is asked for each region, and cannot stand alone'],
		['several tags that fit', { kind: 'choices', choices: ['Good'] }, 'Control Tag is required, since the labeling config has several that fit'],
		['an unknown choice', { kind: 'choices', control: 'mood', choices: ['good'] }, 'Choices: "good" is not in the labeling config'],
		['too many choices', { kind: 'choices', control: 'mood', choices: ['Good', 'Bad'] }, 'Choices: the tag "mood" takes one choice only, but there are 2'],
		['no choice', { kind: 'choices', control: 'mood' }, 'Choices is required, but empty'],
		['no text', { kind: 'text' }, 'Text is required, but empty'],
		['a choice twice', { kind: 'choices', control: 'topics', choices: ['Taste', 'Taste'] }, 'Choices: "Taste" is there twice'],
		['an unknown label', { kind: 'span', control: 'who', labels: ['Thing'], start: 0, end: 3 }, 'Labels: "Thing" is not in the labeling config'],
		['a span without label', { kind: 'span', control: 'who', start: 0, end: 3 }, 'Labels is required, but empty'],
		['a span behind the text', { kind: 'span', control: 'who', labels: ['Place'], start: 7, end: 13 }, 'End is outside of the text: 13, but the text has 12 characters'],
		['a span before the text', { kind: 'span', control: 'who', labels: ['Place'], start: -1, end: 3 }, 'Start must be 0 or more, but is -1'],
		['an empty span', { kind: 'span', control: 'who', labels: ['Place'], start: 3, end: 3 }, 'End must be greater than Start, but they are 3 and 3'],
		['a box beside the image', { ...box, unit: 'percent', x: 100, y: 0, width: 1, height: 1 }, 'X is outside of the image: 100%'],
		['a box above the image', { ...box, unit: 'percent', x: 0, y: -1, width: 1, height: 1 }, 'Y is outside of the image: -1%'],
		['a box that leads out', { ...box, unit: 'percent', x: 60, y: 0, width: 41, height: 1 }, 'Width leads out of the image: X and Width add up to 101%'],
		['a box that leads out in pixels', { ...pixels, x: 0, y: 400, width: 10, height: 100 }, 'Height leads out of the image: Y and Height add up to 500 of 480 pixels'],
		['a flat box', { ...box, unit: 'percent', x: 0, y: 0, width: 1, height: 0 }, 'Height must be greater than 0, but is 0'],
		['a box in pixels of nothing', { ...pixels, image_height: 0, x: 0, y: 0, width: 1, height: 1 }, 'Image Height must be a number of pixels, at least 1, but is 0'],
		['a box without label', { ...box, labels: [], unit: 'percent', x: 0, y: 0, width: 1, height: 1 }, 'Labels is required, but empty'],
		['a label that the box cannot have', { ...box, control: 'box', unit: 'percent', x: 0, y: 0, width: 1, height: 1 }, 'Labels: the tag "box" draws boxes without labels'],
		['too many stars', { kind: 'rating', rating: 8 }, 'Rating must be from 1 to 7, but is 8'],
		['no star', { kind: 'rating', rating: 0 }, 'Rating must be from 1 to 7, but is 0'],
		['a number out of bounds', { kind: 'number', number: 10 }, 'Number must be at least 0 and at most 9.5, but is 10'],
		['a score above 1', { kind: 'text', text: 'x', score: 50 }, 'Score must be from 0 to 1, but is 50'],
	])('refuse %s', (_name, label, message) => {
		expect(() => build(label)).toThrow(message);
	});

	it('say what the labeling config has', () => {
		expect(() => build({ kind: 'choices', control: 'x', choices: ['Good'] })).toThrow(expect.objectContaining({ description: 'For choices it has mood, topics, dynamic.' }) as Error);
		expect(() => buildResult(readControls({}), { kind: 'rating', rating: 1 }, 'r', {})).toThrow('Control Tag: the labeling config has no tag for ratings');
	});
});
