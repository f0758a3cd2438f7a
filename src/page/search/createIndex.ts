import MiniSearch from 'minisearch';
import type { SearchEntry } from '../../contract/searchEntry.ts';

/** A place that fits a search, and the words of the search as they stand there. */
export interface Found extends SearchEntry {
  words: string[];
}

/** Titles count most; a lesson's own text is also that of its sections, and a term is sought for its own sake. */
const weights: Record<SearchEntry['kind'], number> = {
  ...{ term: 1.4, section: 1.2, figure: 1.2, exercise: 1.1, lesson: 1, check: 0.8, page: 0.8 },
};

/** Signs that words of the text are written with, and keyboards lack. */
const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[‘’]/g, "'")
    .replaceAll(/[‐‑–−]/g, '-')
    .toLowerCase();

/** A word without the endings of plurals and verbs, spelt as in America. */
const stem = (word: string) =>
  plain(word)
    .replace(/('s|s')$/, '')
    .replace(/i[sz](e[ds]?|ing|ations?)$/, 'iz')
    .replace(/(?<=[a-z]{3})our/, 'or')
    .replace(/(?<=[a-z]{4})(ing|e?[sd]|e)$/, '');

/** Finds the entries that have all words of a query, or else most: the last word may be unfinished. */
export function createIndex(entries: SearchEntry[]): (query: string) => Found[] {
  const index = new MiniSearch<SearchEntry & { id: number }>({
    fields: ['title', 'text', 'place'],
    processTerm: stem,
    searchOptions: {
      boost: { title: 4, place: 0.5 },
      prefix: (term, position, terms) => position === terms.length - 1 && term.length > 1,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
      boostDocument: (id) => weights[entries[id as number]?.kind ?? 'page'],
    },
  });
  index.addAll(entries.map((entry, id) => ({ ...entry, id })));
  return (query) => {
    const all = index.search(query, { combineWith: 'AND' });
    const found = all.length > 0 ? all : index.search(query);
    return found.flatMap(({ id, terms }) => {
      const entry = entries[id as number];
      return entry ? [{ ...entry, words: terms }] : [];
    });
  };
}

/** Whether a word of the text is one that was searched for. */
export function isSought(word: string, words: string[]): boolean {
  return words.includes(stem(word));
}
