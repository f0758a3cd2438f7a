import { useChart } from '../frame.ts';

interface Props {
  /** From one value to another; on a band axis, both bands are covered. */
  x: [from: number, to: number];
  /** The lower value first; without them, all the plot's height. */
  y?: [from: number, to: number];
  className?: string;
}

/** A bar, or a region of the plot. */
export function Rect({ x: [from, to], y: values, className }: Props) {
  const { x, y, top, bottom } = useChart();
  const left = x.at(from) - x.band / 2;
  const [low, high] = values ? [y.at(values[0]), y.at(values[1])] : [bottom, top];
  return (
    <rect
      className={className}
      x={left}
      y={high}
      width={x.at(to) + x.band / 2 - left}
      height={low - high}
    />
  );
}
