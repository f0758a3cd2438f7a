import { openEnginePage } from './enginePage.ts';
import type { Measurement } from './measurement.ts';
import { median, type Result } from './result.ts';
import { workload } from './workloads.ts';

const depths = [
  { depth: 20, programs: 240 },
  { depth: 56, programs: 640 },
];

/** What a steady step asks of WebGL, and how much longer the first takes after the engine's warm-up. */
export const measureGpu: Measurement = {
  keys: [
    'programs.resnet20',
    'uploads.resnet20',
    'programs.resnet56',
    'uploads.resnet56',
    'firstStep.webgl',
    'programs.resnet20.stock',
    'uploads.resnet20.stock',
  ],
  async run({ browser, quick, wants }) {
    const page = await openEnginePage(browser);
    const results: Result[] = [];
    for (const { depth, programs } of depths) {
      const keys = [`programs.resnet${depth}`, `uploads.resnet${depth}`];
      if (![...keys, ...(depth === 20 ? ['firstStep.webgl'] : [])].some(wants)) continue;
      const ours = await page.start('ours.webgl.inTurn', workload(depth, 'small'));
      const first = await ours.run(1);
      await ours.run(1);
      const steps = quick ? 1 : 3;
      const steady = await ours.run(steps);
      await ours.stop();
      results.push(
        {
          key: `programs.resnet${depth}`,
          value: steady.programs / steps,
          unit: 'GPU programs per step',
          promise: { atMost: programs },
        },
        {
          key: `uploads.resnet${depth}`,
          value: steady.uploads / steps,
          unit: 'uploads per step, including the batch',
          promise: { atMost: 5 },
        },
      );
      if (depth !== 20) continue;
      results.push({
        key: 'firstStep.webgl',
        value: first.stepMs[0]! / median(steady.stepMs),
        unit: '× a steady step',
        promise: { atMost: 3 },
      });
    }
    if (!quick && (wants('programs.resnet20.stock') || wants('uploads.resnet20.stock'))) {
      const stock = await page.start('core.webgl', workload(20, 'small'));
      await stock.run(2);
      const { programs, uploads } = await stock.run(1);
      await stock.stop();
      results.push(
        { key: 'programs.resnet20.stock', value: programs, unit: 'GPU programs per step' },
        { key: 'uploads.resnet20.stock', value: uploads, unit: 'uploads per step' },
      );
    }
    await page.close();
    return results;
  },
};
