import { widgets, type WidgetName } from '../../widgets.ts';
import { putTextsBack } from './followTranslator.ts';
import { restoreStyles } from './restoreStyles.ts';
import { doEarlyActions, takeEarlyActions } from './wake.ts';

/** Brings each figure of the page to life shortly before it scrolls into view. */
export function mountWidgets(): void {
  const near = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        near.unobserve(target);
        void mount(target as HTMLElement);
      }
    },
    { rootMargin: '600px' },
  );
  for (const figure of document.querySelectorAll('figure[data-widget]')) near.observe(figure);
}

async function mount(place: HTMLElement): Promise<void> {
  const name = place.dataset['widget'] as WidgetName;
  const island = place.querySelector<HTMLElement>('[data-island]');
  const props = place.querySelector('[data-props]')?.textContent ?? '{}';
  if (!island) return;
  try {
    const [{ hydrate }, { default: figure }] = await Promise.all([
      import('./hydrate.tsx'),
      widgets[name](),
    ]);
    putTextsBack(island);
    restoreStyles(island);
    const actions = takeEarlyActions(island);
    await hydrate(island, figure, JSON.parse(props) as object);
    place.dataset['ready'] = '';
    doEarlyActions(place, actions);
  } catch (error) {
    console.error(error);
    offerRetry(island, () => mount(place));
  }
}

/** A figure whose script did not load says so, and offers to try again. */
function offerRetry(island: HTMLElement, retry: () => Promise<void>): void {
  const notice = document.createElement('div');
  notice.className = 'notice';
  notice.setAttribute('role', 'alert');
  const sentence = document.createElement('p');
  sentence.textContent =
    'This figure could not be loaded. Check your network connection and try again, or reload the page. You can read on without it.';
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Try again';
  button.addEventListener('click', () => {
    notice.remove();
    void retry();
  });
  notice.append(sentence, button);
  island.after(notice);
}
