import { choice, slider, type ValuesOf } from '../../figure/settings/settings.tsx';

export const settings = {
  blocks: slider({ label: 'Blocks in each stack', min: 1, max: 16, start: 1 }),
  seed: slider({ label: 'Seed', min: 1, max: 10, start: 1, isMinor: true }),
  lastScale: choice({
    label: 'γ starts at',
    options: [
      [0.1, '0.1 (small branches)'],
      [1, '1 (the usual choice)'],
    ],
    start: 0.1,
  }),
};

export type CopySettings = ValuesOf<typeof settings>;
