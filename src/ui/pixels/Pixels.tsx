import { useEffect, useRef } from 'react';

interface Props {
  /** RGBA bytes of a square. */
  pixels: Uint8ClampedArray<ArrayBuffer>;
  /** Pixels a side. */
  side: number;
  label: string;
}

/** A small square picture, drawn pixel by pixel. */
export function Pixels({ pixels, side, label }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    canvas.current?.getContext('2d')?.putImageData(new ImageData(pixels, side, side), 0, 0);
  }, [pixels, side]);
  return (
    <canvas
      ref={canvas}
      width={side}
      height={side}
      role="img"
      aria-label={label}
      className="pixels"
    />
  );
}
