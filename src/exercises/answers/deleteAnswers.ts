import { openAnswerChannel } from './answerNews.ts';
import { clearShelf, listAnswers } from './answerShelf.ts';
import { takeAllUnwritten } from './lifeboat.ts';

/** Deletes all answers on this device, and the editors' past. Open pages follow. Rejects where storage refuses. */
export async function deleteAnswers(): Promise<void> {
  const channel = openAnswerChannel(() => undefined);
  try {
    takeAllUnwritten();
    const gone = await listAnswers();
    await clearShelf();
    for (const { exercise, revision } of gone) channel.tell({ exercise, revision, isGone: true });
  } finally {
    channel.close();
  }
}
