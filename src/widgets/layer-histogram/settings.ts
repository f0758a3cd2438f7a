import { choice, slider, type ValuesOf } from '../../figure/settings.tsx';

const signed = (value: number) => String(value).replace('-', '−');
const batchSizes = [1, 2, 4, 8, 16, 32, 64] as const;

export const settings = {
  scale: slider({ label: 'Scale γ', min: 0, max: 3, step: 0.1, start: 1, format: signed }),
  offset: slider({ label: 'Offset β', min: -3, max: 3, step: 0.1, start: 0, format: signed }),
  mode: choice({
    label: 'Mode',
    options: [
      ['train', 'training: the batch’s own'],
      ['eval', 'evaluation: running averages'],
    ],
    start: 'train',
  }),
  batchSize: choice({
    label: 'Pictures a batch',
    options: batchSizes.map((size) => [size, String(size)] as const),
    start: 16,
  }),
  batches: slider({ label: 'Batches so far', min: 1, max: 60, start: 40 }),
};

export type HistogramSettings = ValuesOf<typeof settings>;
