import type { Deck } from '../../../contract/presenting.ts';
import { make } from '../make.ts';
import { markBefore, textOf } from '../screens/describeScreens.ts';
import { createScreens, type Screens } from './createScreens.ts';
import { fit } from './fit.ts';
import { layOutStage, type Stage } from './layOutStage.ts';

/** A lesson of which one screen is seen. */
export interface LessonStage {
  readonly screens: Screens;
  readonly size: Deck['size'];
  /** Shows a screen, by its index. */
  show(index: number): void;
}

/**
 * Lays the page's lesson out on a stage that fills the window, and cuts it into screens; again whenever the window or
 * its fonts change.
 * @param onCut is told when it was cut afresh
 */
export async function createStage(lesson: HTMLElement, onCut: () => void): Promise<LessonStage> {
  const stage = lesson.parentElement ?? lesson;
  const head = make('div', 'present-head');
  lesson.prepend(head);
  numberItems(lesson);
  let size = lay(stage);
  await fontsAreThere();
  let screens = createScreens(lesson);
  const watch = new ResizeObserver(() => fit(lesson));

  const cut = () => {
    size = lay(stage);
    screens = createScreens(lesson);
    onCut();
  };
  let frame = 0;
  const cutSoon = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(cut);
  };
  addEventListener('resize', cutSoon);
  document.fonts.addEventListener('loadingdone', cutSoon);

  return {
    get screens() {
      return screens;
    },
    get size() {
      return { width: size.width, height: size.height };
    },
    show(index) {
      const { parts, cuts, entries } = screens;
      const shown = parts.slice(cuts[index]?.from, cuts[index]?.to).map(({ element }) => element);
      const [first] = shown;
      if (!first) return;
      for (const old of lesson.querySelectorAll('[data-on]')) old.removeAttribute('data-on');
      for (const element of shown) markUpTo(element, lesson);
      markSoon(lesson, parts.slice(cuts[index]?.to)[0]?.element);
      lesson.dataset['screen'] = first.matches('.exercise-body') ? 'body' : entries[index]?.kind;
      document.body.toggleAttribute('data-figure', first.matches('figure'));
      head.textContent = headOf(shown, sectionBefore(lesson, first));
      // The address names something on the screen, which the browser has scrolled to.
      scrollTo(0, 0);
      for (const fitted of lesson.querySelectorAll<HTMLElement>('[style*="--figure-fit"]'))
        fitted.style.removeProperty('--figure-fit');
      watch.disconnect();
      fit(lesson);
      for (const element of shown) watch.observe(element);
      for (const inner of lesson.querySelectorAll('figure[data-on] .figure-frame > *'))
        watch.observe(inner);
    },
  };
}

function lay(element: HTMLElement): Stage {
  const stage = layOutStage(innerWidth, innerHeight);
  for (const [name, value] of Object.entries(stage))
    document.documentElement.style.setProperty(`--stage-${name}`, String(value));
  element.dataset['stage'] = '';
  return stage;
}

/** Heights are those of the fonts; where they don't come, they are cut for what is there. */
async function fontsAreThere(): Promise<void> {
  const patience = new Promise((resolve) => setTimeout(resolve, 2000));
  await Promise.race([document.fonts.ready, patience]);
}

/** An item keeps its number on a screen that begins with it. */
function numberItems(lesson: HTMLElement): void {
  for (const list of lesson.querySelectorAll('ol'))
    [...list.children].forEach((item, index) => {
      if (item instanceof HTMLLIElement) item.value = list.start + index;
    });
}

function markUpTo(element: HTMLElement, lesson: HTMLElement): void {
  for (let at: HTMLElement | null = element; at && at !== lesson; at = at.parentElement)
    at.dataset['on'] = '';
}

/** The next figure is laid out behind the screen, so that it is awake when its turn comes. */
function markSoon(lesson: HTMLElement, next: HTMLElement | undefined): void {
  for (const old of lesson.querySelectorAll('[data-soon]')) old.removeAttribute('data-soon');
  if (next?.matches('figure')) next.dataset['soon'] = '';
}

/** The heading that the screen is below. */
function sectionBefore(lesson: HTMLElement, first: HTMLElement): Element | undefined {
  return [...lesson.querySelectorAll('.lesson > h2, .lesson > h3, .noted h3')].findLast(
    (heading) => first.compareDocumentPosition(heading) & Node.DOCUMENT_POSITION_PRECEDING,
  );
}

/** Above a screen that goes on with a section. */
function headOf(shown: readonly HTMLElement[], section: Element | undefined): string {
  if (shown.some((element) => element.matches('h2, h3, .lesson-head'))) return '';
  const [first] = shown;
  const exercise =
    first?.matches('.exercise-body') && first.closest('.exercise')?.querySelector('h3');
  if (exercise) return exercise.textContent;
  return (first && markBefore(first)) || textOf(section ?? null);
}
