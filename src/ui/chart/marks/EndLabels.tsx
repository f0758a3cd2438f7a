import { useChart } from '../frame.ts';
import { spreadLabels } from '../spreadLabels.ts';

export interface EndLabel {
  id: string;
  /** The point that it names. */
  point: [x: number, y: number];
  look: string;
  name: string;
  reading: string;
}

const labelHeight = 18;

/** Curves named at a point of each, apart from each other; where the chart is narrow, only the points. */
export function EndLabels({ labels }: { labels: EndLabel[] }) {
  const { x, y, top, bottom, isNarrow } = useChart();
  const places = spreadLabels(
    labels.map(({ point }) => y.at(point[1])),
    labelHeight,
    top,
    bottom,
  );
  return labels.map(({ id, point, look, name, reading }, index) => (
    <g key={id} className={`curve-end ${look}`}>
      <circle cx={x.at(point[0])} cy={y.at(point[1])} r="3" />
      {!isNarrow && (
        <text x={x.at(point[0]) + 10} y={places[index]} dy="0.32em">
          {name} <tspan>{reading}</tspan>
        </text>
      )}
    </g>
  ));
}
