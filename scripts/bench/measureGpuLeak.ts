import { openEnginePage } from './enginePage.ts';
import type { Measurement } from './measurement.ts';

/** Tensors and textures that training on WebGL adds to what step 2 left. */
export const measureGpuLeak: Measurement = {
  keys: ['leak.tensors.webgl', 'leak.textures'],
  async run({ browser, quick }) {
    const steps = quick ? 100 : 500;
    const page = await openEnginePage(browser);
    const small = { depth: 8, width: 4, pictureSize: 8, batchSize: 8 };
    const ours = await page.start('ours.webgl.inTurn', small);
    const early = await ours.run(2);
    const late = await ours.run(steps - 2);
    await ours.stop();
    await page.close();
    const unit = (what: string) => `${what}, step 2 to ${steps}`;
    const promise = { atMost: 0 };
    return [
      {
        key: 'leak.tensors.webgl',
        value: late.tensors - early.tensors,
        unit: unit('tensors'),
        promise,
      },
      {
        key: 'leak.textures',
        value: late.textures - early.textures,
        unit: unit('textures'),
        promise,
      },
    ];
  },
};
