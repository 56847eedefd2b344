/** Where the node knowingly sends something else than api-facts.json lists: operation, parameter, reason. */
export const differences: Record<string, { kind: 'absent' | 'added'; reason: string }> = {
	'project: getForDataManager query project': { kind: 'added', reason: 'what Label Studio 1.23.2 reads; without it, it takes project 1 (data_manager/api.py)' },
	'export: download query ids': { kind: 'absent', reason: 'Label Studio 1.23.2 ignores it and reads ids[] (data_export/api.py)' },
	'export: download query ids[]': { kind: 'added', reason: 'what Label Studio 1.23.2 reads' },
};
