import { useState } from 'react';
import { Bar, Frame } from '../../figure/frame/Frame.tsx';
import { PredictionBox } from '../../figure/prediction/PredictionBox.tsx';
import { usePrediction } from '../../figure/prediction/predictions.ts';
import { toCsv } from '../../figure/tools/table.ts';
import { Takeaway } from '../../figure/frame/Takeaway.tsx';
import type { AnswerState } from './answer/answerStore.ts';
import { callout } from './answer/describe.ts';
import { Guesses } from './answer/Guesses.tsx';
import { Seen } from './answer/Seen.tsx';
import { Waiting } from './answer/Waiting.tsx';
import { guessTable, provenance } from './answer/guessTable.ts';
import { options, outcomeOf, question } from './answer/prediction.ts';
import type { ClassifierActions } from './createClassifier.ts';
import { linkOf } from './linkState.ts';
import { sourceOf } from './answer/sourceOf.ts';
import { waitingLine } from './network/describe.ts';
import { KnownClasses } from './network/KnownClasses.tsx';
import { NetworkMenu } from './network/NetworkMenu.tsx';
import type { NetworkState } from './network/networkStore.ts';
import { OpenNetwork } from './network/OpenNetwork.tsx';
import { Camera } from './picture/Camera.tsx';
import { DropPlace } from './picture/DropPlace.tsx';
import { LargeNote } from './picture/LargeNote.tsx';
import type { Size } from './picture/opening/openPicture.ts';
import { PictureBar } from './picture/PictureBar.tsx';
import { Preview } from './picture/Preview.tsx';
import type { ShownPicture } from './picture/pictureStore.ts';
import { StartBox } from './picture/StartBox.tsx';

export const title = 'What does a ResNet-34 see in your picture?';

interface Props {
  picture: ShownPicture | null;
  /** A large picture that is being opened. */
  opening?: Size | null;
  network: NetworkState;
  answer: AnswerState;
  actions: ClassifierActions;
}

/** The figure as it looks in a given state. */
export function ClassifierView({ picture, opening, network, answer, actions }: Props) {
  const { phase, answered, surgery, heat } = answer;
  const [camera, setCamera] = useState(false);
  const card = network.inUse?.card ?? network.known ?? undefined;
  const isAsked = picture !== null || phase === 'waiting';
  const predicting = usePrediction(
    'classifier',
    outcomeOf(picture?.sample ?? null, card, phase === 'answered' ? answered : null),
  );
  return (
    <Frame
      name="classifier"
      className={answer.problem || network.problem || network.revived ? 'troubled' : ''}
      title={title}
      phase={phase}
      source={sourceOf(network, answered?.answer)}
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
      <DropPlace actions={actions}>
        {camera ? (
          <Camera take={actions.show} close={() => setCamera(false)} />
        ) : isAsked ? (
          <div className="asked">
            <div className="picture-box">
              {opening ? (
                <LargeNote {...opening} />
              ) : (
                picture && <Preview picture={picture} card={card} heat={heat} />
              )}
            </div>
            <Seen answer={answered?.answer} />
            {phase === 'waiting' ? (
              <Waiting waiting={network.waiting} cancel={actions.cancel}>
                {network.waiting ? waitingLine(network.waiting) : 'Looking…'}
              </Waiting>
            ) : (
              <Guesses
                answered={answered}
                card={card}
                located={heat?.classIndex ?? null}
                locate={actions.locate}
              />
            )}
          </div>
        ) : (
          <StartBox actions={actions} />
        )}
      </DropPlace>
      <OpenNetwork
        answered={answered}
        card={card}
        surgery={surgery}
        failed={phase === 'failed'}
        operate={actions.operate}
      />
      <Bar>
        <PictureBar {...{ actions, picture, isAsked, camera, setCamera }} />
      </Bar>
      {[answer.problem, network.problem].map(
        (problem, index) =>
          problem && (
            <p className="problem" role="alert" key={index}>
              {problem.message} {problem.remedy}
            </p>
          ),
      )}
      <div role="status">
        {network.revived && <p className="fine">{network.revived}</p>}
        <Takeaway>
          {answered && card
            ? callout(card, answered)
            : `Choose a picture to see what the network makes of it.${network.inUse ? '' : ' The network, 22 MB, is downloaded once.'}`}
        </Takeaway>
      </div>
      <PredictionBox
        {...{ question, options, ...predicting, look: false }}
        next="Now ask the network about each of them."
      />
      <NetworkMenu network={network} actions={actions} />
    </Frame>
  );
}
