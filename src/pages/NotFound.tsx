import type { Chapter } from '../../content/chapter.ts';

/**
 * Walks up from the unknown address until it finds the folder that holds chapter.json, then makes the
 * links real: a static host serves this page at any depth, so no relative link could be right.
 */
const findChapter = `(async () => {
  for (let folder = new URL('.', location.href); ; folder = new URL('..', folder)) {
    const found = await fetch(new URL('chapter.json', folder)).then((r) => r.json()).catch(() => null);
    if (found) {
      for (const a of document.querySelectorAll('a[data-path]')) a.href = new URL(a.dataset.path, folder);
      document.querySelector('[data-links]').hidden = false;
      return;
    }
    if (folder.pathname === '/') return;
  }
})();`;

const style = `body{font:18px/1.6 Georgia,serif;max-width:34rem;margin:12vh auto;padding:0 1.25rem;
background:#fdfcf9;color:#1d1c1a}a{color:inherit}@media(prefers-color-scheme:dark){body{background:#16171a;color:#e9e7e2}}`;

/** The page for an unknown address: it stands alone, since its own folder is unknown. */
export function NotFound({ chapter }: { chapter: Chapter }) {
  return (
    <html lang="en-GB">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`Page not found · ${chapter.title}`}</title>
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <main>
          <h1>This page does not exist</h1>
          <p>
            The chapter has no page at this address. The link you followed may be old or misspelt.
          </p>
          <div data-links="" hidden>
            <p>
              <a data-path="./">Go to the cover</a>, or choose a lesson:
            </p>
            <ol>
              {chapter.lessons.map(({ id, title }) => (
                <li key={id}>
                  <a data-path={`${id}/`}>{title}</a>
                </li>
              ))}
            </ol>
          </div>
        </main>
        <script dangerouslySetInnerHTML={{ __html: findChapter }} />
      </body>
    </html>
  );
}
