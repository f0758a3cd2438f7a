import { measuredNetworks, type RunRecord } from '../../../contract/runRecord.ts';
import { grouped } from '../../../lib/format.ts';

/** Test errors of He et al. 2015, Table 6, of residual networks on CIFAR-10, by depth. */
const reported: Record<number, number> = { 20: 0.0875, 56: 0.0697 };

/** Thin lines at what the paper reports of the residual networks shown, where the axis reaches them. */
export function paperLines(
  runs: readonly RunRecord[],
  [low]: [number, number],
): { value: number; label: string }[] {
  const depths = reportedDepths(runs).filter((depth) => (reported[depth] as number) > low);
  const label = `He et al. 2015, residual: ${depths.map(sayError).join(', ')}`;
  return depths.map((depth, index) => ({
    value: reported[depth] as number,
    label: index === 0 ? label : '',
  }));
}

/** What the paper reports of the residual networks shown, and why the errors here are larger; empty if it says nothing. */
export function paperNote(runs: readonly RunRecord[]): string {
  const [first] = runs;
  const depths = reportedDepths(runs);
  if (!first || depths.length === 0) return '';
  const { recipe, data, networks } = first.config;
  const reasons = [
    ...((networks[0]?.width ?? 16) < 16 ? ['narrower networks'] : []),
    ...(data.pictureSize < 32
      ? [`pictures of ${data.pictureSize} × ${data.pictureSize} pixels`]
      : []),
    ...(recipe.steps < 64_000 ? [`${grouped(recipe.steps)} steps instead of 64,000`] : []),
  ];
  const why = reasons.length > 0 ? ` The errors here are larger: ${reasons.join(', ')}.` : '';
  return `The paper reports ${depths.map(sayError).join(' and ')} test error for residual networks (He et al. 2015, Table 6).${why}`;
}

function reportedDepths(runs: readonly RunRecord[]): number[] {
  const [first] = runs;
  if (!first) return [];
  return measuredNetworks(first)
    .filter(({ kind, depth }) => kind === 'residual' && reported[depth] !== undefined)
    .map(({ depth }) => depth)
    .sort((a, b) => a - b);
}

const sayError = (depth: number) =>
  `${((reported[depth] as number) * 100).toFixed(2)} % (${depth} layers)`;
