import type { Exercise } from '../../contract/exercises.ts';
import type { Next } from '../../exercises/frame/ExerciseFrame.tsx';
import type { ExerciseFiles } from '../../exercises/kind.ts';
import { kinds } from '../../exercises/kinds.ts';
import { putTextsBack } from '../figures/followTranslator.ts';
import { offerRetry } from '../figures/offerRetry.ts';
import { doEarlyActions, takeEarlyActions } from '../figures/wake.ts';
import { whenNear } from '../figures/whenNear.ts';
import { readTexts } from './readTexts.ts';
import { showState } from './showState.ts';

/** Brings each exercise of the page to life shortly before it scrolls into view. */
export function mountExercises(): void {
  whenNear('[data-exercise]', (place) => void mount(place));
}

async function mount(place: HTMLElement): Promise<void> {
  const island = place.querySelector<HTMLElement>('[data-island]');
  const props = place.querySelector('[data-props]')?.textContent;
  if (!island || !props) return;
  const { exercise, files } = JSON.parse(props) as { exercise: Exercise; files: ExerciseFiles };
  try {
    const [{ hydrate }, { ExerciseFrame }, kind] = await Promise.all([
      import('../figures/hydrate.tsx'),
      import('../../exercises/frame/ExerciseFrame.tsx'),
      kinds[exercise.kind]?.(),
    ]);
    putTextsBack(island);
    const actions = takeEarlyActions(island);
    const next = nextOf(place);
    await hydrate(
      island,
      { name: exercise.id, Component: ExerciseFrame },
      {
        ...{ exercise, files, kind: kind?.default, texts: readTexts(place), ...(next && { next }) },
        onProgress: showState.bind(null, exercise.id),
      },
    );
    place.dataset['ready'] = '';
    doEarlyActions(place, actions);
  } catch (error) {
    console.error(error);
    offerRetry(island, 'exercise', () => mount(place));
  }
}

/** The next exercise of the lesson, else the next lesson; after the last of all, the reader's answers. */
function nextOf(place: HTMLElement): Next | undefined {
  const all = [...document.querySelectorAll<HTMLElement>('section.exercise')];
  const after = all[all.indexOf(place) + 1];
  const title = after?.querySelector('h3')?.textContent;
  if (after && title) return { href: `#${after.id}`, says: title };
  const link =
    document.querySelector<HTMLAnchorElement>('a[rel="next"]') ??
    document.querySelector<HTMLAnchorElement>('.other-pages a[href$="answers/"]');
  const words = link?.lastChild?.textContent;
  return link && words ? { href: link.getAttribute('href') ?? '', says: words } : undefined;
}
