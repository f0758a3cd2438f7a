/**
 * v' = momentum · v + (g + weightDecay · w) and w' = w − learningRate · v', for `size` floats.
 * newWeights and newVelocities may be the old ones.
 */
export function sgdMomentumUpdate(
  weights: usize,
  velocities: usize,
  gradients: usize,
  newWeights: usize,
  newVelocities: usize,
  size: i32,
  learningRate: f32,
  momentum: f32,
  weightDecay: f32,
): void {
  const rate = f32x4.splat(learningRate);
  const keep = f32x4.splat(momentum);
  const decay = f32x4.splat(weightDecay);
  let at = 0;
  for (; at <= size * 4 - 16; at += 16) {
    const w = v128.load(weights + at);
    const g = f32x4.add(v128.load(gradients + at), f32x4.mul(decay, w));
    const v = f32x4.add(f32x4.mul(keep, v128.load(velocities + at)), g);
    v128.store(newVelocities + at, v);
    v128.store(newWeights + at, f32x4.sub(w, f32x4.mul(rate, v)));
  }
  for (; at < size * 4; at += 4) {
    const w = load<f32>(weights + at);
    const g = load<f32>(gradients + at) + weightDecay * w;
    const v = momentum * load<f32>(velocities + at) + g;
    store<f32>(newVelocities + at, v);
    store<f32>(newWeights + at, w - learningRate * v);
  }
}
