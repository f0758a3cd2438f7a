import type { ExperimentExercise } from '../../contract/exercises.ts';
import { defineKind } from '../kind.ts';
import { ExperimentBody } from './ExperimentBody.tsx';
import { isExperimentAnswer } from './isExperimentAnswer.ts';
import type { ExperimentAnswer } from './tasks.ts';
import { toMarkdown } from './toMarkdown.ts';

/** Answered with runs: the reader's own in the lab, or recorded ones. */
export default defineKind<ExperimentExercise, ExperimentAnswer>({
  Body: ExperimentBody,
  solutionName: 'Show an answer',
  isAnswer: isExperimentAnswer,
  toMarkdown: (_, answer) => toMarkdown(answer),
});
