/**
 * Jumps of MT19937 over any number of steps, after Haramoto, Matsumoto, Nishimura, Panneton and L'Ecuyer, “Efficient
 * Jump Ahead for F₂-Linear Random Number Generators”, INFORMS Journal on Computing 20 (2008): one step is a linear
 * map, so N of them are t^N modulo its characteristic polynomial, a sum of the first 19,937 steps.
 */
const size = 624;
const middle = 397;
const degree = 19937;
const twist = 0x9908b0df;

/** Exponents of the characteristic polynomial below its degree: Matsumoto and Nishimura (1998), appendix A. */
const exponents = characteristic();

/** The characteristic polynomial is Σ a_(30−k) u v^k + a_31 with u = t^624 + t^397, v = t^623 + t^396, a_(−1) = 1. */
function characteristic(): number[] {
  const terms = new Set([0]);
  const toggle = (exponent: number) => void (terms.delete(exponent) || terms.add(exponent));
  for (let k = 0; k <= 31; k++) {
    if (k < 31 && !((twist >>> (30 - k)) & 1)) continue;
    // u v^k = t^(397 + 396k) (1 + t^227)^(k + 1), whose coefficients are binomial ones modulo 2.
    for (let j = 0; j <= k + 1; j++)
      if ((j & ~(k + 1)) === 0) toggle(middle + (middle - 1) * k + (size - middle) * j);
  }
  terms.delete(degree);
  return [...terms];
}

/** t^steps modulo the characteristic polynomial: bit i of the words is the coefficient of t^i. */
function powerOfStep(steps: number): Uint32Array {
  let power = new Uint32Array(size);
  power[0] = 1;
  for (const bit of steps.toString(2)) {
    const square = new Uint32Array(2 * size);
    for (let i = 0; i < size; i++) {
      const word = power[i] as number;
      square[2 * i] = spread(word & 0xffff);
      square[2 * i + 1] = spread(word >>> 16);
    }
    if (bit === '1') {
      for (let i = 2 * size - 1; i > 0; i--)
        square[i] = ((square[i] as number) << 1) | ((square[i - 1] as number) >>> 31);
      square[0] = (square[0] as number) << 1;
    }
    reduce(square);
    power = square.slice(0, size);
  }
  return power;
}

/** The lower 16 bits at every other place: over two elements, a square has no mixed terms. */
function spread(word: number): number {
  let x = word;
  x = (x | (x << 8)) & 0x00ff00ff;
  x = (x | (x << 4)) & 0x0f0f0f0f;
  x = (x | (x << 2)) & 0x33333333;
  return (x | (x << 1)) & 0x55555555;
}

/** Takes multiples of the characteristic polynomial away, 32 coefficients at a time from the top. */
function reduce(words: Uint32Array): void {
  const last = Math.floor(degree / 32);
  for (let i = words.length - 1; i >= last; i--) {
    const kept = i === last ? (1 << (degree % 32)) - 1 : 0;
    const word = (words[i] as number) & ~kept;
    if (word === 0) continue;
    words[i] = (words[i] as number) & kept;
    for (const exponent of exponents) {
      const to = 32 * i - degree + exponent;
      // Below zero for the last word only, where the bits that would be lost are not set.
      const at = Math.floor(to / 32);
      const shift = to - 32 * at;
      if (at >= 0) words[at] = (words[at] as number) ^ (word << shift);
      if (shift > 0) words[at + 1] = (words[at + 1] as number) ^ (word >>> (32 - shift));
    }
  }
}

/**
 * The 624 words so many steps later. Of the first word only the highest bit is right: the generator uses no others.
 * @param state 624 words that follow each other
 */
export function jumped(state: Uint32Array, steps: number): Uint32Array {
  const power = powerOfStep(steps);
  const sum = new Uint32Array(size);
  // By Horner's rule: the window moves on by one, then the state is added. Its oldest word is at `oldest`.
  let oldest = 0;
  for (let exponent = degree - 1; exponent >= 0; exponent--) {
    const after = oldest + 1 === size ? 0 : oldest + 1;
    const other = oldest + middle >= size ? oldest + middle - size : oldest + middle;
    const y = ((sum[oldest] as number) & 0x80000000) | ((sum[after] as number) & 0x7fffffff);
    sum[oldest] = (sum[other] as number) ^ (y >>> 1) ^ (y & 1 ? twist : 0);
    oldest = after;
    if (!(((power[exponent >>> 5] as number) >>> (exponent & 31)) & 1)) continue;
    const rest = size - oldest;
    for (let i = 0; i < rest; i++)
      sum[oldest + i] = (sum[oldest + i] as number) ^ (state[i] as number);
    for (let i = rest; i < size; i++)
      sum[i - rest] = (sum[i - rest] as number) ^ (state[i] as number);
  }
  const inOrder = new Uint32Array(size);
  inOrder.set(sum.subarray(oldest));
  inOrder.set(sum.subarray(0, oldest), size - oldest);
  return inOrder;
}
