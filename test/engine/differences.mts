const providers = (resource: string, operations: string[], names: string[], parameter: string, reason: string) =>
	Object.fromEntries(operations.flatMap((operation) => names.map((name) => [`${resource}: ${operation} (${name}) ${parameter}`, { kind: 'added' as const, reason }])));

const writing = ['create', 'update', 'validate'];

/** Where the node knowingly sends something else than api-facts.json lists: operation, parameter, reason. */
export const differences: Record<string, { kind: 'absent' | 'added'; reason: string }> = {
	'export: download query ids': { kind: 'absent', reason: 'Label Studio 1.23.2 ignores it and reads ids[] (data_export/api.py)' },
	'export: download query ids[]': { kind: 'added', reason: 'what Label Studio 1.23.2 reads' },
	'importStorage: getManyOfProject query project': { kind: 'added', reason: 'without it Label Studio 1.23.2 finds nothing (io_storages/all_api.py)' },
	'exportStorage: getManyOfProject query project': { kind: 'added', reason: 'without it Label Studio 1.23.2 finds nothing (io_storages/all_api.py)' },
	...providers('importStorage', writing, ['azure', 'gcs', 'localfiles'], 'body recursive_scan', 'Label Studio 1.23.2 has it for these providers too (io_storages/*/models.py)'),
	...providers('importStorage', writing, ['redis'], 'body db', 'Label Studio 1.23.2 reads from database 1 otherwise (io_storages/redis/models.py)'),
	...providers('exportStorage', writing, ['localfiles'], 'body can_delete_objects', 'Label Studio 1.23.2 has it for this provider too (io_storages/localfiles/models.py)'),
};
