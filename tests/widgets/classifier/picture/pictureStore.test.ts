import { afterEach, beforeEach, expect, test } from 'vitest';
import { createPictureStore } from '../../../../src/widgets/classifier/picture/pictureStore.ts';
import { FakeClients, settled, type FakeBitmap } from '../fakeClients.ts';

let clients: FakeClients;
let store: ReturnType<typeof createPictureStore>;
/** Whether a preview was ever closed while it was on show. */
let closedOnShow: boolean;

beforeEach(() => {
  clients = new FakeClients();
  store = createPictureStore(clients);
  closedOnShow = false;
  store.subscribe((...states) => {
    for (const { picture } of states) {
      const preview = picture?.preview as FakeBitmap | undefined;
      if (preview && preview.closed > 0) closedOnShow = true;
    }
  });
});

afterEach(() => {
  expect(closedOnShow).toBe(false);
  clients.expectNoLeak(store.getState().picture?.preview);
});

const file = new Blob(['pixels']);
const sample = { id: 'coffee', file: 'coffee.png', thumbnail: '', subject: '', credit: '' };
/** Takes the pixels as a question would. */
const take = (bitmap: ImageBitmap | null) => bitmap?.close();

test('a picture is shown, and its pixels are handed out once', async () => {
  const bitmap = await store.show(file, 'cat.png');
  expect(bitmap).toBe(clients.bitmaps[0]);
  expect(store.getState().picture).toMatchObject({
    ...{ name: 'cat.png', file, sample: null, width: 600, height: 400 },
    preview: clients.previews[0],
  });
  take(bitmap);
});

test('a sample is known as one, so that a link can carry it', async () => {
  take(await store.showSample(sample));
  expect(store.getState().picture).toMatchObject({ name: 'coffee.png', sample: 'coffee' });
});

test('the last chosen picture is shown, whichever is opened last', async () => {
  const release = clients.hold('slow.png');
  const slow = store.show(file, 'slow.png');
  take(await store.show(file, 'fast.png'));
  release();
  expect(await slow).toBeNull();
  expect(store.getState().picture?.name).toBe('fast.png');
  expect(clients.bitmaps.map(({ name }) => name)).toEqual(['fast.png', 'slow.png']);
});

test('one picture after the other leaves no preview behind', async () => {
  for (const name of ['one.png', 'two.png', 'three.png']) take(await store.show(file, name));
  expect(clients.previews.map(({ closed }) => closed)).toEqual([1, 1, 0]);
  store.clear();
  store.clear();
  expect(clients.previews.map(({ closed }) => closed)).toEqual([1, 1, 1]);
});

test('a picture that was given up is not shown when it opens', async () => {
  const release = clients.hold('slow.png');
  const slow = store.show(file, 'slow.png');
  store.giveUp();
  release();
  expect(await slow).toBeNull();
  expect(store.getState().picture).toBeNull();
});

test('the picture shown can be opened again, and stays a sample', async () => {
  expect(await store.showAgain()).toBeNull();
  take(await store.showSample(sample));
  take(await store.showAgain());
  expect(store.getState().picture).toMatchObject({ name: 'coffee.png', sample: 'coffee' });
  expect(clients.previews.map(({ closed }) => closed)).toEqual([1, 0]);
});

test('a large picture is announced while it is opened, and not after it was given up', async () => {
  const release = clients.hold('slow.png');
  clients.isLarge = true;
  const slow = store.show(file, 'slow.png');
  await settled();
  expect(store.getState().opening).toEqual({ width: 20_000, height: 20_000 });
  store.giveUp();
  expect(store.getState().opening).toBeNull();
  release();
  expect(await slow).toBeNull();

  take(await store.show(file, 'other.png'));
  expect(store.getState().opening).toBeNull();
});

test('what was dragged here is fetched; what may not be, and checkpoints, are told', async () => {
  const drag = (name: string) =>
    store.showDragged({ address: `https://site.example/${name}`, name });
  take(await drag('cat.png'));
  expect(store.getState().picture?.name).toBe('cat.png');
  await expect(drag('forbidden.png')).rejects.toThrow('This page may not fetch it.');
  await expect(drag('mine.tar')).rejects.toMatchObject({
    message: '“mine.tar” is a checkpoint.',
    remedy: 'Save it on this device, then drop or choose that file.',
  });
});

test('what cannot be opened is told, and the picture before it stays', async () => {
  take(await store.show(file, 'cat.png'));
  await expect(store.show(file, 'notes.txt')).rejects.toThrow('“notes.txt” is not a picture.');
  expect(store.getState().picture?.name).toBe('cat.png');
});

test('a sample that does not come, and a picture too large to be shown, are told', async () => {
  await expect(store.showSample({ ...sample, file: 'missing.png' })).rejects.toThrow(
    '“missing.png” could not be shown: the server answered 404.',
  );
  await expect(store.show(file, 'too-large.png')).rejects.toThrow(
    '“too-large.png” could not be shown: there is no memory.',
  );
});

test('nothing is told of a picture that another has replaced', async () => {
  const release = clients.hold('notes.txt');
  const notes = store.show(file, 'notes.txt');
  take(await store.show(file, 'cat.png'));
  release();
  expect(await notes).toBeNull();
  await settled();
  expect(store.getState().picture?.name).toBe('cat.png');
});
