import programs from 'virtual:listings';
import { sharedPython } from '../sandbox/sharedPython.ts';
import { PythonUnavailable, type RunOutcome } from '../sandbox/pythonClient.ts';
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
}

/** Makes a listing run: returns what its button does when it is pressed. */
export function createListingRunner({ block, button, program: read }: Listing): () => void {
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
        offered: offeredTo(programs, lesson, program),
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
    void run()
      .then(view.end)
      .finally(() => setRunning(false));
  };
}
