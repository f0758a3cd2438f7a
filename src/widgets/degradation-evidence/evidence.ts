import { day } from '../../lib/format.ts';
import type { Table } from '../../figure/tools/table.ts';
import type { RunRecord } from '../../contract/runRecord.ts';

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

/** The pairs to compare; the recorded one is there when the recorded runs hold two plain networks. */
export function collectEvidence(recording?: readonly RunRecord[]): Evidence[] {
  const measured = recording && fromRecording(recording);
  return [illustration, fromPaper, ...(measured ? [measured] : [])];
}

/** By how much the deeper network is worse: the difference of the two numbers that are printed. */
export function gapOf({ kind, shallow, deep }: Evidence): string {
  const digits = kind === 'paper' ? 0 : 1;
  const printed = ({ error }: { error: number }) => Number((error * 100).toFixed(digits));
  const points = (printed(deep) - printed(shallow)).toFixed(digits);
  return kind === 'paper' ? `≈ ${points} points` : `${points} points`;
}

/** The pairs as rows: errors in percent, as the figure prints them. */
export function table(pairs: readonly Evidence[]): Table {
  return {
    caption: 'Test error of plain networks on CIFAR-10, in percent',
    head: ['source', ...['shallow', 'deep'].flatMap(headOf), 'note'],
    rows: pairs.map(({ source, shallow, deep, note }) => [
      source,
      ...[shallow, deep].flatMap(({ depth, error }) => [depth, Number((100 * error).toFixed(1))]),
      note,
    ]),
  };
}

const headOf = (which: string) => [`${which}: layers`, `${which}: test error (%)`];

function fromRecording(recording: readonly RunRecord[]): Evidence | undefined {
  const [first] = recording;
  const plain = first?.config.networks
    .filter(({ kind }) => kind === 'plain')
    .sort((a, b) => a.depth - b.depth);
  const [shallow, deep] = [plain?.[0], plain?.at(-1)];
  if (!first || !shallow || !deep) return undefined;
  const { pictureSize: side } = first.config.data;
  const seeds = recording.length === 1 ? 'one seed' : `mean of ${recording.length} seeds`;
  return {
    kind: 'recorded',
    source: 'This chapter’s recorded runs',
    note: `Narrow networks, ${side} × ${side} pixels, ${first.step.toLocaleString('en-GB')} steps, ${seeds}, ${day(first.startedAt)}: hence the larger errors.`,
    shallow: { depth: shallow.depth, error: lastTestError(recording, shallow.id) },
    deep: { depth: deep.depth, error: lastTestError(recording, deep.id) },
    axisEnd: 1,
  };
}

/** The mean over the runs; NaN where one has none. */
function lastTestError(recording: readonly RunRecord[], id: string): number {
  const errors = recording.map(
    ({ networks }) =>
      networks.find((network) => network.id === id)?.measurements.at(-1)?.testError ?? NaN,
  );
  return errors.reduce((sum, error) => sum + error, 0) / errors.length;
}
