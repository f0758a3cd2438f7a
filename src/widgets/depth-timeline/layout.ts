import { percent } from '../../lib/format.ts';
import type { Axis } from '../../ui/chart/scales.ts';
import type { Entry } from './entries.ts';

/** What the entries are drawn against. */
export type Against = 'depth' | 'year';

/** Depth goes by doublings: evenly, the first points would be one. */
export const xAxes = {
  depth: {
    type: 'log',
    domain: [6, 200],
    ticks: [8, 16, 32, 64, 128],
    format: String,
    label: 'layers (log scale)',
  },
  year: {
    domain: [2011.6, 2015.4],
    ticks: [2012, 2013, 2014, 2015],
    label: 'year of the challenge',
  },
} satisfies Record<Against, Axis>;

export const errorAxis = { domain: [0, 0.18], ticks: 4, format: percent } satisfies Axis;

/** The ends of an entry's mark on the horizontal axis; the same number twice for a point. */
export function extent(entry: Entry, against: Against): [number, number] {
  return against === 'depth' ? entry.depth : [entry.year, entry.year];
}

/** Where an entry's mark has its middle, by doublings as the axis of depth goes. */
export function middle(entry: Entry, against: Against): number {
  const [from, to] = extent(entry, against);
  return Math.sqrt(from * to);
}
