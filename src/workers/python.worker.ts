import type { GivenNetwork, PythonCommand, PythonEvent } from '../contract/python.ts';
import type { PythonStart } from '../contract/pythonFrame.ts';
import { reasonOf } from '../lib/reasonOf.ts';
import { installTorch } from '../torch/install.ts';
import { pythonFiles } from '../torch/pythonFiles.ts';
import { giveNetwork } from '../torch/network/given.ts';
import { startKernels } from '../torch/startKernels.ts';
import { readCheckpoint } from '../weights/readCheckpoint.ts';
import { closeDoors } from './python/closeDoors.ts';
import { createDeadline } from './python/deadline.ts';
import { installRunner } from './python/installRunner.ts';
import { loadInterpreter } from './python/loadInterpreter.ts';
import { createOutput } from './python/output.ts';

type Perform = (command: PythonCommand) => void;

/** Bound before the doors close. */
const post: (event: PythonEvent) => void = postMessage.bind(globalThis);
let perform: Promise<Perform>;

/** In the sandboxed frame (public/scripts/python-frame.js), whose first message holds all that is needed. */
addEventListener('message', ({ data }: MessageEvent<PythonStart | PythonCommand>) => {
  if (data.type !== 'start') {
    void perform.then((run) => run(data));
    return;
  }
  const began = performance.now();
  perform = start(data);
  perform.then(
    () => post({ type: 'ready', startMs: performance.now() - began }),
    (error: unknown) => post({ type: 'broken', why: reasonOf(error) }),
  );
});

async function start(parts: PythonStart): Promise<Perform> {
  const pyodide = await loadInterpreter(parts);
  await startKernels(parts.files);
  installTorch(pyodide, pythonFiles);
  const deadline = createDeadline(pyodide);
  const output = createOutput(post);
  let begin = () => {};
  closeDoors();
  const run = installRunner(pyodide, { write: output.write, running: () => begin() });

  return (command) => {
    if (command.type === 'network') return takeNetwork(command);
    const { id, timeLimitMs } = command;
    output.begin(id);
    begin = () => {
      post({ type: 'running', id });
      deadline.set(timeLimitMs);
    };
    const answer = orCrash(id, () => run(command));
    deadline.clear();
    output.flush();
    post(answer);
  };
}

function takeNetwork({ bytes, card }: GivenNetwork): void {
  giveNetwork(readCheckpoint(new Uint8Array(bytes), 'model.safetensors').state, card);
}

/** Python itself may stop, as where functions call each other deeper than the browser allows. */
function orCrash(id: number, run: () => PythonEvent): PythonEvent {
  try {
    return run();
  } catch (error) {
    const message = reasonOf(error);
    return { type: 'failed', id, error: { kind: 'Crash', message, traceback: '' } };
  }
}
