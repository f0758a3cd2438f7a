import { removeStored, readStored, store } from '../../lib/deviceStorage.ts';

/** A listing that changes is another one: what the reader made of it is kept under what is printed. */
const keyOf = (printed: string) => `listing ${printed}`;

/** What the reader has made of a printed listing, on this device; null where they have not changed it. */
export function keptListing(printed: string): string | null {
  return readStored(keyOf(printed));
}

/** Keeps what the reader makes of a listing, and forgets it where that is what is printed. */
export function keepListing(printed: string, text: string): void {
  if (text === printed) removeStored(keyOf(printed));
  else store(keyOf(printed), text);
}
