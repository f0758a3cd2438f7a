import { sayUnkept, type StorageProblem } from '../../lib/deviceStorage.ts';
import { Sentence } from '../frame/Sentence.tsx';
import { looked, type Predicted } from './predictions.ts';

interface Props<Values> {
  question: string;
  options: readonly string[];
  /** The controls are set so when an option is chosen, where `change` can do that. */
  settings?: Partial<Values>;
  change?: (part: Partial<Values>) => void;
  kept: Predicted | null;
  /** Why it is not kept on this device, if it is not. */
  unkept: StorageProblem | null;
  choose: (option: number) => void;
  forget: () => void;
  /** Shows what is hidden until then, where something is. */
  look?: (() => void) | false;
  /** How the reader finds out, such as `Press Train to find out.` */
  next: string;
}

/** The question and its options; once it is decided, what was predicted beside what happened. */
export function PredictionBox<Values>(props: Props<Values>) {
  const { question, options, settings, change, kept, unkept, choose, forget, look, next } = props;
  const chosen = kept?.chosen;
  const outcome = kept?.outcome;
  const heading = chosen === looked ? 'The question.' : 'Your prediction.';
  return (
    <div className="prediction" data-prediction={outcome ? 'decided' : kept ? 'made' : 'open'}>
      <p>
        <strong>{kept ? heading : 'Predict first.'}</strong> <Sentence>{question}</Sentence>
      </p>
      {!outcome && (
        <div className="buttons" role="group" aria-label="Your prediction">
          {options.map((option, index) => (
            <button
              key={option}
              type="button"
              aria-pressed={index === chosen}
              onClick={() => {
                choose(index);
                if (settings) change?.(settings);
              }}
            >
              {option}
            </button>
          ))}
        </div>
      )}
      <p
        role="status"
        className="prediction-result"
        data-right={outcome?.right === chosen || undefined}
      >
        {kept && !outcome && next}
        {outcome && chosen === looked && <Sentence>{outcome.says}</Sentence>}
        {outcome && chosen !== looked && (
          <>
            <b>{outcome.right === chosen ? 'As you predicted.' : 'Not as you predicted.'}</b>{' '}
            <Sentence>{`You said “${options[chosen ?? looked] ?? '…'}”. ${outcome.says}`}</Sentence>
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
