/** A piece of a line of code in its two colours; without colours it takes the text's. */
export type Token = [text: string, light?: string, dark?: string];

/** Code that was coloured at build time. */
export interface Listing {
  language: string;
  lines: Token[][];
}

/** Bubbles from an empty place that a figure keeps for running its listing in Python; `detail` is the code. */
export const listingEvent = 'listing-shown';
