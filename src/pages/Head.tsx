/**
 * Runs before the first paint, so that no theme flashes: the reader's choice, else the system's.
 * Without JavaScript the page is light.
 */
const setTheme = `{
  let theme = null;
  try { theme = localStorage.getItem('theme'); } catch {}
  if (theme !== 'light' && theme !== 'dark') theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  document.documentElement.dataset.theme = theme;
}`;

/** What a page's <head> says of itself. */
export function Head({ title, description }: { title: string; description: string }) {
  return (
    <>
      <title>{title}</title>
      <meta name="description" content={description} />
      <meta name="color-scheme" content="light dark" />
      <script dangerouslySetInnerHTML={{ __html: setTheme }} />
    </>
  );
}
