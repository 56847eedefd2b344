import { InputError } from '../execution/input-error';
import type { Controls, ControlTag, ObjectTag } from './control-tags';
import type { Result } from './flat-rows';

/**
 * Results of Label Studio made from plain values, and checked against the labeling config: the server takes what does not
 * fit the config without a word, and either drops it or never shows it. Seen in 1.23.2.
 */

/** What a plain value is. */
export type LabelKind = 'choices' | 'span' | 'box' | 'rating' | 'number' | 'text';

/** Plain values of one item, by the names that the capability gives the fields. */
export interface PlainLabel {
	kind: LabelKind;
	/** Name of the control tag; absent where only one fits. */
	control?: string;
	choices?: readonly string[];
	labels?: readonly string[];
	/** Of a span: places in the text, from 0; the end is the first that is no part of it. */
	start?: number;
	end?: number;
	/** Of a box: what the numbers are, its upper left corner and its size. */
	unit?: 'percent' | 'pixels';
	x?: number;
	y?: number;
	width?: number;
	height?: number;
	/** Of the whole image, in pixels. */
	image_width?: number;
	image_height?: number;
	rating?: number;
	number?: number;
	text?: string;
	/** From 0 to 1. */
	score?: number;
}

/** Which control tags take a kind, for messages and for choosing. */
const kinds: Readonly<Record<LabelKind, { noun: string; controls: readonly string[]; objects?: readonly string[] }>> = {
	choices: { noun: 'choices', controls: ['Choices'] },
	span: { noun: 'spans of a text', controls: ['Labels'], objects: ['Text'] },
	box: { noun: 'boxes', controls: ['RectangleLabels', 'Rectangle'], objects: ['Image'] },
	rating: { noun: 'ratings', controls: ['Rating'] },
	number: { noun: 'numbers', controls: ['Number'] },
	text: { noun: 'texts', controls: ['TextArea'] },
};

const quoted = (names: Iterable<string>): string => {
	const list = [...names];
	return list.length > 30 ? `${list.slice(0, 30).join(', ')}, …` : list.join(', ');
};

const objectOf = ({ objects }: ControlTag, kind: LabelKind): ObjectTag | undefined => objects.find(({ type }) => kinds[kind].objects?.includes(type) ?? true);

const takes = (control: ControlTag, kind: LabelKind): boolean => kinds[kind].controls.includes(control.type) && objectOf(control, kind) !== undefined;

/** The tag that an item names, or the only one that takes its kind. */
const controlOf = (controls: Controls, { control: name, kind }: PlainLabel): ControlTag => {
	const { noun } = kinds[kind];
	const fitting = [...controls.values()].filter((control) => takes(control, kind) && !control.perRegion);
	const which = fitting.length > 0 ? `For ${noun} it has ${quoted(fitting.map((one) => one.name))}.` : `It has no tag for ${noun}: ${kinds[kind].controls.join(' or ')} would be one.`;
	if (name === undefined) {
		if (fitting.length === 1) return fitting[0] as ControlTag;
		throw new InputError(fitting.length === 0 ? `Control Tag: the labeling config has no tag for ${noun}` : 'Control Tag is required, since the labeling config has several that fit', which);
	}
	const control = controls.get(name);
	if (!control) throw new InputError(`Control Tag: the labeling config has no tag "${name}"`, which);
	if (control.perRegion) throw new InputError(`Control Tag: "${name}" is asked for each region, and cannot stand alone`, which);
	if (!takes(control, kind)) throw new InputError(`Control Tag: "${name}" is a ${control.type} tag, which takes no ${noun}`, which);
	return control;
};

/** Labels or choices, all known to the tag. */
const known = (field: string, labels: readonly string[], control: ControlTag): readonly string[] => {
	const unknown = control.hasOtherLabels ? undefined : labels.find((label) => !control.labels.includes(label));
	if (unknown !== undefined) throw new InputError(`${field}: "${unknown}" is not in the labeling config`, `The tag "${control.name}" has ${quoted(control.labels)}.`);
	const twice = labels.find((label, index) => labels.indexOf(label) !== index);
	if (twice !== undefined) throw new InputError(`${field}: "${twice}" is there twice`);
	return labels;
};

/** n8n asks for required fields of every kind where the kind is an expression, so that these are asked for here. */
const required = (field: string): never => {
	throw new InputError(`${field} is required, but empty`);
};

const choicesValue = (control: ControlTag, { choices = [] }: PlainLabel): object => {
	if (choices.length === 0) required('Choices');
	// Without the attribute it is a single choice: the default of Label Studio.
	if (choices.length > 1 && !/^multiple/.test(control.attributes.choice ?? '')) {
		throw new InputError(`Choices: the tag "${control.name}" takes one choice only, but there are ${choices.length}`, 'Set choice="multiple" in the labeling config to allow several.');
	}
	return { choices: known('Choices', choices, control) };
};

/** What a key of the labeling config leads to in a task's data; a dot leads into objects. */
const dataAt = (data: Readonly<Record<string, unknown>>, key: string): unknown =>
	key in data ? data[key] : key.split('.').reduce<unknown>((part, name) => (typeof part === 'object' && part !== null ? (part as Record<string, unknown>)[name] : undefined), data);

/** The text that a span lies in; undefined when it is not in the task. */
const textOf = (object: ObjectTag, data: Readonly<Record<string, unknown>>): string | undefined => {
	const text = object.key === undefined || object.byAddress ? undefined : dataAt(data, object.key);
	return typeof text === 'string' ? text : undefined;
};

