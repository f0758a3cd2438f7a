import { jumped } from './jump.ts';

const size = 624;
const middle = 397;
/** Blocks from which on a jump is quicker than making them all. */
const manyBlocks = 8192;

/**
 * The generator MT19937 (Matsumoto and Nishimura 1998), seeded as `torch.manual_seed` seeds it.
 * One object is one stream of unsigned 32-bit integers.
 */
export class MersenneTwister {
  private state: Uint32Array = new Uint32Array(size);
  /** Whether a fork reads the same state. */
  private isShared = false;
  /** The place of the next integer, from the block in `state` on: it may lie far beyond. */
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
    if (this.next >= size) this.catchUp();
    let y = this.state[this.next++] as number;
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return (y ^ (y >>> 18)) >>> 0;
  }

  /** Passes over so many integers. */
  skip(count: number): void {
    this.next += count;
  }

  /** Another generator of the integers that come next. */
  fork(): MersenneTwister {
    if (this.next > size) this.catchUp();
    const fork = new MersenneTwister(0);
    this.isShared = fork.isShared = true;
    fork.state = this.state;
    fork.next = this.next;
    return fork;
  }

  /** The state and the place in it, to be given to `restore`. */
  save(): number[] {
    if (this.next > size) this.catchUp();
    return [...this.state, this.next];
  }

  /** @param saved what `save` returned */
  restore(saved: readonly number[]): void {
    this.state = Uint32Array.from(saved.slice(0, size));
    this.isShared = false;
    this.next = saved[size] as number;
  }

  /** Makes the block that the next integer is in. */
  private catchUp(): void {
    let blocks = Math.floor(this.next / size);
    this.next -= blocks * size;
    if (this.isShared) this.state = this.state.slice();
    this.isShared = false;
    if (blocks > manyBlocks) {
      // The last block is made as usual: a jump leaves bits of one word undefined.
      this.state = jumped(this.state, (blocks - 1) * size);
      blocks = 1;
    }
    for (; blocks > 0; blocks--) this.renew();
  }

  private renew(): void {
    const { state } = this;
    for (let i = 0; i < size - middle; i++) mix(state, i, i + 1, i + middle);
    for (let i = size - middle; i < size - 1; i++) mix(state, i, i + 1, i + middle - size);
    mix(state, size - 1, 0, middle - 1);
  }
}

function mix(state: Uint32Array, i: number, after: number, other: number): void {
  const y = ((state[i] as number) & 0x80000000) | ((state[after] as number) & 0x7fffffff);
  state[i] = (state[other] as number) ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0);
}
