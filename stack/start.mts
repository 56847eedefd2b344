import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { exampleNames, exampleWorkflow } from './examples.mts';
import { startLabelStudio, type RunningLabelStudio } from './label-studio.mts';
import { packPackage, startN8n, type Execution, type RunningN8n } from './n8n.mts';
import { projectRoot } from './paths.mts';
import { type Progress, runCommand, temporaryFolder } from './process.mts';

const usage = `npm start [-- --once]

Starts a private Label Studio and a private n8n with this package installed, and runs the example workflow on them.
Both stay up until Ctrl-C; with --once they end after the run, and the exit status says how it went.`;

/** The example that is run; the others need something of a person's own. */
const mainExample = 'label-texts';

const started = Date.now();
const seconds = (): string => `${Math.round((Date.now() - started) / 1000)} s`;

const say: Progress = (line) => console.log(line);

/** Says what begins, in numbered steps. */
const steps = (total: number) => {
	let step = 0;
	return (text: string): void => say(`\n[${++step}/${total}] ${text}  (${seconds()})`);
};

const report = (execution: Execution): void => {
	for (const { node, items, time, error } of execution.results) {
		const outcome = error ? `failed: ${error.message}` : `${items.length} ${items.length === 1 ? 'item' : 'items'}`;
		say(`      ${node.padEnd(26)} ${outcome.padEnd(14)} ${time} ms`);
	}
	const last = execution.results.at(-1);
	if (execution.status !== 'success' || !last) return;
	say(`\n      What came out of "${last.node}":`);
	for (const { json } of last.items.slice(0, 5)) say(`      ${JSON.stringify(json)}`);
	if (last.items.length > 5) say(`      … and ${last.items.length - 5} more`);
};

const addresses = (labelStudio: RunningLabelStudio, n8n: RunningN8n): void => {
	const logIn = (login: { email: string; password: string } | undefined) => (login ? `${login.email} / ${login.password}` : 'your own log-in');
	say(`\n      n8n:          ${n8n.url}   ${logIn(n8n.login)}`);
	say(`      Label Studio: ${labelStudio.url}   ${logIn(labelStudio.login)}`);
};

const untilInterrupted = async (): Promise<void> =>
	await new Promise((resolve) => {
		const wait = setInterval(() => {}, 60_000);
		for (const signal of ['SIGINT', 'SIGTERM'] as const) {
			process.once(signal, () => {
				clearInterval(wait);
				resolve();
			});
		}
	});

const main = async (once: boolean): Promise<boolean> => {
	const next = steps(5);
	const stops: Array<() => Promise<void>> = [];
	const scratch = temporaryFolder('n8n-nodes-label-studio');
	try {
		next('Building and packing the node');
		await runCommand({ name: 'npm run build', command: 'npm', args: ['run', 'build'], cwd: projectRoot(), env: process.env });
		const tarball = await packPackage(scratch);

		next('Starting Label Studio and n8n');
		const both = await Promise.allSettled([
			startLabelStudio((line) => say(`      Label Studio: ${line}`)).then((server) => (stops.push(server.stop), server)),
			startN8n({ tarball, progress: (line) => say(`      n8n: ${line}`) }).then((server) => (stops.push(server.stop), server)),
		]);
		for (const one of both) if (one.status === 'rejected') throw one.reason;
		const [labelStudio, n8n] = both.map((one) => (one as PromiseFulfilledResult<unknown>).value) as [RunningLabelStudio, RunningN8n];

		next('Creating the credential and the example workflow');
		const credentialId = await n8n.createCredential('Label Studio account', 'labelStudioApi', { baseUrl: labelStudio.url, apiToken: labelStudio.apiToken, ignoreTlsIssues: false });
		const workflowId = await n8n.createWorkflow(exampleWorkflow(mainExample, n8n.filesFolder, credentialId));

		next('Running the example workflow');
		const execution = await n8n.run(workflowId);
		report(execution);
		const worked = execution.status === 'success';
		if (worked) say(`\n      Main job done after ${seconds()}`);
		else say(`\n      The workflow ended as "${execution.status}": ${execution.error?.node?.name ?? ''} ${execution.error?.message ?? ''} ${execution.error?.description ?? ''}`);

		if (once) {
			next('Stopping');
			return worked;
		}
		const project = Number(execution.results.find(({ node }) => node === 'Create Project')?.items[0]?.json.id);
		const others: string[] = [];
		for (const name of exampleNames().filter((one) => one !== mainExample)) {
			const workflow = exampleWorkflow(name, n8n.filesFolder, credentialId, worked ? { project } : {});
			others.push(`${n8n.url}/workflow/${await n8n.createWorkflow(workflow)}   ${workflow.name}`);
		}
		next('Ready. Look around, then stop both with Ctrl-C');
		addresses(labelStudio, n8n);
		say(`      The workflow: ${n8n.url}/workflow/${workflowId}`);
		say(`      More examples, to be looked at and tried:\n${others.map((line) => `        ${line}`).join('\n')}`);
		await untilInterrupted();
		say('\nStopping …');
		return worked;
	} finally {
		await Promise.all(stops.map(async (stop) => await stop()));
		rmSync(scratch, { recursive: true, force: true });
	}
};

const { values } = parseArgs({ options: { once: { type: 'boolean' }, help: { type: 'boolean' } } });
if (values.help) console.log(usage);
else {
	try {
		process.exitCode = (await main(values.once === true)) ? 0 : 1;
	} catch (error) {
		console.error(`\n${(error as Error).message}`);
		process.exitCode = 1;
	}
}
