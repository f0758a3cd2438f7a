import type { ComponentType } from 'react';
import { widgets } from '../widgets.ts';

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

async function mount(figure: HTMLElement): Promise<void> {
  const name = figure.dataset['widget'] ?? '';
  const widget = Object.values(widgets).find((candidate) => candidate.name === name);
  const place = figure.querySelector<HTMLElement>('[data-island]');
  const props = figure.querySelector('[data-props]')?.textContent ?? '{}';
  if (!widget || !place) return;
  try {
    const [{ hydrate }, { default: Widget }] = await Promise.all([
      import('./hydrate.tsx'),
      widget.load(),
    ]);
    hydrate(place, Widget as ComponentType<Record<string, unknown>>, JSON.parse(props), name);
    figure.dataset['ready'] = '';
  } catch (error) {
    const notice = document.createElement('p');
    notice.className = 'notice';
    notice.setAttribute('role', 'alert');
    notice.textContent =
      'This figure could not be loaded. Check the network and reload the page; the text is complete without it.';
    place.after(notice);
    console.error(error);
  }
}
