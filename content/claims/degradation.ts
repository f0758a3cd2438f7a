import type { Claim } from './claim.ts';

const run = 'content/runs/degradation.json';

export const claims: readonly Claim[] = [
  { quote: ['Yet in 2015', 'In 2015', 'December 2015'], source: 'he2015deep', place: 'its date' },
  { quote: ['slip 36 new layers', '36 more layers'], computed: '56 − 20 = 36' },
  {
    quote: '47,000 of 50,000 training pictures',
    chosen: 'a network that was made up to explain the two errors',
  },
  {
    quote: '8,900 of 10,000 test pictures',
    chosen: 'a network that was made up to explain the two errors',
  },
  { quote: '3,000 / 50,000 = 6 %', computed: '50,000 − 47,000 = 3,000; 3,000 / 50,000 = 6 %' },
  { quote: '1,100 / 10,000 = 11 %', computed: '10,000 − 8,900 = 1,100; 1,100 / 10,000 = 11 %' },
  {
    quote: ['60,000 small colour pictures', '50,000 to train on and 10,000 to test'],
    source: 'krizhevsky2009learning',
    place: 'its description of CIFAR-10',
  },
  {
    quote: '6.7 % and 7.8 %',
    chosen: 'an illustration that is often quoted; the text says that no source gives this pair',
  },
  { quote: '6.97 %', source: 'he2015deep', place: 'Table 6: ResNet-56' },
  {
    quote: [
      '2 % training error and 11 % test error',
      '15 % and 17 %',
      'training error of only 2 %',
    ],
    chosen: 'two networks made up for a question',
  },
  { quote: 'only 2 points apart, A’s 9', computed: '17 − 15 = 2; 11 − 2 = 9' },
  { quote: '20 and 56 layers?', computed: '6 × 3 + 2 = 20; 6 × 9 + 2 = 56' },
  { quote: 'makes 20 layers', computed: '6 × 3 + 2 = 20' },
  { quote: 'it makes 56', computed: '6 × 9 + 2 = 56' },
  {
    quote: 'batch of 64 pictures',
    recorded: run,
    fields: ['0.config.recipe.batchSize'],
  },
  {
    quote: ['trained for 5,000 steps', 'seeds 1, 2 and 3'],
    recorded: run,
    fields: ['0.step', '1.config.recipe.seed', '2.config.recipe.seed'],
  },
  { quote: '6.4 passes', computed: '5,000 × 64 / 50,000 = 6.4' },
  {
    quote: '“Replay in 40 s”',
    computed: '5,000 / 125 = 40',
    chosen: 'the lab replays 125 steps a second',
  },
  { quote: ['Set the seed to 4', 'Seeds in a row to 3'], chosen: 'settings to try' },
  {
    quote: [
      'seed 1 | 44.9 % | 74.9 % | 35.7 % | 35.7 %',
      'seed 2 | 45.1 % | 74.2 % | 35.2 % | 34.2 %',
      'seed 3 | 44.2 % | 78.1 % | 37.0 % | 35.7 %',
    ],
    code: 'tests/content/recordedRuns.test.ts',
    line: 'the mean of the 100 steps before',
    chosen: 'computed from content/runs/degradation.json, by a test',
  },
  {
    quote: 'the last 100 steps, so among 6,400 pictures',
    computed: '100 × 64 = 6,400',
  },
  {
    quote: 'about 0.6 points',
    computed: '100 × √(0.36 × 0.64 / 6,400) ≈ 0.6; 100 × √(0.75 × 0.25 / 6,400) ≈ 0.5',
  },
  { quote: 'A gap of 30 points', computed: '74.9 − 44.9 = 30' },
  {
    quote: 'by 3 to 6 points after 1,000 steps',
    recorded: run,
    fields: ['0.step'],
    computed: '57.2 − 54.0 ≈ 3; 58.81 − 53.30 ≈ 6; 1,000 / 20 = 50',
  },
  {
    quote: 'from 18 to 22 points to 29 to 34',
    recorded: run,
    fields: ['0.step'],
    computed: '81.4 − 63.3 ≈ 18; 84.8 − 63.1 ≈ 22; 74.2 − 45.1 ≈ 29; 78.1 − 44.2 ≈ 34',
  },
  {
    quote: 'up to 2 points above the shallow one',
    code: 'content/runs/README.md',
    line: 'residual-56 ends up to 2 points above residual-20',
  },
  {
    quote: 'to 32 layers, then to 44',
    computed: '6 × 5 + 2 = 32; 6 × 7 + 2 = 44',
    chosen: 'two depths to try, of those that equation (1.2) allows',
  },
  {
    quote: 'learning rate, which scales the size of each step, to 0.5',
    chosen: 'a setting to try',
  },
  { quote: '64,000 steps', source: 'he2015deep', place: 'Section 4.2: training stops at 64k' },
  { quote: '8.75 % with 20 layers', source: 'he2015deep', place: 'Table 6: ResNet-20' },
  {
    quote: 'error above 60 %',
    source: 'he2015deep',
    place: 'Figure 6: plain-110 has an error above 60 % and is not drawn',
  },
  {
    quote: ['reached 6.43 %', '6.61 % on average'],
    source: 'he2015deep',
    place: 'Table 6: ResNet-110, best and mean of five runs',
  },
  {
    quote: 'ImageNet, top-1 error, 10 crops',
    source: 'he2015deep',
    place: 'Table 2: 10-crop testing',
  },
  { quote: '| 34 layers are…', source: 'he2015deep', place: 'Table 2' },
  { quote: 'plain | 27.94 % | 28.54 %', source: 'he2015deep', place: 'Table 2: plain networks' },
  { quote: 'residual | 27.88 % | 25.03 %', source: 'he2015deep', place: 'Table 2: ResNets' },
  {
    quote: ['starts at 0.1'],
    code: 'src/widgets/learn-to-copy/settings.ts',
    line: 'start: 0.1',
  },
  {
    quote: ['8 blocks', 'With 16?'],
    chosen: 'settings of the figure to try',
  },
  {
    quote: '32 CIFAR-10 test pictures',
    code: 'src/widgets/learn-to-copy/run.ts',
    line: 'pictures: 32',
  },

  {
    quote: 'in ten classes',
    source: 'krizhevsky2009learning',
    place: 'its description of CIFAR-10',
  },
  {
    quote: ['three times as long'],
    source: 'he2015deep',
    place: 'Section 4.1: the footnote on more iterations (3×)',
  },
  { quote: 'over ten cut-outs', source: 'he2015deep', place: 'Table 2: 10-crop testing' },
  { quote: 'A few hundred show', chosen: 'about as many as the figure’s runs have' },
  { quote: 'Add 36 layers that simply pass on', computed: '56 − 20 = 36' },
];
