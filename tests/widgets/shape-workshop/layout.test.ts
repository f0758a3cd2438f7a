import { expect, test } from 'vitest';
import { shapeText } from '../../../src/widgets/shape-workshop/describe.ts';
import { layOut, placeMark } from '../../../src/widgets/shape-workshop/layout.ts';

/** The longest shape that the workshop's limits allow. */
const longest = shapeText([2, 2048, 512, 512]);

test.each([297, 327, 459, 460, 540, 700])(
  'the longest shapes stand beside each other in a drawing of %i pixels',
  (width) => {
    const { branchX, shortcutX, isStacked } = layOut(width);
    const half = placeMark(longest, isStacked).width / 2;
    expect(branchX - half).toBeGreaterThanOrEqual(0);
    expect(branchX + half).toBeLessThan(shortcutX - half);
    expect(shortcutX + half).toBeLessThanOrEqual(width);
  },
);
