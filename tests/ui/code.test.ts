import jsQR from 'jsqr';
import { expect, test } from 'vitest';
import { layOutCode } from '../../src/ui/code/drawCode.ts';
import { reachOf } from '../../src/ui/code/reachOf.ts';

/** The path as a camera would see it: `scale` pixels a module, dark on white. */
function photograph({ side, path }: ReturnType<typeof layOutCode>, scale = 4) {
  const pixels = new Uint8ClampedArray((side * scale) ** 2 * 4).fill(255);
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/g))
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row++)
      for (let column = Number(x) * scale; column < (Number(x) + Number(width)) * scale; column++)
        pixels.fill(0, (row * side * scale + column) * 4, (row * side * scale + column) * 4 + 3);
  return { pixels, side: side * scale };
}

test.each([
  'https://school.example/vote/?q=residual/check-one-value-is-and-the-best',
  'https://school.example/chapter/degradation/?preset=quick&seed=1&class=solutions.hints.answers.controls~Week+3%20%C3%BC#degradation-lab',
  `https://school.example/?q=${'a'.repeat(700)}`,
])('the code of %s is read as that address', (address) => {
  const { pixels, side } = photograph(layOutCode(address));
  expect(jsQR(pixels, side, side)?.data).toBe(address);
});

test('an address of this computer alone is told, others are not', () => {
  for (const host of ['localhost:4173', '127.0.0.1', '[::1]:80'])
    expect(reachOf(`http://${host}/vote/`)).toMatch(/^Only this computer/);
  for (const host of ['192.168.1.7:4173', 'localhost.example'])
    expect(reachOf(`http://${host}/vote/`)).toBe('');
});
