import { runNode } from '../support/engine.mts';
import { sendJson, startServer, type TestServer } from '../support/server.mts';

const apiToken = '0123456789abcdef0123456789abcdef01234567';
const projects = { resource: 'project', operation: 'getMany', simplify: false };
const tasks = { resource: 'task', operation: 'getMany', simplify: false, project: { __rl: true, mode: 'id', value: '5' } };

interface TaskFilter {
	filters: { conjunction: string; items: Array<{ filter: string; operator: string; value: number }> };
	ordering: string[];
}

describe('lists', () => {
	let server: TestServer;
	beforeEach(async () => {
		server = await startServer();
	});
	afterEach(async () => await server.close());

	const run = async (parameters: object) => await runNode({ parameters: parameters as never, credential: { baseUrl: server.url, apiToken } });
	const ids = (items: Array<{ json: object }>) => items.map(({ json }) => (json as { id: number }).id);
	const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

	describe('by offset', () => {
		const labels = { resource: 'projectStatistic', operation: 'getLabelDistribution', project: { __rl: true, mode: 'id', value: '5' } };
		const serveLabels = (count: number) =>
			server.answer(({ query }, response) => {
				const offset = Number(query.get('offset'));
				const rows = range(1, count).slice(offset, offset + Number(query.get('limit')));
				const next = offset + rows.length;
				sendJson(response, { results: rows.map((id) => ({ id })), next_offset: next < count ? next : null, totals: {} });
			});

		it.each([[0], [1], [100], [101], [250]])('returns all of %d', async (count) => {
			serveLabels(count);
			const { items, error } = await run({ ...labels, returnAll: true });
			expect(error).toBeUndefined();
			expect(ids(items)).toEqual(range(1, count));
			expect(server.requests).toHaveLength(Math.max(1, Math.ceil(count / 100)));
		});

		it('asks for no more than the limit', async () => {
			serveLabels(1000);
			expect(ids((await run({ ...labels, returnAll: false, limit: 130 })).items)).toEqual(range(1, 130));
			expect(server.requests.map(({ query }) => [query.get('offset'), query.get('limit')])).toEqual([['0', '100'], ['100', '30']]);
		});

		it('stops at an offset that does not lead on', async () => {
			server.answer((_request, response) => sendJson(response, { results: [{ id: 1 }], next_offset: 0 }));
			expect(ids((await run({ ...labels, returnAll: true })).items)).toEqual([1]);
			expect(server.requests).toHaveLength(1);
		});
	});

	describe('by page number', () => {
		/** Pages of at most 100, as Label Studio caps them, and a 404 past the end. */
		const serveProjects = (count: number) =>
			server.answer(({ query }, response) => {
				const size = Math.min(100, Number(query.get('page_size')));
				const page = Number(query.get('page'));
				const rows = range(1, count).slice((page - 1) * size, page * size);
				if (rows.length === 0 && page > 1) return sendJson(response, { detail: 'Invalid page.' }, 404);
				return sendJson(response, { count, next: page * size < count ? 'https://internal.example.com/api/projects/?page=2' : null, results: rows.map((id) => ({ id })) });
			});

		it.each([[0], [1], [100], [101], [250]])('returns all of %d', async (count) => {
			serveProjects(count);
			const { items, error } = await run({ ...projects, returnAll: true });
			expect(error).toBeUndefined();
			expect(ids(items)).toEqual(range(1, count));
			expect(server.requests.every((request) => request.query.get('page_size') === '100')).toBe(true);
		});

		it.each([
			[1, 1, '1'],
			[50, 1, '50'],
			[100, 1, '100'],
			[150, 2, '100'],
		])('returns up to a limit of %d with %d requests', async (limit, requests, size) => {
			serveProjects(1000);
			const { items } = await run({ ...projects, returnAll: false, limit });
			expect(ids(items)).toEqual(range(1, limit));
			expect(server.requests).toHaveLength(requests);
			expect(server.requests[0]?.query.get('page_size')).toBe(size);
		});

		it.each([
			['with Limit rows on it', { returnAll: false, limit: 10 }, '10', 10],
			['with 100 rows on it', { returnAll: true }, '100', 100],
		])('reads one page alone, %s', async (_name, more, size, count) => {
			serveProjects(250);
			const { items } = await run({ ...projects, ...more, options: { page: 2 } });
			expect(server.requests.map(({ query }) => [query.get('page'), query.get('page_size')])).toEqual([['2', size]]);
			expect(ids(items)).toEqual(range(count + 1, 2 * count));
		});

		it('says it when the page does not exist', async () => {
			serveProjects(5);
			const { error } = await run({ ...projects, options: { page: 9 } });
			expect(error?.message).toContain('Invalid page.');
		});

		it('gives the whole answer of one page with Full Response, and only the rows of several', async () => {
			serveProjects(150);
			const whole = await run({ ...projects, limit: 10, options: { page: 1, fullResponse: true } });
			expect(whole.items[0]?.json.body).toEqual({ count: 150, next: expect.any(String), results: range(1, 10).map((id) => ({ id })) });
			const rows = await run({ ...projects, returnAll: true, options: { fullResponse: true } });
			expect(rows.items[0]?.json.body).toHaveLength(150);
		});

		it('never follows `next`, which names the host that the server takes itself for', async () => {
			serveProjects(150);
			await run({ ...projects, returnAll: true });
			expect(server.requests).toHaveLength(2);
		});

		it('takes a 404 on a later page for the end, and on the first one for an error', async () => {
			server.answer(({ query }, response) =>
				query.get('page') === '1' ? sendJson(response, { next: 'there', results: [{ id: 1 }] }) : sendJson(response, { detail: 'Invalid page.' }, 404),
			);
			expect(ids((await run({ ...projects, returnAll: true })).items)).toEqual([1]);
			server.answer((_request, response) => sendJson(response, { detail: 'Invalid page.' }, 404));
			expect((await run({ ...projects, returnAll: true })).error?.message).toContain('no such object: Invalid page.');
		});

		it('returns a row once that moved onto the next page meanwhile', async () => {
			server.answer(({ query }, response) =>
				sendJson(response, query.get('page') === '1' ? { next: 'there', results: [{ id: 1 }, { id: 2 }] } : { next: null, results: [{ id: 2 }, { id: 3 }] }),
			);
			expect(ids((await run({ ...projects, returnAll: true })).items)).toEqual([1, 2, 3]);
		});

		it('ends when a server sends the same page for ever', async () => {
			server.answer((_request, response) => sendJson(response, range(1, 100).map((id) => ({ id }))));
			const { items } = await run({ resource: 'task', operation: 'getManyOfProject', project: '1', simplify: false, returnAll: true });
			expect(ids(items)).toEqual(range(1, 100));
			expect(server.requests).toHaveLength(2);
		});

		it('fails as a whole when a page fails', async () => {
			server.answer(({ query }, response) => (query.get('page') === '1' ? sendJson(response, { next: 'there', results: [{ id: 1 }] }) : void response.writeHead(403).end()));
			const { items, error } = await run({ ...projects, returnAll: true });
			expect(error?.httpCode).toBe('403');
			expect(items).toEqual([]);
		});
	});

	describe('tasks', () => {
		let stored: number[];
		const serveTasks = (cap = 10_000, meanwhile: (page: number) => void = () => {}) =>
			server.answer(({ query }, response) => {
				const { filters } = JSON.parse(query.get('query') ?? '{}') as Partial<TaskFilter>;
				const after = filters?.items.find(({ operator }) => operator === 'greater')?.value ?? 0;
				const left = stored.filter((id) => id > after);
				const rows = left.slice(0, Math.min(cap, Number(query.get('page_size')))).map((id) => ({ id, data: { n: id } }));
				sendJson(response, { tasks: rows, total: left.length });
				meanwhile(server.requests.length);
			});

		it.each([[0], [1], [500], [501], [2500], [2501]])('returns all of %d by id', async (count) => {
			stored = range(1, count).map((id) => id * 3);
			serveTasks();
			const { items, error } = await run({ ...tasks, returnAll: true });
			expect(error).toBeUndefined();
			expect(ids(items)).toEqual(stored);
			expect(server.requests[0]?.query.get('page_size')).toBe('500');
			// Further pages depend on how long the first one took.
			if (count <= 501) expect(server.requests).toHaveLength(count <= 500 ? 1 : 2);
		});

		it('asks for fewer rows at once where they are heavy', async () => {
			stored = range(1, 600);
			server.answer(({ query }, response) => {
				const { filters } = JSON.parse(query.get('query') ?? '{}') as Partial<TaskFilter>;
				const left = stored.filter((id) => id > (filters?.items[0]?.value ?? 0));
				sendJson(response, { tasks: left.slice(0, Number(query.get('page_size'))).map((id) => ({ id, data: { text: 'x'.repeat(100_000) } })), total: left.length });
			});
			expect(ids((await run({ ...tasks, returnAll: true })).items)).toEqual(stored);
			const [first, ...further] = server.requests.map(({ query }) => Number(query.get('page_size')));
			expect(first).toBe(500);
			// 16 million characters.
			expect(new Set(further)).toEqual(new Set([159]));
		});

		it('manages with a server that gives no more than 100 at once', async () => {
			stored = range(1, 250);
			serveTasks(100);
			expect(ids((await run({ ...tasks, returnAll: true })).items)).toEqual(stored);
			expect(server.requests).toHaveLength(3);
		});

		it('neither skips nor repeats while tasks are deleted and made', async () => {
			stored = range(1, 300);
			serveTasks(100, (page) => {
				if (page === 1) stored = stored.filter((id) => id > 50);
				if (page === 2) stored.push(301);
			});
			const { items } = await run({ ...tasks, returnAll: true });
			expect(ids(items)).toEqual(range(1, 301));
		});

		it('adds its filter to those of the user', async () => {
			stored = range(1, 30);
			serveTasks(20);
			const own = { filter: 'filter:tasks:total_annotations', operator: 'equal', type: 'Number', value: 0 };
			await run({ ...tasks, returnAll: true, filters: { query: JSON.stringify({ filters: { conjunction: 'and', items: [own] } }) } });
			const [first, second] = server.requests.map(({ query }) => JSON.parse(query.get('query') ?? '') as TaskFilter);
			expect(first).toEqual({ filters: { conjunction: 'and', items: [own] }, ordering: ['tasks:id'] });
			expect(second?.filters.items).toEqual([own, { filter: 'filter:tasks:id', operator: 'greater', type: 'Number', value: 20 }]);
		});

		it.each([
			['an order of their own', { ordering: ['-tasks:created_at'] }],
			['alternatives', { filters: { conjunction: 'or', items: [{ a: 1 }, { b: 2 }] } }],
		])('leaves %s alone and goes by page number', async (_name, query) => {
			server.answer((request, response) => {
				const page = Number(request.query.get('page'));
				if (page > 2) return sendJson(response, { detail: 'Invalid page.' }, 404);
				return sendJson(response, { tasks: range(1, 1000).map((id) => ({ id: id + page * 1000 })), total: 2000 });
			});
			const { items, error } = await run({ ...tasks, returnAll: true, filters: { query: JSON.stringify(query) } });
			expect(error).toBeUndefined();
			expect(new Set(ids(items)).size).toBe(2000);
			expect(JSON.parse(server.requests[0]?.query.get('query') ?? '')).toEqual(query);
		});

		it('asks for the id as well when only other fields are wanted', async () => {
			stored = [1];
			serveTasks();
			await run({ ...tasks, returnAll: true, filters: { include: 'data' } });
			expect(server.requests[0]?.query.get('include')).toBe('id,data');
		});

		describe('without what costs most', () => {
			let edition: string;
			let withAuthors: number;
			let fails: boolean;
			beforeEach(() => {
				edition = 'Community';
				withAuthors = 0;
				fails = false;
				stored = range(1, 700);
				server.answer(({ path, query }, response) => {
					if (path === '/api/version/') return fails ? void response.writeHead(403).end() : sendJson(response, { edition });
					const { filters } = JSON.parse(query.get('query') ?? '{}') as Partial<TaskFilter>;
					const [filter] = filters?.items ?? [];
					if (filter?.filter === 'filter:tasks:comment_authors') return sendJson(response, { tasks: [], total: withAuthors });
					const left = stored.filter((id) => id > (filter?.value ?? 0));
					const omitted = (query.get('omit') ?? '').split(',');
					const all = query.get('fields') === 'all';
					const row = (id: number) => Object.fromEntries(Object.entries({ id, comment_authors: [], ...(all && { annotations: [{ id }], predictions: [] }) }).filter(([name]) => !omitted.includes(name)));
					return sendJson(response, { tasks: left.slice(0, Number(query.get('page_size'))).map(row), total: left.length });
				});
			});
			const pages = () => server.requests.filter(({ query }) => query.has('page_size') && query.get('page_size') !== '1');
			const omits = () => pages().map(({ query }) => query.get('omit'));

			it('reads further pages of Community without authors of comments, of whom there are none', async () => {
				const { items, error } = await run({ ...tasks, returnAll: true });
				expect(error).toBeUndefined();
				expect(omits()).toEqual([null, 'comment_authors,annotations,predictions']);
				expect(items.map(({ json }) => json)).toEqual(stored.map((id) => ({ id, comment_authors: [] })));
				expect(server.requests.filter(({ query }) => query.get('page_size') === '1').map(({ query }) => [query.get('project'), JSON.parse(query.get('query') ?? '')])).toEqual([
					['5', { filters: { conjunction: 'and', items: [{ filter: 'filter:tasks:comment_authors', operator: 'empty', type: 'Number', value: false }] } }],
				]);
			});

			it('keeps annotations and predictions where rows have them', async () => {
				const { items } = await run({ ...tasks, returnAll: true, filters: { fields: 'all' } });
				expect(new Set(omits())).toEqual(new Set([null, 'comment_authors']));
				expect(items.map(({ json }) => json)).toEqual(stored.map((id) => ({ id, annotations: [{ id }], predictions: [], comment_authors: [] })));
			});

			it('goes by page number just as well', async () => {
				server.answer(({ path, query }, response) => {
					if (path === '/api/version/') return sendJson(response, { edition });
					if (query.get('page_size') === '1') return sendJson(response, { tasks: [], total: 0 });
					const rows = range(1, query.get('page') === '1' ? 1000 : 5).map((id) => ({ id: id + Number(query.get('page')) * 1000, ...(!query.has('omit') && { comment_authors: [] }) }));
					return sendJson(response, { tasks: rows, total: 1005 });
				});
				const { items } = await run({ ...tasks, returnAll: true, filters: { query: JSON.stringify({ ordering: ['-tasks:created_at'] }) } });
				expect(omits()).toEqual([null, 'comment_authors,annotations,predictions']);
				expect(items).toHaveLength(1005);
				expect(items.every(({ json }) => Array.isArray(json.comment_authors))).toBe(true);
			});

			it.each([
				['there are authors', () => void (withAuthors = 1)],
				['it is another edition', () => void (edition = 'Enterprise')],
				['the server does not tell', () => void (fails = true)],
			])('leaves nothing out where %s', async (_name, change) => {
				change();
				const { items, error } = await run({ ...tasks, returnAll: true });
				expect(error).toBeUndefined();
				expect(ids(items)).toEqual(stored);
				expect(omits()).toEqual([null, null]);
			});

			it.each([
				['one page', { returnAll: false, limit: 300 }, 1],
				['fields without authors', { returnAll: true, filters: { include: 'id' } }, 2],
			])('asks nothing else for %s', async (_name, more, requests) => {
				if (requests === 2) serveTasks();
				await run({ ...tasks, ...more });
				expect(server.requests).toHaveLength(requests);
			});
		});
	});
});
