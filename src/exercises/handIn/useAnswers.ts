import { useEffect, useState } from 'react';
import type { KeptAnswer } from '../../contract/exercises.ts';
import { problemOf, type StorageProblem } from '../../lib/deviceStorage.ts';
import { openAnswerChannel } from '../answers/answerNews.ts';
import { readAllAnswers } from '../answers/readAllAnswers.ts';

interface Answers {
  /** By exercise; null while they are being read. */
  answers: Map<string, KeptAnswer> | null;
  /** Why they cannot be read, if they cannot. */
  problem: StorageProblem | null;
}

/** All answers on this device, and whatever becomes of them while the page is open. */
export function useAnswers(): Answers {
  const [state, setState] = useState<Answers>({ answers: null, problem: null });
  useEffect(() => {
    const read = () =>
      readAllAnswers().then(
        (all) =>
          setState({ answers: new Map(all.map((one) => [one.exercise, one])), problem: null }),
        (error: unknown) => setState({ answers: new Map(), problem: problemOf(error) }),
      );
    void read();
    const channel = openAnswerChannel(() => void read());
    return () => channel.close();
  }, []);
  return state;
}
