import { useRef } from 'react';
import type { ModelCard } from '../../contract/modelCard.ts';
import { isIntact } from '../../contract/surgery.ts';
import type { Answer } from '../../contract/classify.ts';
import type { ClassifierActions, ClassifierState } from './classifierStore.ts';
import { modelSentence, surgeryTakeaway, takeaway } from './describe.ts';
import { Guesses } from './answer/Guesses.tsx';
import { NetworkMenu } from './network/NetworkMenu.tsx';
import { OpenNetwork } from './network/OpenNetwork.tsx';
import { PictureBox } from './picture/PictureBox.tsx';
import { PictureButtons } from './picture/PictureButtons.tsx';
import { Status } from './answer/Status.tsx';
import { Tools } from './Tools.tsx';

interface Props extends ClassifierState {
  actions: ClassifierActions;
}

/** The figure as it looks in a given state. */
export function ClassifierView({ actions, ...state }: Props) {
  const { phase, picture, network, answer, whole, surgery, heat, problem } = state;
  const card = network?.card;
  const frame = useRef<HTMLDivElement>(null);
  return (
    <div className="figure-frame classifier" ref={frame} data-phase={phase}>
      <h3 className="figure-title">What does a ResNet-34 see in your picture?</h3>
      <p className="classifier-predict">
        <b>Predict first.</b> The network is right about one of the three photographs. Which one?
      </p>
      <PictureButtons actions={actions} />
      <div className="classifier-panels">
        <PictureBox picture={picture} card={card} heat={heat} actions={actions} />
        <Guesses
          answer={answer}
          whole={isIntact(state.answered) ? null : whole}
          card={card}
          located={heat?.classIndex ?? null}
          locate={actions.locate}
        />
      </div>
      <Status {...state} cancel={actions.cancel} />
      {problem && (
        <p className="problem" role="alert">
          {problem.message} {problem.remedy}
        </p>
      )}
      <p className="takeaway" data-takeaway="" role="status">
        {answer && card && whole
          ? say(card, state, answer, whole)
          : 'Choose a picture to ask about.'}
      </p>
      <p className="fine classifier-model" data-model="">
        {card
          ? modelSentence(card)
          : 'The network is fetched once, 22 MB, when you choose the first picture.'}{' '}
        Your picture stays on this device: nothing is uploaded.
      </p>
      <NetworkMenu
        coming={state.coming}
        network={network}
        wanted={state.wanted}
        actions={actions}
      />
      <OpenNetwork
        answer={answer}
        card={card}
        surgery={surgery}
        answered={state.answered}
        failed={phase === 'failed'}
        operate={actions.operate}
      />
      <Tools {...state} frame={frame} reset={actions.reset} />
    </div>
  );
}

function say(
  card: ModelCard,
  { answered }: ClassifierState,
  answer: Answer,
  whole: Answer,
): string {
  return isIntact(answered)
    ? takeaway(card, answer)
    : surgeryTakeaway(card, answered, whole, answer);
}
