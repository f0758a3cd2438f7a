import { afterEach, beforeEach, expect, test } from 'vitest';
import { intact, withWay } from '../../../src/contract/surgery.ts';
import { createClassifier } from '../../../src/widgets/classifier/createClassifier.ts';
import { answerWith } from '../../../src/widgets/classifier/exampleAnswer.ts';
import { FakeClients, settled, type FakeWorker } from './fakeClients.ts';

const whole = answerWith(0.9, 0.06, 0.04);
const removed = withWay(intact(), 2, 3, 'shortcut');
const file = new Blob(['pixels']);
const mine = new File([], 'mine.pth');

let clients: FakeClients;
let classifier: ReturnType<typeof createClassifier>;

beforeEach(() => {
  clients = new FakeClients();
  classifier = createClassifier(clients);
});

afterEach(() => clients.expectNoLeak(classifier.picture.getState().picture?.preview));

const show = (name: string) => classifier.actions.show(file, name);
const answer = (worker: FakeWorker, { number } = worker.last) =>
  worker.say({ type: 'answer', number, whole, answer: whole, tensors: 1 });
const phase = () => classifier.answer.getState().phase;
const shown = () => classifier.picture.getState().picture?.name;
const asked = (worker: FakeWorker) => worker.told.map(({ picture }) => picture);

/** A picture that the small network has answered. */
async function showAnswered(name: string): Promise<FakeWorker> {
  await show(name);
  clients.worker.ready();
  answer(clients.worker);
  expect(phase()).toBe('answered');
  return clients.worker;
}

test('a picture goes to the network once and is answered once', async () => {
  classifier.actions.operate(removed);
  const showing = show('cat.png');
  expect(phase()).toBe('waiting');
  await showing;
  const { worker } = clients;
  expect(worker.told).toEqual([
    { type: 'classify', number: 1, picture: 'cat.png', surgery: removed },
  ]);
  worker.ready();
  worker.say({ type: 'answer', number: 1, whole, answer: answerWith(0.5), tensors: 1 });
  expect(phase()).toBe('answered');
  expect(worker.told).toHaveLength(1);
});

test('a second picture while the first is being answered', async () => {
  const worker = await showAnswered('zero.png');
  await show('first.png');
  const first = worker.last;
  await show('second.png');
  answer(worker, first);
  expect([phase(), shown()]).toEqual(['waiting', 'second.png']);
  answer(worker);
  expect(phase()).toBe('answered');
});

test('a second picture while the first is being opened', async () => {
  const release = clients.hold('slow.png');
  const slow = show('slow.png');
  await show('fast.png');
  release();
  await slow;
  expect(shown()).toBe('fast.png');
  expect(asked(clients.worker)).toEqual(['fast.png']);
});

test('what is no picture is told; the picture and its answer stay, and the next one is answered', async () => {
  const worker = await showAnswered('cat.png');
  const { answered } = classifier.answer.getState();
  await show('notes.txt');
  expect(classifier.answer.getState()).toMatchObject({
    ...{ phase: 'answered', answered },
    problem: { message: '“notes.txt” is not a picture.' },
  });
  expect(shown()).toBe('cat.png');
  await show('cat.png');
  answer(worker);
  expect(classifier.answer.getState()).toMatchObject({ phase: 'answered', problem: null });
});

test('what is no picture is told where there was none before', async () => {
  await show('notes.txt');
  expect(classifier.answer.getState()).toMatchObject({
    ...{ phase: 'failed', answered: null },
    problem: { message: '“notes.txt” is not a picture.' },
  });
});

test('a checkpoint given as a picture becomes the network; the picture stays and is asked about', async () => {
  const small = await showAnswered('cat.png');
  await show('model.pth.tar');
  expect([phase(), shown(), small.isDisposed]).toEqual(['answered', 'cat.png', false]);
  expect(clients.worker.network).toBe('model.pth.tar');
  clients.worker.ready();
  await settled();
  expect(asked(clients.worker)).toEqual(['cat.png']);
});

test('a picture given up while it opens is neither shown nor asked about', async () => {
  const release = clients.hold('cat.png');
  const showing = show('cat.png');
  classifier.actions.cancel();
  release();
  await showing;
  expect([phase(), shown(), clients.workers.length]).toEqual(['idle', undefined, 0]);
});

test('given up while the network loads: the next picture loads it anew', async () => {
  await show('cat.png');
  const first = clients.worker;
  classifier.actions.cancel();
  expect(first.isDisposed).toBe(true);
  first.ready();
  answer(first);
  expect(phase()).toBe('idle');
  await showAnswered('dog.png');
  expect(clients.workers).toHaveLength(2);
});

test('given up while it is answered: the network stays, its answer is late', async () => {
  const worker = await showAnswered('cat.png');
  await show('dog.png');
  classifier.actions.cancel();
  answer(worker);
  expect([phase(), worker.isDisposed]).toEqual(['idle', false]);
  classifier.actions.operate(removed);
  await show('bird.png');
  expect(worker.last).toMatchObject({ picture: 'bird.png', surgery: removed });
  expect(asked(worker)).toEqual(['cat.png', 'dog.png', 'bird.png']);
});

test('another network is asked about the picture shown, with the same surgery', async () => {
  const small = await showAnswered('cat.png');
  classifier.actions.operate(removed);
  classifier.actions.change('imagenet');
  const large = clients.worker;
  large.ready();
  expect(classifier.answer.getState()).toMatchObject({ phase: 'waiting', answered: null });
  small.say({ type: 'operated', number: small.last.number, answer: whole });
  await settled();
  expect(large.told).toMatchObject([{ type: 'classify', picture: 'cat.png', surgery: removed }]);
  expect(shown()).toBe('cat.png');
  answer(large);
  expect(phase()).toBe('answered');
});

