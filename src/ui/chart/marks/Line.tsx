import { line } from 'd3';
import { useChart } from '../frame.ts';

interface Props {
  points: [x: number, y: number][];
  className?: string;
}

/** A curve through its points. */
export function Line({ points, className }: Props) {
  const { x, y } = useChart();
  const path = line<[number, number]>(
    ([value]) => x.at(value),
    ([, value]) => y.at(value),
  );
  return <path className={className} d={path(points) ?? ''} />;
}
