import { useChart } from '../frame.ts';

interface Props {
  points: [x: number, y: number][];
  /** Radius in pixels. */
  r: number;
  className?: string;
}

export function Dots({ points, r, className }: Props) {
  const { x, y } = useChart();
  return points.map((point, index) => (
    <circle key={index} className={className} cx={x.at(point[0])} cy={y.at(point[1])} r={r} />
  ));
}
