import { useId } from 'react';
import type { ReflectionExercise } from '../../contract/exercises.ts';
import type { BodyProps } from '../kind.ts';
import { countWords } from './countWords.ts';
import '../questions/questions.css';

/** What a reader wrote, and what they found when they judged it. */
export interface Reflection {
  text: string;
  /** The places in the rubric that the reader says their text meets. */
  met: number[];
}

/** A page to write on, and then a list to judge oneself by, beside the model answer. */
export function ReflectionBody(props: BodyProps<ReflectionExercise, Reflection>) {
  const { exercise, answer = { text: '', met: [] }, setAnswer, setReport, isSolutionShown } = props;
  const { rubric, leastWords } = exercise;
  const id = useId();
  const words = countWords(answer.text);
  const missing = leastWords - words;
  const judge = (met: number[]) => {
    const now = { ...answer, met };
    setAnswer(now);
    const results = rubric.map((title, place) => ({
      ...{ id: `rubric-${place + 1}`, title, passed: met.includes(place) },
      ...(!met.includes(place) && { detail: 'Not yet, you say.' }),
    }));
    setReport({ results, mistakes: [] }, now);
  };

  return (
    <div className="reflection">
      <label htmlFor={id}>Your notes</label>
      <textarea
        id={id}
        value={answer.text}
        rows={9}
        aria-describedby={`${id}words`}
        onChange={(event) => setAnswer({ ...answer, text: event.target.value })}
      />
      <p className="fine" id={`${id}words`}>
        {sayWords(words)}.
        <span className="about-solution">
          {missing > 0
            ? ` The model answer can be opened after ${leastWords}.`
            : ' Now you can compare them with the model answer.'}
        </span>
      </p>
      {(missing <= 0 || isSolutionShown || answer.met.length > 0) && (
        // Where a class link hides the model answer, there is nothing else to judge by.
        <fieldset className="rubric" data-early={!isSolutionShown && answer.met.length === 0}>
          <legend>
            Read your text once more. What does it do? Tick each thing that is true of it; with all
            of them the exercise is solved.
          </legend>
          {rubric.map((line, place) => (
            <label key={line}>
              <input
                type="checkbox"
                checked={answer.met.includes(place)}
                onChange={({ target }) =>
                  judge(
                    target.checked
                      ? [...answer.met, place].sort((a, b) => a - b)
                      : answer.met.filter((one) => one !== place),
                  )
                }
              />
              <span>{line}</span>
            </label>
          ))}
        </fieldset>
      )}
    </div>
  );
}

const sayWords = (count: number) => (count === 1 ? '1 word' : `${count} words`);
