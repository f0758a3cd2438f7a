import * as tf from '@tensorflow/tfjs-core';
import { describeShape } from '../kernels/shapes.ts';
import type { StateDict } from '../contract/stateDict.ts';
import { Embedding } from './embedding.ts';
import { namedModules, namedTensors, type Module } from './module.ts';

/**
 * The one place where layouts change: checkpoints hold PyTorch's, networks TensorFlow.js's.
 * Convolutions: OIHW there, HWIO here; linear layers: [out, in] there, [in, out] here. Tables of embeddings
 * are the same on both sides.
 */
const toHere: Record<number, number[]> = { 2: [1, 0], 4: [2, 3, 1, 0] };
const toThere: Record<number, number[]> = { 2: [1, 0], 4: [3, 2, 0, 1] };

/** All parameters and buffers of a network as a checkpoint: PyTorch's keys and layouts. */
export async function stateDict(module: Module): Promise<StateDict> {
  const tables = tablesOf(module);
  const entries = namedTensors(module).map(async ([key, tensor]) => {
    const there = tables.has(tensor) ? tf.clone(tensor) : transposed(tensor, toThere);
    const data = Float32Array.from(await there.data());
    there.dispose();
    return [key, { shape: there.shape, data }] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

/**
 * Fills a network with a checkpoint's tensors. Batch norm's `num_batches_tracked` is passed over: with a
 * fixed momentum nothing depends on it.
 * @throws when keys are missing or unexpected, or a shape differs; then nothing was loaded
 */
export function loadStateDict(module: Module, state: StateDict): void {
  const tensors = namedTensors(module);
  const tables = tablesOf(module);
  const wanted = new Set(tensors.map(([key]) => key));
  const given = Object.keys(state).filter((key) => !key.endsWith('num_batches_tracked'));
  const missing = [...wanted].filter((key) => !(key in state));
  const unexpected = given.filter((key) => !wanted.has(key));
  if (missing.length + unexpected.length > 0) {
    throw new Error(
      `The checkpoint belongs to a different network. ${list('Missing', missing)}${list('Unexpected', unexpected)}`.trim(),
    );
  }
  const loads = tensors.map(([key, tensor]) => {
    const { shape, data } = state[key] as StateDict[string];
    const isTable = tables.has(tensor);
    const expected = isTable ? tensor.shape : shapeThere(tensor.shape);
    if (!tf.util.arraysEqual(shape, expected) || data.length !== tensor.size) {
      throw new Error(
        `${key}: the checkpoint has ${describeShape(shape)} with ${data.length} values, the network expects ${describeShape(expected)}.`,
      );
    }
    return { tensor, isTable, shape, data };
  });
  for (const { tensor, isTable, shape, data } of loads)
    tf.tidy(() => {
      const given = tf.tensor(data, shape);
      tensor.assign(isTable ? given : transposed(given, toHere));
    });
}

/** The tables of embeddings, which lie in rows on both sides. */
function tablesOf(module: Module): Set<tf.Variable> {
  return new Set(
    namedModules(module).flatMap(([, inner]) => (inner instanceof Embedding ? [inner.weight] : [])),
  );
}

function transposed(tensor: tf.Tensor, orders: Record<number, number[]>): tf.Tensor {
  const order = orders[tensor.rank];
  return order ? tf.transpose(tensor, order) : tf.clone(tensor);
}

function shapeThere(shape: number[]): number[] {
  return toThere[shape.length]?.map((axis) => shape[axis] as number) ?? shape;
}

function list(what: string, keys: string[]): string {
  if (keys.length === 0) return '';
  const shown = keys.slice(0, 5).join(', ');
  return `${what}: ${shown}${keys.length > 5 ? ` and ${keys.length - 5} more` : ''}. `;
}
