import { expect, test } from 'vitest';
import { planComparisons } from '../../../scripts/bench/comparisons.ts';

const keys = (quick: boolean) =>
  planComparisons(quick).flatMap(({ ratios }) => ratios.map(({ key }) => key));

test('a full run has every promised ratio', () => {
  expect(keys(false)).toEqual(
    expect.arrayContaining([
      'ratio.webgl.resnet20.stock',
      'ratio.webgl.resnet20.stock.paper',
      'ratio.webgl.resnet20.layers',
      'ratio.webgl.resnet20.pytorch',
      ...[20, 56].flatMap((depth) =>
        ['composed', 'pytorch'].flatMap((rival) => [
          `ratio.wasm.resnet${depth}.${rival}`,
          `ratio.wasm.resnet${depth}.${rival}.paper`,
        ]),
      ),
    ]),
  );
  expect(new Set(keys(false)).size).toBe(keys(false).length);
});

test('a quick run leaves out what takes minutes', () => {
  expect(keys(true)).toContain('ratio.webgl.resnet20.stock');
  expect(keys(true)).not.toContain('ratio.webgl.resnet20.stock.paper');
  expect(keys(true)).not.toContain('ratio.webgl.resnet20.layers');
});
