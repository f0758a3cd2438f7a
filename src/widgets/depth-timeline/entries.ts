import type { Callout } from '../../figure/frame/Takeaway.tsx';
import type { Table } from '../../figure/tools/table.ts';

/** An entry of the ImageNet challenge, as its own paper gives it. */
export interface Entry {
  id: string;
  name: string;
  year: number;
  kind: 'plain' | 'residual';
  /** Layers with weights; two numbers where the paper's networks differ. */
  depth: [least: number, most: number];
  /** Top-5 error on the challenge's test set, 0 to 1. */
  error: number;
  /** The error with the digits that the paper prints. */
  errorText: string;
  measured: string;
  source: string;
  /** Of the reference in the lesson's list. */
  reference: string;
}

export const entries: [Entry, ...Entry[]] = [
  {
    id: 'alexnet',
    name: 'AlexNet',
    year: 2012,
    kind: 'plain',
    depth: [8, 8],
    error: 0.153,
    errorText: '15.3 %',
    measured: 'On the test set of ILSVRC-2012, by several networks with their answers averaged.',
    source: 'Krizhevsky, Sutskever and Hinton 2012',
    reference: 'bib-krizhevsky2012imagenet',
  },
  {
    id: 'vgg',
    name: 'VGG',
    year: 2014,
    kind: 'plain',
    depth: [16, 19],
    error: 0.073,
    errorText: '7.3 %',
    measured: 'On the test set of ILSVRC-2014, by several networks with their answers averaged.',
    source: 'Simonyan and Zisserman 2014',
    reference: 'bib-simonyan2015very',
  },
  {
    id: 'resnet',
    name: 'ResNet',
    year: 2015,
    kind: 'residual',
    depth: [152, 152],
    error: 0.0357,
    errorText: '3.57 %',
    measured:
      'On the test set of ILSVRC-2015, by an ensemble of residual networks, the deepest with 152 layers.',
    source: 'He, Zhang, Ren and Sun 2015',
    reference: 'bib-he2015deep',
  },
];

export function depthText({ depth: [least, most] }: Entry): string {
  return least === most ? `${most}` : `${least}–${most}`;
}

/** What the points say, and what they do not. */
export function takeaway([first, ...later]: [Entry, ...Entry[]]): Callout {
  const last = later.at(-1) ?? first;
  const deeper = last.depth[1] / first.depth[1];
  const lower = last.error / first.error;
  const share = `${Math.round(lower * 100)} %`;
  const text = `From ${first.year} to ${last.year} the networks became ${deeper} times as deep, and the error fell to ${share} of what it was. These points cannot say how much of that is due to depth: the entries differ in more than depth.`;
  return { key: share, kind: 'residual', text };
}

/** A row an entry. */
export function table(all: Entry[]): Table {
  return {
    caption: 'Top-5 error on the challenge’s test set, from each entry’s own paper',
    head: ['Network', 'Year', 'Layers', 'Top-5 error', 'How it was measured', 'Source'],
    show: [undefined, String, undefined, (error) => `${Number((100 * error).toPrecision(3))} %`],
    rows: all.map((entry) => [
      ...[entry.name, entry.year, depthText(entry), entry.error, entry.measured],
      { text: entry.source, href: `#${entry.reference}` },
    ]),
  };
}
