import { useEffect, useRef, useState, type DragEvent } from 'react';
import type { ModelCard } from '../../../contract/modelCard.ts';
import type { Heat } from '../../../contract/classify.ts';
import { classNames } from '../answer/describe.ts';
import type { ClassifierActions } from '../createClassifier.ts';
import { cropSquare, type Share } from './cropSquare.ts';
import type { ShownPicture } from './pictureStore.ts';
import { Pixels } from '../../../ui/pixels/Pixels.tsx';
import { heatToVeil } from '../../../ui/pixels/toRgba.ts';

interface Props {
  picture: ShownPicture | null;
  card: ModelCard | undefined;
  heat: Heat | null;
  actions: ClassifierActions;
}

const isCheckpoint = ({ name }: File) => /\.(pth|pt|safetensors)$/i.test(name);

/** The picture with the square that the network sees; a picture or a checkpoint may be dropped on it. */
export function PictureBox({ picture, card, heat, actions }: Props) {
  const [isOver, setIsOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    const [file] = event.dataTransfer.files;
    if (!file) return;
    if (isCheckpoint(file)) actions.change(file);
    else void actions.show(file, file.name);
  };
  return (
    <div
      className={`picture-box ${isOver ? 'over' : ''}`}
      data-drop=""
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      {picture ? (
        <Preview picture={picture} card={card} heat={heat} />
      ) : (
        <p className="drop-hint">Drop a picture here, or paste one</p>
      )}
    </div>
  );
}

function Preview({
  picture: { name, width, height, preview },
  card,
  heat,
}: Pick<Props, 'card' | 'heat'> & { picture: ShownPicture }) {
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
