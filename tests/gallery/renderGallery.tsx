import { renderToStaticMarkup } from 'react-dom/server';
import { gallery } from './gallery.ts';

/** All examples one below the other, for the eye; served by the development server. */
export function renderGallery() {
  const body = renderToStaticMarkup(
    <main className="lesson">
      <h1>Gallery</h1>
      {Object.entries(gallery).map(([widget, states]) => (
        <section key={widget}>
          <h2>{widget}</h2>
          {Object.entries(states).map(([state, { element }]) => (
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
