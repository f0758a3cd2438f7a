import {
  addToSums,
  blockOf,
  clearSums,
  fillPeriod,
  foldSums,
  periodOf,
} from '../wasm/assembly/periods';

/**
 * Sums of g and of g · (x − mean) over the pixels, one a channel; g is dy where y > 0.
 *
 * @param y what the ReLU gave, or 0 if there was none and g is dy
 * @param masked float32 as x, where g is written if y is given
 * @param mean float32, a period
 * @param sums float64, a period, for g; products alike, for g · (x − mean)
 */
function sumGradients(
  dy: usize,
  x: usize,
  size: i32,
  channels: i32,
  y: usize,
  masked: usize,
  mean: usize,
  sums: usize,
  products: usize,
): void {
  const period = periodOf(channels);
  const periodBytes = period * 4;
  const periods = size / period;
  const block = blockOf(period);
  const zero = f32x4.splat(0);
  clearSums(sums, period);
  clearSums(products, period);
  for (let first = 0; first < periods; first += block) {
    const rows = min(block, periods - first);
    for (let lane = 0; lane < period; lane += 8) {
      const meanLow = v128.load(mean + lane * 4);
      const meanHigh = v128.load(mean + lane * 4, 16);
      let low = zero;
      let high = zero;
      let productLow = zero;
      let productHigh = zero;
      let at = first * periodBytes + lane * 4;
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
      addToSums(sums + lane * 8, low, high);
      addToSums(products + lane * 8, productLow, productHigh);
    }
  }
  const rest = periods * periodBytes;
  for (let lane = 0; lane < size - periods * period; lane++) {
    const at = rest + lane * 4;
    let g = load<f32>(dy + at);
    if (y !== 0) {
      if (!(load<f32>(y + at) > 0)) g = 0;
      store<f32>(masked + at, g);
    }
    const centred = <f64>load<f32>(x + at) - <f64>load<f32>(mean + lane * 4);
    store<f64>(sums + lane * 8, load<f64>(sums + lane * 8) + <f64>g);
    store<f64>(products + lane * 8, load<f64>(products + lane * 8) + <f64>g * centred);
  }
  foldSums(sums, period, channels);
  foldSums(products, period, channels);
}

/** dx = g · factor + (x − mean) · slope + shift, all but g and x being periods; dx may be g. */
function apply(
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

/**
 * The gradient of batchNormTraining (Ioffe and Szegedy 2015, section 3). With r = 1 / √(variance + ε),
 * x̂ = (x − mean) · r and M pixels:
 *
 *   dOffset = Σ g,  dScale = Σ g · x̂,  dx = scale · r · (g − dOffset / M − x̂ · dScale / M)
 *
 * @param dy float32 [size / channels, channels]; x, dx, and where given y and masked alike
 * @param y the output if it went through a ReLU, else 0
 * @param masked where g is written if y is given; dx itself, or the addend's gradient
 * @param scale float32 [channels]; mean, variance, dScale, dOffset alike
 * @param scratch 32 bytes for each of 8 · channels
 */
export function batchNormTrainingGrad(
  dy: usize,
  x: usize,
  size: i32,
  channels: i32,
  scale: usize,
  mean: usize,
  variance: usize,
  epsilon: f64,
  y: usize,
  masked: usize,
  dx: usize,
  dScale: usize,
  dOffset: usize,
  scratch: usize,
): void {
  const period = periodOf(channels);
  const sums = scratch;
  const products = sums + period * 8;
  const factor = products + period * 8;
  const slope = factor + period * 4;
  const shift = slope + period * 4;
  const means = shift + period * 4;
  const count = <f64>(size / channels);
  for (let channel = 0; channel < channels; channel++) {
    store<f32>(means + channel * 4, load<f32>(mean + channel * 4));
  }
  fillPeriod(means, period, channels);
  sumGradients(dy, x, size, channels, y, masked, means, sums, products);
  for (let channel = 0; channel < channels; channel++) {
    const at = channel * 4;
    const r = 1 / Math.sqrt(<f64>load<f32>(variance + at) + epsilon);
    const offsetGradient = load<f64>(sums + channel * 8);
    const scaleGradient = load<f64>(products + channel * 8) * r;
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
  apply(y !== 0 ? masked : dy, x, size, period, means, factor, slope, shift, dx);
}
