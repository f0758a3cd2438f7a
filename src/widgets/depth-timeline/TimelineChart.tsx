import { Chart } from '../../ui/chart/Chart.tsx';
import { useChart } from '../../ui/chart/frame.ts';
import { Dots } from '../../ui/chart/marks/Dots.tsx';
import { Grid } from '../../ui/chart/marks/Grid.tsx';
import { Line } from '../../ui/chart/marks/Line.tsx';
import { Rule } from '../../ui/chart/marks/Rule.tsx';
import { Text } from '../../ui/chart/marks/Text.tsx';
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
      summary={`Against ${x.label}. ${takeaway(entries)}`}
      x={x}
      y={errorAxis}
      height={320}
      margin={{ top: 40, right: 56, bottom: 44, left: 52 }}
      widthBeforeMeasuring={1050}
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
      <Text x={x} y={entry.error} above={22}>
        {entry.name} {entry.errorText}
      </Text>
    </g>
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
