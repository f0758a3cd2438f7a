import type { Answer } from '../../../contract/classify.ts';
import type { ModelCard } from '../../../contract/modelCard.ts';
import type { Table } from '../../../figure/tools/table.ts';

/** The five guesses, one a row. */
export function guessTable(card: ModelCard, { guesses }: Answer): Table {
  return {
    caption: 'Its five best guesses.',
    head: ['place', 'class', 'WordNet id', 'probability'],
    rows: guesses.map(({ index, probability }, place) => {
      const { name = '', wnid = '' } = card.classes[index] ?? {};
      return [place + 1, name, wnid, probability];
    }),
  };
}

/** Whose guesses they are and about which picture, in one line whatever its name. */
export function provenance({ title }: ModelCard, picture = ''): string {
  return `${title}; picture ${picture.replaceAll(/\s+/g, ' ')}`;
}
