/** How the objects of a kind are listed. */
export interface EntityList {
	/** Path with the parents it needs, such as `{project}`; parents that the path does not name are sent as a query. */
	path: string;
	/** Parents that must be chosen before there is a list. */
	parents?: readonly string[];
	/** Parents that narrow the list when they are chosen. */
	narrowedBy?: readonly string[];
	/** Further query. */
	query?: ReadonlyArray<readonly [string, string]>;
	/** The list comes by page in `{results, next}`. */
	paged?: true;
	/** Query parameter with which the server itself filters by title. */
	searchBy?: string;
	/** Fields of a row that tell a person which one it is; the first that is set is shown. A dot leads into objects; with braces it is a text with fields in it. */
	title: readonly string[];
}

/** What the node knows of an object that ids name: how to pick one and how to read its id from an address. */
export interface Entity {
	label: string;
	/** Absent where Label Studio offers no list to choose from. */
	list?: EntityList;
	/** Has a list search of its own instead (methods.listSearch), and what that one needs. */
	search?: { method: string; parents?: readonly string[] };
	/** The id in the address of the object's page, where it has one. Seen in Label Studio 1.23.2. */
	urlPattern?: string;
	urlExample?: string;
}

/**
 * All kinds of objects by the name that the capability gives them. Paths and fields as in the published API document
 * of Label Studio 1.23.2; lists without a search of their own are searched here.
 */
export const entities: Readonly<Record<string, Entity>> = {
	annotation: { label: 'Annotation', list: { path: '/api/tasks/{task}/annotations/', parents: ['task'], title: ['created_username', 'created_ago'] } },
	comment: { label: 'Comment', list: { path: '/api/comments/', parents: ['annotation'], title: ['text'] } },
	dimension: { label: 'Dimension', list: { path: '/api/projects/{project}/dimensions/', parents: ['project'], title: ['name'] } },
	exportSnapshot: { label: 'Export Snapshot', list: { path: '/api/projects/{project}/exports/', parents: ['project'], title: ['title'] } },
	exportStorage: { label: 'Export Storage', list: { path: '/api/storages/export/{provider}', parents: ['provider', 'project'], title: ['title'] } },
	fileUpload: { label: 'File', list: { path: '/api/projects/{project}/file-uploads', parents: ['project'], query: [['all', 'true']], title: ['file'] } },
	importStorage: { label: 'Import Storage', list: { path: '/api/storages/{provider}/', parents: ['provider', 'project'], title: ['title'] } },
	inferenceRun: {
		label: 'Run',
		list: { path: '/api/prompts/{prompt}/versions/{promptVersion}/inference-runs', parents: ['prompt', 'promptVersion'], title: ['status'] },
	},
	label: { label: 'Label', list: { path: '/api/labels/', paged: true, title: ['title'] } },
	labelLink: { label: 'Label Link', list: { path: '/api/label_links/', paged: true, title: ['from_name'] } },
	memberTag: {
		label: 'Tag',
		list: { path: '/api/organizations/{organization}/member-tags', parents: ['organization'], paged: true, searchBy: 'search', title: ['label', 'name'] },
	},
	// Without a project the list is a 404 in 1.23.2.
	mlBackend: { label: 'ML Backend', list: { path: '/api/ml/', parents: ['project'], title: ['title', 'url'] } },
	modelProvider: { label: 'Model Provider Connection', list: { path: '/api/model-provider-connections/', title: ['name', 'deployment_name', 'provider'] } },
	organization: { label: 'Organization', list: { path: '/api/organizations/', title: ['title'] } },
	pause: { label: 'Pause', list: { path: '/api/projects/{project}/members/{user}/pauses/', parents: ['project', 'user'], title: ['{reason} since {created_at}'] } },
	prediction: { label: 'Prediction', list: { path: '/api/predictions/', parents: ['task'], title: ['model_version'] } },
	project: {
		label: 'Project',
		// `title` filters on the server, `search` is ignored by Community 1.23.2.
		list: { path: '/api/projects/', query: [['include', 'id,title']], paged: true, searchBy: 'title', title: ['title'] },
		urlPattern: '/projects/(\\d+)',
		urlExample: 'https://label-studio.example.com/projects/12/data',
	},
	projectRole: { label: 'Project Role', list: { path: '/api/projects/{project}/roles', parents: ['project'], title: ['{role} of user {user}'] } },
	projectTemplate: { label: 'Project Template', list: { path: '/api/project-templates/', title: ['name', 'title'] } },
	prompt: { label: 'Prompt', list: { path: '/api/prompts/', paged: true, searchBy: 'search', title: ['title'] } },
	promptVersion: { label: 'Prompt Version', list: { path: '/api/prompts/{prompt}/versions', parents: ['prompt'], title: ['title'] } },
	reviewRoutingRule: { label: 'Review Routing Rule', list: { path: '/api/projects/{project}/review-routing-rules/', parents: ['project'], title: ['Rule {order}'] } },
	task: {
		label: 'Task',
		search: { method: 'searchTasks', parents: ['project'] },
		urlPattern: '[?&]task=(\\d+)',
		urlExample: 'https://label-studio.example.com/projects/12/data?task=345',
	},
	user: { label: 'User', search: { method: 'searchUsers' } },
	view: {
		label: 'View',
		list: { path: '/api/dm/views/', narrowedBy: ['project'], title: ['data.title'] },
		urlPattern: '[?&]tab=(\\d+)',
		urlExample: 'https://label-studio.example.com/projects/12/data?tab=7',
	},
	webhook: { label: 'Webhook', list: { path: '/api/webhooks/', narrowedBy: ['project'], title: ['url'] } },
	workspace: {
		label: 'Workspace',
		list: { path: '/api/workspaces/', title: ['title'] },
		urlPattern: '/workspaces/(\\d+)',
		urlExample: 'https://label-studio.example.com/workspaces/3',
	},
};

/** Name of the list search (methods.listSearch) of an entity; undefined where there is no list. */
export const searchMethod = (name: string): string | undefined => {
	const entity = entities[name];
	if (!entity) return undefined;
	return entity.search?.method ?? (entity.list && `search${name.charAt(0).toUpperCase()}${name.slice(1)}s`);
};

/** What must be chosen before an entity can be listed. */
export const requiredParents = (name: string): readonly string[] => entities[name]?.search?.parents ?? entities[name]?.list?.parents ?? [];
