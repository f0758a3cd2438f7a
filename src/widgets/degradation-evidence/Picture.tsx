import { percentExact } from '../../lib/format.ts';
import type { RunRecord } from '../../contract/runRecord.ts';
import type { PictureProps } from '../../figure/defineFigure.tsx';
import { collectEvidence, type Evidence } from './evidence.ts';

const labels: Record<Evidence['kind'], string> = {
  illustration: 'illustration, not measured',
  paper: 'from the paper',
  recorded: 'recorded',
};

export interface Recorded {
  recording?: RunRecord;
}

/** Both errors of each source, as numbers and on one axis. */
export function Picture({ props: { recording } }: PictureProps<object, Recorded>) {
  return (
    <table>
      <caption>Test error of plain networks on CIFAR-10</caption>
      <thead>
        <tr>
          <th scope="col">Where from</th>
          <th scope="col">20 layers</th>
          <th scope="col">56 layers</th>
          <th scope="col">Drawn</th>
        </tr>
      </thead>
      <tbody>
        {collectEvidence(recording).map((evidence) => (
          <Row key={evidence.kind} evidence={evidence} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ evidence }: { evidence: Evidence }) {
  const { kind, source, note, shallow, deep } = evidence;
  const number = (error: number) =>
    kind === 'paper' ? `≈ ${Math.round(error * 100)} %` : percentExact(error);
  return (
    <tr data-evidence={kind}>
      <th scope="row">
        {source} <span className="evidence-kind">{labels[kind]}</span>
        <span className="evidence-note">{note}</span>
      </th>
      <td>{number(shallow.error)}</td>
      <td className="deep">{number(deep.error)}</td>
      <td>
        <Dumbbell {...evidence} />
      </td>
    </tr>
  );
}

const width = 340;
const left = 8;
const right = width - 8;

/** Both errors on one axis that starts at 0. */
function Dumbbell({ kind, shallow, deep, axisEnd }: Evidence) {
  const x = (error: number) => left + (error / axisEnd) * (right - left);
  const end = `${Math.round(axisEnd * 100)} %`;
  return (
    <svg
      viewBox={`0 0 ${width} 56`}
      className={kind === 'illustration' ? 'made-up' : undefined}
      role="img"
      aria-label={`On an axis from 0 to ${end}: ${shallow.depth} layers at ${percentExact(shallow.error)}, ${deep.depth} layers at ${percentExact(deep.error)}.`}
    >
      <line className="axis" x1={left} x2={right} y1="36" y2="36" />
      <text x={left} y="53">
        0 %
      </text>
      <text x={right} y="53" textAnchor="end">
        {end}
      </text>
      <line className="gap" x1={x(shallow.error)} x2={x(deep.error)} y1="22" y2="22" />
      <circle className="shallow" cx={x(shallow.error)} cy="22" r="6" />
      <circle className="deep" cx={x(deep.error)} cy="22" r="8" />
    </svg>
  );
}
