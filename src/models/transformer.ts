import * as tf from '@tensorflow/tfjs-core';
import { Embedding } from '../nn/embedding.ts';
import { LayerNorm } from '../nn/layerNorm.ts';
import { Linear } from '../nn/linear.ts';
import { Module } from '../nn/module.ts';
import { MultiheadAttention } from '../nn/multiheadAttention.ts';
import { Projection } from '../nn/projection.ts';
import type { Logits, Stream, Tokens } from '../nn/tensors.ts';
import { expectPlaces } from './places.ts';

export interface TransformerShape {
  /** Words of the vocabulary. */
  words: number;
  /** The most tokens it can take. */
  context: number;
  /** Features of the stream, a multiple of `heads`. */
  width: number;
  heads: number;
  layers: number;
}

export type Sublayer = 'attention' | 'mlp';

/** Adds what a sublayer gives to the stream x it was given. */
type Join = (sublayer: Sublayer, x: Stream, added: Stream) => Stream;

/** What a sublayer is shown at its place: the stream before it and what it adds, [batch, tokens, width] both. */
export interface Addition {
  x: Stream;
  added: Stream;
}

/** May return what is added instead; null adds nothing. */
export type AdditionHook = (at: Addition) => Stream | null | undefined;

/** Called with the stream after a place, and may return what goes on in its stead. */
export type StreamHook = (x: Stream) => Stream | undefined;

/**
 * How to go through a transformer. What hooks are shown, and what they compute, is freed with the tidy that
 * runs it: they keep what they need by `tf.keep(tf.clone(x))`. A hook that only looks returns undefined.
 */
export interface StreamWalk {
  /** By the place of a sublayer, such as `layers.0.attention`. */
  at?: Record<string, AdditionHook>;
  /** By the place of a sublayer, or `embedding`. */
  after?: Record<string, StreamHook>;
}

/** Two linear layers with a ReLU between them, on each token by itself. */
export class Mlp extends Module {
  linear1: Linear;
  linear2: Linear;

  constructor(width: number) {
    super();
    this.linear1 = new Linear(width, 4 * width);
    this.linear2 = new Linear(4 * width, width);
  }

  /** x [batch, tokens, width] → the same shape. */
  forward(x: Stream): Stream {
    return this.linear2.forward(tf.relu(this.linear1.forward(x))); // [batch, tokens, 4 · width] between
  }
}

/** A layer that adds to the stream twice, with the norm before each sublayer (Xiong et al. 2020, figure 1(b)). */
export class TransformerLayer extends Module {
  norm1: LayerNorm;
  attention: MultiheadAttention;
  norm2: LayerNorm;
  mlp: Mlp;

  constructor(width: number, heads: number) {
    super();
    this.norm1 = new LayerNorm(width);
    this.attention = new MultiheadAttention(width, heads);
    this.norm2 = new LayerNorm(width);
    this.mlp = new Mlp(width);
  }

  /** x [batch, tokens, width] → the same shape. */
  forward(x: Stream, join: Join = (_, before, added) => tf.add(before, added)): Stream {
    x = join('attention', x, this.attention.forward(this.norm1.forward(x))); // x + attention(norm(x))
    x = join('mlp', x, this.mlp.forward(this.norm2.forward(x))); // x + mlp(norm(x))
    return x;
  }

  /** Of the stream x before this layer: see `MultiheadAttention.look`. Call it in a tidy. */
  lookAtHeads(x: Stream): ReturnType<MultiheadAttention['look']> {
    return this.attention.look(this.norm1.forward(x));
  }
}

/**
 * A decoder-only transformer (Radford et al. 2019) with learned positions, and an unembedding of its own. Every
 * sublayer adds to one residual stream.
 */
export class Transformer extends Module {
  embedding: Embedding;
  positions: Embedding;
  layers: TransformerLayer[];
  norm: LayerNorm;
  unembedding: Projection;

  /** @throws when the heads can't share the width */
  constructor({ words, context, width, heads, layers }: TransformerShape) {
    super();
    this.embedding = new Embedding(words, width);
    this.positions = new Embedding(context, width);
    this.layers = Array.from({ length: layers }, () => new TransformerLayer(width, heads));
    this.norm = new LayerNorm(width);
    this.unembedding = new Projection(width, words);
  }

  /** Where hooks can be: `embedding`, then `layers.0.attention`, `layers.0.mlp`, … in the stream's order. */
  places(): string[] {
    const sublayers = this.layers.flatMap((_, i) => [`layers.${i}.attention`, `layers.${i}.mlp`]);
    return ['embedding', ...sublayers];
  }

  /**
   * Tokens [batch, tokens] → the logits of the word after the last one [batch, words]. Call it in a tidy.
   * @throws when a hook's place is none of the network's, or there are more tokens than the context holds
   */
  forward(tokens: Tokens, walk: StreamWalk = {}): Logits {
    const x = this.stream(tokens, walk); // [batch, tokens, width]
    return this.head(lastToken(x)); // [batch, words]
  }

  /** Tokens [batch, tokens] → the stream after the last layer [batch, tokens, width]. Throws as `forward` does. */
  stream(tokens: Tokens, { at = {}, after = {} }: StreamWalk = {}): Stream {
    expectPlaces(this.places(), Object.keys({ ...at, ...after }));
    let x = this.#embed(tokens); // [batch, tokens, width]
    x = after['embedding']?.(x) ?? x;
    for (const [i, layer] of this.layers.entries()) {
      x = layer.forward(x, (sublayer, before, added) => {
        const place = `layers.${i}.${sublayer}`;
        const replaced = at[place]?.({ x: before, added });
        const sum = replaced === null ? before : tf.add<Stream>(before, replaced ?? added);
        return after[place]?.(sum) ?? sum;
      });
    }
    return x;
  }

  /** What the stream says at one token each, [batch, width] → logits [batch, words]. */
  head(x: tf.Tensor2D): Logits {
    return this.unembedding.forward(this.norm.forward(x));
  }

  #embed(tokens: Tokens): Stream {
    const [batch, length] = tokens.shape;
    const [context, width] = this.positions.weight.shape;
    if (length > context)
      throw new Error(`This transformer reads at most ${context} tokens, not ${length}.`);
    const words = this.embedding.forward(tf.reshape(tokens, [batch * length]));
    const places = this.positions.forward(tf.range(0, length, 1, 'int32'));
    return tf.add(tf.reshape(words, [batch, length, width]), places);
  }
}

/** The stream at the last token: [batch, tokens, width] → [batch, width]. */
export function lastToken(x: Stream): tf.Tensor2D {
  const [batch, tokens, width] = x.shape;
  return tf.reshape(tf.slice(x, [0, tokens - 1, 0], [batch, 1, width]), [batch, width]);
}
