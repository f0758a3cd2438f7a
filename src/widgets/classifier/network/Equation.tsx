import { useState } from 'react';
import type { ChannelMaps, PlaceMaps } from '../../../contract/classify.ts';
import type { Way } from '../../../contract/surgery.ts';
import { twoDigits } from '../../../lib/format.ts';
import { ColourKey } from '../../../ui/pixels/ColourKey.tsx';
import { Pixels } from '../../../ui/pixels/Pixels.tsx';
import { signedToRgba } from '../../../ui/pixels/toRgba.ts';

interface Props {
  maps: PlaceMaps;
  /** The ways that are open in the block; null for the stem, where nothing is added. */
  way: Way | null;
  projects: boolean;
}

/** One channel of a block as its equation reads: F(x) + x, ReLU, y; and the channels there are to choose from. */
export function Equation({ maps: { strongest, channels, side }, way, projects }: Props) {
  const [place, choose] = useState(0);
  const shown = strongest[place] ?? (strongest[0] as ChannelMaps);
  const shortcut = projects ? 'Wx' : 'x';
  return (
    <div className="equation">
      <div
        className="equation-row"
        role="group"
        aria-label={`Channel ${shown.channel + 1}, as the block adds it up`}
      >
        {shown.branch && (
          <>
            <Term
              name="F(x)"
              kind="branch"
              map={shown.branch}
              side={side}
              isCut={way === 'shortcut'}
            />
            <span className="operation">+</span>
            <Term
              name={shortcut}
              kind="shortcut"
              map={shown.shortcut}
              side={side}
              isCut={way === 'branch'}
            />
            <span className="operation relu">ReLU</span>
          </>
        )}
        <Term name={shown.branch ? 'y' : 'out of the stem'} map={shown.y} side={side} />
      </div>
      <div className="channels">
        <p className="fine">
          Channel {shown.channel + 1} of {channels}, {side}×{side}. The strongest:
        </p>
        <div className="channel-buttons" role="group" aria-label="The strongest channels">
          {strongest.map(({ channel, y }, index) => (
            <button
              key={channel}
              type="button"
              aria-pressed={channel === shown.channel}
              aria-label={`Channel ${channel + 1}`}
              onClick={() => choose(index)}
            >
              <Pixels rgba={signedToRgba(y, 127)} side={side} label={`Channel ${channel + 1}`} />
            </button>
          ))}
        </div>
        <ColourKey
          colours={shown.branch ? 'signed' : 'positive'}
          from={shown.branch ? `−${twoDigits(shown.largest)}` : '0'}
          to={twoDigits(shown.largest)}
        />
      </div>
    </div>
  );
}

interface TermProps {
  name: string;
  kind?: 'branch' | 'shortcut';
  map: Int8Array;
  side: number;
  isCut?: boolean;
}

function Term({ name, kind, map, side, isCut = false }: TermProps) {
  return (
    <div className={`term-map ${isCut ? 'is-cut' : ''}`.trimEnd()}>
      <p className={kind ? `c-${kind}` : undefined}>
        <i translate="no">{name}</i>
        {isCut && ', cut'}
      </p>
      <Pixels
        rgba={signedToRgba(map, 127)}
        side={side}
        label={isCut ? `${name}, which is cut` : name}
      />
    </div>
  );
}
