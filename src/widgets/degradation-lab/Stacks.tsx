import type { NetworkConfig } from '../../contract/runConfig.ts';
import { NetworkStack } from '../../ui/network/NetworkStack.tsx';

const height = 236;

/** The networks of a run as stacks of their layers, to one scale, so that their depths can be compared. */
export function Stacks({ networks }: { networks: readonly NetworkConfig[] }) {
  const deepest = Math.max(...networks.map(({ depth }) => depth));
  return (
    <div className="stacks">
      {networks.map(({ id, kind, depth }) => (
        <div key={id}>
          <NetworkStack {...{ depth, deepest, height }} kind={kind} />
          <p className={`c-${kind}`}>
            {kind} <b>{depth}</b>
          </p>
        </div>
      ))}
    </div>
  );
}
