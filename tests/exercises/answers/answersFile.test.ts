import { beforeEach, expect, test, vi } from 'vitest';
import { readAnswer, writeAnswer } from '../../../src/exercises/answers/answerShelf.ts';
import { exportAnswers } from '../../../src/exercises/answers/exportAnswers.ts';
import { importAnswers } from '../../../src/exercises/answers/importAnswers.ts';
import { keepUnwritten } from '../../../src/exercises/answers/lifeboat.ts';
import { readAnswersFile } from '../../../src/exercises/answers/readAnswersFile.ts';
import { device, keyRange } from '../../lib/fakeDevice.ts';

vi.mock('../../../src/lib/deviceDatabase.ts', () => import('../../lib/fakeDevice.ts'));
vi.stubGlobal('IDBKeyRange', keyRange);
beforeEach(() => {
  device.stored.clear();
  vi.stubGlobal('localStorage', fakeStorage());
});

/** Storage whose keys are its own properties, as a browser's are. */
function fakeStorage(): Record<string, unknown> {
  const storage: Record<string, unknown> = {};
  return Object.defineProperties(storage, {
    getItem: { value: (key: string) => storage[key] ?? null },
    setItem: { value: (key: string, text: string) => void (storage[key] = text) },
    removeItem: { value: (key: string) => Reflect.deleteProperty(storage, key) },
  });
}

const fileOf = (text: string) => new File([text], 'answers.json');
const answer = (exercise: string, text: string, changedAt: number) => ({
  ...{ exercise, version: 1, answer: text, changedAt },
});

test('what is written as a file is read back, and is what was kept', async () => {
  const kept = {
    ...answer('residual-block', 'class ResidualBlock: ...', 5),
    report: { results: [{ id: 'shape', title: 'The shape', passed: true }], mistakes: [] },
    ...{ judged: 'class ResidualBlock: ...', solvedAt: 4, hints: 2 },
  };
  await writeAnswer(kept, 0);
  await writeAnswer(answer('read-a-curve', 'plain', 1), 0);
  const file = await exportAnswers('Tyla');
  const read = await readAnswersFile(fileOf(JSON.stringify(file)));
  expect(read).toEqual(file);
  expect(read.name).toBe('Tyla');
  expect(read.answers).toContainEqual(kept);
  expect(read.answers).toHaveLength(2);
});

test.each([
  ['{"format": "skip-conn', 'answers.json is not JSON, or only a part of it.'],
  ['{"step": 3}', 'answers.json holds no answers of this chapter.'],
  ['[]', 'answers.json holds no answers of this chapter.'],
  [
    '{"format":"skip-connections answers 1","name":"","savedAt":"2026-11-27","answers":[{"exercise":"a","version":"two"}]}',
    'answers.json is damaged: answers.0.version is not what answers have there.',
  ],
])('a file of %j is refused with the reason', async (text, says) => {
  await expect(readAnswersFile(fileOf(text))).rejects.toThrow(says);
});

test('a file of more than 20 MB is not read', async () => {
  const file = new File([new Uint8Array(20e6 + 1)], 'film.mp4');
  await expect(readAnswersFile(file)).rejects.toThrow('film.mp4 is larger than 20 MB');
});

test('of an answer here and one in a file the later is the answer, and the other is kept', async () => {
  await writeAnswer(answer('a', 'here, later', 9), 0);
  await writeAnswer(answer('b', 'here, earlier', 1), 0);
  await importAnswers([
    { ...answer('a', 'from the file', 5), solvedAt: 4, solvedWith: 'from the file' },
    answer('b', 'from the file', 5),
    answer('c', 'from the file', 5),
  ]);
  expect(await readAnswer('a')).toMatchObject({
    ...{ answer: 'here, later', others: [{ answer: 'from the file' }] },
    ...{ solvedAt: 4, solvedWith: 'from the file', revision: 2 },
  });
  expect(await readAnswer('b')).toMatchObject({
    ...{ answer: 'from the file', others: [{ answer: 'here, earlier' }] },
  });
  expect(await readAnswer('c')).toMatchObject({ answer: 'from the file', revision: 1 });
});

test('what was typed right before a page was left is among all answers', async () => {
  await writeAnswer(answer('a', 'before', 1), 0);
  await writeAnswer(answer('b', 'written after all', 5), 0);
  keepUnwritten({ kept: answer('a', 'the last word', 2), base: 1 });
  keepUnwritten({ kept: answer('b', 'written after all', 5), base: 0 });
  expect((await exportAnswers('')).answers).toEqual([
    answer('a', 'the last word', 2),
    answer('b', 'written after all', 5),
  ]);
  device.error = new Error('no storage');
  keepUnwritten({ kept: answer('a', 'later still', 3), base: 2 });
  await expect(exportAnswers('')).rejects.toThrow('no storage');
  device.error = null;
  expect((await exportAnswers('')).answers[0]).toMatchObject({ answer: 'later still' });
});
