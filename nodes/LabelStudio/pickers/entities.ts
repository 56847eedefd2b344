/** What the node knows of an object that ids name: how to pick one and how to read its id from an address. */
export interface Entity {
	label: string;
	/** List search of the node (methods.listSearch); absent where Label Studio offers no list to choose from. */
	search?: string;
	/** The search needs a project: offered only in operations that have one. */
	perProject?: true;
	/** The id in the address of the object's page, where it has one. Seen in Label Studio 1.23.2. */
	urlPattern?: string;
	urlExample?: string;
}

export const entities: Readonly<Record<string, Entity>> = {
	project: {
		label: 'Project',
		search: 'searchProjects',
		urlPattern: '/projects/(\\d+)',
		urlExample: 'https://label-studio.example.com/projects/12/data',
	},
	task: {
		label: 'Task',
		search: 'searchTasks',
		perProject: true,
		urlPattern: '[?&]task=(\\d+)',
		urlExample: 'https://label-studio.example.com/projects/12/data?task=345',
	},
	user: { label: 'User', search: 'searchUsers' },
	view: {
		label: 'View',
		search: 'searchViews',
		urlPattern: '[?&]tab=(\\d+)',
		urlExample: 'https://label-studio.example.com/projects/12/data?tab=7',
	},
};
