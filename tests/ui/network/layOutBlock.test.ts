import { expect, test } from 'vitest';
import { layOutBlock, type Plan } from '../../../src/ui/network/layOutBlock.ts';
import { looks } from '../../../src/ui/network/looks.ts';
import { shortest } from '../../../src/ui/network/placeAlong.ts';

const stop = (id: string, along = 60) => ({ id, along, across: 40 });
const block: Plan = {
  ...looks.large,
  ...{ direction: 'right', length: 500, line: 120 },
  before: [],
  branch: ['conv1', 'bn1', 'conv2'].map((id) => stop(id)),
  shortcut: [],
  after: [stop('relu')],
};
const ids = ['conv1', 'bn1', 'conv2', 'relu'];

/** The points of a path, in its order. */
const pointsIn = (path: string) =>
  [...path.matchAll(/([\d.-]+) ([\d.-]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
const startOf = (path: string) => pointsIn(path)[0];
const endOf = (path: string) => pointsIn(path).at(-1);

test('layers stand on the branch in their order, with room between', () => {
  const { places, fork, sum } = layOutBlock(block);
  const all = ids.map((id) => places[id]!);
  expect(all.map(({ y }) => y)).toEqual([120, 120, 120, 120]);
  for (const [i, place] of all.entries()) {
    const next = all[i + 1];
    if (next) expect(next.x - next.width / 2 - (place.x + place.width / 2)).toBeGreaterThan(12);
  }
  expect(fork.x).toBeLessThan(places['conv1']!.x - 30);
  expect(sum.x).toBeGreaterThan(places['conv2']!.x + 30);
  expect(sum.x).toBeLessThan(places['relu']!.x - 30);
});

test('at the shortest length every way is one gap long', () => {
  const length = shortest(block);
  // x to fork, fork to conv1, two between layers, to ⊕, to the ReLU, to y.
  expect(length).toBe(4 * 60 + 2 * looks.large.sum + 7 * looks.large.gap);
  const { places } = layOutBlock({ ...block, length });
  expect(places['bn1']!.x - places['conv1']!.x).toBeCloseTo(60 + looks.large.gap);
});

test('branch and shortcut part where x forks and meet at the addition', () => {
  const { tracks, fork, sum } = layOutBlock(block);
  for (const way of [tracks.branch, tracks.shortcut]) expect(startOf(way)).toEqual(point(fork));
  expect(endOf(tracks.in)).toEqual(point(fork));
  for (const way of [tracks.branch, tracks.shortcut]) expect(endOf(way)).toEqual(point(sum));
  const heights = pointsIn(tracks.shortcut).map(([, height]) => height);
  expect(Math.min(...heights)).toBe(120 - looks.large.rise);
  expect(endOf(tracks.out)).toEqual([500, 120]);
});

const point = ({ x, y }: { x: number; y: number }) => [x, y];

test('the drawing that flows down is the one that flows to the right, turned', () => {
  const right = layOutBlock(block);
  const down = layOutBlock({ ...block, direction: 'down', line: 90 });
  for (const id of ids) {
    const [a, b] = [right.places[id]!, down.places[id]!];
    expect([b.y, b.x, b.height, b.width]).toEqual([a.x, 90, a.width, a.height]);
  }
  const [across] = pointsIn(down.tracks.shortcut).map(([x]) => x - 90);
  expect(across).toBe(0);
  expect(Math.max(...pointsIn(down.tracks.shortcut).map(([x]) => x))).toBe(90 + looks.large.rise);
});

test('a projection stands on the shortcut, and its way is in two pieces', () => {
  const { places, pieces, fork, sum } = layOutBlock({ ...block, shortcut: [stop('projection')] });
  const place = places['projection']!;
  expect(place.y).toBe(120 - looks.large.rise);
  expect(place.x).toBeCloseTo((fork.x + sum.x) / 2);
  const shortcut = pieces.filter(({ kind }) => kind === 'shortcut');
  expect(shortcut.map(({ from }) => from)).toEqual(['x', 'projection']);
  expect(endOf(shortcut[0]!.d)![0]).toBeCloseTo(place.x - 30, 0);
  expect(startOf(shortcut[1]!.d)![0]).toBeCloseTo(place.x + 30, 0);
});

test('the ways part in the middle of what x is in', () => {
  const { places, fork, pieces } = layOutBlock({ ...block, before: [stop('x', 80)] });
  expect(fork).toEqual({ x: 40, y: 120 });
  expect(places['x']).toMatchObject(fork);
  expect(pieces.filter(({ kind }) => kind === 'in')).toEqual([]);
  // Out of its edge, not out of its middle.
  const [shortcut, branch] = ['shortcut', 'branch'].map((kind) =>
    pieces.find((piece) => piece.kind === kind),
  );
  expect(startOf(shortcut!.d)).toEqual([40, 100]);
  expect(startOf(branch!.d)).toEqual([80, 120]);
});

test('a plain block has its layers where the residual block has them, and no shortcut', () => {
  const [residual, plain] = [layOutBlock(block), layOutBlock({ ...block, shortcut: null })];
  expect(plain.places).toEqual(residual.places);
  expect(plain.pieces.filter(({ kind }) => kind === 'shortcut')).toEqual([]);
  const last = plain.pieces.findLast(({ kind }) => kind === 'branch')!;
  const out = plain.pieces.find(({ kind }) => kind === 'out')!;
  expect(last.arrow).toBeUndefined();
  expect(endOf(last.d)).toEqual(startOf(out.d));
});

test('backwards, the ways are the same and the triangles point at the fork, the addition and x', () => {
  const [to, back] = [layOutBlock(block), layOutBlock({ ...block, backwards: true })];
  expect([back.places, back.tracks.branch, back.fork, back.sum]).toEqual([
    to.places,
    to.tracks.branch,
    to.fork,
    to.sum,
  ]);
  const tips = (kind: string) =>
    back.pieces.flatMap((one) => (one.kind === kind && one.arrow ? [startOf(one.arrow)!] : []));
  expect(tips('in')).toEqual([[0, 120]]);
  const dot = looks.large.arrow / 2;
  expect(tips('branch')[0]![0]).toBeCloseTo(back.fork.x + dot, 0);
  expect(tips('shortcut')[0]![0]).toBe(back.fork.x);
  expect(tips('shortcut')[0]![1]).toBeCloseTo(120 - dot, 0);
  expect(tips('out')).toHaveLength(1);
  expect(back.pieces.filter(({ arrow }) => arrow)).toHaveLength(4);
});

test('a sign has no arrows', () => {
  const glyph = layOutBlock({ ...block, ...looks.glyph, length: 40, branch: [stop('all', 16)] });
  expect(glyph.pieces.filter(({ arrow }) => arrow)).toEqual([]);
});
