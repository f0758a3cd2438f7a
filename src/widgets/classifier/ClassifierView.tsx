import { useRef } from 'react';
import type { ClassifierActions, ClassifierState } from './classifierStore.ts';
import { modelSentence, takeaway } from './describe.ts';
import { Guesses } from './Guesses.tsx';
import { PictureBox } from './PictureBox.tsx';
import { PictureButtons } from './PictureButtons.tsx';
import { Status } from './Status.tsx';
import { Tools } from './Tools.tsx';

interface Props extends ClassifierState {
  actions: ClassifierActions;
}

/** The figure as it looks in a given state. */
export function ClassifierView({ actions, ...state }: Props) {
  const { phase, picture, network, answer, problem } = state;
  const frame = useRef<HTMLDivElement>(null);
  return (
    <div className="figure-frame classifier" ref={frame} data-phase={phase}>
      <h3 className="figure-title">What does a ResNet-34 see in your picture?</h3>
      <p className="classifier-predict">
        <b>Predict first.</b> The network gets one of the three photographs below right. Which one?
      </p>
      <PictureButtons actions={actions} />
      <div className="classifier-panels">
        <PictureBox picture={picture} card={network?.card} actions={actions} />
        <Guesses answer={answer} card={network?.card} />
      </div>
      <Status {...state} cancel={actions.cancel} />
      {problem && (
        <p className="problem" role="alert">
          {problem.message} {problem.remedy}
        </p>
      )}
      <p className="takeaway" data-takeaway="" role="status">
        {answer && network ? takeaway(network.card, answer) : 'Choose a picture to ask about.'}
      </p>
      <p className="fine classifier-model" data-model="">
        {network
          ? modelSentence(network.card)
          : 'The network is fetched once, 22 MB, when you choose the first picture.'}{' '}
        Your picture stays on this device: nothing is uploaded.
      </p>
      <Tools
        answer={answer}
        card={network?.card}
        picture={picture}
        frame={frame}
        reset={actions.reset}
      />
    </div>
  );
}
