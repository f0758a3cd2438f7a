import { useMemo } from 'react';
import type { LivePictureProps } from '../../figure/defineLiveFigure.tsx';
import { twoDigits } from '../../lib/format.ts';
import { Pixels } from '../../ui/pixels/Pixels.tsx';
import { gradients, rgbToRgba } from '../../ui/pixels/toRgba.ts';
import { Blocks } from './Blocks.tsx';
import { pictureSize, type BlockRun } from './run.ts';
import type { BlockSettings } from './settings.ts';
import { strength } from './stages.ts';

/** A picture's maps on their way through both blocks, with the picture and the key to the colours. */
export function Picture({ result, settings }: LivePictureProps<BlockSettings, BlockRun>) {
  const most = useMemo(() => strength(result), [result]);
  const picture = result?.picture;
  const rgba = useMemo(() => (picture ? rgbToRgba(picture) : null), [picture]);
  return (
    <div className="machine">
      <Blocks run={result} settings={settings} most={most} />
      <div className="origin">
        <Pixels rgba={rgba} side={pictureSize} label="The picture" />
        <p className="fine">
          x: this picture after the first convolution, channel {settings.channel + 1} of 8
        </p>
      </div>
      <p className="fine colours">
        <span>−{twoDigits(most)}</span>
        <span style={{ background: gradients.signed }} />
        <span>+{twoDigits(most)}</span>
        <span>0</span>
      </p>
    </div>
  );
}
