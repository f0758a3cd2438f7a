import { intact, withWay } from '../../contract/surgery.ts';
import type { AnswerState } from './answer/answerStore.ts';
import { answeredWith, answerWith, card } from './exampleAnswer.ts';
import type { StillState } from './stillState.ts';
import type { ShownPicture } from './picture/pictureStore.ts';

/** A picture of nothing; where there is no canvas, as in a test, it has only its size. */
function blank(width: number, height: number): ImageBitmap {
  if (typeof OffscreenCanvas === 'undefined') return { width, height } as ImageBitmap;
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d');
  return canvas.transferToImageBitmap();
}

const picture: ShownPicture = {
  name: 'coffee.png',
  file: new Blob(),
  sample: 'coffee',
  width: 600,
  height: 400,
  preview: blank(600, 400),
};
const removed = withWay(intact(), 2, 3, 'shortcut');
const inUse = { card, device: 'WebAssembly on the CPU', origin: 'tiny200' } as const;
const answered = (answer: Partial<AnswerState>): StillState => ({
  ...{ picture, network: { inUse }, answer: { phase: 'answered', ...answer } },
});

const even = { ...answerWith(1 / 3, 1 / 3, 1 / 3), guesses: [] };
const undecided = { whole: even, answer: even, surgery: intact() };

/** Every state of the classifier that is worth seeing, and words that must be in it. */
export const examples: Record<string, StillState & { says: string }> = {
  empty: { says: 'or drop or paste one here' },
  'fetching the network': {
    picture,
    network: { waiting: { for: 'weights', receivedBytes: 3.2e6, totalBytes: 21.6e6 } },
    answer: { phase: 'waiting' },
    says: 'Downloading the network: 3.2 of 21.6 MB…',
  },
  'opened by a link to the large network': {
    network: { wanted: 'imagenet' },
    says: 'Until you download it, the small one answers.',
  },
  'looking at a picture': {
    ...{ picture, network: { inUse }, answer: { phase: 'waiting' } },
    says: 'Looking…',
  },
  sure: {
    ...answered({ answered: answeredWith(0.955, 0.03, 0.015) }),
    says: 'The network answers espresso',
  },
  unsure: {
    ...answered({ answered: answeredWith(0.17, 0.1, 0.09) }),
    says: 'The network is unsure.',
  },
  undecided: {
    ...answered({ answered: undecided }),
    says: 'The network gives each of its 3 classes the same probability, 33.3 %',
  },
  'after its worker was replaced': {
    ...answered({ answered: answeredWith(0.955, 0.03, 0.015) }),
    network: {
      inUse,
      revived:
        'The engine has not responded for 8 seconds, so it was shut down. It was started again, and your picture is asked about once more.',
    },
    says: 'It was started again',
  },
  'with a branch removed': {
    ...answered({
      answered: {
        whole: answerWith(0.955, 0.03, 0.015),
        answer: answerWith(0.81, 0.12, 0.07),
        surgery: removed,
      },
      surgery: removed,
    }),
    says: 'With 1 of 16 blocks changed, the first guess stays the same: espresso goes from 96 % to 81 %.',
  },
  'while a branch is being removed': {
    ...answered({ answered: answeredWith(0.955, 0.03, 0.015), surgery: removed }),
    says: 'Now: computing…',
  },
  'where a class is seen': {
    ...answered({
      answered: answeredWith(0.955, 0.03, 0.015),
      heat: { classIndex: 0, side: 2, values: Float32Array.of(0, 0.2, 1, 0.1) },
    }),
    says: 'The network answers espresso',
  },
  'fetching another network': {
    network: {
      inUse,
      coming: {
        title: 'the large network',
        waiting: { for: 'weights', receivedBytes: 3.2e6, totalBytes: 87.3e6 },
        since: null,
      },
    },
    says: 'Loading the large network. Downloading the network: 3.2 of 87.3 MB…',
  },
  'fetching another network for a while': {
    network: {
      inUse,
      coming: {
        title: 'the large network',
        waiting: { for: 'weights', receivedBytes: 43e6, totalBytes: 87e6 },
        since: { receivedBytes: 3e6, at: 0, elapsedMs: 40_000 },
      },
    },
    says: 'Downloading the network: 43.0 of 87.0 MB, about 44 s left…',
  },
  failed: {
    network: { inUse },
    answer: {
      phase: 'failed',
      problem: { message: '“notes.txt” is not a picture.', remedy: 'Choose a JPEG.' },
    },
    says: '“notes.txt” is not a picture. Choose a JPEG.',
  },
  'another network did not come': {
    ...answered({ answered: answeredWith(0.955, 0.03, 0.015) }),
    network: {
      inUse,
      problem: { message: 'mine.pth is damaged.', remedy: 'Choose another file.' },
    },
    says: 'mine.pth is damaged. Choose another file.',
  },
};
