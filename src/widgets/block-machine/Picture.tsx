import { useMemo } from 'react';
import type { LivePictureProps } from '../../figure/defineLiveFigure.tsx';
import { twoDigits } from '../../lib/format.ts';
import { Pixels } from '../../ui/pixels/Pixels.tsx';
import { greyToRgba, rgbToRgba } from '../../ui/pixels/toRgba.ts';
import { Blocks } from './Blocks.tsx';
import { pictureSize, shown, type BlockRun } from './run.ts';
import type { BlockSettings } from './settings.ts';
import { brightness, stages, type Stage } from './stages.ts';

/** The picture, and its maps from place to place through both blocks. */
export function Picture({ result, settings }: LivePictureProps<BlockSettings, BlockRun>) {
  const most = useMemo(() => brightness(result), [result]);
  return (
    <>
      <Blocks run={result} settings={settings} />
      <div className="machine">
        <div className="machine-input">
          <p className="chart-title">Picture</p>
          <Pixels
            rgba={result?.picture ? rgbToRgba(result.picture) : null}
            side={pictureSize}
            label="The picture"
          />
        </div>
        <div className="machine-stages">
          {stages(result, settings).map((stage) => (
            <StageColumn key={stage.id} stage={stage} most={most} />
          ))}
        </div>
      </div>
    </>
  );
}

/** The first channels at one place, one below the other, with the norm over all channels. */
function StageColumn({ stage: { id, name, look, maps }, most }: { stage: Stage; most: number }) {
  const drawn = useMemo(
    () => maps?.channels.map((map) => greyToRgba(map, most, -most)),
    [maps, most],
  );
  return (
    <div data-stage={id}>
      <p className={`chart-title ${look}`}>{name}</p>
      <p className="fine">norm {maps ? twoDigits(maps.norm) : '–'}</p>
      <div className="maps">
        {Array.from({ length: shown }, (_, channel) => (
          <Pixels
            key={channel}
            rgba={drawn?.[channel] ?? null}
            side={pictureSize}
            label={`${name}, channel ${channel + 1}`}
          />
        ))}
      </div>
    </div>
  );
}
