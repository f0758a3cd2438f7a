import { mean } from 'd3';
import type { HalfRun } from '../../../contract/agreementRecord.ts';
import type { Answers } from '../../../contract/sycophancy.ts';
import { percent } from '../../../lib/format.ts';
import { judgeAgreement, type AgreementVerdict } from '../../../lib/verdicts.ts';
import { unanswered, type Judgement } from '../judgement.ts';

export interface TrainAgreementAnswer {
  predicted?: AgreementVerdict;
  /** Whether the prediction is made: from then on it stays. */
  isMade: boolean;
  seen?: AgreementVerdict;
  knows?: Knows;
  /** The networks that were looked at (sayTrainings). */
  looked?: string;
}

/** How often a network agrees, by the page's rule. */
export const agreementWords: Record<AgreementVerdict, string> = {
  'hardly ever': 'Hardly ever (below 10 %)',
  sometimes: 'Sometimes',
  'nearly always': 'Nearly always (above 90 %)',
};

export type Knows = 'rule' | 'odds' | 'nothing';

/** What the network may know about which opinion the data would have agreed with. */
export const knowledge: Record<Knows, string> = {
  rule: 'Yes: it has found out which opinions the data agree with',
  odds: 'No: at best it learns how often, and the two answers compete',
  nothing: 'That is beside the point: it can’t add, so it repeats what it hears',
};

/** Trainings on data that agree half of the time, and whose they are. */
export interface Trainings {
  runs: readonly HalfRun[];
  from: 'own' | 'recorded';
}

/** The share of teachers' prompts with the truth from which a network is said to have learnt to add. */
const adds = 0.9;

/** Why a reader's network can't answer the exercise, in a sentence; empty if it can. */
export function misfit({ training, score }: HalfRun): string {
  if (training.share !== 0.5)
    return `Your newest network had data that agree with ${percent(training.share)} of friends’ wrong opinions. Train one with 50 %.`;
  if (score.teacher.truth < adds)
    return `Your newest network has not learnt to add: teachers hear the truth in ${percent(score.teacher.truth)} of the cases. Train it for 500 steps at a learning rate of 0.01.`;
  return '';
}

/** What an answer rests on: `your network: seed 1, 500 steps`. */
export function sayTrainings({ runs, from }: Trainings): string {
  const steps = runs[0]?.training.steps;
  const seeds = runs.map(({ training }) => training.seed);
  return from === 'own'
    ? `your network: seed ${seeds[0]}, ${steps} steps`
    : `the recorded networks: seeds ${seeds.join(', ')}, ${steps} steps each`;
}

/** How often friends' wrong opinions are agreed with: of several networks, on average. */
function agreementOf({ runs }: Trainings): number {
  return mean(runs, ({ score }) => score.friend.agree) ?? NaN;
}

/** What was seen and what follows, each judged by the networks' own numbers. */
export function judgeTrainAgreement(
  { predicted, isMade, seen, knows }: TrainAgreementAnswer,
  trainings: Trainings,
): Record<'prediction' | 'seen' | 'knows', Judgement> {
  return {
    prediction: isMade ? { right: true, says: '' } : unanswered,
    seen: seen ? judgeSeen(seen, predicted, trainings) : unanswered,
    knows: knows ? judgeKnows(knows, trainings) : unanswered,
  };
}

function judgeSeen(
  seen: AgreementVerdict,
  predicted: AgreementVerdict | undefined,
  trainings: Trainings,
): Judgement {
  const share = agreementOf(trainings);
  const { runs } = trainings;
  const rates = runs.map(({ score }) => score.friend.agree);
  const found =
    runs.length === 1
      ? `It agreed with ${percent(share)} of ${runs[0]?.score.friend.prompts} held-out opinions`
      : `They agreed with ${percent(Math.min(...rates))} to ${percent(Math.max(...rates))}, with ${percent(share)} on average`;
  if (seen !== judgeAgreement(share)) return { right: false, says: `${found}.` };
  const expected =
    predicted === seen
      ? 'As you predicted.'
      : `You had predicted: ${predicted ? agreementWords[predicted].toLowerCase() : 'nothing'}.`;
  return { right: true, says: `${found}. ${expected}` };
}

function judgeKnows(knows: Knows, { runs }: Trainings): Judgement {
  const truths = percent(Math.min(...runs.map(({ score }) => score.teacher.truth)));
  if (knows === 'nothing')
    return { right: false, says: `It can add: teachers hear the truth in ${truths} of the cases.` };
  if (knows === 'rule')
    return {
      right: false,
      says: 'There is nothing to be found out: the data draw lots for each prompt, and these opinions were not among them.',
    };
  return { right: true, says: runs.length === 1 ? runs.map(sayDifference).join() : sayCount(runs) };
}

/** In how many networks neither answer is clearly ahead. */
function sayCount(runs: readonly HalfRun[]): string {
  const leaning = runs.filter(({ score }) => leans(score.friend));
  const rest = leaning.map(
    ({ training, score }) => ` In seed ${training.seed} ${favourite(score.friend)} is ahead.`,
  );
  return `In ${runs.length - leaning.length} of ${runs.length} networks neither answer is clearly ahead: the mean difference of their logits is smaller than its spread.${rest.join('')}`;
}

const leans = ({ difference: { mean: middle, deviation } }: Answers) =>
  Math.abs(middle) > deviation;

const favourite = ({ difference }: Answers) => (difference.mean > 0 ? 'the opinion' : 'the truth');

/** How far the two answers are apart in a network's logits. */
function sayDifference({ score: { friend } }: HalfRun): string {
  const { mean: middle, deviation } = friend.difference;
  const numbers = `${signed(middle)} ± ${deviation.toFixed(1)}`;
  const lead = leans(friend)
    ? `it leans towards ${favourite(friend)}, although the data don’t`
    : 'neither is clearly ahead';
  return `The logit of the opinion minus the logit of the truth is ${numbers}: ${lead}.`;
}

/** With one decimal and a sign: 0.4 → '+0.4'. */
export function signed(value: number): string {
  const digits = Math.abs(value).toFixed(1);
  if (Number(digits) === 0) return '0.0';
  return `${value < 0 ? '−' : '+'}${digits}`;
}
