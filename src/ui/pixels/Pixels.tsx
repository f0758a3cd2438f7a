import { useEffect, useRef } from 'react';

interface Props {
  /** Bytes [side, side, 4] of red, green, blue and alpha; null while there is nothing to see. */
  rgba: Uint8ClampedArray<ArrayBuffer> | null;
  /** Pixels a side. */
  side: number;
  label: string;
}

/** A small square picture, drawn pixel by pixel. */
export function Pixels({ rgba, side, label }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (rgba) context?.putImageData(new ImageData(rgba, side, side), 0, 0);
    else context?.clearRect(0, 0, side, side);
  }, [rgba, side]);
  return (
    <canvas
      className="pixels"
      ref={canvas}
      width={side}
      height={side}
      role="img"
      aria-label={rgba ? label : `${label}: nothing yet`}
    />
  );
}
