import { useMemo } from 'react';
import type { PictureProps } from '../../figure/defineFigure.tsx';
import { digits } from './describe.ts';
import { countPaths } from './paths.ts';
import { PathChart } from './PathChart.tsx';
import type { PathSettings } from './settings.ts';

/** The paths by length, and one of them. */
export function Picture({ settings: { blocks, scale } }: PictureProps<PathSettings>) {
  const lengths = useMemo(() => countPaths(blocks, scale), [blocks, scale]);
  return (
    <>
      <p className="count">
        There are {digits(2 ** blocks)} paths. Each branch multiplies the gradient by r, all paths
        together by{' '}
        <span className="power">
          (1 + r)<sup>{blocks}</sup> = {digits((1 + scale) ** blocks)}.
        </span>
      </p>
      <PathChart lengths={lengths} />
    </>
  );
}
