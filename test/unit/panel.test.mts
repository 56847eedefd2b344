import { NodeHelpers, type INode, type INodeParameters, type INodeProperties } from 'n8n-workflow';
import { blocks, condition, type Cell } from '../../generator/blocks.mts';
import { capabilityFiles } from '../../generator/generate.mts';
import { readCapabilities } from '../../generator/capability.mts';
import { toNodeResource } from '../../generator/node-model.mts';
import { arrange, findable, parts, type Shown } from '../../generator/panel.mts';

const resources = readCapabilities(capabilityFiles('capability')).map(toNodeResource);
const shown = resources.flatMap((resource) => resource.shown);
const all = resources.flatMap(({ value, operations }) => Object.keys(operations).map((operation): Cell => ({ resource: value, operation })));
const arranged = arrange(shown, all);
const panel = parts.flatMap((part) => arranged[part]);

const places = Map.groupBy(shown, ({ resource, operation }) => `${resource}: ${operation}`);
const own = (name: string): INodeProperties[] => (places.get(name) as Shown[]).map(({ property }) => property);

const visible = (properties: INodeProperties[], values: INodeParameters, root = values): INodeProperties[] =>
	properties.filter((property) => NodeHelpers.displayParameter(values, property, { typeVersion: 1 } as INode, null, root));

/** A property as the editor renders it for these values: without what decides whether it is there, and a collection with the fields that it offers. */
const rendered = ({ displayOptions: _, options, ...property }: INodeProperties, values: INodeParameters): string =>
	JSON.stringify(property.type === 'collection' ? [property, visible(options as INodeProperties[], {}, values).map((field) => rendered(field, values)).sort()] : [property, options]);

const render = (properties: INodeProperties[], values: INodeParameters): string[] => visible(properties, values).map((property) => rendered(property, values));

/** States of an operation in which it shows all that it has: each way to give the body, and each value on which a property depends. */
const states = (name: string): INodeParameters[] => {
	const [{ resource, operation }] = places.get(name) as [Shown];
	const values = new Map<string, Set<unknown>>([['operation', new Set([operation])]]);
	for (const { displayOptions } of own(name)) {
		for (const rules of [displayOptions?.show, displayOptions?.hide]) {
			for (const [key, list] of Object.entries(rules ?? {})) if (!key.startsWith('/')) values.set(key, (values.get(key) ?? new Set()).union(new Set(list)));
		}
	}
	const defaults = Object.fromEntries(own(name).map((property) => [property.name, property.default]));
	const base = { ...defaults, resource, operation } as INodeParameters;
	return [...values].flatMap(([key, list]) => [...list].map((value): INodeParameters => ({ ...base, [key]: value as string })));
};

describe('the panel', () => {
	const names = [...places.keys()];

	it('is that of the whole node', () => expect(names.length).toBeGreaterThan(250));

	it.each(names)('shows %s just its own properties', (name) => {
		for (const values of states(name)) expect([values, render(panel, values).sort()]).toEqual([values, render(own(name), values).sort()]);
	});

	it.each(names)('shows %s its properties from top to bottom as meant', (name) => {
		const [values] = states(name) as [INodeParameters];
		const meant = visible(own(name), values).map((property) => rendered(property, values));
		expect(render(panel, values)).toEqual(meant);
	});

	it.each([
		['task: get', 'task', { __rl: true, mode: 'id', value: '5' }],
		['project: duplicate', 'title', 'Second round'],
	])('keeps a field of %s, which has no choice of the body, whatever that was left at by another operation', (name, field, value) => {
		const [values] = states(name) as [INodeParameters];
		const node = { typeVersion: 1, parameters: { ...values, specifyBody: 'json', [field]: value } } as unknown as INode;
		const choice = ['resource', 'operation'].map((one): INodeProperties => ({ displayName: one, name: one, type: 'string', default: '' }));
		const kept = NodeHelpers.getNodeParameters([...choice, findable, ...panel], node.parameters, true, false, node, null);
		expect(kept).toMatchObject({ [field]: value });
		expect(kept).not.toHaveProperty('specifyBody');
	});

	it('never shows what is only there to be found by n8n', () => {
		for (const values of names.flatMap(states)) expect(visible([findable], values)).toEqual([]);
	});

	it('holds all collections in a few', () => {
		const sizes = arranged.collections.map(({ options }) => options?.length ?? 0);
		expect(Math.max(...sizes)).toBeLessThan(80);
		expect(sizes.length).toBeLessThan(shown.filter(({ property }) => property.type === 'collection').length / 5);
	});

	it('offers no two fields of one name in a collection that begin differently', () => {
		for (const { options } of arranged.collections) {
			const byName = Map.groupBy(options as INodeProperties[], ({ name }) => name);
			for (const same of byName.values()) expect(new Set(same.map(({ type, default: initial }) => JSON.stringify([type, initial]))).size).toBe(1);
		}
	});
});

describe('blocks', () => {
	const cells = (...names: string[]): Cell[] => names.map((name) => ({ resource: name.split('.')[0] as string, operation: name.split('.')[1] as string }));
	const known = cells('a.get', 'a.list', 'b.get', 'b.run', 'c.list', 'c.run');

	it('meet in operations that do not exist, so that one holds more', () => {
		expect(blocks(cells('a.get', 'a.list', 'b.get', 'c.list'), known)).toEqual([{ resource: ['a', 'b', 'c'], operation: ['get', 'list'] }]);
	});

	it('never hold an operation that was not asked for', () => {
		expect(blocks(cells('a.get', 'b.run'), known)).toHaveLength(2);
	});

	it('name no more sides than they need', () => {
		expect(condition({ resource: ['a', 'b'], operation: ['get'] }, known)).toEqual({ operation: ['get'] });
		expect(condition({ resource: ['a'], operation: ['get', 'list'] }, known)).toEqual({ resource: ['a'] });
		expect(condition({ resource: ['a'], operation: ['get'] }, known)).toEqual({ resource: ['a'], operation: ['get'] });
		expect(condition({ resource: ['a', 'b', 'c'], operation: ['get', 'list', 'run'] }, known)).toEqual({});
	});
});
