import { fillPeriod, foldSums, sumBlocks } from '../wasm/assembly/periods';

// The gradient of batch norm (Ioffe and Szegedy 2015, section 3). With g = dy where the ReLU let something through,
// r = 1 / √(variance + ε), x̂ = (x − mean) · r and M pixels:
//
//   dOffset = Σ g,  dScale = Σ g · x̂,  dx = scale · r · (g − dOffset / M − x̂ · dScale / M)
//
// Threads share each of the two passes, block by block.

/**
 * For each block the sums of g and of g · (x − mean) over its periods.
 *
 * @param dy float32 [size]; x alike
 * @param y what the ReLU gave, or 0 if there was none and g is dy
 * @param masked float32 [size], where g is written if y is given
 * @param means float32, a period
 * @param partials float32 [blocks, period], of which those from `first` to `end` are written; for g
 * @param products alike, for g · (x − mean)
 */
export function batchNormGradSums(
  dy: usize,
  x: usize,
  size: i32,
  period: i32,
  block: i32,
  y: usize,
  masked: usize,
  means: usize,
  first: i32,
  end: i32,
  partials: usize,
  products: usize,
): void {
  const periodBytes = period * 4;
  const periods = size / period;
  const zero = f32x4.splat(0);
  let to = first * periodBytes;
  for (; first < end; first++) {
    const rows = min(block, periods - first * block);
    const start = first * block * periodBytes;
    for (let lane = 0; lane < periodBytes; lane += 32) {
      const meanLow = v128.load(means + lane);
      const meanHigh = v128.load(means + lane, 16);
      let low = zero;
      let high = zero;
      let productLow = zero;
      let productHigh = zero;
      let at = start + lane;
      for (let row = rows; row > 0; row--) {
        let gLow = v128.load(dy + at);
        let gHigh = v128.load(dy + at, 16);
        if (y !== 0) {
          gLow = v128.and(gLow, f32x4.gt(v128.load(y + at), zero));
          gHigh = v128.and(gHigh, f32x4.gt(v128.load(y + at, 16), zero));
          v128.store(masked + at, gLow);
          v128.store(masked + at, gHigh, 16);
        }
        low = f32x4.add(low, gLow);
        high = f32x4.add(high, gHigh);
        const xLow = f32x4.sub(v128.load(x + at), meanLow);
        const xHigh = f32x4.sub(v128.load(x + at, 16), meanHigh);
        productLow = f32x4.add(productLow, f32x4.mul(gLow, xLow));
        productHigh = f32x4.add(productHigh, f32x4.mul(gHigh, xHigh));
        at += periodBytes;
      }
      v128.store(partials + to, low);
      v128.store(partials + to, high, 16);
      v128.store(products + to, productLow);
      v128.store(products + to, productHigh, 16);
      to += 32;
    }
  }
}

/**
 * The sums of all blocks, and of what lies behind the last whole period, one a channel.
 *
 * @param sums float64 [period], written, for g; productSums alike, for g · (x − mean)
 */
function sumAll(
  dy: usize,
  x: usize,
  size: i32,
  channels: i32,
  period: i32,
  y: usize,
  masked: usize,
  means: usize,
  partials: usize,
  products: usize,
  blocks: i32,
  sums: usize,
  productSums: usize,
): void {
  sumBlocks(partials, blocks, period, sums);
  sumBlocks(products, blocks, period, productSums);
  const periods = size / period;
  const rest = periods * period * 4;
  for (let lane = 0; lane < size - periods * period; lane++) {
    const at = rest + lane * 4;
    let g = load<f32>(dy + at);
    if (y !== 0) {
      if (!(load<f32>(y + at) > 0)) g = 0;
      store<f32>(masked + at, g);
    }
    const centred = <f64>load<f32>(x + at) - <f64>load<f32>(means + lane * 4);
    store<f64>(sums + lane * 8, load<f64>(sums + lane * 8) + <f64>g);
    store<f64>(productSums + lane * 8, load<f64>(productSums + lane * 8) + <f64>g * centred);
  }
  foldSums(sums, period, channels);
  foldSums(productSums, period, channels);
}

/** A period of the mean. */
export function batchNormGradMeans(mean: usize, channels: i32, period: i32, means: usize): void {
  for (let channel = 0; channel < channels; channel++) {
    store<f32>(means + channel * 4, load<f32>(mean + channel * 4));
  }
  fillPeriod(means, period, channels);
}

/**
 * The gradients of scale and offset, from what batchNormGradSums leaves, and what batchNormGradApply takes.
 *
 * @param scale float32 [channels]; variance, dScale and dOffset alike
 * @param sums scratch, float64 [period]; productSums alike
 * @param factor float32, a period, written; slope and shift alike
 */
export function batchNormGradFactors(
  dy: usize,
  x: usize,
  size: i32,
  channels: i32,
  period: i32,
  y: usize,
  masked: usize,
  means: usize,
  partials: usize,
  products: usize,
  blocks: i32,
  scale: usize,
  variance: usize,
  epsilon: f64,
  dScale: usize,
  dOffset: usize,
  sums: usize,
  productSums: usize,
  factor: usize,
  slope: usize,
  shift: usize,
): void {
  const count = <f64>(size / channels);
  sumAll(
    dy,
    x,
    size,
    channels,
    period,
    y,
    masked,
    means,
    partials,
    products,
    blocks,
    sums,
    productSums,
  );
  for (let channel = 0; channel < channels; channel++) {
    const at = channel * 4;
    const r = 1 / Math.sqrt(<f64>load<f32>(variance + at) + epsilon);
    const offsetGradient = load<f64>(sums + channel * 8);
    const scaleGradient = load<f64>(productSums + channel * 8) * r;
    const factorValue = <f64>load<f32>(scale + at) * r;
    store<f32>(dOffset + at, <f32>offsetGradient);
    store<f32>(dScale + at, <f32>scaleGradient);
    store<f32>(factor + at, <f32>factorValue);
    store<f32>(slope + at, <f32>((-factorValue * r * scaleGradient) / count));
    store<f32>(shift + at, <f32>((-factorValue * offsetGradient) / count));
  }
  fillPeriod(factor, period, channels);
  fillPeriod(slope, period, channels);
  fillPeriod(shift, period, channels);
}

/**
 * dx = g · factor + (x − mean) · slope + shift, all but g and x being periods.
 *
 * @param g float32 [size], from the beginning of a period on; x and dx alike; dx may be g
 */
export function batchNormGradApply(
  g: usize,
  x: usize,
  size: i32,
  period: i32,
  mean: usize,
  factor: usize,
  slope: usize,
  shift: usize,
  dx: usize,
): void {
  const periodBytes = period * 4;
  let bytes = size * 4;
  for (; bytes >= periodBytes; bytes -= periodBytes) {
    for (let lane = 0; lane < periodBytes; lane += 16) {
      const fromG = f32x4.mul(v128.load(g + lane), v128.load(factor + lane));
      const centred = f32x4.sub(v128.load(x + lane), v128.load(mean + lane));
      const fromX = f32x4.mul(centred, v128.load(slope + lane));
      v128.store(dx + lane, f32x4.add(f32x4.add(fromG, fromX), v128.load(shift + lane)));
    }
    g += periodBytes;
    x += periodBytes;
    dx += periodBytes;
  }
  for (let lane = 0; lane < bytes; lane += 4) {
    const fromG = load<f32>(g + lane) * load<f32>(factor + lane);
    const fromX = (load<f32>(x + lane) - load<f32>(mean + lane)) * load<f32>(slope + lane);
    store<f32>(dx + lane, fromG + fromX + load<f32>(shift + lane));
  }
}
