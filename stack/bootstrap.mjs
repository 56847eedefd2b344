// Makes node_modules what package-lock.json says. Plain JavaScript for the system's Node, since the project's own
// Node is one of the things that it installs.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const stamp = 'node_modules/.installed-lock';
const attempts = 3;

const lockHash = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');

const isInstalled = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === lockHash && existsSync('node_modules/.bin/node');

// By its name: the Node that runs this may be the one that `npm ci` is about to replace.
const npm = (...args) => spawnSync('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], { stdio: 'inherit', shell: process.platform === 'win32' }).status === 0;

const pause = (seconds) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, seconds * 1000);

const install = () => {
	const started = Date.now();
	console.log('Installing the development packages (about 1 GB, a minute or two the first time) …');
	for (let attempt = 1; attempt <= attempts; attempt++) {
		// Scripts of packages stay off; only the package `node`, which fetches its binary by one, is let do so.
		if (npm('ci', '--ignore-scripts') && npm('rebuild', 'node')) {
			writeFileSync(stamp, lockHash);
			console.log(`Development packages installed in ${Math.round((Date.now() - started) / 1000)} s`);
			return true;
		}
		if (attempt < attempts) {
			console.log(`That failed; trying again (${attempt + 1} of ${attempts}) …`);
			pause(5 * attempt);
		}
	}
	return false;
};

const [major] = process.versions.node.split('.').map(Number);
if (major < 20) {
	console.error(`Node ${process.versions.node} is too old: install Node 20 or newer and run the command again.`);
	process.exit(1);
}
if (!isInstalled() && !install()) {
	console.error('The development packages could not be installed. Check the connection to the npm registry and run the command again.');
	process.exit(1);
}
