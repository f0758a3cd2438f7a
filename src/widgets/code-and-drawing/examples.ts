import type { Listing } from '../../contract/listing.ts';
import type { FigureExamples } from '../../figure/defineFigure.tsx';
import type { Listings } from './Picture.tsx';
import type { CodeSettings } from './settings.ts';

const python: Listing = {
  language: 'python',
  lines: [[['identity', '#0550ae', '#79c0ff'], [' = x']], [], [['out = self.conv1(x)']]],
};
const typescript: Listing = { language: 'ts', lines: [[['this.conv1.forward(x)']]] };
const listings = [python, typescript];

/** Every state of the code beside its drawing that is worth seeing, and words that must be in it. */
export const examples: FigureExamples<CodeSettings, Listings> = {
  'nothing lit': { listings, says: 'Every result in the block has shape [2, 64, 56, 56].' },
  'conv1 lit': {
    ...{ listings, settings: { language: 'python', lit: ['conv1'] } },
    says: 'Padding 1 keeps the size.',
  },
  'one line for several parts': {
    ...{ listings, settings: { language: 'ts', lit: ['conv2', 'bn2', 'addition'] } },
    says: 'One line for conv2, bn2 and addition. Shape after it: [2, 56, 56, 64].',
  },
};
