/** A program of the chapter. */
export interface Program {
  /** The lesson that it stands in; `everywhere` for what all take for granted. */
  lesson: string;
  code: string;
  /** No listing: what those of the lesson take for granted. */
  isGiven: boolean;
}
