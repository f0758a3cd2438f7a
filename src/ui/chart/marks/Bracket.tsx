import { useChart } from '../frame.ts';

interface Props {
  x: number;
  /** The two values whose distance it names. */
  y: [number, number];
  label: string;
  /** Pixels from `x` to the bracket. */
  dx?: number;
  /** The pixel of its label's middle, if that is not the bracket's. */
  labelAt?: number | undefined;
  /** Whose gap it is: a colour. */
  look?: string;
}

/** Of a label in two lines, as a narrow chart has it, in pixels. */
const lineHeight = 16;

/** A bracket that names the gap between two curves, such as '21 points'. */
export function Bracket({ x: value, y: [from, to], label, dx = 10, labelAt, look = '' }: Props) {
  const { x, y, isNarrow } = useChart();
  const [left, one, other] = [x.at(value) + dx, y.at(from), y.at(to)];
  const middle = labelAt ?? (one + other) / 2;
  const lines = isNarrow ? label.split(' ') : [label];
  return (
    <g className={`bracket ${look}`.trimEnd()}>
      <path d={`M${left} ${one}h6V${other}h-6`} />
      {lines.map((line, index) => (
        <text
          key={line}
          x={left + 12}
          y={middle + (index - (lines.length - 1) / 2) * lineHeight}
          dy="0.32em"
        >
          {line}
        </text>
      ))}
    </g>
  );
}
