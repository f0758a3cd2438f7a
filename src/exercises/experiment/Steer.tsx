import { useStore } from 'zustand';
import { steeredHere } from '../../runtime/agreementStores.ts';
import {
  judgeSteered,
  properties,
  propertiesOf,
  sayChanges,
  sayScore,
  type Steered,
} from '../judges/experiment/steer.ts';
import { reportOf } from '../judges/reportOf.ts';
import { Verdict } from '../questions/Verdict.tsx';
import type { TaskProps } from './tasks.ts';

/** A goal to be reached in the figure above, and whether what it shows reaches it. */
export function Steer({ answer, setAnswer, setReport, announce }: TaskProps<Steered>) {
  const shown = useStore(steeredHere);
  const isOther = JSON.stringify(shown) !== JSON.stringify(answer);
  const judged = answer && judgeSteered(answer);
  const check = () => {
    if (!shown) return;
    setAnswer(shown);
    const all = judgeSteered(shown);
    const ids = propertiesOf(shown);
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
          : 'The figure still shows a recorded run, so there is nothing to check. Change something in it, or press Run there, and come back.'}{' '}
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
          {propertiesOf(answer).map((id) => (
            <div key={id} className="property">
              <h4>{properties[id]}</h4>
              {judged[id].right === undefined ? (
                <p className="fine">This is looked at once agreement has fallen that far.</p>
              ) : (
                <Verdict judgement={judged[id]} />
              )}
            </div>
          ))}
        </>
      )}
    </div>
  );
}
