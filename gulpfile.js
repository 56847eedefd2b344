const { execFile } = require('node:child_process');
const { rm } = require('node:fs/promises');
const { promisify } = require('node:util');
const { dest, series, src } = require('gulp');

const run = promisify(execFile);

/** Capability files → the operation table and the node's properties. */
async function generate() {
	await run(process.execPath, ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', 'generator/generate-cli.mts']);
}

async function clean() {
	await rm('dist', { recursive: true, force: true });
}

async function compile() {
	await run(process.execPath, [require.resolve('typescript/bin/tsc'), '-p', 'tsconfig.json']).catch((error) => {
		throw new Error(error.stdout || error.message);
	});
}

/** What the compiler leaves behind: icons and the codex file. */
function icons() {
	return src(['nodes/**/*.svg', 'nodes/**/*.node.json'], { encoding: false }).pipe(dest('dist/nodes'));
}

exports.generate = generate;
exports.icons = icons;
exports.build = series(clean, generate, compile, icons);
