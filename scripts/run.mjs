// `node scripts/run.mjs TASK [ARGUMENT …]` runs scripts/TASK.ts. This file alone runs without
// node_modules: it installs them when they are missing or made from another package-lock.json.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const lockFile = path.join(root, 'package-lock.json');
const stampFile = path.join(root, 'node_modules/.installed-from');

const [task, ...args] = process.argv.slice(2);
if (!task || !/^[\w-]+$/.test(task)) leave('Name the task to run: node scripts/run.mjs TASK');
requireNode(20, 19);
install();
run(task, args);

/**
 * @param {number} major
 * @param {number} minor
 */
function requireNode(major, minor) {
  const [haveMajor = 0, haveMinor = 0] = process.versions.node.split('.').map(Number);
  if (haveMajor > major || (haveMajor === major && haveMinor >= minor)) return;
  leave(
    `This is Node ${process.versions.node}, but the chapter needs Node ${major}.${minor} or newer: install it and run the command again.`,
  );
}

function install() {
  const wanted = createHash('sha256').update(readFileSync(lockFile)).digest('hex');
  if (readStamp() === wanted) return;
  if (!agreesWithLock()) {
    console.log('Installing packages …');
    // With NODE_ENV=production npm would leave out what builds and tests.
    const npm = spawnSync('npm', ['ci', '--include=dev'], {
      cwd: root,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    if (npm.status !== 0) {
      leave(
        'The packages could not be installed; npm’s message is above. Check the network connection and run the command again.',
      );
    }
  }
  writeFileSync(stampFile, wanted);
}

function readStamp() {
  try {
    return readFileSync(stampFile, 'utf8');
  } catch {
    return undefined;
  }
}

/** Somebody who ran `npm install` by hand has all packages already: compares npm's own list with the lock. */
function agreesWithLock() {
  try {
    const wanted = readPackages(lockFile);
    const installed = readPackages(path.join(root, 'node_modules/.package-lock.json'));
    return Object.entries(wanted).every(([place, { version, optional }]) => {
      const found = installed[place];
      return place === '' || (found ? found.version === version : optional);
    });
  } catch {
    return false;
  }
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

/**
 * @param {string} name
 * @param {string[]} rest
 */
function run(name, rest) {
  const script = path.join(root, 'scripts', `${name}.ts`);
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...rest], {
    cwd: root,
    stdio: 'inherit',
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal));
  }
  child.on('error', (error) => leave(`${name} could not be started: ${error.message}.`));
  child.on('exit', (code, signal) => {
    if (!signal) process.exit(code ?? 1);
    // Ends as the child did, so that whoever started this sees the signal.
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

/**
 * @param {string} sentence
 * @returns {never}
 */
function leave(sentence) {
  console.error(sentence);
  process.exit(1);
}