test('another network that comes while a picture opens is asked about that picture', async () => {
  const small = await showAnswered('cat.png');
  classifier.actions.change('imagenet');
  const release = clients.hold('dog.png');
  const showing = show('dog.png');
  clients.worker.ready();
  release();
  await showing;
  expect(asked(small)).toEqual(['cat.png']);
  expect(asked(clients.worker)).toEqual(['dog.png']);
});

test('a picture waits for the only network on its way, and is opened again for it', async () => {
  classifier.actions.change('imagenet');
  await show('cat.png');
  expect([phase(), clients.workers.length]).toEqual(['waiting', 1]);
  clients.worker.ready();
  await settled();
  expect(asked(clients.worker)).toEqual(['cat.png']);
  answer(clients.worker);
  expect(phase()).toBe('answered');
});

test.each(['is stopped', 'breaks'])('if that network %s, the small one answers', async (end) => {
  classifier.actions.change(mine);
  await show('cat.png');
  if (end === 'breaks') clients.worker.break();
  else classifier.actions.stopChange();
  await settled();
  expect(clients.worker.network).toContain('tiny200');
  expect(asked(clients.worker)).toEqual(['cat.png']);
  answer(clients.worker);
  expect(phase()).toBe('answered');
});

test('what became of a network is told until the next picture', async () => {
  const worker = await showAnswered('cat.png');
  classifier.actions.change(mine);
  clients.worker.break();
  expect(phase()).toBe('answered');
  expect(classifier.network.getState().problem?.message).toBe('mine.pth broke.');
  await show('dog.png');
  expect(classifier.network.getState().problem).toBeNull();
  expect(worker.last.picture).toBe('dog.png');
});

test('a broken worker is told of, and the next picture starts another', async () => {
  const first = await showAnswered('cat.png');
  first.break();
  expect(classifier.answer.getState()).toMatchObject({ phase: 'failed', answered: null });
  classifier.actions.operate(removed);
  classifier.actions.operate(intact());
  expect(clients.workers).toHaveLength(1);
  await showAnswered('dog.png');
  expect(clients.workers).toHaveLength(2);
  expect(classifier.answer.getState().problem).toBeNull();
});

test('a worker that dies is replaced once, and the picture is asked again once', async () => {
  const first = await showAnswered('cat.png');
  await show('dog.png');
  first.die();
  await settled();
  const second = clients.worker;
  expect([clients.workers.length, second.config.isAgain, phase()]).toEqual([2, true, 'waiting']);
  expect(asked(second)).toEqual(['dog.png']);
  expect(classifier.network.getState().revived).toContain('died. It was started again');
  second.ready();
  answer(second);
  expect(phase()).toBe('answered');

  second.die();
  await settled();
  expect(clients.workers).toHaveLength(2);
  expect(classifier.network.getState().revived).toBeNull();
  expect(classifier.answer.getState()).toMatchObject({
    phase: 'failed',
    problem: {
      message: expect.stringContaining('died. It had been started again before'),
      remedy: expect.stringContaining('choose the picture again'),
    },
  });
  await showAnswered('bird.png');
  expect(clients.workers).toHaveLength(3);
  expect(classifier.answer.getState().problem).toBeNull();
});

test('given up, a picture is not asked about again when the worker dies', async () => {
  const worker = await showAnswered('cat.png');
  await show('dog.png');
  classifier.actions.cancel();
  worker.die();
  await settled();
  expect([phase(), clients.workers.length]).toEqual(['idle', 1]);
  await showAnswered('bird.png');
  expect(clients.workers).toHaveLength(2);
});

test('another network whose worker dies while it loads is loaded once more', async () => {
  await showAnswered('cat.png');
  classifier.actions.change(mine);
  clients.worker.die();
  expect([clients.workers.length, clients.worker.network]).toEqual([3, 'mine.pth']);
  clients.worker.die();
  expect(clients.workers).toHaveLength(3);
  expect(classifier.network.getState()).toMatchObject({
    ...{ coming: null, problem: { message: expect.stringContaining('mine.pth died.') } },
  });
  expect(phase()).toBe('answered');
});

test('reset with work in flight: nothing of it comes back', async () => {
  const worker = await showAnswered('cat.png');
  classifier.actions.change('imagenet');
  const coming = clients.worker;
  await show('dog.png');
  const question = worker.last;
  const release = clients.hold('slow.png');
  const slow = show('slow.png');
  classifier.actions.reset();
  release();
  await slow;
  answer(worker, question);
  coming.ready();
  await settled();
  expect([phase(), shown()]).toEqual(['idle', undefined]);
  expect(classifier.network.getState()).toMatchObject({
    ...{ coming: null, inUse: { origin: 'tiny200' } },
  });
  expect([worker.isDisposed, coming.isDisposed]).toEqual([false, true]);
});

test('a figure that is left starts nothing any more', async () => {
  const release = clients.hold('slow.png');
  const slow = show('slow.png');
  classifier.dispose();
  release();
  await slow;
  expect([clients.workers.length, shown()]).toEqual([0, undefined]);
});

test('a figure that is left ends its worker and closes its picture', async () => {
  const worker = await showAnswered('cat.png');
  classifier.dispose();
  expect(worker.isDisposed).toBe(true);
  expect(clients.previews[0]!.closed).toBe(1);
});
