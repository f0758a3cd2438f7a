import programs from 'virtual:listings';
import { sharedPython } from '../sandbox/sharedPython.ts';
import { PythonUnavailable, type RunOutcome } from '../sandbox/pythonClient.ts';
import { describeError } from '../code/describe.ts';
import { createListingView } from './listingView.ts';
import { offeredTo } from './offeredTo.ts';
import './listings.css';

interface Listing {
  /** Code and its bar; what the program gives is put below them. */
  block: HTMLElement;
  /** Runs the listing, and stops it while it runs. */
  button: HTMLButtonElement;
  /** Its code, as it is when it runs. */
  program: () => string;
  /** As it is printed. */
  original: string;
  /** Hears of the error's line, and of null as a run begins. */
  mark?: (error: { line: number; message: string } | null) => void;
}

/** Makes a listing run: returns what its button does when it is pressed. */
export function createListingRunner({
  block,
  button,
  program: read,
  original,
  mark,
}: Listing): () => void {
  const python = sharedPython();
  const view = createListingView(block);
  const lesson = document.querySelector<HTMLElement>('[data-lesson]')?.dataset['lesson'] ?? '';
  let isRunning = false;
  const setRunning = (now: boolean) => {
    isRunning = now;
    button.textContent = now ? 'Stop' : 'Run';
    button.setAttribute('aria-label', now ? 'Stop this Python' : 'Run this Python');
  };

  const run = async (): Promise<RunOutcome | PythonUnavailable> => {
    const program = read().trim();
    try {
      return await python.run(program, {
        offered: offeredTo(programs, lesson, original.trim()),
        needsNetwork: /\bResNet34_Weights\b/.test(program),
        onOutput: view.print,
        onProgress: view.showProgress,
        onRunning: view.showRunning,
      });
    } catch (error) {
      if (error instanceof PythonUnavailable) return error;
      throw error;
    }
  };

  return () => {
    if (isRunning) return python.stop();
    setRunning(true);
    view.begin();
    mark?.(null);
    void run()
      .then((outcome) => {
        view.end(outcome);
        if ('error' in outcome && outcome.error.line)
          mark?.({ line: outcome.error.line, message: describeError(outcome.error) });
      })
      .finally(() => setRunning(false));
  };
}

export type ListingRunner = typeof createListingRunner;
