import type { RunSettings } from '../../contract/runRecord.ts';

export interface Preset {
  id: string;
  label: string;
  /** What to expect, for the reader who chooses. */
  note: string;
  settings: Omit<RunSettings, 'seed' | 'kinds'>;
}

/** From small to the paper's own size. The first is the default and runs in minutes without a GPU. */
export const presets: [Preset, ...Preset[]] = [
  {
    id: 'small',
    label: 'Small',
    note: '16 × 16 pixels, narrow networks: minutes on any laptop.',
    settings: {
      depths: [20, 56],
      pictureSize: 16,
      width: 8,
      batchSize: 64,
      steps: 300,
      learningRate: 0.05,
      trainPictures: 50_000,
      evaluateEvery: 50,
      testPictures: 500,
    },
  },
  {
    id: 'tiny',
    label: 'Tiny',
    note: '10 × 10 pixels, 8 and 32 layers: the quickest, for phones.',
    settings: {
      depths: [8, 32],
      pictureSize: 10,
      width: 6,
      batchSize: 64,
      steps: 300,
      learningRate: 0.05,
      trainPictures: 10_000,
      evaluateEvery: 50,
      testPictures: 500,
    },
  },
  {
    id: 'long',
    label: 'Long',
    note: '16 × 16 pixels, 1,500 steps: about two passes over the training pictures.',
    settings: {
      depths: [20, 56],
      pictureSize: 16,
      width: 8,
      batchSize: 64,
      steps: 1500,
      learningRate: 0.05,
      trainPictures: 50_000,
      evaluateEvery: 100,
      testPictures: 1000,
    },
  },
  {
    id: 'paper',
    label: 'Paper’s size',
    note: '32 × 32 pixels, 16 channels, batches of 128: the paper’s networks; for a fast GPU.',
    settings: {
      depths: [20, 56],
      pictureSize: 32,
      width: 16,
      batchSize: 128,
      steps: 4000,
      learningRate: 0.1,
      trainPictures: 50_000,
      evaluateEvery: 200,
      testPictures: 1000,
    },
  },
];
