import type { Deck, Place, Presenting, ScreenEntry } from '../../../contract/presenting.ts';
import { reasonOf } from '../../../lib/reasonOf.ts';
import { siteUrl } from '../../../lib/siteUrl.ts';
import { createButton } from '../../createButton.ts';
import { openChannel } from '../channel.ts';
import { commandOf, holderOf, type Command } from '../keys.ts';
import { make } from '../make.ts';
import { showKeys } from '../showKeys.ts';
import './console.css';
import { createPreview } from './createPreview.ts';
import { keepTime } from './keepTime.ts';

/** An audience that goes to another lesson is back by then. */
const patienceMs = 4000;

/** Brings the presenter's window to life: it steers the audience's window, and follows it. */
export function openConsole(root: HTMLElement): void {
  const part = (name: string) => root.querySelector<HTMLElement>(`[data-${name}]`) ?? root;
  const button = (name: string) => root.querySelector<HTMLElement>(`[data-do=${name}]`) ?? root;
  const channel = openChannel();
  const [state, list, notes] = [part('state'), part('list'), part('notes')];

  let place = placeInAddress();
  let black = false;
  let digits = '';
  /** By who cut them: the audience's screens are those that count. */
  const decks: Partial<Record<'audience' | 'mirror', Deck>> = {};
  let isAudienceThere = false;
  let leaving = 0;

  const preview = createPreview(part('preview'), (pointer) =>
    channel.post({ type: 'pointer', pointer }),
  );
  keepTime(part('clock'), part('elapsed'), button('pause'), button('reset'));
  for (const name of ['previous', 'next', 'black', 'laser', 'replay', 'keys'] as const)
    button(name).addEventListener('click', () => obey({ do: name }));
  button('audience').addEventListener('click', openAudience);
  button('rehearse').addEventListener('click', () => void rehearse());
  document.addEventListener('keydown', hearKey);
  for (const link of root.querySelectorAll<HTMLElement>('[data-present-lesson]'))
    link.addEventListener('click', (event) => {
      event.preventDefault();
      choose({ lesson: link.dataset['presentLesson'] ?? '', screen: '' });
    });
  channel.hear(hear);
  addEventListener('pagehide', () => channel.post({ type: 'bye', from: 'console' }));
  root.dataset['ready'] = '';
  show();
  channel.post({ type: 'hello', from: 'console' });
  noteAudience(false);
  if (lessonToRehearse()) void rehearse();

  function deckHere(): Deck | undefined {
    return [decks.audience, decks.mirror].find((deck) => deck?.lesson === place?.lesson);
  }

  function indexIn({ screens }: Deck): number {
    return Math.max(
      0,
      screens.findIndex(({ id }) => id === place?.screen),
    );
  }

  function hear(message: Presenting): void {
    if (message.type === 'hello') {
      if (place && message.from !== 'console') channel.post({ type: 'place', place });
      if (black) channel.post({ type: 'black', black });
      if (message.from === 'audience') noteAudience(true);
    }
    if (message.type === 'bye' && message.from === 'audience') {
      leaving = window.setTimeout(() => noteAudience(false), patienceMs);
    }
    if (message.type === 'place') {
      place = message.place;
      show();
    }
    if (message.type === 'deck') {
      decks[message.from] = message.deck;
      if (message.from === 'audience') noteAudience(true);
      showDeck();
    }
    if (message.type === 'black') showBlack(message.black);
    if (message.type === 'sorry') saySorry(message.sentence);
  }

  function noteAudience(isThere: boolean): void {
    clearTimeout(leaving);
    isAudienceThere = isThere;
    if (!isThere) delete decks.audience;
    button('audience').hidden = isThere;
    sayState();
  }

  /** Until the next screen; empty where all is well again. */
  function saySorry(sentence: string): void {
    if (sentence === '') return sayState();
    state.textContent = sentence;
    state.hidden = false;
  }

  async function rehearse(): Promise<void> {
    if (!place) return;
    try {
      const { openRehearsal } = await import('../rehearsal/openRehearsal.ts');
      openRehearsal(root, place.lesson);
    } catch (error) {
      saySorry(
        `The rehearsal could not be loaded: ${reasonOf(error)}. Check your network connection and reload this window.`,
      );
    }
  }

  function sayState(): void {
    let sentence = '';
    if (!channel.isOpen)
      sentence =
        'This browser lets no two windows of a page talk to each other: this one can’t steer the audience’s window.';
    else if (!isAudienceThere && place)
      sentence = 'No window for the audience is open. Open one, and move it to the projector.';
    state.textContent = sentence;
    state.hidden = sentence === '';
  }

  function choose(chosen: Place): void {
    if (black) {
      showBlack(false);
      channel.post({ type: 'black', black });
    }
    place = chosen;
    channel.post({ type: 'place', place });
    show();
  }

  function show(): void {
    root.toggleAttribute('data-chosen', place !== undefined);
    if (!place) return;
    history.replaceState(null, '', `#${place.lesson}/${place.screen}`);
    preview.show(place);
    showDeck();
    sayState();
  }

  function showDeck(): void {
    const deck = deckHere();
    part('lesson-title').textContent = deck ? deck.title : '';
    if (!deck) return;
    preview.setSize(deck.size);
    const at = indexIn(deck);
    fillList(deck, at);
    const { screens } = deck;
    part('number').textContent = `screen ${at + 1} of ${screens.length}: ${screens[at]?.title}`;
    // From the lesson's own page, which the build has made.
    notes.innerHTML = screens[at]?.notes || '<p class="fine">No notes for this screen.</p>';
    notes.scrollTop = 0;
    const [title, excerpt] = nextOf(deck, at);
    part('next-title').textContent = title;
    part('next-excerpt').textContent = excerpt;
  }

  function fillList({ screens }: Deck, at: number): void {
    const key = JSON.stringify(screens.map(({ id }) => id));
    if (list.dataset['of'] !== key) {
      list.dataset['of'] = key;
      list.replaceChildren(...screens.map(itemOf));
    }
    [...list.children].forEach((item, index) => {
      const entry = item.firstElementChild;
      if (index === at) entry?.setAttribute('aria-current', 'true');
      else entry?.removeAttribute('aria-current');
    });
    list.children[at]?.scrollIntoView({ block: 'nearest' });
  }

  function itemOf({ id, title, kind }: ScreenEntry): HTMLElement {
    const entry = createButton('');
    entry.append(make('span', '', title));
    if (kind === 'figure') entry.append(make('span', 'fine', 'figure'));
    entry.addEventListener('click', () => place && choose({ lesson: place.lesson, screen: id }));
    return make('li', '', entry);
  }

  function hearKey(event: KeyboardEvent): void {
    if (event.defaultPrevented) return;
    const command = commandOf(event, holderOf(event.target), digits !== '');
    if (!command || (command.do === 'jump' && digits === '')) return;
    event.preventDefault();
    obey(command);
  }

  function obey(command: Command): void {
    if (command.do === 'digit') {
      digits = (digits + command.digit).slice(-3);
      return;
    }
    const number = Number(digits);
    digits = '';
    if (command.do === 'black') {
      showBlack(!black);
      channel.post({ type: 'black', black });
    }
    if (command.do === 'laser') {
      preview.setPointer(!preview.isPointing);
      button('laser').setAttribute('aria-pressed', String(preview.isPointing));
    }
    if (command.do === 'keys') showKeys();
    if (command.do === 'replay')
      channel.post({ type: 'replay', to: isAudienceThere ? 'audience' : 'mirror' });
    const deck = deckHere();
    if (!deck || !place) return;
    const { screens, next } = deck;
    const [at, last] = [indexIn(deck), screens.length - 1];
    const targets: Partial<Record<Command['do'], number>> = {
      next: at + 1,
      previous: Math.max(0, at - 1),
      first: 0,
      last,
      jump: Math.min(last, Math.max(0, number - 1)),
    };
    const target = targets[command.do];
    if (target === undefined) return;
    if (target > last && next) choose({ lesson: next.lesson, screen: '' });
    else choose({ lesson: place.lesson, screen: screens[Math.min(last, target)]?.id ?? '' });
  }

  function showBlack(isBlack: boolean): void {
    black = isBlack;
    button('black').setAttribute('aria-pressed', String(black));
  }

  function openAudience(): void {
    if (!place) return;
    const address = siteUrl(`${place.lesson}/?present#${place.screen || 'start'}`);
    const opened = window.open(address, 'audience', 'popup,width=1280,height=760');
    if (opened) return;
    state.textContent = `The browser has blocked the window. Allow pop-ups for this page and press the button again, or open ${address} yourself: it finds this window.`;
    state.hidden = false;
  }
}

function nextOf({ screens, next }: Deck, at: number): [title: string, excerpt: string] {
  const following = screens[at + 1];
  if (following) {
    const isSame = following.title === screens[at]?.title;
    return [isSame ? `${following.title} (continued)` : following.title, following.excerpt];
  }
  return next ? [`The next lesson: ${next.title}`, ''] : ['This is the last screen.', ''];
}

/** `#degradation/what-does-happen.2`; a lesson's first screen without what follows the slash. */
function placeInAddress(): Place | undefined {
  const [lesson, screen = ''] = decodeURI(location.hash.slice(1)).split('/', 2);
  const chosen = lesson || lessonToRehearse();
  return chosen ? { lesson: chosen, screen } : undefined;
}

/** `?rehearse=degradation` opens the window with that lesson's rehearsal. */
function lessonToRehearse(): string | null {
  return new URLSearchParams(location.search).get('rehearse');
}
