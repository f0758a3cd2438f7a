import { slider, toggle, type ValuesOf } from '../../figure/settings/settings.tsx';

export const settings = {
  depth: slider({ label: 'Layers', min: 8, max: 56, step: 6, start: 56 }),
  batchNorm: toggle({ label: 'Batch norm', start: true }),
  seed: slider({ label: 'Seed', min: 1, max: 10, start: 1, isMinor: true }),
};

export type GradientSettings = ValuesOf<typeof settings>;
