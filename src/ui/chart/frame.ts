import { createContext, useContext } from 'react';
import { assert } from '../../lib/assert.ts';
import { makeScale, type Axis, type Scale } from './scales.ts';

/** Pixels around the plot for the axes and for names. */
export interface Margin {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

/** What a chart declares of its frame. */
export interface Layout {
  x: Axis;
  y: Axis;
  /** In pixels, where no style sheet asks for another. */
  height: number;
  margin: Margin;
  /** What differs in a narrow chart, which has no names beside the curves. */
  narrowMargin?: Partial<Margin>;
}

/** A chart's frame in pixels of its own, `magnify` times as large on the screen, and its scales. */
export interface Frame {
  magnify: number;
  width: number;
  height: number;
  /** The plot's own edges, inside the margin. */
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** Too narrow for names beside the curves, which are then listed below. */
  isNarrow: boolean;
  x: Scale;
  y: Scale;
}

const narrowBelow = 460; // chart.css repeats it
/** Pixels below which no chart is squeezed. */
const leastFilled = 180;
/** Room for one number on the horizontal axis, in pixels. */
const tickRoom = 80;

/**
 * The frame of a chart `widthOnScreen` pixels wide and `taller` times as high as usual, or `filled` pixels high if that
 * is not 0, of which all text and strokes are drawn `magnify` times as large as usual.
 */
export function layOut(
  { x, y, height: usualHeight, margin: usualMargin, narrowMargin }: Layout,
  widthOnScreen: number,
  taller = 1,
  magnify = 1,
  filled = 0,
): Frame {
  const width = Math.floor(widthOnScreen / magnify);
  const height = Math.round(
    (filled ? Math.max(leastFilled, filled) : usualHeight * taller) / magnify,
  );
  const isNarrow = width < narrowBelow;
  const margin = { ...usualMargin, ...(isNarrow && narrowMargin) };
  const [left, right] = [margin.left, width - margin.right];
  const [top, bottom] = [margin.top, height - margin.bottom];
  const xTicks = Math.max(2, Math.floor((right - left) / tickRoom));
  return {
    ...{ magnify, width, height, left, right, top, bottom, isNarrow },
    x: makeScale(x, [left, right], xTicks),
    y: makeScale(y, [bottom, top]),
  };
}

/** What every mark of a chart knows of it. */
export interface ChartState extends Frame {
  /** What the chart shows, for a reader who does not see it. */
  description: string;
  /** The value on the horizontal axis that the reader points at, or null. */
  cursor: number | null;
  setCursor: (value: number | null) => void;
}

export const ChartContext = createContext<ChartState | null>(null);

/** The chart that a mark is drawn in. Throws an Error outside a Chart. */
export function useChart(): ChartState {
  const chart = useContext(ChartContext);
  assert(chart !== null, 'A mark must be inside a Chart.');
  return chart;
}
