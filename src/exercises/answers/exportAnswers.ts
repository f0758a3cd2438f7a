import type { AnswersFile } from '../../contract/exercises.ts';
import { readAllAnswers } from './readAllAnswers.ts';

/**
 * All answers that are kept on this device, as one file. Rejects where storage refuses or never answers.
 * @param name whose they are, as the reader says
 */
export async function exportAnswers(name: string): Promise<AnswersFile> {
  const kept = await readAllAnswers();
  return {
    format: 'skip-connections answers 1',
    name,
    savedAt: new Date().toISOString(),
    answers: kept.map(({ revision: _, ...answer }) => answer),
  };
}
