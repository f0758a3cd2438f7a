import type { Place, PresentedAs, Presenting } from '../../../contract/presenting.ts';
import { siteUrl } from '../../../lib/siteUrl.ts';
import { showCode } from '../../../ui/code/showCode.ts';
import { openChannel } from '../channel.ts';
import { commandOf, holderOf, type Command } from '../keys.ts';
import { make } from '../make.ts';
import { replayOnScreen } from '../replayOnScreen.ts';
import { showKeys } from '../showKeys.ts';
import { createStage } from '../stage/createStage.ts';
import './present.css';
import './figures.css';
import { createBar } from './createBar.ts';
import { createLaser } from './createLaser.ts';
import { hearTouch } from './hearTouch.ts';
import { openPresenter } from './openPresenter.ts';

/** Shows the open lesson one screen at a time, and keeps step with the other windows of the presentation. */
export async function present(role: PresentedAs): Promise<void> {
  const main = document.querySelector<HTMLElement>('[data-lesson]');
  const lesson = main?.querySelector<HTMLElement>('.lesson');
  const id = main?.dataset['lesson'];
  if (!main || !lesson || !id) {
    delete document.documentElement.dataset['present'];
    return;
  }
  const title = lesson.querySelector('h1')?.textContent ?? '';
  const channel = openChannel();
  const curtain = make('div', 'present-curtain');
  curtain.hidden = true;
  const laser = createLaser(main, (pointer) => channel.post({ type: 'pointer', pointer }));
  const bar = role === 'audience' ? createBar(title, obey) : undefined;
  document.body.append(curtain);

  /** The place that is shown, by name: where the window is cut afresh, its index is another. */
  let screen = nameInAddress();
  let at = 0;
  let digits = '';

  const stage = await createStage(lesson, () => {
    show(stage.screens.find(screen));
    tellDeck();
  });
  document.documentElement.dataset['presenting'] = '';
  addEventListener('hashchange', () => go(stage.screens.find(nameInAddress())));
  document.addEventListener('keydown', hearKey);
  document.addEventListener('click', stayPresenting);
  hearTouch(main, (to) => obey({ do: to }));
  printWholeLesson();
  channel.hear(hear);
  addEventListener('pagehide', () => channel.post({ type: 'bye', from: role }));

  const isChosen = screen !== '';
  show(stage.screens.find(screen));
  tellDeck();
  // First, as the presenter's window answers a greeting with the place that it knows.
  if (isChosen && role === 'audience') tellPlace();
  channel.post({ type: 'hello', from: role });

  function show(index: number): void {
    at = index;
    const entry = stage.screens.entries[at];
    if (!entry) return;
    stage.show(at);
    history.replaceState(history.state, '', `${location.search}#${entry.id}`);
    bar?.show(at, stage.screens.entries.length, entry.title);
  }

  /** What somebody at this window has chosen. */
  function go(index: number): void {
    const { entries } = stage.screens;
    if (index < 0) return goToLesson('prev', 'end');
    if (index >= entries.length) return goToLesson('next', '');
    setBlack(false);
    screen = entries[index]?.id ?? '';
    show(index);
    tellPlace();
  }

  function goToLesson(rel: 'next' | 'prev', there: string): void {
    const link = document.querySelector<HTMLAnchorElement>(`.way-on a[rel=${rel}]`);
    const other = link && lessonIn(link);
    if (other) leaveFor({ lesson: other, screen: there });
  }

  function leaveFor(place: Place): void {
    channel.post({ type: 'place', place });
    openPlace(place);
  }

  function openPlace({ lesson: other, screen: there }: Place): void {
    // The presenter's window turns its mirror itself.
    if (role === 'mirror') return;
    location.assign(siteUrl(`${other}/?present#${there || 'start'}`));
  }

  function setBlack(black: boolean): void {
    if (black !== curtain.hidden) return;
    showBlack(black);
    channel.post({ type: 'black', black });
  }

  function showBlack(black: boolean): void {
    curtain.hidden = !black;
    bar?.setPressed('black', black);
  }

  function tellPlace(): void {
    channel.post({ type: 'place', place: { lesson: id ?? '', screen } });
  }

  function tellDeck(): void {
    const link = document.querySelector<HTMLAnchorElement>('.way-on a[rel=next]');
    const next = link && { lesson: lessonIn(link), title: link.lastChild?.textContent ?? '' };
    const { entries: screens } = stage.screens;
    const deck = { lesson: id ?? '', title, screens, size: stage.size, ...(next && { next }) };
    channel.post({ type: 'deck', from: role, deck });
  }

  function hear(message: Presenting): void {
    if (message.type === 'hello') {
      tellDeck();
      // The mirror repeats what the audience sees; by itself it knows nothing.
      if (role === 'audience') tellPlace();
      if (!curtain.hidden) channel.post({ type: 'black', black: true });
    }
    if (message.type === 'place') follow(message.place);
    if (message.type === 'black') showBlack(message.black);
    if (message.type === 'replay' && message.to === role) void replay(tellPresenter);
    if (message.type === 'pointer' && !laser.isOn) laser.show(message.pointer);
  }

  function follow(place: Place): void {
    if (place.lesson !== id) return openPlace(place);
    screen = place.screen;
    const index = stage.screens.find(screen);
    if (index !== at) show(index);
  }

  function hearKey(event: KeyboardEvent): void {
    if (event.defaultPrevented) return;
    const command = commandOf(event, holderOf(event.target), digits !== '');
    if (!command) return;
    if (command.do === 'leave' && isClosing(event.target)) return;
    if (command.do === 'jump' && digits === '') return;
    event.preventDefault();
    // A figure may use the key where no presentation is on.
    event.stopImmediatePropagation();
    obey(command);
  }

  function obey(command: Command): void {
    if (command.do === 'digit') return showDigits((digits + command.digit).slice(-3));
    const number = Number(digits);
    const wasNumbering = digits !== '';
    showDigits('');
    const last = stage.screens.entries.length - 1;
    if (command.do === 'jump') go(Math.min(last, Math.max(0, number - 1)));
    if (command.do === 'next') go(at + 1);
    if (command.do === 'previous') go(at - 1);
    if (command.do === 'first') go(0);
    if (command.do === 'last') go(last);
    if (command.do === 'black') setBlack(curtain.hidden === true);
    if (command.do === 'laser') {
      laser.toggle();
      bar?.setPressed('laser', laser.isOn);
    }
    if (command.do === 'replay')
      void replay((sentence) => (bar ? bar.say(sentence) : tellPresenter(sentence)));
    if (role === 'mirror') return;
    if (command.do === 'keys') showKeys();
    if (command.do === 'code') showLink();
    if (command.do === 'fullScreen') void toggleFullScreen();
    if (command.do === 'notes') bar?.say(openPresenter(channel, { lesson: id ?? '', screen }));
    if (command.do === 'leave' && !wasNumbering) leave();
  }

  /** @param say tells whoever asked for it why it can't be had */
  async function replay(say: (sentence: string) => void): Promise<void> {
    say(lesson ? await replayOnScreen(lesson) : '');
  }

  function tellPresenter(sentence: string): void {
    channel.post({ type: 'sorry', sentence });
  }

  function showDigits(typed: string): void {
    digits = typed;
    bar?.showDigits(digits);
  }

  function leave(): void {
    if (!curtain.hidden) return setBlack(false);
    const query = new URLSearchParams(location.search);
    query.delete('present');
    const search = query.toString();
    location.assign(`${location.pathname}${search && `?${search}`}#${anchorHere()}`);
  }

  /** For phones: the lesson as it is read, at this place. */
  function showLink(): void {
    showCode(siteUrl(`${id}/#${anchorHere()}`), stage.screens.entries[at]?.title ?? title);
  }

  function anchorHere(): string {
    return anchorOf(stage.screens.parts[stage.screens.cuts[at]?.from ?? 0]?.element);
  }

  /** A link to another lesson goes on presenting there. */
  function stayPresenting(event: MouseEvent): void {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const other = link && lessonIn(link);
    if (!link || !other || other === id) return;
    event.preventDefault();
    leaveFor({ lesson: other, screen: link.hash.slice(1) });
  }
}

