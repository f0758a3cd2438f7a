import { useId, useRef, useState } from 'react';
import { percent, unbroken } from '../../lib/format.ts';
import { FigureTools } from '../../figure/FigureTools.tsx';
import { fromQuery, oneOf, toQuery, type Fields } from '../../figure/link.ts';
import { useLink } from '../../figure/useLink.ts';
import { useWidth } from '../../ui/chart/useWidth.ts';
import { depthText, entries, takeaway, type Entry } from './entries.ts';
import { extent, layOut, margin, usualHeight, type Against } from './layout.ts';

const defaultState = { against: 'depth' as Against, entry: entries[0].id };

/** The state in a link. */
const fields: Fields<typeof defaultState> = {
  against: oneOf(['depth', 'year']),
  entry: oneOf(entries.map(({ id }) => id)),
};

const entryOf = (id: string) => entries.find((entry) => entry.id === id) ?? entries[0];

/** Three entries of the ImageNet challenge: their depth, their error, and how it was measured. */
export default function DepthTimeline() {
  const [against, setAgainst] = useState<Against>(defaultState.against);
  const [chosen, setChosen] = useState(entries[0]);
  useLink('depth-timeline', (query) => {
    const asked = fromQuery(query, defaultState, fields);
    setAgainst(asked.against);
    setChosen(entryOf(asked.entry));
  });
  return <TimelineView {...{ against, setAgainst, chosen, setChosen }} />;
}

interface ViewProps {
  against: Against;
  setAgainst: (against: Against) => void;
  /** The entry whose card is shown. */
  chosen: Entry;
  setChosen: (entry: Entry) => void;
}

/** The timeline as it looks in a given state. */
export function TimelineView({ against, setAgainst, chosen, setChosen }: ViewProps) {
  const frame = useRef<HTMLDivElement>(null);
  const cardId = useId();
  return (
    <div className="figure-frame depth-timeline" ref={frame}>
      <h3 className="figure-title">Did the error fall as networks grew deeper?</h3>
      <div className="buttons" role="group" aria-label="Draw the error against">
        {(['depth', 'year'] as const).map((axis) => (
          <button
            key={axis}
            type="button"
            aria-pressed={against === axis}
            onClick={() => setAgainst(axis)}
          >
            {axis === 'depth' ? 'Against depth' : 'Against time'}
          </button>
        ))}
      </div>
      <Plot {...{ against, chosen, setChosen, cardId }} />
      <Card id={cardId} entry={chosen} />
      <p className="takeaway" data-takeaway="">
        {unbroken(takeaway(entries))}
      </p>
      <FigureTools
        frame={frame}
        name="depth-timeline"
        link={{ query: toQuery({ against, entry: chosen.id }, defaultState, fields) }}
        picture="drawing"
      >
        <Numbers />
      </FigureTools>
    </div>
  );
}

interface PlotProps extends Pick<ViewProps, 'against' | 'chosen' | 'setChosen'> {
  cardId: string;
}

const widthBeforeMeasuring = 1050;

function Plot({ against, chosen, setChosen, cardId }: PlotProps) {
  const [holder, width, taller] = useWidth<HTMLDivElement>(widthBeforeMeasuring);
  const height = Math.round(usualHeight * taller);
  const { x, y, xTicks, xLabel } = layOut(width, height, against);
  const middle = (entry: Entry) => {
    const [from, to] = extent(entry, against);
    return (x(from) + x(to)) / 2;
  };
  return (
    <div className="line-chart" ref={holder}>
      <p className="chart-title">Top-5 test error in the ImageNet challenge</p>
      <div className="plot">
        <svg
          role="img"
          aria-label={`Top-5 test error against ${xLabel}. ${takeaway(entries)}`}
          width={width}
          height={height}
          viewBox={`0 0 ${width} ${height}`}
        >
          <g className="grid">
            {y.ticks(4).map((tick) => (
              <g key={tick} transform={`translate(0,${y(tick)})`}>
                <line x1={margin.left} x2={width - margin.right} />
                <text x={margin.left - 8} dy="0.32em" textAnchor="end">
                  {percent(tick)}
                </text>
              </g>
            ))}
            {xTicks.map((tick) => (
              <text key={tick} x={x(tick)} y={height - margin.bottom + 18} textAnchor="middle">
                {tick}
              </text>
            ))}
            <text x={(margin.left + width - margin.right) / 2} y={height - 4} textAnchor="middle">
              {xLabel}
            </text>
          </g>
          <polyline
            className="in-time"
            points={entries.map((entry) => `${middle(entry)},${y(entry.error)}`).join(' ')}
          />
          {entries.map((entry) => {
            const [from, to] = extent(entry, against).map((end) => x(end)) as [number, number];
            return (
              <g key={entry.id} className={`entry ${entry.kind}`}>
                {entry === chosen && (
                  <circle className="ring" cx={middle(entry)} cy={y(entry.error)} r="15" />
                )}
                <line x1={from} x2={to} y1={y(entry.error)} y2={y(entry.error)} />
                <text x={middle(entry)} y={y(entry.error) - 22} textAnchor="middle">
                  {entry.name} {entry.errorText}
                </text>
              </g>
            );
          })}
        </svg>
        {entries.map((entry) => (
          <button
            key={entry.id}
            type="button"
            className="point"
            style={{
              left: `${(middle(entry) / width) * 100}%`,
              top: `${(y(entry.error) / height) * 100}%`,
            }}
            aria-label={`${entry.name}, ${entry.year}`}
            aria-describedby={cardId}
            onFocus={() => setChosen(entry)}
            onClick={() => setChosen(entry)}
            onPointerEnter={() => setChosen(entry)}
          />
        ))}
      </div>
    </div>
  );
}

/** All about one entry; it stands in one place, so that a tap or a key shows it as pointing does. */
function Card({ id, entry }: { id: string; entry: Entry }) {
  return (
    <div id={id} className={`card ${entry.kind}`} data-card="">
      <p>
        <strong>
          {entry.name}, {entry.year}
        </strong>{' '}
        · {depthText(entry)} layers · {unbroken(entry.errorText)} top-5 error
      </p>
      <p>
        {entry.measured} Source: <a href={`#${entry.reference}`}>{entry.source}</a>.
      </p>
    </div>
  );
}

function Numbers() {
  return (
    <table>
      <caption>Top-5 error on the challenge’s test set, from each entry’s own paper</caption>
      <thead>
        <tr>
          <th scope="col">Network</th>
          <th scope="col">Year</th>
          <th scope="col">Layers</th>
          <th scope="col">Top-5 error</th>
          <th scope="col">How it was measured</th>
          <th scope="col">Source</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.id}>
            <th scope="row">{entry.name}</th>
            <td>{entry.year}</td>
            <td>{depthText(entry)}</td>
            <td>{unbroken(entry.errorText)}</td>
            <td>{entry.measured}</td>
            <td>
              <a href={`#${entry.reference}`}>{entry.source}</a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
