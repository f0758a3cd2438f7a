import { beforeEach, expect, test } from 'vitest';
import { intact, withWay } from '../../../../src/contract/surgery.ts';
import { createAnswerStore } from '../../../../src/widgets/classifier/answer/answerStore.ts';
import { answerWith } from '../../../../src/widgets/classifier/exampleAnswer.ts';
import { FakeBitmap, FakeClients, type FakeWorker } from '../fakeClients.ts';

const whole = answerWith(0.9, 0.06, 0.04);
const damaged = answerWith(0.5, 0.3, 0.2);
const worse = answerWith(0.4, 0.3, 0.3);
const removed = withWay(intact(), 2, 3, 'shortcut');
const more = withWay(removed, 1, 0, 'branch');

let worker: FakeWorker | null;
let store: ReturnType<typeof createAnswerStore>;

beforeEach(() => {
  const clients = new FakeClients();
  store = createAnswerStore(() => worker);
  worker = clients.startClassifier(
    { source: { from: 'site', modelUrl: '' }, backend: 'auto' },
    (event) => store.hear(event as Parameters<typeof store.hear>[0]),
  );
});

const picture = (name = 'cat.png') => new FakeBitmap(name) as unknown as ImageBitmap;
const choose = (name?: string) => {
  store.begin();
  store.ask(picture(name));
};
const answer = (given = whole, { number } = worker!.last) =>
  worker!.say({ type: 'answer', number, whole, answer: given, tensors: 1 });
const operated = (given = damaged, { number } = worker!.last) =>
  worker!.say({ type: 'operated', number, answer: given });
const located = ({ number, classIndex = 0 } = worker!.last) =>
  worker!.say({ type: 'located', number, heat: heatOf(classIndex) });
const heatOf = (classIndex: number) => ({ classIndex, side: 1, values: Float32Array.of(1) });
const types = () => worker!.told.map(({ type }) => type);

test('a picture is asked about once, also after surgery', () => {
  store.operate(removed);
  expect(types()).toEqual([]);
  choose();
  expect(store.getState()).toMatchObject({ phase: 'waiting', answered: null });
  expect(worker!.last).toMatchObject({ type: 'classify', picture: 'cat.png', surgery: removed });
  answer(damaged);
  expect(store.getState()).toMatchObject({
    phase: 'answered',
    answered: { whole, answer: damaged, surgery: removed },
  });
  expect(types()).toEqual(['classify']);
});

test('surgery asks about the same picture, and the whole network’s answer stays', () => {
  choose();
  answer();
  store.operate(removed);
  expect(store.getState()).toMatchObject({ phase: 'answered', answered: { surgery: intact() } });
  operated(damaged);
  expect(store.getState().answered).toEqual({ whole, answer: damaged, surgery: removed });
  expect(types()).toEqual(['classify', 'operate']);
});

test('the restored network is not asked: its answer is known', () => {
  choose();
  answer();
  store.operate(removed);
  operated();
  store.operate(intact());
  expect(store.getState().answered).toEqual({ whole, answer: whole, surgery: intact() });
  expect(types()).toEqual(['classify', 'operate']);
});

test('restored before the answer after surgery came, the network answers as a whole', () => {
  choose();
  answer();
  store.operate(removed);
  const question = worker!.last;
  store.operate(intact());
  store.operate(more);
  expect(types()).toEqual(['classify', 'operate', 'operate']);
  operated(damaged, question);
  expect(store.getState().answered).toEqual({ whole, answer: whole, surgery: intact() });
});

test('surgery while a question is on its way is asked about afterwards, the latest only', () => {
  choose();
  store.operate(removed);
  store.operate(more);
  expect(types()).toEqual(['classify']);
  answer();
  expect(store.getState()).toMatchObject({ phase: 'answered', answered: { answer: whole } });
  expect(worker!.last).toMatchObject({ type: 'operate', surgery: more });
  store.operate(removed);
  operated(worse);
  expect(store.getState().answered).toMatchObject({ answer: worse, surgery: more });
  expect(worker!.last).toMatchObject({ type: 'operate', surgery: removed });
  operated(damaged);
  expect(store.getState().answered).toEqual({ whole, answer: damaged, surgery: removed });
  expect(types()).toEqual(['classify', 'operate', 'operate']);
});

test('an answer to an earlier picture is late', () => {
  choose('first.png');
  const first = worker!.last;
  choose('second.png');
  answer(whole, first);
  expect(store.getState()).toMatchObject({ phase: 'waiting', answered: null });
  answer(damaged);
  expect(store.getState()).toMatchObject({ phase: 'answered', answered: { answer: damaged } });
});

