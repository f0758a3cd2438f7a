import type { ReactElement } from 'react';
import type { Listing } from '../../src/contract/listing.ts';
import { CodeView } from '../../src/widgets/code-and-drawing/CodeAndDrawing.tsx';

const python: Listing = {
  language: 'python',
  lines: [[['identity', '#0550ae', '#79c0ff'], [' = x']], [], [['out = self.conv1(x)']]],
};
const typescript: Listing = { language: 'ts', lines: [[['this.conv1.forward(x)']]] };
const nothing = () => undefined;
const idle = { listings: [python, typescript], setLanguage: nothing, setLit: nothing };

/** Every state of the code beside its drawing that is worth seeing, and a sentence that must be in it. */
export const codeAndDrawing: Record<string, { element: ReactElement; says: string }> = {
  'nothing lit': {
    element: <CodeView {...idle} language="python" lit={[]} />,
    says: 'Every result in the block has shape [2, 64, 56, 56].',
  },
  'conv1 lit': {
    element: <CodeView {...idle} language="python" lit={['conv1']} />,
    says: 'Padding 1 keeps the size.',
  },
  'one line for several parts': {
    element: <CodeView {...idle} language="ts" lit={['conv2', 'bn2', 'addition']} />,
    says: 'One line for conv2, bn2 and addition. Shape after it: [2, 56, 56, 64].',
  },
};
