import { writeFile } from 'node:fs/promises';
import os from 'node:os';
import { parseArgs } from 'node:util';
import { measureCheckpoint } from './bench/measureCheckpoint.ts';
import { measureEngineScript } from './bench/measureEngineScript.ts';
import { measureGpu } from './bench/measureGpu.ts';
import { measureGpuLeak } from './bench/measureGpuLeak.ts';
import { measureLeak } from './bench/measureLeak.ts';
import type { Conditions } from './bench/measurement.ts';
import { measurePage } from './bench/measurePage.ts';
import { measurePictures } from './bench/measurePictures.ts';
import { measurePictureSpeed } from './bench/measurePictureSpeed.ts';
import { measurePresenter } from './bench/measurePresenter.ts';
import { measureReading } from './bench/measureReading.ts';
import { measureSpeed } from './bench/measureSpeed.ts';
import { measureTraining } from './bench/measureTraining.ts';
import { measureTransformer } from './bench/measureTransformer.ts';
import { printTable } from './bench/printTable.ts';
import { isMet, type Result } from './bench/result.ts';
import { launch } from './browsers/figures.ts';
import { serve } from './site/serve.ts';
import { buildSiteIfStale } from './site/siteBuild.ts';

/**
 * Measures what the chapter promises and prints a table:
 * `npm run bench -- [--quick] [--only PREFIX[,PREFIX]] [--json FILE]`.
 * BENCH_BROWSER_ARGS holds flags for the browser, with spaces between them. README.md in bench/ says how to read the table.
 * Fails when something could not be measured or candidates did not do equal work; a promise that was not
 * kept only says NO.
 */
const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    json: { type: 'string' },
  },
});

const measurements = [
  measurePage,
  measureReading,
  measurePresenter,
  measureEngineScript,
  measureTraining,
  measureLeak,
  measureGpuLeak,
  measureGpu,
  measureSpeed,
  measureTransformer,
  measurePictures,
  measurePictureSpeed,
  measureCheckpoint,
];
const prefixes = options.only.split(',').filter(Boolean);
const wants = (key: string) =>
  prefixes.length === 0 || prefixes.some((prefix) => key.startsWith(prefix));
const chosen = measurements.filter(({ keys }) => keys.some(wants));
if (chosen.length === 0) {
  const keys = measurements.flatMap((measurement) => measurement.keys);
  console.error(`No measurement starts with ${options.only}. Choose from ${keys.join(', ')}.`);
  process.exit(1);
}

await buildSiteIfStale();
const [load = 0] = os.loadavg();
if (load > os.availableParallelism()) {
  console.log(
    `This machine is busy (load ${load.toFixed(1)}): counts are reliable, times and ratios may not be.`,
  );
}
const site = await serve('dist', 0);
const browser = await launch(process.env['BENCH_BROWSER_ARGS']?.split(/\s+/).filter(Boolean));
const conditions: Conditions = { browser, siteUrl: site.url, quick: options.quick, wants };
const results: Result[] = [];
for (const measurement of chosen) {
  console.log(`Measuring ${measurement.keys.find(wants)} …`);
  try {
    const all = await measurement.run(conditions);
    results.push(...all.filter((result) => wants(result.key) || tellsOfEqualWork(result)));
  } catch (error) {
    console.error(`Measuring ${measurement.keys.join(', ')} failed:`, error);
    process.exitCode = 1;
  }
}
await browser.close();
await site.close();

printTable(results);
if (options.json) await writeFile(options.json, `${JSON.stringify(toJson(results), null, 2)}\n`);
const unequal = results.filter((result) => tellsOfEqualWork(result) && !isMet(result));
if (unequal.length > 0) {
  console.error(
    `The work was not equal, so ratios mean nothing: ${unequal.map(({ key }) => key).join(', ')}.`,
  );
  process.exitCode = 1;
}

/** These are never left out: without equal work the ratios beside them mean nothing. */
function tellsOfEqualWork({ key }: Result): boolean {
  return key.startsWith('agree.');
}

/** Medians by key, and the spreads of those that have one. */
function toJson(of: Result[]): Record<string, unknown> {
  const spread = of.flatMap((result) =>
    result.spread === undefined ? [] : [[result.key, result.spread] as const],
  );
  return {
    ...Object.fromEntries(of.map(({ key, value }) => [key, value])),
    spread: Object.fromEntries(spread),
  };
}
