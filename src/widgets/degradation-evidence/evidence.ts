import { day } from '../../lib/format.ts';
import {
  measuredNetworks,
  type MeasuredNetwork,
  type RunRecord,
} from '../../contract/runRecord.ts';

/** Test error of a shallow and a deep plain network, 0 to 1, and where the pair comes from. */
export interface Evidence {
  kind: 'illustration' | 'paper' | 'recorded';
  source: string;
  note: string;
  shallow: { depth: number; error: number };
  deep: { depth: number; error: number };
  /** Right end of the axis it is drawn on, 0 to 1. */
  axisEnd: number;
}

/** Figure 6 of He et al. 2015 prints no numbers for plain networks; these were read off it. */
const fromPaper: Evidence = {
  kind: 'paper',
  source: 'He et al. 2015, Figure 6',
  note: 'Read off the figure: about 9 % and about 13 %. The paper prints no table for plain networks.',
  shallow: { depth: 20, error: 0.09 },
  deep: { depth: 56, error: 0.13 },
  axisEnd: 0.16,
};

/** A pair often quoted; no source gives it for plain networks. */
const illustration: Evidence = {
  kind: 'illustration',
  source: 'A simplified illustration',
  note: 'Made up to show the idea. No one measured this pair.',
  shallow: { depth: 20, error: 0.067 },
  deep: { depth: 56, error: 0.078 },
  axisEnd: 0.16,
};

/** The pairs to compare; the recorded one is there when a recording holds two plain networks. */
export function collectEvidence(recording?: RunRecord): Evidence[] {
  const measured = recording && fromRecording(recording);
  return [illustration, fromPaper, ...(measured ? [measured] : [])];
}

/** By how much the deeper network is worse, with no more digits than its source has. */
export function gapOf({ kind, shallow, deep }: Evidence): string {
  const points = (deep.error - shallow.error) * 100;
  return kind === 'paper' ? `≈ ${Math.round(points)} points` : `${points.toFixed(1)} points`;
}

function fromRecording(recording: RunRecord): Evidence | undefined {
  const { startedAt, step } = recording;
  const { recipe, data } = recording.config;
  const plain = measuredNetworks(recording)
    .filter(({ kind }) => kind === 'plain')
    .sort((a, b) => a.depth - b.depth);
  const [shallow, deep] = [plain[0], plain.at(-1)].map((network) => network && lastTest(network));
  if (!shallow || !deep) return undefined;
  const size = `${data.pictureSize} × ${data.pictureSize} pixels`;
  return {
    kind: 'recorded',
    source: 'This chapter’s recorded run',
    note: `Narrow networks, ${size}, ${step} steps, seed ${recipe.seed}, ${day(startedAt)}: hence the larger errors.`,
    shallow,
    deep,
    axisEnd: 1,
  };
}

function lastTest({ depth, testErrors }: MeasuredNetwork) {
  const last = testErrors.at(-1);
  return last && { depth, error: last.error };
}
