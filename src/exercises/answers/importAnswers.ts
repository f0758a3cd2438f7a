import type { KeptAnswer } from '../../contract/exercises.ts';
import { openAnswerChannel } from './answerNews.ts';
import { addAnswer } from './answerShelf.ts';

/**
 * Puts answers from a file beside those on this device: of two answers to one exercise the later is the answer, and
 * the other is kept beside it. Open pages follow. Rejects where storage refuses, with what came before it kept.
 */
export async function importAnswers(answers: KeptAnswer[]): Promise<void> {
  const channel = openAnswerChannel(() => undefined);
  try {
    for (const answer of answers) {
      const { exercise, revision } = await addAnswer(answer);
      channel.tell({ exercise, revision });
    }
  } finally {
    channel.close();
  }
}
