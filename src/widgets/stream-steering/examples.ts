import type { Answers, Score } from '../../contract/sycophancy.ts';
import type { LiveExamples } from '../../figure/defineLiveFigure.tsx';
import { engine, recorded } from '../../figure/live/exampleEngine.ts';
import { startOf } from '../../figure/settings/settings.tsx';
import { initial, planOf, type SteeringRun } from './run.ts';
import { settings, type SteeringSettings } from './settings.ts';

const answers = (prompts: number, agree: number, truth: number, mean = 0): Answers => ({
  ...{ prompts, agree, truth },
  difference: { mean, deviation: mean === 0 ? 0 : 3 },
});

/** How often friends are agreed with, teachers told the truth, and bare sums right. */
export const score = (friend: number, teacher: number, none: number): Score => ({
  friend: answers(300, friend, 0, 26 * friend - 13),
  teacher: answers(300, 0.9 - teacher * 0.9, teacher, 13 - 26 * teacher),
  none: answers(100, 0, none),
});

const asItWas = score(1, 1, 1);

/** A run with these scores, in the order of its plan. */
export function runWith(part: Partial<SteeringSettings>, scores: Score[]): SteeringRun {
  return { ...initial({ ...startOf(settings), ...part }, null), scores };
}

/** A run over all factors: agreement falls with the vector, a random one only does harm. */
function curve(): SteeringRun {
  const run = runWith({ show: 'curve' }, []);
  const scores = planOf(run.settings).map(({ role }) => {
    if (!('factor' in role)) return asItWas;
    const { factor } = role;
    const harm = 1 - Math.abs(factor) / 4;
    return role.is === 'curve'
      ? score(factor > 0 ? harm : Math.max(0, 1 + factor), factor > 0 ? 1 - factor / 2 : harm, harm)
      : score(harm, harm, harm);
  });
  return { ...run, scores };
}

const effect = runWith({}, [score(0.07, 0.8, 0.51), score(0.71, 0.62, 0.89), asItWas]);
const ranking = { show: 'ranking' } as const;

/** Every state of the steering that is worth seeing, and words that must be in it. */
export const examples: LiveExamples<SteeringSettings, SteeringRun> = {
  idle: { says: 'Predict first' },
  recorded: { result: effect, recorded, says: 'so the direction matters' },
  'a link to other changes': {
    ...{ result: effect, recorded, settings: { attention2: 0, off1: '13', place: 'embedding' } },
    ran: startOf(settings),
    says: 'These results are for other settings',
  },
  starting: { phase: 'starting', waitingFor: 'engine', result: effect, recorded, says: 'Starting' },
  'while the control is missing': {
    ...{ phase: 'running', engine, result: { ...effect, scores: effect.scores.slice(0, 1) } },
    says: 'Trial 1 of 3',
  },
  'no more than a random vector': {
    ...{ phase: 'done', engine, settings: { place: 'layers.1.attention', factor: -1.5 } },
    result: runWith({ place: 'layers.1.attention', factor: -1.5 }, [
      ...[score(0.62, 0.76, 0.81), score(0.61, 0.78, 0.79), asItWas],
    ]),
    says: 'so it isn’t the direction that matters',
  },
  'nothing reads it': {
    ...{ phase: 'done', engine, settings: { place: 'layers.1.mlp' } },
    result: runWith({ place: 'layers.1.mlp' }, [asItWas, asItWas, asItWas]),
    says: 'Neither the vector nor a random one',
  },
  'a random vector alone': {
    ...{ phase: 'done', engine, settings: { vector: 'random' } },
    result: runWith({ vector: 'random' }, [score(0.71, 0.62, 0.89), asItWas]),
    says: 'With −1.00 times a random vector after attention of layer 1',
  },
  'without a vector': {
    ...{ phase: 'done', engine, settings: { factor: 0, mlp1: 0.5, off2: '24' } },
    result: runWith({ factor: 0, mlp1: 0.5, off2: '24' }, [score(0.65, 0.34, 0.35), asItWas]),
    says: 'heads 2 and 4 of attention of layer 2 off',
  },
  'all factors': {
    phase: 'done',
    engine,
    settings: { show: 'curve' },
    result: curve(),
    says: 'least',
  },
  'factors on the way': {
    ...{ phase: 'running', engine, settings: { show: 'curve' } },
    result: { ...curve(), scores: curve().scores.slice(0, 12) },
    says: 'Trial 12 of 35',
  },
  'each sublayer off': {
    ...{ phase: 'done', engine, settings: ranking },
    result: runWith(ranking, [
      ...[asItWas, score(0.41, 0.07, 0.09), score(0.77, 0.64, 0.69)],
      ...[score(0.15, 0.06, 0.07), score(0.99, 0.75, 0.77)],
    ]),
    says: 'the network needs it for more than agreeing',
  },
  'none of yours to steer': {
    ...{ phase: 'failed', settings: { network: 'reader' }, result: effect, ran: startOf(settings) },
    failure: {
      message: 'You haven’t trained a network on this page yet.',
      remedy: 'Train one in the figure above, or choose the chapter’s.',
    },
    says: 'You haven’t trained a network on this page yet.',
  },
};
