import { samples, type Sample } from '../../../content/samples.ts';
import type { ClassifyWaiting } from '../../contract/classify.ts';
import { intact } from '../../contract/surgery.ts';
import { RehearsalFailed, type Rehearsed, type Rehearsing } from '../../figure/rehearsal.ts';
import { megabytes } from '../../lib/format.ts';
import { startClassifier } from '../../runtime/classifyClient.ts';
import { siteUrl } from '../../lib/siteUrl.ts';
import { sourceOf } from './network/sources.ts';
import { fetchSample } from './picture/fetchSample.ts';
import { openPicture } from './picture/opening/openPicture.ts';

/** Has the small network name two of the chapter's photographs: the first loads and compiles, the second is timed. */
export async function rehearse({ signal, tell }: Rehearsing): Promise<Rehearsed> {
  const [first, second] = samples as [Sample, Sample];
  const began = performance.now();
  const bitmaps = await Promise.all([open(first), open(second)]);
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    let device = '';
    let askedAt = began;
    let startMs = 0;
    const ask = (number: 0 | 1) => classifier.classify(number, bitmaps[number], intact());
    const classifier = startClassifier(
      { source: sourceOf('tiny200', siteUrl), backend: 'auto' },
      (event) => {
        switch (event.type) {
          case 'waiting':
            return tell(sayWaiting(event.waiting));
          case 'ready':
            ({ device } = event.engine);
            return;
          case 'answer': {
            const now = performance.now();
            if (event.number === 0) {
              startMs = now - began;
              askedAt = now;
              tell(`Naming ${second.subject}`);
              return ask(1);
            }
            const ms = now - askedAt;
            resolve({ device, startMs, takes: [{ what: 'A picture', ms, known: 'measured' }] });
            return classifier.dispose();
          }
          case 'failed':
          case 'broken':
            reject(new RehearsalFailed(event.message));
            return classifier.dispose();
          case 'died':
            return reject(new RehearsalFailed(event.message));
        }
      },
    );
    signal.addEventListener('abort', () => {
      classifier.dispose();
      reject(signal.reason as Error);
    });
    ask(0);
  });
}

async function open({ file }: Sample): Promise<ImageBitmap> {
  try {
    return await openPicture(await fetchSample(file), file);
  } catch (error) {
    const why = (error as Error).message;
    throw new RehearsalFailed(`The picture ${file} could not be opened: ${why}.`, { cause: error });
  }
}

function sayWaiting(waiting: ClassifyWaiting): string {
  switch (waiting.for) {
    case 'engine':
      return 'Starting the engine';
    case 'connection':
      return 'Waiting for the network connection';
    case 'weights': {
      const { receivedBytes, totalBytes } = waiting;
      const of = totalBytes ? ` of ${megabytes(totalBytes)}` : '';
      return `Loading the network: ${megabytes(receivedBytes)}${of} MB`;
    }
    case 'first run':
      return 'Compiling the network';
  }
}
