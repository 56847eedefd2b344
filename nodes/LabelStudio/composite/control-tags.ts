import type { LabelStudioClient } from '../http/client';
import { readProjectFields } from '../http/project';
import { configTags } from './labeling-config';

/** A tag that shows something of the task, such as a text or an image. */
export interface ObjectTag {
	name: string;
	/** Text, Image, … */
	type: string;
	/** Key in the task's data; absent for what the config itself holds. */
	key?: string;
	/** Whether the data holds the address of the content instead of the content. */
	byAddress: boolean;
}

/** A tag that takes an answer: what results name as `from_name`. */
export interface ControlTag {
	name: string;
	/** Choices, RectangleLabels, … */
	type: string;
	/** What it is about. */
	objects: readonly ObjectTag[];
	/** The labels or choices that results may have, as they are stored; with an alias that is the alias. */
	labels: readonly string[];
	/** The labels come from the task's data or from elsewhere, so that not all are known. */
	hasOtherLabels: boolean;
	/** Asked for each region, not once for the task. */
	perRegion: boolean;
	/** What else the config says of it, such as `maxRating`. */
	attributes: Readonly<Record<string, string>>;
}

/** The control tags of a labeling config by name, in its order. */
export type Controls = ReadonlyMap<string, ControlTag>;

/** `parsed_label_config` of `GET /api/projects/{id}/`, by the names of the control tags. Seen in Label Studio 1.23.2. */
type ParsedConfig = Record<
	string,
	{ type: string; to_name: string[]; inputs?: Array<{ type: string; value?: string; valueType?: string | null }>; labels?: string[]; dynamic_labels?: boolean }
>;

/**
 * Reads control tags out of what Label Studio answers about a project.
 *
 * @param project `parsed_label_config`, and `label_config` for the attributes that the former leaves out
 */
export const readControls = (project: { parsed_label_config?: unknown; label_config?: unknown }): Controls => {
	const parsed = (project.parsed_label_config ?? {}) as ParsedConfig;
	const tags = configTags(String(project.label_config ?? ''));
	const named = new Map(tags.map(({ attributes }) => [attributes.name, attributes] as const));
	const known = new Set(tags.map(({ attributes }) => attributes.name));
	const controls = new Map<string, ControlTag>();
	for (const [name, { type, to_name: targets, inputs = [], labels = [], dynamic_labels: isDynamic }] of Object.entries(parsed)) {
		// Names of which the config has no object are left out of the inputs.
		const found = inputs.length === targets.length ? targets : targets.filter((target) => known.has(target));
		const attributes = named.get(name) ?? {};
		controls.set(name, {
			name,
			type,
			objects: inputs.map((input, index) => ({ name: found[index] ?? targets[0] ?? '', type: input.type, key: input.value, byAddress: input.valueType === 'url' })),
			labels,
			hasOtherLabels: isDynamic === true,
			perRegion: attributes.perRegion === 'true',
			attributes,
		});
	}
	return controls;
};

/**
 * The control tags of a project.
 *
 * @throws LabelStudioError when the project cannot be read
 */
export const projectControls = async (client: LabelStudioClient, project: string): Promise<Controls> =>
	readControls(await readProjectFields(client, project, ['label_config', 'parsed_label_config']));
