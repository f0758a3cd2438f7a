import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { layOutStack } from '../../../src/ui/network/layOutStack.ts';
import { NetworkStack } from '../../../src/ui/network/NetworkStack.tsx';

test('a stack has as many slabs as the network has layers, and as deep as they are', () => {
  for (const depth of [8, 20, 56]) {
    const { layers, shortcuts } = layOutStack(depth, 300, 56);
    expect(layers).toHaveLength(depth);
    expect(shortcuts).toHaveLength((depth - 2) / 2);
    for (const [i, layer] of layers.entries()) {
      expect(layer.y + layer.height).toBeLessThan(i > 0 ? layers[i - 1]!.y + 20 : 300);
    }
  }
  const topOf = (depth: number) => layOutStack(depth, 300, 56).layers.at(-1)!.y;
  expect(topOf(56)).toBeLessThan(20);
  expect(topOf(20)).toBeGreaterThan(180);
});

test('only a residual stack has shortcuts, one a block', () => {
  const arches = (kind: 'plain' | 'residual') =>
    renderToStaticMarkup(<NetworkStack depth={20} kind={kind} height={200} />).match(
      /strip-arch/g,
    ) ?? [];
  expect(arches('residual')).toHaveLength(9);
  expect(arches('plain')).toEqual([]);
});
