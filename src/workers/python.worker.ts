import checking from '../../content/exercises/checking.py?raw';
import type { PythonCommand, PythonEvent } from '../contract/python.ts';
import type { PythonStart } from '../contract/pythonFrame.ts';
import { installTorch } from '../torch/install.ts';
import { pythonFiles } from '../torch/pythonFiles.ts';
import { reasonOf } from '../lib/reasonOf.ts';
import { closeDoors } from './python/closeDoors.ts';
import { createDeadline } from './python/deadline.ts';
import doors from './python/doors.py?raw';
import { loadInterpreter } from './python/loadInterpreter.ts';
import { startKernels } from './python/startKernels.ts';
import { createOutput } from './python/output.ts';
import needs from './python/needs.py?raw';
import pristine from './python/pristine.py?raw';
import runner from './python/runner.py?raw';

/** Bound before the doors close. */
const post: (event: PythonEvent) => void = postMessage.bind(globalThis);
const output = createOutput(post);

type Perform = (request: string) => string;
let perform: Promise<(command: PythonCommand) => void>;

/** In the sandboxed frame (public/scripts/python-frame.js), whose only other voice is the first message. */
addEventListener('message', ({ data }: MessageEvent<PythonStart | PythonCommand>) => {
  if (data.type !== 'start') {
    void perform.then((answer) => answer(data));
    return;
  }
  perform = start(data);
  perform.then(
    () => post({ type: 'ready' }),
    (error: unknown) => post({ type: 'broken', why: reasonOf(error) }),
  );
});

async function start(parts: PythonStart): Promise<(command: PythonCommand) => void> {
  const pyodide = await loadInterpreter(parts);
  await startKernels(parts.files);
  installTorch(pyodide, pythonFiles);
  const deadline = createDeadline(pyodide);
  closeDoors();
  const folder = '/page';
  pyodide.FS.mkdir(folder);
  for (const [file, text] of Object.entries({ doors, needs, pristine, runner }))
    pyodide.FS.writeFile(`${folder}/${file}.py`, text);
  const createRunner = pyodide.runPython(`
import sys
sys.path.insert(0, "${folder}")
import doors, runner
sys.path.remove("${folder}")
for name in ("doors", "needs", "pristine", "runner"):
    del sys.modules[name]
doors.close_doors()
runner.create_runner`) as (...given: unknown[]) => Perform;
  let running = () => {};
  const run = createRunner(output.write, () => running(), checking);

  return (command) => {
    const { id } = command;
    if (command.type === 'network' || command.type === 'trace') return;
    output.begin(id);
    running = () => {
      post({ type: 'running', id });
      deadline.set(command.timeLimitMs);
    };
    try {
      const answer = JSON.parse(run(JSON.stringify(command)));
      output.flush();
      post({ ...answer, id });
    } catch (error) {
      output.flush();
      post({
        type: 'failed',
        id,
        error: { kind: 'Crash', message: reasonOf(error), traceback: '' },
      });
    } finally {
      deadline.clear();
    }
  };
}
