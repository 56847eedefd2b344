import { plural } from '../naming.mts';
import type { PackageOperation } from './catalogue.mts';

/** n8n cuts the names of tools there. */
const longest = 64;

const snakeCase = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();

/** The object below whose path the operation's own objects live: `task` for `/api/tasks/{id}/annotations/`. */
const parentOf = ({ resource, row, operation }: PackageOperation): string | undefined => {
	const [, name] = /\{([^}]+)\}\/[^{]/.exec(row.path) ?? [];
	const entity = operation.parameters.find((parameter) => parameter.in === 'path' && parameter.name === name)?.['x-n8n']?.entity;
	return entity && !resource.startsWith(entity) ? snakeCase(entity) : undefined;
};

/**
 * The name of an operation as a tool: resource and operation, `annotation_get`, and before them the object that they
 * belong to, `task_annotations_get_many`.
 *
 * @throws Error for a name that n8n would cut
 */
export const toolName = (operation: PackageOperation): string => {
	const { resource, name, variant } = operation;
	const parent = parentOf(operation);
	const many = /Many/.test(name);
	const noun = parent && many ? plural(snakeCase(resource)) : snakeCase(resource);
	const verb = parent ? snakeCase(name).replace(new RegExp(`_(by|of)_${parent}$`), '') : snakeCase(name);
	const result = [parent, noun, verb, variant && snakeCase(variant.value)].filter(Boolean).join('_');
	if (result.length > longest) throw new Error(`${operation.id}: the name ${result} is longer than ${longest} characters`);
	return result;
};
