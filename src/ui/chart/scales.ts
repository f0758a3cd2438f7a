import { format, least, scaleBand, scaleLinear, scaleLog } from 'd3';
import { powerOfTen } from '../../lib/format.ts';

/** An axis as a chart declares it. */
export type Axis = ContinuousAxis | BandAxis;

interface ContinuousAxis extends Names {
  type?: 'linear' | 'log';
  domain: [low: number, high: number];
  /** Widens the domain to round numbers. */
  nice?: boolean;
  /** How many to aim at, or the values themselves. */
  ticks?: number | number[];
  /** Ticks at whole numbers only, for what is counted. */
  whole?: boolean;
  /** Marks that the axis starts above the zero of what it measures. */
  cut?: boolean;
}

interface BandAxis extends Names {
  type: 'band';
  /** Every value that has a band, in order. */
  domain: number[];
  /** The gap between two bands, as a share of a band with its gap. */
  padding?: number;
}

interface Names {
  /** What is written at a tick. */
  format?: (value: number, index: number) => string;
  /** What is written below the whole axis, or below some of its values. */
  label?: string | { value: number; text: string }[];
}

/** A text beside an axis, at a pixel along it. */
interface Tick {
  at: number;
  text: string;
}

/** An axis in pixels. */
export interface Scale {
  /** The pixel of a value, or the middle of its band. A value outside the domain is drawn at the nearer end. */
  at(value: number): number;
  /** Whether a value lies in the domain. */
  covers(value: number): boolean;
  /** The value at a pixel, or the one whose band is nearest; null outside the axis. */
  invert(pixel: number): number | null;
  /** Width of a band in pixels; 0 where values are points. */
  band: number;
  ticks: Tick[];
  labels: Tick[];
  cut: boolean;
}

/** A band narrower than this, in pixels, has no room for its own tick. */
const bandTickRoom = 34;

/** The scale of an axis from one pixel to another, with about `usualTicks` ticks if the axis does not ask for others. */
export function makeScale(axis: Axis, range: [number, number], usualTicks = 5): Scale {
  return axis.type === 'band' ? makeBands(axis, range) : makeContinuous(axis, range, usualTicks);
}

function makeContinuous(axis: ContinuousAxis, range: [number, number], usualTicks: number): Scale {
  const isLog = axis.type === 'log';
  const scale = isLog ? scaleLog(axis.domain, range) : scaleLinear(axis.domain, range);
  const count = typeof axis.ticks === 'number' ? axis.ticks : usualTicks;
  if (axis.nice) scale.nice(count);
  const clamped = scale.copy().clamp(true);
  const at = (value: number) => clamped(value);
  const usual = isLog ? scale.ticks().filter(isPowerOfTen) : scale.ticks(count);
  const values = axis.whole ? usual.filter(Number.isInteger) : usual;
  const [low = 0, high = 1] = scale.domain();
  const covers = (value: number) => value >= low && value <= high;
  return {
    at,
    covers,
    invert(pixel) {
      const value = scale.invert(pixel);
      return covers(value) ? value : null;
    },
    band: 0,
    ticks: toTicks(Array.isArray(axis.ticks) ? axis.ticks : values, axis, at),
    labels: toLabels(axis, at, range),
    cut: axis.cut ?? false,
  };
}

function makeBands(axis: BandAxis, range: [number, number]): Scale {
  const scale = scaleBand(axis.domain, range).paddingInner(axis.padding ?? 0);
  const band = scale.bandwidth();
  const at = (value: number) => (scale(value) ?? range[0]) + band / 2;
  const every = Math.max(1, Math.ceil((axis.domain.length * bandTickRoom) / (range[1] - range[0])));
  const named = axis.domain.filter((_, index) => index % every === 0);
  return {
    at,
    covers: (value) => axis.domain.includes(value),
    invert(pixel) {
      if (pixel < range[0] || pixel > range[1]) return null;
      return least(axis.domain, (value) => Math.abs(at(value) - pixel)) ?? null;
    },
    band,
    ticks: toTicks(named, axis, at),
    labels: toLabels(axis, at, range),
    cut: false,
  };
}

function toTicks(values: number[], axis: Axis, at: Scale['at']): Tick[] {
  const usual = axis.type === 'log' ? power : format('');
  return values.map((value, index) => ({
    at: at(value),
    text: (axis.format ?? usual)(value, index),
  }));
}

function toLabels({ label = [] }: Names, at: Scale['at'], [from, to]: [number, number]): Tick[] {
  if (typeof label === 'string') return [{ at: (from + to) / 2, text: label }];
  return label.map(({ value, text }) => ({ at: at(value), text }));
}

const power = (value: number) => powerOfTen(Math.round(Math.log10(value)));

function isPowerOfTen(value: number): boolean {
  return Math.abs(Math.log10(value) - Math.round(Math.log10(value))) < 1e-9;
}
