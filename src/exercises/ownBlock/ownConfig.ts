import {
  asInThePaper,
  constantRate,
  type NetworkConfig,
  type RunConfig,
} from '../../contract/runConfig.ts';
import type { TracedBlock } from '../../contract/tracedBlock.ts';

const [width, pictureSize, steps, batchSize] = [8, 16, 100, 32];

/** What a block of each stage is given: [batch, channels, height, width]. */
export const inputs = [0, 1, 2].map((stage) => {
  const side = pictureSize / 2 ** stage;
  return [2, width * 2 ** stage, side, side];
});

const reference: NetworkConfig = {
  ...{ id: 'reference', kind: 'residual', depth: 20, width },
  ...asInThePaper,
};

/** The lab's residual-20, and the same network with the reader's block wherever the shape stays. */
export function ownConfig(own: Record<number, TracedBlock>): RunConfig {
  return {
    networks: [reference, { ...reference, id: 'own', own }],
    recipe: {
      ...{ steps, batchSize, learningRate: 0.05, schedule: constantRate },
      ...{ momentum: 0.9, weightDecay: 1e-4, seed: 1 },
    },
    data: { pictureSize, trainPictures: 4000, shift: 2, flip: true },
    evaluation: { every: steps, pictures: 500 },
  };
}
