import type { ComponentType } from 'react';
import type { AskedLesson } from '../../exercises/handIn/AnswersView.tsx';
import { putTextsBack } from '../figures/followTranslator.ts';
import { offerRetry } from '../figures/offerRetry.ts';

interface Given {
  lessons: AskedLesson[];
  root: string;
}

/** By the name that the page gives its view. */
const views: Record<string, () => Promise<ComponentType<Given>>> = {
  answers: async () => (await import('../../exercises/handIn/AnswersView.tsx')).AnswersView,
  marking: async () => (await import('../../exercises/marking/MarkingView.tsx')).MarkingView,
};

/** Fills in the page of all answers, or that of a class's, where this is one. */
export async function mountAnswers(): Promise<void> {
  const place = document.querySelector<HTMLElement>('[data-answers]');
  const props = document.querySelector('[data-answers-props]')?.textContent;
  const load = views[place?.dataset['answers'] ?? ''];
  if (!place || !props || !load) return;
  try {
    const [{ hydrate }, Component] = await Promise.all([import('../figures/hydrate.tsx'), load()]);
    putTextsBack(place);
    await hydrate(place, { name: '', Component }, JSON.parse(props) as Given);
    place.dataset['ready'] = '';
  } catch (error) {
    console.error(error);
    offerRetry(place, 'list', mountAnswers);
  }
}
