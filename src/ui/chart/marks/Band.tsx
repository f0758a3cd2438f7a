import { area } from 'd3';
import { useChart } from '../frame.ts';

/** A region of a value's spread: its lowest and highest at each place along the axis. */
export type BandPoint = [x: number, low: number, high: number];

interface Props {
  points: BandPoint[];
}

/** The area between the lowest and the highest of several curves. */
export function Band({ points }: Props) {
  const { x, y } = useChart();
  const shape = area<BandPoint>(
    ([value]) => x.at(value),
    ([, low]) => y.at(low),
    ([, , high]) => y.at(high),
  );
  return <path d={shape(points) ?? ''} />;
}
