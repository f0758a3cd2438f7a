import type { VoteQuestion } from '../../../contract/voteQuestion.ts';
import { createButton } from '../../createButton.ts';
import { drawBadge, drawShape, letterOf, mostChoices, sayShape } from '../room/choiceLooks.ts';
import '../room/room.css';
import './vote.css';

/** Shows the question that the address names; a choice fills the screen, to be held up. Nothing is sent. */
export async function offerVote(): Promise<void> {
  const place = document.querySelector<HTMLElement>('[data-vote]');
  if (!place) return;
  const id = new URLSearchParams(location.search).get('q') ?? '';
  try {
    const response = await fetch(new URL('../questions.json', document.baseURI));
    if (!response.ok) throw new Error(String(response.status));
    const questions = (await response.json()) as Record<string, VoteQuestion>;
    const question = Object.hasOwn(questions, id) ? questions[id] : undefined;
    if (question) show(place, question);
    else say(place, 'This address names no question. Scan the code on the screen once more.');
  } catch {
    say(place, 'The question could not be loaded. Check your connection and reload the page.');
  }
}

function say(place: HTMLElement, sentence: string): void {
  const notice = document.createElement('p');
  notice.className = 'notice';
  notice.setAttribute('role', 'alert');
  notice.textContent = sentence;
  place.append(notice);
}

function show(box: HTMLElement, { place, question, choices }: VoteQuestion): void {
  const kind = document.createElement('p');
  kind.className = 'fine';
  kind.textContent = place;
  const asked = document.createElement('h1');
  asked.innerHTML = question;
  const list = document.createElement('div');
  list.className = 'vote-choices';
  const card = createCard();
  choices.slice(0, mostChoices).forEach((words, index) => {
    const button = createButton('');
    button.dataset['choice'] = letterOf(index);
    const letter = document.createElement('span');
    letter.className = 'visually-hidden';
    letter.textContent = `${letterOf(index)}, ${sayShape(index)}: `;
    const text = document.createElement('span');
    text.innerHTML = words;
    button.append(drawBadge(index), letter, text);
    button.addEventListener('click', () => holdUp(card, index, words));
    list.append(button);
  });
  const note = document.createElement('p');
  note.className = 'fine';
  note.textContent =
    'Your choice fills the screen. Turn the brightness up, and hold your phone up. Nothing is sent.';
  box.replaceChildren(kind, asked, list, note, card);
  document.querySelector('[data-vote-title]')?.remove();
}

function createCard(): HTMLDialogElement {
  const card = document.createElement('dialog');
  card.className = 'vote-card';
  return card;
}

/** Fills the screen with a choice, which stays on as long as it is shown. */
function holdUp(card: HTMLDialogElement, index: number, words: string): void {
  card.dataset['choice'] = letterOf(index);
  card.setAttribute('aria-label', `Your answer: ${letterOf(index)}, ${sayShape(index)}`);
  card.innerHTML = `
    <p class="vote-hold">Hold your phone up</p>
    <div class="vote-sign"></div>
    <p class="vote-words">${words}</p>
    <form method="dialog"><button>Change my answer</button></form>`;
  card.querySelector('.vote-sign')?.append(drawShape(index));
  if (!card.open) card.showModal();
  keepAwake(card);
}

/** What can keep a screen on, in browsers newer than the oldest that the page is made for. */
interface Device {
  wakeLock?: { request: (what: 'screen') => Promise<{ release: () => Promise<void> }> };
}

/** Keeps the screen on while the card is open, where the browser can. */
function keepAwake(card: HTMLDialogElement): void {
  const ask = async () => {
    if (document.visibilityState !== 'visible' || !card.open) return;
    const { wakeLock } = navigator as unknown as Device;
    const lock = await wakeLock?.request('screen').catch(() => undefined);
    if (!card.open) await lock?.release();
    else card.addEventListener('close', () => void lock?.release(), { once: true });
  };
  void ask();
  // A screen that was off has lost its lock.
  document.addEventListener('visibilitychange', ask);
  card.addEventListener('close', () => document.removeEventListener('visibilitychange', ask), {
    once: true,
  });
}
