import * as tf from '@tensorflow/tfjs-core';
import type {
  PyTorchFiles,
  Sorted,
  TrainedExperiment,
  TrainedFinding,
} from '../contract/trainedNetwork.ts';
import type { TestSet } from '../data/cifar10/testSet.ts';
import { CifarNetwork } from '../models/cifar.ts';
import { namedTensors } from '../nn/module.ts';
import { normLayerOf } from '../nn/normLayerOf.ts';
import { stateDict } from '../nn/state.ts';
import { pytorchScript } from '../weights/pytorch/pytorchScript.ts';
import { pytorchWeights } from '../weights/pytorch/pytorchWeights.ts';
import { batchFor, batchesOf, createBatches } from './pictures.ts';
import type { Sources } from './sources.ts';
import { lookAtPlace } from './lookAtPlace.ts';
import { studyRemovals } from './studyRemovals.ts';

/** Builds a network of a run again, fills it with a checkpoint's weights, and answers one question after the other. */
export async function* trainedNetwork(
  asked: TrainedExperiment,
  { pictures: source }: Pick<Sources, 'pictures'>,
): AsyncGenerator<TrainedFinding, void> {
  const { pictures, pictureSize, asks } = asked;
  const testSet = await source.normalised(pictures, pictureSize);
  const network = rebuild(asked);
  try {
    for (const question of asks) {
      switch (question.about) {
        case 'network': {
          yield { type: 'filters', filters: await filtersOf(network) };
          const raw = await source.raw(pictures, pictureSize);
          yield { type: 'sorted', ...(yield* sort(network, asked, testSet, raw)) };
          break;
        }
        case 'picture':
          yield {
            type: 'looked',
            ...(await lookAtPlace(asked.network, network, testSet, question)),
          };
          break;
        case 'lesions':
          yield* studyRemovals(asked.network, network, testSet, question.from);
          break;
        case 'files':
          yield { type: 'files', ...(await write(network, asked, testSet, question.picture)) };
      }
    }
  } finally {
    network.dispose();
  }
}

/** A network in evaluation mode with the weights of a checkpoint. */
function rebuild({ network: config, values }: TrainedExperiment): CifarNetwork {
  const { batchNorm, ...shape } = config;
  const network = new CifarNetwork({ ...shape, normLayer: normLayerOf(batchNorm) });
  for (const [index, [, tensor]] of namedTensors(network).entries())
    tf.tidy(() => tensor.assign(tf.tensor(values[index] as Float32Array, tensor.shape)));
  return network.eval();
}

/** [3, 3, 3, width] → one [3, 3, 3] a filter. */
async function filtersOf({ conv1: { weight } }: CifarNetwork): Promise<Float32Array[]> {
  const values = await weight.data();
  const [height, width, colours, filters] = weight.shape;
  return Array.from({ length: filters }, (_, filter) =>
    Float32Array.from(
      { length: height * width * colours },
      (_, at) => values[at * filters + filter] as number,
    ),
  );
}

async function* sort(
  network: CifarNetwork,
  { network: config }: TrainedExperiment,
  testSet: TestSet,
  raw: TestSet,
): AsyncGenerator<TrainedFinding, Sorted> {
  const batchSize = batchFor(config, testSet.pictureSize);
  const guesses = new Uint8Array(testSet.labels.length);
  const batches = createBatches(testSet, batchSize);
  for (const [index, start] of batchesOf(testSet, batchSize).entries()) {
    const classes = tf.tidy(() => tf.argMax(network.forward(batches.at(index)().x), 1));
    guesses.set(await classes.data(), start);
    const [pictures] = classes.shape as [number];
    classes.dispose();
    yield { type: 'tested', pictures: start + pictures };
  }
  return {
    guesses,
    labels: Uint8Array.from(testSet.labels),
    pixels: Uint8Array.from(raw.pictures, (value) => Math.round(255 * value)),
  };
}

async function write(
  network: CifarNetwork,
  { network: config, pictureSize }: TrainedExperiment,
  testSet: TestSet,
  picture: number,
): Promise<PyTorchFiles> {
  const [logits, pixels] = tf.tidy(() => {
    const { x } = createBatches(testSet, 1).at(picture)();
    return [network.forward(x), tf.transpose(x, [0, 3, 1, 2])] as const;
  });
  const answered = Float32Array.from(await logits.data());
  const example = {
    picture: { shape: pixels.shape, data: Float32Array.from(await pixels.data()) },
    logits: { shape: [answered.length], data: answered },
  };
  tf.dispose([logits, pixels]);
  return {
    name: config.id,
    weights: pytorchWeights(await stateDict(network), example),
    script: pytorchScript(config, pictureSize),
    picture,
    logits: [...answered],
  };
}
