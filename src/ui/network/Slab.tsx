/** A box seen from the upper right, in pixels. */
export interface Box {
  /** The left upper corner of its front. */
  x: number;
  y: number;
  /** Of its front. */
  width: number;
  height: number;
  /** The edge that leads away from the reader. */
  back: number;
}

/** How far an edge of length 1 that leads away from the reader goes to the right and up. */
export const slant = { right: 0.36, up: 0.22 };

/** All that a box takes up: [width, height]. */
export function extent({ width, height, back }: Pick<Box, 'width' | 'height' | 'back'>) {
  return [width + back * slant.right, height + back * slant.up] as const;
}

/** Feature maps as a box to scale: the caller says which of its edges are the maps' sides and which the channels. */
export function Slab({ x, y, width, height, back }: Box) {
  const [right, up] = [round(back * slant.right), round(back * slant.up)];
  const [w, h] = [round(width), round(height)];
  return (
    <g className="slab" transform={`translate(${round(x)},${round(y)})`}>
      <path className="slab-top" d={`M0 0 l${right} ${-up} h${w} l${-right} ${up} z`} />
      <path className="slab-face" d={`M${w} 0 l${right} ${-up} v${h} l${-right} ${up} z`} />
      <rect className="slab-front" width={w} height={h} />
    </g>
  );
}

const round = (value: number) => Math.round(value * 100) / 100;
