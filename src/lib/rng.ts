/** A seeded source of random numbers: the same seed gives the same numbers on every device. */
export interface Rng {
  /** Uniform in [0, 1). */
  next(): number;
  /** Uniform integer in [0, n). */
  int(n: number): number;
  /** Standard normal, by Box and Muller's transform. */
  normal(): number;
  /** A permutation of 0 … n−1, by Fisher and Yates' shuffle. */
  permutation(n: number): Uint32Array;
  /** Passes over `count` numbers that `next` would have given, in no time. */
  skip(count: number): void;
}

/** What mulberry32 adds to its state for each number. */
const stride = 0x6d2b79f5;

/** The mulberry32 generator (32-bit state, period 2³²), seeded by any number and any labels. */
export function createRng(seed: number, ...labels: (string | number)[]): Rng {
  let state = mix(seed >>> 0);
  for (const label of labels) {
    for (const character of String(label)) state = mix(state ^ character.charCodeAt(0));
    state = mix(state);
  }

  const skip = (count: number) => {
    state = (state + Math.imul(count, stride)) >>> 0;
  };
  const next = () => {
    skip(1);
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (n: number) => Math.floor(next() * n);

  return {
    skip,
    next,
    int,
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    permutation(n) {
      const order = Uint32Array.from({ length: n }, (_, i) => i);
      for (let i = n - 1; i > 0; i--) {
        const j = int(i + 1);
        const kept = order[i] as number;
        order[i] = order[j] as number;
        order[j] = kept;
      }
      return order;
    },
  };
}

/** MurmurHash3's 32-bit finaliser: spreads each bit of `h` over all of them. */
function mix(h: number): number {
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
