import { widgets, type WidgetName } from '../../widgets.ts';
import { offerRetry } from './offerRetry.ts';
import { whenNear } from './whenNear.ts';
import { putTextsBack } from './followTranslator.ts';
import { restoreStyles } from './restoreStyles.ts';
import { doEarlyActions, takeEarlyActions } from './wake.ts';

/** Brings each figure of the page to life shortly before it scrolls into view. */
export function mountWidgets(): void {
  whenNear('figure[data-widget]', (place) => void mount(place));
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
    offerRetry(island, 'figure', () => mount(place));
  }
}
