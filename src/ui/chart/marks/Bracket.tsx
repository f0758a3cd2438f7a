import { useChart } from '../frame.ts';

interface Props {
  x: number;
  /** The two values whose distance it names. */
  y: [number, number];
  label: string;
  /** Pixels from `x` to the bracket. */
  dx?: number;
}

/** A bracket that names the gap between two curves, such as '21 points'. */
export function Bracket({ x: value, y: [from, to], label, dx = 10 }: Props) {
  const { x, y } = useChart();
  const [left, one, other] = [x.at(value) + dx, y.at(from), y.at(to)];
  return (
    <g className="bracket">
      <path d={`M${left} ${one}h6V${other}h-6`} />
      <text x={left + 12} y={(one + other) / 2} dy="0.32em">
        {label}
      </text>
    </g>
  );
}
