import { useId, useState } from 'react';
import { useStore } from 'zustand';
import { sayPlace } from '../../contract/sayPlace.ts';
import { truthOf } from '../../contract/toyLanguage.ts';
import { readHere } from '../../runtime/agreementStores.ts';
import {
  judgeReadStream,
  meanings,
  mostFor,
  noPlace,
  saySum,
  sumOf,
  taken,
  type Meaning,
  type ReadStreamAnswer,
  type StreamSum,
} from '../judges/experiment/readStream.ts';
import { reportOf } from '../judges/reportOf.ts';
import { Choices } from '../questions/Choices.tsx';
import { useChecked } from '../questions/useChecked.ts';
import { Verdict } from '../questions/Verdict.tsx';
import type { TaskProps } from './tasks.ts';

const titles = {
  most: 'Who speaks for the opinion',
  rest: 'The sum without it',
  meaning: 'What it means',
};
const meaningOptions = (Object.keys(meanings) as Meaning[]).map((id) => ({
  ...{ id, text: meanings[id] },
}));

/** A prompt's sum, taken apart: the largest term, what is left without it, and what that means. */
export function ReadStream(props: TaskProps<ReadStreamAnswer>) {
  const { sum: recorded, answer = {}, setAnswer, setReport, announce } = props;
  const id = useId();
  const read = useStore(readHere);
  const own = read && sumOf('own', read.prompt, read.reading);
  const [from, choose] = useState<StreamSum['from']>('own');
  const [checked, setChecked] = useChecked(props);
  const sum = from === 'own' && own ? own : recorded;
  if (!sum) return null;
  const judged = judgeReadStream(answer, sum);
  const isChecked = checked?.rest === answer.rest;

  const look = (change: Partial<ReadStreamAnswer>, which: keyof typeof judged) => {
    const now = { ...answer, ...change, looked: saySum(sum) };
    setAnswer(now);
    setChecked(now);
    const all = judgeReadStream(now, sum);
    const ids = ['most', 'rest', 'meaning'] as const;
    setReport(
      reportOf(ids.map((one) => ({ id: one, title: titles[one], judgement: all[one] }))),
      now,
    );
    const { right, says } = all[which];
    announce(`${right === undefined ? '' : right ? 'Right. ' : 'Not yet. '}${says}`);
  };
  const { opinion } = sum.prompt;
  const sublayers = sum.terms.slice(1).map(({ place }) => ({ id: place, text: sayPlace(place) }));

  return (
    <ol className="questions">
      <li className="question">
        <h4>{titles.most}</h4>
        <div className="evidence">
          {own && (
            <Choices
              label="The reading to look at"
              options={[
                { id: 'own', text: 'Your reading' },
                { id: 'recorded', text: 'The recording' },
              ]}
              chosen={sum.from}
              choose={choose}
            />
          )}
          <p className="fine">
            You are looking at {saySum(sum)}.
            {!own &&
              (read
                ? ' Your own has no wrong opinion in it.'
                : ' Read a prompt of your own in the river, and it is about that.')}
          </p>
        </div>
        <p>
          Which sublayer speaks most for {opinion}, that is, adds most to the logit of {opinion}{' '}
          minus the logit of {truthOf(sum.prompt)}?
        </p>
        <Choices
          label={titles.most}
          options={[...sublayers, { id: noPlace, text: 'none of them' }]}
          chosen={answer.most}
          choose={(most) => look({ most }, 'most')}
        />
        <Verdict judgement={judged.most} />
      </li>
      <li className="question">
        <h4 id={`${id}title`}>{titles.rest}</h4>
        <p id={`${id}prompt`}>
          Take{' '}
          {mostFor(sum) ? 'that sublayer’s term' : `the term of the ${sayPlace(taken(sum).place)}`}{' '}
          out of the sum. What do the others add up to? Two decimals will do.
        </p>
        <form
          className="answer-line"
          onSubmit={(event) => {
            event.preventDefault();
            look({}, 'rest');
          }}
        >
          <input
            type="text"
            inputMode="text"
            value={answer.rest ?? ''}
            placeholder="A number"
            autoComplete="off"
            aria-labelledby={`${id}title`}
            aria-describedby={`${id}prompt ${id}verdict`}
            aria-invalid={isChecked && judged.rest.right === false ? true : undefined}
            onChange={({ target }) => setAnswer({ ...answer, rest: target.value })}
          />
          <button type="submit">Check</button>
        </form>
        <Verdict id={`${id}verdict`} judgement={isChecked ? judged.rest : undefined} />
      </li>
      <li className="question">
        <h4>{titles.meaning}</h4>
        <p>One sublayer has the largest term. What does that say about it?</p>
        <Choices<Meaning>
          label={titles.meaning}
          options={meaningOptions}
          chosen={answer.meaning}
          choose={(meaning) => look({ meaning }, 'meaning')}
        />
        <Verdict judgement={judged.meaning} />
      </li>
    </ol>
  );
}
