import { createRoot } from 'react-dom/client';
import { widgetNames, widgets } from '../../src/widgets.ts';

import.meta.glob('../../src/widgets/**/*.css', { eager: true });

/** Every state of every figure, or of the one that the address asks for: `?figure=paths`. */
const asked = new URLSearchParams(location.search).get('figure');
const sections = await Promise.all(
  widgetNames
    .filter((name) => asked === null || asked === name)
    .map(async (name) => {
      const { default: figure } = await widgets[name]();
      return { name, examples: Object.entries(await figure.examples()) };
    }),
);

createRoot(document.querySelector('main') as HTMLElement).render(
  sections.map(({ name, examples }) => (
    <section key={name}>
      <h2>{name}</h2>
      {examples.map(([state, { element }]) => (
        <figure key={state} data-state={state}>
          {element}
          <figcaption>{state}</figcaption>
        </figure>
      ))}
    </section>
  )),
);
