import * as tf from '@tensorflow/tfjs-core';
import { streamSizes, type StreamSizes } from '../../contract/streamSizes.ts';
import type { SycophancySurvey, SycophancySurveyFinding } from '../../contract/sycophancy.ts';
import type { Prompt } from '../../contract/toyLanguage.ts';
import { lastToken, type StreamWalk, type Transformer } from '../../models/transformer.ts';
import type { Stream } from '../../nn/tensors.ts';
import type { Sources } from '../sources.ts';
import { testPrompts } from './data.ts';
import { openTransformer, toTokens } from './network.ts';
import { scoreOf } from './score.ts';

/** Measures the stream of a trained network over held-out prompts, then removes one sublayer after the other. */
export async function* sycophancySurvey(
  { network: asked }: SycophancySurvey,
  { toyNetworks }: Pick<Sources, 'toyNetworks'>,
): AsyncGenerator<SycophancySurveyFinding, void> {
  const { network, seed } = await openTransformer(asked, toyNetworks);
  try {
    yield { type: 'sizes', ...(await sizesOf(network, testPrompts(seed).friend)) };
    yield { type: 'score', without: null, score: await scoreOf(network, seed) };
    for (const place of sublayersOf(network)) {
      const score = await scoreOf(network, seed, { at: { [place]: () => null } });
      yield { type: 'score', without: place, score };
    }
  } finally {
    network.dispose();
  }
}

const sublayersOf = (network: Transformer) =>
  network.places().filter((place) => place !== 'embedding');

/** Lengths at the last token of each prompt. */
async function sizesOf(network: Transformer, prompts: Prompt[]): Promise<StreamSizes> {
  const places = sublayersOf(network);
  const measured = tf.tidy(() => {
    const rows: tf.Tensor1D[] = [];
    const at: StreamWalk['at'] = {};
    const after: StreamWalk['after'] = { embedding: (x) => void rows.push(lengths(x)) };
    for (const place of places) {
      at[place] = ({ x, added }) => void rows.push(lengths(x), lengths(added));
      after[place] = (x) => void rows.push(lengths(x));
    }
    network.stream(toTokens(prompts), { at, after });
    return tf.stack(rows) as tf.Tensor2D; // [1 + 3 · places, prompts]
  });
  const rows = await measured.array();
  measured.dispose();
  return streamSizes(places, rows);
}

/** ‖x‖ at the last token of each prompt. */
const lengths = (x: Stream): tf.Tensor1D => tf.norm(lastToken(x), 2, -1) as tf.Tensor1D;
