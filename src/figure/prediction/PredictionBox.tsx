import { sayUnkept, type StorageProblem } from '../../lib/deviceStorage.ts';
import { Sentence } from '../frame/Sentence.tsx';
import { OrderButtons } from './OrderButtons.tsx';
import { cameTrue, looked, type Predicted } from './predictions.ts';

interface Props<Values> {
  question: string;
  options: readonly string[];
  ordered?: { first: string };
  /** The controls are set so when an option is chosen, where `change` can do that. */
  settings?: Partial<Values>;
  change?: (part: Partial<Values>) => void;
  kept: Predicted | null;
  /** Why it is not kept on this device, if it is not. */
  unkept: StorageProblem | null;
  choose: (chosen: Predicted['chosen']) => void;
  forget: () => void;
  /** Shows what is hidden until then, where something is. */
  look?: (() => void) | false;
  /** How the reader finds out, such as `Press Train to find out.` */
  next: string;
}

/** The question and its options; once it is decided, what was predicted beside what happened. */
export function PredictionBox<Values>(props: Props<Values>) {
  const { question, options, ordered, settings, change, kept, unkept } = props;
  const { forget, look, next } = props;
  const chosen = kept?.chosen;
  const outcome = kept?.outcome;
  const isRight = kept && outcome && cameTrue(kept.chosen, outcome.right);
  const choose = (one: Predicted['chosen']) => {
    props.choose(one);
    if (settings) change?.(settings);
  };
  const heading = chosen === looked ? 'The question.' : 'Your prediction.';
  return (
    <div className="prediction" data-prediction={outcome ? 'decided' : kept ? 'made' : 'open'}>
      <p>
        <strong>{kept ? heading : 'Predict first.'}</strong> <Sentence>{question}</Sentence>
      </p>
      {!outcome &&
        (ordered ? (
          <OrderButtons {...{ options, choose }} chosen={Array.isArray(chosen) ? chosen : []} />
        ) : (
          <div className="buttons" role="group" aria-label="Your prediction">
            {options.map((option, index) => (
              <button
                key={option}
                type="button"
                aria-pressed={index === chosen}
                onClick={() => choose(index)}
              >
                {option}
              </button>
            ))}
          </div>
        ))}
      {!outcome && (
        <button type="button" className="ask-room" data-question={ordered?.first}>
          Ask the room
        </button>
      )}
      <p role="status" className="prediction-result" data-right={isRight || undefined}>
        {kept && !outcome && next}
        {outcome && chosen === looked && <Sentence>{outcome.says}</Sentence>}
        {outcome && chosen !== looked && (
          <>
            <b>{isRight ? 'As you predicted.' : 'Not as you predicted.'}</b>{' '}
            <Sentence>{`You said “${say(options, kept?.chosen)}”. ${outcome.says}`}</Sentence>
          </>
        )}
      </p>
      {kept && unkept && (
        <p className="fine" data-unkept="">
          {sayUnkept(unkept, 'your prediction')}
        </p>
      )}
      {!kept && look && (
        <button type="button" className="prediction-again" onClick={look}>
          Just show the recording
        </button>
      )}
      {outcome && (
        <button type="button" className="prediction-again" onClick={forget}>
          {chosen === looked ? 'Predict after all' : 'Predict again'}
        </button>
      )}
    </div>
  );
}

/** The option, or all options in the reader's order. */
function say(options: readonly string[], chosen: Predicted['chosen'] = looked): string {
  const all = typeof chosen === 'number' ? [chosen] : chosen;
  return all.map((option) => options[option] ?? '…').join(', ');
}
