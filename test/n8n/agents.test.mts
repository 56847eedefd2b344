import { exampleWorkflow } from '../../stack/examples.mts';
import type { WorkflowFile } from '../../stack/n8n.mts';
import { callLive, id, labelConfig, liveServer, many, one, positive } from '../support/live.mts';
import { startModel, toolAnswers, type ChatRequest, type Model, type Reply } from '../support/model.mts';
import { environment, sharedN8n } from '../support/n8n.mts';

const unlabeled = JSON.stringify({ filters: { conjunction: 'and', items: [{ filter: 'filter:tasks:total_annotations', operator: 'equal', type: 'Number', value: 0 }] } });

describe('agents in real n8n', () => {
	const { url: baseUrl, apiToken } = liveServer();
	const title = `Agents ${Math.random().toString(36).slice(2, 8)}`;
	const n8n = sharedN8n();
	let credentialId: string;
	let project: number;
	let tasks: Array<Record<string, unknown>>;
	let model: Model;
	/** What the model says; each test brings its own. */
	let script: (request: ChatRequest) => Reply;

	/** An example with the model of the test behind it. */
	const example = async (name: string, change: (workflow: WorkflowFile) => void = () => {}): Promise<WorkflowFile> => {
		const workflow = exampleWorkflow(name, environment('TEST_N8N_FILES'), credentialId);
		const openAi = { id: await n8n.createCredential('Stub', 'openAiApi', { apiKey: 'none', url: model.url, header: false }), name: 'Stub' };
		for (const node of workflow.nodes) if (node.credentials?.openAiApi) node.credentials.openAiApi = openAi;
		change(workflow);
		return workflow;
	};

	const parametersOf = (workflow: WorkflowFile, name: string): Record<string, unknown> => workflow.nodes.find((node) => node.name === name)?.parameters ?? {};

	beforeAll(async () => {
		credentialId = await n8n.createCredential('Label Studio for agents', 'labelStudioApi', { baseUrl, apiToken, ignoreTlsIssues: false });
		model = await startModel((request) => script(request));
		project = Number((await one({ resource: 'project', operation: 'create', specifyBody: 'fields', title, labelConfig })).id);
		const texts = ['Good work', 'Bad work', 'Good again', 'Who knows'].map((text) => ({ data: { text } }));
		await one({ resource: 'task', operation: 'importJson', project: id(project), tasks: JSON.stringify(texts) });
		tasks = await many({ resource: 'task', operation: 'getMany', project: id(project) });
		await one({ resource: 'annotation', operation: 'create', task: id(tasks[0]?.id), specifyBody: 'fields', result: JSON.stringify(positive) });
	}, 120_000);

	afterAll(async () => {
		await callLive({ resource: 'project', operation: 'delete', project: id(project), confirm: true });
		await model.close();
	});

	beforeEach(() => {
		model.requests.length = 0;
	});

	it('answer questions about progress with what they look up, past their own mistakes', async () => {
		const steps: Array<(answers: string[]) => Reply> = [
			() => ({ tool: 'project_get_many', input: { title } }),
			() => ({ tool: 'project_get', input: { id: 99_999_999 } }),
			() => ({ tool: 'project_get', input: { id: 'the first one' } }),
			() => ({ tool: 'task_get_many', input: { project, query: '{unlabeled' } }),
			() => ({ tool: 'task_get_many', input: { project, query: unlabeled } }),
			() => ({ tool: 'project_get', input: { id: project } }),
			(answers) => {
				const open = JSON.parse(answers[4] ?? '[]') as unknown[];
				const [{ task_number: all }] = JSON.parse(answers[5] ?? '[]') as [{ task_number: number }];
				return `${open.length} of ${all} tasks are not labeled yet.`;
			},
		];
		script = (request) => (steps[toolAnswers(request).length] as (typeof steps)[number])(toolAnswers(request));
		const { status, error, results } = await n8n.run(await n8n.createWorkflow(await example('progress-agent')));
		expect(error).toBeUndefined();
		expect(status).toBe('success');
		expect(results.find(({ node, items }) => node === 'Agent' && items.length > 0)?.items[0]?.json).toEqual({ output: '3 of 4 tasks are not labeled yet.' });

		const answers = toolAnswers(model.requests.at(-1) as ChatRequest);
		expect(JSON.parse(answers[0] as string)).toEqual([expect.objectContaining({ id: project, title, task_number: 4 })]);
		// Sentences that say what to do, and no more than that.
		expect(JSON.parse(answers[1] as string)).toEqual([{ error: expect.stringMatching(/^Label Studio found no such object: .+ Check the IDs/) }]);
		expect(JSON.parse(answers[2] as string)).toEqual([{ error: 'Project must be a whole number, but is "the first one".' }]);
		expect(JSON.parse(answers[3] as string)).toEqual([{ error: expect.stringMatching(/^Query is no valid JSON\. .*Check quotes, commas and brackets\.$/) }]);
		for (const row of JSON.parse(answers[4] as string) as Array<Record<string, unknown>>) expect(Object.keys(row).length).toBeLessThanOrEqual(10);
		expect(answers.join()).not.toContain(apiToken);
	}, 120_000);

	it('have only tools that read, and say so', async () => {
		script = () => 'Hello';
		await n8n.run(await n8n.createWorkflow(await example('progress-agent')));
		const tools = model.requests[0]?.tools ?? [];
		expect(tools.map((tool) => tool.function.name).sort()).toEqual(['project_get', 'project_get_many', 'task_annotations_get_many', 'task_get_many', 'user_get_many']);
		for (const tool of tools) expect(tool.function.description).toMatch(/^Read-only\. /);
		expect(tools.find((tool) => tool.function.name === 'task_get_many')?.function.parameters.required).toEqual(['project']);
	}, 60_000);

	it('get the text of the node itself when nobody wrote one', async () => {
		script = () => 'Hello';
		const workflow = await example('progress-agent', (one) => {
			const parameters = parametersOf(one, 'task_annotations_get_many');
			parameters.descriptionType = 'auto';
			delete parameters.toolDescription;
		});
		await n8n.run(await n8n.createWorkflow(workflow));
		expect(model.requests[0]?.tools?.find((tool) => tool.function.name === 'task_annotations_get_many')?.function.description).toBe('Get many annotations in Label Studio');
	}, 60_000);

	it('pre-label tasks that nobody has labeled, with labels that the project has', async () => {
		script = ({ messages }) => {
			const text = messages.findLast(({ role }) => role === 'user')?.content ?? '';
			return text.startsWith('Bad') ? 'Negative' : text.startsWith('Good') ? 'positive.' : 'I cannot say';
		};
		const workflow = await example('model-prelabels', (one) => {
			parametersOf(one, 'Project').project = id(project);
		});
		const { status, error, results } = await n8n.run(await n8n.createWorkflow(workflow));
		expect(error).toBeUndefined();
		expect(status).toBe('success');
		// The third answer is no label of the project, and leaves by the error output.
		expect(results.find(({ node }) => node === 'Push Predictions')?.items.map(({ json }) => json.task)).toEqual([tasks[1]?.id, tasks[2]?.id]);
		expect(model.requests).toHaveLength(3);
		expect(model.requests[0]?.messages[0]?.content).toBe('Which of these labels fits the text best: Positive, Negative? Answer with that label and nothing else.');

		const predictions = await many({ resource: 'prediction', operation: 'getMany', project: id(project), simplify: false });
		const made = predictions.map((one) => [one.task, one.model_version, (one.result as typeof positive)[0]?.value.choices]);
		expect(made.toSorted()).toEqual([
			[tasks[1]?.id, 'gpt-4.1-mini', ['Negative']],
			[tasks[2]?.id, 'gpt-4.1-mini', ['Positive']],
		]);
	}, 120_000);
});
