import type { Guess } from '../../../contract/classify.ts';
import type { ModelCard } from '../../../contract/modelCard.ts';
import { isIntact } from '../../../contract/surgery.ts';
import { percentExact } from '../../../lib/format.ts';
import { ColourKey } from '../../../ui/pixels/ColourKey.tsx';
import type { Answered } from './answerStore.ts';
import { classNames } from './describe.ts';

interface Props {
  answered: Answered | null;
  card: ModelCard | undefined;
  /** The class whose place in the picture is shown. */
  located: number | null;
  locate: (classIndex: number | null) => void;
}

/** The five likeliest classes with their probabilities. */
export function Guesses({ answered, card, located, locate }: Props) {
  const answer = answered?.answer;
  // After surgery each probability is compared with the whole network's.
  const whole = answered && !isIntact(answered.surgery) ? answered.whole : null;
  return (
    <div className="guesses">
      <div className="guesses-title">
        <p className="chart-title">
          Its five best guesses
          {whole && <span className="whole-key"> (mark: whole network)</span>}
        </p>
        {located !== null && <ColourKey colours="heat" from="ignored" to="looked at" />}
      </div>
      <ol aria-label="The five likeliest classes">
        {Array.from({ length: 5 }, (_, place) => {
          const guess = answer?.guesses[place];
          return guess && card ? (
            <GuessRow
              key={place}
              guess={guess}
              card={card}
              before={whole?.probabilities[guess.index]}
              isLocated={located === guess.index}
              locate={locate}
            />
          ) : (
            <li key={place}>
              <span className="guess-bar" />
            </li>
          );
        })}
      </ol>
    </div>
  );
}

interface RowProps {
  guess: Guess;
  card: ModelCard;
  /** Its probability before surgery. */
  before: number | undefined;
  isLocated: boolean;
  locate: Props['locate'];
}

function GuessRow({ guess: { index, probability }, card, before, isLocated, locate }: RowProps) {
  const { name, others } = classNames(card, index);
  return (
    <li data-guess={name}>
      <span className="guess-name" title={others && `also ${others}`}>
        {name}
      </span>
      <button
        type="button"
        className="guess-where"
        aria-pressed={isLocated}
        aria-label={`Show where it sees: ${name}`}
        onClick={() => locate(isLocated ? null : index)}
      >
        where?
      </button>
      <span className="guess-share">{percentExact(probability)}</span>
      <span className="guess-bar" aria-hidden="true">
        <span style={{ width: `${probability * 100}%` }} />
        {before !== undefined && <i style={{ left: `${before * 100}%` }} />}
      </span>
    </li>
  );
}
