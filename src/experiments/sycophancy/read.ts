import * as tf from '@tensorflow/tfjs-core';
import type {
  PlaceReading,
  SycophancyReading,
  SycophancyReadingFinding,
} from '../../contract/sycophancy.ts';
import { truthOf, wordsOf, type Prompt } from '../../contract/toyLanguage.ts';
import { lastToken, type StreamWalk, type Transformer } from '../../models/transformer.ts';
import type { Stream } from '../../nn/tensors.ts';
import { contributionsTo, type Wanted } from './contributions.ts';
import type { Sources } from '../sources.ts';
import { openTransformer, toTokens } from './network.ts';

/** What one place of the stream was seen to do. */
interface Seen {
  added: Stream;
  stream: Stream;
  before: Stream | null;
  heads: { patterns: tf.Tensor4D; outputs: Stream[] } | null;
}

/** Reads the stream of a trained network, place by place, while it answers a prompt. */
export async function* sycophancyReading(
  { network: asked, prompt }: SycophancyReading,
  { toyNetworks }: Pick<Sources, 'toyNetworks'>,
): AsyncGenerator<SycophancyReadingFinding, void> {
  const { network } = await openTransformer(asked, toyNetworks);
  // As tf.tidy, which does not wait: a GPU's values come when they are there.
  tf.engine().startScope();
  const reading = await readStream(network, prompt).finally(() => {
    tf.engine().endScope();
    network.dispose();
  });
  yield reading;
}

async function readStream(network: Transformer, prompt: Prompt): Promise<SycophancyReadingFinding> {
  const seen = walkThrough(network, prompt);
  const stream = [...seen.values()].at(-1)?.stream as Stream;
  const { opinion } = prompt;
  const wanted = opinion === null ? null : { plus: opinion, minus: truthOf(prompt) };
  const contributions = wanted && (await contributionsTo(network, await lastOf(stream), wanted));
  const contributionOf = async (part: Stream) => contributions?.of(await lastOf(part)) ?? null;
  const readings = [...seen].map(async ([place, look]): Promise<PlaceReading> => {
    const { added, stream: after, before, heads } = look;
    const [, tokens] = after.shape;
    const size = tokens * tokens;
    const patterns = heads ? await read(heads.patterns) : new Float32Array();
    return {
      place,
      added: Array.from(await read(tf.norm(added, 2, -1))),
      stream: Array.from(await read(tf.norm(after, 2, -1))),
      alignment: before ? await cosines(added, before) : Array.from({ length: tokens }, () => 0),
      ...(await lensAt(network, after)),
      contribution: await contributionOf(added),
      heads: await Promise.all(
        (heads?.outputs ?? []).map(async (output, head) => ({
          pattern: patterns.slice(head * size, (head + 1) * size),
          contribution: await contributionOf(output),
        })),
      ),
    };
  });
  return {
    ...{ type: 'reading', words: wordsOf(prompt), places: await Promise.all(readings) },
    offset: contributions?.offset ?? null,
    difference: wanted && (await differenceOf(network, stream, wanted)),
  };
}

/** One pass; all that it keeps lives as long as the tidy around it. */
function walkThrough(network: Transformer, prompt: Prompt): Map<string, Seen> {
  const seen = new Map<string, Seen>();
  const at: StreamWalk['at'] = {};
  const after: StreamWalk['after'] = {
    embedding: (x) => {
      seen.set('embedding', { added: x, stream: x, before: null, heads: null });
      return undefined;
    },
  };
  network.layers.forEach((layer, i) => {
    for (const sublayer of ['attention', 'mlp'] as const) {
      const place = `layers.${i}.${sublayer}`;
      at[place] = ({ x, added }) => {
        const look = sublayer === 'attention' ? layer.lookAtHeads(x) : null;
        const heads = look && { patterns: look.pattern, outputs: look.outputs };
        seen.set(place, { added, stream: added, before: x, heads });
        return undefined;
      };
      after[place] = (x) => {
        seen.set(place, { ...(seen.get(place) as Seen), stream: x });
        return undefined;
      };
    }
  });
  network.stream(toTokens([prompt]), { at, after });
  return seen;
}

/** The logit lens (nostalgebraist 2020): the last norm and the unembedding, on the stream as it is here. */
async function lensAt(
  network: Transformer,
  x: Stream,
): Promise<Pick<PlaceReading, 'lens' | 'answer'>> {
  const [, tokens, width] = x.shape;
  const probabilities = tf.softmax(network.head(tf.reshape(x, [tokens, width])));
  const values = await read(probabilities);
  const words = values.length / tokens;
  const rows = Array.from({ length: tokens }, (_, t) => values.slice(t * words, (t + 1) * words));
  const lens = rows.map((row) => {
    const probability = Math.max(...row);
    return { token: row.indexOf(probability), probability };
  });
  return { lens, answer: rows.at(-1) as Float32Array };
}

/** What the network itself says: one logit minus another after the last token. */
async function differenceOf(
  network: Transformer,
  stream: Stream,
  { plus, minus }: Wanted,
): Promise<number> {
  const logits = await read(network.head(lastToken(stream)));
  return (logits[plus] as number) - (logits[minus] as number);
}

/** Token by token. */
async function cosines(a: Stream, b: Stream): Promise<number[]> {
  const lengths = tf.mul(tf.norm(a, 2, -1), tf.norm(b, 2, -1));
  return Array.from(await read(tf.div(tf.sum(tf.mul(a, b), -1), tf.maximum(lengths, 1e-12))));
}

function lastOf(x: Stream): Promise<Float32Array> {
  return read(lastToken(x));
}

function read(x: tf.Tensor): Promise<Float32Array> {
  return x.data<'float32'>();
}
