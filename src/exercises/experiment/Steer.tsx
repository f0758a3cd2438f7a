import { useStore } from 'zustand';
import { steeredHere } from '../../runtime/agreementStores.ts';
import {
  judgeSteered,
  properties,
  sayChanges,
  sayScore,
  type Steered,
} from '../judges/experiment/steer.ts';
import { reportOf } from '../judges/reportOf.ts';
import { Verdict } from '../questions/Verdict.tsx';
import type { TaskProps } from './tasks.ts';

const ids = Object.keys(properties) as (keyof typeof properties)[];

/** A goal to be reached in the figure above, and whether what it shows reaches it. */
export function Steer({ answer, setAnswer, setReport, announce }: TaskProps<Steered>) {
  const shown = useStore(steeredHere);
  const isOther = JSON.stringify(shown) !== JSON.stringify(answer);
  const judged = answer && judgeSteered(answer);
  const check = () => {
    if (!shown) return;
    setAnswer(shown);
    const all = judgeSteered(shown);
    setReport(
      reportOf(ids.map((id) => ({ id, title: properties[id], judgement: all[id] }))),
      shown,
    );
    const right = ids.filter((id) => all[id].right).length;
    announce(`${right} of ${ids.length} properties hold.`);
  };
  return (
    <div className="questions">
      <p className="fine">
        {shown
          ? `The figure shows: ${sayChanges(shown)}: ${sayScore(shown.changed)}.`
          : 'You have not changed anything in the figure yet, so there is nothing to check.'}{' '}
        <a href="#stream-steering">{shown ? 'Change it' : 'Go to the figure'}</a>
      </p>
      <div className="answer-line">
        <button type="button" aria-disabled={!shown} onClick={check}>
          Check what the figure shows
        </button>
      </div>
      {judged && (
        <>
          {isOther && <p className="fine">What you last had checked: {sayChanges(answer)}.</p>}
          {ids
            .filter((id) => judged[id].right !== undefined)
            .map((id) => (
              <div key={id} className="property">
                <h4>{properties[id]}</h4>
                <Verdict judgement={judged[id]} />
              </div>
            ))}
        </>
      )}
    </div>
  );
}
