/** What a lesson's HTML needs to know of the chapter that it becomes a part of. */
export interface Places {
  /** The ids of all lessons, whose pages become sections. */
  lessons: readonly string[];
  /** The names of figures: each stands once in the chapter, and keeps its id. */
  figures: readonly string[];
}

/** A lesson as a part of the whole chapter, and the references that it cites, apart. */
export interface PlacedLesson {
  html: string;
  /** Each entry's HTML by its id, such as `bib-he2015deep`. */
  references: Map<string, string>;
}

/**
 * Makes a lesson's HTML a part of one document that holds all lessons: its ids begin with the lesson's, links to
 * other lessons and to the glossary lead to their places in the document, and what only helps on a screen is gone.
 * Figures sleep (`data-asleep` instead of `data-widget`) until they are to be printed.
 * @param html as src/pages/lessons.ts renders it, on a page in a folder of the site
 */
export function placeInChapter(html: string, lesson: string, places: Places): PlacedLesson {
  const end = html.indexOf('<h2 id="references"');
  const text = (end < 0 ? html : html.slice(0, end)).replaceAll(onScreenOnly, '');
  // A figure's own HTML stays as it is: its script takes it over.
  const parts = text.split(untouched).map((part, index) => {
    if (index % 2 === 1) return part;
    return part.replaceAll(/<[a-z][^>]*>/g, (tag) => placeTag(tag, lesson, places));
  });
  const entries = [...html.matchAll(/<div class="csl-entry" id="([^"]+)">[^]*?<\/div>/g)];
  return {
    html: parts.join('').replaceAll('<figure data-widget=', '<figure data-asleep='),
    references: new Map(entries.map(([entry, id = '']) => [id, entry])),
  };
}

const onScreenOnly = new RegExp(
  [
    '<nav class="section-fold"[^]*?</nav>',
    '<div class="section-margin">[^]*?</nav></div>',
    '<a class="heading-link"[^]*?</a>',
    '<noscript>[^]*?</noscript>',
  ].join('|'),
  'g',
);

const untouched =
  /(<div data-island="">[^]*?(?=<figcaption>|<script type="application\/json")|<script\b[^]*?<\/script>)/;

function placeTag(tag: string, lesson: string, places: Places): string {
  return tag
    .replaceAll(/ (id|for|aria-labelledby|aria-describedby)="([^"]*)"/g, (_, name, ids: string) => {
      const placed = ids.split(' ').map((id) => placeId(id, lesson, places));
      return ` ${name}="${placed.join(' ')}"`;
    })
    .replaceAll(/url\(#([^)]+)\)/g, (_, id: string) => `url(#${placeId(id, lesson, places)})`)
    .replace(/ href="([^"]*)"/, (_, href: string) => ` href="${placeLink(href, lesson, places)}"`);
}

/** Figures, references and terms stand once in the document. */
function placeId(id: string, lesson: string, { figures }: Places): string {
  const isShared = figures.includes(id) || /^(bib-|term-|references$)/.test(id);
  return isShared ? id : `${lesson}-${id}`;
}

function placeLink(href: string, lesson: string, places: Places): string {
  if (href.startsWith('#')) return `#${placeId(href.slice(1), lesson, places)}`;
  const [, folder = '', , id] = /^\.\.\/([\w-]+)\/(\?[^#]*)?(?:#(.+))?$/.exec(href) ?? [];
  if (folder === 'glossary') return `#${id ?? folder}`;
  if (!places.lessons.includes(folder)) return href;
  return `#${id ? placeId(id, folder, places) : folder}`;
}
