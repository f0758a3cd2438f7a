import type { PythonError } from '../../contract/python.ts';
import { listed, megabytes } from '../../lib/format.ts';
import {
  PythonUnavailable,
  type PythonOutput,
  type PythonProgress,
  type RunOutcome,
} from '../sandbox/pythonClient.ts';
import { addPrinted, nothingPrinted, sayLeftOut } from '../sandbox/printed.ts';
import { sayWhy } from '../sandbox/sayWhy.ts';

/** What is shown below a listing that was run. */
export interface ListingView {
  begin(): void;
  showProgress(progress: PythonProgress): void;
  showRunning(): void;
  print(output: PythonOutput): void;
  end(outcome: RunOutcome | PythonUnavailable): void;
}

/** Puts an empty place for results below a block of code. */
export function createListingView(block: HTMLElement): ListingView {
  const results = document.createElement('div');
  results.className = 'code-results';
  // Spoken in full sentences, once; what is shown is read where it stands.
  const spoken = append(results, 'p', 'visually-hidden');
  spoken.setAttribute('role', 'status');
  const texts = append(results, 'div', 'code-results-texts');
  const state = append(results, 'p', 'code-results-state');
  block.append(results);
  let printed = nothingPrinted;

  const say = (sentence: string) => (spoken.textContent = sentence);
  const show = (className: string, content: string) => {
    const pre = append(texts, 'pre', className);
    pre.textContent = content;
    // It may be long, and is then scrolled by keyboard as well.
    pre.tabIndex = 0;
    return pre;
  };

  return {
    begin() {
      results.dataset['running'] = '';
      texts.replaceChildren();
      printed = nothingPrinted;
      state.textContent = 'Waiting for Python…';
      say('');
    },
    showProgress(progress) {
      state.textContent = describeProgress(progress);
    },
    showRunning() {
      state.textContent = 'Running…';
    },
    print(output) {
      printed = addPrinted(printed, output);
      texts.replaceChildren();
      for (const { stream, text } of printed.head) show(`code-results-${stream}`, text);
      const leftOut = sayLeftOut(printed);
      if (leftOut) append(texts, 'p', 'code-results-left-out').textContent = leftOut;
      for (const { stream, text } of printed.tail) show(`code-results-${stream}`, text);
      // As in a terminal, the newest lines are seen.
      const last = texts.lastElementChild;
      if (last) last.scrollTop = last.scrollHeight;
    },
    end(outcome) {
      delete results.dataset['running'];
      state.textContent = '';
      if (outcome instanceof PythonUnavailable) {
        state.textContent = sayWhy(outcome);
        say(state.textContent);
      } else if (outcome.ok) showFinished(outcome);
      else showFailed(outcome.error);
    },
  };

  function showFailed({ kind, message, traceback }: PythonError): void {
    const isStopped = kind === 'Stopped';
    if (!isStopped) show('code-results-error', traceback.trimEnd());
    state.textContent = isStopped ? 'Stopped.' : '';
    say(isStopped ? 'Stopped.' : `${kind}: ${message}`);
  }

  function showFinished({ value, defined }: Extract<RunOutcome, { ok: true }>): void {
    if (value !== undefined) show('code-results-value', value);
    const names = describeDefined(defined);
    const isEmpty = !names && !texts.hasChildNodes();
    state.textContent = isEmpty ? 'Finished without an error; it printed nothing.' : names;
    const said =
      texts.textContent.length > 500 ? 'Its output is below the code.' : texts.textContent;
    say(`Finished. ${said} ${state.textContent}`);
  }
}

function append(parent: HTMLElement, tag: string, className: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  parent.append(element);
  return element;
}

function describeProgress(progress: PythonProgress): string {
  if (progress.for === 'start') return 'Starting Python…';
  const what = progress.for === 'network' ? 'the network' : 'Python';
  const { received, total } = progress;
  return `Downloading ${what}: ${megabytes(received)} of ${megabytes(total)} MB. The browser keeps it for the next time.`;
}

/** Such as `Defined block, x and count.` */
function describeDefined(names: string[]): string {
  return names.length > 0 ? `Defined ${listed(names)}.` : '';
}
