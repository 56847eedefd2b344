/** Option lists that the server knows, as the capability names them; pickers/choices.ts loads them. */
export const choiceNames = ['bulkActions', 'columns', 'exportFormats', 'labels', 'modelVersions'] as const;

export type ChoiceName = (typeof choiceNames)[number];

/** Name of an option list among the node's `methods.loadOptions`. */
export const choicesMethod = (name: ChoiceName): string => `get${name.charAt(0).toUpperCase()}${name.slice(1)}`;
