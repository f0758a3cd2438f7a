import {
  addToSums,
  blockOf,
  clearSums,
  fillPeriod,
  foldSums,
  periodOf,
} from '../wasm/assembly/periods';

/**
 * Sums of x over the pixels, or of (x − mean)² if `mean` is given, one a channel.
 *
 * @param x float32 [size / channels, channels]
 * @param mean float32, a period; 0 for plain sums
 * @param sums float64, a period; the first `channels` are the result
 */
function sumChannels(x: usize, size: i32, channels: i32, mean: usize, sums: usize): void {
  const period = periodOf(channels);
  const periodBytes = period * 4;
  const periods = size / period;
  const block = blockOf(period);
  const zero = f32x4.splat(0);
  clearSums(sums, period);
  for (let first = 0; first < periods; first += block) {
    const rows = min(block, periods - first);
    for (let lane = 0; lane < period; lane += 8) {
      let from = x + first * periodBytes + lane * 4;
      let low = zero;
      let high = zero;
      if (mean === 0) {
        for (let row = rows; row > 0; row--) {
          low = f32x4.add(low, v128.load(from));
          high = f32x4.add(high, v128.load(from, 16));
          from += periodBytes;
        }
      } else {
        const meanLow = v128.load(mean + lane * 4);
        const meanHigh = v128.load(mean + lane * 4, 16);
        for (let row = rows; row > 0; row--) {
          const centredLow = f32x4.sub(v128.load(from), meanLow);
          const centredHigh = f32x4.sub(v128.load(from, 16), meanHigh);
          low = f32x4.add(low, f32x4.mul(centredLow, centredLow));
          high = f32x4.add(high, f32x4.mul(centredHigh, centredHigh));
          from += periodBytes;
        }
      }
      addToSums(sums + lane * 8, low, high);
    }
  }
  const rest = x + periods * periodBytes;
  for (let lane = 0; lane < size - periods * period; lane++) {
    const value = <f64>load<f32>(rest + lane * 4);
    const centred = mean === 0 ? value : value - <f64>load<f32>(mean + lane * 4);
    const sum = sums + lane * 8;
    store<f64>(sum, load<f64>(sum) + (mean === 0 ? value : centred * centred));
  }
  foldSums(sums, period, channels);
}

/**
 * y = max(lowest, (x − mean) · factor + offset + addend); mean, factor and offset are periods.
 *
 * @param addend float32 as x, or 0 for none
 */
function apply(
  x: usize,
  size: i32,
  period: i32,
  mean: usize,
  factor: usize,
  offset: usize,
  addend: usize,
  lowest: f32,
  y: usize,
): void {
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

/**
 * Batch norm with the batch's own statistics (two passes, so that a large mean costs no digits of
 * the variance), addend and ReLU folded into the one pass that writes.
 *
 * @param x float32 [size / channels, channels]; addend (0 for none) and y alike
 * @param scale float32 [channels], offset alike
 * @param mean float32 [channels], variance (biased) alike, written
 * @param scratch 20 bytes for each of 8 · channels
 */
export function batchNormTraining(
  x: usize,
  size: i32,
  channels: i32,
  scale: usize,
  offset: usize,
  addend: usize,
  epsilon: f64,
  relu: bool,
  y: usize,
  mean: usize,
  variance: usize,
  scratch: usize,
): void {
  const period = periodOf(channels);
  const sums = scratch;
  const factor = sums + period * 8;
  const offsets = factor + period * 4;
  const means = offsets + period * 4;
  const count = <f64>(size / channels);
  sumChannels(x, size, channels, 0, sums);
  for (let channel = 0; channel < channels; channel++) {
    const value = <f32>(load<f64>(sums + channel * 8) / count);
    store<f32>(mean + channel * 4, value);
    store<f32>(means + channel * 4, value);
  }
  fillPeriod(means, period, channels);
  sumChannels(x, size, channels, means, sums);
  for (let channel = 0; channel < channels; channel++) {
    const at = channel * 4;
    const spread = load<f64>(sums + channel * 8) / count;
    store<f32>(variance + at, <f32>spread);
    store<f32>(factor + at, <f32>(<f64>load<f32>(scale + at) / Math.sqrt(spread + epsilon)));
    store<f32>(offsets + at, load<f32>(offset + at));
  }
  fillPeriod(factor, period, channels);
  fillPeriod(offsets, period, channels);
  apply(x, size, period, means, factor, offsets, addend, relu ? 0 : -Infinity, y);
}
