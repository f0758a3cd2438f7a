import { memo } from 'react';
import type { NetworkKind } from '../../../contract/networks.ts';
import type { NetworkConfig } from '../../../contract/runConfig.ts';
import type { RunRecord } from '../../../contract/runRecord.ts';
import { percent, unbroken } from '../../../lib/format.ts';
import { isTooEarly, meanOf } from '../../../lib/verdicts.ts';
import type { ErrorKind } from '../../../figure/runs/errors.ts';
import { NetworkStack } from '../../../ui/network/NetworkStack.tsx';
import { addedPoints, depthOf, shortVerdict, signedPoints } from '../../../figure/runs/depth.ts';

/** Of the deepest stack, in pixels. */
const height = 150;

interface Props {
  /** As far as they are shown. */
  runs: readonly RunRecord[];
  /** That of the large chart. */
  error: ErrorKind;
}

/** Each kind's networks as stacks whose depth one sees, and what that depth did to their error. */
export function DepthCards({ runs, error }: Props) {
  const networks = runs[0]?.config.networks ?? [];
  const deepest = Math.max(...networks.map(({ depth }) => depth));
  const kinds = (['plain', 'residual'] as const).filter((kind) =>
    networks.some((network) => network.kind === kind),
  );
  return (
    <div className="depth-cards">
      <p className="chart-title">What depth does to the {error} error</p>
      {kinds.map((kind) => (
        <div key={kind} className={`depth-card drawn-words ${kind}`}>
          <Stacks kind={kind} depths={depthsOf(networks, kind)} deepest={deepest} />
          <Added {...{ kind, runs, error }} />
        </div>
      ))}
    </div>
  );
}

/** As a text, which a memoised component can compare. */
const depthsOf = (networks: readonly NetworkConfig[], kind: NetworkKind) =>
  networks
    .filter((network) => network.kind === kind)
    .map(({ depth }) => depth)
    .join(' ');

interface StacksProps {
  kind: NetworkKind;
  /** One after the other, such as '20 56'. */
  depths: string;
  deepest: number;
}

const Stacks = memo(function Stacks({ kind, depths, deepest }: StacksProps) {
  return (
    <div className="stacks">
      {depths.split(' ').map((depth) => (
        <div key={depth}>
          <NetworkStack kind={kind} depth={Number(depth)} {...{ deepest, height }} />
          <p>{depth}</p>
        </div>
      ))}
    </div>
  );
});

/** The big number, what it is the difference of, and the verdict. */
function Added({ kind, runs, error }: Props & { kind: NetworkKind }) {
  const depth = depthOf(runs, kind, error);
  const isTold = depth && !isTooEarly(depth.step);
  const [number = '–', unit = ''] = isTold ? signedPoints(addedPoints(depth)).split(' ') : [];
  const errorOf = (which: 'shallow' | 'deep') => depth && percent(meanOf(depth.pairs, which).mean);
  return (
    <div className="added">
      <p className="kind">{kind}</p>
      <p className="points">
        <b>{number}</b> {unit}
      </p>
      {isTold && <p className="ends">{unbroken(`${errorOf('shallow')} → ${errorOf('deep')}`)}</p>}
      {depth && <p className="verdict">{shortVerdict(depth)}</p>}
    </div>
  );
}
