import { scaleLinear, scaleLog } from 'd3';
import type { Entry } from './entries.ts';

/** What the entries are drawn against. */
export type Against = 'depth' | 'year';

/** Of the plot in pixels, where no style sheet asks for another. */
export const usualHeight = 320;
export const margin = { top: 40, right: 56, bottom: 44, left: 52 };

/** The plot's scales in pixels. Depth goes by doublings: evenly, the first points would be one. */
export function layOut(width: number, height: number, against: Against) {
  const range = [margin.left, width - margin.right];
  const x = against === 'depth' ? scaleLog([6, 200], range) : scaleLinear([2011.6, 2015.4], range);
  return {
    x,
    y: scaleLinear([0, 0.18], [height - margin.bottom, margin.top]),
    xTicks: against === 'depth' ? [8, 16, 32, 64, 128] : [2012, 2013, 2014, 2015],
    xLabel: against === 'depth' ? 'layers, by doublings' : 'year of the challenge',
  };
}

/** The ends of an entry's mark on the horizontal axis; the same number twice for a point. */
export function extent(entry: Entry, against: Against): [number, number] {
  return against === 'depth' ? entry.depth : [entry.year, entry.year];
}
