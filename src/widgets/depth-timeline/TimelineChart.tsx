import { percent } from '../../lib/format.ts';
import { useWidth } from '../../ui/chart/useWidth.ts';
import { entries, takeaway, type Entry } from './entries.ts';
import { extent, layOut, margin, usualHeight, type Against } from './layout.ts';

interface Props {
  against: Against;
  /** The entry whose card is shown. */
  chosen: Entry;
  setChosen: (entry: Entry) => void;
  cardId: string;
}

const widthBeforeMeasuring = 1050;

/** Error against depth or time; each entry is a button. */
export function TimelineChart({ against, chosen, setChosen, cardId }: Props) {
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
