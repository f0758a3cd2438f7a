import os from 'node:os';
import { ensureChromium, ensureHeadlessShell } from './browsers/chromium.ts';
import { ensureFirefox } from './browsers/firefox.ts';
import { prepareCifar10 } from './cifar10/cifar10.ts';
import { buildAssembly } from './site/assembly.ts';
import { buildSiteIfStale } from './site/siteBuild.ts';
import { inLanes } from './test/inLanes.ts';
import { runScript } from './test/runScript.ts';
import { countTests, listTests, type Counts, type TimedTest } from './test/vitestReport.ts';

/**
 * `npm test [-- STEP …]`: every check there is, or the named ones, each counted. Goes on after a failed
 * step; says where the time went; the last line is `N passed, N failed`.
 */
interface Step {
  name: string;
  /** Of package.json. */
  script: string;
  /** Whether it runs vitest, whose report tells of every test; otherwise it counts as one. */
  isVitest?: boolean;
  /** Whether it needs all cores. The others run beside each other, one for each core. */
  isAlone?: boolean;
  /** What it waits for. */
  takes?: (keyof typeof supplies)[];
}

/** Made or fetched once, for all steps that take it. Steps run without the data: tests that need it fail and say so. */
const supplies = {
  kernels: once(buildAssembly),
  data: once(prepareCifar10),
  chromium: once(ensureChromium),
  // One after the other: two installations at once lock each other out.
  shell: once(async () => {
    await supplies.chromium();
    return ensureHeadlessShell();
  }),
  // Without it its tests are skipped.
  firefox: once(async () => {
    await supplies.shell().catch(() => undefined);
    await ensureFirefox();
  }),
  site: once(async () => {
    if (failed.includes('build')) throw new Error('Not run, because the build failed.');
    await buildSiteIfStale();
  }),
};

/** Those beside each other in the order that keeps two cores busy: the longest first. */
const steps: Step[] = [
  { name: 'engine', script: 'test:engine', isVitest: true, takes: ['kernels', 'chromium'] },
  { name: 'types', script: 'check:types' },
  { name: 'lint', script: 'check:lint' },
  { name: 'format', script: 'check:format' },
  { name: 'dead', script: 'check:dead' },
  { name: 'build', script: 'build', takes: ['kernels', 'data'] },
  { name: 'unit', script: 'test:unit', isVitest: true, takes: ['kernels', 'data'] },
  {
    ...{ name: 'reading', script: 'test:reading', isVitest: true, isAlone: true },
    takes: ['kernels', 'data', 'shell', 'firefox', 'site'],
  },
];

const total = { passed: 0, failed: 0 };
const failed: string[] = [];
const seconds: string[] = [];
const tests: (TimedTest & { step: string })[] = [];

await main(process.argv.slice(2));

async function main(wanted: string[]): Promise<void> {
  const unknown = wanted.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0) {
    const names = steps.map(({ name }) => name).join(', ');
    console.error(`There is no step called ${unknown.join(' or ')}; the steps are ${names}.`);
    process.exitCode = 1;
    return;
  }
  const started = performance.now();
  const chosen = steps.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  // Fetched while other steps run. Who takes them is told of what goes wrong.
  for (const supply of ['data', 'chromium', 'shell', 'firefox'] as const) {
    if (chosen.some(({ takes }) => takes?.includes(supply))) {
      supplies[supply]().catch(() => undefined);
    }
  }
  const beside = chosen.filter(({ isAlone }) => !isAlone);
  await inLanes(os.availableParallelism(), beside, (step) => runStep(step, beside.length > 1));
  for (const step of chosen.filter(({ isAlone }) => isAlone)) await runStep(step, false);
  printTimes((performance.now() - started) / 1000);
  for (const { file, name } of tests.filter(({ isSkipped }) => isSkipped)) {
    console.log(`Skipped: ${file}: ${name}`);
  }
  if (failed.length > 0) console.log(`\nFailed: ${failed.join(', ')}`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

/** @param isQuiet whether it says what it has to say when it has ended, since others run beside it */
async function runStep(step: Step, isQuiet: boolean): Promise<void> {
  const { name } = step;
  if (!isQuiet) console.log(`\n── ${name}`);
  const started = performance.now();
  let words = '';
  const onOutput = isQuiet ? (text: string) => (words += text) : undefined;
  const counts = await check(step, onOutput).catch((error: unknown) => {
    words += `${error instanceof Error ? error.message : error}\n`;
    return { passed: 0, failed: 1 };
  });
  const took = `${((performance.now() - started) / 1000).toFixed(1)} s`;
  process.stdout.write(isQuiet ? `\n── ${name}\n${words}` : words);
  console.log(`── ${name}: ${counts.passed} passed, ${counts.failed} failed in ${took}`);
  seconds.push(`${name} ${took}`);
  total.passed += counts.passed;
  total.failed += counts.failed;
  if (counts.failed > 0) failed.push(name);
}

async function check(
  { name, script, isVitest, takes = [] }: Step,
  onOutput?: (text: string) => void,
): Promise<Counts> {
  for (const supply of takes) await supplies[supply]();
  const browser = (['chromium', 'shell'] as const).find((one) => takes.includes(one));
  const chromium = browser ? { CHROME_PATH: await supplies[browser]() } : {};
  // With EXPECT_CIFAR10 the test of the real data fails without it.
  const env = { EXPECT_CIFAR10: '1', ...chromium };
  if (!isVitest) {
    const passed = await runScript(script, { env, onOutput });
    return passed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  }
  const report = `node_modules/.cache/test/${name}.json`;
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const counts = await countTests(report, () =>
    runScript(script, { args: ['--', ...reporters], env, onOutput }),
  );
  tests.push(...listTests(report).map((test) => ({ ...test, step: name })));
  return counts;
}

function printTimes(all: number): void {
  console.log(`\nTook ${all.toFixed(0)} s: ${seconds.join(', ')}.`);
  const slowest = tests.sort((a, b) => b.ms - a.ms).slice(0, 10);
  if (slowest.length > 0) console.log('The slowest tests:');
  for (const { ms, step, file, name } of slowest) {
    console.log(`${(ms / 1000).toFixed(1).padStart(6)} s  ${step}, ${file}: ${name}`);
  }
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => (made ??= make());
}
