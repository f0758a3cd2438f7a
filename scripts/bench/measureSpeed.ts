import { openEnginePage, type EnginePage } from './enginePage.ts';
import {
  planComparisons,
  type CandidateName,
  type Comparison,
  type PytorchName,
} from './comparisons.ts';
import type { Conditions, Measurement } from './measurement.ts';
import { findPytorch, findsCuda, startPytorch } from './pytorch.ts';
import type { StartedCandidate } from './startedCandidate.ts';
import { summarise, type Result } from './result.ts';
import { runComparison, type Timing } from './runComparison.ts';
import { workload } from './workloads.ts';

const agreementKey = ({ id }: Comparison) => `agree.${id}`;
const stepKey = (name: CandidateName, { id }: Comparison) => `stepMs.${name}.${id}`;

/** Our engine against stock TensorFlow.js, the composed kernels and native PyTorch, on equal work. */
export const measureSpeed: Measurement = {
  keys: planComparisons(false).flatMap((comparison) => [
    ...comparison.ratios.map(({ key }) => key),
    ...candidateNames(comparison).map((name) => stepKey(name, comparison)),
    agreementKey(comparison),
  ]),
  async run(conditions) {
    const page = await openEnginePage(conditions.browser);
    const python = findPytorch();
    if (!python) {
      console.log(
        'No ratios to PyTorch: python3 cannot import torch. On Debian, install it with apt-get install python3-torch.',
      );
    }
    const hasCuda = python !== undefined && findsCuda(python);
    const hasWebgpu = await page.hasWebgpu();
    if (!hasWebgpu)
      console.log(
        'No ratios of WebGPU: this browser has none (README.md in scripts/bench names the flags).',
      );
    const canStart = (name: CandidateName) =>
      name === 'pytorch.cuda'
        ? hasCuda
        : name.startsWith('pytorch')
          ? python !== undefined
          : hasWebgpu || !name.endsWith('webgpu');
    const results: Result[] = [];
    for (const comparison of planComparisons(conditions.quick)) {
      const wanted = withWantedCandidates(comparison, conditions, canStart);
      if (wanted.ratios.length > 0) results.push(...(await measureComparison(wanted)));
    }
    await page.close();
    return results;

    async function measureComparison(comparison: Comparison): Promise<Result[]> {
      const candidates = await startCandidates(comparison, page, python);
      const rounds = conditions.quick || comparison.size === 'paper' ? 3 : 5;
      const timing = await runComparison(candidates, rounds, conditions.quick ? 500 : 2000);
      for (const candidate of candidates.values()) await candidate.stop();
      return toResults(comparison, timing);
    }
  },
};

function candidateNames({ ratios }: Comparison): CandidateName[] {
  return [...new Set(ratios.flatMap(({ ours, rival }) => [ours, rival]))];
}

/** Only candidates of ratios, or of times, that the user asked for. */
function withWantedCandidates(
  comparison: Comparison,
  { wants }: Conditions,
  canStart: (name: CandidateName) => boolean,
): Comparison {
  const ratios = comparison.ratios.filter(
    ({ key, ours, rival }) =>
      [key, stepKey(ours, comparison), stepKey(rival, comparison), agreementKey(comparison)].some(
        wants,
      ) &&
      canStart(ours) &&
      canStart(rival),
  );
  return { ...comparison, ratios };
}

function isPytorch(name: CandidateName): name is PytorchName {
  return name.startsWith('pytorch');
}

async function startCandidates(
  comparison: Comparison,
  page: EnginePage,
  python: string | undefined,
) {
  const task = workload(comparison.depth, comparison.size);
  const candidates = new Map<CandidateName, StartedCandidate>();
  for (const name of candidateNames(comparison)) {
    if (name === 'ours.wasm.twice')
      candidates.set(
        name,
        together(await page.start('ours.wasm', task), await page.start('ours.wasm', task)),
      );
    else if (!isPytorch(name)) candidates.set(name, await page.start(name, task));
    else if (python) candidates.set(name, await startPytorch(python, task, name));
  }
  return candidates;
}

/** Both take each step at the same time: a step takes half of that. */
function together(one: StartedCandidate, other: StartedCandidate): StartedCandidate {
  return {
    async run(steps) {
      const [first, second] = await Promise.all([one.run(steps), other.run(steps)]);
      return {
        ms: Math.max(first.ms, second.ms) / 2,
        stepMs: first.stepMs.map((ms) => ms / 2),
        losses: first.losses,
      };
    },
    async stop() {
      await Promise.all([one.stop(), other.stop()]);
    },
  };
}

function toResults(
  comparison: Comparison,
  { stepMs, lossDifference }: Timing<CandidateName>,
): Result[] {
  const ratios = comparison.ratios.map(({ key, ours, rival, atLeast }) => {
    const mine = stepMs.get(ours)!;
    const samples = stepMs.get(rival)!.map((ms, round) => ms / mine[round]!);
    const unit = `× as fast as ${rival}`;
    return summarise(key, samples, unit, atLeast === undefined ? undefined : { atLeast });
  });
  const times = [...stepMs].map(([name, samples]) =>
    summarise(stepKey(name, comparison), samples, 'ms per step'),
  );
  const agreement: Result = {
    key: agreementKey(comparison),
    value: lossDifference * 100,
    unit: '% apart in first losses: equal work',
    promise: { atMost: 1 },
  };
  return [...ratios, ...times, agreement];
}
