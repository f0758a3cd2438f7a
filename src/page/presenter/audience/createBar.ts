import { createButton } from '../../createButton.ts';
import type { Command } from '../keys.ts';
import { make } from '../make.ts';

/** The slim bar below a screen. */
export interface Bar {
  /** @param index counted from 0 */
  show(index: number, count: number, title: string): void;
  /** The digits typed so far of a screen's number; empty for none. */
  showDigits(digits: string): void;
  setPressed(name: 'black' | 'laser', pressed: boolean): void;
  /** Says something that went wrong, until the next screen. */
  say(sentence: string): void;
}

const buttons = [
  { do: 'previous', label: '‹', title: 'Previous screen (←)' },
  { do: 'next', label: '›', title: 'Next screen (→ or space)' },
  { do: 'black', label: 'Black', title: 'Black screen (B)' },
  { do: 'laser', label: 'Pointer', title: 'Pointer that follows the mouse (L)' },
  { do: 'notes', label: 'Notes', title: 'Open the presenter’s window (N)' },
  { do: 'code', label: 'QR code', title: 'QR code of this place in the lesson (Q)' },
  { do: 'fullScreen', label: 'Full screen', title: 'Full screen (F)' },
  { do: 'keys', label: 'Keys', title: 'List of the keys (?)' },
  { do: 'leave', label: 'Leave', title: 'Leave the presentation (Esc)' },
] as const;

const idleMs = 2500;

/** Puts the bar on the page. It hides while nobody points or tabs to it. */
export function createBar(lesson: string, onCommand: (command: Command) => void): Bar {
  const made = buttons.map(({ label, title, ...command }) => {
    const button = createButton(label);
    button.title = title;
    if (!/[a-z]/.test(label)) button.setAttribute('aria-label', title.replace(/ \(.*/, ''));
    button.addEventListener('click', () => onCommand(command));
    return [command.do, button] as const;
  });
  const buttonOf = Object.fromEntries(made) as Record<Command['do'], HTMLButtonElement>;
  const { previous, next, ...others } = buttonOf;
  const number = make('span', 'present-number');
  const place = make('span', 'present-place');
  const clock = make('time', 'present-clock');
  const said = make('p', 'present-said');
  said.setAttribute('role', 'status');
  const heard = make('p', 'visually-hidden');
  heard.setAttribute('aria-live', 'polite');
  const bar = make('nav', 'present-bar', previous, next, number, place, clock);
  bar.setAttribute('aria-label', 'Presentation');
  bar.append(...Object.values(others));
  const line = make('div', 'present-line');
  document.body.append(line, bar, said, heard);
  for (const name of ['black', 'laser'] as const)
    buttonOf[name].setAttribute('aria-pressed', 'false');
  if (!document.fullscreenEnabled) buttonOf.fullScreen.remove();
  keepTime(clock);
  const wake = hideWhenIdle();

  let shown = '';
  return {
    show(index, count, title) {
      shown = `${index + 1} of ${count}`;
      number.textContent = shown;
      place.textContent = title === lesson ? lesson : `${lesson} · ${title}`;
      line.style.setProperty('--done', String((index + 1) / count));
      heard.textContent = `Screen ${shown}: ${title}`;
      said.textContent = '';
    },
    showDigits(digits) {
      number.textContent = digits === '' ? shown : `Go to ${digits} ↵`;
      if (digits !== '') wake();
    },
    setPressed: (name, pressed) => buttonOf[name].setAttribute('aria-pressed', String(pressed)),
    say(sentence) {
      said.textContent = sentence;
    },
  };
}

function keepTime(clock: HTMLTimeElement): void {
  const tick = () => {
    const now = new Date();
    clock.textContent = now.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
    setTimeout(tick, 60_000 - (now.getTime() % 60_000));
  };
  tick();
}

/** Returns what shows the bar again for a while. */
function hideWhenIdle(): () => void {
  let timer = 0;
  const { dataset } = document.body;
  const wake = () => {
    delete dataset['idle'];
    clearTimeout(timer);
    timer = window.setTimeout(() => (dataset['idle'] = ''), idleMs);
  };
  for (const type of ['pointermove', 'pointerdown', 'focusin']) addEventListener(type, wake);
  wake();
  return wake;
}
