import { places, type Place } from '../places.ts';

/** One row of the drawing: a place of the stream. All in pixels of the drawing. */
interface Row {
  place: Place;
  /** Where a sublayer reads the stream, and where it adds to it. */
  reads: number;
  adds: number;
  /** Where a vector can be added. */
  vector: number;
}

export interface River {
  width: number;
  height: number;
  /** Of the stream. */
  line: number;
  /** The boxes of sublayers. */
  box: { left: number; width: number; height: number };
  rows: Row[];
  /** Middles of the first box and the last. */
  start: number;
  end: number;
}

/** Heights of the rows of embedding, attention, MLP and answer; the style sheet says the same. */
const shapes = {
  wide: { line: 108, box: { left: 136, width: 104 }, width: 244, rows: [46, 66, 66, 44] },
  narrow: { line: 26, box: { left: 50, width: 88 }, width: 140, rows: [46, 100, 66, 44] },
} as const;

/** The stream from the top down, with its sublayers on its right. */
export function layOutRiver(shape: keyof typeof shapes): River {
  const { line, box, width, rows: heights } = shapes[shape];
  let top = 0;
  const rows = places.map((place): Row => {
    const height = heights[place === 'embedding' ? 0 : place.endsWith('attention') ? 1 : 2];
    const middle = top + height / 2 - 3;
    top += height;
    return { place, reads: middle - 13, adds: middle + 13, vector: top - 4 };
  });
  const height = top + heights[3];
  return {
    ...{ width, height, line, rows },
    box: { ...box, height: 46 },
    ...{ start: 17, end: height - 17 },
  };
}
