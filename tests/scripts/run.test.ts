import { spawn, spawnSync } from 'node:child_process';
import {
  chmod,
  copyFile,
  mkdir,
  mkdtemp,
  readFile,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
let project: string;

/** A project of one script, with an `npm` of its own that only notes what it was asked. */
beforeEach(async () => {
  project = await mkdtemp(path.join(tmpdir(), 'run-'));
  for (const folder of ['scripts', 'node_modules', 'bin']) await mkdir(path.join(project, folder));
  await copyFile(path.join(root, 'scripts/run.mjs'), path.join(project, 'scripts/run.mjs'));
  await symlink(path.join(root, 'node_modules/tsx'), path.join(project, 'node_modules/tsx'));
  await writeFile(path.join(project, 'package.json'), '{"type":"module"}');
  await writeLock('package-lock.json', '1.0.0');
  await writeLock('node_modules/.package-lock.json', '1.0.0');
  const npm = path.join(project, 'bin/npm');
  await writeFile(npm, '#!/bin/sh\necho "$@" >> npm.log\n');
  await chmod(npm, 0o755);
});

afterEach(() => rm(project, { recursive: true }));

function writeLock(file: string, version: string): Promise<void> {
  const packages = { '': {}, 'node_modules/a': { version }, 'node_modules/other-os': optional };
  return writeFile(path.join(project, file), JSON.stringify({ packages }));
}
const optional = { version: '2.0.0', optional: true };

const script = (text: string) => writeFile(path.join(project, 'scripts/task.ts'), text);
const runner = () => path.join(project, 'scripts/run.mjs');
const env = () => ({ ...process.env, PATH: `${project}/bin:${process.env['PATH']}` });
const run = (...args: string[]) =>
  spawnSync(process.execPath, [...args], { env: env(), encoding: 'utf8', cwd: tmpdir() });
const npmCalls = () => readFile(path.join(project, 'npm.log'), 'utf8').catch(() => '');

describe.skipIf(process.platform === 'win32')('run.mjs', () => {
  test('passes arguments on and the exit code back', async () => {
    await script('console.log(process.argv.slice(2).join(" ")); process.exitCode = 7 as number;');
    const { status, stdout } = run(runner(), 'task', 'a', '--b');
    expect(stdout.trim()).toBe('a --b');
    expect(status).toBe(7);
    expect(await npmCalls()).toBe('');
  });

  test('passes signals on', async () => {
    await script('console.log("ready"); setInterval(() => undefined, 1000);');
    const child = spawn(process.execPath, [runner(), 'task'], { env: env() });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    child.kill('SIGTERM');
    expect(await new Promise((resolve) => child.on('exit', (_, signal) => resolve(signal)))).toBe(
      'SIGTERM',
    );
  });

  test('installs when the lock asks for other packages, and once only', async () => {
    await script('');
    await writeLock('package-lock.json', '1.1.0');
    run(runner(), 'task');
    expect(await npmCalls()).toBe('ci --include=dev\n');
    run(runner(), 'task');
    expect(await npmCalls()).toBe('ci --include=dev\n');
    await writeLock('package-lock.json', '1.2.0');
    run(runner(), 'task');
    expect(await npmCalls()).toBe('ci --include=dev\nci --include=dev\n');
  });

  test('does not do what it was not asked, and says so', () => {
    const { status, stderr } = run(runner());
    expect(status).toBe(1);
    expect(stderr).toMatch(/^Name the task to run/);
  });

  test('an old Node is told what is needed', async () => {
    await script('');
    const pretend = 'Object.defineProperty(process.versions, "node", { value: "18.20.0" })';
    const { status, stderr } = run('--import', `data:text/javascript,${pretend}`, runner(), 'task');
    expect(status).toBe(1);
    expect(stderr).toMatch(/This is Node 18\.20\.0, but the chapter needs Node 20\.19 or newer/);
  });
});
