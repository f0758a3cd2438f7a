import { useEffect, useRef, useState, type DragEvent } from 'react';
import type { ModelCard } from '../../lib/modelCard.ts';
import type { ClassifierActions, ClassifierState } from './classifierStore.ts';
import { cropSquare, type Share } from './cropSquare.ts';

interface Props {
  picture: ClassifierState['picture'];
  card: ModelCard | undefined;
  actions: ClassifierActions;
}

/** The picture with the square that the network sees; a file may be dropped on it. */
export function PictureBox({ picture, card, actions }: Props) {
  const [isOver, setIsOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    const [file] = event.dataTransfer.files;
    if (file) void actions.show(file, file.name);
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
        <Preview picture={picture} card={card} />
      ) : (
        <p className="drop-hint">Drop a picture here, or paste one</p>
      )}
    </div>
  );
}

function Preview({
  picture: { name, width, height, preview },
  card,
}: {
  picture: NonNullable<Props['picture']>;
  card: ModelCard | undefined;
}) {
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
      {card && <span className="crop" style={toPercent(cropSquare(width, height, card))} />}
    </div>
  );
}

function toPercent(share: Share) {
  return Object.fromEntries(
    Object.entries(share).map(([side, value]) => [side, `${(value as number) * 100}%`]),
  );
}
