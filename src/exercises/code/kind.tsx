import type { CodeExercise } from '../../contract/exercises.ts';
import { defineKind } from '../kind.ts';
import { CodeBody } from './CodeBody.tsx';

/** Python that the reader writes, runs and has checked. */
export default defineKind<CodeExercise, string>({
  Body: CodeBody,
  isAnswer: (value) => typeof value === 'string',
  solutionName: 'Show the solution',
  toMarkdown: (_, code) => `\`\`\`python\n${code.trimEnd()}\n\`\`\``,
});
