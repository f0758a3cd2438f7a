// Winograd's minimal filtering F(4×4, 3×3): sixteen outputs of a 3×3 convolution by 36 products
// instead of 144, after transforms (Lavin and Gray, Fast Algorithms for Convolutional Neural
// Networks, 2016, section 4.3). With d a 6×6 tile of the input, g the filter and y the 4×4 outputs:
//
//   y = Aᵀ [ (G g Gᵀ) ⊙ (Bᵀ d B) ] A,   and for the filter gradient   dg = Gᵀ [ (A dy Aᵀ) ⊙ (Bᵀ d B) ] G
//
// summed over input channels, or over tiles. Transformed tiles are kept by their 36 elements,
// [36, tiles, channels], so that each element is a plain matrix product. It costs about a digit of
// float32 against the plain sum.
//
// Each transform is one of the functions below, done to columns and then to rows. A line is a few
// vectors of 4 channels, `step` bytes apart; it becomes another line, with steps of `toStep`. A
// function does `groups` times `length` bytes of lines side by side, group by group `fromGroup` and
// `toGroup` bytes apart.

/** Bᵀ: lines of 6 to lines of 6. */
export function inputLines(
  from: usize,
  step: i32,
  fromGroup: i32,
  to: usize,
  toStep: i32,
  toGroup: i32,
  length: i32,
  groups: i32,
): void {
  const four = f32x4.splat(4);
  const five = f32x4.splat(5);
  for (; groups > 0; groups--) {
    for (let lane = 0; lane < length; lane += 16) {
      let line = from + lane;
      const d0 = v128.load(line);
      const d1 = v128.load((line += step));
      const d2 = v128.load((line += step));
      const d3 = v128.load((line += step));
      const d4 = v128.load((line += step));
      const d5 = v128.load(line + step);
      const even = f32x4.sub(d4, f32x4.mul(d2, four));
      const odd = f32x4.sub(d3, f32x4.mul(d1, four));
      const evenHalf = f32x4.sub(d4, d2);
      const oddHalf = f32x4.sub(d3, d1);
      const oddTwice = f32x4.add(oddHalf, oddHalf);
      let target = to + lane;
      v128.store(target, f32x4.add(f32x4.sub(f32x4.mul(d0, four), f32x4.mul(d2, five)), d4));
      v128.store((target += toStep), f32x4.add(even, odd));
      v128.store((target += toStep), f32x4.sub(even, odd));
      v128.store((target += toStep), f32x4.add(evenHalf, oddTwice));
      v128.store((target += toStep), f32x4.sub(evenHalf, oddTwice));
      target += toStep;
      v128.store(target, f32x4.add(f32x4.sub(f32x4.mul(d1, four), f32x4.mul(d3, five)), d5));
    }
    from += fromGroup;
    to += toGroup;
  }
}

/** G: lines of 3 to lines of 6. */
export function filterLines(from: usize, step: i32, to: usize, toStep: i32, length: i32): void {
  for (let lane = 0; lane < length; lane += 16) {
    const g0 = v128.load(from + lane);
    const g1 = v128.load(from + lane + step);
    const g2 = v128.load(from + lane + step * 2);
    const near = f32x4.mul(f32x4.add(g0, g2), f32x4.splat(-1 / 6));
    const nearMiddle = f32x4.mul(g1, f32x4.splat(1 / 6));
    const farFirst = f32x4.mul(g0, f32x4.splat(1 / 24));
    const far = f32x4.add(farFirst, f32x4.mul(g2, f32x4.splat(1 / 6)));
    const farMiddle = f32x4.mul(g1, f32x4.splat(1 / 12));
    let target = to + lane;
    v128.store(target, f32x4.mul(g0, f32x4.splat(1 / 4)));
    v128.store((target += toStep), f32x4.sub(near, nearMiddle));
    v128.store((target += toStep), f32x4.add(near, nearMiddle));
    v128.store((target += toStep), f32x4.add(far, farMiddle));
    v128.store((target += toStep), f32x4.sub(far, farMiddle));
    v128.store(target + toStep, g2);
  }
}

