import type { INodeProperties } from 'n8n-workflow';
import { collections } from './placement.mts';

/** A property that one operation of one resource shows. */
export interface Shown {
	resource: string;
	operation: string;
	property: INodeProperties;
}

/** Parts of the panel from top to bottom; inside of a part the order is that of the operations. */
export const parts = ['fields', 'bodyChoice', 'bodyFields', 'shared', 'collections', 'output'] as const;

export type Part = (typeof parts)[number];

/** Parts whose properties are the same wherever they stand: n8n's editor looks at every property of a node, so they stand once for all resources. */
export const commonParts: readonly Part[] = ['bodyChoice', 'shared', 'output'];

const byName: Readonly<Record<string, Part>> = {
	specifyBody: 'bodyChoice',
	jsonBody: 'bodyChoice',
	confirm: 'shared',
	returnAll: 'shared',
	limit: 'shared',
	simplify: 'shared',
	binaryPropertyName: 'output',
	...Object.fromEntries(Object.keys(collections).map((name) => [name, 'collections' as const])),
};

const partOf = ({ name, displayOptions }: INodeProperties): Part => byName[name] ?? (displayOptions?.show?.specifyBody ? 'bodyFields' : 'fields');

const order = [...Object.keys(byName).slice(0, 6), ...Object.keys(collections)];

/** The project that helps with several pickers stands above all of them. */
const isScopeOfSeveral = ({ name, displayOptions }: INodeProperties): boolean =>
	name === 'projectScope' && !Object.keys(displayOptions?.show ?? {}).some((key) => key.endsWith('.mode'));

const rank = (property: INodeProperties): number => (isScopeOfSeveral(property) ? -1 : Math.max(0, order.indexOf(property.name)));

/** Resources and operations as few blocks in which every resource has every operation. */
const blocks = (places: Shown[]): Array<{ resource: string[]; operation: string[] }> => {
	const group = (key: 'resource' | 'operation', member: 'resource' | 'operation') => {
		const members = new Map<string, string[]>();
		for (const place of places) members.set(place[key], [...(members.get(place[key]) ?? []), place[member]].sort());
		const keys = new Map<string, string[]>();
		for (const [one, list] of members) keys.set(list.join(), [...(keys.get(list.join()) ?? []), one].sort());
		return [...keys].map(([list, ones]) => ({ [key]: ones, [member]: list.split(',') }) as { resource: string[]; operation: string[] });
	};
	const [byResource, byOperation] = [group('resource', 'operation'), group('operation', 'resource')];
	return byOperation.length < byResource.length ? byOperation : byResource;
};

/** Operations that show the same property share it: a value stays when the operation is switched. */
const merge = (shown: Shown[]): INodeProperties[] => {
	const same = new Map<string, Shown[]>();
	for (const one of shown) {
		const identity = JSON.stringify({ ...one.property, displayOptions: { ...one.property.displayOptions, show: { ...one.property.displayOptions?.show, resource: undefined, operation: undefined } } });
		same.set(identity, [...(same.get(identity) ?? []), one]);
	}
	return [...same.values()].flatMap((places) => {
		const { property } = places[0] as Shown;
		return blocks(places).map((block) => ({ ...property, displayOptions: { ...property.displayOptions, show: { ...property.displayOptions?.show, ...block } } }));
	});
};

/** The properties of each part of the panel, merged. */
export const arrange = (shown: Shown[]): Record<Part, INodeProperties[]> =>
	Object.fromEntries(parts.map((part) => [part, merge(shown.filter(({ property }) => partOf(property) === part)).sort((a, b) => rank(a) - rank(b))])) as Record<Part, INodeProperties[]>;
