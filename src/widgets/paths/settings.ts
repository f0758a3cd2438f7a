import { numberIn, type Fields } from '../../figure/link.ts';

/** What the reader chooses: the blocks of the network, and the number r that each branch multiplies by. */
export interface PathSettings {
  blocks: number;
  scale: number;
}

export const defaultSettings: PathSettings = { blocks: 10, scale: 0.1 };

export const ranges = {
  blocks: { min: 1, max: 54 },
  scale: { min: 0.05, max: 2, step: 0.05 },
};

/** The settings in a link. */
export const fields: Fields<PathSettings> = {
  blocks: numberIn(ranges.blocks),
  scale: numberIn(ranges.scale),
};
