import { expect } from 'vitest';
import type {
  ClassifierDied,
  ClassifyConfig,
  ClassifyEvent,
  ClassifyWaiting,
} from '../../../src/contract/classify.ts';
import type { Surgery } from '../../../src/contract/surgery.ts';
import type { Dragged } from '../../../src/widgets/classifier/picture/dragged.ts';
import type { Kept } from '../../../src/runtime/keptWeights.ts';
import {
  CheckpointGiven,
  PictureError,
} from '../../../src/widgets/classifier/picture/opening/pictureError.ts';
import type { Size } from '../../../src/widgets/classifier/picture/opening/openPicture.ts';
import { card } from '../../../src/widgets/classifier/exampleAnswer.ts';

/** A bitmap that knows what became of it. */
export class FakeBitmap {
  readonly width = 600;
  readonly height = 400;
  closed = 0;
  handedOn = 0;
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  close() {
    this.closed++;
  }
}

interface Told {
  type: 'classify' | 'operate' | 'locate';
  number: number;
  picture?: string;
  surgery: Surgery;
  classIndex?: number;
}

/** A worker of no network: it keeps what it was told, and says what the test lets it say. */
export class FakeWorker {
  readonly told: Told[] = [];
  readonly config: ClassifyConfig;
  /** Lets the page hear an event, which a worker that was ended may still have sent. */
  readonly say: (event: ClassifyEvent | ClassifierDied) => void;
  isDisposed = false;

  constructor(config: ClassifyConfig, say: (event: ClassifyEvent | ClassifierDied) => void) {
    this.config = config;
    this.say = say;
  }

  /** The address or the name of what it loads. */
  get network(): string {
    const { source } = this.config;
    return source.from === 'site' ? source.modelUrl : source.file.name;
  }

  get last(): Told {
    return this.told.at(-1)!;
  }

  classify(number: number, picture: ImageBitmap, surgery: Surgery) {
    const bitmap = picture as unknown as FakeBitmap;
    bitmap.handedOn++;
    this.told.push({ type: 'classify', number, picture: bitmap.name, surgery });
  }

  operate(number: number, surgery: Surgery) {
    this.told.push({ type: 'operate', number, surgery });
  }

  locate(number: number, classIndex: number, surgery: Surgery) {
    this.told.push({ type: 'locate', number, classIndex, surgery });
  }

  dispose() {
    this.isDisposed = true;
  }

  ready() {
    this.say({
      type: 'ready',
      card: { ...card, title: this.network },
      engine: { backend: 'wasm', device: 'a processor', reason: '' },
    });
  }

  wait(waiting: ClassifyWaiting) {
    this.say({ type: 'waiting', waiting });
  }

  break() {
    this.say({ type: 'broken', message: `${this.network} broke.`, remedy: 'Choose again.' });
  }

  die() {
    this.say({ type: 'died', message: `${this.network} died.` });
  }

  fail({ number } = this.last) {
    this.say({ type: 'failed', number, message: 'No answer.', remedy: 'Try again.' });
  }
}

/** What the classifier is given in place of the browser and of workers, all of it in the test's hands. */
export class FakeClients {
  readonly workers: FakeWorker[] = [];
  readonly bitmaps: FakeBitmap[] = [];
  readonly previews: FakeBitmap[] = [];
  kept: Kept = 'nothing';
  /** Whether pictures take seconds to open. */
  isLarge = false;
  /** The clock, in milliseconds. */
  time = 0;
  private readonly held = new Map<string, Promise<void>>();

  get worker(): FakeWorker {
    return this.workers.at(-1)!;
  }

  /** Lets a picture of this name be opened only once the function that comes back is called. */
  hold(name: string): () => void {
    let release = () => {};
    this.held.set(name, new Promise((resolve) => (release = resolve)));
    return release;
  }

  openPicture = async (_file: Blob, name: string, onLarge: (size: Size) => void) => {
    if (this.isLarge) onLarge({ width: 20_000, height: 20_000 });
    await this.held.get(name);
    if (name.endsWith('.txt')) throw new PictureError(`“${name}” is not a picture.`, 'Another.');
    if (name.endsWith('.tar')) throw new CheckpointGiven(`“${name}” is a checkpoint.`, 'Another.');
    return keep(this.bitmaps, name);
  };

  makePreview = async ({ name }: ImageBitmap & { name?: string }) => {
    if (name === 'too-large.png') throw new Error('there is no memory');
    return keep(this.previews, name ?? '');
  };

  fetchSample = async (file: string) => {
    if (file === 'missing.png') throw new Error('the server answered 404');
    return new Blob();
  };

  fetchDragged = async ({ name }: Dragged) => {
    if (name === 'forbidden.png') throw new PictureError('This page may not fetch it.', 'Save it.');
    return new Blob();
  };

  startClassifier = (
    config: ClassifyConfig,
    onEvent: (event: ClassifyEvent | ClassifierDied) => void,
  ) => {
    const worker = new FakeWorker(config, onEvent);
    this.workers.push(worker);
    return worker;
  };

  fetchCard = async () => card;
  findKeptWeights = async () => this.kept;
  deleteKeptWeights = async () => {
    this.kept = 'nothing';
  };
  siteUrl = (path: string) => `https://site.example/${path}`;
  now = () => this.time;

  /** Every picture's pixels were handed on or closed, once; every preview but the one on show was closed, once. */
  expectNoLeak(shown: ImageBitmap | undefined) {
    for (const { name, closed, handedOn } of this.bitmaps) {
      expect(closed + handedOn, `the pixels of ${name}`).toBe(1);
    }
    for (const preview of this.previews) {
      const isShown = preview === (shown as unknown);
      expect(preview.closed, `the preview of ${preview.name}`).toBe(isShown ? 0 : 1);
    }
  }
}

function keep(bitmaps: FakeBitmap[], name: string): ImageBitmap {
  const bitmap = new FakeBitmap(name);
  bitmaps.push(bitmap);
  return bitmap as unknown as ImageBitmap;
}

/** Resolves once all that only waits for promises has happened. */
export const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
