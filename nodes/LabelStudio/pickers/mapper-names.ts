/** Lists of fields that can be mapped, as the capability names them; pickers/mappers.ts loads them. */
export const mapperNames = ['taskFields'] as const;

export type MapperName = (typeof mapperNames)[number];

/** Name of a list of fields among the node's `methods.resourceMapping`. */
export const mapperMethod = (name: MapperName): string => `get${name.charAt(0).toUpperCase()}${name.slice(1)}`;
