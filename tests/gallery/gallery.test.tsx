import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { gallery } from './gallery.ts';

const examples = Object.entries(gallery).flatMap(([widget, states]) =>
  Object.entries(states).map(([state, example]) => ({ widget, state, ...example })),
);

test.each(examples)('$widget, $state', ({ element, says }) => {
  const text = renderToStaticMarkup(element).replaceAll(/<!--.*?-->|<[^>]+>/g, '');
  // Where a line may break is not what is said.
  expect(text.replaceAll('\u00a0', ' ')).toContain(says);
});
