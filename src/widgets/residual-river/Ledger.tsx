import type { CSSProperties } from 'react';
import type { Prompt } from '../../contract/toyLanguage.ts';
import { truthOf } from '../../contract/toyLanguage.ts';
import { signed } from '../../lib/format.ts';
import type { Course } from './stages.ts';

interface Props {
  course: Course;
  prompt: Prompt;
  /** Whether attention is split into its heads. */
  heads: boolean;
  choose: (head: string) => void;
  head: string;
}

/** What each place adds to the difference of the two logits: a sum whose terms are under the places of the river. */
export function Ledger({ course, prompt, heads, choose, head }: Props) {
  if (!course.isCompared)
    return (
      <div className="ledger">
        <p>{whyNot(course, prompt)}</p>
      </div>
    );
  const { stages, offset, difference } = course;
  const terms = stages.map(({ contribution }) => contribution ?? 0);
  const parts = stages.flatMap((stage) => stage.heads.map((part) => part ?? 0));
  const all = [0, ...terms, ...(heads ? parts : []), offset];
  const ends: [number, number] = [Math.min(...all), Math.max(...all)];
  return (
    <div className="ledger">
      <p className="chart-title">
        What each adds to the logit of <span className="opinion">{prompt.opinion}</span> minus the
        logit of <span className="truth">{truthOf(prompt)}</span>
      </p>
      <ol>
        {stages.map((stage, i) => (
          <li key={stage.place}>
            {heads && stage.heads.length > 0 ? (
              <div className="heads">
                {stage.heads.map((part, number) => {
                  const id = `${/\d/.exec(stage.place)?.[0] === '0' ? 1 : 2}.${number + 1}`;
                  return (
                    <button
                      key={id}
                      type="button"
                      aria-pressed={id === head}
                      aria-label={`Head ${number + 1} of ${stage.name.replace('attention of ', '')}: ${signed(part ?? 0)}. Show its attention`}
                      onClick={() => choose(id)}
                    >
                      <span className="which">head {number + 1}</span>
                      <Gauge value={part ?? 0} ends={ends} />
                      <span className="number">{signed(part ?? 0)}</span>
                    </button>
                  );
                })}
              </div>
            ) : (
              <Gauge value={terms[i] ?? 0} ends={ends} />
            )}
            <span className="name">{stage.name.replace(/ of layer.*/, '')}</span>
            <b>{signed(terms[i] ?? 0)}</b>
          </li>
        ))}
        <li>
          <Gauge value={offset} ends={ends} />
          <span className="name">offset</span>
          <b>{signed(offset)}</b>
        </li>
        <li className="whole">
          <span className="gauge" aria-hidden="true">
            =
          </span>
          <span className="name">sum</span>
          <b>{signed(difference)}</b>
        </li>
      </ol>
    </div>
  );
}

/** A bar toward the opinion, or toward the truth. */
function Gauge({ value, ends: [least, most] }: { value: number; ends: [number, number] }) {
  const range = most - least || 1;
  const places = { '--share': Math.abs(value) / range, '--zero': -least / range };
  return (
    <span
      className={`gauge ${value < 0 ? 'truth' : 'opinion'}`}
      style={places as CSSProperties}
      aria-hidden="true"
    >
      <span />
    </span>
  );
}

/** Why there is no sum. */
function whyNot({ turn }: Course, { opinion }: Prompt): string {
  if (turn === null)
    return 'Only at the last token does the network answer: choose it, and the sum is here.';
  return opinion === null
    ? 'Nobody says what it comes to, so there are no two answers to compare.'
    : 'The opinion is right, so there are no two answers to compare.';
}
