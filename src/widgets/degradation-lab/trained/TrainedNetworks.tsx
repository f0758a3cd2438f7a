import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import type { Checkpoint } from '../../../contract/checkpoint.ts';
import type { RunConfig } from '../../../contract/runConfig.ts';
import type { RunRecord } from '../../../contract/runRecord.ts';
import { startExperimenter } from '../../../runtime/experimentClient.ts';
import { createTrainedStore, openable } from './trainedStore.ts';
import { TrainedView } from './TrainedView.tsx';

interface Props {
  /** The run that is shown. */
  record: Pick<RunRecord, 'config'>;
  /** Its weights, once it has ended or while it is paused; null as long as it trains. */
  checkpoint: Checkpoint | null;
}

/** Folded: the trained networks of a run, to be opened one at a time. */
export function TrainedNetworks({ record: { config }, checkpoint }: Props) {
  const networks = checkpoint ? openable(config, checkpoint) : [];
  return (
    <details className="trained">
      <summary>Open a network</summary>
      {checkpoint && networks.length > 0 ? (
        // Another run, or the same one later: its answers are others.
        <Networks
          key={`${checkpoint.step} ${checkpoint.trainingMs}`}
          {...{ config, checkpoint, networks }}
        />
      ) : (
        <p className="fine">
          {checkpoint
            ? 'No network of this run has weights to look at: each of them diverged.'
            : 'Its weights can be looked at once the run has ended or is paused.'}
        </p>
      )}
    </details>
  );
}

interface NetworksProps {
  config: RunConfig;
  checkpoint: Checkpoint;
  networks: ReturnType<typeof openable>;
}

function Networks({ config, checkpoint, networks }: NetworksProps) {
  const store = useMemo(
    () => createTrainedStore(config, checkpoint, startExperimenter),
    [config, checkpoint],
  );
  const state = useStore(store);
  useEffect(() => store.dispose, [store]);
  return <TrainedView {...{ config, networks, state }} step={checkpoint.step} actions={store} />;
}
