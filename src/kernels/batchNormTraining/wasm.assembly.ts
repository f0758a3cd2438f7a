import { fillPeriod, foldSums, sumBlocks } from '../wasm/assembly/periods';

// Batch norm with the batch's own statistics: two passes, so that a large mean costs no digits of the variance, then
// one that applies them, with addend and ReLU folded in. Threads share each pass, block by block.

/**
 * For each block the sums of x over its periods, or of (x − mean)² if `mean` is given.
 *
 * @param x float32 [size]
 * @param mean float32, a period; 0 for plain sums
 * @param partials float32 [blocks, period], of which those from `first` to `end` are written
 */
export function batchNormSums(
  x: usize,
  size: i32,
  period: i32,
  block: i32,
  mean: usize,
  first: i32,
  end: i32,
  partials: usize,
): void {
  const periodBytes = period * 4;
  const periods = size / period;
  const zero = f32x4.splat(0);
  partials += first * periodBytes;
  for (; first < end; first++) {
    const rows = min(block, periods - first * block);
    const start = x + first * block * periodBytes;
    for (let lane = 0; lane < periodBytes; lane += 32) {
      let from = start + lane;
      let low = zero;
      let high = zero;
      if (mean === 0) {
        for (let row = rows; row > 0; row--) {
          low = f32x4.add(low, v128.load(from));
          high = f32x4.add(high, v128.load(from, 16));
          from += periodBytes;
        }
      } else {
        const meanLow = v128.load(mean + lane);
        const meanHigh = v128.load(mean + lane, 16);
        for (let row = rows; row > 0; row--) {
          const centredLow = f32x4.sub(v128.load(from), meanLow);
          const centredHigh = f32x4.sub(v128.load(from, 16), meanHigh);
          low = f32x4.add(low, f32x4.mul(centredLow, centredLow));
          high = f32x4.add(high, f32x4.mul(centredHigh, centredHigh));
          from += periodBytes;
        }
      }
      v128.store(partials, low);
      v128.store(partials, high, 16);
      partials += 32;
    }
  }
}

/** The sums of all blocks, and of what lies behind the last whole period, one a channel. */
function sumAll(
  x: usize,
  size: i32,
  channels: i32,
  period: i32,
  mean: usize,
  partials: usize,
  blocks: i32,
  sums: usize,
): void {
  sumBlocks(partials, blocks, period, sums);
  const periods = size / period;
  const rest = x + periods * period * 4;
  for (let lane = 0; lane < size - periods * period; lane++) {
    const value = <f64>load<f32>(rest + lane * 4);
    const centred = mean === 0 ? value : value - <f64>load<f32>(mean + lane * 4);
    const sum = sums + lane * 8;
    store<f64>(sum, load<f64>(sum) + (mean === 0 ? value : centred * centred));
  }
  foldSums(sums, period, channels);
}

/**
 * The mean, from what batchNormSums leaves.
 *
 * @param sums scratch, float64 [period]
 * @param mean float32 [channels], written; means a period of it
 */
export function batchNormMean(
  x: usize,
  size: i32,
  channels: i32,
  period: i32,
  partials: usize,
  blocks: i32,
  sums: usize,
  mean: usize,
  means: usize,
): void {
  const count = <f64>(size / channels);
  sumAll(x, size, channels, period, 0, partials, blocks, sums);
  for (let channel = 0; channel < channels; channel++) {
    const value = <f32>(load<f64>(sums + channel * 8) / count);
    store<f32>(mean + channel * 4, value);
    store<f32>(means + channel * 4, value);
  }
  fillPeriod(means, period, channels);
}

/**
 * The variance (biased), and what batchNormApply takes.
 *
 * @param means a period of the mean
 * @param scale float32 [channels], offset alike; variance alike, written
 * @param sums scratch, float64 [period]
 * @param factors float32, a period, written; offsets alike
 */
export function batchNormFactors(
  x: usize,
  size: i32,
  channels: i32,
  period: i32,
  means: usize,
  partials: usize,
  blocks: i32,
  scale: usize,
  offset: usize,
  epsilon: f64,
  variance: usize,
  sums: usize,
  factors: usize,
  offsets: usize,
): void {
  const count = <f64>(size / channels);
  sumAll(x, size, channels, period, means, partials, blocks, sums);
  for (let channel = 0; channel < channels; channel++) {
    const at = channel * 4;
    const spread = load<f64>(sums + channel * 8) / count;
    store<f32>(variance + at, <f32>spread);
    store<f32>(factors + at, <f32>(<f64>load<f32>(scale + at) / Math.sqrt(spread + epsilon)));
    store<f32>(offsets + at, load<f32>(offset + at));
  }
  fillPeriod(factors, period, channels);
  fillPeriod(offsets, period, channels);
}

/**
 * y = (x − mean) · factor + offset + addend, and at least 0 with `relu`; mean, factor and offset are periods.
 *
 * @param x float32 [size], from the beginning of a period on; y alike, written
 * @param addend float32 as x, or 0 for none
 */
export function batchNormApply(
  x: usize,
  size: i32,
  period: i32,
  mean: usize,
  factor: usize,
  offset: usize,
  addend: usize,
  relu: bool,
  y: usize,
): void {
  const lowest: f32 = relu ? 0 : -Infinity;
  const lowestLanes = f32x4.splat(lowest);
  const periodBytes = period * 4;
  let bytes = size * 4;
  for (; bytes >= periodBytes; bytes -= periodBytes) {
    // pmax rather than max: one instruction, and NaN stays NaN.
    if (addend === 0) {
      for (let lane = 0; lane < periodBytes; lane += 16) {
        const centred = f32x4.sub(v128.load(x + lane), v128.load(mean + lane));
        const scaled = f32x4.mul(centred, v128.load(factor + lane));
        const sum = f32x4.add(scaled, v128.load(offset + lane));
        v128.store(y + lane, f32x4.pmax(sum, lowestLanes));
      }
    } else {
      for (let lane = 0; lane < periodBytes; lane += 16) {
        const centred = f32x4.sub(v128.load(x + lane), v128.load(mean + lane));
        const scaled = f32x4.mul(centred, v128.load(factor + lane));
        const shifted = f32x4.add(scaled, v128.load(offset + lane));
        const sum = f32x4.add(shifted, v128.load(addend + lane));
        v128.store(y + lane, f32x4.pmax(sum, lowestLanes));
      }
      addend += periodBytes;
    }
    x += periodBytes;
    y += periodBytes;
  }
  for (let lane = 0; lane < bytes; lane += 4) {
    const centred = load<f32>(x + lane) - load<f32>(mean + lane);
    let sum = centred * load<f32>(factor + lane) + load<f32>(offset + lane);
    if (addend !== 0) sum += load<f32>(addend + lane);
    store<f32>(y + lane, sum < lowest ? lowest : sum);
  }
}
