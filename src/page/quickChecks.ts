import { sayUnkept } from '../lib/deviceStorage.ts';
import { keepAnswers, readAnswers } from './checkAnswers.ts';
import { createButton } from './createButton.ts';

interface Choice {
  answer: HTMLElement;
  button: HTMLButtonElement;
  reason: HTMLElement;
  isRight: boolean;
}

/** Makes the quick checks of a lesson answerable: scripts/site/quickChecks.ts wrote them as folds. */
export function offerQuickChecks(): void {
  const lesson = document.querySelector<HTMLElement>('[data-lesson]')?.dataset['lesson'];
  // In the whole chapter, which is to be printed, they stay as they are.
  if (!lesson) return;
  for (const section of document.querySelectorAll<HTMLElement>('.quick-check')) {
    offer(section, `${lesson}/${section.id}`);
  }
}

/** Whether a class link keeps the answers back until they are asked for. */
const areAnswersKept = () =>
  document.documentElement.dataset['classHides']?.split(' ').includes('answers') ?? false;

function offer(section: HTMLElement, key: string): void {
  const answers = section.querySelector<HTMLElement>('.check-answers');
  if (!answers) return;
  const choices = [...answers.querySelectorAll('details')].map((fold, index) =>
    toChoice(fold, `${section.id}-reason-${index + 1}`),
  );
  answers.setAttribute('role', 'group');
  answers.setAttribute('aria-labelledby', `${section.id}-question`);
  const status = document.createElement('p');
  status.className = 'visually-hidden';
  status.setAttribute('role', 'status');
  const again = createButton('Try again', 'check-again');
  const unkept = document.createElement('p');
  unkept.className = 'fine';
  unkept.hidden = true;
  const reveal = createButton('Show the answer', 'check-reveal');
  section.append(again, createButton('Ask the room', 'ask-room'), reveal, unkept, status);

  let chosen = readAnswers(key).filter((index) => choices[index]);
  const isVeiled = () => areAnswersKept() && !('asked' in section.dataset);
  const show = () => {
    const isOver = !isVeiled() && chosen.some((index) => choices[index]?.isRight);
    for (const [index, choice] of choices.entries()) {
      showChoice(choice, chosen.includes(index), isOver);
    }
    again.hidden = chosen.length === 0;
    reveal.hidden = chosen.length === 0 || 'asked' in section.dataset;
  };
  const set = (next: number[]) => {
    chosen = next;
    const problem = keepAnswers(key, chosen);
    unkept.hidden = !problem || chosen.length === 0;
    unkept.textContent = problem && sayUnkept(problem, 'your answer');
    show();
  };
  for (const [index, { button, reason }] of choices.entries()) {
    button.addEventListener('click', () => {
      if (button.getAttribute('aria-disabled') === 'true') return;
      set(isVeiled() ? [index] : [...chosen, index]);
      status.textContent = isVeiled() ? 'Your choice is marked.' : spokenText(reason);
    });
  }
  reveal.addEventListener('click', () => {
    section.dataset['asked'] = '';
    show();
    const first = choices.find((_, index) => chosen.includes(index));
    status.textContent = first ? spokenText(first.reason) : '';
    first?.button.focus();
  });
  again.addEventListener('click', () => {
    delete section.dataset['asked'];
    set([]);
    status.textContent = 'Your answer has been cleared.';
    choices[0]?.button.focus();
  });
  answers.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    const at = choices.findIndex(({ button }) => button === document.activeElement);
    if (!step || at < 0) return;
    event.preventDefault();
    choices.at((at + step) % choices.length)?.button.focus();
  });
  show();
}

/** Puts a button and its reason in a fold's place, in the same room. */
function toChoice(fold: HTMLDetailsElement, reasonId: string): Choice {
  const button = createButton('', 'check-choice');
  button.append(...(fold.querySelector('summary')?.childNodes ?? []));
  const reason = fold.querySelector<HTMLElement>('.check-reason') ?? document.createElement('div');
  reason.id = reasonId;
  const isRight = 'right' in fold.dataset;
  const verdict = reason.querySelector('.check-verdict');
  // Not “No.”: the choice may itself be a yes or a no.
  if (verdict) {
    verdict.textContent = verdict.textContent.replace(/\w+/, isRight ? 'Right' : 'Not quite');
    verdict.textContent = verdict.textContent.replace(',', ':');
  }
  const answer = document.createElement('div');
  answer.className = fold.className;
  if (isRight) answer.dataset['right'] = '';
  answer.append(button, reason);
  fold.replaceWith(answer);
  return { answer, button, reason, isRight };
}

function showChoice({ answer, button, reason }: Choice, isChosen: boolean, isOver: boolean): void {
  answer.toggleAttribute('data-chosen', isChosen);
  // It stays focusable: Tab and the reading position stay where they are.
  button.setAttribute('aria-disabled', String(isOver || isChosen));
  if (isChosen) button.setAttribute('aria-describedby', reason.id);
  else button.removeAttribute('aria-describedby');
}

/** What a screen reader says of a reason: its words, and each equation once. */
function spokenText(reason: HTMLElement): string {
  const copy = reason.cloneNode(true) as HTMLElement;
  for (const drawn of copy.querySelectorAll('.katex-html, annotation')) drawn.remove();
  return copy.textContent.replaceAll(/\s+/g, ' ').trim();
}
