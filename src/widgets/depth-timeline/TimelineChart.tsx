import { Chart } from '../../ui/chart/Chart.tsx';
import { useChart } from '../../ui/chart/frame.ts';
import { Dots } from '../../ui/chart/marks/Dots.tsx';
import { Grid } from '../../ui/chart/marks/Grid.tsx';
import { Line } from '../../ui/chart/marks/Line.tsx';
import { Rule } from '../../ui/chart/marks/Rule.tsx';
import { Plot } from '../../ui/chart/Plot.tsx';
import { entries, takeaway, type Entry } from './entries.ts';
import { errorAxis, extent, middle, xAxes, type Against } from './layout.ts';

interface Props {
  against: Against;
  /** The entry whose card is shown. */
  chosen: Entry;
  setChosen: (entry: Entry) => void;
  /** The id of the card that describes the chosen entry. */
  cardId: string;
}

/** Each entry's error against its depth or its year; pointing at an entry chooses it. */
export function TimelineChart({ against, chosen, setChosen, cardId }: Props) {
  const x = xAxes[against];
  return (
    <Chart
      title="Top-5 test error in the ImageNet challenge"
      summary={`Against ${x.label}. ${takeaway(entries).text}`}
      x={x}
      y={errorAxis}
      height={330}
      margin={{ top: 40, right: 60, bottom: 44, left: 52 }}
      widthBeforeMeasuring={740}
    >
      <div className="plot">
        <Plot>
          <Grid />
          <Line
            className="in-time"
            points={entries.map((entry) => [middle(entry, against), entry.error])}
          />
          {entries.map((entry) => (
            <EntryMark key={entry.id} {...{ entry, against }} isChosen={entry === chosen} />
          ))}
        </Plot>
        {entries.map((entry) => (
          <EntryButton
            key={entry.id}
            {...{ entry, against, cardId }}
            choose={() => setChosen(entry)}
          />
        ))}
      </div>
    </Chart>
  );
}

interface EntryMarkProps {
  entry: Entry;
  against: Against;
  isChosen: boolean;
}

function EntryMark({ entry, against, isChosen }: EntryMarkProps) {
  const x = middle(entry, against);
  return (
    <g className={`entry ${entry.kind}`}>
      {isChosen && <Dots className="ring" points={[[x, entry.error]]} r={15} />}
      <Rule x={extent(entry, against)} y={entry.error} />
      <EntryName entry={entry} at={x} />
    </g>
  );
}

/** Where an entry's name stands, in pixels from its mark: clear of the line, which comes down from the left. */
const places = {
  first: { dx: 0, dy: -22, textAnchor: 'middle' },
  between: { dx: -8, dy: -22, textAnchor: 'start' },
  last: { dx: 0, dy: 34, textAnchor: 'middle' },
} as const;

function EntryName({ entry, at }: { entry: Entry; at: number }) {
  const { x, y } = useChart();
  const isFirst = entry === entries[0];
  const { dx, dy, textAnchor } =
    places[isFirst ? 'first' : entry === entries.at(-1) ? 'last' : 'between'];
  return (
    <text x={x.at(at) + dx} y={y.at(entry.error) + dy} textAnchor={textAnchor}>
      {entry.name} {entry.errorText}
    </text>
  );
}

interface EntryButtonProps {
  entry: Entry;
  against: Against;
  cardId: string;
  choose: () => void;
}

/** The way to an entry by key, thumb and pointer, over its mark. */
function EntryButton({ entry, against, cardId, choose }: EntryButtonProps) {
  const { x, y, width, height } = useChart();
  return (
    <button
      type="button"
      className="point"
      style={{
        left: `${(x.at(middle(entry, against)) / width) * 100}%`,
        top: `${(y.at(entry.error) / height) * 100}%`,
      }}
      aria-label={`${entry.name}, ${entry.year}`}
      aria-describedby={cardId}
      onFocus={choose}
      onClick={choose}
      onPointerEnter={choose}
    />
  );
}
