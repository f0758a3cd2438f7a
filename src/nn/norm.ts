import * as tf from '@tensorflow/tfjs-core';
import type { Module } from './module.ts';
import type { FeatureMaps } from './tensors.ts';

/** What normalises in a block: batch norm, or nothing (identity.ts). */
export interface Norm extends Module {
  /** x [batch, height, width, channels] → the same shape. */
  forward(x: FeatureMaps, followers?: Followers): FeatureMaps;
}

/** Makes a norm for so many channels: torchvision's `norm_layer`. */
export type NormLayer = new (channels: number) => Norm;

/** What follows a norm in a residual block, in this order. */
export interface Followers {
  /** Sees the norm's result as `branch` and `add` as `shortcut` before they are added. */
  hook?: SumHook | undefined;
  /** Feature maps to add to the result, such as a shortcut's. */
  add?: FeatureMaps;
  /** Take max(0, ·) last. */
  relu?: boolean;
}

/** What a block adds up. A plain one has no shortcut. */
export interface Terms {
  branch: FeatureMaps;
  shortcut: FeatureMaps | null;
}

/** Terms to take the place of others; null leaves a term out. */
export type NewTerms = { [Term in keyof Terms]?: FeatureMaps | null };

/** Reads the terms of a sum before they are added, and may replace them. */
export type SumHook = (terms: Terms) => NewTerms | undefined;

/** What `followers` ask for, each in a pass of its own. */
export function follow(x: FeatureMaps, { hook, add, relu }: Followers): FeatureMaps {
  const given: Terms = { branch: x, shortcut: add ?? null };
  const { branch, shortcut } = { ...given, ...hook?.(given) };
  const sum = branch && shortcut ? tf.add<FeatureMaps>(branch, shortcut) : (branch ?? shortcut);
  if (!sum) return tf.zerosLike(x);
  return relu ? tf.relu(sum) : tf.clone(sum);
}
