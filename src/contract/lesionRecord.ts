/** How often the shipped network was right with one block after the other damaged, recorded for the book. */
export interface LesionRecord {
  /** ISO 8601 */
  recordedAt: string;
  /** What computed it. */
  engine: string;
  /** The network's title. */
  network: string;
  /** How many; it was trained on none of them. */
  pictures: number;
  /** Share of pictures, 0 to 1, that the whole network gets right with its first guess. */
  whole: number;
  /** The same without one block's branch, and without its shortcut, in the order of `allBlocks`. */
  withoutBranch: number[];
  withoutShortcut: number[];
}
