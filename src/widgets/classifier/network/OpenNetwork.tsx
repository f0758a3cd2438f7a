import { useMemo, useState } from 'react';
import { resnet34Stages } from '../../../contract/resnet34.ts';
import type { ModelCard } from '../../../contract/modelCard.ts';
import { intact, isIntact, type Surgery } from '../../../contract/surgery.ts';
import { describeNetwork } from '../../../ui/network/architecture.ts';
import type { Answered } from '../answer/answerStore.ts';
import { guessLine } from '../answer/describe.ts';
import { sizeSentence } from './describe.ts';
import { PartPanel } from './PartPanel.tsx';
import { Strip } from './Strip.tsx';

interface Props {
  answered: Answered | null;
  card: ModelCard | undefined;
  surgery: Surgery;
  /** Whether the last question could not be answered. */
  failed: boolean;
  operate: (surgery: Surgery) => void;
}

/** The network in use: what came out of every block, and switches in the one that is opened. */
export function OpenNetwork({ answered, card, surgery, failed, operate }: Props) {
  const [opened, setOpened] = useState<string | null>(null);
  const [pixels, classes] = card ? [card.crop, card.classes.length] : [224, 1000];
  const parts = useMemo(() => describeNetwork(resnet34Stages, pixels, classes), [pixels, classes]);
  const part = parts.find(({ id }) => id === opened);
  const maps = answered?.answer.maps ?? null;
  return (
    <section className="open-network" aria-label="The network, opened">
      <Strip
        parts={parts}
        pixels={card ? card.crop : null}
        surgery={surgery}
        maps={maps}
        opened={opened}
        open={(id) => setOpened((now) => (now === id ? null : id))}
      />
      <div className="fine strip-note">
        {isIntact(surgery) ? (
          <>
            <span data-totals="">{card ? sizeSentence(parts) : '\u00a0'}</span>
            <span>
              {maps ? 'Below each block: the mean of its maps. ' : ''}
              Press a block to open it, to <span className="c-branch">remove its branch</span> or to{' '}
              <span className="c-shortcut">cut its shortcut</span>.
            </span>
          </>
        ) : (
          <div className="mending" data-surgery="">
            <button type="button" onClick={() => operate(intact())}>
              Mend the network
            </button>
            {answered && card && !failed && (
              <span>
                Now:{' '}
                {surgery === answered.surgery ? guessLine(card, answered.answer) : 'computing…'}
              </span>
            )}
          </div>
        )}
      </div>
      {part && (
        <PartPanel
          part={part}
          maps={maps?.find(({ place }) => place === part.id)}
          surgery={surgery}
          operate={operate}
        />
      )}
    </section>
  );
}
