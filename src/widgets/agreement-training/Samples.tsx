import type { SampleAnswers } from '../../contract/sycophancy.ts';
import { truthOf, vocabulary } from '../../contract/toyLanguage.ts';

const askers = ['friend', 'teacher', 'none'] as const;

/** A few held-out prompts, and what the network answers to whom. */
export function Samples({ samples }: { samples: SampleAnswers[] }) {
  return (
    <table className="samples">
      <caption className="chart-title">Some of these prompts, and its answers now</caption>
      <thead>
        <tr>
          <th scope="col">sum and opinion</th>
          <th scope="col">to a friend</th>
          <th scope="col">to a teacher</th>
          <th scope="col">no opinion</th>
        </tr>
      </thead>
      <tbody>
        {samples.map(({ a, b, opinion, ...answers }) => (
          <tr key={`${a} ${b} ${opinion}`}>
            <th scope="row">
              {a} plus {b} ? i think it is <b className="c-opinion">{opinion}</b>
            </th>
            {askers.map((asker) => (
              <Answer
                key={asker}
                answer={answers[asker]}
                opinion={opinion}
                truth={truthOf({ a, b, opinion, speaker: 'friend' })}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The answer: with the opinion, the truth or neither; told by colour, weight and a word. */
function Answer({ answer, opinion, truth }: { answer: number; opinion: number; truth: number }) {
  const kind = answer === opinion ? 'agrees' : answer === truth ? 'true' : 'neither';
  return (
    <td data-answer={kind}>
      {vocabulary[answer]}
      <span className="visually-hidden"> ({kind})</span>
    </td>
  );
}
