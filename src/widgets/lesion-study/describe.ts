import { day, percent, percentExact } from '../../lib/format.ts';
import { isBlind } from '../../lib/verdicts.ts';
import type { LesionRecord } from '../../contract/lesionRecord.ts';
import { allBlocks } from '../../contract/surgery.ts';
import type { Callout } from '../../figure/frame/Takeaway.tsx';
import type { Table } from '../../figure/tools/table.ts';
import { shares, type LesionRun } from './run.ts';

/** What was recorded, and what was measured here. */
export function takeaway(recorded: LesionRecord, run: LesionRun | null): Callout {
  const { whole, withoutBranch, withoutShortcut } = recorded;
  const blinding = withoutShortcut.filter((share) => isBlind(share, whole)).length;
  const key = `${blinding} of ${withoutShortcut.length}`;
  const sentences = [
    `The whole network names ${percentExact(whole)} of the pictures correctly, and without one block’s branch still ${range(withoutBranch, percentExact)}.`,
    cutSentence(recorded),
  ];
  if (run?.found) {
    const live = shares(run.found);
    sentences.push(
      `Here its first guess stayed for ${range(live.withoutBranch, percent)} of ${run.found.views} squares without a branch, for ${range(live.withoutShortcut, percent)} without a shortcut.`,
    );
  }
  return { key, kind: 'shortcut', text: sentences.join(' ') };
}

function cutSentence({ whole, withoutShortcut }: LesionRecord): string {
  const spared = withoutShortcut.filter((share) => !isBlind(share, whole));
  if (spared.length === 0) return 'Cut any one shortcut, and it is as good as blind.';
  const { length } = withoutShortcut;
  return `Cut one shortcut, and it is as good as blind in ${length - spared.length} of ${length} blocks; in the other ${spared.length} it still names ${range(spared, percentExact)}.`;
}

function range(values: number[], format: (share: number) => string): string {
  const [low, high] = [format(Math.min(...values)), format(Math.max(...values))];
  return low === high ? low : `${low.replace(/ ?%$/, '')} to ${high}`;
}

/** Whose numbers the recorded ones are. */
export function recordedLine({ recordedAt, engine, pictures }: LesionRecord): string {
  return `Recorded on ${day(recordedAt)}, ${pictures.toLocaleString('en-GB')} pictures that the network was not trained on: ${engine}.`;
}

export function progress({ settings, found }: LesionRun): string {
  return `square ${found?.views ?? 0} of ${settings.views}`;
}

/** A row a block. */
export function table(recorded: LesionRecord, run: LesionRun | null): Table {
  const live = run?.found && shares(run.found);
  return {
    caption: `Shares from 0 to 1. “Right” was recorded on ${recorded.pictures} pictures; the whole network is right for ${recorded.whole} of them.${
      run?.found
        ? ` “Same” is the share of ${run.found.views} squares, on this device, that get the whole network’s answer.`
        : ''
    }`,
    head: [
      ...['stage', 'block', 'right without branch', 'right without shortcut'],
      ...(live ? ['same without branch', 'same without shortcut'] : []),
    ],
    rows: allBlocks.map(({ stage, block }, i) => [
      ...[stage + 1, block + 1],
      ...[recorded, ...(live ? [live] : [])].flatMap((one) => [
        one.withoutBranch[i] ?? NaN,
        one.withoutShortcut[i] ?? NaN,
      ]),
    ]),
  };
}
