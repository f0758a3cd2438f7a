import type { Claim } from './claim.ts';

const timed = 'timed in Chromium on two CPU cores without a GPU; a rough guide';

export const claims: readonly Claim[] = [
  {
    quote: '1280 × 720 pixels or more',
    code: 'tests/browser/fullScreen.test.ts',
    line: 'width: 1280, height: 720',
  },
  { quote: ['in 9 seconds', 'in 2 seconds', 'in about 10 seconds'], chosen: timed },
  {
    quote: 'with 24 squares',
    code: 'src/widgets/lesion-study/settings.ts',
    line: 'start: 24',
  },
  {
    quote: 'The network, 22 MB',
    recorded: 'public/models/tiny200/model.json',
    fields: ['bytes'],
    chosen: 'to the nearest million bytes',
  },
  {
    quote: 'The large one, 87 MB',
    code: 'src/widgets/classifier/network/NetworkMenu.tsx',
    line: 'Download the large network, 87 MB',
  },
  { quote: 'paths through 10 blocks', chosen: 'a number of blocks for an example' },
  { quote: ['the 54 of ResNet-110', 'with 54 blocks'], computed: '(110 − 2)/2 = 54' },
];
