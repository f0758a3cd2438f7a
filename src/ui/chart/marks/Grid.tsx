import { useChart } from '../frame.ts';

interface Props {
  /** The side of the horizontal lines on which their values are written. */
  valuesAt?: 'left' | 'right';
}

/** Both axes: horizontal lines with their values at one end, ticks and labels below. */
export function Grid({ valuesAt = 'left' }: Props) {
  const { x, y, left, right, bottom, height } = useChart();
  return (
    <g className="grid">
      {y.ticks.map(({ at, text }) => (
        <g key={at} transform={`translate(0,${at})`}>
          <line x1={left} x2={right} />
          {text && (
            <text
              x={valuesAt === 'left' ? left - 8 : right + 8}
              dy="0.32em"
              textAnchor={valuesAt === 'left' ? 'end' : undefined}
            >
              {text}
            </text>
          )}
        </g>
      ))}
      {x.ticks.map(({ at, text }) => (
        <text key={at} x={at} y={bottom + 18} textAnchor="middle">
          {text}
        </text>
      ))}
      {x.labels.map(({ at, text }) => (
        <text key={at} x={at} y={height - 4} textAnchor="middle">
          {text}
        </text>
      ))}
      {y.cut && <path className="cut" d={`M${left} ${bottom}v-4l-4-2l8-4l-4-2v-4`} />}
    </g>
  );
}
