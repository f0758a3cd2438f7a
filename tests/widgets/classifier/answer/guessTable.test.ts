import { expect, test } from 'vitest';
import { toCsv } from '../../../../src/figure/tools/table.ts';
import { guessTable, provenance } from '../../../../src/widgets/classifier/answer/guessTable.ts';
import { answerWith, card } from '../../../../src/widgets/classifier/exampleAnswer.ts';

test('the downloaded numbers are CSV, whatever is in the names', () => {
  const table = guessTable(card, answerWith(0.5, 0.3, 0.2));
  expect(toCsv(table, provenance(card, 'my\npicture.png'))).toBe(
    `place,class,WordNet id,probability,provenance
1,espresso,n00000000,0.5,A network of three; picture my picture.png
2,"beacon, lighthouse, beacon light",n00000001,0.3,
3,"comb ""fine""",n00000002,0.2,
`,
  );
});
