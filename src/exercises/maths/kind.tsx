import type { MathsExercise } from '../../contract/exercises.ts';
import { checkMaths } from '../judges/judgeMaths.ts';
import { defineKind } from '../kind.ts';
import { MathsBody, type MathsTexts } from './MathsBody.tsx';

/** Formulas, numbers and shapes, typed and judged. */
export default defineKind<MathsExercise, MathsTexts>({
  Body: MathsBody,
  solutionName: 'Show how it goes',
  isAnswer: (value): value is MathsTexts =>
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((text) => typeof text === 'string'),
  judge: checkMaths,
  toMarkdown: ({ questions }, answer) =>
    questions
      .map(
        ({ id, title, prompt }) =>
          `**${title}.** ${prompt}\n\n${answer[id] ? `\`${answer[id]}\`` : '_Not answered._'}`,
      )
      .join('\n\n'),
});
