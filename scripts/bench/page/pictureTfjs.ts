import * as tf from '@tensorflow/tfjs-core';
import { ResNet34 } from '../../../src/models/resnet.ts';
import { foldBatchNorm } from '../../../src/nn/foldBatchNorm.ts';
import { loadStateDict } from '../../../src/nn/state.ts';
import { readSafetensors } from '../../../src/weights/safetensors/safetensors.ts';
import { startEngine } from '../../../src/engine/startEngine.ts';
import type { PictureCandidate } from './pictureCandidate.ts';
import type { PictureWork } from './pictureProtocol.ts';
import { startStockBackend } from './stockBackend.ts';
import { stockForward } from './stockForward.ts';

/** The chapter's network as its worker runs it without a GPU, on one thread. */
export async function startOurs(work: PictureWork): Promise<PictureCandidate> {
  const { info } = await startEngine('wasm', [], 1);
  if (info.backend !== 'wasm') throw new Error('The wasm engine does not start here.');
  const network = await loadNetwork(work.files);
  foldBatchNorm(network);
  return toCandidate(work, (x) => network.forward(x));
}

/** The network as one writes it with TensorFlow.js's own operations. */
export async function startStock(work: PictureWork): Promise<PictureCandidate> {
  await startStockBackend('wasm');
  const network = await loadNetwork(work.files);
  return toCandidate(work, (x) => stockForward(network, x));
}

async function loadNetwork(files: string): Promise<ResNet34> {
  const answer = await fetch(new URL('model.safetensors', files));
  const state = readSafetensors(new Uint8Array(await answer.arrayBuffer()));
  const network = new ResNet34(state['fc.bias']!.data.length).eval();
  loadStateDict(network, state);
  return network;
}

function toCandidate(
  { pictureSize }: PictureWork,
  forward: (x: tf.Tensor4D) => tf.Tensor2D,
): PictureCandidate {
  return {
    threads: 1,
    async answer(picture) {
      const logits = tf.tidy(() =>
        forward(tf.tensor4d(picture, [1, pictureSize, pictureSize, 3])).dataSync(),
      );
      return logits as Float32Array;
    },
  };
}
