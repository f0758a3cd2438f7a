import { unbroken } from '../../lib/format.ts';
import { looked, type Predicted } from './predictions.ts';

interface Props {
  question: string;
  options: readonly string[];
  kept: Predicted | null;
  choose: (option: number) => void;
  forget: () => void;
  /** Shows what is hidden until then, where something is. */
  look?: (() => void) | false;
  /** How the reader finds out, such as `Press Train to find out.` */
  next: string;
}

/** The question and its options; once it is decided, what was predicted beside what happened. */
export function PredictionBox({ question, options, kept, choose, forget, look, next }: Props) {
  const chosen = kept?.chosen;
  const outcome = kept?.outcome;
  return (
    <div className="prediction" data-prediction={outcome ? 'decided' : kept ? 'made' : 'open'}>
      <p>
        <strong>Predict first.</strong> {unbroken(question)}
      </p>
      {!outcome && (
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
      )}
      <p
        role="status"
        className="prediction-result"
        data-right={outcome?.right === chosen || undefined}
      >
        {kept && !outcome && next}
        {outcome && chosen === looked && unbroken(outcome.says)}
        {outcome && chosen !== looked && (
          <>
            <b>{outcome.right === chosen ? 'As you predicted.' : 'Not as you predicted.'}</b>{' '}
            {unbroken(`You said “${options[chosen ?? looked] ?? '…'}”. ${outcome.says}`)}
          </>
        )}
      </p>
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
