import type { BackendName } from '../../../contract/engine.ts';
import type { NetworkKind } from '../../../contract/networks.ts';
import {
  asInThePaper,
  type NetworkConfig,
  type RunConfig,
  type Schedule,
} from '../../../contract/runConfig.ts';

/** What residual networks add where, and in which order: shortcut A or B of the paper, or pre-activation with A. */
export type ResidualDesign = 'A' | 'B' | 'pre-activation';

/** All that the lab's controls say; a run follows from them alone. */
export interface LabSettings {
  /** Which preset they started from. */
  preset: string;
  kinds: NetworkKind[];
  /** A shallow and a deep one. */
  depths: number[];
  residual: ResidualDesign;
  batchNorm: boolean;
  /** γ of the last batch norm of each residual block at the start. */
  lastScale: number;
  width: number;
  pictureSize: number;
  trainPictures: number;
  /** Shift and mirror the pictures. */
  augment: boolean;
  steps: number;
  batchSize: number;
  learningRate: number;
  warmUp: Schedule['warmUp'];
  decay: Schedule['decay'];
  weightDecay: number;
  seed: number;
  /** Runs one after the other, of this seed and those that follow it. */
  seeds: number;
  backend: 'auto' | BackendName;
}

/** The run that the controls ask for: every network of every kind at every depth, shallow before deep. */
export function toRunConfig(settings: LabSettings, seed = settings.seed): RunConfig {
  const { kinds, steps, batchSize, learningRate, warmUp, decay, weightDecay } = settings;
  const { pictureSize, trainPictures, augment } = settings;
  const depths = [...new Set(settings.depths)].sort((a, b) => a - b);
  return {
    networks: kinds.flatMap((kind) => depths.map((depth) => toNetwork(kind, depth, settings))),
    recipe: {
      ...{ steps, batchSize, learningRate, schedule: { warmUp, decay } },
      ...{ momentum: 0.9, weightDecay, seed },
    },
    data: {
      ...{ pictureSize, trainPictures },
      ...{ shift: augment ? Math.round(pictureSize / 8) : 0, flip: augment },
    },
    evaluation: measuredEvery(steps),
  };
}

function toNetwork(kind: NetworkKind, depth: number, settings: LabSettings): NetworkConfig {
  const { residual, batchNorm, lastScale, width } = settings;
  const common = { ...asInThePaper, kind, depth, width, batchNorm };
  if (kind === 'plain') return { ...common, id: `plain-${depth}` };
  const names = { A: 'residual', B: 'residual-B', 'pre-activation': 'pre-activation' };
  return {
    ...{ ...common, id: `${names[residual]}-${depth}`, lastScale },
    ...{ shortcut: residual === 'B' ? 'B' : 'A', preActivation: residual === 'pre-activation' },
  };
}

/** Long runs are measured more rarely, on more pictures. */
function measuredEvery(steps: number): RunConfig['evaluation'] {
  if (steps < 1000) return { every: 50, pictures: 500 };
  return { every: Math.max(50, Math.round(steps / 1000) * 50), pictures: 1000 };
}

/** Megabytes of pictures a run fetches: shards of 1,000 pictures of 3 kB, for training and held out. */
export function downloadMegabytes({ recipe, data, evaluation }: RunConfig): number {
  const shards = (pictures: number) => Math.ceil(pictures / 1000);
  const training = Math.min(data.trainPictures, recipe.steps * recipe.batchSize);
  return (shards(training) + shards(evaluation.pictures)) * 3.07;
}
