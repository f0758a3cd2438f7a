import type { BackendName, EngineInfo } from './engine.ts';
import type { NetworkKind } from './networks.ts';
import type {
  SycophancyReading,
  SycophancyReadingFinding,
  SycophancySteering,
  SycophancySteeringFinding,
  SycophancySurvey,
  SycophancySurveyFinding,
  SycophancyTraining,
  SycophancyTrainingFinding,
} from './sycophancy.ts';
import type { TrainedExperiment, TrainedFinding } from './trainedNetwork.ts';

/** Every experiment that takes seconds: what it is given, and what it finds. */
export interface Experiments {
  copy: { settings: CopyExperiment; finding: CopyFinding };
  gradients: { settings: GradientExperiment; finding: GradientFinding };
  block: { settings: BlockExperiment; finding: BlockFinding };
  histogram: { settings: HistogramExperiment; finding: HistogramFinding };
  lesions: { settings: LesionExperiment; finding: LesionFinding };
  sycophancyTraining: { settings: SycophancyTraining; finding: SycophancyTrainingFinding };
  sycophancyReading: { settings: SycophancyReading; finding: SycophancyReadingFinding };
  sycophancySteering: { settings: SycophancySteering; finding: SycophancySteeringFinding };
  sycophancySurvey: { settings: SycophancySurvey; finding: SycophancySurveyFinding };
  trainedNetwork: { settings: TrainedExperiment; finding: TrainedFinding };
}

export type ExperimentName = keyof Experiments;

/** An experiment by its name, with its settings. */
export type Experiment<N extends ExperimentName = ExperimentName> = {
  [K in N]: { name: K } & Experiments[K]['settings'];
}[N];

/** The findings of an experiment, one at a time. */
export type Finding<N extends ExperimentName = ExperimentName> = Experiments[N]['finding'];

/** Stacks of blocks, one of each kind, learn to output the pictures they are given. */
export interface CopyExperiment {
  blocks: number;
  seed: number;
  steps: number;
  learningRate: number;
  /** Where γ of each block's last batch norm starts; PyTorch's default is 1. */
  lastScale: number;
  /** Every step uses all of them. */
  pictures: number;
  pictureSize: number;
}

/** The size of the gradient at each block, before and during training. */
export interface GradientExperiment {
  /** 6n + 2 */
  depth: number;
  batchNorm: boolean;
  seed: number;
  steps: number;
  /** Steps between two measurements. */
  measureEvery: number;
  width: number;
  batchSize: number;
  pictureSize: number;
  learningRate: number;
}

/** What a block makes of a picture while its branch shrinks. */
export interface BlockExperiment {
  seed: number;
  /** Which of the batch, from 0. */
  picture: number;
  /** In the batch that batch norm takes its statistics from. */
  pictures: number;
  pictureSize: number;
  /** What the branch is multiplied by, one after the other. */
  factors: number[];
}

/** What shrinks: γ and β of the branch's last batch norm, or the weights of both convolutions. */
export type Shrinks = 'norm' | 'weights';

/** What batch norm makes of one channel's values. */
export interface HistogramExperiment {
  seed: number;
  /** From 0. */
  channel: number;
  batchSize: number;
  /** Batches that pass in training mode before the one shown. */
  batches: number;
  /** The first held-out ones, again and again. */
  pictures: number;
  pictureSize: number;
  /** γ and β, of all channels. */
  scale: number;
  offset: number;
  mode: 'train' | 'eval';
}

/** How often a pretrained network answers the same with one block after the other damaged. */
export interface LesionExperiment {
  /** Absolute addresses: of the folder that holds the network's model.json, and of photographs. */
  modelUrl: string;
  photographUrls: string[];
  /** Squares cut at random out of the photographs, the same for the same seed. */
  views: number;
  batchSize: number;
  seed: number;
}

/** Pictures are [height, width, 3], 0 to 1: row after row of RGB. */
export type CopyFinding =
  /** Once: the pictures to copy, and the error of answering every pixel with the pictures' mean colour. */
  | { type: 'target'; size: number; pictures: Float32Array[]; greyError: number }
  /** The mean squared error of each stack before the update of this step. */
  | { type: 'error'; step: number; errors: Record<NetworkKind, number> }
  /** What each stack makes of the first pictures. */
  | { type: 'copies'; step: number; copies: Record<NetworkKind, Float32Array[]> };

/**
 * After `step` steps of one network: the norm of ∂E/∂x, where x is the output of the first convolution
 * (index 0) or of block 1, 2, …; `loss` is E, the mean loss of the batch it was measured on.
 */
export interface GradientFinding {
  type: 'gradients';
  kind: NetworkKind;
  step: number;
  loss: number;
  norms: number[];
}

/** Feature maps of one picture: the first channels, [size, size] each, and the norm over all channels. */
export interface Maps {
  channels: Float32Array[];
  norm: number;
}

export type BlockFinding =
  /** Once: the picture [size, size, 3] from 0 to 1, and the block's input x. */
  | { type: 'blockInput'; picture: Float32Array; x: Maps }
  | {
      type: 'block';
      shrinks: Shrinks;
      factor: number;
      /** F(x) */
      branch: Maps;
      /** F(x) + x */
      sum: Maps;
      /** relu(F(x) + x) */
      residual: Maps;
      /** relu(F(x)) */
      plain: Maps;
      /** Norm of relu(F(x) + x) − x. */
      change: number;
    };

export interface Statistics {
  mean: number;
  /** Unbiased: divided by one less than the number of values. */
  variance: number;
}

export type HistogramFinding =
  /** After each batch: its own statistics before batch norm, and the running ones. */
  | { type: 'statistics'; batch: number; own: Statistics; running: Statistics }
  /** Once, last: all values of the channel in one batch, before and after batch norm. */
  | { type: 'values'; before: Float32Array; after: Float32Array };

/**
 * Of the `views` looked at so far, how many get the whole network's first guess without one block's branch,
 * and without its shortcut, in the order of `allBlocks`.
 */
export interface LesionFinding {
  type: 'lesions';
  views: number;
  withoutBranch: number[];
  withoutShortcut: number[];
}

export type ExperimentCommand =
  /** A new experiment replaces the running one. */
  | {
      type: 'run';
      id: number;
      experiment: Experiment;
      dataUrl: string;
      backend: 'auto' | BackendName;
    }
  | { type: 'stop'; id: number };

/** How much of what is downloaded has come, in bytes. */
export interface Bytes {
  received: number;
  total: number;
}

export type ExperimentEvent = { id: number } & (
  | { type: 'waiting'; for: 'engine' | 'pictures' | 'network' | 'connection'; bytes?: Bytes }
  | ({ type: 'engine' } & EngineInfo)
  | { type: 'finding'; finding: Finding }
  | { type: 'done'; stopped: boolean }
  /** Both are sentences for the reader. */
  | { type: 'failed'; message: string; remedy: string }
);
