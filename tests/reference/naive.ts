/** Batch norm and cross entropy by their definitions: loops in float64, nothing shared with the kernels. */

export interface NaiveBatchNorm {
  x: ArrayLike<number>;
  /** One value a channel; channels are the last axis of x. */
  scale: ArrayLike<number>;
  offset: ArrayLike<number>;
  epsilon: number;
  relu: boolean;
  addend?: ArrayLike<number>;
}

/** Ioffe and Szegedy 2015, algorithm 1, then the addition and the ReLU. */
export function batchNorm({ x, scale, offset, epsilon, relu, addend }: NaiveBatchNorm) {
  const channels = scale.length;
  const count = x.length / channels;
  const mean = new Float64Array(channels);
  const variance = new Float64Array(channels);
  for (let i = 0; i < x.length; i++) mean[i % channels]! += x[i]! / count;
  for (let i = 0; i < x.length; i++)
    variance[i % channels]! += (x[i]! - mean[i % channels]!) ** 2 / count;
  const y = Float64Array.from({ length: x.length }, (_, i) => {
    const c = i % channels;
    const normalised = (x[i]! - mean[c]!) / Math.sqrt(variance[c]! + epsilon);
    const sum = scale[c]! * normalised + offset[c]! + (addend?.[i] ?? 0);
    return relu ? Math.max(0, sum) : sum;
  });
  return { y, mean, variance };
}

/** The mean over rows of −log softmax(logits)[label]. */
export function crossEntropy(logits: ArrayLike<number>, labels: ArrayLike<number>): number {
  const classes = logits.length / labels.length;
  let loss = 0;
  for (let row = 0; row < labels.length; row++) {
    const scores = Array.from({ length: classes }, (_, c) => logits[row * classes + c]!);
    const largest = Math.max(...scores);
    const sum = scores.reduce((total, score) => total + Math.exp(score - largest), 0);
    loss += Math.log(sum) - (scores[labels[row]!]! - largest);
  }
  return loss / labels.length;
}

/** The gradient of f at x by central differences, one entry at a time. */
export function numericalGradient(
  f: (x: Float64Array) => number,
  x: ArrayLike<number>,
): Float64Array {
  const h = 1e-5;
  const at = Float64Array.from(x);
  return at.map((value, i) => {
    at[i] = value + h;
    const above = f(at);
    at[i] = value - h;
    const below = f(at);
    at[i] = value;
    return (above - below) / (2 * h);
  });
}

/** Σ a · b */
export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return Array.from(a).reduce((sum, value, i) => sum + value * b[i]!, 0);
}
