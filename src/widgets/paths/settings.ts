import { slider, type ValuesOf } from '../../figure/settings/settings.tsx';

/** The blocks of the network, and the number r that each branch multiplies by. */
export const settings = {
  blocks: slider({ label: 'Blocks, n', min: 1, max: 54, start: 10 }),
  scale: slider({
    ...{
      label: 'Branch factor, r',
      min: 0.05,
      max: 2,
      step: 0.05,
      start: 0.1,
    },
    format: (r) => r.toFixed(2),
  }),
};

export type PathSettings = ValuesOf<typeof settings>;
