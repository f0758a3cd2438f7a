import os from 'node:os';
import { openEnginePage, type EnginePage } from './enginePage.ts';
import { planHeats, type Heat, type RacerName } from './heats.ts';
import type { Conditions, Measurement } from './measurement.ts';
import { findPytorch, startPytorch } from './pytorch.ts';
import type { Racer } from './racer.ts';
import { summarise, type Result } from './result.ts';
import { runHeat, type Timing } from './runHeat.ts';
import { workload } from './workloads.ts';

const agreementKey = ({ id }: Heat) => `agree.${id}`;
const stepKey = (name: RacerName, { id }: Heat) => `stepMs.${name}.${id}`;

/** Our engine against stock TensorFlow.js, the composed kernels and native PyTorch, on equal work. */
export const measureSpeed: Measurement = {
  keys: planHeats(false).flatMap((heat) => [
    ...heat.ratios.map(({ key }) => key),
    ...racerNames(heat).map((name) => stepKey(name, heat)),
    agreementKey(heat),
  ]),
  async run(conditions) {
    const page = await openEnginePage(conditions.browser);
    const python = findPytorch();
    if (!python) {
      console.log(
        "No ratios to PyTorch: python3 finds no torch. Debian has it as the package python3-torch ('apt-get install python3-torch').",
      );
    }
    const results: Result[] = [];
    for (const heat of planHeats(conditions.quick)) {
      const wanted = withWantedRacers(heat, conditions, python !== undefined);
      if (wanted.ratios.length > 0) results.push(...(await measureHeat(wanted)));
    }
    await page.close();
    return results;

    async function measureHeat(heat: Heat): Promise<Result[]> {
      const racers = await startRacers(heat, page, python);
      const rounds = conditions.quick || heat.size === 'paper' ? 3 : 5;
      const timing = await runHeat(racers, rounds, conditions.quick ? 500 : 2000);
      for (const racer of racers.values()) await racer.stop();
      return toResults(heat, timing);
    }
  },
};

function racerNames({ ratios }: Heat): RacerName[] {
  return [...new Set(ratios.flatMap(({ ours, rival }) => [ours, rival]))];
}

/** Only racers of ratios, or of times, that the user asked for. */
function withWantedRacers(heat: Heat, { wants }: Conditions, hasPytorch: boolean): Heat {
  const ratios = heat.ratios.filter(
    ({ key, ours, rival }) =>
      [key, stepKey(ours, heat), stepKey(rival, heat), agreementKey(heat)].some(wants) &&
      (hasPytorch || !rival.startsWith('pytorch')),
  );
  return { ...heat, ratios };
}

async function startRacers(heat: Heat, page: EnginePage, python: string | undefined) {
  const task = workload(heat.depth, heat.size);
  const racers = new Map<RacerName, Racer>();
  for (const name of racerNames(heat)) {
    if (name !== 'pytorch.1' && name !== 'pytorch.all')
      racers.set(name, await page.start(name, task));
    else if (python) {
      const threads = name === 'pytorch.1' ? 1 : os.availableParallelism();
      racers.set(name, await startPytorch(python, task, threads));
    }
  }
  return racers;
}

function toResults(heat: Heat, { stepMs, lossDifference }: Timing): Result[] {
  const ratios = heat.ratios.map(({ key, ours, rival, atLeast }) => {
    const mine = stepMs.get(ours)!;
    const samples = stepMs.get(rival)!.map((ms, round) => ms / mine[round]!);
    const unit = `× as fast as ${rival}`;
    return summarise(key, samples, unit, atLeast === undefined ? undefined : { atLeast });
  });
  const times = [...stepMs].map(([name, samples]) =>
    summarise(stepKey(name, heat), samples, 'ms a step'),
  );
  const agreement: Result = {
    key: agreementKey(heat),
    value: lossDifference * 100,
    unit: '% between first losses: equal work',
    promise: { atMost: 1 },
  };
  return [...ratios, ...times, agreement];
}
