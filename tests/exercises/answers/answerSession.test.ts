import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  createAnswerSession,
  type AnswerSession,
} from '../../../src/exercises/answers/answerSession.ts';
import { deleteAnswers } from '../../../src/exercises/answers/deleteAnswers.ts';
import { device, keyRange } from '../../lib/fakeDevice.ts';

vi.mock('../../../src/lib/deviceDatabase.ts', () => import('../../lib/fakeDevice.ts'));
vi.stubGlobal('IDBKeyRange', keyRange);
const local = new Map<string, string>();
vi.stubGlobal('localStorage', {
  getItem: (key: string) => local.get(key) ?? null,
  setItem: (key: string, text: string) => local.set(key, text),
  removeItem: (key: string) => local.delete(key),
});

/** Another for each test: what one leaves behind does not reach the next. */
const exercise: Parameters<typeof createAnswerSession>[0] = {
  id: '',
  version: 1,
  isAnswer: (value: unknown) => typeof value === 'string',
};
let count = 0;
const key = () => `answer ${exercise.id}`;
const right = {
  results: [{ id: 'shape', title: 'The shape is right', passed: true }],
  mistakes: [],
};
const wrong = {
  results: [{ id: 'shape', title: 'The shape is right', passed: false }],
  mistakes: [],
};

const closes: (() => void)[] = [];
/** A tab in which the exercise is open, as soon as it has read what is kept. */
async function openTab(given = { ...exercise }, writeAfterMs = 20): Promise<AnswerSession> {
  const session = createAnswerSession(given, writeAfterMs);
  closes.push(session.open());
  await session.read();
  return session;
}
const answerIn = (session: AnswerSession) => session.store.getState().kept?.answer;
const waitFor = (session: AnswerSession, answer: unknown) =>
  vi.waitFor(() => expect(answerIn(session)).toBe(answer));
/** What is typed is written after a moment. */
const waitUntilWritten = (answer: unknown) =>
  vi.waitFor(() => expect(device.stored.get(key())).toMatchObject({ answer }));

beforeEach(() => {
  exercise.id = `exercise-${count++}`;
  device.error = null;
});
afterEach(() => closes.splice(0).forEach((close) => close()));

test('an answer is kept for the next visit', async () => {
  const first = await openTab();
  expect(first.store.getState()).toMatchObject({ isReading: false, kept: undefined });
  first.answer('a');
  first.answer('ab');
  await waitUntilWritten('ab');
  expect(answerIn(await openTab())).toBe('ab');
  // Both keys went into one write.
  expect(device.stored.get(key())).toMatchObject({ revision: 1 });
});

test('an idle tab follows the other', async () => {
  const [one, other] = [await openTab(), await openTab()];
  one.answer('from one');
  await waitFor(other, 'from one');
  other.answer('from the other');
  await waitFor(one, 'from the other');
  expect(one.store.getState()).toMatchObject({ isMet: false, kept: { answer: 'from the other' } });
  expect(one.store.getState().kept?.others).toBeUndefined();
});

test('where two tabs write at once, each keeps its own text until one is idle, and neither text is lost', async () => {
  const [one, other] = [await openTab(), await openTab()];
  one.answer('from one');
  other.answer('from the other');
  await vi.waitFor(() => expect(device.stored.get(key())).toMatchObject({ revision: 2 }));
  const kept = device.stored.get(key()) as {
    answer: string;
    others: { answer: string }[];
  };
  const [aside] = kept.others;
  expect([kept.answer, aside?.answer].sort()).toEqual(['from one', 'from the other']);
  await vi.waitFor(() => {
    for (const tab of [one, other])
      expect(tab.store.getState().kept).toMatchObject({ answer: kept.answer, others: [aside] });
  });
  expect([one, other].filter((tab) => tab.store.getState().isMet)).toHaveLength(1);

  one.swap(aside!.answer);
  await waitFor(other, aside!.answer);
  expect(other.store.getState().kept?.others).toMatchObject([{ answer: kept.answer }]);
});

