import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INodeType } from 'n8n-workflow';

interface Manifest {
	dependencies?: Record<string, string>;
	peerDependencies: Record<string, string>;
	n8n: { n8nNodesApiVersion: number; strict: boolean; credentials: string[]; nodes: string[] };
}

/** What code of a verified node may import besides its own files. */
const allowed = ['n8n-workflow', 'lodash', 'moment', 'p-limit', 'luxon', 'zod', 'crypto'];

describe('the packed package', () => {
	let folder: string;
	let files: string[];
	const path = (file: string) => join(folder, 'package', file);
	const text = (file: string) => readFileSync(path(file), 'utf8');

	beforeAll(() => {
		folder = mkdtempSync(join(tmpdir(), 'pack-'));
		execFileSync('npm', ['pack', '--pack-destination', folder, '--ignore-scripts', '--loglevel=error']);
		execFileSync('tar', ['-xzf', join(folder, 'n8n-nodes-label-studio-0.1.0.tgz'), '-C', folder]);
		files = execFileSync('find', ['.', '-type', 'f'], { cwd: join(folder, 'package'), encoding: 'utf8' }).trim().split('\n').map((file) => file.slice(2));
	});
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	it('has what its manifest names', () => {
		const { n8n, dependencies, peerDependencies } = JSON.parse(text('package.json')) as Manifest;
		expect(Object.keys(dependencies ?? {})).toEqual([]);
		expect(peerDependencies).toEqual({ 'n8n-workflow': '*' });
		expect(n8n.n8nNodesApiVersion).toBe(1);
		expect(n8n.strict).toBe(true);
		for (const file of [...n8n.nodes, ...n8n.credentials]) expect(files).toContain(file);
	});

	it('holds nothing but built code, icons, the codex file and the papers', () => {
		expect(files.filter((file) => !/^(package\.json|README\.md|LICENSE|dist\/.+\.(js|svg|node\.json))$/.test(file))).toEqual([]);
	});

	it('imports nothing that n8n does not allow', () => {
		const imports = files
			.filter((file) => file.endsWith('.js'))
			.flatMap((file) => [...text(file).matchAll(/require\(["']([^"']+)["']\)/g)].map((match) => match[1] as string));
		expect(imports.length).toBeGreaterThan(20);
		expect([...new Set(imports)].filter((name) => !name.startsWith('.') && !allowed.includes(name))).toEqual([]);
	});

	it('loads, and the icons and picker methods of its nodes are there', () => {
		const require = createRequire(join(process.cwd(), 'package.json'));
		const { n8n } = JSON.parse(text('package.json')) as Manifest;
		for (const file of n8n.nodes) {
			const name = /(\w+)\.node\.js$/.exec(file)?.[1] as string;
			const classes = require(`./${file}`) as Record<string, new () => INodeType>;
			const { description, methods } = new (classes[name] as new () => INodeType)();
			const icon = description.icon as { light: string; dark: string };
			for (const one of Object.values(icon)) expect(existsSync(path(`dist/nodes/LabelStudio/${one.replace('file:', '')}`))).toBe(true);
			expect(existsSync(path(file.replace(/\.js$/, '.json')))).toBe(true);
			const named = (key: string) => [...new Set([...JSON.stringify(description.properties).matchAll(new RegExp(`"${key}":"(\\w+)"`, 'g'))].map((match) => match[1]))];
			expect(Object.keys(methods?.listSearch ?? {})).toEqual(expect.arrayContaining(named('searchListMethod')));
			expect(Object.keys(methods?.loadOptions ?? {})).toEqual(expect.arrayContaining(named('loadOptionsMethod')));
			// The action node has no search that nobody can reach.
			if (name === 'LabelStudio') expect(Object.keys(methods?.listSearch ?? {}).sort()).toEqual(named('searchListMethod').sort());
		}
	});
});
