type Difference = { kind: 'absent' | 'added'; reason: string };

/** The same difference of several parameters. */
const each = (operation: string, parameters: string[], difference: Difference): Record<string, Difference> =>
	Object.fromEntries(parameters.map((parameter) => [`${operation} ${parameter}`, difference]));

const backendFields = 'auth_method auto_update basic_auth_pass basic_auth_user description error_message extra_params is_interactive model_version project state timeout title url';

const providers = (resource: string, operations: string[], names: string[], parameter: string, reason: string) =>
	Object.fromEntries(operations.flatMap((operation) => names.map((name) => [`${resource}: ${operation} (${name}) ${parameter}`, { kind: 'added' as const, reason }])));

const writing = ['create', 'update', 'validate'];

/** Where the node knowingly sends something else than api-facts.json lists: operation, parameter, reason. */
export const differences: Record<string, Difference> = {
	'project: getForDataManager query project': { kind: 'added', reason: 'what Label Studio 1.23.2 reads; without it, it takes project 1 (data_manager/api.py)' },
	'view: deleteMany body project': { kind: 'added', reason: 'where 1.20.0 reads it; 1.22.0 and 1.23.2 look here first (data_manager/api.py)' },
	'export: download query ids': { kind: 'absent', reason: 'Label Studio 1.23.2 ignores it and reads ids[] (data_export/api.py)' },
	'export: download query ids[]': { kind: 'added', reason: 'what Label Studio 1.23.2 reads' },
	'label: create query page': { kind: 'absent', reason: 'the answer is what was made, without pages (labels_manager/api.py of 1.23.2)' },
	...each('label: replaceInAnnotations', ['body new_label', 'body old_label', 'body project'], { kind: 'added', reason: 'the body that 1.23.2 reads and does not publish (labels_manager/serializers.py)' }),
	...each('labelLink: getMany', ['label__created_at', 'label__created_at__gte', 'label__created_at__lte', 'label__created_by', 'project'].map((name) => `query ${name}`), {
		kind: 'added',
		reason: 'filters that the server itself publishes (/docs/api/schema/json of 1.23.2)',
	}),
	...each('mlBackend: test', backendFields.split(' ').map((name) => `body ${name}`), { kind: 'absent', reason: '1.23.2 reads no body (ml/api.py)' }),
	'mlBackend: test query random': { kind: 'added', reason: 'without it, 1.23.2 answers 501 (ml/api.py)' },
	'importStorage: getManyOfProject query project': { kind: 'added', reason: 'without it Label Studio 1.23.2 finds nothing (io_storages/all_api.py)' },
	'exportStorage: getManyOfProject query project': { kind: 'added', reason: 'without it Label Studio 1.23.2 finds nothing (io_storages/all_api.py)' },
	...providers('importStorage', writing, ['azure', 'gcs', 'localfiles'], 'body recursive_scan', 'Label Studio 1.23.2 has it for these providers too (io_storages/*/models.py)'),
	...providers('importStorage', writing, ['redis'], 'body db', 'Label Studio 1.23.2 reads from database 1 otherwise (io_storages/redis/models.py)'),
	...providers('exportStorage', writing, ['localfiles'], 'body can_delete_objects', 'Label Studio 1.23.2 has it for this provider too (io_storages/localfiles/models.py)'),
};
