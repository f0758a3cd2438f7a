/** What a picture file says of itself, before anything is decoded. */
export interface Structure {
  /** In pixels, as stored; 0 or NaN where it does not say. */
  width: number;
  height: number;
  /** What browsers pass over: they show a cut picture with grey in place of the rest. */
  flaw: 'cut' | 'damaged' | null;
}
