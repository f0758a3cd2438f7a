import type { ScreenEntry } from '../../../contract/presenting.ts';
import type { Cut } from './cutScreens.ts';
import type { Part } from './findParts.ts';

/** What a presenter reads of each screen: its title, how it begins, and the notes that belong to it. */
export function describeScreens(
  lesson: HTMLElement,
  parts: readonly Part[],
  cuts: readonly Cut[],
  names: readonly string[],
): ScreenEntry[] {
  const remarks = findRemarks(lesson, parts);
  let section = textOf(lesson.querySelector('h1'));
  return cuts.map(({ from, to }) => {
    const shown = parts.slice(from, to);
    const elements = shown.map(({ element }) => element);
    const own = ownTitle(elements);
    section = elements.some((element) => element.matches('h2, h3')) ? own : section;
    const [first] = shown;
    return {
      id: names[from] ?? '',
      title: own || section,
      kind: first?.kind ?? 'text',
      excerpt: excerptOf(elements.filter((element) => !element.matches('h1, h2, h3'))),
      notes: shown.flatMap((part) => remarks.get(part) ?? []).join(''),
    };
  });
}

/** What the screen itself says that it is about; empty where it goes on with a section. */
function ownTitle(elements: readonly HTMLElement[]): string {
  for (const element of elements) {
    if (element.matches('.exercise-kind')) continue;
    const mark = markBefore(element);
    if (mark) return mark;
    const title = element.matches('.quick-check') ? questionOf(element) : textOf(titleIn(element));
    if (title) return title;
  }
  return '';
}

function titleIn(element: HTMLElement): Element | null {
  if (element.matches('h2, h3')) return element;
  if (element.matches('.exercise-body'))
    return element.closest('.exercise')?.querySelector('h3') ?? null;
  return element.querySelector('h1, .figure-title');
}

/** The author's own title of a screen that begins here. */
export function markBefore(element: Element): string {
  const before = element.previousElementSibling;
  if (before?.matches('.presenter-note')) return markBefore(before);
  return before?.matches('.screen-mark') ? (before.getAttribute('data-title') ?? '') : '';
}

function questionOf(check: HTMLElement): string {
  const question = textOf(check.querySelector('.check-question'));
  return question.replace(/^Quick check\s*/, 'Quick check: ');
}

const longest = 140;

function excerptOf(elements: readonly HTMLElement[]): string {
  const [first] = elements;
  if (!first || first.matches('figure, .exercise-body, .lesson-head')) return '';
  if (first.matches('table')) return `Table: ${textOf(first.querySelector('th'))} …`;
  if (first.matches('.code-block, .line, pre')) return 'Code';
  const text = textOf(first);
  return text.length <= longest ? text : `${text.slice(0, text.lastIndexOf(' ', longest))} …`;
}

/** As it is read: an equation's source, and what is hidden, are not. */
export function textOf(element: Element | null): string {
  if (!element) return '';
  const copy = element.cloneNode(true) as Element;
  for (const unread of copy.querySelectorAll(
    '.katex-mathml, .heading-link, script, svg, .visually-hidden',
  ))
    unread.remove();
  return copy.textContent.replaceAll(/\s+/g, ' ').trim();
}

/** Notes of the author's, remarks in the margin and captions belong to the part that they follow. */
function findRemarks(lesson: HTMLElement, parts: readonly Part[]): Map<Part, string[]> {
  const remarks = new Map<Part, string[]>();
  const kinds = '.presenter-note, .sidenote, figcaption';
  for (const remark of lesson.querySelectorAll<HTMLElement>(kinds)) {
    const part = parts.findLast(
      ({ element }) =>
        element.contains(remark) ||
        Boolean(element.compareDocumentPosition(remark) & Node.DOCUMENT_POSITION_FOLLOWING),
    );
    if (!part) continue;
    const said = remark.matches('.presenter-note') ? '' : `<h3>${headOf(remark)}</h3>`;
    const html = `<section${said ? ' class="fine-note"' : ''}>${said}${remark.innerHTML}</section>`;
    // What the author says to the presenter comes first.
    const known = remarks.get(part) ?? [];
    remarks.set(part, said ? [...known, html] : [html, ...known]);
  }
  return remarks;
}

function headOf(remark: HTMLElement): string {
  return remark.matches('figcaption') ? 'Caption' : 'In the margin';
}
