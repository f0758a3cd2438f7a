import type { ReflectionExercise } from '../../contract/exercises.ts';
import { defineKind } from '../kind.ts';
import { countWords } from './countWords.ts';
import { ReflectionBody, type Reflection } from './ReflectionBody.tsx';

/** Free text that readers judge themselves. */
export default defineKind<ReflectionExercise, Reflection>({
  Body: ReflectionBody,
  solutionName: 'Show the model answer',
  mayCompare: ({ leastWords }, answer) => countWords(answer?.text ?? '') >= leastWords,
  isAnswer: (value): value is Reflection => {
    const { text, met } = (value ?? {}) as Partial<Reflection>;
    return typeof text === 'string' && Array.isArray(met) && met.every(Number.isInteger);
  },
  toMarkdown: ({ rubric }, { text, met }) =>
    [
      text || '_Not answered._',
      ...rubric.map((line, i) => `- [${met.includes(i) ? 'x' : ' '}] ${line}`),
    ].join('\n\n'),
});
