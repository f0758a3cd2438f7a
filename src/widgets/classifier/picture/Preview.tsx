import { useEffect, useRef } from 'react';
import type { ModelCard } from '../../../contract/modelCard.ts';
import type { Heat } from '../../../contract/classify.ts';
import { classNames } from '../answer/describe.ts';
import { cropSquare, type Share } from './cropSquare.ts';
import type { ShownPicture } from './pictureStore.ts';
import { Pixels } from '../../../ui/pixels/Pixels.tsx';
import { heatToVeil } from '../../../ui/pixels/toRgba.ts';

interface Props {
  picture: ShownPicture;
  card: ModelCard | undefined;
  heat: Heat | null;
}

/** The picture with the square that the network sees, and where in it a class is seen. */
export function Preview({ picture, card, heat }: Props) {
  const { name, width, height, preview } = picture;
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    context.fillStyle = '#fff'; // as the network gets it
    context.fillRect(0, 0, preview.width, preview.height);
    context.drawImage(preview, 0, 0);
  }, [preview]);
  return (
    <div className="preview">
      <canvas
        ref={canvas}
        width={preview.width}
        height={preview.height}
        role="img"
        aria-label={`Your picture: ${name}, ${width} by ${height} pixels`}
      />
      {card && (
        <span className="crop" style={toPercent(cropSquare(width, height, card))}>
          {heat && (
            <Pixels
              rgba={heatToVeil(heat.values)}
              side={heat.side}
              label={`Bright where it sees: ${classNames(card, heat.classIndex).name}`}
            />
          )}
        </span>
      )}
    </div>
  );
}

function toPercent(share: Share) {
  return Object.fromEntries(
    Object.entries(share).map(([side, value]) => [side, `${(value as number) * 100}%`]),
  );
}
