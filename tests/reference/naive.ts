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

interface Statistics {
  mean: ArrayLike<number>;
  variance: ArrayLike<number>;
}

/** Ioffe and Szegedy 2015, algorithm 1, then the addition and the ReLU. */
export function batchNorm(given: NaiveBatchNorm) {
  const { x, scale } = given;
  const channels = scale.length;
  const count = x.length / channels;
  const mean = new Float64Array(channels);
  const variance = new Float64Array(channels);
  for (let i = 0; i < x.length; i++) mean[i % channels]! += x[i]! / count;
  for (let i = 0; i < x.length; i++)
    variance[i % channels]! += (x[i]! - mean[i % channels]!) ** 2 / count;
  return { y: normalise(given, { mean, variance }), mean, variance };
}

/** The same with statistics that are given. */
export function normalise(
  { x, scale, offset, epsilon, relu, addend }: NaiveBatchNorm,
  { mean, variance }: Statistics,
): Float64Array {
  return Float64Array.from({ length: x.length }, (_, i) => {
    const c = i % scale.length;
    const normalised = (x[i]! - mean[c]!) / Math.sqrt(variance[c]! + epsilon);
    const sum = scale[c]! * normalised + offset[c]! + (addend?.[i] ?? 0);
    return relu ? Math.max(0, sum) : sum;
  });
}

/**
 * The gradients of Σ y · dy, for maps too large for `numericalGradient`: section 3 of the paper, step by
 * step, with those of the variance and the mean kept apart.
 */
export function batchNormGradients(given: NaiveBatchNorm, dy: ArrayLike<number>) {
  const { x, scale, epsilon, relu } = given;
  const { y, mean, variance } = batchNorm(given);
  const channels = scale.length;
  const count = x.length / channels;
  const addend = Float64Array.from(y, (value, i) => (relu && value <= 0 ? 0 : dy[i]!));
  const offset = new Float64Array(channels);
  const dScale = new Float64Array(channels);
  const dVariance = new Float64Array(channels);
  const dMean = new Float64Array(channels);
  addend.forEach((g, i) => {
    const c = i % channels;
    const deviation = Math.sqrt(variance[c]! + epsilon);
    const centred = x[i]! - mean[c]!;
    offset[c]! += g;
    dScale[c]! += (g * centred) / deviation;
    dVariance[c]! -= (scale[c]! * g * centred) / (2 * deviation ** 3);
    dMean[c]! -= (scale[c]! * g) / deviation;
  });
  const dx = addend.map((g, i) => {
    const c = i % channels;
    const fromVariance = (2 * dVariance[c]! * (x[i]! - mean[c]!)) / count;
    return (scale[c]! * g) / Math.sqrt(variance[c]! + epsilon) + fromVariance + dMean[c]! / count;
  });
  return { x: dx, scale: dScale, offset, addend };
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
