import type { RunRecord } from '../../contract/runRecord.ts';
import type { Callout } from '../../figure/frame/Takeaway.tsx';
import { compareErrors, isTooEarly } from '../../lib/verdicts.ts';
import { pair, points, takeaway } from './describe.ts';

/** By how much the deep plain network's training error lies above the shallow one's, in words; null if it does not. */
export function plainGap(record: RunRecord): { from: string; to: string; label: string } | null {
  const plain = pair(record, 'plain');
  if (!plain || isTooEarly(record.step)) return null;
  const { shallow, deep } = plain;
  if (compareErrors(deep.error, shallow.error) !== 'worse') return null;
  return {
    ...{ from: shallow.id, to: deep.id },
    label: points(deep.error.mean - shallow.error.mean),
  };
}

/** What the run measured, with the plain networks' gap as its key number. */
export function callout(record: RunRecord): string | Callout {
  const gap = plainGap(record);
  const text = takeaway(record);
  return gap ? { key: gap.label, kind: 'plain', text } : text;
}
