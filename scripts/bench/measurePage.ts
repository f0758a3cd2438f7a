import { collectScripts, gzippedKb } from './collectScripts.ts';
import type { Measurement } from './measurement.ts';

/** Script that lesson 1 loads before the reader does anything, scrolled through once. */
export const measurePage: Measurement = {
  keys: ['page.scriptKb', 'page.scriptsWithTfjs'],
  async run({ browser, siteUrl }) {
    const page = await browser.newPage({ serviceWorkers: 'block' });
    const scripts = collectScripts(page);
    await page.goto(new URL('degradation/', siteUrl).href);
    await page.locator('figure[data-widget="degradation-lab"]').scrollIntoViewIfNeeded();
    await page.locator('figure[data-widget="degradation-lab"][data-ready]').waitFor();
    await page.waitForLoadState('networkidle');
    const bodies = await scripts();
    await page.close();
    const withTfjs = bodies.filter((body) => /tfjs|WEBGL_VERSION/.test(body.toString())).length;
    return [
      {
        key: 'page.scriptKb',
        value: gzippedKb(bodies),
        unit: 'kB gzipped',
        promise: { atMost: 170 },
      },
      {
        key: 'page.scriptsWithTfjs',
        value: withTfjs,
        unit: 'files',
        promise: { atMost: 0 },
      },
    ];
  },
};
