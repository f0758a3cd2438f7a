import type { Experiment, Finding } from '../../contract/experiments.ts';
import type { Score } from '../../contract/sycophancy.ts';
import type { StreamSizes } from '../../contract/streamSizes.ts';
import type { WhichNetwork } from '../../runtime/agreementStores.ts';
import { toyNetworkOf } from '../../runtime/toyNetworkOf.ts';
import type { StreamsSettings } from './settings.ts';

/** What was measured here of a transformer: null, or empty, until it is found. */
export interface SurveyRun {
  network: WhichNetwork;
  sizes: StreamSizes | null;
  score: Score | null;
  scoreWithout: Score[];
}

/** A transformer of which all was measured. */
export interface Survey extends StreamSizes {
  score: Score;
  scoreWithout: Score[];
}

export function experiment({ network }: StreamsSettings): Experiment<'sycophancySurvey'> {
  return { name: 'sycophancySurvey', network: toyNetworkOf(network) };
}

export function initial({ network }: StreamsSettings): SurveyRun {
  return { network, sizes: null, score: null, scoreWithout: [] };
}

/** The run after one more finding; `run` itself is left as it is. */
export function reduce(run: SurveyRun, finding: Finding<'sycophancySurvey'>): SurveyRun {
  if (finding.type === 'sizes') return { ...run, sizes: finding };
  if (finding.without === null) return { ...run, score: finding.score };
  return { ...run, scoreWithout: [...run.scoreWithout, finding.score] };
}

/** The whole survey, once there is one. */
export function finished(run: SurveyRun | null): Survey | null {
  if (!run?.sizes || !run.score) return null;
  const { sizes, score, scoreWithout } = run;
  return scoreWithout.length < sizes.places.length ? null : { ...sizes, score, scoreWithout };
}
