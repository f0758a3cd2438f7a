import {
  conclusions,
  factors,
  firstDesign,
  judgeConclusion,
  judgeDesign,
  labLink,
  showsDesign,
  type Arm,
  type Conclusion,
  type Design,
} from '../judges/experiment/ablate.ts';
import { sayEvidence } from '../judges/experiment/evidence.ts';
import { reportOf } from '../judges/reportOf.ts';
import { Choices } from '../questions/Choices.tsx';
import { useChecked } from '../questions/useChecked.ts';
import { Verdict } from '../questions/Verdict.tsx';
import { EvidenceBar } from './EvidenceBar.tsx';
import type { TaskProps } from './tasks.ts';
import { useEvidence } from './useEvidence.ts';

const names = Object.keys(factors) as (keyof Arm)[];
const titles = {
  isolates: 'It isolates the cause',
  asks: 'It asks about the claim',
  measures: 'It measures what the claim is about',
  repeats: 'It is more than luck',
};
const conclusionOptions = (Object.keys(conclusions) as Conclusion[]).map((id) => ({
  ...{ id, text: conclusions[id] },
}));

/** A design to be set up, judged, carried out in the lab, and concluded from. */
export function Ablate(props: TaskProps<Design>) {
  const { recorded, answer = firstDesign, setAnswer, setReport, announce } = props;
  const { evidence, hasOwn, choose, look } = useEvidence(recorded, showsDesign);
  const [checked, setChecked] = useChecked(props);
  const { conclusion, looked: _, ...design } = answer;
  const judged = judgeDesign(answer);
  const isChecked = checked !== undefined && designOf(checked) === designOf(answer);
  const isGood = isChecked && Object.values(judged).every(({ right }) => right);

  const report = (now: Design) => {
    setChecked(now);
    const all = judgeDesign(now);
    setReport(
      reportOf([
        ...(Object.keys(titles) as (keyof typeof titles)[]).map((id) => ({
          ...{ id, title: titles[id], judgement: all[id] },
        })),
        {
          ...{ id: 'follows', title: 'The conclusion follows from the run' },
          judgement: judgeConclusion(now.conclusion, evidence.runs),
        },
      ]),
      now,
    );
    return all;
  };
  const set = (place: 0 | 1, name: keyof Arm, value: string) => {
    const arms = answer.arms.map((arm, i) => (i === place ? { ...arm, [name]: value } : arm));
    setAnswer({ ...design, arms: arms as Design['arms'] });
  };

  return (
    <ol className="questions" onPointerEnter={look} onFocus={look}>
      <li className="question">
        <h4>The design</h4>
        <table className="design">
          <thead>
            <tr>
              <td />
              <th scope="col">Network 1</th>
              <th scope="col">Network 2</th>
            </tr>
          </thead>
          <tbody>
            {names.map((name) => (
              <tr key={name}>
                <th scope="row">
                  {factors[name].name}
                  {answer.arms[0][name] !== answer.arms[1][name] && <small>differs</small>}
                </th>
                {([0, 1] as const).map((place) => (
                  <td key={place}>
                    <select
                      aria-label={`${factors[name].name} of network ${place + 1}`}
                      value={answer.arms[place][name]}
                      onChange={({ target }) => set(place, name, target.value)}
                    >
                      {factors[name].values.map((value) => (
                        <option key={value}>{value}</option>
                      ))}
                    </select>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        <div className="choice-row">
          <span>Measure</span>
          <Choices
            label="What to measure"
            options={[
              { id: 'training error', text: 'Training error' },
              { id: 'test error', text: 'Test error' },
            ]}
            chosen={answer.measure}
            choose={(measure) => setAnswer({ ...design, measure })}
          />
        </div>
        <div className="choice-row">
          <span>Seeds</span>
          <Choices
            label="How many seeds"
            options={[
              { id: '1', text: 'One' },
              { id: '3', text: 'Three' },
            ]}
            chosen={answer.seeds}
            choose={(seeds) => setAnswer({ ...design, seeds })}
          />
        </div>
        <div className="answer-line">
          <button
            type="button"
            onClick={() => {
              const all = Object.values(report(answer));
              const right = all.filter((one) => one.right).length;
              announce(`${right} of ${all.length} properties of a good design.`);
            }}
          >
            Judge the design
          </button>
        </div>
        {isChecked &&
          (Object.keys(titles) as (keyof typeof titles)[]).map((id) => (
            <div key={id} className="property">
              <h5>{titles[id]}</h5>
              <Verdict judgement={judged[id]} />
            </div>
          ))}
      </li>
      {isGood && (
        <li className="question">
          <h4>The run</h4>
          <p>
            <a href={labLink}>Open this experiment in the lab</a>, train it to the end, and come
            back. Your answers are kept.
          </p>
          <EvidenceBar
            {...{ evidence, hasOwn, choose }}
            invitation="You have no finished run of this design yet; the recorded ones have both networks, too."
          />
          <p>What follows?</p>
          <Choices<Conclusion>
            label="What follows"
            options={conclusionOptions}
            chosen={conclusion}
            choose={(id) => {
              const now = { ...answer, conclusion: id, looked: sayEvidence(evidence) };
              setAnswer(now);
              report(now);
              const { right, says } = judgeConclusion(id, evidence.runs);
              announce(`${right ? 'Right' : 'Not yet'}. ${says}`);
            }}
          />
          <Verdict judgement={judgeConclusion(conclusion, evidence.runs)} />
        </li>
      )}
    </ol>
  );
}

const designOf = ({ arms, measure, seeds }: Design) => JSON.stringify({ arms, measure, seeds });
