import type { SourceOperation, SourceParameter } from './coverage.mts';

interface Schema {
	$ref?: string;
	properties?: Record<string, unknown>;
	allOf?: Schema[];
	oneOf?: Schema[];
	anyOf?: Schema[];
}

interface OpenApiParameter {
	$ref?: string;
	name: string;
	in: string;
}

interface OpenApiOperation {
	parameters?: OpenApiParameter[];
	requestBody?: { $ref?: string; content?: Record<string, { schema?: Schema }> };
}

/** An OpenAPI 3 document, as far as it is read here. */
export interface OpenApiDocument {
	openapi: string;
	paths: Record<string, Record<string, unknown>>;
}

const methods = ['get', 'post', 'put', 'patch', 'delete'];

const resolve = <T extends { $ref?: string }>(document: OpenApiDocument, value: T): T => {
	if (!value.$ref) return value;
	const target = value.$ref
		.replace(/^#\//, '')
		.split('/')
		.map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
		.reduce<unknown>((node, part) => (node as Record<string, unknown> | undefined)?.[part], document);
	if (target === undefined) throw new Error(`${value.$ref} leads nowhere in the OpenAPI document`);
	return resolve(document, target as T);
};

/** Names of the fields on top of a body, through references and combinations. */
const topLevelFields = (document: OpenApiDocument, schema: Schema): string[] => {
	const { properties, allOf, oneOf, anyOf } = resolve(document, schema);
	const combined = [...(allOf ?? []), ...(oneOf ?? []), ...(anyOf ?? [])];
	return [...Object.keys(properties ?? {}), ...combined.flatMap((part) => topLevelFields(document, part))];
};

const bodyFields = (document: OpenApiDocument, operation: OpenApiOperation): string[] => {
	if (!operation.requestBody) return [];
	const { content } = resolve(document, operation.requestBody);
	// The same fields stand there as form data as well; JSON is what the node sends.
	const schema = (content?.['application/json'] ?? Object.values(content ?? {})[0])?.schema;
	return schema ? [...new Set(topLevelFields(document, schema))] : [];
};

/** The operations of an OpenAPI document: path, query and top-level body fields. */
export const fromOpenApi = (document: OpenApiDocument): SourceOperation[] => {
	const operations: SourceOperation[] = [];
	for (const [path, item] of Object.entries(document.paths)) {
		for (const method of methods) {
			const operation = item[method] as OpenApiOperation | undefined;
			if (!operation) continue;
			const common = (item.parameters ?? []) as OpenApiParameter[];
			const parameters = [...common, ...(operation.parameters ?? [])]
				.map((parameter) => resolve(document, parameter))
				.filter((parameter) => parameter.in === 'path' || parameter.in === 'query')
				.map(({ name, in: place }) => ({ name, in: place as SourceParameter['in'] }));
			const fields = bodyFields(document, operation).map((name): SourceParameter => ({ name, in: 'body' }));
			operations.push({ method: method.toUpperCase(), path, parameters: [...parameters, ...fields] });
		}
	}
	return operations;
};
