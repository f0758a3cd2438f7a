import { oneOf } from '../../figure/settings/link.ts';
import { inPicture, type ValuesOf } from '../../figure/settings/settings.tsx';
import { partIds } from './network.ts';

/** The part whose numbers are shown: the first block with a projection. */
export const settings = { part: inPicture(oneOf(partIds), '1.0', '3.2') };

export type StripSettings = ValuesOf<typeof settings>;
