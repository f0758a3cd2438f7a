import { Frame } from '../../figure/Frame.tsx';
import { toCsv } from '../../figure/table.ts';
import type { AnswerState } from './answer/answerStore.ts';
import { takeaway } from './answer/describe.ts';
import { Guesses } from './answer/Guesses.tsx';
import { Status } from './answer/Status.tsx';
import { guessTable, provenance } from './answer/guessTable.ts';
import type { ClassifierActions } from './createClassifier.ts';
import { linkOf } from './linkState.ts';
import { modelSentence } from './network/describe.ts';
import { KnownClasses } from './network/KnownClasses.tsx';
import { NetworkMenu } from './network/NetworkMenu.tsx';
import type { NetworkState } from './network/networkStore.ts';
import { OpenNetwork } from './network/OpenNetwork.tsx';
import { PictureBox } from './picture/PictureBox.tsx';
import { PictureButtons } from './picture/PictureButtons.tsx';
import type { ShownPicture } from './picture/pictureStore.ts';

export const title = 'What does a ResNet-34 see in your picture?';

interface Props {
  picture: ShownPicture | null;
  network: NetworkState;
  answer: AnswerState;
  actions: ClassifierActions;
}

/** The figure as it looks in a given state. */
export function ClassifierView({ picture, network, answer, actions }: Props) {
  const { phase, answered, surgery, heat } = answer;
  const card = network.inUse?.card;
  return (
    <Frame
      name="classifier"
      title={title}
      phase={phase}
      tools={{
        reset: actions.reset,
        link: linkOf({ picture, origin: network.inUse?.origin, surgery }),
        ...(answered &&
          card && {
            csv: () => toCsv(guessTable(card, answered.answer), provenance(card, picture?.name)),
          }),
        summary: 'All the classes it knows',
        children: <KnownClasses card={card} />,
      }}
    >
      <p className="predict">
        <b>Predict first.</b> The network gets one of the three photographs badly wrong. Which one?
      </p>
      <PictureButtons actions={actions} />
      <div className="panels">
        <PictureBox picture={picture} card={card} heat={heat} actions={actions} />
        <Guesses
          answered={answered}
          card={card}
          located={heat?.classIndex ?? null}
          locate={actions.locate}
        />
      </div>
      <Status
        phase={phase}
        waiting={network.waiting}
        answer={answered?.answer}
        device={network.inUse?.device}
        cancel={actions.cancel}
      />
      {[answer.problem, network.problem].map(
        (problem, index) =>
          problem && (
            <p className="problem" role="alert" key={index}>
              {problem.message} {problem.remedy}
            </p>
          ),
      )}
      <p className="takeaway" data-takeaway="" role="status">
        {answered && card
          ? takeaway(card, answered)
          : 'Choose a picture to see what the network makes of it.'}
      </p>
      <p className="fine model" data-model="">
        {card
          ? modelSentence(card)
          : 'The network, 22 MB, is downloaded once, when you choose your first picture.'}{' '}
        Your picture stays on this device; nothing is uploaded.
      </p>
      <NetworkMenu network={network} actions={actions} />
      <OpenNetwork
        answered={answered}
        card={card}
        surgery={surgery}
        failed={phase === 'failed'}
        operate={actions.operate}
      />
    </Frame>
  );
}
