import { useMemo } from 'react';
import type { PictureProps } from '../../figure/defineFigure.tsx';
import { digits } from './describe.ts';
import { countPaths } from './paths.ts';
import { PathChart } from './PathChart.tsx';
import type { PathSettings } from './settings.ts';

/** The paths by length, and what the model takes for granted. */
export function Picture({ settings: { blocks, scale } }: PictureProps<PathSettings>) {
  const lengths = useMemo(() => countPaths(blocks, scale), [blocks, scale]);
  return (
    <>
      <p className="fine model-note">
        A model, not a measurement: every branch multiplies the gradient by the same number r, and
        the parts that the paths carry add up with one sign. There are {digits(2 ** blocks)} paths,
        and the whole gradient is{' '}
        <span className="power">
          (1 + r)<sup>n</sup>
        </span>{' '}
        = {digits((1 + scale) ** blocks)} times that of the output.
      </p>
      <PathChart lengths={lengths} />
    </>
  );
}
