import type { NetworkKind } from './networks.ts';
import type { TracedBlock } from './tracedBlock.ts';

/**
 * A training run from beginning to end: equal configs give equal runs, to the last digit on WebAssembly. It is
 * passed down whole, from the page to the learner, and recorded whole. Where a run computes is not part of it.
 */
export interface RunConfig {
  networks: NetworkConfig[];
  recipe: Recipe;
  data: DataConfig;
  evaluation: EvaluationConfig;
}

/** One network of a run: a CIFAR network of depth 6n + 2. */
export interface NetworkConfig {
  /** Unique within the run, such as `plain-20`. */
  id: string;
  kind: NetworkKind;
  depth: number;
  /** Channels of the first stage; the second and third have twice and four times as many. */
  width: number;
  /** Parameter-free padding (A) or 1×1 projection (B) where dimensions grow (He et al. 2015, section 3.3). */
  shortcut: 'A' | 'B';
  /** Batch norm and ReLU before the weights instead of after, and none after the sum (He et al. 2016); residual only. */
  preActivation: boolean;
  batchNorm: boolean;
  /** γ of each block's last batch norm at the start: 1 as in the paper; at 0 a residual block starts as the identity. */
  lastScale: number;
  /** Blocks of the reader's own, by their channels, in place of those that keep the shape. */
  own?: Record<number, TracedBlock>;
}

/** What a network of the paper has of these choices (He et al. 2015, section 4.2). */
export const asInThePaper = {
  shortcut: 'A',
  preActivation: false,
  batchNorm: true,
  lastScale: 1,
} as const satisfies Partial<NetworkConfig>;

/** How every network of the run is trained: SGD with momentum, on the same batches. */
export interface Recipe {
  steps: number;
  batchSize: number;
  /** The highest of the run. */
  learningRate: number;
  schedule: Schedule;
  momentum: number;
  weightDecay: number;
  /** Of the first weights, the order of the pictures and their augmentation. */
  seed: number;
}

/** How the learning rate changes during a run. */
export interface Schedule {
  /** Steps over which it rises in equal parts to the full rate; 0 for none. */
  warmUp: number;
  /** It stays, is divided by 10 after half and after three quarters of the steps (as in the paper), or falls to 0 as a cosine. */
  decay: 'none' | 'steps' | 'cosine';
}

export const constantRate: Schedule = { warmUp: 0, decay: 'none' };

export interface DataConfig {
  /** Side of the square pictures in pixels; CIFAR-10's 32 are averaged down to it. */
  pictureSize: number;
  /** How many of the 50,000 training pictures are used, in whole shards: fewer download faster. */
  trainPictures: number;
  /** Largest random shift in pixels, after zero padding; 0 switches it off. */
  shift: number;
  /** Whether half of the training pictures, drawn at random, are mirrored. */
  flip: boolean;
}

export interface EvaluationConfig {
  /** Steps between two measurements of test error; the last step is always measured. */
  every: number;
  /** Held-out pictures each measurement uses. */
  pictures: number;
}
