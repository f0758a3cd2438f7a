import type { Callout } from '../../figure/frame/Takeaway.tsx';
import { truthOf } from '../../contract/toyLanguage.ts';
import { percent, signed } from '../../lib/format.ts';
import type { RiverRun } from './run.ts';
import { courseOf, loudest, type Read } from './stages.ts';

/** A run whose stream was read. */
export function readOf(run: RiverRun | null): Read | null {
  return run?.reading ? { prompt: run.prompt, reading: run.reading } : null;
}

/** What the network answers, from where on the lens says so, and what speaks most for it. */
export function takeaway(run: RiverRun | null): string | Callout {
  const read = readOf(run);
  if (!read) return 'Press Read, and the network answers your prompt while you watch its stream.';
  const { prompt, reading } = read;
  const course = courseOf(read, reading.words.length - 1);
  const answer = course.stages.at(-1)?.lens;
  const turn = course.stages[course.turn ?? 0];
  if (!answer || !turn) return '';
  const truth = truthOf(prompt);
  const is =
    answer.word === String(truth)
      ? 'the truth'
      : answer.word === String(prompt.opinion)
        ? 'the opinion'
        : 'which is neither true nor the opinion';
  const first = `To a ${prompt.speaker}, the network answers ${answer.word}, ${is} (${percent(answer.probability)}); the lens says so from the ${turn.name} on.`;
  const most = loudest(course);
  if (!course.isCompared || !most)
    return {
      key: answer.word,
      text: `${first} There is no wrong opinion in this prompt to compare the truth with.`,
    };
  return {
    key: signed(course.difference),
    ...(answer.word === String(prompt.opinion) && { kind: 'opinion' as const }),
    text: `${first} The logit of ${prompt.opinion} minus the logit of ${truth} is ${signed(course.difference)}; the ${most.name} speaks most for the answer (${signed(most.contribution ?? 0)}).`,
  };
}
