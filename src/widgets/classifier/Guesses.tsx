import { percentExact } from '../../lib/format.ts';
import type { ModelCard } from '../../lib/modelCard.ts';
import type { Answer } from '../../runtime/protocol.ts';
import { classNames } from './describe.ts';
import { Pixels } from './Pixels.tsx';

/** The five likeliest classes with their probabilities, and the square that the network saw. */
export function Guesses({ answer, card }: { answer: Answer | null; card: ModelCard | undefined }) {
  return (
    <div className="guesses">
      <p className="chart-title">Its five best guesses</p>
      <ol aria-label="The five likeliest classes">
        {Array.from({ length: 5 }, (_, place) => {
          const guess = answer?.guesses[place];
          const { name, others } = card && guess ? classNames(card, guess.index) : emptyName;
          return (
            <li key={place} data-guess={name} className={guess ? '' : 'empty'}>
              <span className="guess-name" title={others && `also ${others}`}>
                {name}
              </span>
              <span className="guess-share">{guess && percentExact(guess.probability)}</span>
              <span className="guess-bar" aria-hidden="true">
                <span style={{ width: `${(guess?.probability ?? 0) * 100}%` }} />
              </span>
            </li>
          );
        })}
      </ol>
      <div className="seen">
        {answer ? (
          <Pixels
            pixels={answer.seen}
            side={answer.side}
            label="The picture as the network sees it"
          />
        ) : (
          <span className="seen-empty" />
        )}
        <p className="fine">
          {answer
            ? `What the network sees: ${answer.side}×${answer.side} pixels, three numbers each.`
            : 'What the network sees will show here.'}
        </p>
      </div>
    </div>
  );
}

const emptyName = { name: '', others: '' };
