import { renderToStaticMarkup } from 'react-dom/server';
import { widgetNames, widgets } from '../../src/widgets.ts';

/** Every state of every figure, one below the other, for the eye; served by the development server. */
export async function renderGallery() {
  const sections = await Promise.all(
    widgetNames.map(async (name) => {
      const { default: figure } = await widgets[name]();
      return { name, examples: Object.entries(await figure.examples()) };
    }),
  );
  const body = renderToStaticMarkup(
    <main className="lesson">
      <h1>Gallery</h1>
      {sections.map(({ name, examples }) => (
        <section key={name}>
          <h2>{name}</h2>
          {examples.map(([state, { element }]) => (
            <figure key={state}>
              {element}
              <figcaption>{state}</figcaption>
            </figure>
          ))}
        </section>
      ))}
    </main>,
  );
  return { head: '<title>Gallery</title>', body, root: '../' };
}
