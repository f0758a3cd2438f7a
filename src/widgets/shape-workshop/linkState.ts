import { oneOf, type Field, type Fields } from '../../figure/link.ts';
import type { BlockSettings, Convolution } from './settings.ts';

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

/** The block in a link. */
export const fields: Fields<BlockSettings> = {
  size: whole,
  channels: whole,
  conv1: convolution,
  conv2: convolution,
  option: oneOf(['identity', 'A', 'B', 'C']),
  projection: convolution,
};