test('so is one that comes while the next picture is being opened', () => {
  choose('first.png');
  store.begin();
  answer();
  expect(store.getState()).toMatchObject({ phase: 'waiting', answered: null });
});

test.each(['cancel', 'reset'] as const)('an answer after %s is late', (giveUp) => {
  choose();
  store[giveUp]();
  answer();
  expect(store.getState()).toMatchObject({ phase: 'idle', answered: null });
  choose();
  answer();
  expect(store.getState().phase).toBe('answered');
});

test('reset takes surgery back, cancel does not', () => {
  store.operate(removed);
  choose();
  store.cancel();
  expect(store.getState().surgery).toBe(removed);
  store.reset();
  expect(store.getState().surgery).toEqual(intact());
});

test('a picture is closed while the network is on its way, and goes on waiting', () => {
  worker = null;
  const bitmap = new FakeBitmap('cat.png');
  store.begin();
  store.ask(bitmap as unknown as ImageBitmap);
  expect(bitmap.closed).toBe(1);
  expect(store.getState().phase).toBe('waiting');
});

test('a class is located in the network as it is', () => {
  choose();
  answer();
  store.operate(removed);
  operated();
  store.locate(2);
  expect(worker!.last).toMatchObject({ type: 'locate', classIndex: 2, surgery: removed });
  located();
  expect(store.getState().heat).toEqual(heatOf(2));
});

test.each([
  ['another picture is chosen', () => choose()],
  ['it is hidden again', () => store.locate(null)],
  ['another class is sought', () => store.locate(1)],
  ['the network is operated on', () => store.operate(removed)],
  ['all is reset', () => store.reset()],
])('a class that is found after %s is not shown', (_, change) => {
  choose();
  answer();
  store.locate(2);
  const search = worker!.last;
  change();
  located(search);
  expect(store.getState().heat).toBeNull();
});

test('what is shown of a class goes with the picture and with surgery', () => {
  choose();
  answer();
  store.locate(2);
  located();
  store.operate(removed);
  expect(store.getState().heat).toBeNull();
  operated();
  store.locate(2);
  located();
  choose();
  expect(store.getState().heat).toBeNull();
});

test('a question that fails is told, and the next answer takes that back', () => {
  choose();
  worker!.fail();
  expect(store.getState()).toMatchObject({ phase: 'failed', problem: { message: 'No answer.' } });
  choose();
  answer();
  expect(store.getState()).toMatchObject({ phase: 'answered', problem: null });

  store.operate(removed);
  worker!.fail();
  expect(store.getState()).toMatchObject({ phase: 'failed', answered: { answer: whole } });
  store.operate(more);
  expect(store.getState()).toMatchObject({ phase: 'answered', problem: null });
  operated(worse);
  expect(store.getState()).toMatchObject({ phase: 'answered', answered: { answer: worse } });

  store.locate(2);
  worker!.fail();
  expect(store.getState()).toMatchObject({ phase: 'failed', heat: null });
  store.locate(2);
  located();
  expect(store.getState()).toMatchObject({ phase: 'answered', problem: null, heat: heatOf(2) });
});

test('a failure of what is not asked any more is passed over', () => {
  choose('first.png');
  const first = worker!.last;
  choose('second.png');
  worker!.fail(first);
  expect(store.getState()).toMatchObject({ phase: 'waiting', problem: null });
  answer();
  store.operate(removed);
  store.operate(more);
  worker!.fail();
  expect(store.getState()).toMatchObject({ phase: 'answered', problem: null });
  expect(worker!.last).toMatchObject({ type: 'operate', surgery: more });
});

test('a network that is gone takes its answers along', () => {
  choose();
  answer();
  store.locate(2);
  located();
  store.lose({ message: 'Gone.', remedy: 'Choose again.' });
  expect(store.getState()).toMatchObject({
    ...{ phase: 'failed', answered: null, heat: null, problem: { message: 'Gone.' } },
  });
  store.operate(removed);
  expect(types()).toEqual(['classify', 'locate']);
  expect(store.getState().problem).not.toBeNull();
});

test('a picture that opens after its network was lost is asked about as if nothing had been', () => {
  store.begin();
  store.lose({ message: 'Gone.', remedy: 'Choose again.' });
  store.ask(picture());
  expect(store.getState()).toMatchObject({ phase: 'waiting', problem: null });
});
