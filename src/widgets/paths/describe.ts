import type { Callout } from '../../figure/frame/Takeaway.tsx';
import type { Table } from '../../figure/tools/table.ts';
import { measured, middleOf, peaks, sumOver, type Length } from './paths.ts';

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A count or a share with the digits a reader can use: '1,024', '1.9 × 10¹⁵', '0.0034', '1 × 10⁻⁸'. */
export function digits(value: number): string {
  if (value === 0 || value === 1) return String(value);
  if (value >= 1 && value < 1e6) {
    return value.toLocaleString('en-GB', { maximumFractionDigits: value < 100 ? 2 : 0 });
  }
  if (value >= 0.001 && value < 1) return value.toPrecision(2);
  const [mantissa, exponent = ''] = value.toExponential(1).split('e');
  const raised = exponent
    .replace('+', '')
    .replace('-', '⁻')
    .replaceAll(/\d/g, (digit) => superscripts[Number(digit)] ?? '');
  return `${mantissa} × 10${raised}`;
}

/** A share as a percentage, small ones too. */
export function share(value: number): string {
  if (value > 0.995 && value < 1) return `${(value * 100).toFixed(1)} %`;
  return value < 0.01 ? `${digits(value * 100)} %` : `${Math.round(value * 100)} %`;
}

/** How few paths carry most of the gradient, where both are, and what was measured in a network of this depth. */
export function takeaway(lengths: Length[]): Callout {
  const blocks = lengths.length - 1;
  const most = peaks(lengths, 'pathShare').join(' or ');
  const heaviest = peaks(lengths, 'gradientShare').join(' or ');
  const middle = middleOf(lengths, 'gradientShare');
  const [from, to] = middle;
  const few = share(sumOver(lengths, middle, 'pathShare'));
  const sentences = [
    `${few} of the paths carry ${share(sumOver(lengths, middle, 'gradientShare'))} of the gradient: those through ${from === to ? count(to) : `${from} to ${count(to)}`}.`,
    most === heaviest
      ? `The largest share comes along the most numerous paths, through ${most}.`
      : `Paths through ${most} are the most numerous, but the largest share comes along those through ${heaviest}.`,
  ];
  if (blocks === measured.blocks) {
    const [least, longest] = measured.lengths;
    const inModel = share(sumOver(lengths, measured.lengths, 'gradientShare'));
    sentences.push(
      `Veit and co-authors found most of it on paths through ${least} to ${longest}, which carry ${inModel} in the model.`,
    );
  }
  return { key: few, text: sentences.join(' ') };
}

/** A path of a given length, in words. */
export function sayPath({ length, paths }: Length, blocks: number): string {
  const around = blocks - length;
  const one = paths === 1 ? 'The one path' : `One of the ${digits(paths)} paths`;
  return `${one} of length ${length}: through ${count(length)}, around ${around === 0 ? 'none' : around}.`;
}

const count = (branches: number) =>
  branches === 0 ? 'no branch' : branches === 1 ? '1 branch' : `${branches} branches`;

/** A row a length. */
export function table(lengths: Length[]): Table {
  return {
    caption: 'Paths by length, in the model',
    head: ['Length', 'Paths', 'Share of paths', 'Gradient per path', 'Share of gradient'],
    rows: lengths.map((one) => [
      ...[one.length, one.paths, one.pathShare, one.carries, one.gradientShare],
    ]),
    show: [String, digits, share, digits, share],
  };
}
