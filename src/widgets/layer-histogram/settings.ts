import { choice, slider, type ValuesOf } from '../../figure/settings/settings.tsx';

export const signed = (value: number) => value.toFixed(1).replace('-', '−');
const batchSizes = [1, 2, 4, 8, 16, 32, 64] as const;

export const settings = {
  scale: slider({ label: 'Scale γ', min: 0, max: 3, step: 0.1, start: 1, format: signed }),
  offset: slider({ label: 'Offset β', min: -3, max: 3, step: 0.1, start: 0, format: signed }),
  mode: choice({
    label: 'Mode',
    options: [
      ['train', 'training'],
      ['eval', 'evaluation'],
    ],
    start: 'train',
  }),
  batches: slider({ label: 'Batches seen', min: 1, max: 60, start: 40, isMinor: true }),
  batchSize: choice({
    label: 'Batch size',
    options: batchSizes.map((size) => [size, String(size)] as const),
    start: 16,
    isMinor: true,
  }),
};

export type HistogramSettings = ValuesOf<typeof settings>;
