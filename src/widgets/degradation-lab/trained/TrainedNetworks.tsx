import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Checkpoint } from '../../../contract/checkpoint.ts';
import type { RunConfig } from '../../../contract/runConfig.ts';
import type { RunRecord } from '../../../contract/runRecord.ts';
import { mirrorStore } from '../../../figure/mirror/mirrorStore.ts';
import { useMirror } from '../../../figure/mirror/useMirror.ts';
import { startExperimenter } from '../../../runtime/experimentClient.ts';
import { createTrainedStore, openable } from './trainedStore.ts';
import { TrainedView } from './TrainedView.tsx';

interface Props {
  /** The run that is shown; another run is another component, by its key. */
  record: Pick<RunRecord, 'config'>;
  /** Its weights, once it has ended or while it is paused; null as long as it trains. */
  checkpoint: Checkpoint | null;
  isOpen: boolean;
  /** Told when it is unfolded or folded. */
  unfold: (isOpen: boolean) => void;
}

/** Folded: the trained networks of a run, to be opened one at a time. */
export function TrainedNetworks({ record: { config }, checkpoint, isOpen, unfold }: Props) {
  // A run that goes on after a pause takes nothing away: what was opened says of which step it is.
  const [held, hold] = useState(checkpoint);
  if (checkpoint && checkpoint !== held) hold(checkpoint);
  const networks = held ? openable(config, held) : [];
  return (
    <details
      className="trained"
      open={isOpen}
      onToggle={({ currentTarget }) => currentTarget.open !== isOpen && unfold(currentTarget.open)}
    >
      <summary>Open a network</summary>
      {held && networks.length > 0 ? (
        <Networks
          key={`${held.step} ${held.trainingMs}`}
          {...{ config, networks }}
          checkpoint={held}
        />
      ) : (
        <p className="fine">
          {held
            ? 'No network of this run has weights to look at: each of them diverged.'
            : 'You can open the networks once the run has ended or is paused.'}
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
  const [store] = useState(() => createTrainedStore(config, checkpoint, startExperimenter));
  const state = useStore(store);
  const { actions } = useMirror('degradation-lab network', () => {
    const { open, show, choose, stop, goOn, takeOver, dispose } = store;
    const own = { open, show, choose, stop, goOn };
    const ahead = { choose: (block: number) => store.setState({ block }) };
    return mirrorStore(store, { actions: own, ahead, takeOver, retire: dispose });
  });
  useEffect(() => store.dispose, [store]);
  return <TrainedView {...{ config, networks, state, actions }} step={checkpoint.step} />;
}
