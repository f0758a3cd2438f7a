import {
  buttons,
  choice,
  inPicture,
  slider,
  type Setting,
  type ValuesOf,
} from '../../figure/settings/settings.tsx';
import { whichNetwork } from '../../figure/settings/whichNetwork.ts';
import { numberIn, oneOf } from '../../figure/settings/link.ts';
import { namePlace } from '../../contract/sayPlace.ts';
import { twoDecimals } from '../../lib/format.ts';
import { places, type Place } from './places.ts';

/** 0.5 as `× 0.5`. */
export const times = (value: number) => `× ${value}`;

/** What a sublayer's addition is multiplied by. */
export const scaleRange = { min: 0, max: 2, step: 0.25 };

const scale = (place: Place): Setting<number> =>
  inPicture(numberIn(scaleRange), 1, 0, (factor) => `${namePlace(place)} ${times(factor)}`);

/** Which heads are off, as their digits, such as `13`. */
const headsOff = (layer: number): Setting<string> =>
  inPicture(
    { write: String, read: (text) => (/^1?2?3?4?$/.test(text) ? text : undefined) },
    '',
    '13',
    (off) => `heads off in layer ${layer}: ${off === '' ? 'none' : [...off].join(', ')}`,
  );

export const settings = {
  factor: slider({
    label: 'Times the vector',
    ...{ min: -3, max: 3, step: 0.25, start: -1, format: twoDecimals },
  }),
  show: buttons({
    label: 'What to show',
    options: [
      ['effect', 'Effect'],
      ['curve', 'All factors'],
      ['ranking', 'Each sublayer off'],
    ],
    start: 'effect',
  }),
  vector: choice({
    label: 'Vector',
    options: [
      ['agreement', 'agreement'],
      ['random', 'random, of equal length'],
    ],
    start: 'agreement',
    isMinor: true,
  }),
  network: whichNetwork('Network'),
  place: inPicture<Place>(
    oneOf(places),
    'layers.0.attention',
    'embedding',
    (place) => `vector added after ${namePlace(place)}`,
  ),
  attention1: scale('layers.0.attention'),
  mlp1: scale('layers.0.mlp'),
  attention2: scale('layers.1.attention'),
  mlp2: scale('layers.1.mlp'),
  off1: headsOff(1),
  off2: headsOff(2),
};

export type SteeringSettings = ValuesOf<typeof settings>;
