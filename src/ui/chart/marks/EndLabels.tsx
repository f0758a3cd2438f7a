import { useChart } from '../frame.ts';
import { spreadLabels } from '../spreadLabels.ts';
import { Bracket } from './Bracket.tsx';

export interface EndLabel {
  id: string;
  /** The point that it names: the curve's end. */
  point: [x: number, y: number];
  look: string;
  name: string;
  reading: string;
}

/** The gap between two curves' ends, and what it is called, such as '13 points'. */
export interface Gap {
  x: number;
  y: [number, number];
  label: string;
  look: string;
}

interface Props {
  labels: EndLabel[];
  gap?: Gap | null;
}

const labelHeight = 18;
/** Pixels from a curve's end to its name, without and with a bracket in between. */
const [near, beyondBracket] = [10, 24];
/** A label this far from its point, in pixels, has a line that leads to it. */
const leaderFrom = 5;

/** Curves named at their ends, apart from each other and from the gap's name; where the chart is narrow, only dots. */
export function EndLabels({ labels, gap = null }: Props) {
  const { x, y, top, bottom, isNarrow } = useChart();
  const ends = labels.map(({ point }) => y.at(point[1]));
  const middle = gap ? [(y.at(gap.y[0]) + y.at(gap.y[1])) / 2] : [];
  const places = spreadLabels([...ends, ...middle], labelHeight, top, bottom);
  const dx = gap ? beyondBracket : near;
  return (
    <>
      {gap && (
        <Bracket {...gap} dx={8} labelAt={isNarrow ? undefined : (places.at(-1) as number)} />
      )}
      {labels.map(({ id, point, look, name, reading }, index) => {
        const [right, end, place] = [x.at(point[0]), ends[index] ?? 0, places[index] ?? 0];
        return (
          <g key={id} className={`curve-end ${look}`}>
            <circle cx={right} cy={end} r="3" />
            {!isNarrow && Math.abs(place - end) > leaderFrom && (
              <path className="leader" d={`M${right + 5} ${end}L${right + dx - 3} ${place}`} />
            )}
            {!isNarrow && (
              <text x={right + dx} y={place} dy="0.32em">
                {name} <tspan>{reading}</tspan>
              </text>
            )}
          </g>
        );
      })}
    </>
  );
}
