import { useState } from 'react';
import { useStore } from 'zustand';
import { percent } from '../../lib/format.ts';
import type { AgreementVerdict } from '../../lib/verdicts.ts';
import { readersNetwork } from '../../runtime/agreementStores.ts';
import {
  agreementWords,
  judgeTrainAgreement,
  knowledge,
  misfit,
  sayTrainings,
  signed,
  type Knows,
  type TrainAgreementAnswer,
  type Trainings,
} from '../judges/experiment/trainAgreement.ts';
import { reportOf } from '../judges/reportOf.ts';
import { Choices } from '../questions/Choices.tsx';
import { Verdict } from '../questions/Verdict.tsx';
import type { TaskProps } from './tasks.ts';

const none: TrainAgreementAnswer = { isMade: false };
const optionsOf = <Id extends string>(words: Record<Id, string>) =>
  (Object.keys(words) as Id[]).map((id) => ({ id, text: words[id] }));

/** How a network answers whose data agree half of the time: predicted, trained, looked up, and explained. */
export function TrainAgreement(props: TaskProps<TrainAgreementAnswer>) {
  const { halves, answer = none, setAnswer, setReport, announce } = props;
  const own = useStore(readersNetwork);
  const [chosen, choose] = useState<Trainings['from']>('own');
  const problem = own ? misfit(own) : '';
  const hasOwn = own !== null && !problem;
  const trainings: Trainings =
    hasOwn && chosen === 'own' ? { runs: [own], from: 'own' } : { runs: halves, from: 'recorded' };
  const judged = judgeTrainAgreement(answer, trainings);
  const { predicted, isMade, seen, knows } = answer;

  const look = (change: Partial<TrainAgreementAnswer>, which: keyof typeof judged) => {
    const now = { ...answer, ...change, looked: sayTrainings(trainings) };
    setAnswer(now);
    const all = judgeTrainAgreement(now, trainings);
    setReport(
      reportOf([
        { id: 'prediction', title: 'A prediction before looking', judgement: all.prediction },
        { id: 'seen', title: 'How often it agrees', judgement: all.seen },
        { id: 'knows', title: 'What it can know', judgement: all.knows },
      ]),
      now,
    );
    announce(`${all[which].right ? 'Right' : 'Not yet'}. ${all[which].says}`);
  };

  return (
    <ol className="questions">
      <li className="question">
        <h4>Predict</h4>
        <p>How often will it agree with a friend’s wrong opinion that it has never seen?</p>
        <Choices<AgreementVerdict>
          label="Your prediction"
          options={optionsOf(agreementWords)}
          chosen={predicted}
          disabled={isMade}
          choose={(word) => setAnswer({ ...answer, predicted: word })}
        />
        {!isMade && (
          <div className="answer-line">
            <button
              type="button"
              aria-disabled={!predicted}
              onClick={() => predicted && setAnswer({ ...answer, isMade: true })}
            >
              Now show me
            </button>
            {!predicted && <span className="fine">Choose one.</span>}
          </div>
        )}
      </li>
      {isMade && (
        <>
          <li className="question">
            <h4>Train and look</h4>
            <p>
              <a href="?share=0.5#agreement-training">Open the figure at 50 %</a>, train to the end,
              and come back. Your answers are kept.
            </p>
            <div className="evidence">
              {hasOwn && (
                <Choices
                  label="The networks to look at"
                  options={[
                    { id: 'own', text: 'Your network' },
                    { id: 'recorded', text: 'The recorded ones' },
                  ]}
                  chosen={trainings.from}
                  choose={choose}
                />
              )}
              <p className="fine">
                {problem} You are looking at {sayTrainings(trainings)}.
              </p>
            </div>
            <Scores {...trainings} />
            <p>
              So how often {trainings.from === 'own' ? 'does it' : 'do they, on average,'} agree?
            </p>
            <Choices<AgreementVerdict>
              label="What you see"
              options={optionsOf(agreementWords)}
              chosen={seen}
              choose={(word) => look({ seen: word }, 'seen')}
            />
            <Verdict judgement={judged.seen} />
          </li>
          <li className="question">
            <h4>What it can know</h4>
            <p>
              Can the network know whether the data would have agreed with the opinion it hears?
            </p>
            <Choices<Knows>
              label="What it can know"
              options={optionsOf(knowledge)}
              chosen={knows}
              choose={(id) => look({ knows: id }, 'knows')}
            />
            <Verdict judgement={judged.knows} />
          </li>
        </>
      )}
    </ol>
  );
}

/** How each network answers its held-out prompts. */
function Scores({ runs }: Trainings) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">seed</th>
          <th scope="col">agrees with friends</th>
          <th scope="col">tells friends the truth</th>
          <th scope="col">logit of the opinion − logit of the truth</th>
          <th scope="col">tells teachers the truth</th>
        </tr>
      </thead>
      <tbody>
        {runs.map(({ training, score: { friend, teacher } }) => (
          <tr key={training.seed}>
            <th scope="row">{training.seed}</th>
            <td className="c-opinion">{percent(friend.agree)}</td>
            <td>{percent(friend.truth)}</td>
            <td>
              {signed(friend.difference.mean)} ± {friend.difference.deviation.toFixed(1)}
            </td>
            <td>{percent(teacher.truth)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
