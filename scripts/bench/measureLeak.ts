import { openLab, trainInLab } from '../browsers/lab.ts';
import type { Measurement } from './measurement.ts';

/** Tensors that a run of four networks on the built page adds to what step 2 left, tests of its error included. */
export const measureLeak: Measurement = {
  keys: ['leak.tensors'],
  async run({ browser, siteUrl, quick }) {
    const steps = quick ? 100 : 500;
    const page = await openLab(browser, siteUrl, `preset=tiny&depths=8-14&steps=${steps}`);
    await page.evaluate(() => {
      const seen: TensorCounts = Object.assign(window, { tensors: [] });
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
    return [
      {
        key: 'leak.tensors',
        value: (counts[steps - 1] ?? NaN) - (counts[1] ?? NaN),
        unit: `tensors, step 2 to ${steps}`,
        promise: { atMost: 0 },
      },
    ];
  },
};

interface TensorCounts {
  tensors: number[];
}