const spanValue = (control: ControlTag, { start = 0, end = 0, labels = [] }: PlainLabel, data: Readonly<Record<string, unknown>>): object => {
	const text = textOf(objectOf(control, 'span') as ObjectTag, data);
	if (labels.length === 0) required('Labels');
	if (start < 0) throw new InputError(`Start must be 0 or more, but is ${start}`);
	if (end <= start) throw new InputError(`End must be greater than Start, but they are ${start} and ${end}`, 'Characters are counted from 0, and End is the first that is no part of the span.');
	if (text !== undefined && end > text.length) throw new InputError(`End is outside of the text: ${end}, but the text has ${text.length} characters`, 'Characters are counted from 0, and End is the first that is no part of the span.');
	return { start, end, ...(text !== undefined && { text: text.slice(start, end) }), labels: known('Labels', labels, control) };
};

/** What rounding may add to a box that fills the image. */
const roundingPercent = 0.01;

const sizeOf = ({ image_width: width, image_height: height }: PlainLabel): { width: number; height: number } | undefined => {
	if (width === undefined && height === undefined) return undefined;
	for (const [field, value] of [['Image Width', width], ['Image Height', height]] as const) {
		if (value === undefined || value < 1) throw new InputError(`${field} must be a number of pixels, at least 1, but is ${value ?? 'empty'}`);
	}
	return { width: width as number, height: height as number };
};

/** One direction of a box in percent of the image: where it begins, and how long it is. */
const stretch = (fields: [at: string, length: string], at: number, length: number, whole: number): [number, number] => {
	const [atField, lengthField] = fields;
	const percent = whole === 100 ? '%' : ` of ${whole} pixels`;
	const slack = (roundingPercent / 100) * whole;
	if (at < 0 || at >= whole) throw new InputError(`${atField} is outside of the image: ${at}${percent}`);
	if (length <= 0) throw new InputError(`${lengthField} must be greater than 0, but is ${length}`);
	if (at + length > whole + slack) throw new InputError(`${lengthField} leads out of the image: ${atField} and ${lengthField} add up to ${at + length}${percent}`);
	const begin = (at / whole) * 100;
	return [begin, Math.min((length / whole) * 100, 100 - begin)];
};

const boxValue = (control: ControlTag, label: PlainLabel): object => {
	const { unit, x = 0, y = 0, width = 0, height = 0, labels = [] } = label;
	const size = unit === 'pixels' ? sizeOf(label) : { width: 100, height: 100 };
	if (!size) throw new InputError('Image Width is required for a box in pixels, but empty');
	const [left, across] = stretch(['X', 'Width'], x, width, size.width);
	const [top, down] = stretch(['Y', 'Height'], y, height, size.height);
	const box = { x: left, y: top, width: across, height: down, rotation: 0 };
	if (control.type === 'Rectangle') {
		if (labels.length > 0) throw new InputError(`Labels: the tag "${control.name}" draws boxes without labels`, 'Leave Labels empty, or choose a RectangleLabels tag.');
		return box;
	}
	if (labels.length === 0) required('Labels');
	return { ...box, rectanglelabels: known('Labels', labels, control) };
};

const limit = (control: ControlTag, attribute: string): number | undefined => {
	const text = control.attributes[attribute];
	return text === undefined || text.trim() === '' || Number.isNaN(Number(text)) ? undefined : Number(text);
};

const ratingValue = (control: ControlTag, { rating = 0 }: PlainLabel): object => {
	const most = limit(control, 'maxRating') ?? 5;
	if (rating < 1 || rating > most) throw new InputError(`Rating must be from 1 to ${most}, but is ${rating}`);
	return { rating };
};

const numberValue = (control: ControlTag, { number = 0 }: PlainLabel): object => {
	const [least, most] = [limit(control, 'min'), limit(control, 'max')];
	if ((least !== undefined && number < least) || (most !== undefined && number > most)) {
		throw new InputError(`Number must be ${[least !== undefined && `at least ${least}`, most !== undefined && `at most ${most}`].filter(Boolean).join(' and ')}, but is ${number}`);
	}
	return { number };
};

const values: Readonly<Record<LabelKind, (control: ControlTag, label: PlainLabel, data: Readonly<Record<string, unknown>>) => object>> = {
	choices: choicesValue,
	span: spanValue,
	box: boxValue,
	rating: ratingValue,
	number: numberValue,
	text: (_control, { text }) => ({ text: [text ?? required('Text')] }),
};

/** Whether a task can have several results of a kind from one tag: regions can, answers cannot. */
export const isRegion = (kind: LabelKind): boolean => kind === 'span' || kind === 'box';

/** Whether the check of an item needs the data of its task. */
export const needsData = (controls: Controls, label: PlainLabel): boolean => label.kind === 'span' && objectOf(controlOf(controls, label), 'span')?.byAddress === false;

/**
 * Makes a result out of plain values.
 *
 * @param id of the region, which nothing else in the world has
 * @param data of the task; for spans
 * @throws InputError naming the field that does not fit the labeling config, the text or the image
 */
export const buildResult = (controls: Controls, label: PlainLabel, id: string, data: Readonly<Record<string, unknown>>): Result => {
	const control = controlOf(controls, label);
	const { score } = label;
	if (score !== undefined && (score < 0 || score > 1)) throw new InputError(`Score must be from 0 to 1, but is ${score}`);
	const value = values[label.kind](control, label, data) as Result['value'];
	const size = label.kind === 'box' ? sizeOf(label) : undefined;
	return {
		id,
		from_name: control.name,
		to_name: (objectOf(control, label.kind) as ObjectTag).name,
		type: control.type.toLowerCase(),
		...(size && { original_width: size.width, original_height: size.height, image_rotation: 0 }),
		value,
		...(score !== undefined && { score }),
	};
};
