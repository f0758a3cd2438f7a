import type { LiveExamples } from '../../figure/defineLiveFigure.tsx';
import { engine, recorded } from '../../figure/live/exampleEngine.ts';
import { exampleRun } from './exampleReading.ts';
import type { RiverRun } from './run.ts';
import type { RiverSettings } from './settings.tsx';

const agrees = exampleRun({ a: 3, b: 4, opinion: 9, speaker: 'friend' }, [1, -0.5, -2.5, 5.5, 6.5]);
const teaches = exampleRun({ a: 3, b: 4, opinion: 9, speaker: 'teacher' }, [1, 1.5, 0.25, -2, -8]);
const right = exampleRun({ a: 9, b: 9, opinion: 18, speaker: 'friend' }, [0, 0, 0, 0, 0]);
const none = exampleRun({ a: 3, b: 4, opinion: null, speaker: 'friend' }, [0, 0, 0, 0, 0]);

/** Every state of the river that is worth seeing, and words that must be in it. */
export const examples: LiveExamples<RiverSettings, RiverRun> = {
  idle: { says: 'Press Read' },
  'with a recording': { result: agrees, recorded, says: 'Recorded' },
  'a teacher asks, each head': {
    ...{ phase: 'done', engine, result: teaches },
    settings: { prompt: teaches.prompt, heads: true, head: '1.1' },
    says: 'To a teacher, the network answers 7, the truth',
  },
  'another token': {
    ...{ phase: 'done', engine, result: agrees, settings: { token: 2 } },
    says: 'Only at the last token',
  },
  'no opinion': {
    ...{ phase: 'done', engine, result: none, settings: { prompt: none.prompt } },
    says: 'Nobody says what it comes to',
  },
  'a right opinion': {
    ...{ phase: 'done', engine, result: right, settings: { prompt: right.prompt } },
    says: 'The opinion is right',
  },
  'without a network of the reader’s': {
    ...{ phase: 'failed', engine, result: agrees, settings: { network: 'reader' } },
    ran: { network: 'chapter' },
    failure: {
      message: 'You haven’t trained a network on this page yet.',
      remedy: 'Train one in the figure above, or choose the chapter’s.',
    },
    says: 'You haven’t trained a network',
  },
};
