import type { DataConfig, EvaluationConfig, Recipe } from '../../contract/runConfig.ts';

export interface Preset {
  id: string;
  label: string;
  /** What to expect, for the reader who chooses. */
  note: string;
  /** Of the shallow and the deep networks. */
  depths: number[];
  width: number;
  recipe: Pick<Recipe, 'steps' | 'batchSize' | 'learningRate'>;
  data: Pick<DataConfig, 'pictureSize' | 'trainPictures'>;
  evaluation: EvaluationConfig;
}

/** From small to the paper's own size. The first is the default and runs in minutes without a GPU. */
export const presets: [Preset, ...Preset[]] = [
  {
    id: 'small',
    label: 'Small',
    note: 'Pictures of 16 × 16 pixels and narrow networks: a few minutes on any laptop.',
    depths: [20, 56],
    width: 8,
    recipe: { steps: 300, batchSize: 64, learningRate: 0.05 },
    data: { pictureSize: 16, trainPictures: 50_000 },
    evaluation: { every: 50, pictures: 500 },
  },
  {
    id: 'tiny',
    label: 'Tiny',
    note: 'Pictures of 10 × 10 pixels, 8 and 32 layers: the fastest, made for phones.',
    depths: [8, 32],
    width: 6,
    recipe: { steps: 300, batchSize: 64, learningRate: 0.05 },
    data: { pictureSize: 10, trainPictures: 10_000 },
    evaluation: { every: 50, pictures: 500 },
  },
  {
    id: 'long',
    label: 'Long',
    note: 'Pictures of 16 × 16 pixels and 5,000 steps, as in the recorded runs: about six epochs (passes over the training pictures).',
    depths: [20, 56],
    width: 8,
    recipe: { steps: 5000, batchSize: 64, learningRate: 0.05 },
    data: { pictureSize: 16, trainPictures: 50_000 },
    evaluation: { every: 250, pictures: 1000 },
  },
  {
    id: 'paper',
    label: 'Paper’s size',
    note: 'Pictures of 32 × 32 pixels, 16 channels, batch size 128, as in the paper: needs a fast GPU.',
    depths: [20, 56],
    width: 16,
    recipe: { steps: 4000, batchSize: 128, learningRate: 0.1 },
    data: { pictureSize: 32, trainPictures: 50_000 },
    evaluation: { every: 200, pictures: 1000 },
  },
];

/** The preset of this name; the default where there is none. */
export function findPreset(id: string): Preset {
  return presets.find((preset) => preset.id === id) ?? presets[0];
}
