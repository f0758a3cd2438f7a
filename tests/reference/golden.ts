import * as tf from '@tensorflow/tfjs-core';
import { namedTensors, type Module } from '../../src/nn/module.ts';
import { loadStateDict } from '../../src/nn/state.ts';
import type { StateDict } from '../../src/contract/stateDict.ts';
import { pattern } from './pattern.ts';

/** A tensor of a golden file: float32 in base64. */
export interface Stored {
  shape: number[];
  data: string;
}

export function decode({ data }: Stored): Float32Array {
  const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
  return new Float32Array(bytes.buffer);
}

type Shape4 = [number, number, number, number];

/** PyTorch's feature maps [batch, channels, height, width] as ours. */
export function toMaps(values: Float32Array, shape: number[]): tf.Tensor4D {
  return tf.tidy(() => tf.transpose(tf.tensor<tf.Rank.R4>(values, shape as Shape4), [0, 2, 3, 1]));
}

/** Our feature maps in PyTorch's order; leaves `maps` alone. */
export async function fromMaps(maps: tf.Tensor): Promise<Float32Array> {
  const there = tf.transpose(maps, [0, 3, 1, 2]);
  const values = (await there.data()) as Float32Array;
  there.dispose();
  return values;
}

/** Our filter's or matrix's gradient in PyTorch's order; leaves it alone. */
export async function fromWeight(weight: tf.Tensor): Promise<Float32Array> {
  const order = { 2: [1, 0], 4: [3, 2, 0, 1] }[weight.rank];
  const there = order ? tf.transpose(weight, order) : tf.clone(weight);
  const values = (await there.data()) as Float32Array;
  there.dispose();
  return values;
}

/** Gives every tensor of a module the values that its key and shape stand for: stored.py's `fill`. */
export function fill(module: Module): void {
  const state: StateDict = {};
  for (const [key, tensor] of namedTensors(module)) {
    const shape = torchShape(tensor.shape);
    state[key] = { shape, data: values(key, shape) };
  }
  loadStateDict(module, state);
}

/** The same, by the shapes that PyTorch has. */
export function fillFrom(module: Module, stored: Record<string, { shape: number[] }>): void {
  const entries = Object.entries(stored).map(([key, { shape }]) => [
    key,
    { shape, data: values(key, shape) },
  ]);
  loadStateDict(module, Object.fromEntries(entries) as StateDict);
}

function torchShape(shape: number[]): number[] {
  if (shape.length === 4) return [shape[3]!, shape[2]!, shape[0]!, shape[1]!];
  return shape.toReversed();
}

function values(key: string, shape: number[]): Float32Array {
  if (shape.length === 4)
    return pattern(key, shape, (24 / (shape[0]! * shape[2]! * shape[3]!)) ** 0.5);
  if (shape.length === 2) return pattern(key, shape, 2 / shape[1]! ** 0.5);
  if (key.endsWith('running_var')) return pattern(key, shape, 0.5, 1);
  if (key.endsWith('bias') || key.endsWith('running_mean')) return pattern(key, shape, 0.4);
  return pattern(key, shape, 0.4, 1);
}
