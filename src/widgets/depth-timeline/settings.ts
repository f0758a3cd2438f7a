import { oneOf } from '../../figure/settings/link.ts';
import { buttons, inPicture, type ValuesOf } from '../../figure/settings/settings.tsx';
import { entries } from './entries.ts';

const ids = entries.map(({ id }) => id);

export const settings = {
  against: buttons({
    label: 'Draw the error against',
    options: [
      ['depth', 'Against depth'],
      ['year', 'Against time'],
    ],
    start: 'depth',
  }),
  /** Whose card is shown. */
  entry: inPicture(oneOf(ids), entries[0].id, ids[1] ?? ''),
};

export type TimelineSettings = ValuesOf<typeof settings>;
