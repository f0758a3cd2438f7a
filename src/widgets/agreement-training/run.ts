import type { Experiment, Finding } from '../../contract/experiments.ts';
import type { SycophancyRun } from '../../contract/sycophancy.ts';
import type { TrainingSettings } from './settings.ts';

export function experiment(settings: TrainingSettings): Experiment<'sycophancyTraining'> {
  return { name: 'sycophancyTraining', ...settings };
}

export function initial(training: TrainingSettings): SycophancyRun {
  return { training, losses: [], scores: [], weights: null };
}

/** The run after one more finding; `run` itself is left as it is. */
export function reduce(run: SycophancyRun, finding: Finding<'sycophancyTraining'>): SycophancyRun {
  switch (finding.type) {
    case 'losses':
      return { ...run, losses: [...run.losses, ...finding.losses] };
    case 'score': {
      const { type: _, ...score } = finding;
      return { ...run, scores: [...run.scores, score] };
    }
    case 'trained':
      return { ...run, weights: finding.weights };
  }
}

/** A recorded run as it was after a share of its steps. */
export function upTo(run: SycophancyRun, share: number): SycophancyRun {
  const last = Math.round(share * run.losses.length);
  const scores = run.scores.filter(({ step }) => step <= last);
  return { ...run, losses: run.losses.slice(0, last), scores };
}

/** What the lesson opens on and a reader downloads: the weights would be a hundred times as much. */
export function kept(run: SycophancyRun): SycophancyRun {
  return { ...run, weights: null };
}
