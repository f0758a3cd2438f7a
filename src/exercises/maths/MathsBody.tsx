import { useId } from 'react';
import type { MathsExercise, MathsQuestion } from '../../contract/exercises.ts';
import type { BodyProps } from '../kind.ts';
import { Words } from '../frame/Words.tsx';
import { checkMaths, judgeMaths } from '../judges/judgeMaths.ts';
import type { Judgement } from '../judges/judgement.ts';
import { useChecked } from '../questions/useChecked.ts';
import { Verdict } from '../questions/Verdict.tsx';
import { Reading } from './Reading.tsx';
import '../questions/questions.css';

/** What was typed, by question. */
export type MathsTexts = Record<string, string>;

/** Questions with a box each, which says how it reads what is typed and, once asked, whether it is right. */
export function MathsBody(props: BodyProps<MathsExercise, MathsTexts>) {
  const { exercise, answer = {}, setAnswer, setReport, announce } = props;
  const [checked, setChecked] = useChecked(props);
  const textOf = (id: string) => answer[id] ?? '';

  const check = (question: MathsQuestion) => {
    const now = { ...checked, [question.id]: textOf(question.id) };
    setChecked(now);
    const current = Object.entries(now).filter(([id, text]) => text === textOf(id));
    setReport(checkMaths(exercise, Object.fromEntries(current)), answer);
    const { right, says } = judgeMaths(question, textOf(question.id));
    announce(`${right === undefined ? '' : right ? 'Right. ' : 'Not yet. '}${says}`);
  };

  return (
    <ol className="questions">
      {exercise.questions.map((question) => {
        const text = textOf(question.id);
        const isChecked = checked?.[question.id] === text && text !== '';
        return (
          <Question
            key={question.id}
            {...{ question, text }}
            judgement={isChecked ? judgeMaths(question, text) : undefined}
            change={(typed) => setAnswer({ ...answer, [question.id]: typed })}
            check={() => check(question)}
          />
        );
      })}
    </ol>
  );
}

interface QuestionProps {
  question: MathsQuestion;
  text: string;
  judgement: Judgement | undefined;
  change: (text: string) => void;
  check: () => void;
}

const asks = {
  formula: 'A formula',
  number: 'A number',
  numbers: 'Numbers, with commas between them',
  shape: 'A shape',
};

function Question({ question, text, judgement, change, check }: QuestionProps) {
  const id = useId();
  const { title, prompt, answer } = question;
  return (
    <li className="question">
      <h4 id={`${id}title`}>{title}</h4>
      <p id={`${id}prompt`}>
        <Words>{prompt}</Words>
      </p>
      <form
        className="answer-line"
        onSubmit={(event) => {
          event.preventDefault();
          check();
        }}
      >
        <input
          type="text"
          value={text}
          placeholder={asks[answer.kind]}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          translate="no"
          aria-labelledby={`${id}title`}
          aria-describedby={`${id}prompt ${id}verdict`}
          aria-invalid={judgement && judgement.right !== true ? true : undefined}
          onChange={(event) => change(event.target.value)}
        />
        <button type="submit">Check</button>
      </form>
      <p className="reading" translate="no">
        <Reading {...{ answer, text }} />
      </p>
      <Verdict id={`${id}verdict`} {...{ judgement, text }} />
    </li>
  );
}
