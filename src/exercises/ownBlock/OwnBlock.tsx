import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { listed } from '../../lib/format.ts';
import { startTraining } from '../../runtime/trainClient.ts';
import { LineChart, type Series } from '../../ui/chart/LineChart.tsx';
import type { PythonClient } from '../sandbox/pythonClient.ts';
import { compareLosses } from './compareLosses.ts';
import { ownConfig } from './ownConfig.ts';
import { createOwnRun, type OwnRun } from './ownRun.ts';

interface Props {
  code: string;
  className: string;
  loadPython: () => Promise<PythonClient>;
  announce: (sentence: string) => void;
}

const { steps } = ownConfig({}).recipe;
/** The loss of guessing one of ten classes. */
const guessing = Math.log(10);

/** The reader's block in the lab's network, trained live beside the reference. */
export function OwnBlock({ code, className, loadPython, announce }: Props) {
  const store = useMemo(() => createOwnRun({ loadPython, startTraining }), [loadPython]);
  const run = useStore(store);
  useEffect(() => store.dispose, [store]);
  const says = compareLosses(run);
  const isBusy = run.phase === 'tracing' || run.phase === 'training';
  useEffect(() => {
    if (run.phase === 'done' && says) announce(says);
  }, [run.phase, says, announce]);

  return (
    <section className="own-block" aria-label="Your block in training" data-phase={run.phase}>
      <h4>Your block in training</h4>
      <p>
        This puts your block into the lab’s residual network of 20 layers, wherever the shape stays,
        and trains it beside the lab’s own: the same first weights, the same pictures, in the same
        order.
      </p>
      <div className="answer-line">
        {isBusy ? (
          <button type="button" onClick={store.stop}>
            Stop
          </button>
        ) : (
          <button type="button" onClick={() => void store.train(code, className)}>
            {run.phase === 'idle' ? 'Train your block' : 'Train it again'}
          </button>
        )}
        <p className="workbench-status">{status(run)}</p>
      </div>
      {run.losses.reference.length > 0 && (
        <LineChart
          title="Loss on the training pictures"
          summary={says}
          series={seriesOf(run)}
          xMax={steps}
          yDomain={[1, 3.5]}
          references={[{ value: guessing, label: 'guessing' }]}
          xLabel="training step"
          formatY={(loss) => loss.toFixed(1)}
          height={260}
          nameRoom={112}
        />
      )}
      {run.unused.length > 0 && (
        <p className="fine" data-own-unused="">
          {sayUnused(run.unused)}
        </p>
      )}
      {run.problem && <p className="problem">{run.problem}</p>}
      {says && <p data-own-takeaway="">{says}</p>}
      {run.code !== '' && run.code !== code && !isBusy && (
        <p className="fine">These curves are of your code before its last change.</p>
      )}
    </section>
  );
}

function sayUnused(names: string[]): string {
  const them = names.length > 1 ? 'them' : 'it';
  return `Your block makes ${listed(names)} but its output doesn’t depend on ${them}, so training leaves ${them} as made.`;
}

function seriesOf({ losses }: OwnRun): Series[] {
  const points = (all: number[]) => all.map((loss, i): [number, number] => [i + 1, loss]);
  return [
    {
      ...{ id: 'reference', label: 'reference', kind: 'neutral', deep: true },
      points: points(losses.reference),
    },
    { id: 'own', label: 'yours', kind: 'residual', deep: false, points: points(losses.own) },
  ];
}

function status({ phase, waiting, losses }: OwnRun): string {
  if (phase === 'tracing') return 'Reading what your block does …';
  if (phase !== 'training') return '';
  if (waiting?.for === 'data') return 'Fetching pictures …';
  if (waiting?.for === 'connection') return 'Waiting for the connection …';
  if (waiting) return 'Starting the engine …';
  return `Training step ${losses.own.length} of ${steps}`;
}
