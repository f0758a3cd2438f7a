import type { PyodideAPI } from 'pyodide';
import checking from '../../../content/exercises/checking.py?raw';
import type { PythonCommand, PythonEvent } from '../../contract/python.ts';
import doors from './doors.py?raw';
import needs from './needs.py?raw';
import pristine from './pristine.py?raw';
import runner from './runner.py?raw';

/** What a program does while it runs. */
export interface RunnerHearing {
  write: (stream: 'stdout' | 'stderr', text: string) => void;
  /** The reader's own code begins, or a check of it. */
  running: () => void;
}

export type RunnerAnswer = Extract<PythonEvent, { type: 'finished' | 'failed' | 'checked' }>;

/**
 * Readies Python, where torch is installed, for readers' programs, and closes its ways out.
 * @returns the function that runs a command's program to its end
 */
export function installRunner(
  pyodide: PyodideAPI,
  { write, running }: RunnerHearing,
): (command: PythonCommand) => RunnerAnswer {
  const folder = '/page';
  pyodide.FS.mkdir(folder);
  const files = { doors, needs, pristine, runner };
  for (const [file, text] of Object.entries(files))
    pyodide.FS.writeFile(`${folder}/${file}.py`, text);
  // Programs find none of these modules: they are imported once and forgotten.
  const createRunner = pyodide.runPython(`
import sys
sys.path.insert(0, "${folder}")
import doors, runner
sys.path.remove("${folder}")
for name in ${JSON.stringify(Object.keys(files))}:
    del sys.modules[name]
doors.close_doors()
runner.create_runner`) as (...given: unknown[]) => (request: string) => string;
  const perform = createRunner(write, running, checking);
  return (command) => ({ ...JSON.parse(perform(JSON.stringify(command))), id: command.id });
}
