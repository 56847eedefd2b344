import { sendJson, type Handler } from './server.mts';

/** A webhook as Label Studio 1.23.2 has it. */
export interface FakeHook {
	id: number;
	organization: number;
	project: number | null;
	url: string;
	send_payload: boolean;
	send_for_all_actions: boolean;
	headers: Record<string, string>;
	is_active: boolean;
	actions: string[];
}

const actions = ['ANNOTATIONS_CREATED', 'ANNOTATIONS_DELETED', 'ANNOTATION_CREATED', 'ANNOTATION_UPDATED', 'LABEL_LINK_CREATED', 'LABEL_LINK_DELETED', 'LABEL_LINK_UPDATED', 'PROJECT_UPDATED', 'TASKS_CREATED', 'TASKS_DELETED'];
const ofOrganizations = ['PROJECT_CREATED', 'PROJECT_DELETED'];

/** What a Community server says it can send. */
export const communityInfo = Object.fromEntries([
	...actions.map((action) => [action, { name: action, 'organization-only': false }] as const),
	...ofOrganizations.map((action) => [action, { name: action, 'organization-only': true }] as const),
]);

/** The webhooks of a Label Studio, as its API keeps them; what it does when something is left out was seen in 1.23.2. */
export class FakeHooks {
	readonly hooks = new Map<number, FakeHook>();
	info: Record<string, object> = communityInfo;
	/** Answers instead of everything else, when it is set and does not return false. */
	fault?: (method: string, path: string, body: Record<string, unknown>) => { status: number; body: unknown } | false;
	private next = 1;

	add(hook: Partial<FakeHook>): FakeHook {
		const made = { id: this.next++, organization: 1, project: null, url: '', send_payload: true, send_for_all_actions: true, headers: {}, is_active: true, actions: [], ...hook };
		this.hooks.set(made.id, made);
		return made;
	}

	get all(): FakeHook[] {
		return [...this.hooks.values()];
	}

	/** Everything is new, and ids begin at 1 again. */
	reset(): void {
		this.hooks.clear();
		this.next = 1;
	}

	readonly handler: Handler = ({ method, path, body: text }, response) => {
		const body = (text === '' ? {} : JSON.parse(text)) as Partial<FakeHook> & Record<string, unknown>;
		const fault = this.fault?.(method, path, body);
		if (fault) return sendJson(response, fault.body, fault.status);
		if (path === '/api/webhooks/info/') return sendJson(response, this.info);
		if (path === '/api/webhooks/' && method === 'GET') return sendJson(response, this.all);
		if (path === '/api/webhooks/' && method === 'POST') return sendJson(response, this.add(body), 201);
		const hook = this.hooks.get(Number(/^\/api\/webhooks\/(\d+)\/$/.exec(path)?.[1]));
		if (!hook) return sendJson(response, { status_code: 404, detail: 'No Webhook matches the given query.' }, 404);
		if (method === 'PATCH') Object.assign(hook, { actions: [], ...body, id: hook.id, project: hook.project });
		if (method === 'DELETE') {
			this.hooks.delete(hook.id);
			return void response.writeHead(204).end();
		}
		return sendJson(response, hook);
	};
}
