import type { DataConfig, NetworkConfig, Recipe } from './runConfig.ts';
import type { StreamSizes } from './streamSizes.ts';
import type { Score, SycophancyTraining } from './sycophancy.ts';

/** Residual networks and small transformers, measured in the same way: `content/runs/two-streams.json`. */
export interface TwoStreamsRecord {
  /** ISO 8601. */
  recordedAt: string;
  engine: string;
  /** Version of the engine's arithmetic: `engineVersion`. */
  version: number;
  /** How each residual network is trained, but for its seed. */
  recipe: Omit<Recipe, 'seed'>;
  data: DataConfig;
  /** Held-out pictures that everything is measured on. */
  pictures: number;
  /** Both designs, in the order of the seeds; none left out. */
  residual: ResidualStream[];
  /** In the order of the seeds; the first is the chapter's network. */
  transformers: [TransformerStream, ...TransformerStream[]];
}

export interface ResidualStream extends StreamSizes {
  network: NetworkConfig;
  seed: number;
  /** The mean loss of every 20 steps. */
  losses: number[];
  /** Share of the pictures named rightly, 0 to 1: by the whole network, and without each block. */
  right: number;
  rightWithout: number[];
}

export interface TransformerStream extends StreamSizes {
  training: SycophancyTraining;
  score: Score;
  /** Without each sublayer. */
  scoreWithout: Score[];
}
