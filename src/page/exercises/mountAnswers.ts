import type { AskedLesson } from '../../exercises/handIn/AnswersView.tsx';
import { putTextsBack } from '../figures/followTranslator.ts';
import { offerRetry } from '../figures/offerRetry.ts';

/** Fills in the page of all answers, where this is it. */
export async function mountAnswers(): Promise<void> {
  const place = document.querySelector<HTMLElement>('[data-answers]');
  const props = document.querySelector('[data-answers-props]')?.textContent;
  if (!place || !props) return;
  try {
    const [{ hydrate }, { AnswersView }] = await Promise.all([
      import('../figures/hydrate.tsx'),
      import('../../exercises/handIn/AnswersView.tsx'),
    ]);
    putTextsBack(place);
    const given = JSON.parse(props) as { lessons: AskedLesson[]; root: string };
    await hydrate(place, { name: '', Component: AnswersView }, given);
    place.dataset['ready'] = '';
  } catch (error) {
    console.error(error);
    offerRetry(place, 'list', mountAnswers);
  }
}
