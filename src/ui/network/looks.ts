/** The sizes of a block's drawing, in pixels of its own. */
export interface Look {
  /** Of the text in a box; the style sheet says the same. */
  font: number;
  /** A box across the flow, and the room beside its text. */
  box: number;
  pad: number;
  /** The radius of the addition. */
  sum: number;
  gap: number;
  rise: number;
  bend: number;
  arrow: number;
}

export const looks = {
  /** As large as what is read around it. */
  large: { font: 19, box: 46, pad: 11, sum: 15, gap: 12, rise: 78, bend: 62, arrow: 9 },
  /** For a figure. */
  medium: { font: 16, box: 38, pad: 9, sum: 13, gap: 8, rise: 56, bend: 48, arrow: 8 },
  /** For a place 300 pixels wide. */
  dense: { font: 14, box: 36, pad: 3, sum: 12, gap: 3, rise: 50, bend: 44, arrow: 7 },
  /** A sign of 40 pixels, without words. */
  glyph: { font: 0, box: 12, pad: 7, sum: 5, gap: 3, rise: 16, bend: 16, arrow: 0 },
} satisfies Record<string, Look>;

/** How long a box is whose text has so many characters. */
export function boxLength(name: string, { font, pad }: Look): number {
  return Math.ceil(name.length * font * 0.54 + 2 * pad);
}
