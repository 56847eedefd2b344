import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

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

	it('loads, and its icons and picker methods are there', () => {
		const require = createRequire(join(process.cwd(), 'package.json'));
		interface Loaded {
			description: { name: string; icon: Record<string, string>; properties: unknown[] };
			methods?: { listSearch?: object; loadOptions?: object };
		}
		const { n8n } = JSON.parse(text('package.json')) as Manifest;
		for (const file of n8n.nodes) {
			const name = basename(file, '.node.js');
			const { [name]: Node } = require(`./${file}`) as Record<string, new () => Loaded>;
			if (!Node) throw new Error(`${file} has no class ${name}`);
			const { description, methods } = new Node();
			for (const icon of Object.values(description.icon)) expect(existsSync(path(`dist/nodes/LabelStudio/${icon.replace('file:', '')}`))).toBe(true);
			const named = (kind: string) => [...new Set([...JSON.stringify(description.properties).matchAll(new RegExp(`"${kind}":"(\\w+)"`, 'g'))].map((match) => match[1] as string))].sort();
			expect(Object.keys(methods?.listSearch ?? {})).toEqual(expect.arrayContaining(named('searchListMethod')));
			expect(Object.keys(methods?.loadOptions ?? {})).toEqual(expect.arrayContaining(named('loadOptionsMethod')));
			if (name === 'LabelStudio') expect(named('searchListMethod')).toEqual(Object.keys(methods?.listSearch ?? {}).sort());
		}
	});
});
