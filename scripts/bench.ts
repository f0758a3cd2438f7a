import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright';
import type { RunRecord } from '../src/lib/runRecord.ts';
import { build } from './build.ts';
import { launch, openLab, trainInLab } from './lab.ts';
import { serve } from './serve.ts';

/** Measures what the chapter promises, on the built site: `npm run bench -- [--quick] [--json FILE]`. */
const quick = process.argv.includes('--quick');
const jsonFile = process.argv.includes('--json')
  ? process.argv[process.argv.indexOf('--json') + 1]
  : undefined;

interface Result {
  key: string;
  value: number;
  unit: string;
  /** What the project promises, for the reader of the table. */
  promise: string;
}

if (!existsSync('dist/index.html')) await build();
const { url, close } = await serve('dist', 0);
const browser = await launch();
const results = [
  ...(await measurePage(browser, url)),
  ...(await measureTraining(browser, url)),
  ...(await measureLeak(browser, url)),
];
await browser.close();
await close();

print(results);
if (jsonFile) {
  const values = Object.fromEntries(results.map(({ key, value }) => [key, value]));
  await writeFile(jsonFile, `${JSON.stringify(values, null, 2)}\n`);
}

/** Script that lesson 1 loads before the reader does anything, scrolled through once. */
async function measurePage(on: Browser, site: string): Promise<Result[]> {
  const page = await on.newPage();
  const scripts: { name: string; body: Promise<Buffer> }[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return;
    scripts.push({ name: response.url(), body: response.body() });
  });
  await page.goto(new URL('degradation/', site).href);
  await page.locator('figure[data-widget="degradation-lab"]').scrollIntoViewIfNeeded();
  await page.locator('figure[data-widget="degradation-lab"][data-ready]').waitFor();
  await page.waitForLoadState('networkidle');
  const bodies = await Promise.all(scripts.map(({ body }) => body));
  await page.close();
  const gzipped = bodies.reduce((sum, body) => sum + gzipSync(body).length, 0);
  const withTfjs = bodies.filter((body) => /tfjs|WEBGL_VERSION/.test(body.toString())).length;
  return [
    { key: 'page.scriptKb', value: gzipped / 1000, unit: 'kB gzipped', promise: '≤ 170' },
    { key: 'page.scriptsWithTfjs', value: withTfjs, unit: 'files', promise: '0' },
  ];
}

/** The smallest preset, as a reader runs it: does the degradation show, and does the page stay free? */
async function measureTraining(on: Browser, site: string): Promise<Result[]> {
  const page = await openLab(on, site, quick ? 'preset=tiny&steps=100' : 'preset=tiny');
  await watchLongTasks(page);
  const record = await trainInLab(page);
  const longest = await page.evaluate(() => (window as unknown as LongTasks).longestTask);
  await page.close();
  const error = errorsAtEnd(record);
  const gap = (a: number, b: number) => (a - b) * 100;
  return [
    { key: 'train.seconds', value: record.trainingMs / 1000, unit: 's', promise: '≤ 180' },
    {
      key: 'train.stepsPerSecond',
      value: (record.step / record.trainingMs) * 1000,
      unit: 'rounds of 4 networks a second',
      promise: '',
    },
    {
      key: 'degradation.plainDeepMinusShallow',
      value: gap(error.plainDeep, error.plainShallow),
      unit: 'points of training error',
      promise: '≥ 5',
    },
    {
      key: 'degradation.plainDeepMinusResidualDeep',
      value: gap(error.plainDeep, error.residualDeep),
      unit: 'points of training error',
      promise: '≥ 5',
    },
    { key: 'page.longestTaskMs', value: longest, unit: 'ms while training', promise: '≤ 50' },
  ];
}

interface LongTasks {
  longestTask: number;
}

/** Chromium reports tasks of 50 ms and more; 0 means there was none. */
async function watchLongTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen = window as unknown as LongTasks;
    seen.longestTask = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) {
        seen.longestTask = Math.max(seen.longestTask, duration);
      }
    }).observe({ type: 'longtask' });
  });
}

function errorsAtEnd({ networks }: RunRecord) {
  const depths = networks.map(({ depth }) => depth);
  const mean = (kind: string, depth: number) => {
    const network = networks.find((one) => one.kind === kind && one.depth === depth);
    const last = network?.trainErrors.slice(-50) ?? [];
    return last.reduce((sum, value) => sum + value, 0) / last.length;
  };
  const [shallow, deep] = [Math.min(...depths), Math.max(...depths)];
  return {
    plainShallow: mean('plain', shallow),
    plainDeep: mean('plain', deep),
    residualDeep: mean('residual', deep),
  };
}

/** Tensors that 200 steps add to what step 2 left. */
async function measureLeak(on: Browser, site: string): Promise<Result[]> {
  const page = await openLab(on, site, 'preset=tiny&depths=8-14&steps=200');
  await page.evaluate(() => {
    const seen = window as unknown as TensorCounts;
    seen.tensors = [];
    window.Worker = class extends Worker {
      constructor(...given: ConstructorParameters<typeof Worker>) {
        super(...given);
        this.addEventListener('message', ({ data }) => {
          if (data.type === 'progress') seen.tensors.push(data.tensors);
        });
      }
    };
  });
  await trainInLab(page);
  const counts = await page.evaluate(() => (window as unknown as TensorCounts).tensors);
  await page.close();
  const gained = (counts[199] ?? NaN) - (counts[1] ?? NaN);
  return [{ key: 'leak.tensors', value: gained, unit: 'tensors, step 2 to 200', promise: '0' }];
}

interface TensorCounts {
  tensors: number[];
}

function print(rows: Result[]): void {
  const format = (value: number) => (Number.isInteger(value) ? String(value) : value.toFixed(1));
  const widest = Math.max(...rows.map(({ key }) => key.length));
  for (const { key, value, unit, promise } of rows) {
    const wanted = promise && `promised ${promise}`;
    console.log(
      `${key.padEnd(widest)}  ${format(value).padStart(8)}  ${unit.padEnd(32)} ${wanted}`,
    );
  }
}
