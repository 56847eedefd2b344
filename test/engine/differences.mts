/** Where the node knowingly sends something else than api-facts.json lists: operation, parameter, reason. */
export const differences: Record<string, { kind: 'absent' | 'added'; reason: string }> = {};
