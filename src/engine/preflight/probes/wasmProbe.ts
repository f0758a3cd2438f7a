import type { TensorInfo } from '@tensorflow/tfjs-core';
import { batchNormTraining } from '../../../kernels/batchNormTraining/wasm.ts';
import { convInfo } from '../../../kernels/conv2d/convInfo.ts';
import { computeConv2d } from '../../../kernels/conv2d/wasm.ts';
import kernelsUrl from '../../../kernels/wasm/kernels.wasm?url';
import { fetchKernels, instantiate, type Wasm } from '../../../kernels/wasm/module.ts';
import { oneThread } from '../../../kernels/wasm/threads/inParts.ts';
import { mostPages, shareMemory } from '../../../kernels/wasm/threads/shareMemory.ts';
import { startThreads } from '../../../kernels/wasm/threads/startThreads.ts';
import { createPlainHeap } from './plainHeap.ts';
import { mapShape, work, workInputs, type Probe } from '../work.ts';

/** 64 KiB each: a few maps, and scratch for four threads. */
const pages = 512;

/**
 * Our own kernels on a memory of their own, without TensorFlow.js, on as many threads as training would take.
 * Rejects where there is no SIMD.
 */
export async function startWasmProbe(threads: number): Promise<Probe> {
  const bytes = await fetchKernels(kernelsUrl);
  const isShared = threads > 1;
  const memory = new WebAssembly.Memory({
    initial: pages,
    ...(isShared && { maximum: mostPages, shared: true }),
  });
  const kernels = await WebAssembly.compile(isShared ? shareMemory(bytes) : bytes);
  const pool = isShared ? await startThreads(kernels, memory, threads) : undefined;
  const heap = createPlainHeap(memory);
  const module = (await instantiate(kernels, memory)) as never;
  const wasm: Wasm<never> = { module, heap, threads: pool ?? oneThread };

  const put = (shape: readonly number[], values: Float32Array) => {
    const tensor = heap.output([...shape]);
    heap.floats(tensor).set(values);
    return tensor;
  };
  const { channels, epsilon } = work;
  const { map, filter: weights } = workInputs();
  const first = put(mapShape, map);
  const filter = put([3, 3, channels, channels], weights);
  const scale = put([channels], new Float32Array(channels).fill(1));
  const offset = put([channels], new Float32Array(channels));
  heap.keep();
  const info = convInfo('Conv2D', [...mapShape], filter.shape, {
    ...{ strides: 1, pad: 'same', dataFormat: 'NHWC' },
  });
  const layer = (x: TensorInfo): TensorInfo => {
    const maps = computeConv2d(wasm, { x, filter }, info);
    const how = { epsilon, relu: true, addend: false };
    return batchNormTraining.run(wasm, { x: maps, scale, offset }, how, noStock)[0];
  };
  return {
    async turn(layers) {
      let x = first;
      for (let i = 0; i < layers; i++) x = layer(x);
      return heap.floats(x).slice(0, channels);
    },
    end: () => pool?.end(),
  };
}

function noStock(): never {
  throw new Error('There is no TensorFlow.js here.');
}
