import { beforeEach, expect, test } from 'vitest';
import {
  createNetworkStore,
  type Reply,
} from '../../../../src/widgets/classifier/network/networkStore.ts';
import { FakeClients, settled } from '../fakeClients.ts';

const tiny = 'https://site.example/models/tiny200/';
const large = 'https://site.example/models/imagenet/';
const mine = new File([], 'mine.pth');

let clients: FakeClients;
let store: ReturnType<typeof createNetworkStore>;
/** What the store told, in order. */
let told: string[];

beforeEach(() => {
  clients = new FakeClients();
  told = [];
  store = createNetworkStore(clients, {
    onReply: ({ number }: Reply) => void told.push(`reply ${number}`),
    onReplaced: () => void told.push('replaced'),
    onBroken: ({ message }) => void told.push(message),
    onDied: () => false,
    onNoneLeft: () => void told.push('none left'),
  });
});

/** The small network, loaded. */
function useSmall() {
  store.classifier();
  clients.worker.ready();
  return clients.worker;
}

const networks = () => clients.workers.map(({ network }) => network);
const alive = () => clients.workers.filter((worker) => !worker.isDisposed);

test('the small network starts when the first picture asks for it, and once', () => {
  expect(clients.workers).toHaveLength(0);
  expect(store.classifier()).toBe(store.classifier());
  expect(networks()).toEqual([tiny]);
  const waiting = { for: 'weights', receivedBytes: 1, totalBytes: 2 } as const;
  clients.worker.wait(waiting);
  expect(store.getState()).toMatchObject({ inUse: null, waiting });
  clients.worker.ready();
  expect(store.getState()).toMatchObject({
    inUse: { card: { title: tiny }, device: 'a processor', origin: 'tiny200' },
    waiting: null,
  });
  expect(told).toEqual([]);
});

test('the network in use answers until another has loaded, which then takes its place', () => {
  const small = useSmall();
  store.change('imagenet');
  expect(store.getState().coming?.title).toBe('the large network');
  expect(store.classifier()).toBe(small);
  small.fail({ number: 7, type: 'operate', surgery: [] });
  clients.worker.ready();
  expect(small.isDisposed).toBe(true);
  expect(store.classifier()).toBe(clients.worker);
  expect(store.getState()).toMatchObject({ coming: null, inUse: { origin: 'imagenet' } });
  expect(told).toEqual(['reply 7', 'replaced']);
});

test('nothing is heard of a network that has been replaced', () => {
  const small = useSmall();
  store.change('imagenet');
  clients.worker.ready();
  small.fail({ number: 7, type: 'operate', surgery: [] });
  small.break();
  expect(told).toEqual(['replaced']);
  expect(store.getState().inUse?.origin).toBe('imagenet');
});

test('a network that becomes ready after another was chosen is not used', () => {
  const small = useSmall();
  store.change('imagenet');
  const first = clients.worker;
  store.change(mine);
  expect(first.isDisposed).toBe(true);
  first.ready();
  expect(store.classifier()).toBe(small);
  expect(store.getState().coming?.title).toBe('mine.pth');
  clients.worker.ready();
  expect(store.getState().inUse).toMatchObject({ origin: 'file', card: { title: 'mine.pth' } });
  expect(alive()).toEqual([clients.worker]);
});

test('a checkpoint comes with the cards it may belong to', () => {
  store.change(mine);
  expect(clients.worker.config.source).toEqual({
    ...{ from: 'file', file: mine, modelUrls: [tiny, large] },
  });
});

test('a change can be stopped; the network in use stays', () => {
  const small = useSmall();
  store.change('imagenet');
  const candidate = clients.worker;
  store.stopChange();
  candidate.ready();
  expect(candidate.isDisposed).toBe(true);
  expect(store.getState()).toMatchObject({ coming: null, inUse: { origin: 'tiny200' } });
  expect(store.classifier()).toBe(small);
  expect(told).toEqual([]);
});

test('a network that breaks on its way is told of; the one in use stays', () => {
  const small = useSmall();
  store.change(mine);
  clients.worker.break();
  expect(store.getState()).toMatchObject({
    ...{ coming: null, problem: { message: 'mine.pth broke.', remedy: 'Choose again.' } },
    inUse: { origin: 'tiny200' },
  });
  expect(store.classifier()).toBe(small);
  store.dismissProblem();
  expect(store.getState().problem).toBeNull();
});

test('while the only network is on its way there is none to ask', () => {
  store.change('imagenet');
  expect(store.classifier()).toBeNull();
  expect(networks()).toEqual([large]);
  clients.worker.ready();
  expect(store.classifier()).toBe(clients.worker);
});

