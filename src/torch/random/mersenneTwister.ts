const size = 624;
const middle = 397;

/**
 * The generator MT19937 (Matsumoto and Nishimura 1998), seeded as `torch.manual_seed` seeds it.
 * One object is one stream of unsigned 32-bit integers.
 */
export class MersenneTwister {
  private readonly state = new Uint32Array(size);
  private next = size;

  /** @param seed an integer; its lowest 32 bits count */
  constructor(seed: number) {
    const { state } = this;
    state[0] = seed;
    for (let i = 1; i < size; i++) {
      const before = state[i - 1] as number;
      state[i] = Math.imul(1812433253, before ^ (before >>> 30)) + i;
    }
  }

  /** The next integer, 0 … 2³² − 1. */
  random(): number {
    if (this.next === size) this.renew();
    let y = this.state[this.next++] as number;
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return (y ^ (y >>> 18)) >>> 0;
  }

  /** Passes over so many integers. */
  skip(count: number): void {
    let left = count;
    while (left > size - this.next) {
      left -= size - this.next;
      this.renew();
    }
    this.next += left;
  }

  /** The state and the place in it, to be given to `restore`. */
  save(): number[] {
    return [...this.state, this.next];
  }

  /** @param saved what `save` returned */
  restore(saved: readonly number[]): void {
    this.state.set(saved.slice(0, size));
    this.next = saved[size] as number;
  }

  private renew(): void {
    const { state } = this;
    for (let i = 0; i < size - middle; i++) mix(state, i, i + 1, i + middle);
    for (let i = size - middle; i < size - 1; i++) mix(state, i, i + 1, i + middle - size);
    mix(state, size - 1, 0, middle - 1);
    this.next = 0;
  }
}

function mix(state: Uint32Array, i: number, after: number, other: number): void {
  const y = ((state[i] as number) & 0x80000000) | ((state[after] as number) & 0x7fffffff);
  state[i] = (state[other] as number) ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0);
}
