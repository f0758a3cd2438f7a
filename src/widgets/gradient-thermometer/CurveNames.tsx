import type { NetworkKind } from '../../contract/networks.ts';
import { pointAt } from '../../ui/chart/cursor.tsx';
import { useChart } from '../../ui/chart/frame.ts';
import { Legend } from '../../ui/chart/Legend.tsx';
import { spreadLabels } from '../../ui/chart/spreadLabels.ts';
import type { Curve } from './curves.ts';
import { times } from './describe.ts';

interface Props {
  curves: Curve[];
  /** What became of a network, in words. */
  notes: { kind: NetworkKind; text: string }[];
}

const lineHeight = 20;

/** Beside the early blocks, each curve's name and its value there, or where the reader points; on a narrow chart nothing. */
export function CurveNames({ curves, notes }: Props) {
  const { cursor, x, y, left, top, bottom, isNarrow } = useChart();
  if (isNarrow) return null;
  const labels = labelsOf({ curves, notes }, cursor);
  const starts = labels.map(({ start }) => y.at(start));
  const places = spreadLabels(starts, lineHeight, top + lineHeight / 2, bottom - lineHeight / 2);
  return (
    <>
      <text className="read-at" x={left - 34} y={18} dy="0.32em" textAnchor="end">
        {placeOf(cursor)}
      </text>
      {labels.map(({ id, look, text, reading, isNote }, i) => (
        <g key={id} className={`curve-end ${look}`}>
          {!isNote && (
            <path className="leader" d={`M${left - 28} ${places[i]}L${x.at(0) - 4} ${starts[i]}`} />
          )}
          <text x={left - 34} y={places[i]} dy="0.32em" textAnchor="end">
            {text} <tspan className="reading">{reading}</tspan>
          </text>
        </g>
      ))}
    </>
  );
}

/** The same below a narrow chart; the style sheet hides it below a wide one. */
export function CurveList({ curves, notes }: Props) {
  const { cursor } = useChart();
  return (
    <Legend
      className="curve-names"
      entries={[
        { id: 'place', text: `${placeOf(cursor)}:` },
        ...labelsOf({ curves, notes }, cursor).map(({ id, look, text, reading, isNote }) => ({
          id,
          look: `curve-end ${look}`,
          sample: (
            <svg width="26" height="10" aria-hidden="true">
              {!isNote && (
                <g className={`curve ${look}`}>
                  <path d="M1 5H25" />
                </g>
              )}
            </svg>
          ),
          text: `${text} ${reading}`,
        })),
      ]}
    />
  );
}

const placeOf = (cursor: number | null) =>
  cursor === null || Math.round(cursor) === 0
    ? 'at the first convolution'
    : `at block ${Math.round(cursor)}`;

/** In the order of the networks; a note comes after its network's curves. */
function labelsOf({ curves, notes }: Props, cursor: number | null) {
  const named = curves.map(({ id, name, kind, isTrained, points }) => {
    const point = pointAt(points, cursor ?? 0);
    return {
      ...{ id, kind, text: name, look: `${kind} ${isTrained ? 'shallow' : 'deep'}` },
      ...{ start: points[0]?.[1] ?? 0, isNote: false },
      reading: point?.[0] === Math.round(cursor ?? 0) ? times(point[1]) : '0',
    };
  });
  const told = notes.map(({ kind, text }) => ({
    ...{ id: `${kind} note`, kind, text, look: `${kind} shallow`, reading: '' },
    ...{ start: named.findLast((one) => one.kind === kind)?.start ?? 1, isNote: true },
  }));
  return [...named, ...told];
}