test.each([
  ['QuotaExceededError', 'full'],
  ['SecurityError', 'forbidden'],
  ['SilentStorage', 'silent'],
])('storage that throws a %s leaves the answer in memory, and says so', async (name, problem) => {
  device.error = Object.assign(new Error(), { name });
  const tab = await openTab();
  expect(tab.store.getState().isReading).toBe(false);
  tab.answer('mine');
  await vi.waitFor(() => expect(tab.store.getState().unkept).toBe(problem));
  expect(answerIn(tab)).toBe('mine');

  device.error = null;
  tab.answer('mine, too');
  await waitUntilWritten('mine, too');
  await vi.waitFor(() => expect(tab.store.getState().unkept).toBeNull());
});

test('what was typed right before the page was left is there at the next visit', async () => {
  const tab = await openTab();
  device.error = new Error('the page is gone');
  tab.answer('the last word');
  tab.leave();
  device.error = null;
  expect(answerIn(await openTab())).toBe('the last word');
  await waitUntilWritten('the last word');
});

test('a late change of a page that was left does not overwrite what another tab wrote since', async () => {
  const [left, other] = [await openTab(), await openTab()];
  device.error = new Error('the page is gone');
  left.answer('from the page that was left');
  left.leave();
  device.error = null;
  device.stored.set(key(), {
    ...{ exercise: exercise.id, version: 1, revision: 7 },
    ...{ answer: 'written since', changedAt: 1 },
  });
  const later = await openTab();
  await waitUntilWritten('from the page that was left');
  await vi.waitFor(() =>
    expect(later.store.getState().kept?.others).toMatchObject([{ answer: 'written since' }]),
  );
  expect(answerIn(other)).not.toBe('');
});

test('what is solved stays solved, with the answer that solved it', async () => {
  const tab = await openTab();
  tab.answer('right');
  tab.report(right, 'right');
  tab.answer('worse');
  tab.report(wrong, 'worse');
  await waitUntilWritten('worse');
  expect((await openTab()).store.getState().kept).toMatchObject({
    ...{ answer: 'worse', judged: 'worse', report: wrong },
    ...{ solvedWith: 'right', solvedAt: expect.any(Number) as number },
  });
});

test('a newer version of an exercise keeps the answer, which is of the new one once it is checked', async () => {
  (await openTab()).answer('old');
  await waitUntilWritten('old');
  const tab = await openTab({ ...exercise, version: 2 });
  expect(tab.store.getState().kept).toMatchObject({ answer: 'old', version: 1 });
  tab.report(wrong, 'old');
  expect(tab.store.getState().kept).toMatchObject({ answer: 'old', version: 2 });
});

test('an answer of another kind makes way, and is kept; what is no answer at all is passed over', async () => {
  (await openTab()).answer('code');
  await waitUntilWritten('code');
  const tab = await openTab({ ...exercise, isAnswer: Array.isArray });
  expect(tab.store.getState().kept).toMatchObject({ others: [{ answer: 'code' }] });
  expect(answerIn(tab)).toBeUndefined();

  device.stored.set(key(), { nothing: 'of ours' });
  expect((await openTab()).store.getState()).toMatchObject({ isReading: false, kept: undefined });
});

test('hints and a look at the solution are remembered', async () => {
  const tab = await openTab();
  tab.hint(2);
  tab.lookAtSolution();
  await vi.waitFor(() =>
    expect(device.stored.get(key())).toMatchObject({
      hints: 2,
      sawSolution: true,
    }),
  );
  expect((await openTab()).store.getState().kept).toMatchObject({ hints: 2, sawSolution: true });
});

test('where all answers are deleted, an open page begins anew, but keeps what it is writing', async () => {
  const reader = await openTab();
  const writer = await openTab({ ...exercise, id: 'other' }, 60_000);
  reader.answer('a');
  await waitUntilWritten('a');
  writer.answer('b');
  await deleteAnswers();
  await vi.waitFor(() => expect(reader.store.getState().kept).toBeUndefined());
  expect(device.stored.has(key())).toBe(false);
  reader.answer('c');
  await waitUntilWritten('c');
  writer.leave();
  await vi.waitFor(() => expect(device.stored.get('answer other')).toMatchObject({ answer: 'b' }));
});
