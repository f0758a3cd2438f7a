import { expect, test } from 'vitest';
import { resnet34Stages } from '../../../src/contract/resnet34.ts';
import { describeNetwork } from '../../../src/ui/network/architecture.ts';
import { layOutStrip } from '../../../src/ui/network/layOutStrip.ts';
import { extent } from '../../../src/ui/network/Slab.tsx';

const strip = (pixels: number, withInput: boolean) =>
  layOutStrip(describeNetwork(resnet34Stages, pixels, 1000), pixels, withInput);

test('every slab is to scale: its height the side of the maps, its thickness the channels', () => {
  const groups = strip(224, true);
  const [picture] = groups.map(({ input }) => input);
  const slabs = groups.flatMap(({ columns }) => columns.flatMap((column) => column.slabs));
  const perPixel = picture!.height / 224;
  const perChannel = slabs[0]!.width / 64;
  expect(slabs.map(({ height, width }) => [height / perPixel, width / perChannel])).toEqual(
    [
      ...[
        [112, 64],
        [56, 64],
      ],
      ...resnet34Stages.flatMap(({ blocks, channels }, stage) =>
        Array.from({ length: blocks }, () => [56 / 2 ** stage, channels]),
      ),
      [1, 512],
    ].map((row) => row.map((number) => expect.closeTo(number, 9))),
  );
  for (const { height, back } of [picture!, ...slabs]) expect(back).toBe(height);
});

test('sixteen arches, three of them with a projection, and none through its slab', () => {
  const columns = strip(64, false).flatMap((group) => group.columns);
  const arches = columns.flatMap(({ arch, slabs }) => (arch ? [{ ...arch, slab: slabs[0]! }] : []));
  expect(arches).toHaveLength(16);
  expect(arches.flatMap(({ projects }, block) => (projects ? [block] : []))).toEqual([3, 7, 13]);
  for (const { from, to, rise, slab } of arches) {
    const [width, height] = extent(slab);
    expect(slab.x).toBeGreaterThan(from);
    expect(slab.x + width).toBeLessThan(to);
    // Above its corner the half circle is still higher than the slab.
    const radius = (to - from) / 2;
    expect(rise - radius + Math.sqrt(radius ** 2 - (width / 2) ** 2)).toBeGreaterThan(height / 2);
  }
});

test('a thumb can hit every part, and six blocks fit a phone', () => {
  for (const withInput of [true, false]) {
    const groups = strip(224, withInput);
    for (const { width } of groups.flatMap(({ columns }) => columns)) {
      expect(width).toBeGreaterThanOrEqual(44);
    }
    expect(Math.max(...groups.map(({ width }) => width))).toBeLessThanOrEqual(297);
  }
});
