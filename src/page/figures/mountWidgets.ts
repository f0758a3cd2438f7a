import { widgets, type WidgetName } from '../../widgets.ts';
import { offerRetry } from './offerRetry.ts';
import { whenNear } from './whenNear.ts';
import { putTextsBack } from './followTranslator.ts';
import { restoreStyles } from './restoreStyles.ts';
import { doEarlyActions, takeEarlyActions } from './wake.ts';

/** Brings each figure of the page to life shortly before it scrolls into view. */
export function mountWidgets(): void {
  whenNear('figure[data-widget]', (place) => void wake(place));
}

/** Wakes every figure of the page, the ones that wait to be printed as well; resolves once all are drawn. */
export async function wakeAllFigures(): Promise<void> {
  for (const place of document.querySelectorAll<HTMLElement>('figure[data-asleep]')) {
    place.dataset['widget'] = place.dataset['asleep'];
    delete place.dataset['asleep'];
  }
  const places = document.querySelectorAll<HTMLElement>('figure[data-widget]');
  await Promise.all([...places].map(wake));
}

/** The figures that are awake or about to be. */
const woken = new WeakMap<HTMLElement, Promise<void>>();

function wake(place: HTMLElement): Promise<void> {
  const waking = woken.get(place) ?? mount(place);
  woken.set(place, waking);
  return waking;
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
