import { readStored, store } from '../lib/deviceStorage.ts';

const storageKey = 'reading-progress';

/** How long a part of the text must be on the screen to count: scrolling past is not reading. */
const dwellMs = 1000;

/** The sections of a lesson that were seen, by id, and how many it has. */
interface Seen {
  seen: string[];
  of: number;
}

/** Lesson id → what was seen of it. A number is from before sections were counted: the share scrolled to. */
type Progress = Record<string, Seen | number>;

/** A section of the open lesson, and those of its parts that have not been on the screen yet. */
interface Section {
  id: string;
  unseen: Set<Element>;
}

/** Notes which sections of the open lesson were on the screen, and marks lessons and sections in every list. */
export function trackReading(): void {
  const id = document.querySelector<HTMLElement>('[data-lesson]')?.dataset['lesson'];
  const sections = [...findSections()];
  const ids = sections.map((section) => section.id);
  const progress = parseProgress(readStored(storageKey));
  if (!id) return mark(progress);

  const seen = new Set(seenBefore(progress[id], ids));
  const show = () => {
    const now = { seen: [...seen], of: ids.length };
    // Read again: another tab may have gone through another lesson.
    const all = { ...parseProgress(readStored(storageKey)), ...(seen.size > 0 && { [id]: now }) };
    store(storageKey, JSON.stringify(all));
    mark(all);
    markSections(seen, seen.size / ids.length);
  };
  show();
  watch(
    sections.filter((section) => !seen.has(section.id)),
    (section) => {
      seen.add(section.id);
      show();
    },
  );
}

/** Calls back for each section once all of its parts have been on the screen long enough, together or not. */
function watch(sections: Section[], onSeen: (section: Section) => void): void {
  const timers = new Map<Element, number>();
  const sectionOf = new Map(
    sections.flatMap((section) => [...section.unseen].map((part) => [part, section] as const)),
  );
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        clearTimeout(timers.get(target));
        if (isIntersecting) timers.set(target, window.setTimeout(note, dwellMs, target));
      }
    },
    // Below the bar, and more than just peeping in.
    { rootMargin: '-52px 0px -10% 0px' },
  );
  const note = (part: Element) => {
    observer.unobserve(part);
    const section = sectionOf.get(part);
    section?.unseen.delete(part);
    if (section?.unseen.size === 0) onSeen(section);
  };
  for (const part of sectionOf.keys()) observer.observe(part);
}

/** Each paragraph, figure and so on; what shares a row with a side note counts one by one as well. */
const partsOfText =
  '.lesson > :not(.section-margin, .section-fold, .noted), .noted > :is(p, .sidenote), .noted > div:not(.sidenote) > *';

/** The text before the first heading is a section too; the references are not for reading. */
function* findSections(): Generator<Section> {
  let section: Section = { id: 'top', unseen: new Set() };
  for (const part of document.querySelectorAll(partsOfText)) {
    if (part.id === 'references') break;
    if (part.tagName === 'H2') {
      yield section;
      section = { id: part.id, unseen: new Set() };
    }
    if (part.getClientRects().length > 0) section.unseen.add(part);
  }
  yield section;
}

/** The sections of `ids` that were seen earlier. Of a share scrolled to, those that it covered whole. */
export function seenBefore(read: Seen | number | undefined, ids: string[]): string[] {
  if (read === undefined) return [];
  if (typeof read === 'number') return ids.slice(0, isAll(read) ? ids.length : read * ids.length);
  return ids.filter((id) => read.seen.includes(id));
}

function mark(progress: Progress): void {
  for (const item of document.querySelectorAll<HTMLElement>('[data-progress-of]')) {
    const label = item.querySelector('.read-mark');
    const read = progress[item.dataset['progressOf'] ?? ''] ?? 0;
    const share = typeof read === 'number' ? read : read.seen.length / read.of;
    if (label) label.textContent = markOf(share);
  }
}

function markSections(seen: Set<string>, share: number): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-sections] a')) {
    link.toggleAttribute('data-seen', seen.has(link.hash.slice(1)));
  }
  const bar = document.querySelector<HTMLElement>('[data-reading-bar]');
  bar?.style.setProperty('--read', String(share));
}

/** What a contents list says of a lesson of which this share was read. */
export function markOf(share: number): string {
  if (share === 0) return '';
  return isAll(share) ? 'read' : `${Math.round(share * 100)} % read`;
}

/** The references below the last section were once a part of the share. */
function isAll(share: number): boolean {
  return share > 0.97;
}

/** What was stored, without entries that make no sense; nothing where it cannot be read. */
export function parseProgress(stored: string | null): Progress {
  try {
    const progress: unknown = JSON.parse(stored ?? '{}');
    if (typeof progress !== 'object' || progress === null) return {};
    return Object.fromEntries(
      Object.entries(progress as Progress).filter(([, read]) =>
        typeof read === 'number' ? read >= 0 && read <= 1 : isSeen(read),
      ),
    );
  } catch {
    return {};
  }
}

function isSeen(read: unknown): read is Seen {
  if (typeof read !== 'object' || read === null) return false;
  const { seen, of } = read as Partial<Seen>;
  const isList = Array.isArray(seen) && seen.every((id) => typeof id === 'string');
  return isList && Number.isInteger(of) && seen.length <= Number(of) && Number(of) > 0;
}
