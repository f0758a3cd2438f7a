import { createStore } from 'zustand/vanilla';
import type { TracedBlock } from '../../contract/tracedBlock.ts';
import type { TrainEvent, Waiting } from '../../contract/training.ts';
import type { startTraining, TrainRun } from '../../runtime/trainClient.ts';
import { describeError } from '../code/describe.ts';
import type { PythonClient } from '../sandbox/pythonClient.ts';
import { sayWhy } from '../sandbox/sayWhy.ts';
import { inputs, ownConfig } from './ownConfig.ts';

/** A reader's block in training beside the reference, on the same batches. */
export interface OwnRun {
  phase: 'idle' | 'tracing' | 'training' | 'done' | 'failed';
  /** A loss a step. */
  losses: { reference: number[]; own: number[] };
  /** The step at which the reader's network diverged. */
  divergedAt?: number;
  waiting?: Waiting;
  /** Why it failed, in sentences. */
  problem?: string;
  /** The code whose block it is. */
  code: string;
  /** Parameters that the block makes and never uses. */
  unused: string[];
}

export interface OwnRunClients {
  loadPython: () => Promise<PythonClient>;
  startTraining: typeof startTraining;
}

const idle: OwnRun = { phase: 'idle', losses: { reference: [], own: [] }, code: '', unused: [] };

export function createOwnRun({ loadPython, startTraining }: OwnRunClients) {
  const store = createStore<OwnRun>(() => idle);
  let worker: TrainRun | undefined;
  let newest = 0;

  function hear(event: TrainEvent): void {
    const { losses } = store.getState();
    switch (event.type) {
      case 'waiting':
        return store.setState({ waiting: event.waiting });
      case 'step': {
        const of = event.network as keyof typeof losses;
        return store.setState({ losses: { ...losses, [of]: [...losses[of], event.loss] } });
      }
      case 'progress': {
        const { waiting: _, ...rest } = store.getState();
        return store.setState(rest, true);
      }
      case 'diverged':
        return event.network === 'own' ? store.setState({ divergedAt: event.step }) : undefined;
      case 'rolledBack': {
        const before = (all: number[]) => all.slice(0, event.resumedFrom - 1);
        const { reference, own } = losses;
        return store.setState({ losses: { reference: before(reference), own: before(own) } });
      }
      case 'done':
        return store.setState({ phase: 'done' });
      case 'failed':
        return fail(`${event.message} ${event.remedy}`);
    }
  }

  const fail = (problem: string) => store.setState({ phase: 'failed', problem });

  return {
    ...store,
    /** @param className the class whose blocks take the reference's place: made with a number of channels */
    async train(code: string, className: string): Promise<void> {
      const mine = ++newest;
      worker?.dispose();
      store.setState({ ...idle, phase: 'tracing', code }, true);
      const blocks: Record<number, TracedBlock> = {};
      try {
        const python = await loadPython();
        for (const input of inputs) {
          const outcome = await python.trace(code, className, input);
          if (mine !== newest) return;
          if (!outcome.ok) return fail(describeError(outcome.error));
          blocks[input[1] ?? 0] = outcome.block;
          store.setState({ unused: outcome.block.unused });
        }
      } catch (error) {
        return mine === newest ? fail(sayWhy(error)) : undefined;
      }
      store.setState({ phase: 'training' });
      worker = startTraining(ownConfig(blocks), 'auto', (event) => {
        if (mine === newest) hear(event);
      });
    },
    stop() {
      newest++;
      worker?.dispose();
      store.setState({ phase: 'done' });
    },
    dispose() {
      newest++;
      worker?.dispose();
    },
  };
}