/** The lesson that a link leads to; empty for any other page. */
function lessonIn({ origin, pathname }: HTMLAnchorElement): string {
  const links = document.querySelectorAll<HTMLAnchorElement>('.contents-list a');
  const isThere = [...links].some((one) => one.origin === origin && one.pathname === pathname);
  return isThere ? (pathname.split('/').at(-2) ?? '') : '';
}

function nameInAddress(): string {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return '';
  }
}

/** Where reading goes on: the place itself, or what has a name before it. */
function anchorOf(element: HTMLElement | undefined): string {
  const named = [...document.querySelectorAll<HTMLElement>('.lesson > [id], .lesson .noted [id]')];
  const before = named.findLast(
    (one) =>
      one === element || element?.compareDocumentPosition(one) === Node.DOCUMENT_POSITION_PRECEDING,
  );
  return element?.closest('[id]:not(main)')?.id ?? before?.id ?? '';
}

/** Esc closes what is open on the screen first. */
function isClosing(target: EventTarget | null): boolean {
  if (document.querySelector('.hover-card:not([hidden])')) return true;
  return target instanceof Element && target.closest('details[open]:is(.source, .more)') !== null;
}

async function toggleFullScreen(): Promise<void> {
  if (document.fullscreenElement) await document.exitFullscreen();
  else await document.documentElement.requestFullscreen();
}

/** Paper has the whole lesson, as for a reader. */
function printWholeLesson(): void {
  const { dataset } = document.documentElement;
  const { present } = dataset;
  addEventListener('beforeprint', () => delete dataset['present']);
  addEventListener('afterprint', () => (dataset['present'] = present));
}