test.each(['stopChange', 'break'] as const)('if it does not come (%s), none is left', (end) => {
  store.change('imagenet');
  if (end === 'break') clients.worker.break();
  else store.stopChange();
  expect(told).toEqual(['none left']);
  expect(store.classifier()).toBe(clients.worker);
  expect(networks()).toEqual([large, tiny]);
});

test('loading is stopped before the network is there, and not after', () => {
  store.classifier();
  const first = clients.worker;
  first.wait({ for: 'engine' });
  store.stopLoading();
  first.ready();
  expect(first.isDisposed).toBe(true);
  expect(store.getState()).toMatchObject({ inUse: null, waiting: null });
  const second = useSmall();
  store.stopLoading();
  expect(second.isDisposed).toBe(false);
  expect(networks()).toEqual([tiny, tiny]);
});

test('a broken network is loaded anew, the same one', () => {
  useSmall();
  store.change('imagenet');
  clients.worker.ready();
  clients.worker.break();
  expect(told).toEqual(['replaced', `${large} broke.`]);
  expect(store.getState().inUse).toBeNull();
  store.classifier();
  expect(networks()).toEqual([tiny, large, large]);
});

test('one that cannot be loaded anew gives way to the small network', () => {
  store.change(mine);
  clients.worker.ready();
  clients.worker.break();
  store.classifier();
  expect(clients.worker.network).toBe('mine.pth');
  clients.worker.break();
  store.classifier();
  expect(clients.worker.network).toBe(tiny);
});

test('reset ends all that is on its way, and keeps the network in use', () => {
  const small = useSmall();
  store.change('imagenet');
  store.reset();
  clients.worker.ready();
  expect(alive()).toEqual([small]);
  expect(store.getState()).toMatchObject({ coming: null, inUse: { origin: 'tiny200' } });
});

test('reset ends a first network that has not loaded', () => {
  store.classifier();
  clients.worker.wait({ for: 'engine' });
  store.reset();
  expect(alive()).toEqual([]);
  expect(store.getState().waiting).toBeNull();
});

test.each([
  ['nothing', 'imagenet', []],
  ['parts', 'imagenet', []],
  ['everything', null, [large]],
] as const)('a link’s network, of which %s is kept', async (kept, wanted, started) => {
  clients.kept = kept;
  await store.want('imagenet');
  expect(store.getState().wanted).toBe(wanted);
  expect(networks()).toEqual(started);
});

test.each([
  ['choice', () => store.change('tiny200'), [tiny]],
  ['reset', () => store.reset(), []],
  ['leaving', () => store.dispose(), []],
])('a link’s network does not overrule a later %s', async (_, act, started) => {
  clients.kept = 'everything';
  const wanting = store.want('imagenet');
  act();
  await wanting;
  expect(networks()).toEqual(started);
  expect(store.getState().wanted).toBeNull();
});

test('a network that was wanted is not asked for any more once another is chosen', async () => {
  await store.want('imagenet');
  store.change('tiny200');
  expect(store.getState().wanted).toBeNull();
});

test('what is kept is looked up again when a network has come, and when it is deleted', async () => {
  expect(store.getState().kept).toBe('nothing');
  store.change('imagenet');
  clients.kept = 'parts';
  store.stopChange();
  await settled();
  expect(store.getState().kept).toBe('parts');
  store.change('imagenet');
  clients.kept = 'everything';
  clients.worker.ready();
  await settled();
  expect(store.getState().kept).toBe('everything');
  await store.deleteKept();
  expect(store.getState().kept).toBe('nothing');
});

test('a download is timed from its first bytes', () => {
  clients.time = 5000;
  store.change('imagenet');
  clients.worker.wait({ for: 'engine' });
  expect(store.getState().coming?.since).toBeNull();
  clients.time = 6000;
  clients.worker.wait({ for: 'weights', receivedBytes: 4e6, totalBytes: 87e6 });
  clients.time = 8500;
  clients.worker.wait({ for: 'weights', receivedBytes: 9e6, totalBytes: 87e6 });
  expect(store.getState().coming).toMatchObject({
    waiting: { receivedBytes: 9e6 },
    since: { receivedBytes: 4e6, at: 6000, elapsedMs: 2500 },
  });
});

test('left, it ends every worker', () => {
  useSmall();
  store.change('imagenet');
  store.dispose();
  expect(alive()).toEqual([]);
});

test('what the site says of its network is known before a picture is given, if it can be had', async () => {
  await store.findCard();
  expect(store.getState().known?.title).toBe('A network of three');
  expect(clients.workers).toHaveLength(0);

  clients.fetchCard = () => Promise.reject(new Error('404'));
  const other = createNetworkStore(clients, {
    ...{ onReply: () => undefined, onReplaced: () => undefined },
    ...{ onBroken: () => undefined, onNoneLeft: () => undefined, onDied: () => false },
  });
  await other.findCard();
  expect(other.getState()).toMatchObject({ known: null, problem: null });
});