/** Aᵀ: lines of 6 to the first `count` of lines of 4; in place too. */
export function outputLines(
  from: usize,
  step: i32,
  fromGroup: i32,
  to: usize,
  toStep: i32,
  toGroup: i32,
  count: i32,
  length: i32,
  groups: i32,
): void {
  const four = f32x4.splat(4);
  const eight = f32x4.splat(8);
  for (; groups > 0; groups--) {
    for (let lane = 0; lane < length; lane += 16) {
      let line = from + lane;
      const m0 = v128.load(line);
      const m1 = v128.load((line += step));
      const m2 = v128.load((line += step));
      const m3 = v128.load((line += step));
      const m4 = v128.load((line += step));
      const m5 = v128.load(line + step);
      const sum = f32x4.add(m1, m2);
      const difference = f32x4.sub(m1, m2);
      const farSum = f32x4.add(m3, m4);
      const farDifference = f32x4.sub(m3, m4);
      const twice = f32x4.add(farDifference, farDifference);
      let target = to + lane;
      v128.store(target, f32x4.add(f32x4.add(m0, sum), farSum));
      if (count < 2) continue;
      v128.store((target += toStep), f32x4.add(difference, twice));
      if (count < 3) continue;
      v128.store((target += toStep), f32x4.add(sum, f32x4.mul(farSum, four)));
      if (count < 4) continue;
      const eightfold = f32x4.mul(farDifference, eight);
      v128.store(target + toStep, f32x4.add(f32x4.add(difference, eightfold), m5));
    }
    from += fromGroup;
    to += toGroup;
  }
}

/** A: lines of 4, of which those after the first `count` count as zero, to lines of 6. */
export function outputGradientLines(
  from: usize,
  step: i32,
  fromGroup: i32,
  count: i32,
  to: usize,
  toStep: i32,
  toGroup: i32,
  length: i32,
  groups: i32,
): void {
  const four = f32x4.splat(4);
  const eight = f32x4.splat(8);
  const zero = f32x4.splat(0);
  for (; groups > 0; groups--) {
    for (let lane = 0; lane < length; lane += 16) {
      const line = from + lane;
      const y0 = v128.load(line);
      const y1 = count > 1 ? v128.load(line + step) : zero;
      const y2 = count > 2 ? v128.load(line + step * 2) : zero;
      const y3 = count > 3 ? v128.load(line + step * 3) : zero;
      const even = f32x4.add(y0, y2);
      const odd = f32x4.add(y1, y3);
      const farEven = f32x4.add(y0, f32x4.mul(y2, four));
      const farOdd = f32x4.add(f32x4.add(y1, y1), f32x4.mul(y3, eight));
      let target = to + lane;
      v128.store(target, y0);
      v128.store((target += toStep), f32x4.add(even, odd));
      v128.store((target += toStep), f32x4.sub(even, odd));
      v128.store((target += toStep), f32x4.add(farEven, farOdd));
      v128.store((target += toStep), f32x4.sub(farEven, farOdd));
      v128.store(target + toStep, y3);
    }
    from += fromGroup;
    to += toGroup;
  }
}

/** Gᵀ: lines of 6 to lines of 3; in place too. */
export function filterGradientLines(
  from: usize,
  step: i32,
  to: usize,
  toStep: i32,
  length: i32,
): void {
  const sixth = f32x4.splat(1 / 6);
  for (let lane = 0; lane < length; lane += 16) {
    let line = from + lane;
    const u0 = v128.load(line);
    const u1 = v128.load((line += step));
    const u2 = v128.load((line += step));
    const u3 = v128.load((line += step));
    const u4 = v128.load((line += step));
    const u5 = v128.load(line + step);
    const near = f32x4.mul(f32x4.add(u1, u2), sixth);
    const nearMiddle = f32x4.mul(f32x4.sub(u2, u1), sixth);
    const far = f32x4.mul(f32x4.add(u3, u4), sixth);
    const farMiddle = f32x4.mul(f32x4.sub(u3, u4), f32x4.splat(1 / 12));
    const first = f32x4.mul(f32x4.add(u0, far), f32x4.splat(1 / 4));
    let target = to + lane;
    v128.store(target, f32x4.sub(first, near));
    v128.store((target += toStep), f32x4.add(nearMiddle, farMiddle));
    v128.store(target + toStep, f32x4.add(f32x4.sub(far, near), u5));
  }
}
