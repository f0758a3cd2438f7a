import type { Transformer } from '../../models/transformer.ts';

/** Two words, by their tokens. */
export interface Wanted {
  plus: number;
  minus: number;
}

/**
 * What parts of the last token's stream add to the logit of `plus` minus the logit of `minus`. The last layer norm
 * is γ (x − mean(x)) / σ + β with σ of the whole stream; with σ held at that, it is linear, so parts that sum to
 * the stream have contributions that sum, with that of β, to the difference.
 * @param stream x at the last token [width]
 */
export async function contributionsTo(
  { norm, unembedding }: Transformer,
  stream: Float32Array,
  { plus, minus }: Wanted,
): Promise<{ of: (part: Float32Array) => number; offset: number }> {
  const [width, words] = unembedding.weight.shape;
  const [table, scale, shift] = await Promise.all([
    unembedding.weight.data<'float32'>(),
    norm.weight.data<'float32'>(),
    norm.bias.data<'float32'>(),
  ]);
  /** From a feature of the normalised stream to the difference. */
  const slope = (i: number) =>
    (table[i * words + plus] as number) - (table[i * words + minus] as number);
  const mean = (x: Float32Array) => x.reduce((sum, value) => sum + value, 0) / width;

  const centre = mean(stream);
  const variance = stream.reduce((sum, value) => sum + (value - centre) ** 2, 0) / width;
  const sigma = Math.sqrt(variance + norm.epsilon);
  const of = (part: Float32Array) => {
    const middle = mean(part);
    return part.reduce(
      (sum, value, i) => sum + (slope(i) * (scale[i] as number) * (value - middle)) / sigma,
      0,
    );
  };
  const offset = shift.reduce((sum, value, i) => sum + slope(i) * value, 0);
  return { of, offset };
}
