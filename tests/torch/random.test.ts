import { expect, test } from 'vitest';
import { Generator } from '../../src/torch/random/generator.ts';
import { MersenneTwister } from '../../src/torch/random/mersenneTwister.ts';

/** The next integers of a stream. */
const some = (engine: MersenneTwister) => Array.from({ length: 700 }, () => engine.random());

test('a jump ends where single steps do', () => {
  const [walker, jumper] = [new MersenneTwister(7), new MersenneTwister(7)];
  // Shorter and longer than the distance from which on it jumps.
  for (const distance of [1, 623, 624, 625, 100_000, 8_000_003]) {
    for (let i = 0; i < distance; i++) walker.random();
    jumper.skip(distance);
    expect(some(jumper), `${distance}`).toEqual(some(walker));
  }
});

test('what is drawn later is what would have been drawn at once, in any order', () => {
  const [eager, lazy] = [new Generator(), new Generator()];
  const draw = (generator: Generator) => {
    const data = new Float32Array(5000);
    generator.uniform(data, 0, 1);
    return data;
  };
  const wanted = [draw(eager), draw(eager), draw(eager), draw(eager)];
  const promised = [0, 1, 2].map(() => lazy.later(5000, draw));
  const last = draw(lazy);
  const [first, second, third] = promised.map((make, k) => [k, make] as const);
  const made = [second, first, third].map((one) => [one![0], one![1]()] as const);
  for (const [k, data] of made) expect(data).toEqual(wanted[k]);
  expect(last).toEqual(wanted[3]);
});
