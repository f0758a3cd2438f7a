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
  /** Whether the names are at the plot's right edge, wherever the curves end. */
  atEdge?: boolean;
  gaps?: Gap[];
  /** Whether a narrow chart has the names, too, without what is read off. */
  whenNarrow?: boolean;
}

const labelHeight = 18;
/** Pixels from a curve's end to its name, without and with a bracket in between. */
const [near, beyondBracket] = [10, 24];
/** A label this far from its point, in pixels, has a line that leads to it. */
const leaderFrom = 5;

/** Curves named at their ends, where the chart is narrow, only dots. */
export function EndLabels({ labels, atEdge = false, gaps = [], whenNarrow = false }: Props) {
  const { x, y, right: edge, top, bottom, isNarrow } = useChart();
  const ends = labels.map(({ point }) => y.at(point[1]));
  const middles = gaps.map((gap) => (y.at(gap.y[0]) + y.at(gap.y[1])) / 2);
  const places = spreadLabels([...ends, ...middles], labelHeight, top, bottom);
  const isNamed = !isNarrow || whenNarrow;
  const dx = gaps.length > 0 ? beyondBracket : near;
  return (
    <>
      {gaps.map((gap, index) => (
        <Bracket
          key={gap.look}
          {...gap}
          dx={8}
          labelAt={isNarrow ? undefined : places[ends.length + index]}
        />
      ))}
      {labels.map(({ id, point, look, name: text, reading }, index) => {
        const [right, end, place] = [x.at(point[0]), ends[index] ?? 0, places[index] ?? 0];
        const name = (atEdge ? edge : right) + dx;
        const isAway = name - right > dx + leaderFrom || Math.abs(place - end) > leaderFrom;
        return (
          <g key={id} className={`curve-end ${look}`}>
            <circle cx={right} cy={end} r="3" />
            {isNamed && isAway && (
              <path
                className="leader"
                d={`M${right + 5} ${end}H${name - dx + 5}L${name - 3} ${place}`}
              />
            )}
            {isNamed && (
              <text x={name} y={place} dy="0.32em">
                {text} {!isNarrow && <tspan>{reading}</tspan>}
              </text>
            )}
          </g>
        );
      })}
    </>
  );
}
