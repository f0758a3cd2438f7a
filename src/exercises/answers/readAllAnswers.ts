import { openAnswerChannel } from './answerNews.ts';
import { listAnswers, readAnswer, writeAnswer, type ShelvedAnswer } from './answerShelf.ts';
import { keepUnwritten, takeAllUnwritten } from './lifeboat.ts';

/**
 * All answers on this device, with what was typed right before a page was left: that is written first, and open
 * pages follow. Rejects where storage refuses or never answers.
 */
export async function readAllAnswers(): Promise<ShelvedAnswer[]> {
  const channel = openAnswerChannel(() => undefined);
  try {
    for (const unwritten of takeAllUnwritten()) {
      const { kept, base } = unwritten;
      try {
        const there = await readAnswer(kept.exercise);
        if (there && there.changedAt >= kept.changedAt) continue;
        const { exercise, revision } = await writeAnswer(kept, base);
        channel.tell({ exercise, revision });
      } catch (error) {
        keepUnwritten(unwritten);
        throw error;
      }
    }
    return await listAnswers();
  } finally {
    channel.close();
  }
}
