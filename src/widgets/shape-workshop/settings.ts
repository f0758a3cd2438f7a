import { oneOf, type Field } from '../../figure/settings/link.ts';
import { inPicture } from '../../figure/settings/settings.tsx';
import {
  forgottenProjection,
  shortcutOptions,
  type BlockSettings,
  type Convolution,
} from './block.ts';

/** A whole number of any size a reader may type; what is out of bounds the workshop explains. */
const whole: Field<number> = {
  write: (value) => (Number.isNaN(value) ? '' : String(value)),
  read: (text) => (/^\d{1,5}$/.test(text) ? Number(text) : undefined),
};

const names = ['inChannels', 'outChannels', 'kernel', 'stride', 'padding'] as const;

/** Its five numbers in the order in which PyTorch takes them: 64-128-3-2-1. */
const convolution: Field<Convolution> = {
  write: (layer) => names.map((name) => whole.write(layer[name])).join('-'),
  read(text) {
    const numbers = text.split('-').map(whole.read);
    if (numbers.length !== names.length || numbers.includes(undefined)) return undefined;
    return Object.fromEntries(
      names.map((name, place) => [name, numbers[place]]),
    ) as unknown as Convolution;
  },
};

const { settings: start } = forgottenProjection;
/** A block with another value in every place. */
const other: BlockSettings = {
  size: 224,
  channels: 32,
  conv1: { inChannels: 32, outChannels: 64, kernel: 5, stride: 1, padding: 2 },
  conv2: { inChannels: 64, outChannels: 96, kernel: 1, stride: 2, padding: 0 },
  option: 'C',
  projection: { inChannels: 32, outChannels: 96, kernel: 1, stride: 1, padding: 0 },
};

/** The whole block is set in the picture: in its rows of numbers. */
export const settings = {
  size: inPicture(whole, start.size, other.size),
  channels: inPicture(whole, start.channels, other.channels),
  conv1: inPicture(convolution, start.conv1, other.conv1),
  conv2: inPicture(convolution, start.conv2, other.conv2),
  option: inPicture(oneOf(shortcutOptions), start.option, other.option),
  projection: inPicture(convolution, start.projection, other.projection),
};
