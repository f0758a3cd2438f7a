import { loadPyodide } from 'pyodide';
import { installTorch } from '../../src/torch/install.ts';
import { pythonFiles } from '../../src/torch/pythonFiles.ts';

/** Runs a program and gives what it printed, or ends in the exception's class and message. */
export type RunPython = (code: string) => string;

/** Starts Python with torch in this process (about two seconds): once a test file. */
export async function startPython(memory?: number): Promise<RunPython> {
  const pyodide = await loadPyodide();
  installTorch(pyodide, pythonFiles, memory);
  let printed = '';
  const write = (text: string) => {
    printed += `${text}\n`;
  };
  pyodide.setStdout({ batched: write });
  pyodide.runPython('import torch');
  return (code) => {
    printed = '';
    const globals = pyodide.toPy({}) as { destroy(): void };
    try {
      pyodide.runPython(code, { globals: globals as never });
    } catch (error) {
      const lines = String(error).trimEnd().split('\n');
      write(lines.at(-1) ?? '');
    } finally {
      globals.destroy();
    }
    return printed.trimEnd();
  };
}
