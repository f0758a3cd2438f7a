import { siteUrl } from '../../../lib/siteUrl.ts';
import { drawCode } from '../../../ui/code/drawCode.ts';
import { reachOf } from '../../../ui/code/reachOf.ts';
import '../../../ui/code/code.css';
import { drawBadge, letterOf, mostChoices } from './choiceLooks.ts';
import { clamp, keepCounts, leading, press, ranked, readCounts } from './counts.ts';
import type { RoomQuestion } from './readQuestion.ts';
import './room.css';

/**
 * Puts a question to the room, over the whole window: choices with their counts, a QR code to vote with a phone, and
 * the answer when the teacher asks for it. The counts are what the teacher counts; nothing is sent.
 */
export function openRoom(asked: RoomQuestion): void {
  const room = document.createElement('dialog');
  room.className = 'room';
  room.tabIndex = -1;
  room.setAttribute('aria-label', 'Ask the room');
  const { choices, answer, predict } = asked;
  const shown = choices.slice(0, mostChoices);
  const address = voteAddress(asked.id);
  const last = letterOf(shown.length - 1);
  room.innerHTML = `
    <div class="room-head">
      <p class="room-kind">Ask the room · ${asked.kind}</p>
      <button type="button" data-do="reset">Reset counts</button>
      <button type="button" data-do="close">Close</button>
    </div>
    <p class="room-question" id="room-question"></p>
    <ol class="room-choices"></ol>
    <div class="room-code">
      <p>Scan, choose, hold up your phone.</p>
      <div class="room-code-place"></div>
      <p class="room-address" translate="no"></p>
    </div>
    <div class="room-foot">
      <button type="button" class="primary" data-do="reveal"></button>
      <p class="room-says" role="status"></p>
      <p class="room-keys"><kbd>A</kbd>–<kbd>${last}</kbd> count one, with <kbd>Shift</kbd> take one back · <kbd>Enter</kbd> ${answer ? 'shows the answer' : 'predicts'}</p>
    </div>`;
  const part = <E extends HTMLElement>(selector: string) => room.querySelector(selector) as E;
  part('.room-question').append(...asked.question);
  part('.room-code-place').append(drawCode(address));
  part('.room-address').textContent = reachOf(address) || address.replace(/^https?:\/\//, '');
  const rows = shown.map(toRow);
  part('.room-choices').append(...rows.map(({ row }) => row));

  let counts = readCounts(asked.id, shown.length);
  let isRevealed = false;
  const show = () => {
    const total = counts.reduce((sum, count) => sum + count, 0);
    for (const [index, { row, field, share }] of rows.entries()) {
      const count = counts[index] ?? 0;
      if (field.value !== String(count)) field.value = String(count);
      row.style.setProperty('--share', String(total ? count / total : 0));
      share.textContent = total ? `${Math.round((100 * count) / total)} %` : '';
      row.toggleAttribute('data-right', isRevealed && index === answer?.right);
      row.toggleAttribute('data-wrong', isRevealed && index !== answer?.right);
    }
    const ahead = leading(counts);
    const button = part<HTMLButtonElement>('[data-do="reveal"]');
    button.textContent = answer
      ? isRevealed
        ? 'Hide the answer'
        : 'Show the answer'
      : ahead === null
        ? 'Predict what most say'
        : predict?.isOrder
          ? `Predict ${ranked(counts).map(letterOf).join(', ')}, by votes`
          : `Predict ${letterOf(ahead)}, as most say`;
    button.disabled = !answer && ahead === null;
    room.toggleAttribute('data-revealed', isRevealed);
  };
  const set = (next: number[]) => {
    counts = next;
    keepCounts(asked.id, counts);
    show();
  };
  const reveal = () => {
    const ahead = leading(counts);
    if (!answer) {
      if (ahead === null) return;
      room.close();
      predict?.make(ranked(counts));
      return;
    }
    isRevealed = !isRevealed;
    const says = part('.room-says');
    says.replaceChildren();
    if (isRevealed) {
      const letter = document.createElement('strong');
      letter.textContent = `${letterOf(answer.right)} is right. `;
      const reason = document.createElement('span');
      reason.append(...answer.reason.map((node) => node.cloneNode(true)));
      // It says the same in the words of the lesson.
      reason.querySelector('.check-verdict')?.remove();
      says.append(letter, reason);
    }
    show();
  };

  for (const [index, { field }] of rows.entries()) {
    field.addEventListener('input', () =>
      set(counts.map((count, at) => (at === index ? clamp(field.valueAsNumber) : count))),
    );
  }
  room.addEventListener('keydown', (event) => {
    // Keys mean something else to the page below.
    event.stopPropagation();
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) {
      event.preventDefault();
      reveal();
      return;
    }
    const next = press(counts, event);
    if (!next) return;
    event.preventDefault();
    set(next);
  });
  room.addEventListener('click', ({ target }) => {
    const does = (target as Element).closest<HTMLElement>('[data-do]')?.dataset['do'];
    if (does === 'close') room.close();
    if (does === 'reset') set(counts.map(() => 0));
    if (does === 'reveal') reveal();
  });
  room.addEventListener('close', () => room.remove());
  document.body.append(room);
  room.showModal();
  room.focus();
  show();
}

interface Row {
  row: HTMLLIElement;
  field: HTMLInputElement;
  share: HTMLElement;
}

/** A choice: its shape, its words, its bar and its count. */
function toRow(words: Node[], index: number): Row {
  const row = document.createElement('li');
  row.dataset['choice'] = letterOf(index);
  const text = document.createElement('p');
  text.className = 'room-words';
  text.append(...words);
  const bar = document.createElement('span');
  bar.className = 'room-bar';
  const share = document.createElement('span');
  share.className = 'room-share';
  const field = document.createElement('input');
  Object.assign(field, { type: 'number', min: '0', step: '1', inputMode: 'numeric' });
  field.setAttribute('aria-label', `Votes for ${letterOf(index)}`);
  row.append(drawBadge(index), text, bar, share, field);
  return { row, field, share };
}

function voteAddress(question: string): string {
  return siteUrl(`vote/?q=${question}`);
}
