import { useId } from 'react';
import type { PictureProps } from '../../figure/defineFigure.tsx';
import { unbroken } from '../../lib/format.ts';
import { depthText, entries, type Entry } from './entries.ts';
import type { TimelineSettings } from './settings.ts';
import { TimelineChart } from './TimelineChart.tsx';

/** The entries against depth or time, and all about one of them. */
export function Picture({ settings: { against, entry }, change }: PictureProps<TimelineSettings>) {
  const cardId = useId();
  const chosen = entries.find(({ id }) => id === entry) ?? entries[0];
  return (
    <div className="timeline">
      <TimelineChart
        {...{ against, chosen, cardId }}
        setChosen={({ id }) => change({ entry: id })}
      />
      <Card id={cardId} entry={chosen} />
    </div>
  );
}

/** All about one entry; it stands in one place, so that a tap or a key shows it as pointing does. */
function Card({ id, entry }: { id: string; entry: Entry }) {
  return (
    <div id={id} className={`card ${entry.kind}`} data-card="">
      <p className="name">
        {entry.name}, {entry.year}
      </p>
      <p className="measures">
        <span>
          <b>{depthText(entry)}</b> layers
        </span>{' '}
        <span>
          <b>{unbroken(entry.errorText)}</b> top‑5 error
        </span>
      </p>
      <p>
        {entry.measured} Source: <a href={`#${entry.reference}`}>{entry.source}</a>.
      </p>
    </div>
  );
}
