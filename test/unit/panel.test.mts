import type { INodeProperties } from 'n8n-workflow';
import { capabilityFiles } from '../../generator/generate.mts';
import { readCapabilities } from '../../generator/capability.mts';
import { toNodeResource } from '../../generator/node-model.mts';
import { arrange, parts } from '../../generator/panel.mts';

/** A property without the places that show it. */
const bare = (property: INodeProperties): string => {
	const show: Record<string, unknown> = { ...property.displayOptions?.show };
	delete show.resource;
	delete show.operation;
	return JSON.stringify({ ...property, displayOptions: { ...property.displayOptions, show } });
};

const shown = readCapabilities(capabilityFiles('capability')).map(toNodeResource).flatMap((resource) => resource.shown);
const arranged = arrange(shown);

describe('the panel', () => {
	it('shows each operation just its own properties', () => {
		const before = shown.map(({ resource, operation, property }) => `${resource} ${operation} ${bare(property)}`);
		const after = parts
			.flatMap((part) => arranged[part])
			.flatMap((property) => {
				const { resource, operation } = property.displayOptions?.show as { resource: string[]; operation: string[] };
				return resource.flatMap((one) => operation.map((other) => `${one} ${other} ${bare(property)}`));
			});
		expect(before.length).toBeGreaterThan(1000);
		expect(after.sort()).toEqual(before.sort());
	});

	it('has what many resources share once, and far fewer properties than places', () => {
		const names = arranged.shared.map(({ name }) => name);
		expect(new Set(names)).toEqual(new Set(['confirm', 'returnAll', 'limit', 'simplify']));
		expect(parts.flatMap((part) => arranged[part]).length).toBeLessThan(shown.length / 2);
	});
});
