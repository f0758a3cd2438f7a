/** Runs before the first paint, so that a chosen theme doesn't flash. */
const restoreTheme =
  "try{const t=localStorage.getItem('theme');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch{}";

/** What a page's <head> says of itself. */
export function Head({ title, description }: { title: string; description: string }) {
  return (
    <>
      <title>{title}</title>
      <meta name="description" content={description} />
      <meta name="color-scheme" content="light dark" />
      <script dangerouslySetInnerHTML={{ __html: restoreTheme }} />
    </>
  );
}
