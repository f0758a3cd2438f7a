import { siteUrl } from '../../lib/siteUrl.ts';
import type { SearchEntry } from '../../contract/searchEntry.ts';
import { createIndex, type Found } from './createIndex.ts';
import { excerptOf, mark, type Piece } from './excerpt.ts';
import './search.css';

/** More would not be read. */
const most = 12;

const kinds: Record<SearchEntry['kind'], string> = {
  ...{ lesson: 'Lesson', section: 'Section', figure: 'Figure', check: 'Quick check' },
  ...{ exercise: 'Exercise', term: 'Term', page: 'Page' },
};

let dialog: HTMLDialogElement | undefined;
let find: ((query: string) => Found[]) | undefined;

/** Shows the search over the page, with what was last searched for. */
export function openSearch(): void {
  dialog ??= create();
  if (!dialog.open) dialog.showModal();
  const input = dialog.querySelector('input') as HTMLInputElement;
  input.focus();
  input.select();
  if (!find) void load(dialog);
}

function create(): HTMLDialogElement {
  const made = document.createElement('dialog');
  made.className = 'search';
  made.setAttribute('aria-label', 'Search the chapter');
  made.innerHTML = `
    <form method="dialog">
      <input type="search" aria-label="Search" placeholder="Search lessons, figures, exercises and terms"
        autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="search" />
      <button aria-label="Close the search">Close</button>
    </form>
    <p class="search-says" role="status"></p>
    <ol></ol>`;
  document.body.append(made);
  const input = made.querySelector('input') as HTMLInputElement;
  input.addEventListener('input', () => show(made, input.value));
  made.addEventListener('keydown', (event) => move(made, event));
  made.addEventListener('click', ({ target }) => {
    // Beside the box, or a result on this same page.
    if (target === made || (target as Element).closest('a')) made.close();
  });
  return made;
}

async function load(box: HTMLDialogElement): Promise<void> {
  say(box, 'Loading…');
  try {
    const response = await fetch(siteUrl('search.json'));
    if (!response.ok) throw new Error(String(response.status));
    find = createIndex((await response.json()) as SearchEntry[]);
    show(box, (box.querySelector('input') as HTMLInputElement).value);
  } catch {
    say(
      box,
      location.protocol === 'file:'
        ? 'Search needs the chapter to be served: this page was opened as a file.'
        : 'The search could not be loaded. Check your network connection, close this and try again.',
    );
  }
}

function show(box: HTMLDialogElement, query: string): void {
  const list = box.querySelector('ol') as HTMLOListElement;
  if (!find) return;
  if (query.trim() === '') {
    list.replaceChildren();
    return say(box, '');
  }
  const found = find(query);
  list.replaceChildren(...found.slice(0, most).map(item));
  say(box, count(found.length, query));
}

function count(places: number, query: string): string {
  if (places === 0) return `Nothing found for “${query.trim()}”. Try fewer or other words.`;
  if (places > most) return `The best ${most} of ${places} places`;
  return places === 1 ? '1 place' : `${places} places`;
}

function item(found: Found): HTMLLIElement {
  const line = document.createElement('li');
  const link = document.createElement('a');
  link.href = siteUrl(found.path);
  const title = document.createElement('span');
  title.className = 'search-title';
  title.append(...draw(mark(found.title, found.words)));
  const place = document.createElement('span');
  place.className = 'search-place';
  place.textContent = [kinds[found.kind], found.kind !== 'lesson' && found.place]
    .filter(Boolean)
    .join(' · ');
  const text = document.createElement('span');
  text.className = 'search-text';
  text.append(...draw(excerptOf(found.text, found.words)));
  link.append(title, place, text);
  line.append(link);
  return line;
}

function draw(pieces: Piece[]): (string | HTMLElement)[] {
  return pieces.map(({ text, isMarked }) => {
    if (!isMarked) return text;
    const marked = document.createElement('mark');
    marked.textContent = text;
    return marked;
  });
}

/** Arrows go through the results, Enter in the field opens the first, and Escape closes rather than clears the field. */
function move(box: HTMLDialogElement, event: KeyboardEvent): void {
  const input = box.querySelector('input') as HTMLInputElement;
  const stops = [input, ...box.querySelectorAll<HTMLElement>('ol a')];
  const at = stops.indexOf(document.activeElement as HTMLInputElement);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step !== undefined && at >= 0) {
    event.preventDefault();
    stops[Math.min(Math.max(at + step, 0), stops.length - 1)]?.focus();
  }
  if (event.key === 'Escape') {
    event.preventDefault();
    box.close();
  }
  if (event.key === 'Enter' && document.activeElement === input) {
    event.preventDefault();
    stops[1]?.click();
  }
}

function say(box: HTMLDialogElement, words: string): void {
  (box.querySelector('[role="status"]') as HTMLElement).textContent = words;
}
