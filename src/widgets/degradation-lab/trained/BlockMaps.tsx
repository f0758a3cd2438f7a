import { Fragment, type CSSProperties } from 'react';
import type { NetworkConfig } from '../../../contract/runConfig.ts';
import type { Looked } from '../../../contract/trainedNetwork.ts';
import { ColourKey } from '../../../ui/pixels/ColourKey.tsx';
import { Pixels } from '../../../ui/pixels/Pixels.tsx';
import { signedToRgba } from '../../../ui/pixels/toRgba.ts';
import { termsOf } from './describe.ts';

interface Props {
  network: NetworkConfig;
  block: number;
  looked: Looked | null;
}

/** As many columns as a place has channels to show at most. */
const columns = 8;

/** A block's equation in maps: a row for each term, a column for each of the strongest channels. */
export function BlockMaps({ network, block, looked }: Props) {
  const rows = termsOf(network, block);
  const shown = Math.min(columns, network.width);
  return (
    <div className="block-maps">
      <div
        className="map-grid"
        style={{ '--columns': shown } as CSSProperties}
        role="group"
        aria-label={`Maps of block ${block + 1}`}
      >
        {rows.map(({ term, sign, name }) => (
          <Fragment key={term}>
            <p className={term === 'y' ? undefined : `c-${term}`}>
              {sign && <span className="sign">{sign}</span>} <i>{name}</i>
            </p>
            {Array.from({ length: shown }, (_, place) => {
              const channel = looked?.strongest[place];
              const map = channel?.[term];
              return (
                <Pixels
                  key={place}
                  side={looked?.side ?? 1}
                  rgba={channel && map ? signedToRgba(map, channel.largest) : null}
                  label={channel ? `${name}, channel ${channel.channel + 1}` : name}
                />
              );
            })}
          </Fragment>
        ))}
      </div>
      <div className="map-note">
        <p className="fine">
          {looked
            ? `The ${Math.min(columns, looked.channels)} strongest of ${looked.channels} channels, ${looked.side} × ${looked.side}; each column on a scale of its own.`
            : 'Computing…'}
        </p>
        <ColourKey colours="signed" from="negative" to="positive" />
      </div>
    </div>
  );
}
