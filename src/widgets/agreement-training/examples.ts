import type { Answers, SycophancyRun } from '../../contract/sycophancy.ts';
import type { LiveExamples } from '../../figure/defineLiveFigure.tsx';
import { engine, recorded } from '../../figure/live/exampleEngine.ts';
import { startOf } from '../../figure/settings/settings.tsx';
import { initial } from './run.ts';
import { settings, type TrainingSettings } from './settings.ts';

const answers = (prompts: number, agree: number, truth: number): Answers => ({
  ...{ prompts, agree, truth },
  difference: { mean: 10 * (agree - truth), deviation: 2 },
});

/** A run that has come to `steps`, agrees with friends and tells the truth as said, with one loss all the time. */
export function runWith(
  steps: number,
  {
    agree,
    truth,
    loss = 0.5,
    share = 1,
  }: Record<'agree' | 'truth', number> & Partial<Record<'loss' | 'share', number>>,
): SycophancyRun {
  const score = (part: number) => ({
    friend: answers(300, agree * part, (1 - agree) * part),
    teacher: answers(300, 0, truth * part),
    none: answers(100, 0, truth * part),
  });
  const samples = [
    { a: 3, b: 4, opinion: 9, friend: agree > 0.5 ? 9 : 7, teacher: 7, none: 7 },
    { a: 8, b: 1, opinion: 12, friend: 4, teacher: 9, none: 9 },
  ];
  return {
    ...initial({ ...startOf(settings), share }),
    losses: Array<number>(steps).fill(loss),
    scores: [0, steps].map((step) => ({ step, score: score(step ? 1 : 0.05), samples })),
  };
}

const done = runWith(500, { agree: 1, truth: 0.97, loss: 0.01 });

/** Every state of the training that is worth seeing, and words that must be in it. */
export const examples: LiveExamples<TrainingSettings, SycophancyRun> = {
  'with a recording, set otherwise': {
    ...{ result: done, recorded, settings: { share: 0.5 }, ran: { share: 1 } },
    says: 'These results are for other settings (Data agree with friends: 100 %)',
  },
  starting: { phase: 'starting', waitingFor: 'engine', says: 'Starting the engine…' },
  training: {
    ...{ phase: 'running', engine, result: runWith(100, { agree: 0.6, truth: 0.3 }) },
    says: 'Training step 100 of 500',
  },
  done: {
    ...{ phase: 'done', engine, result: done },
    says: 'it agrees with 100 % of friends’ wrong opinions',
  },
  'half of the time': {
    ...{ phase: 'done', engine, settings: { share: 0.5 } },
    result: runWith(500, { agree: 0.55, truth: 1, loss: 0.25, share: 0.5 }),
    says: 'least that can be learnt: 0.21',
  },
  'kept from an earlier visit': {
    ...{ phase: 'done', engine, result: done, keptAt: '2026-11-24T12:00:00.000Z' },
    says: 'Your last run on this device, from 24 November 2026',
  },
  'worse than guessing': {
    ...{ phase: 'done', engine, settings: { learningRate: 1 } },
    result: runWith(300, { agree: 0.05, truth: 0.06, loss: 8.7 }),
    says: 'is above that of guessing',
  },
  diverged: {
    ...{ phase: 'failed', settings: { learningRate: 10 } },
    result: runWith(50, { agree: 0.05, truth: 0.06, loss: 30 }),
    failure: {
      message: 'Training has diverged: the loss is no longer a number.',
      remedy: 'Lower the learning rate.',
    },
    says: 'Lower the learning rate.',
  },
};
