import { useChart } from '../frame.ts';

interface Props {
  points: [x: number, y: number][];
  /** On the horizontal axis. */
  at: number;
  name: string;
}

/** A curve's name written on it, where its end lies too close to another's. */
export function OnCurve({ points, at, name }: Props) {
  const { x, y } = useChart();
  const place = points.find(([from]) => from >= at) ?? points.at(-1);
  if (!place) return null;
  return (
    <text
      className="on-curve"
      x={x.at(place[0])}
      y={y.at(place[1])}
      dy="0.35em"
      textAnchor="middle"
    >
      {name}
    </text>
  );
}
