import * as tf from '@tensorflow/tfjs-core';
import type { BackendName } from '../../../src/contract/engine.ts';
import { ResNet34 } from '../../../src/models/resnet.ts';
import { foldBatchNorm } from '../../../src/nn/foldBatchNorm.ts';
import { loadStateDict } from '../../../src/nn/state.ts';
import { readSafetensors } from '../../../src/weights/safetensors/safetensors.ts';
import { startOurEngine } from './engines.ts';
import type { PictureCandidate } from './pictureCandidate.ts';
import type { PictureWork } from './pictureProtocol.ts';
import { startStockBackend } from './stockBackend.ts';
import { stockForward } from './stockForward.ts';

/** The chapter's network as its worker runs it, on one thread where there is no GPU. */
export async function startOurs(work: PictureWork, wish: BackendName): Promise<PictureCandidate> {
  await startOurEngine(wish, 1);
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
    runsOn: { webgpu: 'WebGPU', webgl: 'WebGL' }[tf.getBackend()] ?? '1 thread',
    async answer(picture) {
      const logits = tf.tidy(() => forward(tf.tensor4d(picture, [1, pictureSize, pictureSize, 3])));
      const values = await logits.data();
      logits.dispose();
      return values as Float32Array;
    },
  };
}
