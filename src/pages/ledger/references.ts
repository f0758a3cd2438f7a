import bibliography from '../../../content/references.bib?raw';

/** A work of references.bib, as the ledger names it. */
export interface Reference {
  /** 'He et al. 2015' */
  label: string;
  title: string;
  url: string;
}

/** Every work by its key. */
export const references: ReadonlyMap<string, Reference> = new Map(
  bibliography
    .split(/^@\w+\{/m)
    .slice(1)
    .map((entry) => [entry.slice(0, entry.indexOf(',')), readEntry(entry)]),
);

function readEntry(entry: string): Reference {
  const field = (name: string) =>
    new RegExp(`^ {2}${name} = \\{(.*)\\},?$`, 'm').exec(entry)?.[1] ?? '';
  const authors = field('author').split(' and ');
  const names = authors.map((author) => author.split(',')[0]?.replaceAll(/[{}]/g, '') ?? '');
  const [first = '', second] = names;
  const who = names.length > 2 ? `${first} et al.` : [first, second].filter(Boolean).join(' and ');
  return {
    label: `${who} ${field('year')}`,
    title: field('title').replaceAll(/[{}]/g, ''),
    url: field('url'),
  };
}
