import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ensureChromium } from './browsers/chromium.ts';
import { prepareCifar10 } from './cifar10/cifar10.ts';
import { buildSiteApart, buildSiteIfStale } from './site/siteBuild.ts';
import { countTests, type Counts } from './test/vitestReport.ts';

/**
 * `npm test [-- STEP …]`: every check there is, or the named ones, each counted. Goes on after a failed
 * step; the last line is `N passed, N failed`.
 */
interface Step {
  name: string;
  /** Whether it runs beside the others of its kind: these use one core each, and time nothing. */
  isStatic?: boolean;
  /** Whether it takes the pictures, which are fetched meanwhile. */
  takesData?: boolean;
  /** Steps this one is pointless without, if they ran and failed. */
  needs?: string[];
  run(): Promise<Counts>;
}

const steps: Step[] = [
  { name: 'format', isStatic: true, run: () => check('check:format') },
  { name: 'types', isStatic: true, run: () => check('check:types') },
  { name: 'lint', isStatic: true, run: () => check('check:lint') },
  { name: 'dead', isStatic: true, run: () => check('check:dead') },
  { name: 'unit', takesData: true, run: () => prepareData().then(() => vitest('unit')) },
  { name: 'build', takesData: true, run: buildAfresh },
  { name: 'engine', run: () => ensureChromium().then((chromium) => vitest('engine', chromium)) },
  { name: 'browser', takesData: true, needs: ['build'], run: testInBrowser },
];

const root = path.resolve(import.meta.dirname, '..');
const reports = 'node_modules/.cache/test';

let prepared: Promise<boolean> | undefined;
const running = new Set<ChildProcess>();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    for (const child of running) child.kill(signal);
    process.exit(1);
  });
}

await main(process.argv.slice(2));

async function main(wanted: string[]): Promise<void> {
  const unknown = wanted.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0) {
    const names = steps.map(({ name }) => name).join(', ');
    console.error(`There is no step called ${unknown.join(' or ')}; there are ${names}.`);
    process.exitCode = 1;
    return;
  }
  const total = { passed: 0, failed: 0 };
  const failed: string[] = [];
  const chosen = steps.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  const count = async (step: Step) => {
    const counts = await runStep(step, failed);
    total.passed += counts.passed;
    total.failed += counts.failed;
    if (counts.failed > 0) failed.push(step.name);
  };
  if (chosen.some(({ takesData }) => takesData)) void prepareData();
  await Promise.all(chosen.filter(({ isStatic }) => isStatic).map(count));
  for (const step of chosen.filter(({ isStatic }) => !isStatic)) await count(step);
  if (failed.length > 0) console.log(`\nFailed: ${failed.join(', ')}`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

async function runStep({ name, needs = [], run }: Step, failed: string[]): Promise<Counts> {
  const missing = needs.find((other) => failed.includes(other));
  if (missing) {
    console.log(`\n── ${name}: not run, because ${missing} failed`);
    return { passed: 0, failed: 1 };
  }
  console.log(`\n── ${name}`);
  const started = performance.now();
  const counts = await run().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`── ${name}: ${counts.passed} passed, ${counts.failed} failed in ${seconds} s`);
  return counts;
}

/** Says what it has to say when it has ended, so that steps beside each other do not talk at once. */
async function check(script: string): Promise<Counts> {
  let words = '';
  const passed = await npmRun(script, { onOutput: (text) => (words += text) });
  if (words) process.stdout.write(words);
  return oneCheck(passed);
}

/** A step without tests of its own counts as one. */
function oneCheck(passed: boolean): Counts {
  return passed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Without the data the steps still run: the tests that need it fail and say so. */
function prepareData(): Promise<boolean> {
  return (prepared ??= prepareCifar10());
}

async function buildAfresh(): Promise<Counts> {
  await prepareData();
  await buildSiteApart();
  return oneCheck(true);
}

async function testInBrowser(): Promise<Counts> {
  await prepareData();
  await buildSiteIfStale();
  return vitest('browser', await ensureChromium());
}

async function vitest(project: string, chromium?: string): Promise<Counts> {
  const report = `${reports}/${project}.json`;
  mkdirSync(path.join(root, reports), { recursive: true });
  rmSync(path.join(root, report), { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const env = chromium ? { CHROME_PATH: chromium } : {};
  const exitedWell = await npmRun(`test:${project}`, { args: ['--', ...reporters], env });
  return countTests(path.join(root, report), exitedWell);
}

interface NpmOptions {
  args?: string[];
  env?: NodeJS.ProcessEnv;
  /** Takes what the script would print. */
  onOutput?: (text: string) => void;
}

/** Runs a script of package.json to its end, and tells whether it ended well. */
function npmRun(script: string, { args = [], env = {}, onOutput }: NpmOptions): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const output = onOutput ? 'pipe' : 'inherit';
    const child = spawn('npm', ['run', '--silent', script, ...args], {
      cwd: root,
      // With EXPECT_CIFAR10 the test of the real data fails without it.
      env: { ...process.env, EXPECT_CIFAR10: '1', ...env },
      stdio: ['ignore', output, output],
      shell: process.platform === 'win32',
    });
    running.add(child);
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => onOutput?.(text));
    }
    child.on('error', reject);
    child.on('close', (code) => {
      running.delete(child);
      resolve(code === 0);
    });
  });
}
