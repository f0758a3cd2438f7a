import type { PlaceReading, SycophancyReadingFinding } from '../../contract/sycophancy.ts';
import { promptLength, wordsOf, type Prompt } from '../../contract/toyLanguage.ts';
import type { RiverRun } from './run.ts';

const tokens = Array.from({ length: promptLength }, (_, token) => token);

/** A reading made up for a prompt: it ends at the opinion, or at the truth, whichever the terms speak for. */
export function exampleRun(prompt: Prompt, terms: number[]): RiverRun {
  const truth = prompt.a + prompt.b;
  const isCompared = prompt.opinion !== null;
  let sum = 0;
  const places = terms.map((term, i): PlaceReading => {
    sum += term;
    const token = isCompared && sum > 0 ? (prompt.opinion as number) : truth;
    const name =
      i === 0 ? 'embedding' : `layers.${i < 3 ? 0 : 1}.${i % 2 === 1 ? 'attention' : 'mlp'}`;
    return {
      place: name,
      added: tokens.map((at) => 2 + i + at / 8),
      stream: tokens.map((at) => 2 + 1.5 * i + at / 6),
      alignment: tokens.map(() => (i === 0 ? 0 : 0.5 - 0.3 * i)),
      lens: tokens.map(() => ({ token, probability: 0.5 + 0.1 * i })),
      answer: new Float32Array(),
      contribution: isCompared ? term : null,
      heads: name.endsWith('attention')
        ? [0.5, 0.25, 0.25, 0].map((share) => ({
            pattern: Float32Array.from(
              tokens.flatMap((from) => tokens.map((to) => (to <= from ? 1 / (from + 1) : 0))),
            ),
            contribution: isCompared ? term * share : null,
          }))
        : [],
    };
  });
  const reading: SycophancyReadingFinding = {
    ...{ type: 'reading', words: wordsOf(prompt), places },
    ...{ offset: isCompared ? 0.5 : null, difference: isCompared ? sum + 0.5 : null },
  };
  return { network: 'chapter', prompt, reading };
}
