import { useChart } from '../frame.ts';
import { Rule } from './Rule.tsx';

interface Props {
  value: number;
  label: string;
  /** Whether its name is at the left edge, where the curves are further away. */
  namedLeft?: boolean;
}

/** Of a label, in pixels. */
const labelHeight = 14;

/** A value to compare with, drawn from side to side; its name is above the line, or below where there is no room. */
export function Reference({ value, label, namedLeft = false }: Props) {
  const { y, left, right } = useChart();
  const place = y.at(value);
  return (
    <g className="reference">
      <Rule y={value} />
      <text
        x={namedLeft ? left + 4 : right - 4}
        y={place < labelHeight + 6 ? place + labelHeight : place - 6}
        textAnchor={namedLeft ? 'start' : 'end'}
      >
        {label}
      </text>
    </g>
  );
}
