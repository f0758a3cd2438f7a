/** A piece of a lesson that a screen shows whole. */
export interface Part {
  element: HTMLElement;
  /** Of the block that it is, or is cut from, where the page has given it one. */
  id: string;
  /** Counted from 0 within its block. */
  part: number;
  kind: 'title' | 'text' | 'figure' | 'check' | 'exercise';
  /** It has a screen of its own. */
  alone: boolean;
  opens: boolean;
  holds: boolean;
  cost: number;
}

/** What is beside the lesson's text, is folded away, or comes after its end. */
const left =
  '.present-head, .section-margin, .section-fold, .sidenote, .presenter-note, .screen-mark, .exercise-texts, .visually-hidden, #references, #refs, script, noscript, template';
/** What only holds blocks. */
const holder = '.noted, .noted > div:not(.sidenote), .exercise';
const alone = 'figure[data-widget], .quick-check, .exercise-body';
/** What may be cut where it is higher than a screen, into its own children. */
const divisible = 'ul, ol, .code-block, .code-block > pre, .code-block code, pre > code, pre';

/**
 * The pieces of a lesson in order.
 * @param tooHigh whether a block is higher than a screen, as it lies in the page now
 */
export function findParts(lesson: HTMLElement, tooHigh: (block: HTMLElement) => boolean): Part[] {
  const blocks = [...blocksIn(lesson)];
  const parts = blocks.flatMap((block, at) => {
    const kind = kindOf(block);
    const isCut = block.matches(divisible) && tooHigh(block);
    const pieces = isCut ? [...piecesOf(block)] : [block];
    for (const piece of pieces) piece.toggleAttribute('data-piece', isCut);
    return pieces.map((element, part): Part => ({
      ...{ element, part, kind },
      id: idOf(block),
      alone: block.matches(alone),
      opens: part === 0 && opensScreen(block),
      holds: holdsNext(element) || goesOn(blocks[at + 1]),
      cost: part > 0 ? costOfCut(element) : 0,
    }));
  });
  // A heading above nothing but figures or exercises, which have titles, needs no screen.
  return parts.filter(
    ({ element }, index) => !(element.matches('h2') && (parts[index + 1]?.opens ?? true)),
  );
}

function* blocksIn(parent: Element): Generator<HTMLElement> {
  for (const child of parent.children) {
    if (!(child instanceof HTMLElement) || child.matches(left)) continue;
    if (child.matches(holder)) yield* blocksIn(child);
    else yield child;
  }
}

function* piecesOf(block: HTMLElement): Generator<HTMLElement> {
  for (const child of block.children) {
    if (!(child instanceof HTMLElement)) continue;
    if (child.matches(divisible)) yield* piecesOf(child);
    else yield child;
  }
}

function kindOf(block: HTMLElement): Part['kind'] {
  if (block.matches('.lesson-head')) return 'title';
  if (block.matches('figure[data-widget]')) return 'figure';
  if (block.matches('.quick-check')) return 'check';
  return block.closest('.exercise') ? 'exercise' : 'text';
}

/** An exercise's own id belongs to its first line. */
function idOf(block: HTMLElement): string {
  return block.id || (block.matches('.exercise-kind') ? (block.parentElement?.id ?? '') : '');
}

function opensScreen(block: HTMLElement): boolean {
  return block.matches('h2, .lesson > h3, .noted h3, .exercise-kind') || hasMark(block);
}

/** The author's mark stands before it, perhaps with a presenter's note between them. */
function hasMark(block: Element): boolean {
  const before = block.previousElementSibling;
  if (before?.matches('.presenter-note')) return hasMark(before);
  return before?.matches('.screen-mark') ?? false;
}

function holdsNext(element: HTMLElement): boolean {
  return (
    element.matches('h2, h3, h4, .exercise-kind, .code-bar') ||
    (element.matches('p') && /[:…]\s*$/.test(element.textContent))
  );
}

/** Whether a block goes on with a sentence, such as after an equation. */
function goesOn(block: HTMLElement | undefined): boolean {
  return block?.matches('p') === true && /^\s*[a-z,;]/.test(block.textContent);
}

/** Code is best cut at an empty line. */
function costOfCut(element: HTMLElement): number {
  if (!element.matches('.line')) return 0;
  return element.previousElementSibling?.textContent === '' ? 0.05 : 0.6;
}
