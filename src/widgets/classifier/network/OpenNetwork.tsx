import { useMemo, useState } from 'react';
import type { ModelCard } from '../../../contract/modelCard.ts';
import { intact, isIntact, type Surgery } from '../../../contract/surgery.ts';
import type { Answered } from '../answer/answerStore.ts';
import { guessLine } from '../answer/describe.ts';
import { describeNetwork, total } from './architecture.ts';
import { FeatureStrips } from './FeatureStrips.tsx';
import { NetworkDrawing } from './NetworkDrawing.tsx';
import { PartPanel } from './PartPanel.tsx';

interface Props {
  answered: Answered | null;
  card: ModelCard | undefined;
  surgery: Surgery;
  /** Whether the last question could not be answered. */
  failed: boolean;
  operate: (surgery: Surgery) => void;
}

/** The network drawn open: what is in it, what comes out of every stage, and switches in every block. */
export function OpenNetwork({ answered, card, surgery, failed, operate }: Props) {
  const [selected, select] = useState('2.1');
  const [pixels, classes] = card ? [card.crop, card.classes.length] : [224, 1000];
  const parts = useMemo(() => describeNetwork(pixels, classes), [pixels, classes]);
  const part = parts.find(({ id }) => id === selected);
  const { parameters, multiplyAdds } = total(parts.flatMap(({ rows }) => rows));
  return (
    <section className="open-network" aria-label="The network, opened">
      <h4 className="chart-title">Open it up</h4>
      <p className="fine">
        For pictures of {pixels}×{pixels} pixels and {classes.toLocaleString('en-GB')} classes:{' '}
        <span data-totals="">
          {parameters.toLocaleString('en-GB')} parameters, {(multiplyAdds / 1e9).toFixed(2)} billion
          multiply-adds
        </span>
        . Choose a block to see its layers, to <span className="c-branch">remove its branch</span>{' '}
        or to <span className="c-shortcut">cut its shortcut</span>.
      </p>
      <NetworkDrawing parts={parts} surgery={surgery} selected={selected} select={select} />
      {!isIntact(surgery) && (
        <div className="buttons" data-surgery="">
          <button type="button" onClick={() => operate(intact())}>
            Mend the network
          </button>
          {answered && card && !failed && (
            <span>
              Now: {surgery === answered.surgery ? guessLine(card, answered.answer) : 'computing…'}
            </span>
          )}
        </div>
      )}
      {part && <PartPanel part={part} surgery={surgery} operate={operate} />}
      {answered && <FeatureStrips maps={answered.answer.maps} />}
    </section>
  );
}
