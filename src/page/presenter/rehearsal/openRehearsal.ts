import { make } from '../make.ts';
import { createRehearsal, type Rehearsal } from './createRehearsal.ts';
import { findDemos, type Demo, type Demos } from './findDemos.ts';
import './rehearsal.css';
import { sayAll, sayDemo } from './sayDemo.ts';

/** What was found stays as long as the window is open. By lesson. */
const dialogs = new Map<string, HTMLDialogElement>();

/** Opens the rehearsal of a lesson over the presenter's window. */
export function openRehearsal(root: HTMLElement, lesson: string): void {
  const dialog = dialogs.get(lesson) ?? createDialog(lesson);
  dialogs.set(lesson, dialog);
  if (!dialog.isConnected) root.append(dialog);
  if (!dialog.open) dialog.showModal();
}

function createDialog(lesson: string): HTMLDialogElement {
  const heading = make('h2', '', 'Rehearse');
  heading.id = `rehearse-${lesson}`;
  const about = make(
    'p',
    'fine',
    'Loads what this lesson’s demonstrations need, runs each once on this computer, as it will run in class, and times it. Let nothing else compute meanwhile.',
  );
  const list = make('ol', 'rehearsal-list');
  const drawn = make('p', 'fine');
  const summary = make('p', 'rehearsal-summary');
  summary.setAttribute('role', 'status');
  const [start, skip, close] = [button('Rehearse'), button('Skip this one'), button('Close')];
  start.className = 'primary';
  skip.hidden = true;
  const dialog = make('dialog', 'rehearsal');
  dialog.setAttribute('aria-labelledby', heading.id);
  dialog.append(heading, about, list, drawn, summary, make('p', 'buttons', start, skip, close));
  // The keys of the presenter's window are for the audience's screen behind it.
  dialog.addEventListener('keydown', (event) => event.stopPropagation());

  let rehearsal: Rehearsal | undefined;
  const sayWhy = (error: Error) => void (summary.textContent = error.message);
  const rehearse = async () => {
    const { demos } = await prepare();
    skip.hidden = demos.length < 2;
    await rehearsal?.run();
    skip.hidden = true;
    summary.textContent =
      demos.length === 0
        ? 'Nothing in this lesson computes in class.'
        : sayAll(demos.map((demo, index) => sayDemo(demo, stateOf(index))));
  };
  let found: Promise<Demos> | undefined;
  /** Finds the lesson's demonstrations, and lists them. */
  const prepare = async () => {
    summary.textContent = found ? '' : 'Loading the lesson…';
    found ??= findDemos(lesson);
    found.catch(() => (found = undefined));
    const demos = await found;
    if (!rehearsal) {
      heading.textContent = `Rehearse: ${demos.title}`;
      const rows = demos.demos.map(createRow);
      list.replaceChildren(...rows.map(({ element }) => element));
      drawn.textContent = sayDrawn(demos.drawn.length);
      const showRow = (index: number) =>
        rows[index]?.show(demos.demos[index] as Demo, stateOf(index));
      rehearsal = createRehearsal(demos.demos, showRow);
      rows.forEach((_, index) => showRow(index));
    }
    summary.textContent = '';
    return demos;
  };
  const stateOf = (index: number) => rehearsal?.states[index] ?? { phase: 'waiting' as const };

  start.addEventListener('click', () => {
    if (rehearsal?.isRunning) return rehearsal.cancel();
    start.textContent = 'Cancel';
    start.classList.remove('primary');
    void rehearse()
      .catch(sayWhy)
      .finally(() => {
        start.textContent = 'Rehearse again';
        start.classList.add('primary');
      });
  });
  skip.addEventListener('click', () => rehearsal?.skip());
  close.addEventListener('click', () => dialog.close());
  void prepare().catch(sayWhy);
  return dialog;
}

function createRow() {
  const verdict = make('span', 'rehearsal-verdict');
  const title = make('h3');
  const [found, advice] = [make('p'), make('p', 'rehearsal-advice')];
  const element = make('li', '', title, verdict, found, advice);
  return {
    element,
    show(demo: Demo, state: Parameters<typeof sayDemo>[1]) {
      const words = sayDemo(demo, state);
      element.dataset['look'] = words.look;
      title.textContent = demo.title;
      verdict.textContent = words.verdict;
      found.textContent = words.found;
      advice.textContent = words.advice;
    },
  };
}

function button(label: string): HTMLButtonElement {
  const made = make('button', '', label);
  made.type = 'button';
  return made;
}

function sayDrawn(count: number): string {
  if (count === 0) return '';
  return count === 1
    ? 'One other figure computes nothing, and has been loaded.'
    : `${count} other figures compute nothing, and have been loaded.`;
}
