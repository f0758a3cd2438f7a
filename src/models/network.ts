import type * as tf from '@tensorflow/tfjs-core';
import type { Conv2d } from '../nn/conv2d.ts';
import { Module } from '../nn/module.ts';
import type { NewTerms, Norm, SumHook, Terms } from '../nn/norm.ts';
import { runInTurn, type Layer, type Sequential } from '../nn/sequential.ts';
import type { FeatureMaps, Logits } from '../nn/tensors.ts';
import { expectPlaces } from './places.ts';

/** A plain or residual block. */
export interface Block extends Layer {
  /** The filters of its branch F. */
  branchWeights(): tf.Variable[];
  /** @param hook is shown F(x) and what is added to it, and may replace either */
  forward(x: FeatureMaps, hook?: SumHook): FeatureMaps;
}

/** A block of the papers: its branch F is two convolutions, each with a norm. */
export interface TwoConvolutions extends Block {
  conv1: Conv2d;
  bn1: Norm;
  conv2: Conv2d;
  bn2: Norm;
}

/** @throws for a block of a reader's own, whose layers may have any names */
export function twoConvolutions(block: Block): TwoConvolutions {
  if ('conv1' in block && 'bn1' in block && 'conv2' in block && 'bn2' in block)
    return block as TwoConvolutions;
  throw new Error('This needs a block of two convolutions, each with a norm.');
}

export interface PlacedBlock {
  /** Its path in the network, such as `layer1.0`. */
  place: string;
  block: Block;
}

/** A SumHook that is also shown what came into the block. */
export type Hook = (at: Terms & { x: FeatureMaps }) => NewTerms | undefined;

/** Called with what leaves the stem or a block, and may return what goes on in its stead. */
export type OutputHook = (x: FeatureMaps) => FeatureMaps | undefined;

/**
 * How to go through a network. Without hooks each block's sum is computed in one pass with its last norm. What
 * hooks are shown, and what they compute, is freed after they return: they keep what they need by
 * `tf.keep(tf.clone(x))`, and dispose of it. A hook that only looks returns undefined.
 */
export interface Walk {
  /** The blocks to run, in this order, instead of all. */
  blocks?: PlacedBlock[];
  /** By the place of a block. */
  at?: Record<string, Hook>;
  /** By the place of a block, or `stem`. */
  after?: Record<string, OutputHook>;
}

/** A network of blocks between a stem and a head. */
export abstract class Network extends Module {
  /** Pictures [batch, height, width, 3] → what the first block takes. */
  abstract stem(x: FeatureMaps): FeatureMaps;

  /** In the order of the forward pass. */
  abstract blocks(): PlacedBlock[];

  /** What leaves the last block → logits [batch, classes]. */
  abstract head(x: FeatureMaps): Logits;

  /**
   * Pictures [batch, height, width, 3] → logits [batch, classes]. Call it in a tidy.
   * @throws when a hook's place is none of the network's
   */
  forward(x: FeatureMaps, walk: Walk = {}): Logits {
    const { blocks = this.blocks(), at, after } = walk;
    const places = ['stem', ...blocks.map(({ place }) => place)];
    expectPlaces(places, Object.keys({ ...at, ...after }));
    let out = this.stem(x);
    out = after?.stem?.(out) ?? out;
    out = runBlocks(blocks, out, walk);
    return this.head(out);
  }
}

/** Feature maps through some blocks of a network, with the walk's hooks at these. Call it in a tidy. */
export function runBlocks(
  blocks: PlacedBlock[],
  x: FeatureMaps,
  { at = {}, after = {} }: Omit<Walk, 'blocks'> = {},
): FeatureMaps {
  return runInTurn(blocks, x, ({ place, block }, out) => {
    const hook = at[place];
    const y = block.forward(out, hook && ((terms) => hook({ x: out, ...terms })));
    return after[place]?.(y) ?? y;
  });
}

/** The blocks of stages with their places. */
export function placeBlocks(stages: Record<string, Sequential<Block>>): PlacedBlock[] {
  return Object.entries(stages).flatMap(([stage, { layers }]) =>
    layers.map((block, index) => ({ place: `${stage}.${index}`, block })),
  );
}
