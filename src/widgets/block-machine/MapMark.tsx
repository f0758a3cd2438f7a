import { useEffect, useMemo, useRef } from 'react';
import { twoDigits } from '../../lib/format.ts';
import { signedToRgba } from '../../ui/pixels/toRgba.ts';
import { pictureSize } from './run.ts';
import type { Stage } from './stages.ts';

interface Props {
  stage: Stage;
  channel: number;
  /** The value at the end of the colours. */
  most: number;
  /** Of the map, in pixels of the drawing; its name is below, or beside it. */
  side: number;
  names: 'below' | 'beside';
}

/** One channel at one place of a block's drawing, with the norm over all channels. */
export function MapMark({ stage: { id, name, look, maps }, channel, most, side, names }: Props) {
  const image = useRef<SVGImageElement>(null);
  const map = maps?.channels[channel];
  const rgba = useMemo(() => map && signedToRgba(map, most), [map, most]);
  useEffect(() => {
    // Saved and printed with the drawing, which a canvas inside it would not be everywhere.
    if (rgba) image.current?.setAttribute('href', toUrl(rgba));
  }, [rgba]);
  const norm = `norm ${maps ? twoDigits(maps.norm) : '–'}`;
  const corner = { x: -side / 2, y: -side / 2, width: side, height: side };
  return (
    <g className="map" data-stage={id}>
      <rect {...corner} />
      <image ref={image} {...corner} style={{ imageRendering: 'pixelated' }} />
      {names === 'below' ? (
        <text className={look} y={side / 2 + 21}>
          <tspan className="symbol">{name}</tspan> {norm}
        </text>
      ) : (
        <>
          <text className={`symbol after ${look}`} x={side / 2 + 5} y={-9}>
            {name}
          </text>
          <text className="after" x={side / 2 + 5} y={19}>
            {norm}
          </text>
        </>
      )}
    </g>
  );
}

function toUrl(rgba: Uint8ClampedArray<ArrayBuffer>): string {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = pictureSize;
  canvas.getContext('2d')?.putImageData(new ImageData(rgba, pictureSize, pictureSize), 0, 0);
  return canvas.toDataURL();
}
