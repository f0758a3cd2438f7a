import { openLab, trainInLab } from '../browsers/lab.ts';
import { collectScripts, gzippedKb } from './collectScripts.ts';
import type { Measurement } from './measurement.ts';
import type { Result } from './result.ts';

/** Script that pressing Train adds to lesson 1: the worker and one backend, by backend and the larger. */
export const measureEngineScript: Measurement = {
  keys: ['engine.scriptKb', 'engine.scriptKb.webgl', 'engine.scriptKb.wasm'],
  async run({ browser, siteUrl }) {
    const results: Result[] = [];
    for (const backend of ['webgl', 'wasm']) {
      const query = `preset=tiny&depths=8&kinds=residual&steps=10&backend=${backend}`;
      const page = await openLab(browser, siteUrl, query);
      await page.waitForLoadState('networkidle');
      const scripts = collectScripts(page);
      await trainInLab(page);
      const value = gzippedKb(await scripts());
      await page.close();
      results.push({ key: `engine.scriptKb.${backend}`, value, unit: 'kB gzipped' });
    }
    const largest = Math.max(...results.map(({ value }) => value));
    const promise = { atMost: 350 };
    return [
      { key: 'engine.scriptKb', value: largest, unit: 'kB gzipped, one backend', promise },
      ...results,
    ];
  },
};
