import { percentExact } from '../../lib/format.ts';
import type { RunRecord } from '../../contract/runRecord.ts';
import type { PictureProps } from '../../figure/defineFigure.tsx';
import { collectEvidence, gapOf, type Evidence } from './evidence.ts';
import { PairChart } from './PairChart.tsx';

export interface Recorded {
  recording?: RunRecord[];
}

/** Both errors of each source as bars from 0, each pair on a scale of its own. */
export function Picture({ props: { recording } }: PictureProps<object, Recorded>) {
  return (
    <div>
      <p className="chart-title">Test error of plain networks on CIFAR-10</p>
      <ul className="pairs">
        {collectEvidence(recording).map((evidence) => (
          <Pair key={evidence.kind} evidence={evidence} />
        ))}
      </ul>
    </div>
  );
}

function Pair({ evidence }: { evidence: Evidence }) {
  const { kind, source, note, shallow, deep } = evidence;
  const isRead = kind === 'paper';
  const number = (error: number) =>
    isRead ? `≈ ${Math.round(error * 100)} %` : percentExact(error);
  return (
    <li data-evidence={kind}>
      <p className="pair-source">{source}</p>
      <p className="pair-gap">
        <strong>{gapOf(evidence)}</strong> worse
      </p>
      <PairChart
        evidence={evidence}
        texts={{ shallow: number(shallow.error), deep: number(deep.error) }}
      />
      <p className="evidence-note">{note}</p>
    </li>
  );
}
