import { createStore } from 'zustand/vanilla';
import type { CheckReport } from '../../contract/exercises.ts';
import type { PythonError } from '../../contract/python.ts';
import { addPrinted, nothingPrinted, type Printed } from '../sandbox/printed.ts';
import type { PythonClient, PythonOutput, PythonProgress } from '../sandbox/pythonClient.ts';
import { sayWhy } from '../sandbox/sayWhy.ts';

/** What the reader's code does, or did last. */
export interface PythonRun {
  /** What was asked for, the newest. */
  asked: 'check' | 'run' | null;
  /** Idle, waiting for Python or an earlier program, computing. */
  phase: 'idle' | 'waiting' | 'running';
  progress: PythonProgress | null;
  printed: Printed;
  /** The repr of the program's last expression. */
  value?: string;
  error?: PythonError;
  /** Why Python cannot be had at all, in sentences. */
  problem?: string;
}

const idle: PythonRun = {
  asked: null,
  phase: 'idle',
  progress: null,
  printed: nothingPrinted,
};

/**
 * Runs and checks the code of one exercise, one thing at a time.
 * @param load the page's Python, which is asked for with the first run
 * @param needsNetwork whether the code wants the pretrained network
 */
export function createPythonRuns(load: () => Promise<PythonClient>, needsNetwork = false) {
  const store = createStore<PythonRun>(() => idle);
  let python: PythonClient | undefined;

  async function ask<Outcome>(
    asked: 'check' | 'run',
    task: (client: PythonClient, listening: Listening) => Promise<Outcome>,
  ): Promise<Outcome | undefined> {
    if (store.getState().phase !== 'idle') return undefined;
    store.setState({ ...idle, asked, phase: 'waiting' }, true);
    try {
      python ??= await load();
      return await task(python, {
        needsNetwork,
        onOutput: (output) =>
          store.setState(({ printed }) => ({ printed: addPrinted(printed, output) })),
        onProgress: (progress) => store.setState({ progress }),
        onRunning: () => store.setState({ phase: 'running', progress: null }),
      });
    } catch (error) {
      store.setState({ problem: sayWhy(error) });
      return undefined;
    } finally {
      store.setState({ phase: 'idle', progress: null });
    }
  }

  return {
    store,
    async run(code: string): Promise<void> {
      const outcome = await ask('run', (client, listening) => client.run(code, listening));
      if (outcome?.ok === false) store.setState({ error: outcome.error });
      else if (outcome?.value !== undefined) store.setState({ value: outcome.value });
    },
    /**
     * Resolves to what the checks found, also where only the lines after the code's classes and functions failed; to
     * nothing where it did not get so far, or Python cannot be had: the store says why.
     */
    async check(code: string, checks: string): Promise<CheckReport | undefined> {
      const outcome = await ask('check', (client, listening) =>
        client.check(code, checks, listening),
      );
      if (outcome?.ok === false) store.setState({ error: outcome.error });
      return outcome?.report;
    },
    stop: () => python?.stop(),
  };
}

interface Listening {
  needsNetwork: boolean;
  onOutput: (output: PythonOutput) => void;
  onProgress: (progress: PythonProgress) => void;
  onRunning: () => void;
}
