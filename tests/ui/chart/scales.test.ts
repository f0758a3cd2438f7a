import { expect, test } from 'vitest';
import { makeScale } from '../../../src/ui/chart/scales.ts';

const texts = (ticks: { text: string }[]) => ticks.map(({ text }) => text);

test('a linear axis goes from pixel to pixel and back', () => {
  const scale = makeScale({ domain: [0, 300] }, [50, 350]);
  expect([0, 150, 300].map(scale.at)).toEqual([50, 200, 350]);
  expect(scale.invert(200)).toBe(150);
  expect(scale.band).toBe(0);
});

test('a value outside is drawn at the nearer end, and a pixel outside is no value', () => {
  const scale = makeScale({ domain: [0, 1] }, [100, 0]);
  expect([-1, 2].map(scale.at)).toEqual([100, 0]);
  expect([101, -1].map(scale.invert)).toEqual([null, null]);
  expect([-0.1, 0, 1, 1.1].map(scale.covers)).toEqual([false, true, true, false]);
});

test('ticks are about as many as asked for, with a proper minus', () => {
  const scale = makeScale({ domain: [-8, 8], ticks: 8 }, [0, 100]);
  expect(texts(scale.ticks)).toEqual(['−8', '−6', '−4', '−2', '0', '2', '4', '6', '8']);
  expect(texts(makeScale({ domain: [2011.6, 2015.4] }, [0, 100], 4).ticks)).toEqual([
    ...['2012', '2013', '2014', '2015'],
  ]);
});

test('what is counted has no half ticks', () => {
  expect(texts(makeScale({ domain: [0, 3], whole: true }, [0, 100]).ticks)).toEqual([
    ...['0', '1', '2', '3'],
  ]);
});

test('an axis of round numbers holds its largest value', () => {
  const scale = makeScale({ domain: [0, 0.387], nice: true, ticks: 4 }, [100, 0]);
  expect(scale.at(0.4)).toBe(0);
  expect(scale.ticks.at(-1)).toEqual({ at: 0, text: '0.4' });
});

test('a logarithmic axis has its ticks at powers of ten, evenly apart', () => {
  const scale = makeScale({ type: 'log', domain: [1e-3, 10] }, [400, 0]);
  expect(texts(scale.ticks)).toEqual(['10⁻³', '10⁻²', '10⁻¹', '10⁰', '10¹']);
  for (const [index, { at }] of scale.ticks.entries()) expect(at).toBeCloseTo(400 - 100 * index);
  expect(scale.at(0)).toBe(400);
});

test('an axis names its own ticks, and labels itself or some of its values', () => {
  const scale = makeScale(
    { domain: [0, 4], ticks: [1, 3], format: (_, index) => 'ab'[index]!, label: 'all' },
    [0, 40],
  );
  expect(scale.ticks).toEqual([
    { at: 10, text: 'a' },
    { at: 30, text: 'b' },
  ]);
  expect(scale.labels).toEqual([{ at: 20, text: 'all' }]);
  const label = [{ value: 1, text: 'here' }];
  expect(makeScale({ domain: [0, 4], label }, [0, 40]).labels).toEqual([{ at: 10, text: 'here' }]);
});

test('bands are even, lie inside, and leave out ticks that have no room', () => {
  const domain = Array.from({ length: 55 }, (_, index) => index);
  const bands = makeScale({ type: 'band', domain, padding: 0.25 }, [46, 1042]);
  expect(bands.at(0) - bands.band / 2).toBeCloseTo(46);
  expect(bands.at(54) + bands.band / 2).toBeCloseTo(1042);
  expect((bands.at(1) - bands.at(0)) * 0.75).toBeCloseTo(bands.band);
  expect(texts(bands.ticks).slice(0, 3)).toEqual(['0', '2', '4']);
  for (const [index, { at }] of bands.ticks.slice(1).entries())
    expect(at - bands.ticks[index]!.at).toBeGreaterThanOrEqual(34);
  expect([bands.covers(54), bands.covers(55)]).toEqual([true, false]);
  const pixels = [bands.at(0) - 1, bands.at(37), bands.at(54) + 1, 45, 1043];
  expect(pixels.map((pixel) => bands.invert(pixel))).toEqual([0, 37, 54, null, null]);
});
