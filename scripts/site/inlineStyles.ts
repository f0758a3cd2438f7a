import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

const tag = /<[a-z][\w:-]*(?:\s+[\w:.-]+(?:="[^"]*")?)*\s*\/?>/gi;

/**
 * Moves what the built pages say in style attributes, above all where KaTeX puts the parts of an equation, into
 * one style sheet: a host may forbid style attributes (Content-Security-Policy: default-src 'self').
 * @param dist the folder of the site
 * @param pages the paths of its pages, such as `residual/`
 */
export async function moveInlineStyles(dist: string, pages: string[]): Promise<void> {
  const files = pages.map((page) => path.join(dist, page, 'index.html'));
  const html = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  const { pages: moved, sheet } = moveStyles(html);
  const name = `assets/set-${createHash('sha256').update(sheet).digest('base64url').slice(0, 8)}.css`;
  await writeFile(path.join(dist, name), sheet);
  await Promise.all(
    files.map((file, index) => {
      const page = hideDrawnEquations(moved[index] as string);
      const root = /data-root="([^"]*)"/.exec(page)?.[1] ?? './';
      const link = `<link rel="stylesheet" href="${root}${name}">`;
      return writeFile(
        file,
        page.replace('</head>', () => `  ${link}\n  </head>`),
      );
    }),
  );
}

/**
 * Puts a class in the place of each style attribute. A figure keeps what it says as well, in `data-style`, since
 * React takes the figure over as it drew it: src/page/figures/restoreStyles.ts puts that back.
 */
export function moveStyles(html: string[]): { pages: string[]; sheet: string } {
  const classes = new Map<string, string>();
  const classOf = (style: string) => {
    const name = classes.get(style) ?? `_${classes.size.toString(36)}`;
    classes.set(style, name);
    return name;
  };
  const pages = html.map((page) =>
    page
      .split(/(?=<figure data-widget)|(?<=<\/figure>)/)
      .map((part) =>
        part.replaceAll(tag, (whole) => {
          const style = / style="([^"]*)"/.exec(whole)?.[1];
          if (style === undefined) return whole;
          const isFigure = part.startsWith('<figure data-widget');
          const rest = whole.replace(` style="${style}"`, isFigure ? ` data-style="${style}"` : '');
          return addClass(rest, classOf(decode(style)));
        }),
      )
      .join(''),
  );
  // With the weight of an id: a style attribute, too, outweighs what style sheets say of classes.
  const rules = [...classes].map(([style, name]) => `.${name}:not(#_){${style}}`);
  return { pages, sheet: `${rules.join('\n')}\n` };
}

/**
 * Where no style sheet comes, an equation would be read twice, as drawn by KaTeX and as MathML, which browsers
 * draw themselves. So what KaTeX drew is hidden, until the page's style sheet (prose.css) shows it.
 */
export function hideDrawnEquations(page: string): string {
  return page.replaceAll('class="katex-html"', 'class="katex-html" hidden=""');
}

function addClass(element: string, name: string): string {
  return / class="/.test(element)
    ? element.replace(' class="', ` class="${name} `)
    : element.replace(/^<[\w:-]+/, `$& class="${name}"`);
}

const entities: Record<string, string> = {
  quot: '"',
  '#x27': "'",
  '#39': "'",
  lt: '<',
  gt: '>',
  amp: '&',
};

function decode(text: string): string {
  return text.replaceAll(/&(\w+|#\w+);/g, (whole, name: string) => entities[name] ?? whole);
}
