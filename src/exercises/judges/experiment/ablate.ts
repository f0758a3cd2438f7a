import type { NetworkKind } from '../../../contract/networks.ts';
import { lastOf, measuredNetworks, type RunRecord } from '../../../contract/runRecord.ts';
import { smoothingWindow } from '../../../figure/runs/errors.ts';
import { listed, percentExact } from '../../../lib/format.ts';
import {
  compareErrors,
  estimate,
  hasFewSteps,
  isTooEarly,
  meanOf,
  type DepthPair,
} from '../../../lib/verdicts.ts';
import { unanswered, type Judgement } from '../judgement.ts';

/** One of the two networks of a design. */
export interface Arm {
  kind: NetworkKind;
  depth: '20' | '56';
  norm: 'with' | 'without';
  rate: '0.05' | '0.1';
  pictures: '50,000' | '10,000';
}

export interface Design {
  arms: [Arm, Arm];
  measure: 'training error' | 'test error';
  seeds: '1' | '3';
  conclusion?: Conclusion;
  /** The run that was read (sayEvidence). */
  looked?: string;
}

/** What can be set of each network: its name, and its values. */
export const factors: { [Name in keyof Arm]: { name: string; values: readonly Arm[Name][] } } = {
  kind: { name: 'kind', values: ['plain', 'residual'] },
  depth: { name: 'layers', values: ['20', '56'] },
  norm: { name: 'batch norm', values: ['with', 'without'] },
  rate: { name: 'learning rate', values: ['0.05', '0.1'] },
  pictures: { name: 'training pictures', values: ['50,000', '10,000'] },
};

/** Where the reader begins: a tempting design, which differs in too much. */
export const firstDesign: Design = {
  arms: [
    { kind: 'plain', depth: '20', norm: 'without', rate: '0.05', pictures: '50,000' },
    { kind: 'residual', depth: '56', norm: 'with', rate: '0.1', pictures: '50,000' },
  ],
  measure: 'test error',
  seeds: '1',
};

export type Conclusion = 'not-enough' | 'enough' | 'open';

export const conclusions: Record<Conclusion, string> = {
  'not-enough': 'Batch norm is not enough: the plain network still trains worse',
  enough: 'Batch norm is enough: the plain network trains as well',
  open: 'This run does not decide it',
};

/** In what the two networks differ. */
export function differences({ arms: [one, other] }: Design): (keyof Arm)[] {
  return (Object.keys(factors) as (keyof Arm)[]).filter((name) => one[name] !== other[name]);
}

/** Whether a design isolates the shortcut as the cause, asks about the claim, measures what it is about, and is repeated. */
export function judgeDesign(
  design: Design,
): Record<'isolates' | 'asks' | 'measures' | 'repeats', Judgement> {
  return {
    isolates: judgeIsolation(design),
    asks: judgeQuestion(design),
    measures:
      design.measure === 'training error'
        ? { right: true, says: 'The training error tells whether a network can be trained at all.' }
        : {
            right: false,
            says: 'A test error can be high for two reasons: the network was trained badly, or it overfits. The claim is about training.',
          },
    repeats:
      design.seeds === '3'
        ? { right: true, says: 'Three seeds show whether the difference is there each time.' }
        : {
            right: false,
            says: 'One run could be luck: other first weights and another order of the pictures change the result a little.',
          },
  };
}

function judgeIsolation(design: Design): Judgement {
  const differ = differences(design);
  const others = differ.filter((name) => name !== 'kind').map((name) => factors[name].name);
  if (differ.length === 0)
    return {
      right: false,
      says: 'The two networks are the same. What should the difference come from?',
    };
  if (!differ.includes('kind'))
    return {
      right: false,
      says: `Both are ${design.arms[0].kind}. To see what the shortcut does, one network must have it and the other not.`,
    };
  if (others.length > 0)
    return {
      right: false,
      says: `Besides the shortcut, the two differ in ${listed(others)}. If one does worse, you can’t say which of these it was.`,
    };
  return { right: true, says: 'Only the shortcut differs, so only the shortcut can be the cause.' };
}

function judgeQuestion({ arms }: Design): Judgement {
  if (arms.some((arm) => arm.norm === 'without'))
    return {
      right: false,
      says: 'The claim is about networks with batch norm. Without it, whatever you find doesn’t touch the claim.',
    };
  if (arms.some((arm) => arm.depth === '20'))
    return {
      right: false,
      says: 'The claim is about deep networks. At 20 layers a plain network trains well enough, with or without shortcuts.',
    };
  return {
    right: true,
    says: 'Both have 56 layers and batch norm: the claim is about such networks.',
  };
}

/** The address of the lab on this page, set up as the design asks, at the size the device can manage. */
export const labLink = '?preset=quick&kinds=plain-residual&depths=56-56&seeds=3#degradation-lab';

/** A run's plain and residual network of the same, greatest depth, with batch norm and nothing else changed. */
function armsOf(run: RunRecord): { plain: DepthPair['deep']; residual: DepthPair['deep'] } | null {
  const networks = measuredNetworks(run).filter(
    ({ batchNorm, divergedAt }) => batchNorm && divergedAt === undefined,
  );
  const deepest = Math.max(...networks.map(({ depth }) => depth));
  const [plain, residual] = (['plain', 'residual'] as const).map((kind) =>
    networks.find((network) => network.kind === kind && network.depth === deepest),
  );
  if (!plain || !residual || deepest < 32) return null;
  const error = (values: readonly number[]) => estimate(lastOf(run, values, smoothingWindow(run)));
  return { plain: error(plain.trainErrors), residual: error(residual.trainErrors) };
}

/** Whether runs are of the design: to their end, with its two networks. */
export function showsDesign(runs: readonly RunRecord[]): boolean {
  return (
    runs.length > 0 &&
    runs.every((run) => run.step === run.config.recipe.steps && armsOf(run) !== null)
  );
}

/** Whether what a reader concludes follows from the runs, by the page's verdict rules. */
export function judgeConclusion(
  conclusion: Conclusion | undefined,
  runs: readonly RunRecord[],
): Judgement {
  const [first] = runs;
  const arms = runs.flatMap((run) => armsOf(run) ?? []);
  if (!conclusion || !first || arms.length === 0) return unanswered;
  const pairs = arms.map(({ plain, residual }) => ({ shallow: residual, deep: plain }));
  const [residual, plain] = [meanOf(pairs, 'shallow'), meanOf(pairs, 'deep')];
  const follows = whatFollows(compareErrors(plain, residual), first.step);
  const errors = `Training errors at the end: ${percentExact(plain.mean)} without shortcuts, ${percentExact(residual.mean)} with them.`;
  const early = hasFewSteps(first.step) ? ' So far: the run has fewer than 1,000 steps.' : '';
  const one = runs.length === 1 ? ' And this is one seed.' : '';
  return conclusion === follows
    ? { right: true, says: `${errors}${early}${one}` }
    : { right: false, says: `${errors} Does that fit what you have chosen?` };
}

/** Before enough steps have been made, that two networks are alike says nothing. */
function whatFollows(plainIs: ReturnType<typeof compareErrors>, step: number): Conclusion {
  if (isTooEarly(step)) return 'open';
  if (plainIs === 'worse') return 'not-enough';
  return plainIs === 'the same' && hasFewSteps(step) ? 'open' : 'enough';
}
