import type { ModelCard } from '../../../contract/modelCard.ts';
import type { Answer } from '../../../contract/classify.ts';

/** The five guesses, one a row. */
export function toCsv(card: ModelCard, { guesses }: Answer, picture: string): string {
  const rows = guesses.map(({ index, probability }, place) => {
    const { name = '', wnid = '' } = card.classes[index] ?? {};
    return [place + 1, quote(name), wnid, probability];
  });
  const provenance = `# ${card.title}; picture ${picture.replaceAll(/\s+/g, ' ')}`;
  return [provenance, 'place,class,WordNet id,probability', ...rows].join('\n') + '\n';
}

const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
