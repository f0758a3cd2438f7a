import type { Page } from 'playwright';
import { measuredNetworks, type RunRecord } from '../../src/contract/runRecord.ts';
import { openLab, trainInLab } from '../browsers/lab.ts';
import type { Measurement } from './measurement.ts';

/** The smallest preset, as a reader runs it: does the degradation show, and does the page stay free? */
export const measureTraining: Measurement = {
  keys: [
    'train.seconds',
    'train.stepsPerSecond',
    'degradation.plainDeepMinusShallow',
    'degradation.plainDeepMinusResidualDeep',
    'page.longTasks',
    'page.longestTaskMs',
  ],
  async run({ browser, siteUrl, quick }) {
    const page = await openLab(browser, siteUrl, quick ? 'preset=tiny&steps=100' : 'preset=tiny');
    await watchLongTasks(page);
    const record = await trainInLab(page);
    const longTasks = await page.evaluate(() => (window as unknown as Watched).longTasks);
    await page.close();
    const error = errorsAtEnd(record);
    const gap = (a: number, b: number) => (a - b) * 100;
    return [
      {
        key: 'train.seconds',
        value: record.trainingMs / 1000,
        unit: 's',
        promise: { atMost: 180 },
      },
      {
        key: 'train.stepsPerSecond',
        value: (record.step / record.trainingMs) * 1000,
        unit: 'rounds of 4 networks per second',
      },
      {
        key: 'degradation.plainDeepMinusShallow',
        value: gap(error.plainDeep, error.plainShallow),
        unit: 'points of training error',
        promise: { atLeast: 5 },
      },
      {
        key: 'degradation.plainDeepMinusResidualDeep',
        value: gap(error.plainDeep, error.residualDeep),
        unit: 'points of training error',
        promise: { atLeast: 5 },
      },
      {
        key: 'page.longTasks',
        value: longTasks.length,
        unit: 'tasks over 50 ms while training',
        promise: { atMost: 0 },
      },
      { key: 'page.longestTaskMs', value: Math.max(0, ...longTasks), unit: 'ms, 0 if none' },
    ];
  },
};

interface Watched {
  /** Durations in milliseconds. */
  longTasks: number[];
}

/** Chromium reports tasks of 50 ms and more. */
async function watchLongTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen: Watched = Object.assign(window, { longTasks: [] });
    new PerformanceObserver((list) => {
      seen.longTasks.push(...list.getEntries().map(({ duration }) => duration));
    }).observe({ type: 'longtask' });
  });
}

function errorsAtEnd(record: RunRecord) {
  const networks = measuredNetworks(record);
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
