import { MersenneTwister } from './mersenneTwister.ts';

/** Numbers that can be drawn into: float32 or float64. */
export type Drawable = Float32Array | Float64Array;

export interface SavedGenerator {
  engine: number[];
  spareNormal?: number | undefined;
}

/** A place in the stream: after so many integers from another, until somebody needs its generator. */
type Place = { engine: MersenneTwister } | { from: Place; words: number };

/** How many values the vectorised path of `normal_` turns from uniform to normal at once. */
const group = 16;

/**
 * PyTorch's generator on the processor: from the same seed come the numbers of `torch.manual_seed`, drawn
 * by the same algorithms (aten/src/ATen/native/cpu/DistributionTemplates.h of 1.13).
 */
export class Generator {
  /** What it was seeded with; PyTorch's default is 67280421310721. */
  initialSeed = 67280421310721n;
  private place: Place = { engine: new MersenneTwister(Number(this.initialSeed & 0xffffffffn)) };
  /** Of a pair of normal numbers, the one that the next call returns. */
  private spareNormal: number | undefined;

  seed(seed: bigint): void {
    this.initialSeed = BigInt.asUintN(64, seed);
    this.place = { engine: new MersenneTwister(Number(this.initialSeed & 0xffffffffn)) };
    this.spareNormal = undefined;
  }

  /** All that the next numbers follow from. */
  save(): SavedGenerator {
    return { engine: this.engine.save(), spareNormal: this.spareNormal };
  }

  restore({ engine, spareNormal }: SavedGenerator): void {
    this.engine.restore(engine);
    this.spareNormal = spareNormal;
  }

  /** Uniform in [from, to), in the precision of `data`. */
  uniform(data: Drawable, from: number, to: number): void {
    if (data instanceof Float64Array) {
      for (let i = 0; i < data.length; i++) data[i] = this.double() * (to - from) + from;
      return;
    }
    const [start, width] = [Math.fround(from), Math.fround(Math.fround(to) - Math.fround(from))];
    for (let i = 0; i < data.length; i++) data[i] = this.single() * width + start;
  }

  /**
   * Normal numbers: fewer than 16 one by one in double precision, more in groups of 16 in the precision
   * of `data` (Box–Muller both times), the last group drawn anew where 16 don't divide them.
   * @param isContiguous whether they are for memory without gaps; others are drawn one by one
   */
  normal(data: Drawable, mean: number, deviation: number, isContiguous = true): void {
    if (data.length < group || !isContiguous) {
      for (let i = 0; i < data.length; i++) data[i] = this.oneNormal() * deviation + mean;
      return;
    }
    this.uniform(data, 0, 1);
    for (let start = 0; start + group <= data.length; start += group)
      toNormal(data.subarray(start, start + group), mean, deviation);
    if (data.length % group === 0) return;
    const last = data.subarray(data.length - group);
    this.uniform(last, 0, 1);
    toNormal(last, mean, deviation);
  }

  /** Integers in [low, high). */
  integers(data: Float32Array | Float64Array | Uint8Array, low: number, high: number): void {
    const range = high - low;
    for (let i = 0; i < data.length; i++) {
      data[i] = low + (range < 2 ** 32 ? this.engine.random() % range : this.wide(range));
    }
  }

  /** The numbers 0 … n − 1 in a random order. */
  permutation(n: number): Float64Array {
    const order = Float64Array.from({ length: n }, (_, i) => i);
    for (let i = 0; i < n - 1; i++) {
      const other = i + (this.engine.random() % (n - i));
      [order[i], order[other]] = [order[other] as number, order[i] as number];
    }
    return order;
  }

  /** Ones with the probability p, else zeros. */
  bernoulli(data: Float32Array | Float64Array | Uint8Array, p: number): void {
    for (let i = 0; i < data.length; i++) data[i] = this.double() < p ? 1 : 0;
  }

  /** One 1 with each entry's own probability, else 0; `p` is float32 or float64 as its tensor is. */
  bernoulliOf(p: Drawable): Drawable {
    const drawn = p.slice();
    const draw = p instanceof Float64Array ? () => this.double() : () => this.single();
    for (let i = 0; i < drawn.length; i++) drawn[i] = draw() < (p[i] as number) ? 1 : 0;
    return drawn;
  }

  /** 63 random bits. */
  seedForAnother(): bigint {
    return this.word() & (2n ** 63n - 1n);
  }

  /**
   * Draws later: what this returns draws then what `draw` would draw now, and the numbers that come next are
   * those after it.
   * @param words random integers that it takes
   */
  later(words: number, draw: (generator: Generator) => Drawable): () => Drawable {
    const from: Place = 'engine' in this.place ? { engine: this.place.engine.fork() } : this.place;
    const after: Place = { from, words };
    this.place = after;
    return () => {
      const generator = new Generator();
      generator.place = { engine: engineAt(from).fork() };
      const data = draw(generator);
      // Most numbers are drawn in the order in which they were asked for: the next ones begin here.
      if ('from' in after) settle(after, generator.engine.fork());
      return data;
    };
  }

  /** Whether the next number waits for others that have not been drawn. */
  get isBehind(): boolean {
    return 'from' in this.place;
  }

  private get engine(): MersenneTwister {
    if ('from' in this.place) this.place = { engine: engineAt(this.place).fork() };
    return this.place.engine;
  }

  private oneNormal(): number {
    const spare = this.spareNormal;
    this.spareNormal = undefined;
    if (spare !== undefined) return spare;
    const angle = 2 * Math.PI * this.double();
    const radius = Math.sqrt(-2 * Math.log(1 - this.double()));
    this.spareNormal = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  }

  /** 24 random bits as a fraction. */
  private single(): number {
    return (this.engine.random() & 0xffffff) / 2 ** 24;
  }

  /** 53 random bits as a fraction. */
  private double(): number {
    const high = this.engine.random() & 0x1fffff;
    return (high * 2 ** 32 + this.engine.random()) / 2 ** 53;
  }

  /** Of a range beyond 32 bits. */
  private wide(range: number): number {
    return Number(this.word() % BigInt(range));
  }

  /** 64 random bits. */
  private word(): bigint {
    return (BigInt(this.engine.random()) << 32n) | BigInt(this.engine.random());
  }
}

/** The generator of the integers after a place, which is kept there. */
function engineAt(place: Place): MersenneTwister {
  let words = 0;
  let known = place;
  for (; 'from' in known; known = known.from) words += known.words;
  if (known === place) return known.engine;
  const engine = known.engine.fork();
  engine.skip(words);
  return settle(place, engine);
}

function settle(place: Place, engine: MersenneTwister): MersenneTwister {
  const known = place as { engine?: MersenneTwister; from?: Place };
  known.engine = engine;
  delete known.from;
  return engine;
}

/** Uniform numbers that so many normal ones are made of, from 16 on. */
export function numbersForNormal(size: number): number {
  return size % group === 0 ? size : size + group;
}

/** The one that all of a reader's numbers come from. */
export const generator = new Generator();

/** Turns 16 uniform numbers into normal ones: the first eight are radii, the others angles. */
function toNormal(values: Drawable, mean: number, deviation: number): void {
  const half = group / 2;
  const round = values instanceof Float32Array ? Math.fround : (value: number) => value;
  for (let i = 0; i < half; i++) {
    const radius = round(Math.sqrt(-2 * Math.log(round(1 - (values[i] as number)))));
    const angle = round(2 * Math.PI * (values[i + half] as number));
    values[i] = radius * Math.cos(angle) * deviation + mean;
    values[i + half] = radius * Math.sin(angle) * deviation + mean;
  }
}
